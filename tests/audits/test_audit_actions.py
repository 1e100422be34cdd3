"""What an audit stores, when it refuses to, and what its summary says."""

import subprocess
import sys

import pytest
from wagtail.models import Site

from accessibility.limits import TooLarge
from accessibility.outcome import Status
from audits.auditing import actions, queries, runner
from audits.auditing.errors import AuditError, WrongState
from audits.auditing.options import AuditOptions
from audits.auditing.reasons import in_french
from audits.auditing.summary import summarise
from audits.auditing.text import summary_text
from audits.models import Audit, AuditFinding, AuditPage
from tests.audits.audited import BAD, START, done, lost, small_audit, started
from tests.small_site import html

pytestmark = pytest.mark.django_db


def test_an_audit_keeps_its_versions_options_and_start():
    audit = actions.start_audit("HTTP://Ville.example:80/#haut", AuditOptions(max_pages=7, sample=True))
    assert audit.start_url == START and audit.state == Audit.State.RUNNING and audit.site is None
    assert set(audit.versions) == {"rgaa", "engine", "axe"} and len(audit.engine_fingerprint) == 64
    assert AuditOptions.from_json(audit.options) == AuditOptions(max_pages=7, sample=True)
    with pytest.raises(AuditError, match="pas une adresse du web"):
        actions.start_audit("file:///etc/passwd", AuditOptions())


def test_an_audit_of_our_site_belongs_to_it():
    site = Site.objects.get(is_default_site=True)
    Site.objects.filter(pk=site.pk).update(hostname="ville.example", port=443)
    assert started().site == site
    assert actions.start_audit("https://ville.example/a", AuditOptions()).site == site
    assert actions.start_audit("https://ville.example:8000/", AuditOptions()).site is None


def test_a_visit_is_stored_whole_and_once():
    audit = started()
    page = actions.record_visit(audit, done(START, BAD, f"{START}a", f"{START}a", f"{START}b"))
    assert page.state == AuditPage.State.DONE and page.title == "Mauvaise" and len(page.tests) == 258
    assert page.failures == page.findings.filter(verdict="fail").count() > 0
    assert page.reviews == page.findings.filter(verdict="review").count()
    assert sorted(audit.pages.filter(state=AuditPage.State.WAITING).values_list("address", "depth", "found_on")) == [
        (f"{START}a", 1, START),
        (f"{START}b", 1, START),
    ]
    assert actions.record_visit(audit, done(START, BAD)) is None
    assert actions.record_visit(audit, done(f"{START}never-met")) is None
    assert AuditFinding.objects.filter(page__audit=audit).count() == page.findings.count()


def test_what_a_hostile_page_holds_can_be_stored():
    audit = started()
    visit = done(START, html("a", "<p align='center'>x</p>"))
    object.__setattr__(visit.report, "title", "nul \0, moitié \ud83d")
    assert actions.record_visit(audit, visit).title == "nul \N{REPLACEMENT CHARACTER}, moitié ?"


def test_progress_is_what_a_crawl_needs_to_go_on():
    audit = started()
    actions.record_visit(audit, done(START, BAD, f"{START}a", f"{START}b"))
    actions.record_visit(audit, lost(f"{START}a"))
    progress = queries.progress_of(audit)
    assert {target.address for target in progress.waiting} == {f"{START}b"}
    assert set(progress.known) == {START, f"{START}a", f"{START}b"}
    assert progress.counted == 2 and progress.judged == [(START, "d" * 64)]


def test_a_closed_audit_takes_no_page_and_is_not_closed_twice():
    audit = small_audit()
    for wish in (lambda: actions.record_visit(audit, done(f"{START}c")), lambda: actions.interrupt_audit(audit)):
        with pytest.raises(WrongState, match="« terminé »"):
            wish()


def test_an_audit_without_a_page_has_failed():
    audit = started()
    actions.record_visit(audit, lost(START, "could not be loaded: ERR_NAME_NOT_RESOLVED"))
    actions.finish_audit(audit)
    assert audit.state == Audit.State.FAILED and audit.error == "impossible à charger (ERR_NAME_NOT_RESOLVED)"


