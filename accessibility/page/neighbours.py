"""What is beside an element: the adjacent link or button by which the RGAA lets an alternative be reached."""

from collections.abc import Iterator

from accessibility.page.model import TEXT, Node
from accessibility.page.text import has_words

_CONTROLS = ("a", "button", "summary", "input", "area")
_BLOCKS = frozenset("p div figure figcaption section article li dd dt td th blockquote details body main".split())


def has_control_beside(node: Node) -> bool:
    """A link or a button just before or after the element, in its block or in the neighbouring ones."""
    return bool(controls_beside(node))


def controls_beside(node: Node) -> list[Node]:
    """The links and buttons of the element's block and of the blocks that touch it."""
    return [n for n in beside(node) if _is_control(n)]


def words_beside(node: Node) -> str:
    """The text of the element's block and of the blocks that touch it, links included."""
    return " ".join(n.text for n in beside(node) if n.tag == TEXT and has_words(n.text))


def beside(node: Node) -> Iterator[Node]:
    """What is in the element's block but not in it, then in the blocks that touch it on the page."""
    block = next((n for n in node.ancestors() if n.tag in _BLOCKS), node.parent)
    if block is None:
        return
    inside = {n.index for n in node.descendants()} | {node.index}
    own = block.tag not in ("body", "main", "section", "article")
    nearby = [block] if own else []
    child = node
    while child.parent is not None and child.parent is not block:
        child = child.parent
    anchor = block if own else child
    siblings = anchor.parent.elements if anchor.parent else []
    position = next((i for i, n in enumerate(siblings) if n is anchor), 0)
    nearby += siblings[max(position - 1, 0) : position] + siblings[position + 1 : position + 2]
    for place in nearby:
        yield from (n for n in (place, *place.descendants()) if n.index not in inside)


def _is_control(node: Node) -> bool:
    return (node.tag in _CONTROLS and (node.tag != "a" or node.has("href"))) or node.explicit_role in ("link", "button")
