"""The documents that a page links to, and how each stands: by what is stored and by hashes, so that guards may ask."""

import hashlib
import json
import time
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from wagtail.models import Page

from audits.documents.addresses import documents_at, links_in, own_path
from audits.documents.reading import check_document, content_of, is_named, note_check, reader
from audits.gate.errors import VerdictUnavailable
from audits.models import DocumentCheck, DocumentExemption

_MOST_SECONDS = 60
"""How long somebody who publishes waits for the documents of a page to be read."""


class Standing(StrEnum):
    """Whether a document that a page links to keeps it offline, and why."""

    UNREAD = "unread"
    """Nobody has read this content yet."""
    FINE = "fine"
    """Nothing certain is wrong: it has no certain defect, could not be read, or is of a kind that is not."""
    EXEMPT = "exempt"
    REPLACED = "replaced"
    """Its accessible version stands beside it on the page, or is the page."""
    VERSION_NOT_LINKED = "version not linked"
    VERSION_FAULTY = "version faulty"
    """What is named as its accessible version is not one: it has certain defects, or is not online."""
    REFUSED = "refused"


REFUSING = frozenset({Standing.VERSION_NOT_LINKED, Standing.VERSION_FAULTY, Standing.REFUSED})


@dataclass(frozen=True)
class LinkedDocument:
    """A document that a page links to. `version` is what is named as its accessible version."""

    document: object
    content: str
    check: DocumentCheck | None
    standing: Standing
    version: object = None

    @property
    def refuses(self) -> bool:
        return self.standing in REFUSING


@dataclass(frozen=True)
class LinkedDocuments:
    """Those of one page, by the paths of its links."""

    by_path: dict[str, LinkedDocument]
    unread: tuple = ()
    """The documents that must be read before anything certain is said, accessible versions included."""

    @property
    def digest(self) -> str:
        """A hash of all that a verdict on the page depends on of its documents; empty without any."""
        said = {
            (each.document.pk, each.content, is_named(each.document), str(each.standing), repr(each.version))
            for each in self.by_path.values()
        }
        return hashlib.sha256(json.dumps(sorted(said)).encode()).hexdigest() if said else ""

    @property
    def refuse(self) -> bool:
        return any(each.refuses for each in self.by_path.values())


def documents_of(html: str | None, url: str) -> LinkedDocuments:
    """The documents of the site that a page links to, as they stand now. Reads no document."""
    paths = links_in(html, url) if html else set()
    found = documents_at(paths)
    return _standing(found, paths, url) if found else LinkedDocuments({})


def read_documents(html: str | None, url: str, documents: LinkedDocuments, *, keeping: bool = True) -> LinkedDocuments:
    """The same once what nobody had read is; within a transaction, where nothing is read, as they are.

    Raises VerdictUnavailable when that takes too long. What is read is kept, so that asking again goes further.
    """
    if transaction.get_connection().in_atomic_block:
        return documents
    if documents.unread:
        just_read = _read(documents.unread, keeping)
        paths = links_in(html, url)
        documents = _standing(documents_at(paths), paths, url, just_read)
    if keeping:
        for each in documents.by_path.values():
            note_check(each.document, each.check)
    return documents


def _read(documents: tuple, keeping: bool) -> list[DocumentCheck]:
    deadline = time.monotonic() + _MOST_SECONDS
    found = []
    for document in documents:
        if found and time.monotonic() > deadline:
            raise VerdictUnavailable("the documents that the page links to are still being read")
        found.append(check_document(document, keeping=keeping))
    return found


def _standing(
    found: dict[str, object], paths: set[str], url: str, just_read: list[DocumentCheck] | None = None
) -> LinkedDocuments:
    documents = {document.pk: document for document in found.values()}
    versions = {d.accessible_document_id: d.accessible_document for d in documents.values() if d.accessible_document_id}
    contents = {pk: content_of(document) for pk, document in (versions | documents).items()}
    checks = _checks(contents.values(), just_read or ())
    exempt = set(
        DocumentExemption.objects.filter(document__in=documents, withdrawn_at=None).values_list("document", "content")
    )
    unread = {}
    linked = {}
    for pk, document in documents.items():
        check = checks.get((contents[pk], is_named(document)))
        version = document.accessible_document or document.accessible_page
        of_version = None
        if document.accessible_document_id:
            other = document.accessible_document
            of_version = checks.get((contents[other.pk], is_named(other)))
        standing = _stands(check, (pk, contents[pk]) in exempt)
        if standing is Standing.REFUSED and version is not None:
            standing = _beside(version, of_version, documents, paths, url)
        linked[pk] = LinkedDocument(document, contents[pk], check, standing, version)
        if check is None:
            unread[pk] = document
        elif standing is Standing.UNREAD:
            unread[version.pk] = version
    return LinkedDocuments({path: linked[document.pk] for path, document in found.items()}, tuple(unread.values()))


def _stands(check: DocumentCheck | None, exempt: bool) -> Standing:
    if check is None:
        return Standing.UNREAD
    if check.state != DocumentCheck.State.DEFECTS:
        return Standing.FINE
    return Standing.EXEMPT if exempt else Standing.REFUSED


def _beside(version, check: DocumentCheck | None, documents: dict, paths: set[str], url: str) -> Standing:
    """How a document with certain defects stands, of which an accessible version is named."""
    if isinstance(version, Page):
        address = own_path(version.full_url, url) if version.full_url else ""
        if address and address == own_path(url, url):
            return Standing.REPLACED
        is_sound, is_linked = version.live and bool(address), address in paths
    elif check is None:
        return Standing.UNREAD
    else:
        is_sound, is_linked = check.state != DocumentCheck.State.DEFECTS, version.pk in documents
    if not is_sound:
        return Standing.VERSION_FAULTY
    return Standing.REPLACED if is_linked else Standing.VERSION_NOT_LINKED


def _checks(contents, just_read) -> dict[tuple[str, bool], DocumentCheck]:
    known = DocumentCheck.objects.filter(content__in=set(contents), reader=reader())
    return {(check.content, check.named): check for check in (*known, *just_read)}
