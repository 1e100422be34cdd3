"""10.3.1: what one reads stays in an order that makes sense without the style sheets.

Neighbours that are numbered as steps (« Étape 1 », « Étape 2 »…), that the style sheets show one after the other in the
order of their numbers, and that the code holds in another order, are read out of order without the style sheets: WCAG
failure F1. Lists that count down on the screen too are not concerned.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.3.1
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.text import squash
from accessibility.rules.base import Answer, Rule

_STEP = re.compile(r"(?:[ée]tape|step|phase|chapitre|partie|part|leçon|s[ée]ance)\s*(?:n[°o]\s*)?(\d{1,2})\b", re.I)
_FEWEST = 3
_LONGEST = 40


@once_a_node
def _number(node: Node) -> int:
    match = _STEP.match(squash(node.beginning_of_text(_LONGEST)))
    return int(match[1]) if match else 0


def _steps(node: Node) -> list[Node]:
    """The children that are steps numbered from 1 without a gap, in the order of the code; empty otherwise."""
    steps = [child for child in shown(node.elements) if child.rectangle and min(child.rectangle[2:]) > 0]
    steps = [child for child in steps if _number(child)]
    numbers = sorted(map(_number, steps))
    return steps if len(steps) >= _FEWEST and numbers == list(range(1, len(numbers) + 1)) else []


def _are_shown_in_order(steps: list[Node]) -> bool:
    """Each is wholly below the one before it, or each wholly to its right on the same line."""
    boxes = [step.rectangle or (0, 0, 0, 0) for step in sorted(steps, key=_number)]
    pairs = list(zip(boxes, boxes[1:], strict=False))
    down = all(y + height <= below + 1 for (_, y, _, height), (_, below, _, _) in pairs)
    across = all(x + width <= right + 1 and abs(y - level) < 2 for (x, y, width, _), (right, level, _, _) in pairs)
    return down or across


def _expectation(node: Node, page: Page) -> Answer:
    steps = _steps(node)
    written = [_number(step) for step in steps]
    if written == sorted(written):
        return Answer.MEETS
    return Answer.FAILS if _are_shown_in_order(steps) else Answer.MEETS


def _parents_of_steps(page: Page) -> list[Node]:
    tags = ("li", "div", "section", "article", "p", "td", "h2", "h3", "h4", "a")
    numbered = in_generated_code(node for node in page.select(*tags) if _number(node))
    return [parent for parent in dict.fromkeys(node.parent for node in numbered) if parent and _steps(parent)]


RULE = Rule(
    fails=("10.3.1",),
    applicability=_parents_of_steps,
    expectation=_expectation,
    needs_rendering=True,
    message="Ces étapes sont affichées dans l’ordre, mais le code les donne dans un autre\u00a0: on les entend mêlées.",
    fix="Écrivez les étapes dans le code dans l’ordre où elles se lisent.",
)
