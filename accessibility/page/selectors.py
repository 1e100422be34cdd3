"""CSS selectors and excerpts that let a person find a node again."""

import re
from collections import Counter
from functools import lru_cache

from accessibility.page.model import DOCUMENT, SHADOW_ROOT, TEXT, Node

_SIMPLE_ID = re.compile(r"[A-Za-z][\w-]*\Z")
_EXCERPT_LENGTH = 300
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def selector_path(node: Node) -> tuple[str, ...]:
    """One selector per tree: the frames and shadow hosts on the way, then the node in its own tree."""
    selectors: list[str] = []
    parts: list[str] = []
    current: Node | None = node
    while current is not None:
        if current.tag in (DOCUMENT, SHADOW_ROOT):
            selectors.append(" > ".join(reversed(parts)) or ":root")
            parts = []
        elif current.is_element:
            identifier = current.get("id") or ""
            if _SIMPLE_ID.match(identifier) and not _shares_its_id(current, identifier):
                parts.append(f"#{identifier}")
                current = _tree(current)
                continue
            parts.append(_step(current))
        current = current.parent
    return tuple(reversed(selectors))


def excerpt(node: Node) -> str:
    """The element as HTML, opening tag and text, at most 300 characters."""
    if not node.is_element:
        return ""
    attributes = "".join(f' {name}="{value}"' if value else f" {name}" for name, value in node.attributes.items())
    opening = f"<{node.tag}{attributes}>"
    if node.tag in _VOID:
        return _shorten(opening)
    inner = " ".join(node.raw_text.split())
    return _shorten(f"{opening}{_shorten(inner, 120)}</{node.tag}>")


def _shorten(text: str, length: int = _EXCERPT_LENGTH) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _tree(node: Node) -> Node:
    return next(n for n in node.ancestors() if n.tag in (DOCUMENT, SHADOW_ROOT))


def _shares_its_id(node: Node, identifier: str) -> bool:
    return _identifiers(_tree(node))[identifier] > 1


@lru_cache(maxsize=4)
def _identifiers(tree: Node) -> Counter[str]:
    """How often each id is used in a document or a shadow root, those of the trees inside it left out."""
    seen: Counter[str] = Counter()
    stack = [tree]
    while stack:
        for child in stack.pop().children:
            if child.tag in (DOCUMENT, SHADOW_ROOT, TEXT):
                continue
            if "id" in child.attributes:
                seen[child.attributes["id"]] += 1
            stack.append(child)
    return seen


def _step(node: Node) -> str:
    if node.tag in ("html", "head", "body") or node.parent is None:
        return node.tag
    siblings = node.parent.elements
    return node.tag if len(siblings) == 1 else f"{node.tag}:nth-child({siblings.index(node) + 1})"
