"""11.4.1: a label and its field are next to each other.

The only label of a field is two hundred pixels away from it or more, and another field stands between the two: they are
not next to each other, whatever the direction of reading. Distance alone proves nothing: nothing is said of it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.4.1
"""

from accessibility.page.forms import native_fields
from accessibility.page.label_places import Box, box_of, only_label, text_box
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule

_FAR = 200


def _between(one: Box, other: Box) -> Box | None:
    """The part of the screen that lies between two boxes which are far apart; None when they are not."""
    first, last = sorted((one, other), key=lambda box: box.top)
    if last.top - first.bottom >= _FAR and first.shares_a_column_with(last):
        return Box(max(one.left, other.left), first.bottom, min(one.right, other.right), last.top)
    first, last = sorted((one, other), key=lambda box: box.left)
    if last.left - first.right >= _FAR and first.shares_a_line_with(last):
        return Box(first.right, max(one.top, other.top), last.left, min(one.bottom, other.bottom))
    return None


def _is_within(box: Box, gap: Box) -> bool:
    across = min(box.right, gap.right) - max(box.left, gap.left)
    down = min(box.bottom, gap.bottom) - max(box.top, gap.top)
    return across > 0 and down > 0


def _sides(field: Node, page: Page) -> tuple[Box, Box] | None:
    label = only_label(field, page)
    place, text = box_of(field), text_box(label) if label else None
    return (place, text) if place and text else None


def _expectation(field: Node, page: Page) -> Answer:
    sides = _sides(field, page)
    gap = _between(*sides) if sides else None
    if gap is None:
        return Answer.MEETS
    others = (box_of(other) for other in native_fields(page) if other is not field)
    return Answer.FAILS if any(box and _is_within(box, gap) for box in others) else Answer.MEETS


RULE = Rule(
    fails=("11.4.1",),
    applicability=lambda page: [n for n in native_fields(page) if n.closest("table") is None and _sides(n, page)],
    expectation=_expectation,
    needs_rendering=True,
    message="L’étiquette de ce champ est loin de lui, et un autre champ les sépare.",
    fix="Placez l’étiquette juste à côté de son champ.",
)
