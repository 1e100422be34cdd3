"""The language that the page declares, for itself and for each text."""

from accessibility.page.model import DOCUMENT, Node, Page
from accessibility.page.once import handed_down, once_a_page
from accessibility.page.text_blocks import texts_with_words

_NOT_READ = ("script", "style", "template", "noscript", "iframe")


def declared_language(node: Node) -> str:
    """The language that the element itself declares, empty without one."""
    return (node.get("lang") or node.get("xml:lang") or "").strip()


@handed_down
def has_language(node: Node, above: bool | None) -> bool:
    """The node, or an element around it in its own document, declares a language."""
    return node.tag != DOCUMENT and (bool(above) or bool(declared_language(node)))


@once_a_page
def perceived_texts(page: Page) -> list[Node]:
    """The texts with words that the page's own document gives to be read or heard."""
    return [
        node
        for node in texts_with_words(page)
        if node.parent is not None and _is_read(node.parent) and not node.parent.is_hidden
    ]


@handed_down
def _is_read(node: Node, above: bool | None) -> bool:
    return above is not False and node.tag not in _NOT_READ
