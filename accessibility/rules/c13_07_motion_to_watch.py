"""13.7.1 and 13.7.3: what flashes does so less than three times a second or on a small area; 13.8: one may stop it.

An animated picture, a video, what a plug-in or a canvas draws and an endless animation of style are watched by a
person, who sees whether they flash, whether they last more than five seconds and how one stops them.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.7.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.motion import animated_by_style, moving_pictures, players_of_pictures, starts_by_itself
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_MOVES = ("13.8.1", "13.8.2")


def _applicability(page: Page) -> list[Node]:
    found = {*moving_pictures(page), *players_of_pictures(page), *animated_by_style(page)}
    return sorted(found, key=lambda node: node.index)


def _is_styled(node: Node) -> bool:
    return "animation-name" in node.styles


def _tests(node: Node) -> tuple[str, ...]:
    flashes = ("13.7.3",) if _is_styled(node) else ("13.7.1",)
    return flashes + _MOVES if _is_styled(node) or starts_by_itself(node) else flashes


def _question(node: Node, page: Page) -> str:
    question = "Regardez si cet élément clignote ou lance des éclairs plus de trois fois par seconde"
    if _is_styled(node) or starts_by_itself(node):
        question += "\u00a0; s’il bouge plus de cinq secondes, un bouton doit permettre de l’arrêter"
    if _is_styled(node):
        lasts = node.styles.get("animation-iteration-count", "").replace("infinite", "sans fin")
        question += f" (animation {quote(node.styles['animation-name'])}, {lasts})"
    return question + "."


RULE = Rule(
    asks=("13.7.1", "13.7.3", *_MOVES),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix="Remplacez l’animation par une image fixe, ou faites-la cesser après cinq secondes.",
)
