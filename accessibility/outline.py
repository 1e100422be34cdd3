"""What the source of a page says of its place in a site: title, links, search form, and traits of its presentation."""

import codecs
import re
from dataclasses import dataclass
from urllib.parse import quote_plus, urljoin

from lxml import etree, html

_DIGIT = re.compile(r"\d")
_TELLING = frozenset("form table iframe video audio svg canvas details dialog figure dl ol select textarea".split())
_TYPED = frozenset(("", "text", "search"))
_MOST_TRAITS = 500


@dataclass(frozen=True)
class Outline:
    """A page's title, absolute links, and `traits`: the kinds of its elements and their classes, digits left out.

    `search`: the address of the results that its search form gives for a word, `{}` in place of the word; empty
    without such a form.
    """

    title: str = ""
    links: tuple[str, ...] = ()
    search: str = ""
    traits: frozenset[str] = frozenset()


def outline_of(body: bytes, address: str) -> Outline:
    """Read a page's source; what is no page, or is broken, gives what could be read of it."""
    try:
        text = body.decode(_encoding(body), "replace").encode("utf-8", "replace")
        root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return Outline()
    base = _joined(address, next(iter(root.xpath("//base/@href")), "")) or address
    hrefs = (str(href).strip() for href in root.xpath("//a/@href | //area/@href"))
    links = (_joined(base, href) for href in hrefs if href and not href.startswith("#"))
    title = " ".join((root.findtext(".//title") or "").split())
    return Outline(title, tuple(dict.fromkeys(filter(None, links))), _search(root, base), _traits(root))


def _encoding(body: bytes) -> str:
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:2048], re.IGNORECASE)
    try:
        return codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except (LookupError, UnicodeError):
        return "utf-8"


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def _search(root, base: str) -> str:
    for form in root.iter("form"):
        fields = [field for field in form.iter("input") if (field.get("type") or "").lower() in _TYPED]
        is_search = (
            any((field.get("type") or "").lower() == "search" for field in fields) or form.get("role") == "search"
        )
        named = [field.get("name") for field in fields if field.get("name")]
        if (form.get("method") or "get").lower() == "get" and is_search and len(named) == 1:
            action = _joined(base, (form.get("action") or "").strip()).partition("#")[0].partition("?")[0]
            return f"{action.replace('{', '%7B').replace('}', '%7D')}?{quote_plus(named[0])}={{}}" if action else ""
    return ""


def _traits(root) -> frozenset[str]:
    traits: set[str] = set()
    for element in root.iter(etree.Element):
        if element.tag in _TELLING:
            traits.add(element.tag)
        traits.update(f".{name}" for name in (element.get("class") or "").split() if not _DIGIT.search(name))
        if len(traits) > _MOST_TRAITS:
            break
    return frozenset(traits)
