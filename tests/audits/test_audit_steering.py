"""Audits steered from the administration: started, followed, paused, resumed, cancelled; who may and who may not."""

import signal
import time

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from audits.auditing import actions, queries, steering
from audits.auditing.errors import AuditError, WrongState
from audits.auditing.options import AuditOptions
from audits.auditing.progress import progress_of_run
from audits.models import Audit, AuditPage
from audits.tasks import run_site_audit
from home.roles import OFFICERS
from tests.audits.audited import START, done, failed, lost, small_audit, started
from tests.audits.management_command import command, read_until
from tests.roots import restore_roots
from tests.small_site import SmallSite, html, links, slow

PAGES = 8
LONGEST = 60
"""Seconds that a state may be long in coming, on a machine that does much else."""
WORKER = ("db_worker", "--backend=audit", "--queue-name=sites", "--interval=0.1", "--no-startup-delay")


@pytest.fixture
def site():
    """A site whose pages take their time."""
    names = [f"/{number}" for number in range(PAGES)]
    pages = {name: slow(html(name, "<p>Texte.</p>"), 0.5) for name in names}
    with SmallSite({"/": html("Accueil", links(*names)), **pages}) as site:
        yield site


@pytest.fixture
def officer(client, django_user_model):
    """Somebody of the group of accessibility officers, signed in."""
    restore_roots()
    user = django_user_model.objects.create_user("referente", "referente@example.org", "mot de passe")
    user.groups.add(Group.objects.get(name=OFFICERS))
    client.force_login(user)
    return client


def until(condition):
    """What a condition gives once it is true."""
    deadline = time.monotonic() + LONGEST
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def judged(audit: Audit) -> int:
    return audit.pages.filter(state=AuditPage.State.DONE).count()


def state_of(audit: Audit) -> str:
    audit.refresh_from_db()
    return audit.state


def at(name: str, audit: Audit) -> str:
    return reverse(f"audits_report:{name}", args=[audit.pk])


@pytest.mark.timeout(6 * LONGEST)
def test_an_audit_is_started_followed_paused_resumed_and_finished(transactional_db, officer, site):
    form = {"start_url": site.url, "extent": "whole", "max_pages": 50, "under": "/", "jobs": 1, "timeout": 30}
    answer = officer.post(reverse("audits_report:start"), form)
    audit = Audit.objects.get()
    assert answer.url == at("summary", audit) and audit.state == Audit.State.QUEUED
    assert "est en attente" in officer.get(answer.url).content.decode()

    with command(*WORKER) as worker:
        until(lambda: judged(audit) >= 2)
        shown = officer.get(at("progress", audit)).content.decode()
        assert "sur 9 connues" in " ".join(shown.split()) and 'data-audit-state="running"' in shown
        answer = officer.post(at("pause", audit), follow=True)
        assert "après la page en cours" in answer.content.decode()
        until(lambda: state_of(audit) == Audit.State.INTERRUPTED)
        assert 2 <= judged(audit) < PAGES + 1 and not audit.runner
        assert "Cet audit est en pause" in officer.get(at("summary", audit)).content.decode()

        officer.post(at("resume", audit))
        until(lambda: state_of(audit) == Audit.State.FINISHED)
        assert judged(audit) == PAGES + 1
        assert all(site.times(f"/{number}") == 1 for number in range(PAGES)), "no page twice"
        worker.send_signal(signal.SIGTERM)
        worker.wait(LONGEST)


@pytest.mark.timeout(6 * LONGEST)
def test_a_worker_told_to_stop_puts_its_audit_down_and_another_goes_on(transactional_db, site, settings):
    audit = steering.queue_audit(site.url, AuditOptions())
    with command(*WORKER) as worker:
        until(lambda: judged(audit) >= 1)
        worker.send_signal(signal.SIGTERM)
        worker.wait(LONGEST)
    assert state_of(audit) == Audit.State.INTERRUPTED
    steering.queue_again(audit.pk)
    with command(*WORKER, "--batch") as worker:
        worker.wait(2 * LONGEST)
    assert state_of(audit) == Audit.State.FINISHED and judged(audit) == PAGES + 1


@pytest.mark.timeout(6 * LONGEST)
def test_an_audit_of_the_terminal_is_cancelled_from_the_administration(transactional_db, officer, site):
    with command("audit_site", site.url) as process:
        read_until(process, "^2 ")
        audit = Audit.objects.get()
        assert "Voulez-vous annuler" in officer.get(at("cancel", audit)).content.decode()
        assert Audit.objects.get().wish == "", "looking asks nothing"
        officer.post(at("cancel", audit))
        assert "annulé depuis l’administration" in process.communicate(timeout=LONGEST)[0]
    assert state_of(audit) == Audit.State.CANCELLED and 2 <= judged(audit) < PAGES + 1
    assert "a été annulé" in officer.get(at("summary", audit)).content.decode()
    with pytest.raises(WrongState, match="« annulé » : on ne peut pas le reprendre"):
        actions.resume_audit(audit.pk)


