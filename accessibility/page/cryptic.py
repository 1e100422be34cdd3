"""Contents that only the eye can read: emoticons typed with signs, drawings made of characters."""

import re

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.text import has_words, is_blank

_EMOTICON = re.compile(
    r"(?<![\w()\[{=&])(?:[:;=]['’]?[-o^]?[)(DPp|*]|[:;]['’]?-[/\\]|\^_?\^|<3|¯\\_\(ツ\)_/¯|[-o]_[-o]|xD|XD)(?![\w/)])"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT_PROSE = ("code", "kbd", "samp", "var", "script", "style", "textarea", "math")
_WHOLE = ("main", "article", "body")
_FEWEST_LINES = 3
_FEWEST_SIGNS = 40


@once_a_page
def cryptic_contents(page: Page) -> list[Node]:
    """The elements on the screen that hold an emoticon or a drawing, code left out."""
    texts = (n for n in page.texts if n.parent is not None and n.parent.namespace == HTML)
    found = {n.parent: None for n in texts if n.parent and (_EMOTICON.search(n.text) or _is_drawing_text(n))}
    return [node for node in shown(in_generated_code(found)) if node.closest(*_NOT_PROSE) is None]


def emoticon_of(node: Node) -> str:
    """The first emoticon that the element itself holds, empty without one."""
    match = _EMOTICON.search(" ".join(child.text for child in node.children if child.tag == TEXT))
    return match[0] if match else ""


def is_drawing(node: Node) -> bool:
    """The element itself holds lines kept as they are typed, mostly made of signs."""
    return any(child.tag == TEXT and _is_drawing_text(child) for child in node.children)


def holds_a_word(node: Node) -> bool:
    """Three letters in a row: words among the signs may explain them."""
    return _WORD.search(node.raw_text) is not None


def stands_alone(node: Node) -> bool:
    """Nothing else is said, by a text or an attribute, in the main content, article or page that holds the element."""
    around = node.closest(*_WHOLE)
    if around is None:
        return False
    inside = {node, *node.descendants()}
    return not any(_says_something(other) for other in around.descendants() if other not in inside)


def _says_something(node: Node) -> bool:
    if node.tag == TEXT:
        return has_words(node.text) and node.closest("script", "style", "template") is None
    return any(not is_blank(node.get(name) or "") for name in ("alt", "title", "aria-label", "aria-labelledby"))


def _is_drawing_text(node: Node) -> bool:
    if node.text.count("\n") < _FEWEST_LINES - 1 or node.closest("pre") is None:
        return False
    signs = [character for character in node.text if not character.isspace()]
    letters = sum(character.isalnum() for character in signs)
    return len(signs) >= _FEWEST_SIGNS and letters * 3 < len(signs)
