"""Word and OpenDocument files made by the tests."""

import io
import zipfile

from tests.accessibility.documents.made_pdf import PROSE, TITLE

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWING = (
    '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:inline>'
    '<wp:docPr id="1" name="Image 1" descr="{alternative}">{extension}</wp:docPr>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></wp:inline></w:drawing>'
)
_DECORATIVE = (
    '<x xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"><adec:decorative val="1"/></x>'
)
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return output.getvalue()


def docx(
    body: str | None = None, *, title: str = TITLE, language: str = "fr-FR", alternative: str = "Plan", mark: str = ""
) -> bytes:
    """A Word document. `mark`: `decorative` for the image; `body` replaces what it says."""
    image = _DRAWING.format(alternative=alternative, extension=_DECORATIVE if mark else "")
    if body is None:
        body = heading(1, "Compte rendu") + paragraph(PROSE) + f"<w:p><w:r>{image}</w:r></w:p>" + table(header=True)
    lang = f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Titre{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
    )
    return archive(
        {
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{lang if language else ''}{styles}</w:styles>",
            "docProps/core.xml": f"<core {_DC}><dc:title>{title}</dc:title></core>",
        }
    )


def paragraph(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def heading(level: int, text: str) -> str:
    """A heading of Word."""
    return f'<w:p><w:pPr><w:pStyle w:val="Titre{level}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def table(*, header: bool) -> str:
    """A table of Word, two by two."""
    cells = f"<w:tc>{paragraph('Service')}</w:tc><w:tc>{paragraph('Montant')}</w:tc>"
    first = f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"
    return f"<w:tbl>{first}<w:tr>{cells}</w:tr></w:tbl>"


def odt(
    body: str | None = None, *, title: str = TITLE, language: str = "fr", alternative: str = "Plan", header: bool = True
) -> bytes:
    """An OpenDocument text."""
    cells = "<table:table-cell><text:p>Voirie</text:p></table:table-cell>" * 2
    line = f"<table:table-row>{cells}</table:table-row>"
    first = f"<table:table-header-rows>{line}</table:table-header-rows>" if header else line
    if body is None:
        body = (
            f'<text:h text:outline-level="1">Compte rendu</text:h><text:p>{PROSE}</text:p>'
            '<draw:frame draw:name="Image1">'
            f"<draw:image/><svg:desc>{alternative}</svg:desc></draw:frame><table:table>{first}{line}</table:table>"
        )
    default = f'<style:text-properties fo:language="{language or "none"}" fo:country="none"/>'
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f'<office:document-styles {_ODF}><style:default-style style:family="paragraph">{default}'
            "</style:default-style></office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODF} {_DC}><dc:title>{title}</dc:title></office:document-meta>",
        }
    )
