"""An audit compares its pages once they are judged, and everybody reads what it found as any other finding."""

import pytest
from django.core.management import call_command

from accessibility.outcome import Status
from accessibility.several_pages import absences
from accessibility.several_pages.site_file import SUFFIX, read_site, site_of
from audits.auditing import actions, queries
from audits.auditing.exports.reports import reports
from audits.auditing.several_pages import compare_pages, site_of_audit
from audits.auditing.summary import summarise
from audits.models import Audit, AuditPage
from tests.accessibility.rules.test_rules import FIXTURES
from tests.audits.audited import done, started
from tests.small_site import SmallSite

pytestmark = pytest.mark.xdist_group("crawler")


def pages_of(rule: str, site: str) -> dict[str, str]:
    """The pages of a small site of the rules, by path."""
    return {page.path: page.code for page in read_site(FIXTURES / rule / f"{site}{SUFFIX}") if page.code.strip()}


@pytest.fixture
def town(settings):
    """A site with a menu and a search; one page without the menu, one without the search."""
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    pages = pages_of("c12_05_search_not_everywhere", "failed")
    bare = pages_of("c12_01_page_without_two_ways", "cantTell")["/mairie"]
    others = {f"/vie/{name}": pages["/vie"].replace("Vie locale", name) for name in ("sport", "culture")}
    found = "".join(f'<a href="{path}">Voir {path}</a> ' for path in ("/nue", *others))
    pages["/vie"] = pages["/vie"].replace("Bienvenue.", found)
    with SmallSite(pages | others | {"/nue": bare.replace("La mairie", "Sans menu")}) as site:
        yield site


def audited(site: SmallSite, *options: str) -> tuple[Audit, dict[str, AuditPage]]:
    call_command("audit_site", site.url, *options)
    audit = Audit.objects.order_by("pk").last()
    return audit, {page.address.removeprefix(site.url): page for page in audit.pages.all()}


def test_a_page_that_differs_from_the_others_is_found(db, town):
    audit, pages = audited(town)
    assert audit.state == Audit.State.FINISHED
    found = {
        (row.page.address.removeprefix(town.url), row.rule, row.verdict)
        for row in queries.findings_of(audit).filter(rule__contains="c12_0", tests__regex=r",12\.[1-5]\.")
    }
    assert found == {
        ("/mairie", "c12_05_search_not_everywhere", "fail"),
        ("/mairie", "c12_01_page_without_two_ways", "review"),
        ("/nue", "c12_01_page_without_two_ways", "review"),
    }
    assert pages["/mairie"].tests["12.5.1"] == "failed" and pages["/vie"].tests["12.5.1"] == "untested"
    assert pages["/nue"].tests["12.1.1"] == "cantTell"
    assert pages["/"].tests["12.2.1"] == "inapplicable", "the home page is exempt"
    for page in pages.values():
        counted = page.findings.filter(verdict="fail").count(), page.findings.filter(verdict="review").count()
        assert (page.failures, page.reviews) == counted


def test_summary_and_exports_see_it(db, town):
    audit, _ = audited(town)
    lines = {line.criterion.id: line for line in summarise(audit).criteria}
    assert lines["12.5"].status is Status.NC and lines["12.5"].pages_failing == 1
    assert lines["12.1"].status is Status.NT and lines["12.4"].status is Status.NA
    said = {report["url"].removeprefix(town.url): report for report in reports(audit)}
    assert said["/mairie"]["tests"]["12.5.1"] == "failed" and said["/mairie"]["criteria"]["12.5"] == "NC"
    assert any("12.5.1" in finding["rgaa"] for finding in said["/mairie"]["findings"])


def test_what_is_taken_over_is_compared_again(db, town):
    _, before = audited(town)
    town.pages["/mairie"] = town.pages["/vie"].replace("Vie locale", "La mairie").replace('"/nue"', '"/vie"')
    audit, after = audited(town)
    assert after["/agenda"].taken_from and after["/nue"].taken_from
    assert after["/mairie"].taken_from is None and after["/mairie"].tests["12.5.1"] == "untested"
    assert after["/nue"].findings.filter(rule="c12_01_page_without_two_ways").count() == 1
    assert after["/nue"].reviews == before["/nue"].reviews
    assert not queries.findings_of(audit).filter(rule="c12_05_search_not_everywhere").exists()
    before["/mairie"].refresh_from_db()
    assert before["/mairie"].tests["12.5.1"] == "failed", "an audit that is over does not change"


def recorded(rule: str, site: str) -> Audit:
    """An audit under way whose pages are those of a small site, read without a browser."""
    audit = started()
    for page in site_of(read_site(FIXTURES / rule / f"{site}{SUFFIX}")).pages:
        address = f"http://ville.example{page.key}"
        AuditPage.objects.get_or_create(audit=audit, address=address)
        visit = done(address)
        stored = actions.record_visit(audit, visit)
        stored.traits, stored.depth = page.traits.as_json(), page.depth
        stored.save()
    return audit


def state_of(audit: Audit) -> list:
    rows = audit.pages.order_by("pk")
    said = rows.values_list("address", "tests", "tests_alone", "failures", "reviews")
    return [*said, *audit.pages.order_by("pk", "findings__rule").values_list("address", "findings__rule")]


def test_comparing_again_changes_nothing(db):
    audit = recorded("c12_02_menu_moved", "failed")
    compare_pages(audit)
    once = state_of(audit)
    assert any(row[3] for row in once if len(row) > 2)
    compare_pages(audit)
    assert state_of(audit) == once


def test_comparing_again_doubles_nothing_where_the_test_had_failed(db):
    audit = recorded("c12_02_menu_moved", "failed")
    failed = {page: page.tests | dict.fromkeys(absences.TESTS, "failed") for page in audit.pages.all()}
    for page, tests in failed.items():
        AuditPage.objects.filter(pk=page.pk).update(tests=tests)
    compare_pages(audit)
    once = state_of(audit)
    assert "c12_02_menu_moved" in {row[1] for row in once if len(row) == 2}
    compare_pages(audit)
    assert state_of(audit) == once


@pytest.mark.parametrize("state", [AuditPage.State.WAITING, AuditPage.State.ERROR])
def test_a_site_is_whole_when_nothing_is_left_or_lost(db, state):
    audit = recorded("c12_02_menu_moved", "passed")
    assert site_of_audit(audit).whole
    AuditPage.objects.create(audit=audit, address="http://ville.example/x", state=state)
    assert not site_of_audit(audit).whole


def test_pages_without_traits_are_left_alone(db):
    audit = started()
    actions.record_visit(audit, done("http://ville.example/"))
    before = state_of(audit)
    compare_pages(audit)
    assert state_of(audit) == before and not site_of_audit(audit).whole