@pytest.mark.django_db
def test_what_waits_is_paused_and_cancelled_at_once(officer):
    audit = steering.queue_audit(START, AuditOptions())
    assert "L’audit est en pause." in officer.post(at("pause", audit), follow=True).content.decode()
    assert state_of(audit) == Audit.State.INTERRUPTED
    assert "L’audit est annulé." in officer.post(at("cancel", audit), follow=True).content.decode()
    assert state_of(audit) == Audit.State.CANCELLED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ask", "state"),
    [(steering.ask_cancel, Audit.State.CANCELLED), (steering.ask_pause, Audit.State.INTERRUPTED)],
)
def test_an_audit_stopped_while_it_waited_is_not_run(django_capture_on_commit_callbacks, ask, state):
    with django_capture_on_commit_callbacks(execute=True):
        audit = steering.queue_audit(START, AuditOptions())
    ask(audit.pk)
    assert DBTaskResult.objects.get().queue_name == "sites"
    run_site_audit.func(audit.pk)
    assert state_of(audit) == state and not judged(audit)


@pytest.mark.django_db
def test_an_audit_that_cannot_go_on_does_not_wait_for_ever():
    audit = steering.queue_audit(START, AuditOptions())
    Audit.objects.filter(pk=audit.pk).update(engine_fingerprint="another")
    run_site_audit.func(audit.pk)
    assert state_of(audit) == Audit.State.FAILED and "Le moteur a changé" in audit.error


@pytest.mark.django_db
def test_of_two_wishes_the_first_stands_unless_it_is_a_pause_and_then_a_cancellation():
    audit = started()
    steering.ask_pause(audit.pk)
    with pytest.raises(AuditError, match="mise en pause demandée déjà"):
        steering.ask_pause(audit.pk)
    assert steering.ask_cancel(audit.pk).wish == Audit.Wish.CANCEL
    for ask in (steering.ask_pause, steering.ask_cancel):
        with pytest.raises(AuditError, match="annulation demandée déjà"):
            ask(audit.pk)
    actions.interrupt_audit(audit)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "wish", "refusal"),
    [
        (small_audit, "pause", "on ne peut pas le mettre en pause"),
        (small_audit, "resume", "on ne peut pas le reprendre"),
        (small_audit, "cancel", "on ne peut pas l’annuler"),
        (failed, "cancel", "on ne peut pas l’annuler"),
        (started, "resume", "on ne peut pas le reprendre"),
    ],
)
def test_a_wish_that_comes_too_late_is_refused_with_the_state(officer, make, wish, refusal):
    audit = make()
    before = audit.state
    said = officer.post(at(wish, audit), follow=True).content.decode()
    assert refusal in said and f"« {audit.get_state_display()} »" in said
    assert state_of(audit) == before


@pytest.mark.django_db
def test_an_audit_whose_worker_died_is_resumed_from_its_page(officer):
    audit = started()
    Audit.objects.filter(pk=audit.pk).update(runner="", wish="pause")
    shown = officer.get(at("summary", audit)).content.decode()
    assert at("resume", audit) in shown and at("pause", audit) not in shown
    officer.post(at("resume", audit))
    assert state_of(audit) == Audit.State.QUEUED and audit.wish == ""


@pytest.mark.django_db
def test_what_is_wrong_is_said_and_what_was_typed_stays(officer):
    form = {"start_url": "mairie", "extent": "sample", "max_pages": 0, "under": "fr", "jobs": 9, "timeout": 7}
    answer = officer.post(reverse("audits_report:start"), form)
    page = answer.content.decode()
    assert answer.status_code == 200 and not Audit.objects.exists()
    assert "n’est pas une adresse du web" in page and "commence par une barre oblique" in page
    assert "La graine ne sert qu’à un échantillon" not in page
    whole = form | {"start_url": START, "extent": "whole", "seed": 4, "max_pages": 5, "jobs": 1, "under": "/fr/"}
    page_of_whole = officer.post(reverse("audits_report:start"), whole).content.decode()
    assert "La graine ne sert qu’à un échantillon" in page_of_whole and "corrigez l’un ou l’autre" in page_of_whole
    assert 'value="mairie"' in page and 'value="fr"' in page and 'value="7"' in page


@pytest.mark.django_db
def test_who_may_only_read_starts_and_steers_nothing(client, django_user_model):
    restore_roots()
    user = django_user_model.objects.create_user("lectrice", "lectrice@example.org", "mot de passe")
    group = Group.objects.create(name="Lecture")
    group.permissions.set(Group.objects.get(name=OFFICERS).permissions.exclude(codename="run_audit"))
    user.groups.add(group)
    client.force_login(user)
    audit = steering.queue_audit(START, AuditOptions())
    summary = client.get(at("summary", audit)).content.decode()
    assert "est en attente" in summary and "Annuler l’audit" not in summary
    assert reverse("audits_report:start") not in client.get(reverse("audits_report:index")).content.decode()
    for wish in ("pause", "resume", "cancel"):
        client.post(at(wish, audit))
    client.post(reverse("audits_report:start"), {"start_url": START})
    assert state_of(audit) == Audit.State.QUEUED and Audit.objects.count() == 1


@pytest.mark.django_db
def test_progress_counts_what_is_left_within_the_limit():
    audit = started(max_pages=3)
    assert progress_of_run(audit).per_minute is None and progress_of_run(audit).left == 1
    actions.record_visit(audit, done(START, html("a", ""), *(f"{START}{name}" for name in "abcd")))
    actions.record_visit(audit, lost(f"{START}a"))
    progress = progress_of_run(audit)
    assert (progress.done, progress.lost, progress.left, progress.total) == (2, 1, 1, 3)
    assert progress.per_minute > 0 and progress.minutes_left >= 1 and progress.last.address == f"{START}a"
    assert not queries.is_stalled(audit)
