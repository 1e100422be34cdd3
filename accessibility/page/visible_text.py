"""The text that a component shows on the screen, as far as one may be sure of it."""

from accessibility.page.model import TEXT, Node
from accessibility.page.text import words

_SMALLEST = 2
_SHORTEST_WORD = 3


def shown_words(node: Node) -> list[str]:
    """The words that are seen for certain: not those of hidden, clipped, transparent or icon-like elements."""
    found: list[str] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if child.tag == TEXT:
            found.extend(words(child.text))
        elif child.is_element and _is_seen(child):
            stack.extend(reversed(child.children))
    return found


def long_words(node: Node) -> list[str]:
    """Those of three letters or more."""
    return [word for word in shown_words(node) if len(word) >= _SHORTEST_WORD and word.isalpha()]


def is_seen_for_certain(node: Node) -> bool:
    """Neither the element nor anything around it is hidden, clipped, transparent or icon-like."""
    around = (ancestor for ancestor in node.ancestors() if ancestor.is_element and ancestor.tag not in ("body", "html"))
    return all(map(_is_seen, (node, *around)))


def is_missing_from(node: Node, name: str) -> bool:
    """A word of three letters or more is seen in the component, and nothing in the name reads like it."""
    said = "".join(words(name))
    return any(word not in said for word in long_words(node))


def is_said_in_order(node: Node, name: str) -> bool:
    """What is seen is in the name, letter for letter, punctuation and case aside."""
    return "".join(shown_words(node)) in "".join(words(name))


def _is_seen(node: Node) -> bool:
    if node.is_hidden or node.tag in ("i", "svg", "script", "style") or node.get("aria-hidden") == "true":
        return False
    if "icon" in (node.get("class") or "").lower() or node.styles.get("opacity") == "0" or "clip-path" in node.styles:
        return False
    if node.rectangle is None:
        return True
    x, y, width, height = node.rectangle
    return width > _SMALLEST and height > _SMALLEST and x + width > 0 and y + height > 0
