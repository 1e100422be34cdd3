"""In which order the Tab key goes through a page, and where that order leaves the one that the eye follows."""

from accessibility.page.model import Node, Page
from accessibility.page.tab_walk import tabbable

_SMALLEST = 8
"""CSS pixels under which an element is hidden from the eye on purpose."""
_LEFT_THE_FLOW = ("fixed", "sticky")


def tab_order(page: Page) -> list[Node]:
    """The stops of the page's own document: positive `tabindex` first, then the others as written."""
    return sorted(tabbable(page), key=lambda node: _rank(node) or float("inf"))


def steps_back(page: Page) -> list[tuple[Node, Node]]:
    """The pairs of stops (from, to) in which the eye has to go back: to the left on a line, or up in a column.

    Up and to the right is no step back: that is how one reaches the next column.
    """
    if page.root is None or page.root.styles.get("direction") == "rtl":
        return []
    stops = [node for node in tab_order(page) if _stands_in_the_page(node)]
    return [(one, other) for one, other in zip(stops, stops[1:], strict=False) if _goes_back(one, other)]


def _rank(node: Node) -> int:
    try:
        return max(0, int((node.get("tabindex") or "0").strip()))
    except ValueError:
        return 0


def _stands_in_the_page(node: Node) -> bool:
    if node.rectangle is None or any(n.styles.get("position") in _LEFT_THE_FLOW for n in (node, *node.ancestors())):
        return False
    left, top, width, height = node.rectangle
    return left >= 0 and top >= 0 and width >= _SMALLEST and height >= _SMALLEST


def _goes_back(one: Node, other: Node) -> bool:
    if one in other.ancestors() or other in one.ancestors():
        return False
    left, top, width, height = one.rectangle
    next_left, next_top, next_width, next_height = other.rectangle
    on_one_line = min(top + height, next_top + next_height) - max(top, next_top) > min(height, next_height) / 2
    if on_one_line:
        return next_left + next_width <= left + 1
    above = next_top + next_height <= top + 1
    in_one_column = min(left + width, next_left + next_width) - max(left, next_left) > min(width, next_width) / 2
    return above and (in_one_column or next_left + next_width <= left)
