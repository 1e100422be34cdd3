"""How the focus shows on each element that receives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from accessibility.page.model import HTML, Node, Page
from accessibility.page.tab_walk import out_of_sequence

_DRAWN_BY_EACH_BROWSER = ("select", "textarea", "iframe", "frame", "object", "embed", "audio", "video")
_BUTTONS = ("button", "image", "reset", "submit")
_OPERATED = frozenset("a area button input select textarea summary audio video".split())


class Mark(Enum):
    """What was seen of the focus of an element."""

    NATIVE = "the browser's own outline, in sight"
    VISIBLE = "another style, in strong contrast with what was there"
    UNSEEN = "not a pixel changed, and the outline had been taken away"
    UNSURE = "a change that may not be seen, or an element that could not be measured"


@dataclass(frozen=True)
class FocusMarks:
    """The mark of every element that could be tried. `alike`: of one that is unseen, those that it stands for."""

    marks: Mapping[Node, Mark]
    alike: Mapping[Node, tuple[Node, ...]] = field(default_factory=dict)


def receivers(page: Page) -> list[Node]:
    """The elements that may receive the focus from the keyboard as the page stands, in every document that is seen.

    Those out of the tab sequence count where they have a role or are made to be operated: arrows may lead there.
    """
    return [
        node
        for node in page.nodes
        if node.focusable and (not out_of_sequence(node) or node.explicit_role or node.tag in _OPERATED)
    ]


def is_bare_without_outline(node: Node) -> bool:
    """Every browser draws an outline around it when it has the focus, unless the author takes it away."""
    return node.namespace == HTML and node.tag not in (*_DRAWN_BY_EACH_BROWSER, "html", "body", "area", "img")


def is_drawn_by_each_browser(node: Node) -> bool:
    """A field, a player, a frame or an object, whose own look and focus every browser draws in its way."""
    if node.tag == "input":
        return (node.get("type") or "").strip().lower() not in _BUTTONS
    return node.tag in _DRAWN_BY_EACH_BROWSER


def hidden_receivers(page: Page) -> list[Node]:
    """The elements that would receive the focus if they were shown."""
    return [
        node
        for node in page.nodes
        if node.is_element and not node.visible and not node.focusable and _could_be_focused(node)
    ]


def _could_be_focused(node: Node) -> bool:
    if node.tag in ("a", "area"):
        return node.has("href")
    if node.tag == "input":
        return (node.get("type") or "").strip().lower() != "hidden"
    return node.tag in ("button", "select", "textarea", "summary") or node.has("tabindex")
