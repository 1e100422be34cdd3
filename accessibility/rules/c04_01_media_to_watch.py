"""4.1.1 to 4.1.3: a recorded medium has a transcription or an audio description; 4.2 to 4.7, 4.11, 4.13: what it owes.

Whether a medium informs, is recorded or live, speaks, shows what its sound does not say, and whether what is given
instead is right, takes a person who watches it once. The question says what the code shows: captions, other tracks,
links beside that seem to give a transcription, controls.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.1.1
"""

from accessibility.page.media import SOUND, kind_of_track, sort_of_media, substitutes_beside, timed_media, tracks
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_ALWAYS = ("4.7.1", "4.11.1", "4.11.2", "4.11.3", "4.13.1", "4.13.2")
_OF_SOUND = ("4.1.1", "4.2.1")
_OF_PICTURE = ("4.1.2", "4.1.3", "4.2.2", "4.2.3", "4.3.1", "4.4.1", "4.5.1", "4.5.2", "4.6.1", "4.6.2")


def _tests(node: Node) -> tuple[str, ...]:
    own = _OF_SOUND if sort_of_media(node) == SOUND else _OF_PICTURE
    return own + _ALWAYS


def _question(node: Node, page: Page) -> str:
    if sort_of_media(node) == SOUND:
        question = (
            "Écoutez cet enregistrement\u00a0: s’il informe, il lui faut une transcription juste et un titre visible"
        )
    else:
        question = (
            "Regardez cette vidéo\u00a0: si elle informe, il lui faut une transcription ou une audiodescription, des "
            "sous-titres justes et un titre visible"
        )
    seen = [f"piste {kind_of_track(track)}" for track in tracks(node)]
    seen += [f"lien {quote(name)}" for name in substitutes_beside(node, page)]
    if node.tag in ("video", "audio"):
        seen.append("boutons du navigateur" if node.has("controls") else "aucun bouton du navigateur")
    return f"{question}. Dans le code\u00a0: {', '.join(seen)}." if seen else f"{question}."


RULE = Rule(
    asks=tuple(dict.fromkeys((*_OF_SOUND, *_OF_PICTURE, *_ALWAYS))),
    tests_of=_tests,
    applicability=timed_media,
    expectation=a_person_must_look,
    message=_question,
    fix=(
        "Ajoutez sous le média sa transcription ou un lien vers elle, et des sous-titres par "
        '<track kind="captions">. Ce qui ne fait que décorer n’en a pas besoin.'
    ),
)
