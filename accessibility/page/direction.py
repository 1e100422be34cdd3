"""The direction in which a text is read, and the one that the page declares for it."""

import re
import unicodedata

from accessibility.page.model import DOCUMENT, TEXT, Node
from accessibility.page.once import handed_down

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_FROM_HEBREW_ON = re.compile("[\u0590-\U0010ffff]")
"""No script before these characters is read from right to left."""


def right_to_left_letters(text: str) -> int:
    """How many letters belong to a script that is read from right to left."""
    beyond = _FROM_HEBREW_ON.findall(text)
    return sum(letter.isalpha() and unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in beyond)


def is_mostly_right_to_left(text: str) -> bool:
    """Most letters belong to a script that is read from right to left."""
    return 2 * right_to_left_letters(text) > sum(character.isalpha() for character in text)


def direction_around(node: Node, *, itself: bool = False) -> str:
    """The value of the nearest `dir` around a node in its own document, in lower case; empty without one."""
    first = node if itself else node.parent
    return _direction_within(first) if first is not None else ""


@handed_down
def _direction_within(node: Node, above: str | None) -> str:
    if node.tag == DOCUMENT:
        return ""
    return (node.get("dir") or "").strip().lower() or above or ""


def text_directed_by(node: Node) -> str:
    """The text whose direction an element sets: that of the elements in it with a direction of their own left out."""
    parts: list[str] = []
    stack = list(reversed(node.children))
    while stack:
        inner = stack.pop()
        if inner.tag == TEXT:
            parts.append(inner.text)
        elif inner.tag not in ("script", "style", "template", DOCUMENT) and not inner.has("dir"):
            stack.extend(reversed(inner.children))
    return "".join(parts)
