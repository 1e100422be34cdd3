"""3.1.5 and 3.1.6: a medium that informs by colour gives the information otherwise too.

Only a person who watches or explores it can tell. What is only heard has no colour.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.5
"""

from accessibility.page.media_to_see import timed_media, untimed_media
from accessibility.page.model import Node, Page
from accessibility.rules.base import Rule, a_person_must_look

_TIMED = ("video", "audio", "bgsound", "iframe")


def _applicability(page: Page) -> list[Node]:
    seen = {*timed_media(page), *untimed_media(page)}
    return sorted((n for n in seen if n.tag not in ("audio", "bgsound")), key=lambda node: node.index)


def _tests(node: Node) -> tuple[str, ...]:
    if node.tag in ("object", "embed"):
        return ("3.1.5", "3.1.6")
    return ("3.1.5",) if node.tag in _TIMED else ("3.1.6",)


RULE = Rule(
    asks=("3.1.5", "3.1.6"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message="Vérifiez que ce média ne donne aucune information par la couleur seule.",
    fix="Doublez la couleur d’un mot, d’un signe ou d’un motif, par exemple «\u00a0fermé\u00a0» sur la rue en rouge.",
)
