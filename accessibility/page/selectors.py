"""CSS selectors and excerpts that let a person find a node again."""

import re
from collections import Counter

from accessibility.page.model import DOCUMENT, SHADOW_ROOT, TEXT, Node, Page
from accessibility.page.once import handed_down, once_a_node

_SIMPLE_ID = re.compile(r"[A-Za-z][\w-]*\Z")
_EXCERPT_LENGTH = 300
_TEXT_LENGTH = 120
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def selector_path(node: Node) -> tuple[str, ...]:
    """One selector per tree: the frames and shadow hosts on the way, then the node in its own tree."""
    around, within = _way_to(node)
    return (*around, within or ":root")


@handed_down
def _way_to(node: Node, above: tuple[tuple[str, ...], str] | None) -> tuple[tuple[str, ...], str]:
    """The selectors of the frames and shadow hosts around, and the path in the node's own tree."""
    if above is None:
        return (), ""
    around, within = above
    if node.tag in (DOCUMENT, SHADOW_ROOT):
        return (*around, within or ":root"), ""
    if not node.is_element:
        return above
    identifier = node.get("id") or ""
    if _SIMPLE_ID.match(identifier) and not _shares_its_id(node, identifier):
        return around, f"#{identifier}"
    return around, f"{within} > {_step(node)}" if within else _step(node)


def excerpt(node: Node) -> str:
    """The element as HTML, opening tag and text, at most 300 characters."""
    if not node.is_element:
        return ""
    attributes = "".join(f' {name}="{value}"' if value else f" {name}" for name, value in node.attributes.items())
    opening = f"<{node.tag}{attributes}>"
    if node.tag in _VOID:
        return _shorten(opening)
    inner = " ".join(node.beginning_of_text(_TEXT_LENGTH).split())
    return _shorten(f"{opening}{_shorten(inner, _TEXT_LENGTH)}</{node.tag}>")


def _shorten(text: str, length: int = _EXCERPT_LENGTH) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _shares_its_id(node: Node, identifier: str) -> bool:
    return _identifiers(Page.tree_of(node))[identifier] > 1


@once_a_node
def _identifiers(tree: Node) -> Counter[str]:
    """How many elements of a document or shadow tree have each id: a page asks for hundreds of paths."""
    seen: Counter[str] = Counter()
    stack = [tree]
    while stack:
        for child in stack.pop().children:
            if child.tag not in (DOCUMENT, SHADOW_ROOT, TEXT):
                if identifier := child.attributes.get("id"):
                    seen[identifier] += 1
                stack.append(child)
    return seen


@once_a_node
def _positions(parent: Node) -> dict[int, int]:
    """The place of each child element among its siblings, from 1, by its index in the page."""
    return {child.index: place for place, child in enumerate(parent.elements, start=1)}


def _step(node: Node) -> str:
    if node.tag in ("html", "head", "body") or node.parent is None:
        return node.tag
    places = _positions(node.parent)
    return node.tag if len(places) == 1 else f"{node.tag}:nth-child({places[node.index]})"
