"""A verdict for a page: looked up by the hash of what visitors would get, or asked of the checker."""

import hashlib
from collections import Counter
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from accessibility import engine
from accessibility.axe import AxeMissing
from accessibility.checker_client import CheckerClient, CheckerUnavailable
from audits.gate import assets
from audits.gate.errors import VerdictUnavailable
from audits.gate.rendering import RenderingFailed, address, as_if_live, emptied, rendered
from audits.models import Verdict

NO_DOCUMENT = "no document"


def judge(page: Page) -> Verdict:
    """The verdict on a page's content, given now if it is not known. Raises VerdictUnavailable.

    Asks a browser, so it must not be called inside a transaction: it would hold the database's lock.
    """
    page = as_if_live(page)
    html = _rendered(page)
    key = verdict_key(html, address(page))
    known = Verdict.objects.filter(key=key).first()
    if known is not None:
        return known
    if transaction.get_connection().in_atomic_block:
        raise VerdictUnavailable("a page cannot be judged inside a transaction")
    if html is None:
        return Verdict.objects.get_or_create(key=key, defaults={"accepted": True})[0]
    report = _ask_checker(html, page)
    failures = [finding for finding in report["findings"] if finding["verdict"] == "fail"]
    content, technical = _by_owner(failures, page)
    verdict, _ = Verdict.objects.get_or_create(
        key=key,
        defaults={
            "accepted": not content,
            "content_findings": content,
            "technical_findings": technical,
            "to_review": sum(
                finding["verdict"] == "review" and bool(finding.get("provenance")) for finding in report["findings"]
            ),
            "versions": report["versions"],
        },
    )
    return verdict


def known_verdict(page: Page) -> Verdict | None:
    """The verdict on a page's content if it is already known. Asks nobody; safe inside a transaction."""
    page = as_if_live(page)
    return Verdict.objects.filter(key=verdict_key(_rendered(page), address(page))).first()


def verdict_key(html: str | None, url: str) -> str:
    """The hash of all that a verdict depends on: the engine, the rendered page, the files that it is drawn with."""
    try:
        judged_by = engine.fingerprint()
    except AxeMissing as error:
        raise VerdictUnavailable(str(error)) from error
    parts = (judged_by, url, html if html is not None else NO_DOCUMENT)
    drawn_with = assets.fingerprint(html, url) if html is not None else ""
    return hashlib.sha256("\0".join((*parts, drawn_with)).encode()).hexdigest()


def checker() -> CheckerClient:
    """The client of this installation's checker."""
    return CheckerClient(settings.PARVIS_CHECKER_SOCKET, settings.PARVIS_CHECKER_TIMEOUT)


def _rendered(page: Page) -> str | None:
    try:
        return rendered(page)
    except RenderingFailed as error:
        raise VerdictUnavailable(str(error)) from error


def _ask_checker(html: str, page: Page) -> dict[str, Any]:
    try:
        return checker().judge(html, address(page), assets.roots())
    except CheckerUnavailable as error:
        raise VerdictUnavailable(str(error)) from error


def _by_owner(failures: list[dict[str, Any]], page: Page) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Content's findings and the theme's. Without a mark, a finding is the theme's only if it outlives the content."""
    content = [finding for finding in failures if finding.get("provenance")]
    unmarked = [finding for finding in failures if not finding.get("provenance")]
    if not unmarked:
        return content, []
    html = _rendered(emptied(page))
    report = _ask_checker(html, page) if html is not None else {"findings": []}
    remaining = Counter(_identity(finding) for finding in report["findings"] if finding["verdict"] == "fail")
    technical = []
    for finding in unmarked:
        if remaining[_identity(finding)] > 0:
            remaining[_identity(finding)] -= 1
            technical.append(finding)
        else:
            content.append(finding)
    return content, technical


def _identity(finding: dict[str, Any]) -> tuple[str, str]:
    return finding["rule"], finding["html"]
