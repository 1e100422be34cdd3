"""The texts of a page that is being written, block by block, as its readers will see them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag

from home.models.pages import EditorialPage

_TEXTS = frozenset("p li dd dt td th blockquote figcaption summary h2 h3 h4 h5 h6".split())
_NOT_READ = ("script", "style", "template", "svg", "[hidden]", ".visually-hidden")


@dataclass(frozen=True)
class Passage:
    """A text that is read in one go. `path`: the field that it is written in, as Wagtail names contents.

    `explained`: the acronyms that their own mark-up explains.
    """

    text: str
    path: str
    where: str
    explained: frozenset[str] = frozenset()


def passages(page: EditorialPage) -> Iterator[Passage]:
    """The introduction, then what each block shows. What is in another language than the page is left out."""
    language = page.locale.language_code if page.locale_id else "fr"
    if page.introduction.strip():
        yield Passage(_spaced(page.introduction), "introduction", "Introduction")
    for number, block in enumerate(page.body, 1):
        label = str(block.block.label)
        html = str(block.render({"page": page}))
        yield from passages_of(html, f"body.{block.id}", f"Bloc {number}, {label}", language)


def passages_of(html: str, path: str, where: str, language: str = "fr") -> Iterator[Passage]:
    """The texts of some HTML, each once: a list within an item is not read with the item."""
    document = BeautifulSoup(html, "html5lib")
    for unread in document.select(", ".join(_NOT_READ)):
        unread.decompose()
    explained = frozenset(abbr.get_text().strip() for abbr in document.select("abbr[title]"))
    for element in document.find_all(_TEXTS):
        text = _spaced("".join(_own_texts(element, language)))
        if text:
            yield Passage(text, path, where, explained)


def _own_texts(element: Tag, language: str) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, NavigableString):
            yield str(child)
        elif isinstance(child, Tag) and child.name == "br":
            yield "\n"
        elif isinstance(child, Tag) and child.name not in _TEXTS and _is_in(child, language):
            yield from _own_texts(child, language)


def _is_in(element: Tag, language: str) -> bool:
    said = element.get("lang")
    return not said or str(said).partition("-")[0] == language


def _spaced(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))
