"""Findings grouped by rule and code: what is one group, what is shown of it, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.auditing import actions, queries
from audits.auditing.grouping import alike, groups_of, with_examples
from audits.auditing.remaining import remaining_of
from audits.auditing.summary import rules_of, summarise
from audits.models import AuditFinding
from audits.models.component import component_of
from tests.audits.audited import START, done, many_findings, small_audit, started
from tests.small_site import html

pytestmark = pytest.mark.django_db
MENU = '<nav><a href="/menu"></a></nav>'


def grouped(audit):
    rows = list(groups_of(queries.findings_of(audit), list(rules_of(audit))))
    return [group for group in with_examples(audit, rows) if group.example.verdict == "fail"]


def test_a_component_of_every_page_is_said_once():
    audit = started()
    actions.record_visit(audit, done(START, html("Accueil", MENU), *(f"{START}{n}" for n in range(5))))
    for number in range(5):
        # The menu moves, and the page has a defect of its own.
        body = "<p>Texte</p>" * number + MENU + f'<a href="/page/{number}"></a>'
        actions.record_visit(audit, done(f"{START}{number}", html(f"Page {number}", body)))
    first, *others = [group for group in grouped(audit) if group.example.rule == "c06_02_empty_link"]
    assert (first.pages, first.findings, first.other_pages) == (6, 6, 3)
    assert [str(page) for page in first.first_pages] == ["Accueil", "Page 0", "Page 1"]
    assert [group.pages for group in others] == [1] * 5 and all(not group.other_pages for group in others)
    assert alike(queries.findings_of(audit), first.example).count() == 6


def test_two_elements_of_one_page_are_one_page():
    audit = started()
    actions.record_visit(audit, done(START, html("Accueil", MENU * 2)))
    (group,) = [group for group in grouped(audit) if group.example.rule == "c06_02_empty_link"]
    assert (group.pages, group.findings, len(group.first_pages)) == (1, 2, 1)


def test_identifiers_that_a_program_gives_do_not_tell_components_apart():
    audit, numbers = started(), (3, 14, 159)
    actions.record_visit(audit, done(START, html("Accueil", "<p>Texte</p>"), *(f"{START}{n}" for n in numbers)))
    for number in numbers:
        tab = f'<a id="tab-{number}f" data-key="{number}" aria-controls="panel-{number}" href="#panel-{number}"></a>'
        actions.record_visit(audit, done(f"{START}{number}", html(f"Page {number}", tab)))
    (group,) = [group for group in grouped(audit) if group.example.rule == "c06_02_empty_link"]
    assert (group.pages, group.findings) == (3, 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<img src="/1.png">', '<img src="/2.png">'),
        ('<a href="/page/1"></a>', '<a href="/page/2"></a>'),
        ('<p id="a1">Un</p>', '<p id="a1">Deux</p>'),
        ('<input id="nom-1">', '<input id="rue-1">'),
        ("<p>", ""),
    ],
)
def test_all_else_tells_components_apart(one, other):
    assert component_of(one) != component_of(other)


def test_what_has_no_code_is_one_group_for_each_rule():
    audit = many_findings(pages=4, each=1, html="")
    assert [(group.pages, group.findings) for group in grouped(audit)] == [(4, 4)]


def test_another_audit_and_another_verdict_are_other_groups():
    audit = many_findings(pages=2, each=1, html="<p>")
    many_findings(pages=2, each=1, html="<p>")
    AuditFinding.objects.filter(page=audit.pages.last()).update(verdict="review")
    assert [(group.pages, group.findings) for group in grouped(audit)] == [(1, 1)]


def test_the_rules_of_most_pages_come_first():
    audit = started()
    wide = '<p align="center">Texte</p>'
    actions.record_visit(audit, done(START, html("Accueil", MENU * 9 + wide), f"{START}a"))
    actions.record_visit(audit, done(f"{START}a", html("Horaires", wide)))
    rules = [group.example.rule for group in grouped(audit)]
    assert rules == ["c10_01_presentational_attribute", "c06_02_empty_link"]


def test_ten_thousand_findings_cost_no_more_queries_than_ten():
    small, huge = many_findings(pages=2, each=5, html="<p>"), many_findings(pages=100, each=100, html="<p>")
    assert AuditFinding.objects.filter(page__audit=huge).count() == 10_000
    costs = []
    for audit in (small, huge):
        with CaptureQueriesContext(connection) as captured:
            grouped(audit)
        costs.append(len(captured))
    assert costs == [4, 4]


def test_what_remains_counts_the_elements_of_each_criterion_once():
    audit = small_audit()
    page = audit.pages.first()
    AuditFinding.objects.filter(page__audit=audit, verdict="review").delete()
    for tests in (",1.3.1,1.3.2,", ",1.3.1,", ",11.3.1,"):
        AuditFinding.objects.create(page=page, rule="r", verdict="review", tests=tests, message="m", html="<p>")
    remaining = {line.criterion.id: line.elements for line in remaining_of(summarise(audit))}
    assert remaining["1.3"] == 2 and remaining["3.1"] == 0
    assert "10.1" not in remaining, "what fails is decided"


def test_the_page_itself_is_one_component_whatever_it_says():
    assert component_of("<html>Accueil…</html>") == component_of("<html>Contact…</html>")
    assert component_of("<p>Accueil…</p>") != component_of("<p>Contact…</p>")
