"""Audits run for real, from the terminal's commands: stored, stopped by force, resumed, refused."""

import re
import signal
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from audits.auditing import actions, queries, steering
from audits.auditing.running import run_audit
from audits.auditing.sample import sample_pages
from audits.auditing.sample_actions import edit_sample
from audits.models import Audit, AuditPage
from audits.models.sample_kind import SampleKind
from tests.audits.management_command import command, read_until
from tests.small_site import SmallSite, html, links, slow

PAGES = 5


@pytest.fixture
def site():
    """A site of a few slow pages, one of them absent."""
    names = [f"/{number}" for number in range(PAGES)]
    pages = {name: slow(html(name, '<img src="a.png">'), 0.7) for name in names}
    with SmallSite({"/": html("Accueil", links(*names, "/contact", "/absente")), **pages}) as site:
        site.pages["/contact"] = html("Contact", "")
        yield site


def test_an_audit_is_run_stored_and_summed_up(db, site, settings, capsys):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    call_command("audit_site", site.url, jobs=2, timeout=20)
    audit = Audit.objects.get()
    said = capsys.readouterr().out
    assert audit.state == Audit.State.FINISHED and audit.ended_at and audit.runner == ""
    states = Counter(audit.pages.values_list("state", flat=True))
    assert states == {AuditPage.State.DONE: PAGES + 2, AuditPage.State.ERROR: 1}
    assert queries.findings_of(audit).filter(verdict="fail", tests__contains=",1.1.").count() == PAGES
    assert f"{PAGES + 2} pages auditées, 1 en erreur" in said
    assert re.search(rf"NC  1\.1 +{PAGES} pages", said)
    assert f"/admin/audits/{audit.pk}/" in said


def test_a_private_start_is_refused_unless_the_setting_allows_it(db, site, settings):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = []
    with pytest.raises(CommandError, match="adresse privée"):
        call_command("audit_site", site.url)
    with pytest.raises(CommandError, match="adresse privée"):
        call_command("audit_page", site.url)
    assert Audit.objects.get().state == Audit.State.FAILED
    assert not site.asked


def test_a_sample_is_the_home_the_kinds_and_a_draw_that_can_be_drawn_again(db, site, settings, capsys):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    call_command("audit_site", site.url, "--sample", max_pages=3, seed=11)
    audit = Audit.objects.get()
    rows = dict(sample_pages(audit).values_list("address", "kind"))
    assert len(rows) == 3 and audit.options["seed"] == 11
    assert rows.pop(f"{site.url}/") == SampleKind.HOME and rows.pop(f"{site.url}/contact") == SampleKind.CONTACT
    assert list(rows.values()) == [SampleKind.RANDOM]
    states = Counter(audit.pages.values_list("state", flat=True))
    assert states == {AuditPage.State.DONE: 3, AuditPage.State.OUTSIDE: PAGES - 1, AuditPage.State.SKIPPED: 1}
    assert audit.pages.get(state=AuditPage.State.SKIPPED).reason == "le serveur a répondu par le code 404"
    said = capsys.readouterr().out
    assert f"{site.url}/contact : contact" in said and "graine 11" in said
    assert audit.state == Audit.State.FINISHED


def test_a_sample_only_proposed_waits_until_it_is_approved(transactional_db, site, settings, capsys):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    call_command("audit_site", site.url, "--sample-only", max_pages=4, seed=11)
    audit, said = Audit.objects.get(), capsys.readouterr().out
    assert audit.state == Audit.State.PROPOSED and f"/admin/audits/{audit.pk}/sample/" in said
    assert audit.pages.filter(state=AuditPage.State.DONE).count() == 1 and "graine 11" in said
    edit_sample(audit.pk, 0, reasons={}, added=["/plan.pdf"])
    steering.approve_sample(audit.pk, 1)
    run_audit(actions.begin_queued(audit.pk))
    audit.refresh_from_db()
    assert audit.state == Audit.State.FINISHED and audit.runner == ""
    states = Counter(sample_pages(audit).values_list("state", flat=True))
    assert states == {AuditPage.State.DONE: 4, AuditPage.State.DOCUMENT: 1} and not site.times("/plan.pdf")


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_audit_struck_down_is_resumed_and_no_page_is_lost_or_done_twice(transactional_db, site, blow):
    with command("audit_site", site.url, "--timeout", "20") as process:
        read_until(process, r"^2 ")
        process.send_signal(blow)
        said = process.communicate(timeout=60)[0]
    audit = Audit.objects.get()
    if blow is signal.SIGKILL:
        assert audit.state == Audit.State.RUNNING and queries.is_stalled(audit)
    else:
        assert process.returncode == 130 and f"--resume {audit.pk}" in said
        assert audit.state == Audit.State.INTERRUPTED
    before = dict(audit.pages.filter(state=AuditPage.State.DONE).values_list("address", "visited_at"))
    assert len(before) >= 2
    with command("audit_site", "--resume", str(audit.pk)) as process:
        said = process.communicate(timeout=120)[0]
    assert process.returncode == 0, said
    audit.refresh_from_db()
    assert audit.state == Audit.State.FINISHED
    rows = audit.pages.all()
    assert Counter(row.state for row in rows) == {AuditPage.State.DONE: PAGES + 2, AuditPage.State.ERROR: 1}
    assert all(row.visited_at == before[row.address] for row in rows if row.address in before)
    assert all(row.findings.count() == row.failures + row.reviews for row in rows)


def test_one_page_is_checked_and_not_stored(db, site, settings, capsys):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    with pytest.raises(SystemExit) as ended:
        call_command("audit_page", f"{site.url}/0")
    assert ended.value.code == 1
    assert "Non-conformités certaines" in capsys.readouterr().out
    with pytest.raises(CommandError, match="code 404") as error:
        call_command("audit_page", f"{site.url}/absente")
    assert error.value.returncode == 2
    assert not Audit.objects.exists()


@pytest.mark.parametrize("option", ["--jobs=0", "--max-pages=-1", "--timeout=0"])
def test_wrong_options_are_refused(db, option):
    with pytest.raises(CommandError, match="must be positive"):
        call_command("audit_site", "http://ville.example/", option)
    assert not Audit.objects.exists()
