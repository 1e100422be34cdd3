"""Why a page was not judged, in French: the engine speaks English to engineers, an audit is read by an officer."""

import re

from accessibility.sign_in import UNREADABLE

_SPACE = "\N{NO-BREAK SPACE}"
_TOO_LARGE = "too large to be judged: more than "
_SENTENCES = (
    (r"no answer within (\S+) s", r"pas de réponse en \1 s"),
    (r"not loaded within (\S+) s", r"pas chargée en \1 s"),
    (r"the server answered (\d+)", r"le serveur a répondu par le code \1"),
    (r"same page as (.+)", r"même page que \1"),
    (r"redirects to another site: (.+)", r"redirige vers un autre site : \1"),
    (r"redirects to a page of its own: (.+)", r"redirige vers une autre page de l’audit : \1"),
    (r"not a web page \((.+)\)", r"pas une page web (\1)"),
    (r"the address shows no page.*", "pas une page : téléchargement, ou réponse vide"),
    (r"the page closed its own window", "la page a fermé sa fenêtre"),
    (r"the page went elsewhere while it was read", "la page est partie ailleurs pendant sa lecture"),
    (r"the page never stops opening dialog boxes", "la page ne cesse d’ouvrir des boîtes de dialogue"),
    (r"not read within (\S+) s", r"pas lue en \1 s"),
    (_TOO_LARGE + r"(\d+)(\d{3}) elements and texts", rf"trop grande : plus de \1{_SPACE}\2 éléments et textes"),
    (_TOO_LARGE + r"(\d+) levels of elements", r"trop profonde : plus de \1 niveaux d’éléments"),
    (_TOO_LARGE + r"(\d+)(\d{3})(\d{3}) characters", rf"trop grande : plus de \1{_SPACE}\2{_SPACE}\3 caractères"),
    (r"the page stopped answering", "la page ne répond plus"),
    (r"the browser was lost \((.*)\)", r"le navigateur s’est arrêté (\1)"),
    (r"could not be loaded: (?:net::)?(.+)", r"impossible à charger (\1)"),
    (r"could not be read: (.*)", r"impossible à lire (\1)"),
    (r"(\S+) refused: (\S+) is not a public address \((.*)\)", r"accès refusé : \1 a une adresse privée, \2 (\3)"),
    (r"(\S+) refused: not a web port", r"accès refusé : \1 n’est pas un port du web"),
    (
        r"the sign-in page is shown again, right after signing in",
        "le site montre encore la page de connexion, juste après une nouvelle connexion",
    ),
    (r"robots.txt of this site forbids (.+)", r"le fichier robots.txt de ce site interdit \1"),
)


def in_french(reason: str) -> str:
    """The reason in French where its sentence is known, else as the engine says it."""
    place, unreadable, rest = reason.partition(UNREADABLE)
    if unreadable:
        return place + unreadable + in_french(rest)
    for sentence, french in _SENTENCES:
        if match := re.fullmatch(sentence, reason, re.DOTALL):
            return match.expand(french).replace(" :", "\N{NO-BREAK SPACE}:")
    return reason
