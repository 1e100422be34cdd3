"""What the Tab key showed of a page: where the focus stays, and what it cannot leave."""

from dataclasses import dataclass

from accessibility.page.model import Node, Page

_SEVERAL_STOPS = ("iframe", "frame", "object", "embed", "audio", "video", "select")
_SEVERAL_STOPS_INPUTS = ("date", "datetime-local", "month", "time", "week", "file", "radio")


@dataclass(frozen=True)
class TabWalk:
    """One walk through a page's own document with the Tab key.

    `stops`: the elements that received the focus and kept it. `trap`: the elements among which the focus turned
    without end, with Tab, with Shift and Tab, and after Escape, while others of the page could not be reached;
    empty where there is none or where the walk proves nothing.
    """

    stops: tuple[Node, ...] = ()
    trap: tuple[Node, ...] = ()


def tabbable(page: Page) -> list[Node]:
    """The elements of the page's own document that Tab should reach, a group of radio buttons left out."""
    return [
        node
        for node in page.nodes
        if node.focusable and not out_of_sequence(node) and not _is_radio(node) and page.tree_of(node) is page.document
    ]


def is_one_stop(node: Node) -> bool:
    """Tab passes the element in one press. In a frame, a player, a date field, it moves inside the element."""
    if node.tag == "input":
        return (node.get("type") or "text").strip().lower() not in _SEVERAL_STOPS_INPUTS
    own_tree = any(child.tag == "#shadow-root" for child in node.children)
    return node.tag not in _SEVERAL_STOPS and "-" not in node.tag and not own_tree


def hidden_from_assistive_technology(page: Page) -> list[Node]:
    """The elements that Tab should reach and that assistive technologies are not given."""
    return [node for node in tabbable(page) if any(_is_hidden(n) for n in (node, *node.ancestors()))]


def _is_hidden(node: Node) -> bool:
    return node.get("aria-hidden") == "true"


def _is_radio(node: Node) -> bool:
    return node.tag == "input" and (node.get("type") or "").strip().lower() == "radio"


def out_of_sequence(node: Node) -> bool:
    """Its `tabindex` is negative: the Tab key passes over it."""
    try:
        return int((node.get("tabindex") or "0").strip()) < 0
    except ValueError:
        return False
