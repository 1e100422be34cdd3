"""The document type declaration: as the parser took it, and as it is written in the source."""

from functools import lru_cache
from html.parser import HTMLParser

from accessibility.page.model import Doctype, Page

_W3C_HTML = ("-//W3C//DTD HTML", "-//W3C//DTD XHTML", "-//W3C//DTD html", "-//W3C//DTD xhtml")
_HTML4 = "http://www.w3.org/TR/html4/"
_XHTML1 = "http://www.w3.org/TR/xhtml1/DTD/"

_KNOWN = {
    "-//IETF//DTD HTML//EN": (),
    "-//IETF//DTD HTML 2.0//EN": (),
    "-//W3C//DTD HTML 3.2//EN": (),
    "-//W3C//DTD HTML 3.2 Final//EN": (),
    "-//W3C//DTD HTML 4.0//EN": ("http://www.w3.org/TR/REC-html40/strict.dtd", f"{_HTML4}strict.dtd"),
    "-//W3C//DTD HTML 4.0 Transitional//EN": (
        "http://www.w3.org/TR/REC-html40/loose.dtd",
        f"{_HTML4}loose.dtd",
    ),
    "-//W3C//DTD HTML 4.0 Frameset//EN": (
        "http://www.w3.org/TR/REC-html40/frameset.dtd",
        f"{_HTML4}frameset.dtd",
    ),
    "-//W3C//DTD HTML 4.01//EN": (f"{_HTML4}strict.dtd",),
    "-//W3C//DTD HTML 4.01 Transitional//EN": (f"{_HTML4}loose.dtd",),
    "-//W3C//DTD HTML 4.01 Frameset//EN": (f"{_HTML4}frameset.dtd",),
    "-//W3C//DTD XHTML 1.0 Strict//EN": (f"{_XHTML1}xhtml1-strict.dtd",),
    "-//W3C//DTD XHTML 1.0 Transitional//EN": (f"{_XHTML1}xhtml1-transitional.dtd",),
    "-//W3C//DTD XHTML 1.0 Frameset//EN": (f"{_XHTML1}xhtml1-frameset.dtd",),
    "-//W3C//DTD XHTML 1.1//EN": ("http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd",),
    "-//W3C//DTD XHTML Basic 1.0//EN": ("http://www.w3.org/TR/xhtml-basic/xhtml-basic10.dtd",),
    "-//W3C//DTD XHTML Basic 1.1//EN": ("http://www.w3.org/TR/xhtml-basic/xhtml-basic11.dtd",),
    "-//W3C//DTD XHTML+RDFa 1.0//EN": ("http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd",),
    "-//W3C//DTD XHTML+RDFa 1.1//EN": ("http://www.w3.org/MarkUp/DTD/xhtml-rdfa-2.dtd",),
    "-//W3C//DTD XHTML 1.1 plus MathML 2.0//EN": ("http://www.w3.org/Math/DTD/mathml2/xhtml-math11-f.dtd",),
    "-//W3C//DTD XHTML 1.1 plus MathML 2.0 plus SVG 1.1//EN": (
        "http://www.w3.org/2002/04/xhtml-math-svg/xhtml-math-svg.dtd",
    ),
}


def is_html5(doctype: Doctype | None) -> bool:
    """`<!DOCTYPE html>`, alone or with the system identifier that HTML allows for old tools."""
    return (
        doctype is not None
        and doctype.name.lower() == "html"
        and not doctype.public_id
        and doctype.system_id in ("", "about:legacy-compat")
    )


def is_known_valid(doctype: Doctype) -> bool:
    """One of the declarations that the HTML and XHTML specifications give, word for word."""
    if is_html5(doctype):
        return True
    systems = _KNOWN.get(doctype.public_id)
    return doctype.name.lower() == "html" and systems is not None and doctype.system_id in ("", *systems)


def is_certainly_invalid(doctype: Doctype) -> bool:
    """It names no HTML document, or a document type or an address of the W3C that the W3C never published."""
    if doctype.public_id not in _KNOWN and doctype.public_id.startswith(_W3C_HTML):
        return True
    if not doctype.public_id and doctype.name.lower() != "html":
        return True
    if doctype.public_id not in _KNOWN or not doctype.system_id.startswith("http://www.w3.org/"):
        return False
    return doctype.system_id not in _KNOWN[doctype.public_id] if _KNOWN[doctype.public_id] else False


def is_written_after_html(page: Page) -> bool:
    """The source has a declaration, but after the `html` tag, where browsers ignore it."""
    return page.doctype is None and bool(page.source) and _order_in_source(page.source) == ("html", "doctype")


@lru_cache(maxsize=4)
def _order_in_source(source: str) -> tuple[str, ...]:
    reader = _DoctypeReader()
    reader.feed(source)
    return tuple(reader.seen)


class _DoctypeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []

    def handle_decl(self, decl: str) -> None:
        if decl.lower().startswith("doctype"):
            self._note("doctype")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self._note("html")

    def _note(self, what: str) -> None:
        if what not in self.seen:
            self.seen.append(what)
