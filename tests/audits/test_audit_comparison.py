"""Two audits compared: what is new, mended, still there, and what cannot be compared."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.auditing import actions
from audits.auditing.comparison import Change, audits_to_compare, compare, default_other
from audits.models import Audit, AuditFinding
from tests.audits.audited import START, done, lost, many_findings, small_audit, started
from tests.small_site import html

pytestmark = pytest.mark.django_db
EMPTY_LINK = '<a href="/x"></a>'
CENTRED = '<p align="center">Texte</p>'


def audit_of(pages: dict[str, str | None]) -> Audit:
    """A finished audit of these pages by path; None for one that could not be loaded."""
    audit = started()
    actions.record_visit(audit, done(START, html("Accueil", "<p>Texte</p>"), *(f"{START}{path}" for path in pages)))
    for path, body in pages.items():
        address = f"{START}{path}"
        actions.record_visit(audit, lost(address) if body is None else done(address, html(path, body)))
    actions.finish_audit(audit)
    return audit


def rules(comparison, change: Change) -> list[str]:
    numbers = comparison.findings[change]
    found = AuditFinding.objects.filter(pk__in=numbers, verdict="fail")
    return sorted(found.values_list("rule", flat=True))


def test_new_mended_and_still_there():
    older = audit_of({"a": EMPTY_LINK + CENTRED})
    newer = audit_of({"a": EMPTY_LINK + "<center>Texte</center>"})
    comparison = compare(newer, older)
    assert rules(comparison, Change.STILL) == ["c06_02_empty_link"]
    assert rules(comparison, Change.MENDED) == ["c10_01_presentational_attribute"]
    assert rules(comparison, Change.NEW) == ["c10_01_presentational_element"]
    assert [comparison.failures[change] for change in Change] == [1, 1, 1]
    assert comparison.same_engine and comparison.pages_compared == 2
    mended = AuditFinding.objects.filter(pk__in=comparison.findings[Change.MENDED])
    assert {finding.page.audit for finding in mended} == {older}


def test_the_order_of_the_two_does_not_matter():
    older, newer = audit_of({"a": EMPTY_LINK}), audit_of({"a": "<p>Texte</p>"})
    assert compare(older, newer).findings == compare(newer, older).findings
    assert rules(compare(older, newer), Change.MENDED) == ["c06_02_empty_link"]


def test_an_element_that_moved_is_still_there():
    comparison = compare(audit_of({"a": EMPTY_LINK}), audit_of({"a": "<p>Avant</p>" * 3 + EMPTY_LINK}))
    assert rules(comparison, Change.STILL) == ["c06_02_empty_link"] and not comparison.failures[Change.NEW]


def test_the_same_code_several_times_is_counted():
    comparison = compare(audit_of({"a": EMPTY_LINK * 3}), audit_of({"a": EMPTY_LINK * 2}))
    assert (comparison.failures[Change.STILL], comparison.failures[Change.MENDED]) == (2, 1)
    comparison = compare(audit_of({"a": EMPTY_LINK}), audit_of({"a": EMPTY_LINK * 3}))
    assert (comparison.failures[Change.STILL], comparison.failures[Change.NEW]) == (1, 2)


def test_the_same_code_on_another_page_is_another_defect():
    comparison = compare(
        audit_of({"a": EMPTY_LINK, "b": "<p>Texte</p>"}), audit_of({"a": "<p>Texte</p>", "b": EMPTY_LINK})
    )
    assert rules(comparison, Change.NEW) == rules(comparison, Change.MENDED) == ["c06_02_empty_link"]


def test_without_code_the_place_tells():
    older, newer = many_findings(pages=1, each=2, html=""), many_findings(pages=1, each=3, html="")
    assert [len(compare(older, newer).findings[change]) for change in Change][0] == 1


@pytest.mark.parametrize("gone", [{"b": "<p>Texte</p>"}, {"a": None, "b": "<p>Texte</p>"}])
def test_a_page_that_is_gone_or_lost_is_not_mended(gone):
    comparison = compare(audit_of({"a": EMPTY_LINK}), audit_of(gone))
    assert comparison.findings[Change.MENDED] == []
    assert [page.address for page in comparison.only_older] == [f"{START}a"]
    assert [page.address for page in comparison.only_newer] == [f"{START}b"]
    assert comparison.pages_compared == 1


def test_criteria_that_change():
    comparison = compare(audit_of({"a": EMPTY_LINK + CENTRED}), audit_of({"a": EMPTY_LINK}))
    (line,) = [line for line in comparison.criteria if line.criterion.id == "10.1"]
    assert line.before == "NC" and line.after != "NC"
    assert "6.2" not in {line.criterion.id for line in comparison.criteria}


def test_another_engine_is_said():
    older, newer = small_audit(), small_audit()
    older.engine_fingerprint = "another"
    older.save()
    assert not compare(older, newer).same_engine


def test_which_audit_is_the_other():
    first, second = small_audit(), small_audit()
    running = started()
    elsewhere = actions.start_audit("http://autre.example/", running_options())
    actions.record_visit(elsewhere, done("http://autre.example/"))
    assert list(audits_to_compare(second)) == [first], "of the same address, with pages"
    assert default_other(second) == first and default_other(first) == second
    assert default_other(running) == second and default_other(elsewhere) is None


def running_options():
    from audits.auditing.options import AuditOptions

    return AuditOptions()


def test_ten_thousand_findings_cost_no_more_queries_than_ten():
    sizes = [{"pages": 2, "each": 5}, {"pages": 100, "each": 100}]
    costs = []
    for size in sizes:
        older, newer = many_findings(**size, html="<p id={}>"), many_findings(**size, html="<p>")
        with CaptureQueriesContext(connection) as captured:
            comparison = compare(older, newer)
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert len(comparison.findings[Change.NEW]) == len(comparison.findings[Change.MENDED]) == 10_000
