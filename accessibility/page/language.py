"""The language that the page declares, for itself and for each text."""

from accessibility.page.model import DOCUMENT, TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.text import has_words

_NOT_PROSE = ("script", "style", "template", "noscript")


def declared_language(node: Node) -> str:
    """The language that the element itself declares, empty without one."""
    return (node.get("lang") or node.get("xml:lang") or "").strip()


def has_language(node: Node) -> bool:
    """The node, or an element around it in its own document, declares a language."""
    for element in (node, *node.ancestors()):
        if element.tag == DOCUMENT:
            return False
        if declared_language(element):
            return True
    return False


@once_a_page
def perceived_texts(page: Page) -> list[Node]:
    """The texts with words that the page's own document gives to be read or heard."""
    return [
        node
        for node in page.nodes
        if node.tag == TEXT
        and has_words(node.text)
        and node.parent is not None
        and not any(ancestor.tag == "iframe" for ancestor in node.ancestors())
        and node.closest(*_NOT_PROSE) is None
        and not node.parent.is_hidden
    ]
