"""The names of files: what one is shown under, and what is suspect in one."""

from pathlib import PurePosixPath

from services.eservices.files.refusal import Refused

LONGEST = 120
FORMATS = {"pdf": "PDF", "jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WebP", "odt": "ODT", "docx": "DOCX"}
"""Extensions of the formats that are taken, with their names."""
ACCEPTED = "PDF, JPEG, PNG, WebP, ODT ou DOCX"
_PROGRAMS = frozenset(
    "exe com bat cmd msi scr pif jar js jse vbs vbe ps1 psm1 sh bash py pl php phtml php3 php5 phar asp aspx jsp cgi "
    "hta lnk reg dll sys app apk html htm xhtml svg xml shtml docm dotm xlsm pptm".split()
)


def check_name(name: str) -> str:
    """The extension of a file of this name, in lower case. Raises Refused for a name that hides something."""
    if not name.strip() or any(ord(character) < 32 or ord(character) == 127 for character in name):
        raise Refused("Le nom de ce fichier contient des caractères interdits. Renommez-le, puis choisissez-le.")
    if "/" in name or "\\" in name or name.startswith(".."):
        raise Refused("Le nom de ce fichier contient un chemin. Renommez-le, puis choisissez-le.")
    if any("\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" for character in name):
        raise Refused("Le nom de ce fichier se lit dans un sens qui trompe. Renommez-le, puis choisissez-le.")
    suffixes = [suffix.removeprefix(".").casefold() for suffix in PurePosixPath(name).suffixes]
    extension = suffixes[-1] if suffixes else ""
    if extension not in FORMATS:
        raise Refused(f"Ce format n’est pas accepté. Choisissez un fichier {ACCEPTED}.")
    if any(suffix in _PROGRAMS for suffix in suffixes):
        raise Refused("Ce fichier a deux extensions, dont celle d’un programme. Il n’est pas accepté.")
    return extension


def shown_name(name: str) -> str:
    """The name as it is kept and shown: not longer than a line, with its extension."""
    path = PurePosixPath(" ".join(name.split()))
    return path.name if len(path.name) <= LONGEST else f"{path.stem[: LONGEST - 1 - len(path.suffix)]}…{path.suffix}"
