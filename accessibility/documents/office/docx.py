"""Word documents (ECMA-376, part 1: WordprocessingML §17, drawings §20)."""

import re
from xml.etree.ElementTree import Element

from accessibility.documents.office.outline import Image, Outline, Table
from accessibility.documents.office.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_HEADING_NAME = re.compile(r"(?:heading|titre) ?([1-9])\Z", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that means none."""


def outline(package: Package) -> Outline:
    """The outline of a Word document. Raises UnreadableDocument."""
    document, styles = package.xml("word/document.xml"), package.xml("word/styles.xml")
    properties = package.xml("docProps/core.xml")
    for tree in (document, styles):
        for element in tree.iter() if tree is not None else ():
            if element.tag.startswith(_STRICT):
                _as_transitional(element)
    heading_styles = _levels_of_styles(styles)
    paragraphs = list(document.iter(f"{_W}p"))
    languages = {element.get(f"{_W}val") for element in document.iter(f"{_W}lang") if element.get(f"{_W}val")}
    default = _default_language(styles)
    return Outline(
        title=(properties.findtext(f"{_DC}title") or "") if properties is not None else "",
        language=default or (languages.pop() if len(languages) == 1 else ""),
        has_other_languages=bool(languages - {default}),
        levels=[level for paragraph in paragraphs if (level := _level(paragraph, heading_styles)) and _text(paragraph)],
        images=_images(document),
        tables=[_table(table) for table in document.iter(f"{_W}tbl")],
        passages=[text for paragraph in paragraphs if (text := _text(paragraph))],
    )


def _as_transitional(element: Element) -> None:
    """The strict form says the same under other names of namespaces."""
    element.tag = element.tag.replace(_STRICT, _W)
    for name in [name for name in element.attrib if name.startswith(_STRICT)]:
        element.attrib[name.replace(_STRICT, _W)] = element.attrib.pop(name)


def _text(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t")).strip()


def _default_language(styles: Element | None) -> str:
    if styles is None:
        return ""
    for path in (f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang", f"{_W}style[@{_W}default='1']/{_W}rPr/{_W}lang"):
        for element in styles.findall(path):
            if found := element.get(f"{_W}val"):
                return found
    return ""


def _levels_of_styles(styles: Element | None) -> dict[str, int]:
    """Level of each style of heading, inherited ones included."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = style.get(f"{_W}styleId", "")
        level = style.find(f"{_W}pPr/{_W}outlineLvl")
        parent, shown = style.find(f"{_W}basedOn"), style.find(f"{_W}name")
        if level is not None:
            own[name] = _number(level) + 1
        elif shown is not None and (match := _HEADING_NAME.match(shown.get(f"{_W}val", ""))):
            own[name] = int(match[1])
        if parent is not None:
            based[name] = parent.get(f"{_W}val", "")
    found = {}
    for name in {*own, *based}:
        at, seen = name, set()
        while at not in own and at in based and at not in seen:
            seen.add(at)
            at = based[at]
        if 1 <= own.get(at, 0) <= _BODY_TEXT:
            found[name] = own[at]
    return found


def _number(element: Element) -> int:
    value = element.get(f"{_W}val", "")
    return int(value) if value.isdigit() else _BODY_TEXT


def _level(paragraph: Element, styles: dict[str, int]) -> int:
    own = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if own is not None:
        return _number(own) + 1 if _number(own) < _BODY_TEXT else 0
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return styles.get(style.get(f"{_W}val", ""), 0) if style is not None else 0


def _images(document: Element) -> list[Image]:
    """Pictures and drawings; of two versions of one (AlternateContent), the one that is understood."""
    fallbacks = {inner for back in document.iter(f"{_CHOICE}Fallback") for inner in back.iter()}
    found = []
    for drawing in document.iter(f"{_W}drawing"):
        if drawing in fallbacks:
            continue
        properties = next(drawing.iter(f"{_WP}docPr"), None)
        if properties is None or properties.get("hidden") in ("1", "true"):
            continue
        decorative = any(mark.get("val") in ("1", "true") for mark in properties.iter(_DECORATIVE))
        said = properties.get("descr", "") or properties.get("title", "")
        is_picture = next(drawing.iter(f"{_PICTURE}pic"), None) is not None and not _text(drawing)
        found.append(Image(properties.get("name", ""), said, decorative, is_picture))
    return found


def _table(table: Element) -> Table:
    rows = table.findall(f"{_W}tr")
    columns = max((len(row.findall(f"{_W}tc")) for row in rows), default=0)
    marks = [mark for row in rows for mark in row.findall(f"{_W}trPr/{_W}tblHeader")]
    has_header = any(mark.get(f"{_W}val", "true") not in ("0", "false", "off") for mark in marks)
    return Table(" ".join(filter(None, map(_text, rows[:2]))), len(rows), columns, has_header)
