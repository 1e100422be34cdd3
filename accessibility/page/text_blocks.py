"""The texts of a page as one reads them: by block, whatever the inline elements inside."""

from accessibility.page.model import Node, Page
from accessibility.page.once import handed_down, once_a_page
from accessibility.page.text import has_words, squash

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var".split()
)
_NOT_READ = ("script", "style", "template", "noscript", "title", "head", "textarea", "option", "pre", "code")
_LONGEST = 2000


@once_a_page
def texts_with_words(page: Page) -> list[Node]:
    """The texts that hold a letter or a digit, hidden or not, in document order."""
    return [text for text in page.texts if has_words(text.text)]


@once_a_page
def holders_of_words(page: Page) -> list[Node]:
    """The elements that hold a text of their own, hidden or not, in document order."""
    holders = {text.parent for text in texts_with_words(page) if text.parent is not None and text.parent.is_element}
    return sorted(holders, key=lambda node: node.index)


@once_a_page
def text_blocks(page: Page) -> dict[Node, str]:
    """The visible texts of the page by the block that holds them, at most 2,000 characters of each."""
    parts: dict[Node, list[str]] = {}
    for node in texts_with_words(page):
        if _is_read(node) and not (node.parent and node.parent.is_hidden):
            parts.setdefault(_block(node), []).append(node.text)
    return {block: squash(" ".join(texts))[:_LONGEST] for block, texts in parts.items() if block.is_element}


@handed_down
def _is_read(node: Node, above: bool | None) -> bool:
    return above is not False and node.tag not in _NOT_READ


def _block(text: Node) -> Node:
    block = text.parent or text
    while _is_inline(block) and block.parent is not None and block.parent.is_element:
        block = block.parent
    return block


def _is_inline(node: Node) -> bool:
    display = node.styles.get("display")
    return node.tag in _INLINE if display is None else display in ("inline", "contents")
