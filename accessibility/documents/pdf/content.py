"""What the pages of a PDF show: texts, images and drawings, each with the tag that it is under."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from accessibility.documents.defect import UnreadableDocument
from accessibility.documents.pdf.fonts import Font

MOST_PAGES = 3_000
MOST_INSTRUCTIONS = 3_000_000
"""Of all the pages. Twice what the longest council minutes that were seen have."""
_DEEPEST_FORM = 12
_COST_OF_FORM = 50
"""In instructions: what it takes to open one."""
_FAR_KERNING = -200
_PAINTS = frozenset("f F f* B B* b b* S s sh".split())


@dataclass(frozen=True)
class Mark:
    """A marked-content sequence that is open. `number`: its MCID, which ties it to a tag."""

    artifact: bool = False
    number: int | None = None
    replaced: bool = False
    """It bears an ActualText or an Alt."""
    language: bool = False
    tag: str = ""


@dataclass
class Shown:
    """What a part of a page shows, under one mark. `unreadable`: codes of fonts that mean nothing in Unicode."""

    text: str = ""
    images: int = 0
    drawings: int = 0
    replaced: bool = False
    language: bool = False
    unreadable: list[bytes] = field(default_factory=list)


@dataclass
class PageContent:
    """One page, from 1. `tagged`: by MCID; `loose`: neither tagged nor artifact; `artifacts`: set aside."""

    number: int
    tagged: dict[int, Shown] = field(default_factory=dict)
    loose: Shown = field(default_factory=Shown)
    artifacts: Shown = field(default_factory=Shown)
    tagged_artifact: bool = False
    """Something is under a tag and set aside at once."""

    @property
    def parts(self) -> Iterator[Shown]:
        """All that it shows."""
        yield from self.tagged.values()
        yield self.loose
        yield self.artifacts

    @property
    def text(self) -> str:
        """Its texts, in the order of the tags' numbers."""
        return " ".join(part.text for part in self.parts if part.text.strip())


class Reader:
    """Reads the pages of one file, within the limits."""

    def __init__(self) -> None:
        self._left = MOST_INSTRUCTIONS
        self._fonts: dict[object, Font | None] = {}
        self._inside: list[tuple[int, int]] = []
        """The forms that are being read: one that contains itself is not followed."""

    def pages(self, pdf: pikepdf.Pdf) -> list[PageContent]:
        """What each page shows. Raises UnreadableDocument over the limits."""
        if len(pdf.pages) > MOST_PAGES:
            raise UnreadableDocument(f"too large to be judged: more than {MOST_PAGES} pages")
        found = []
        for number, page in enumerate(pdf.pages, 1):
            content = PageContent(number)
            self._read(page.obj, page.obj.get("/Resources") or page.resources, content, [], 0)
            found.append(content)
        return found

    def _read(self, stream, resources, content: PageContent, marks: list[Mark], depth: int) -> None:
        try:
            instructions = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, RuntimeError, TypeError, ValueError) as error:
            raise UnreadableDocument(f"the PDF is broken: what page {content.number} shows cannot be read") from error
        self._left -= len(instructions)
        if self._left < 0:
            raise UnreadableDocument(f"too large to be judged: more than {MOST_INSTRUCTIONS} drawing instructions")
        opened, outer = list(marks), len(marks)
        font: Font | None = None
        saved: list[Font | None] = []
        for instruction in instructions:
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("BDC", "BMC"):
                opened.append(_mark(operator, operands, resources))
            elif operator == "EMC":
                if len(opened) > outer:
                    opened.pop()
            elif operator == "q":
                saved.append(font)
            elif operator == "Q":
                font = saved.pop() if saved else font
            elif operator == "Tf" and operands:
                font = self._font(_resource(resources, "/Font", operands[0]))
            elif operator in ("Tj", "TJ", "'", '"') and operands:
                _show_text(_part(content, opened), operands[-1], font)
            elif operator in ("Td", "TD", "T*", "Tm", "BT"):
                part = _part(content, opened)
                part.text += " " if part.text and not part.text.endswith(" ") else ""
            elif operator in _PAINTS:
                _part(content, opened).drawings += 1
            elif operator in ("INLINE IMAGE", "BI"):
                _part(content, opened).images += 1
            elif operator == "Do" and operands:
                self._do(_resource(resources, "/XObject", operands[0]), resources, content, opened, depth)

    def _do(self, drawn, resources, content: PageContent, marks: list[Mark], depth: int) -> None:
        if not isinstance(drawn, pikepdf.Stream):
            return
        if str(drawn.get("/Subtype")) == "/Image":
            _part(content, marks).images += 1
        elif depth < _DEEPEST_FORM:
            if drawn.objgen in self._inside:
                return
            self._inside.append(drawn.objgen)
            self._left -= _COST_OF_FORM
            inner = drawn.get("/Resources")
            self._read(drawn, resources if inner is None else inner, content, marks, depth + 1)
            self._inside.pop()

    def _font(self, font) -> Font | None:
        if not isinstance(font, pikepdf.Dictionary):
            return None
        key = font.objgen if font.is_indirect else id(font)
        if key not in self._fonts:
            try:
                self._fonts[key] = Font(font)
            except (pikepdf.PdfError, RuntimeError, TypeError, ValueError, KeyError):
                self._fonts[key] = None
        return self._fonts[key]


def _resource(resources, kind: str, name):
    try:
        return resources[kind][str(name)]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _mark(operator: str, operands, resources) -> Mark:
    tag = str(operands[0]) if operands else ""
    artifact = tag == "/Artifact"
    if operator == "BMC" or len(operands) < 2:
        return Mark(artifact, tag=tag)
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = _resource(resources, "/Properties", properties)
    if not isinstance(properties, pikepdf.Dictionary):
        return Mark(artifact, tag=tag)
    number = properties.get("/MCID")
    replaced = any(str(properties.get(key, "")).strip() for key in ("/ActualText", "/Alt"))
    return Mark(artifact, number if isinstance(number, int) else None, replaced, "/Lang" in properties, tag)


def _part(content: PageContent, marks: list[Mark]) -> Shown:
    tagged = next((mark.number for mark in reversed(marks) if mark.number is not None), None)
    if any(mark.artifact for mark in marks):
        content.tagged_artifact = content.tagged_artifact or tagged is not None
        return content.artifacts
    part = content.loose if tagged is None else content.tagged.setdefault(tagged, Shown())
    part.replaced = part.replaced or any(mark.replaced for mark in marks)
    part.language = part.language or any(mark.language for mark in marks)
    return part


def _show_text(part: Shown, shown, font: Font | None) -> None:
    for item in shown if isinstance(shown, pikepdf.Array) else (shown,):
        if isinstance(item, pikepdf.String):
            raw = bytes(item)
            if font is None:
                continue
            part.text += font.decode(raw)
            if not font.readable:
                part.unreadable += font.codes(raw)
        elif isinstance(item, (int, float)) or hasattr(item, "as_tuple"):
            part.text += " " if item < _FAR_KERNING else ""
