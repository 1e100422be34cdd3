"""How a passage stands out of the sentence around it: by its colour, or by anything else."""

from collections.abc import Iterable

from accessibility.page.colours import colour, contrast
from accessibility.page.model import TEXT, Node
from accessibility.page.text import has_words

_OTHER_SIGNS = (
    *("background-image", "border", "box-shadow", "outline-style", "animation-name", "text-decoration-line"),
    "::drawn",
)
_INHERITED = ("font-weight", "font-size", "font-style", "text-transform")
_PICTURES = frozenset("img svg canvas object input button select".split())


def is_told_by_colour_alone(node: Node) -> bool:
    """The passage has another colour than what is around it, and nothing else sets it apart."""
    around = node.parent
    if around is None or not around.is_element or not has_words(node.raw_text):
        return False
    if node.styles.get("color") == around.styles.get("color"):
        return False
    inside = [node, *(inner for inner in node.descendants() if inner.is_element)]
    return not any(_stands_out(inner, around) for inner in inside)


def one_of_each_look(nodes: Iterable[Node]) -> list[Node]:
    """The first passage of each look: same tag, same class, same colours of its own and around."""
    looks: dict[tuple[str | None, ...], Node] = {}
    for node in nodes:
        around = node.parent.styles.get("color") if node.parent else None
        looks.setdefault((node.tag, node.get("class"), node.styles.get("color"), around), node)
    return list(looks.values())


def within_a_sentence(node: Node) -> bool:
    """Words that are not a link's stand beside the passage in the same block, and it flows with them."""
    around = node.parent
    if around is None or node.styles.get("display", "inline") != "inline":
        return False
    beside = (child for child in around.children if child is not node)
    return any(child.tag == TEXT and has_words(child.text) for child in beside)


def contrast_around(node: Node) -> float:
    """The contrast between the colour of a passage and that of what is around it; 1 when one is not known."""
    own = colour(node.styles.get("color", ""))
    other = colour(node.parent.styles.get("color", "")) if node.parent else None
    return contrast(own, other) if own and other else 1.0


def _stands_out(node: Node, around: Node) -> bool:
    if node.tag in _PICTURES or any(name in node.styles for name in _OTHER_SIGNS):
        return True
    if any(node.styles.get(name) != around.styles.get(name) for name in _INHERITED):
        return True
    return node.styles.get("background-color") not in ("rgba(0, 0, 0, 0)", around.styles.get("background-color"))
