"""PDF documents that do nothing by themselves."""

from pathlib import Path

import pikepdf

from services.eservices.files.refusal import Refused

_MOST_OBJECTS = 100_000
_ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/RichMediaExecute"})
_BEARS = ("/JS", "/JavaScript", "/EmbeddedFile", "/EmbeddedFiles", "/RichMediaContent", "/XFA")
_AGAIN = "Enregistrez-le de nouveau (imprimer, puis «\u00a0enregistrer au format PDF\u00a0»), et choisissez-le."


def judge(path: Path, data: bytes) -> str:
    """The media type of a PDF that anybody may open safely. Raises Refused."""
    if b"%%EOF" not in data[-2048:]:
        raise Refused(f"Ce fichier PDF est incomplet ou abîmé. {_AGAIN}")
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as document:
            _check(document)
    except pikepdf.PasswordError:
        raise Refused("Ce fichier PDF est protégé par un mot de passe. Enlevez-le, puis réessayez.") from None
    except pikepdf.PdfError:
        raise Refused(f"Ce fichier PDF est incomplet ou abîmé. {_AGAIN}") from None
    return "application/pdf"


def _check(document: pikepdf.Pdf) -> None:
    if document.is_encrypted:
        raise Refused("Ce fichier PDF est chiffré. Enlevez sa protection, puis choisissez-le.")
    if not document.pages:
        raise Refused("Ce fichier PDF n’a aucune page. Choisissez-en un autre.")
    if len(document.objects) > _MOST_OBJECTS:
        raise Refused(f"Ce fichier PDF est trop compliqué pour être vérifié. {_AGAIN}")
    for found in document.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            _check_dictionary(found, depth=0)


def _check_dictionary(found: pikepdf.Object, depth: int) -> None:
    """Look for what acts, in a dictionary and in those written inside it."""
    if any(name in found for name in _BEARS) or str(found.get("/S", "")) in _ACTS:
        raise Refused(f"Ce fichier PDF contient un programme, un formulaire ou un autre fichier. {_AGAIN}")
    if str(found.get("/Type", "")) == "/EmbeddedFile" or depth > 20:
        raise Refused(f"Ce fichier PDF contient un autre fichier. {_AGAIN}")
    for value in dict(found.items()).values() if isinstance(found, pikepdf.Dictionary) else ():
        if isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            _check_dictionary(value, depth + 1)
        elif isinstance(value, pikepdf.Array) and not value.is_indirect:
            for inner in value:
                if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
                    _check_dictionary(inner, depth + 1)
