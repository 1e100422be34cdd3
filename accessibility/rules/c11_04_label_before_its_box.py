"""11.4.3: the label of a checkbox, a radio button or a switch is just under it, or on the side where reading ends.

The only label of a native box or button, drawn as one, ends just before it on the same line: on the side where
reading begins, where the test does not want it. The official particular case leaves out forms that mix both directions
of reading and contexts where another place makes sense: tables and lists of settings, with the box at the end of the
line. A label above its box, or far from it, is left to a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.4.3
"""

from accessibility.page.forms import native_fields, type_of
from accessibility.page.label_places import Box, box_of, direction_of, only_label, text_box
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule

_NEAR = 24
_LARGEST = 30


def _sides(field: Node, page: Page) -> tuple[Box, Box, Node] | None:
    """Where the box is, where the text of its label is, and this label; None where it is not drawn as a box."""
    label = only_label(field, page)
    place, text = box_of(field), text_box(label) if label else None
    drawn = place is not None and max(place.width, place.height) <= _LARGEST
    return (place, text, label) if label and place and text and drawn else None


def _expectation(field: Node, page: Page) -> Answer:
    sides = _sides(field, page)
    assert sides is not None
    place, text, label = sides
    direction = direction_of(field, label, page)
    if not direction:
        return Answer.MEETS
    gap = place.left - text.right if direction == "ltr" else text.left - place.right
    above = text.bottom <= place.top + 2 and text.shares_a_column_with(place)
    before = gap >= -2 and text.shares_a_line_with(place)
    if before and gap <= _NEAR:
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if before or above else Answer.MEETS


RULE = Rule(
    fails=("11.4.3",),
    applicability=lambda page: [
        field
        for field in native_fields(page)
        if type_of(field) in ("checkbox", "radio")
        and not field.explicit_role
        and field.closest("table") is None
        and _sides(field, page)
    ],
    expectation=_expectation,
    needs_rendering=True,
    message="L’étiquette est avant la case ou le bouton\u00a0: on l’attend juste après, ou en dessous.",
    review_message="L’étiquette est avant la case ou le bouton, ou au-dessus\u00a0: vérifiez qu’on ne s’y trompe pas.",
    fix="Placez la case ou le bouton d’abord, et son étiquette juste après sur la même ligne.",
)
