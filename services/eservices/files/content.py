"""What a file really is, whatever it is called. Pure Python, run in a process of its own."""

from pathlib import Path

from services.eservices.files import images, office, pdf
from services.eservices.files.names import ACCEPTED, FORMATS
from services.eservices.files.refusal import Refused

_HEAD = 16
_PARTS_OF_WEB_PAGES = (b"<script", b"<?php", b"<html", b"<!doctype html")


def judge(path: Path, extension: str) -> str:
    """The media type of a file that is what its extension says and holds nothing that acts by itself.

    Raises Refused.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise Refused("Ce fichier est vide. Choisissez-en un autre.")
    found = _format_of(head)
    if found is None:
        raise Refused(f"Le contenu de ce fichier n’est pas d’un format accepté. Choisissez un fichier {ACCEPTED}.")
    said = FORMATS[extension]
    if found != ("ZIP" if said in ("ODT", "DOCX") else said):
        raise Refused(
            f"Ce fichier porte l’extension «\u00a0.{extension}\u00a0», mais son contenu est d’un autre format. "
            "Enregistrez-le de nouveau dans le bon format."
        )
    data = path.read_bytes()
    if said in ("ODT", "DOCX"):
        return office.judge(path, data, said)
    if _hides_something(data, found):
        raise Refused("Ce fichier en cache un autre d’un autre format. Il n’est pas accepté.")
    return pdf.judge(path, data) if said == "PDF" else images.judge(path, said)


def _format_of(head: bytes) -> str | None:
    if head.startswith(b"%PDF-"):
        return "PDF"
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP"
    if head.startswith(b"PK\x03\x04"):
        return "ZIP"
    return None


def _hides_something(data: bytes, found: str) -> bool:
    """Whether the file may be read as another: an archive at its end, a document or a web page inside an image."""
    if b"PK\x05\x06" in data[-66_000:] and b"PK\x01\x02" in data:
        return True
    if found == "PDF":
        return False
    lower = data.lower()
    return b"%pdf-" in lower[:2048] or any(part in lower for part in _PARTS_OF_WEB_PAGES)
