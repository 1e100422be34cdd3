"""11.4.2: the label of a field to fill in is just above it, or on the side where reading begins.

The only label of a field of text or of a list is wholly under the field, or wholly on the side where reading ends. The
official particular case leaves out forms that mix both directions of reading, and contexts where another place
makes sense: a field of one line of some width, in a form read one way, out of a table, with no other text above it or
before it that may introduce it, is none of them. Where there is such a text, or where the label goes on a sentence or
gives a unit (« euros par mois »: it begins with a small letter), a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.4.2
"""

from accessibility.page.forms import native_fields, type_of
from accessibility.page.label_places import Box, box_of, direction_of, only_label, text_box, texts_near
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.text import squash, words
from accessibility.rules.base import Answer, Rule

_TYPED = frozenset("text email tel url password search number textarea select".split())
_WIDE = 80
_REACH = 60
_SHORTEST = 3


@once_a_node
def _sides(field: Node, page: Page) -> tuple[Box, Box, Node] | None:
    """Where the field is, where the text of its label is, and this label."""
    label = only_label(field, page)
    if label is None or not any(len(word) >= _SHORTEST for word in words(label.raw_text)):
        return None
    place, text = box_of(field), text_box(label)
    return (place, text, label) if place and text and place.width >= _WIDE else None


def _is_introduced(field: Node, label: Node, place: Box, page: Page) -> bool:
    """Some other text is just above the field, or on its line."""
    for box in texts_near(field, label, page):
        above = -_REACH <= box.bottom - place.top <= 4 and box.shares_a_column_with(place)
        if above or box.shares_a_line_with(place):
            return True
    return False


def _expectation(field: Node, page: Page) -> Answer:
    sides = _sides(field, page)
    assert sides is not None
    place, text, label = sides
    direction = direction_of(field, label, page)
    below = text.top >= place.bottom - 2 and text.shares_a_column_with(place)
    right = text.left >= place.right - 2 and text.shares_a_line_with(place)
    left = text.right <= place.left + 2 and text.shares_a_line_with(place)
    after = right if direction == "ltr" else left
    if not direction or not (below or after):
        return Answer.MEETS
    goes_on = squash(label.raw_text)[:1].islower()
    return Answer.A_PERSON_MUST_LOOK if goes_on or _is_introduced(field, label, place, page) else Answer.FAILS


RULE = Rule(
    fails=("11.4.2",),
    applicability=lambda page: [
        field
        for field in native_fields(page)
        if type_of(field) in _TYPED and field.closest("table") is None and _sides(field, page)
    ],
    expectation=_expectation,
    needs_rendering=True,
    message="L’étiquette de ce champ est après lui\u00a0: on la cherche au-dessus, ou du côté où commence la lecture.",
    review_message="L’étiquette de ce champ est après lui\u00a0: vérifiez qu’un autre texte dit avant ce qu’il attend.",
    fix="Placez l’étiquette au-dessus du champ, ou juste avant lui sur la même ligne.",
)
