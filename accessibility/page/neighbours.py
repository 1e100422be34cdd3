"""What is beside an element: the adjacent link or button by which the RGAA lets an alternative be reached."""

from itertools import islice

from accessibility.page.model import Node
from accessibility.page.once import once_a_node
from accessibility.page.siblings import elements_around, nodes_after, nodes_before

_NEAR = 4
_FEW_NODES = 20
_LEVELS = 3
_WIDE = 3
_CONTROLS = ("a", "button", "summary", "input", "area")
_BLOCKS = frozenset("p div figure figcaption section article li dd dt td th blockquote details body main".split())


def has_control_beside(node: Node) -> bool:
    """A link or a button just before or after the element, in its block or in the neighbouring ones."""
    return any(_is_control(n) for place in _places(node) for n in _within(place, node))


def has_control_around(node: Node) -> bool:
    """A link or a button within the blocks around the element: three before each block that holds it, three after."""
    child = node
    for ancestor in list(node.ancestors())[:_LEVELS]:
        before, after = elements_around(child, _WIDE, _WIDE)
        if any(_is_control(n) for place in before + after for n in (place, *place.descendants()) if n.is_element):
            return True
        child = ancestor
    return False


def controls_beside(node: Node) -> list[Node]:
    """The links and buttons of the element's block and of the ones that touch it, as far as they hold a few things."""
    return [n for place in _places(node) if _is_small(place) for n in _within(place, node) if _is_control(n)]


def siblings_beside(node: Node) -> list[Node]:
    """The nodes just before the element and just after it, as far as they hold a few things."""
    before = list(islice(nodes_before(node), _NEAR))[::-1]
    return [n for n in (*before, *islice(nodes_after(node), _NEAR)) if _is_small(n)]


def _places(node: Node) -> list[Node]:
    """The element's block, then the ones that touch it on the page."""
    block = next((n for n in node.ancestors() if n.tag in _BLOCKS), node.parent)
    if block is None:
        return []
    own = block.tag not in ("body", "main", "section", "article")
    nearby = [block] if own else []
    child = node
    while child.parent is not None and child.parent is not block:
        child = child.parent
    anchor = block if own else child
    before, after = elements_around(anchor, 1, 1)
    return nearby + before + after


def _within(place: Node, node: Node) -> list[Node]:
    """The place and what it holds, the element itself left out."""
    inside = {node, *node.descendants()}
    return [n for n in (place, *place.descendants()) if n not in inside]


@once_a_node
def _is_small(place: Node) -> bool:
    return len(list(islice(place.descendants(), _FEW_NODES + 1))) <= _FEW_NODES


def _is_control(node: Node) -> bool:
    return (node.tag in _CONTROLS and (node.tag != "a" or node.has("href"))) or node.explicit_role in ("link", "button")
