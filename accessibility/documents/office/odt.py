"""OpenDocument texts (ODF 1.3, part 3: §5 text, §9 tables, §10 drawings, §20 styles)."""

from xml.etree.ElementTree import Element

from accessibility.documents.office.outline import Image, Outline, Table
from accessibility.documents.office.package import Package

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _DRAW, _SVG, _STYLE, _OFFICE, _FO = (
    f"{_OASIS}{name}:1.0}}"
    for name in ("text", "table", "drawing", "svg-compatible", "style", "office", "xsl-fo-compatible")
)
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NO_LANGUAGE = frozenset({"", "none", "zxx", "und"})


def outline(package: Package) -> Outline:
    """The outline of an OpenDocument text. Raises UnreadableDocument."""
    content, styles, meta = (package.xml(name) for name in ("content.xml", "styles.xml", "meta.xml"))
    body = next(content.iter(f"{_OFFICE}text"), None) if content is not None else None
    if body is None:
        return Outline()
    default = _default_language(styles)
    others = {language for tree in (content, styles) for language in _languages(tree)} - {default}
    paragraphs = [element for element in body.iter() if element.tag in (f"{_TEXT}p", f"{_TEXT}h")]
    return Outline(
        title=next((title.text or "" for title in meta.iter(f"{_DC}title")), "") if meta is not None else "",
        language=default,
        has_other_languages=bool(others),
        levels=[_level(element) for element in body.iter(f"{_TEXT}h") if _text(element)],
        images=[_image(frame) for frame in body.iter(f"{_DRAW}frame") if _is_picture(frame)],
        tables=[_table(table) for table in body.iter(f"{_TABLE}table")],
        passages=[text for paragraph in paragraphs if (text := _text(paragraph))],
    )


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _language_of(properties: Element) -> str:
    language, country = (properties.get(f"{_FO}{name}", "") for name in ("language", "country"))
    if language in _NO_LANGUAGE:
        return ""
    return language if country in _NO_LANGUAGE else f"{language}-{country}"


def _languages(tree: Element | None) -> set[str]:
    if tree is None:
        return set()
    return {language for each in tree.iter(f"{_STYLE}text-properties") if (language := _language_of(each))}


def _default_language(styles: Element | None) -> str:
    for style in styles.iter(f"{_STYLE}default-style") if styles is not None else ():
        if style.get(f"{_STYLE}family") == "paragraph":
            for properties in style.iter(f"{_STYLE}text-properties"):
                return _language_of(properties)
    return ""


def _level(heading: Element) -> int:
    level = heading.get(f"{_TEXT}outline-level", "1")
    return int(level) if level.isdigit() and 0 < int(level) < 100 else 1


def _is_picture(frame: Element) -> bool:
    return frame.find(f"{_DRAW}image") is not None and frame.find(f"{_DRAW}object") is None


def _image(frame: Element) -> Image:
    """Before LibreOffice 7.5, a decorative image could not be told from one whose alternative is missing."""
    said = " ".join(filter(None, (frame.findtext(f"{_SVG}{name}", "").strip() for name in ("title", "desc"))))
    decorative = frame.get(f"{_LOEXT}decorative") == "true" or frame.get(f"{_DRAW}decorative") == "true"
    return Image(frame.get(f"{_DRAW}name", ""), said, decorative, is_certain=False)


def _table(table: Element) -> Table:
    rows = list(table.iter(f"{_TABLE}table-row"))
    columns = max((len(row.findall(f"{_TABLE}table-cell")) for row in rows), default=0)
    has_header = table.find(f"{_TABLE}table-header-rows") is not None
    has_header = has_header or next(table.iter(f"{_TABLE}table-header-columns"), None) is not None
    return Table(" ".join(filter(None, map(_text, rows[:2])))[:400], len(rows), columns, has_header)
