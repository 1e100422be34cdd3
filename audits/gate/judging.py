"""A verdict for a page: looked up by the hash of what visitors would get, or asked of the checker."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from accessibility import engine
from accessibility.axe import AxeMissing
from accessibility.checker_client import CheckerClient, CheckerUnavailable
from audits.documents.findings import document_findings
from audits.documents.linked import LinkedDocuments, documents_of, read_documents
from audits.gate import assets
from audits.gate.comparing import apart
from audits.gate.errors import VerdictUnavailable
from audits.gate.places import with_places
from audits.gate.rendering import RenderingFailed, address, as_if_live, emptied, rendered
from audits.models import Verdict

NO_DOCUMENT = "no document"


@dataclass(frozen=True)
class Rendering:
    """A page as visitors would get it, with the key of its verdict, and the hash of each thing that this depends on.

    `bare` gives the same page without what its editor wrote; it is asked only when a finding may be the frame's.
    """

    html: str | None
    url: str
    key: str
    inputs: dict[str, str]
    bare: Callable[[], str | None]
    documents: LinkedDocuments


def rendering_of(page: Page) -> Rendering:
    """Render a page as if it were live. Raises VerdictUnavailable."""
    page = as_if_live(page)
    html, url = _rendered(page), address(page)
    documents = documents_of(html, url)
    inputs = _inputs(html, url, documents)
    return Rendering(html, url, _key(inputs, url), inputs, lambda: _rendered(emptied(page)), documents)


def judge(page: Page) -> Verdict:
    """The verdict on a page's content, given now if it is not known. Raises VerdictUnavailable.

    Asks a browser, so it must not be called inside a transaction: it would hold the database's lock.
    """
    return judge_rendering(rendering_of(page))


def judge_rendering(rendering: Rendering) -> Verdict:
    """The verdict on what was rendered, given and kept now if it is not known. Raises VerdictUnavailable."""
    rendering = _with_documents_read(rendering)
    known = verdict_on(rendering)
    if known is not None:
        return known
    new = new_verdict(rendering)
    kept = ("accepted", "content_findings", "technical_findings", "to_review", "versions", "inputs")
    return Verdict.objects.get_or_create(key=new.key, defaults={name: getattr(new, name) for name in kept})[0]


def new_verdict(rendering: Rendering) -> Verdict:
    """A verdict that the checker gives now, and that nobody keeps. Raises VerdictUnavailable."""
    if transaction.get_connection().in_atomic_block:
        raise VerdictUnavailable("a page cannot be judged inside a transaction")
    if rendering.html is None:
        return Verdict(key=rendering.key, accepted=True, inputs=rendering.inputs)
    rendering = _with_documents_read(rendering, keeping=False)
    report = _ask_checker(rendering.html, rendering.url)
    failures = _failures(report) + document_findings(rendering.html, rendering.url, rendering.documents)
    content, technical = _by_owner(failures, rendering)
    return Verdict(
        key=rendering.key,
        accepted=not content,
        content_findings=content,
        technical_findings=with_places(technical, rendering.html),
        versions=report["versions"],
        inputs=rendering.inputs,
        to_review=sum(
            finding["verdict"] == "review" and bool(finding.get("provenance")) for finding in report["findings"]
        ),
    )


def known_verdict(page: Page) -> Verdict | None:
    """The verdict on a page's content if it is already known. Asks nobody; safe inside a transaction."""
    return verdict_on(rendering_of(page))


def verdict_on(rendering: Rendering) -> Verdict | None:
    """The verdict on what was rendered, if it is already known."""
    return Verdict.objects.filter(key=rendering.key).first()


def key_of(page: Page) -> str:
    """The key of the verdict on a page's content, whether it is given or not. Safe inside a transaction."""
    return rendering_of(page).key


def verdict_key(html: str | None, url: str) -> str:
    """The hash of all that a verdict depends on: engine, rendered page, the files it is drawn with, its documents."""
    return _key(_inputs(html, url, documents_of(html, url)), url)


def _with_documents_read(rendering: Rendering, *, keeping: bool = True) -> Rendering:
    """The rendering once the documents that it links to are read, which its key depends on."""
    documents = read_documents(rendering.html, rendering.url, rendering.documents, keeping=keeping)
    if documents is rendering.documents:
        return rendering
    inputs = _inputs(rendering.html, rendering.url, documents)
    return replace(rendering, documents=documents, inputs=inputs, key=_key(inputs, rendering.url))


def _inputs(html: str | None, url: str, documents: LinkedDocuments) -> dict[str, str]:
    try:
        judged_by = engine.fingerprint()
    except AxeMissing as error:
        raise VerdictUnavailable(str(error)) from error
    inputs = {
        "engine": judged_by,
        "html": _hash(html if html is not None else NO_DOCUMENT),
        "files": assets.fingerprint(html, url) if html is not None else "",
    }
    return inputs | ({"documents": documents.digest} if documents.digest else {})


def _key(inputs: dict[str, str], url: str) -> str:
    return _hash("\0".join((*inputs.values(), url)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def checker() -> CheckerClient:
    """The client of this installation's checker."""
    return CheckerClient(settings.PARVIS_CHECKER_SOCKET, settings.PARVIS_CHECKER_TIMEOUT)


def _rendered(page: Page) -> str | None:
    try:
        return rendered(page)
    except RenderingFailed as error:
        raise VerdictUnavailable(str(error)) from error


def _ask_checker(html: str, url: str) -> dict[str, Any]:
    try:
        return checker().judge(html, url, assets.roots())
    except CheckerUnavailable as error:
        raise VerdictUnavailable(str(error)) from error


def _by_owner(
    failures: list[dict[str, Any]], rendering: Rendering
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Content's findings and the theme's. Without a mark, a finding is the theme's only if it outlives the content."""
    content = [finding for finding in failures if finding.get("provenance")]
    unmarked = [finding for finding in failures if not finding.get("provenance")]
    if not unmarked:
        return content, []
    html = rendering.bare()
    outliving = []
    if html is not None:
        outliving = _failures(_ask_checker(html, rendering.url))
        outliving += document_findings(html, rendering.url, rendering.documents)
    own, technical = apart(unmarked, outliving)
    return content + own, technical


def _failures(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding for finding in report["findings"] if finding["verdict"] == "fail"]
