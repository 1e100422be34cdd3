"""What a page listens to: by pointer, by key, by focus, on which elements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accessibility.page.model import Node, Page

PRESSES = frozenset(
    ("click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "auxclick")
)
HOVERS = frozenset(("mouseover", "mouseenter", "mousemove", "mouseout", "mouseleave", "pointerenter", "pointerover"))
KEYS = frozenset(("keydown", "keypress", "keyup"))
FOCUSES = frozenset(("focus", "focusin", "blur", "focusout"))

_ACTIVE = frozenset(
    "button input select textarea summary option label area video audio iframe frame object embed form details dialog "
    "html body".split()
)


@dataclass(frozen=True)
class Listeners:
    """The kinds of events that are listened to, by element, and `elsewhere` (on the document and on the window).

    `whole`: every element that listens was found again in the page's table.
    """

    by_node: Mapping[Node, frozenset[str]] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    whole: bool = True

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of event that something listens to."""
        return self.elsewhere.union(*self.by_node.values())

    def around(self, node: Node) -> frozenset[str]:
        """What is listened to on an element or on what is around it, the document included."""
        kinds = (self.by_node.get(other, frozenset()) for other in (node, *node.ancestors()))
        return self.elsewhere.union(*kinds)


def pointed_elements(page: Page) -> list[Node]:
    """The visible elements that react to a pointer by a script, and by nothing of their own."""
    if page.listeners is None:
        return []
    found = [
        node
        for node, kinds in page.listeners.by_node.items()
        if kinds & (PRESSES | HOVERS) and node.visible and not _is_active(node)
    ]
    return sorted(found, key=lambda node: node.index)


def holds_the_focus(nodes: Iterable[Node]) -> bool:
    """The keyboard reaches one of them."""
    return any(node.focusable and not (node.get("tabindex") or "").strip().startswith("-") for node in nodes)


def _is_active(node: Node) -> bool:
    return node.tag in _ACTIVE or "-" in node.tag or (node.tag == "a" and (node.has("href") or node.has("xlink:href")))
