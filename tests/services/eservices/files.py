"""Real files, good ones and hostile ones, made byte by byte."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf
from PIL import Image

ODT_TYPE = "application/vnd.oasis.opendocument.text"
DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def pdf(change=None, **saving) -> bytes:
    """A PDF of one page; `change` does something to it before it is saved."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    if change:
        change(document)
    data = io.BytesIO()
    # The same document has the same bytes each time; an encrypted one cannot.
    document.save(data, deterministic_id=not saving, **saving)
    return data.getvalue()


def image(kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB") -> bytes:
    data = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(data, kind)
    return data.getvalue()


def packed(entries: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data.getvalue()


def odt(**more: bytes) -> bytes:
    base = {"mimetype": ODT_TYPE.encode(), "content.xml": b"<x/>", "META-INF/manifest.xml": b"<m/>"}
    return packed(base | {name.replace("__", "/"): content for name, content in more.items()})


def docx(main: str = DOCX_MAIN, **more: bytes) -> bytes:
    base = {"[Content_Types].xml": f"<Types>{main}</Types>".encode(), "word/document.xml": b"<w/>"}
    return packed(base | {name.replace("__", "/"): content for name, content in more.items()})
