"""Where a label is, on the screen, from the field that it names."""

import unicodedata
from dataclasses import dataclass

from accessibility.page.forms import labels_for, labels_of
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.text import has_words
from accessibility.page.text_blocks import holders_of_words

_SMALLEST = 4
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(frozen=True)
class Box:
    """A rectangle of the screen, by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def shares_a_line_with(self, other: "Box") -> bool:
        """Half of the lower of the two is beside the other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared >= min(self.height, other.height) / 2

    def shares_a_column_with(self, other: "Box") -> bool:
        """Some of one is above or below the other."""
        return min(self.right, other.right) - max(self.left, other.left) > 0


def box_of(node: Node) -> Box | None:
    """The rectangle of an element that is seen; None where it is too small to be."""
    return _box(*node.rectangle) if node.rectangle and node.visible else None


def text_box(label: Node) -> Box | None:
    """The rectangle of the text that a label shows, whatever else it holds."""
    numbers = [float(number) for number in label.styles.get("::text", "").split()]
    return _box(*numbers) if len(numbers) == 4 else None


@once_a_node
def only_label(field: Node, page: Page) -> Node | None:
    """The `label` of a field that has this one name and no other, both seen, neither faded nor cut."""
    if not set(labels_of(field, page)) <= {"label"}:
        return None
    around = field.closest("label")
    labels = labels_for(field, page) or ([around] if around is not None and not around.has("for") else [])
    if len(labels) != 1 or not has_words(labels[0].raw_text):
        return None
    faded = any(
        n.styles.get("opacity", "1") != "1" or "clip-path" in n.styles
        for end in (field, labels[0])
        for n in (end, *end.ancestors())
        if n.is_element
    )
    pictured = any(labels[0].find("img", "svg"))
    return None if faded or pictured or labels[0].is_hidden else labels[0]


def direction_of(field: Node, label: Node, page: Page) -> str:
    """`ltr` or `rtl`, where the field, its label and all the labels of its form are read one way; else empty."""
    form = field.closest("form") or page.root
    direction = _direction_of_labels(form) if form is not None else ""
    return direction if all(n.styles.get("direction", "ltr") == direction for n in (field, label)) else ""


@once_a_node
def _direction_of_labels(form: Node) -> str:
    letters = {letter for label in form.find("label") for letter in label.raw_text if letter.isalpha()}
    kinds = {unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in letters}
    if len(kinds) != 1:
        return ""
    return "rtl" if kinds.pop() else "ltr"


def texts_near(field: Node, label: Node, page: Page) -> list[Box]:
    """The rectangles of the elements that hold a text of their own and are no label of another field."""
    mine = {label, *label.descendants()}
    found = []
    for node in holders_of_words(page):
        if node in mine or node.closest("label", "option", "button", "script") is not None:
            continue
        if box := box_of(node):
            found.append(box)
    return found


def _box(x: float, y: float, width: float, height: float) -> Box | None:
    return Box(x, y, x + width, y + height) if min(width, height) > _SMALLEST and x >= 0 and y >= 0 else None
