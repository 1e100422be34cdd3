"""What is certain of a document's content: read once, by the engine, in a process of its own, and kept by its hash."""

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from django.db import transaction
from wagtail.documents import get_document_model

from accessibility import documents as documents_of_engine
from accessibility.documents.defect import UnreadableDocument
from accessibility.documents.formats import format_of
from accessibility.documents.judge import judge_document
from accessibility.documents.limits import MOST_BYTES
from accessibility.documents.titles import name_says_something
from accessibility.linked_documents.unread import not_judged
from accessibility.outcome import Verdict
from accessibility.page_errors import PageError
from audits.gate import assets
from audits.models import DocumentCheck

_SECONDS = 40
"""For one document to be read: somebody waits."""
_MOST_KEPT = 30
_FIRST_BYTES = 1024
_SIGNS = (b"%PDF-", b"PK")
_NOT_JUDGED = "not judged: "
_State = DocumentCheck.State


@cache
def reader() -> str:
    """A hash of the programs that read documents: what an older one found is not what this one would."""
    digest = hashlib.sha256()
    for file in sorted(Path(documents_of_engine.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def content_of(document) -> str:
    """The hash of what the document's file is now."""
    return assets.document_hash(document).hex()


def is_named(document) -> bool:
    """Whether the name of the file may stand for a missing title."""
    return name_says_something(document.filename)


def known_check(document) -> DocumentCheck | None:
    """What is known of the document's content, if somebody has read it. Reads nothing but its hash."""
    return DocumentCheck.objects.filter(content=content_of(document), named=is_named(document), reader=reader()).first()


def check_document(document, *, keeping: bool = True) -> DocumentCheck:
    """What is certain of the document's content, read now if nobody has. Not inside a transaction: it may take long."""
    check = known_check(document)
    if check is None:
        if transaction.get_connection().in_atomic_block:
            raise RuntimeError("a document cannot be read inside a transaction")
        check = _read(document)
        while check.content != content_of(document):  # replaced while it was read
            check = _read(document)
        if keeping:
            same = {name: getattr(check, name) for name in ("content", "named", "reader")}
            found = {name: getattr(check, name) for name in ("state", "defects", "questions", "reason")}
            check = DocumentCheck.objects.get_or_create(**same, defaults=found)[0]
    if keeping:
        note_check(document, check)
    return check


def note_check(document, check: DocumentCheck | None) -> None:
    """Remember on the document what is known of it, for lists; says nothing to whoever follows its saves."""
    if document.pk and document.last_check_id != (check.pk if check else None):
        get_document_model().objects.filter(pk=document.pk).update(last_check=check)
        document.last_check = check


def _read(document) -> DocumentCheck:
    check = DocumentCheck(content=content_of(document), named=is_named(document), reader=reader())
    try:
        report = judge_document(_data_of(document), quote(document.filename), timeout=_SECONDS)
    except (PageError, UnreadableDocument) as error:
        said = str(error)
        check.state = _State.OTHER if said.startswith(_NOT_JUDGED) else _State.UNREAD
        check.reason = not_judged(said)
        return check
    except (OSError, ValueError):
        check.state, check.reason = _State.UNREAD, "le fichier est introuvable"
        return check
    found = [_as_kept(finding) for finding in report.findings if finding.verdict is Verdict.FAIL]
    check.state = _State.DEFECTS if found else _State.CLEAN
    check.defects = found[:_MOST_KEPT]
    check.questions = [_as_kept(finding) for finding in report.findings if finding.verdict is not Verdict.FAIL]
    return check


def _data_of(document) -> bytes:
    """The bytes of a file that may be read. Raises UnreadableDocument for the others, whose weight has no limit."""
    with document.open_file() as file:
        data = file.read(_FIRST_BYTES)
        if _SIGNS[0] in data or data.startswith(_SIGNS[1]):
            return data + file.read(MOST_BYTES + 1 - len(data))
    format_of(data)
    return data


def _as_kept(finding) -> dict[str, str]:
    where = ", ".join(finding.targets)
    return {
        "rule": finding.rule,
        "where": "" if where == "document" else where,
        "message": finding.message,
        "fix": finding.fix,
    }
