"""Formats of documents: by the name of a file, and for certain by its first bytes."""

import io
import posixpath
import zipfile
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from accessibility.documents.defect import UnreadableDocument


class Format(StrEnum):
    """The formats that are judged."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"


OFFICE_EXTENSIONS = frozenset(
    "pdf doc docx docm dot dotx odt ott rtf xls xlsx xlsm ods ppt pptx pps ppsx odp epub".split()
)
"""What the RGAA calls a « document bureautique »: PDF, word processors, spreadsheets, presentations, e-books."""
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_FIRST_BYTES = 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def name_of(address: str) -> str:
    """The name of the file at an address, decoded; empty when there is none."""
    try:
        return posixpath.basename(unquote(urlsplit(address).path))
    except ValueError:
        return ""


def extension_of(address: str) -> str:
    """The extension of the file at an address, in lower case, without its dot."""
    return name_of(address).rpartition(".")[2].lower() if "." in name_of(address) else ""


def format_of(data: bytes) -> Format:
    """The format that the bytes are in, whatever the name says. Raises UnreadableDocument."""
    if b"%PDF-" in data[:_FIRST_BYTES]:
        return Format.PDF
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = set(archive.namelist())
                if "word/document.xml" in names:
                    return Format.DOCX
                if "mimetype" in names and archive.open("mimetype").read(len(_ODT_TYPE) + 1) == _ODT_TYPE:
                    return Format.ODT
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
            raise UnreadableDocument("the file is broken: its archive cannot be read") from error
    if data.startswith(_OLD_OFFICE):
        raise UnreadableDocument("not judged: an office file of before 2007; save it as DOCX or ODT")
    raise UnreadableDocument("not judged: neither PDF, nor DOCX, nor ODT" if data else "the file is empty")
