"""What stands beside a node under the same parent, had without walking through all of the siblings each time."""

from collections.abc import Iterator
from itertools import islice

from accessibility.page.model import Node
from accessibility.page.once import once_a_node


def nodes_before(node: Node) -> Iterator[Node]:
    """The siblings before the node, texts included, the nearest first."""
    if node.parent is not None:
        children = node.parent.children
        yield from (children[place] for place in range(_places(node.parent)[node] - 1, -1, -1))


def nodes_after(node: Node) -> Iterator[Node]:
    """The siblings after the node, texts included, in their order."""
    if node.parent is not None:
        children = node.parent.children
        yield from (children[place] for place in range(_places(node.parent)[node] + 1, len(children)))


def elements_around(node: Node, before: int, after: int) -> tuple[list[Node], list[Node]]:
    """The nearest elements before the node and after it, so many at the most, in their order."""
    nearest = list(islice((n for n in nodes_before(node) if n.is_element), before))
    return nearest[::-1], list(islice((n for n in nodes_after(node) if n.is_element), after))


@once_a_node
def _places(parent: Node) -> dict[Node, int]:
    return {child: place for place, child in enumerate(parent.children)}
