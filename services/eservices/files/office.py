"""ODT and DOCX: archives whose inside is checked before anybody opens them."""

import zipfile
from pathlib import Path

from services.eservices.files.refusal import Refused

_MOST_ENTRIES = 3000
_MOST_BYTES = 150_000_000
_MOST_RATIO = 150
_PIECE = 1 << 16
_ODT = b"application/vnd.oasis.opendocument.text"
_DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = {
    "ODT": _ODT.decode(),
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_NOT_A_TEXT = "Le contenu de ce fichier n’est pas celui d’un document {}. Enregistrez-le de nouveau dans ce format."
_MACROS = "Ce document contient une macro ou un programme. Enregistrez-le en PDF, puis choisissez le PDF."


def judge(path: Path, data: bytes, said: str) -> str:
    """The media type of a text document without macro. Raises Refused."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_size(archive, len(data))
            _check_names(archive)
            _check_macros(archive)
            if said == "ODT":
                _check_odt(archive)
            else:
                _check_docx(archive)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("Ce document est incomplet ou abîmé. Enregistrez-le de nouveau, puis choisissez-le.") from error
    return _TYPES[said]


def _check_size(archive: zipfile.ZipFile, packed: int) -> None:
    """Unpack everything, and stop as soon as it is too much: what an archive says of its size proves nothing."""
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise Refused("Ce document contient trop de fichiers. Enregistrez-le en PDF, puis choisissez le PDF.")
    most = min(_MOST_BYTES, max(packed * _MOST_RATIO, 2_000_000))
    unpacked = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused("Ce document est protégé par un mot de passe. Enlevez-le, puis choisissez le document.")
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                unpacked += len(piece)
                if unpacked > most:
                    raise Refused("Une fois décompressé, ce document est démesuré. Il n’est pas accepté.")


def _check_names(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise Refused("Ce document contient un chemin interdit. Il n’est pas accepté.")


def _check_macros(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        lower = name.casefold()
        if lower.startswith(("basic/", "scripts/")) or lower.endswith((".bin", ".exe", ".js", ".vbs", ".jar")):
            raise Refused(_MACROS)


def _check_odt(archive: zipfile.ZipFile) -> None:
    if "mimetype" not in archive.namelist() or archive.read("mimetype").strip() != _ODT:
        raise Refused(_NOT_A_TEXT.format("ODT"))
    if "content.xml" not in archive.namelist():
        raise Refused(_NOT_A_TEXT.format("ODT"))
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused("Ce document est protégé par un mot de passe. Enlevez-le, puis choisissez le document.")


def _check_docx(archive: zipfile.ZipFile) -> None:
    if "[Content_Types].xml" not in archive.namelist():
        raise Refused(_NOT_A_TEXT.format("DOCX"))
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise Refused(_MACROS)
    if _DOCX not in types or "word/document.xml" not in archive.namelist():
        raise Refused(_NOT_A_TEXT.format("DOCX"))
    for name in archive.namelist():
        if name.endswith(".rels") and b"attachedTemplate" in archive.read(name) and b'"External"' in archive.read(name):
            raise Refused("Ce document va chercher son modèle ailleurs. Enregistrez-le en PDF, puis choisissez le PDF.")
