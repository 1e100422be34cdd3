"""A PDF as the checks see it: opened, its structure and its pages read once."""

import io
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from accessibility.documents.defect import UnreadableDocument
from accessibility.documents.pdf.content import PageContent, Reader, Shown
from accessibility.documents.pdf.structure import Element, elements_of, text_of
from accessibility.page.text import squash

_MOST_XMP_BYTES = 2_000_000
_MOST_ANNOTATIONS = 100_000
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_EXCERPT = 160
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5


@dataclass(frozen=True)
class Annotation:
    """An annotation that a person sees. `page`: from 1."""

    page: int
    kind: str
    entry: Any = field(repr=False)

    @property
    def identity(self) -> tuple[int, int]:
        """What a tag that holds it calls it."""
        return self.entry.objgen


class Document:
    """A PDF that was opened. `name`: of its file."""

    def __init__(self, pdf: pikepdf.Pdf, name: str) -> None:
        self.pdf = pdf
        self.name = name
        self.root = pdf.Root
        self.elements: list[Element] = elements_of(pdf)
        self.pages: list[PageContent] = Reader().pages(pdf)
        self.annotations = _annotations(pdf)
        tree = self.root.get("/StructTreeRoot")
        self.classes = tree.get("/ClassMap") if isinstance(tree, pikepdf.Dictionary) else None
        self.roles = tree.get("/RoleMap") if isinstance(tree, pikepdf.Dictionary) else None

    @cached_property
    def title(self) -> str:
        """That of the XMP metadata, else that of the information dictionary."""
        information = self.pdf.trailer.get("/Info")
        described = text_of(information, "/Title") if isinstance(information, pikepdf.Dictionary) else ""
        return squash(_xmp_title(self.root.get("/Metadata")) or described)

    @cached_property
    def language(self) -> str:
        """The language of the whole document, as declared."""
        return text_of(self.root, "/Lang").strip()

    @cached_property
    def is_marked(self) -> bool:
        """It says that it is tagged."""
        marking = self.root.get("/MarkInfo")
        return isinstance(marking, pikepdf.Dictionary) and marking.get("/Marked") is True

    @cached_property
    def has_text(self) -> bool:
        """Text is shown somewhere, whether or not its characters have a meaning."""
        return any(part.text.strip() for page in self.pages for part in page.parts)

    def shown_by(self, element: Element, *, whole: bool = True) -> list[Shown]:
        """What the marks of an element show; `whole`: with those of its descendants."""
        elements = element.whole() if whole else (element,)
        found = []
        for each in elements:
            for page, mark in each.marks:
                if 0 < page <= len(self.pages) and (shown := self.pages[page - 1].tagged.get(mark)):
                    found.append(shown)
        return found

    def text(self, element: Element) -> str:
        """The text inside an element."""
        return squash(" ".join(shown.text for shown in self.shown_by(element)))

    def excerpt(self, element: Element) -> str:
        """The tag and the beginning of its text."""
        text = self.text(element)
        return f"<{element.written}> {text[: _EXCERPT - 1] + '…' if len(text) > _EXCERPT else text}".strip()

    def where(self, element: Element) -> str:
        """The page of an element, or of the first thing inside it, as a person names it."""
        pages = [page for each in element.whole() for page, _ in each.marks if page] or [element.page]
        return f"page {pages[0]}" if pages[0] else "document"


def open_document(data: bytes, name: str) -> Document:
    """Open and read a PDF. Raises UnreadableDocument."""
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        if not len(pdf.pages):
            raise UnreadableDocument("the PDF has no page")
        form = pdf.Root.get("/AcroForm")
        if isinstance(form, pikepdf.Dictionary) and "/XFA" in form and "/StructTreeRoot" not in pdf.Root:
            raise UnreadableDocument("not judged: a dynamic form (XFA), which few programs show")
        if "/Collection" in pdf.Root:
            raise UnreadableDocument("not judged: a portfolio; check the files that it holds")
        return Document(pdf, name)
    except pikepdf.PasswordError as error:
        raise UnreadableDocument("the PDF asks for a password") from error
    except MemoryError as error:
        raise UnreadableDocument("too large to be judged: it asks for too much memory") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableDocument("the PDF is broken: its objects cannot be read") from error


def _annotations(pdf: pikepdf.Pdf) -> list[Annotation]:
    found: list[Annotation] = []
    for number, page in enumerate(pdf.pages, 1):
        entries = page.obj.get("/Annots")
        for entry in entries if isinstance(entries, pikepdf.Array) else ():
            if not isinstance(entry, pikepdf.Dictionary):
                continue
            flags = entry.get("/F", 0)
            if isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW) or _is_flat(entry.get("/Rect")):
                continue
            if len(found) >= _MOST_ANNOTATIONS:
                raise UnreadableDocument(f"too large to be judged: more than {_MOST_ANNOTATIONS} annotations")
            found.append(Annotation(number, str(entry.get("/Subtype"))[1:], entry))
    return found


def _is_flat(rectangle: Any) -> bool:
    """Nothing of it can be seen."""
    if not isinstance(rectangle, pikepdf.Array) or len(rectangle) != 4:
        return False
    left, bottom, right, top = (float(side) for side in rectangle)
    return left == right or bottom == top


def _xmp_title(metadata: Any) -> str:
    if not isinstance(metadata, pikepdf.Stream):
        return ""
    try:
        data = metadata.read_bytes()
        if len(data) > _MOST_XMP_BYTES:
            return ""
        tree = ElementTree.fromstring(data)
    except (pikepdf.PdfError, RuntimeError, ElementTree.ParseError, DefusedXmlException, ValueError):
        return ""
    for title in tree.iter(f"{_DUBLIN_CORE}title"):
        texts = [item.text or "" for item in title.iter(f"{_RDF}li")] or [title.text or ""]
        if found := next((text for text in texts if text.strip()), ""):
            return found
    return next((d.get(f"{_DUBLIN_CORE}title", "") for d in tree.iter(f"{_RDF}Description")), "")
