"""The text that a page gives to be read, passage by passage, each with the language that is declared for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from accessibility.page.language import declared_language, perceived_texts
from accessibility.page.model import DOCUMENT, TEXT, Node, Page
from accessibility.page.once import handed_down, once_a_page
from accessibility.page.text import squash

_INLINE = frozenset(
    "a abbr b bdi bdo big cite del dfn em font i ins label mark q s small span strike strong sub sup time u".split()
)
_NOT_PROSE = ("address", "code", "kbd", "math", "pre", "samp", "svg", "textarea", "tt", "var")


@dataclass(frozen=True)
class Passage:
    """The text of one block that has one declared language. `declared_by`: the element with the `lang`, if any."""

    text: str
    block: Node
    declared_by: Node | None

    @cached_property
    def language(self) -> str:
        """The main subtag of the declared language, in lower case (`fr` for `fr-CA`); empty without one."""
        code = declared_language(self.declared_by) if self.declared_by else ""
        return code.replace("_", "-").partition("-")[0].lower()


@once_a_page
def passages(page: Page) -> tuple[Passage, ...]:
    """The passages of the page's own document, in order. Code, addresses and what is not to be translated are left out.

    What is hidden from assistive technologies is none: no voice reads it.
    """
    parts: dict[tuple[int, int], tuple[Node, Node | None, list[str]]] = {}
    for text in _prose(perceived_texts(page)):
        block, declarer = _block_of(text), _declarer_of(text)
        key = (block.index, declarer.index if declarer else -1)
        parts.setdefault(key, (block, declarer, []))[2].append(text.text)
    return tuple(Passage(squash("".join(texts)), block, declarer) for block, declarer, texts in parts.values())


def _prose(texts: Iterable[Node]) -> Iterator[Node]:
    for text in texts:
        if _is_prose(text) and not text.parent.is_hidden_from_assistive_technology:
            yield text


@handed_down
def _is_prose(node: Node, above: bool | None) -> bool:
    untouched = node.get("translate") == "no" or "notranslate" in (node.get("class") or "")
    return above is not False and not untouched and node.tag not in _NOT_PROSE


@handed_down
def _block_of(node: Node, above: Node | None) -> Node:
    return above if above is not None and (node.tag == TEXT or node.tag in _INLINE) else node


@handed_down
def _declarer_of(node: Node, above: Node | None) -> Node | None:
    if node.tag == DOCUMENT:
        return None
    return node if node.has("lang") or node.has("xml:lang") else above