def test_what_may_be_resumed():
    audit = started()
    with pytest.raises(WrongState, match="« en cours »"):
        actions.resume_audit(audit.pk)
    actions.interrupt_audit(audit)
    assert actions.resume_audit(audit.pk).state == Audit.State.RUNNING
    with pytest.raises(WrongState, match="« terminé »"):
        actions.resume_audit(small_audit().pk)
    with pytest.raises(AuditError, match="pas d’audit 999999"):
        actions.resume_audit(999_999)


def test_an_audit_whose_process_died_may_be_resumed_but_not_by_another_engine():
    audit = started()
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    birth = runner.psutil.Process(process.pid).create_time()
    name = f"{runner.socket.gethostname()} {process.pid} {birth:.2f}"
    Audit.objects.filter(pk=audit.pk).update(runner=name)
    audit.refresh_from_db()
    assert not queries.is_stalled(audit)
    process.communicate(b"\n")
    assert queries.is_stalled(audit)
    Audit.objects.filter(pk=audit.pk).update(engine_fingerprint="older")
    with pytest.raises(AuditError, match="Le moteur a changé"):
        actions.resume_audit(audit.pk)
    Audit.objects.filter(pk=audit.pk).update(engine_fingerprint=audit.engine_fingerprint)
    assert actions.resume_audit(audit.pk).runner == runner.this_process()


def test_the_summary_adds_pages_up():
    audit = small_audit()
    summary = summarise(audit)
    assert (summary.done, summary.errors, summary.counts[AuditPage.State.WAITING]) == (2, 1, 1)
    failing = {line.criterion.id: line for line in summary.criteria if line.status is Status.NC}
    page = audit.pages.get(address=START)
    assert set(failing) == {
        test.rpartition(".")[0] for finding in page.findings.filter(verdict="fail") for test in finding.test_numbers
    }
    assert all(line.pages_failing == 1 for line in failing.values())
    assert summary.failures == page.failures and len(summary.criteria) == 106
    assert sum(summary.statuses.values()) == 106


def test_no_rate_is_shown_while_a_person_must_look():
    summary = summarise(small_audit())
    assert summary.rate is None and summary.statuses[Status.NT]
    assert "Pas encore de taux" in summary.rate_text and "compris entre" in summary.rate_text
    assert "taux de conformité des critères" not in summary_text(summary)


def test_the_text_of_the_summary():
    text = summary_text(summarise(small_audit()))
    assert "2 pages auditées, 1 en erreur, 0 adresse écartée, 1 non visitée" in text
    assert f"en erreur : {START}b (pas de réponse en 30 s)" in text
    assert "(c10_01_presentational_attribute)" in text


def test_an_empty_audit_has_a_summary():
    summary = summarise(started())
    assert summary.rate_text == "Aucune page n’a été auditée." and not summary.rules
    assert "0 page auditée" in summary_text(summary)


@pytest.mark.parametrize(
    ("reason", "french"),
    [
        ("no answer within 30 s", "pas de réponse en 30 s"),
        ("the server answered 404", "le serveur a répondu par le code 404"),
        (
            "localhost refused: 127.0.0.1 is not a public address (loopback)",
            "accès refusé\N{NO-BREAK SPACE}: localhost a une adresse privée, 127.0.0.1 (loopback)",
        ),
        (str(TooLarge("nodes")), "trop grande\N{NO-BREAK SPACE}: plus de 50\N{NO-BREAK SPACE}000 éléments et textes"),
        (str(TooLarge("depth")), "trop profonde\N{NO-BREAK SPACE}: plus de 512 niveaux d’éléments"),
        (
            str(TooLarge("characters")),
            "trop grande\N{NO-BREAK SPACE}: plus de 10\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 caractères",
        ),
        ("something new", "something new"),
    ],
)
def test_reasons_are_french(reason, french):
    assert in_french(reason) == french
