"""Why a document was not read, in French: it is said in a finding, which an officer reads."""

import re

_NO_BREAK = "\N{NO-BREAK SPACE}"


class Unread(Exception):
    """The document was not read; the message, in French, ends the sentence « Il n’a pas été lu : »."""


OVER_THE_LIMITS = "l’audit a déjà lu autant de documents qu’il le peut"
STOPPED = "l’audit s’est arrêté avant"
FORBIDDEN = "le fichier robots.txt de son site l’interdit"
NOT_FETCHED = "il n’a pas pu être téléchargé"
NOT_READ = "son contenu n’a pas pu être lu"
_SENTENCES = (
    (r"not judged: an office file of before 2007.*", "c’est un fichier bureautique d’avant 2007"),
    (r"not judged: neither PDF.*", "ce n’est ni un PDF, ni un DOCX, ni un ODT"),
    (r"the file is empty", "le fichier est vide"),
    (r".*password.*", "il est protégé par un mot de passe"),
    (r"too large to be judged.*", "il demande trop de mémoire"),
    (r"not read within (\S+) s", rf"il n’a pas pu être lu en \1{_NO_BREAK}s"),
    (r".*broken.*", "le fichier est endommagé"),
)


def too_heavy(most_bytes: int) -> str:
    """The document is over a limit in bytes."""
    return f"il pèse plus de {most_bytes // 1_000_000}{_NO_BREAK}Mo"


def answered(status: int) -> str:
    """The server answered an error."""
    return f"le serveur a répondu par le code {status}"


def is_something_else(kind: str) -> str:
    """The address gives another kind of content."""
    return f"l’adresse donne autre chose ({kind})"


def refused(host: str) -> str:
    """The network rules forbid the address."""
    return f"l’adresse {host} n’est pas publique, ou n’est pas celle d’un serveur web"


def not_judged(reason: str) -> str:
    """In French, why `accessibility.documents` could not judge a file."""
    for sentence, french in _SENTENCES:
        if match := re.fullmatch(sentence, reason, re.DOTALL):
            return match.expand(french)
    return NOT_READ
