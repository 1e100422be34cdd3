"""What became of a page's texts when they were enlarged, spaced out, or shown in a narrow window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from accessibility.page.model import TEXT, Node, Page
from accessibility.page.once import once_a_page


class Damage(StrEnum):
    """What happened to a text that was whole at rest."""

    CUT = "cut"
    COVERED = "covered"
    WIDE = "wide"


@dataclass(frozen=True)
class Loss:
    """A text that cannot be read any more without a further gesture.

    `node`: what cuts it, what lies under another text, or what sticks out of the window. `text`: its beginning.
    `certain`: it is lost by a wide margin, and nothing on the page may give it back.
    """

    node: Node
    damage: Damage
    text: str
    certain: bool


@dataclass(frozen=True)
class StrainedLayout:
    """The losses by element, under each strain; a strain that was not tried is empty.

    `page_zoom`: the window's zoom at 200 %. `text_zoom`: the text alone at 200 %, tried only where the window's zoom
    loses something. `spacing`: the four spacings of WCAG 1.4.12. `narrow`: a window of 320 by 256 CSS pixels.
    """

    page_zoom: Mapping[Node, Loss] = field(default_factory=dict)
    text_zoom: Mapping[Node, Loss] = field(default_factory=dict)
    spacing: Mapping[Node, Loss] = field(default_factory=dict)
    narrow: Mapping[Node, Loss] = field(default_factory=dict)


@once_a_page
def elements_with_text(page: Page) -> tuple[Node, ...]:
    """The visible elements of the page's own document that hold text, and the visible ones around them."""
    found: dict[Node, None] = {}
    for node in page.nodes:
        shown = node.tag == TEXT and node.text.strip() and node.parent and node.parent.visible
        if shown and page.tree_of(node) is page.document:
            for ancestor in node.ancestors():
                if ancestor in found:
                    break
                if ancestor.visible:
                    found[ancestor] = None
    return tuple(sorted(found, key=lambda n: n.index))
