"""What a page hides from everybody, or from assistive technologies alone, and what of it holds words."""

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.text import has_words, is_blank

_NEVER_SHOWN = frozenset(
    "head script style template noscript title meta link base datalist option optgroup source track param area map col "
    "colgroup rp".split()
)
_HIDES_BY_ITSELF = frozenset("video audio canvas object iframe svg select details math progress meter".split())


@once_a_page
def hidden_contents(page: Page) -> list[Node]:
    """The outermost elements that are hidden from somebody and hold words, in document order."""
    found = []
    stack = [page.document]
    while stack:
        node = stack.pop()
        if node.is_element and (node.tag in _NEVER_SHOWN or node.namespace != HTML):
            continue
        if node.is_element and node.tag != "html" and _hides(node):
            if _holds_words(node):
                found.append(node)
            continue
        children = node.elements if node.tag == "details" or node.tag not in _HIDES_BY_ITSELF else []
        if node.tag == "details" and not node.has("open"):
            children = [child for child in children if child.tag == "summary"]
        stack.extend(reversed([*children, *(c for c in node.children if c.tag in ("#shadow-root", "#document"))]))
    return found


def _hides(node: Node) -> bool:
    return node.is_hidden or node.get("aria-hidden") == "true"


def _holds_words(node: Node) -> bool:
    if node.get("aria-hidden") == "true" and not node.is_hidden:
        return has_words(node.raw_text) and not _is_icon(node)
    return any(_says(inner) for inner in node.descendants())


def _says(node: Node) -> bool:
    if node.tag == TEXT:
        around = node.parent
        return has_words(node.text) and around is not None and around.is_hidden and not _is_code(around)
    return node.tag == "img" and node.is_hidden and not is_blank(node.get("alt") or "")


def _is_code(node: Node) -> bool:
    return node.closest("script", "style", "template", "noscript", "option") is not None


def _is_icon(node: Node) -> bool:
    """The name of a drawing in an icon font, which is no text."""
    return "icon" in (node.get("class") or "").lower() and " " not in node.raw_text.strip()
