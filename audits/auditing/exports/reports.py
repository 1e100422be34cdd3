"""The pages of an audit with their findings, one after the other, as the engine's command line prints them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from accessibility.outcome import Outcome
from accessibility.rgaa import Reference, en301549_of
from audits.auditing.page_statuses import Statuses, statuses_in_processes, statuses_of_tests
from audits.auditing.queries import findings_of, reference_of
from audits.models.audit import Audit, AuditFinding, AuditPage


def reports(audit: Audit) -> Iterator[dict[str, Any]]:
    """One object for each page judged or lost, in the order of the audit; three queries, and one page in memory.

    `{"url", "error"}` for a lost page, else what `python -m accessibility check --format jsonl` says of it, processes
    counted as wholes; both with the page's place in the sample, when it has one.
    """
    in_processes = statuses_in_processes(audit)
    pages = audit.pages.filter(state__in=(AuditPage.State.DONE, AuditPage.State.ERROR)).order_by("pk")
    found = groupby(findings_of(audit).select_related(None).iterator(), key=lambda finding: finding.page_id)
    number, findings = next(found, (None, ()))
    for page in pages.iterator():
        while number is not None and number < page.pk:
            number, findings = next(found, (None, ()))
        if page.state == AuditPage.State.ERROR:
            yield {"url": page.address, "error": page.reason} | place_in_sample(page)
        else:
            yield _report(audit, page, findings if number == page.pk else (), in_processes.get(page.pk))


def place_in_sample(page: AuditPage) -> dict[str, str]:
    """Why a page is in the sample, in French and as a code, and its process; nothing for a page of no sample."""
    if not page.kind:
        return {}
    return {"kind": page.kind, "chosen_for": page.why} | ({"process": page.process} if page.process else {})


def _report(audit: Audit, page: AuditPage, findings, in_process: Statuses | None) -> dict[str, Any]:
    reference = reference_of(audit)
    tests = {test: Outcome(page.tests.get(test, Outcome.UNTESTED)) for test in reference.tests}
    statuses = in_process or statuses_of_tests(reference, page.tests)
    return {
        "url": page.address,
        "status": page.http_status,
        "title": page.title,
        "versions": audit.versions,
        "tests": {test: str(outcome) for test, outcome in tests.items()},
        "criteria": {number: str(status) for number, status in statuses.items()},
        "findings": [finding_as_json(finding, reference) for finding in findings],
        "ms": {"total": page.milliseconds},
        **place_in_sample(page),
    } | ({"taken_over_from": page.judged_at.isoformat()} if page.judged_at else {})


def finding_as_json(finding: AuditFinding, reference: Reference) -> dict[str, Any]:
    """The finding as the engine's command line prints it."""
    wcag = reference.wcag_of(finding.test_numbers)
    data = {
        "rgaa": finding.test_numbers,
        "wcag": wcag,
        "en301549": en301549_of(wcag),
        "rule": finding.rule,
        "verdict": finding.verdict,
        "source": finding.source,
        "targets": finding.targets,
        "html": finding.html,
        "message": finding.message,
        "fix": finding.fix,
    }
    return data | ({"provenance": finding.provenance} if finding.provenance else {})
