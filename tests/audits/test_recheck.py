"""What is online is judged again: what no signal sees is seen, said, and taken down by nobody."""

import os
import signal
import uuid
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Site

from audits.actions import publish_page
from audits.drift import queries, restoring
from audits.drift.background import recheck_some
from audits.drift.checking import CheckerAway, Outcome, check
from audits.drift.rounds import AlreadyRunning, recheck_everything
from audits.models import LiveFault, LiveState, Recheck, Verdict
from audits.models.live_state import Cause
from home.models import TownContact
from services.outbox.models import Mail
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, stream

pytestmark = pytest.mark.xdist_group("gate")


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """The file that names the last round is this test's own."""
    settings.VAR = tmp_path


def change(page: PlainPage, html: str) -> None:
    """Change a page as no signal sees it."""
    PlainPage.objects.filter(pk=page.pk).update(body=stream(html))


def with_theme_image(request):
    """What makes the theme of the plain site show an image without alternative."""
    return {"theme_image": True}


def break_theme(settings) -> None:
    engine = settings.TEMPLATES[0]
    processors = [*engine["OPTIONS"]["context_processors"], "tests.audits.test_recheck.with_theme_image"]
    settings.TEMPLATES = [{**engine, "OPTIONS": {**engine["OPTIONS"], "context_processors": processors}}]


def checker_away(settings, tmp_path) -> None:
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"


def test_what_sql_changes_is_found_with_its_cause_its_author_and_its_date_and_stays_online(town):
    page = publish_page(town.draft("Marché", CLEAN), user=town.admin)
    state = LiveState.objects.get(page=page)
    assert state.verdict.accepted and state.failing_since is None and not state.doubt
    change(page, BAD)
    found = check(page.pk)
    assert (found.outcome, found.causes, found.judged) == (Outcome.NEWLY_FAILING, [Cause.CONTENT], True)
    state = LiveState.objects.get(page=page)
    assert state.published_by == town.admin and state.failing_since is not None
    fault = LiveFault.objects.get()
    assert (fault.page_id, fault.causes, fault.since) == (page.pk, [Cause.CONTENT], state.failing_since)
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live

    again = check(page.pk)
    assert (again.outcome, again.judged) == (Outcome.STILL_FAILING, False)
    assert again.state.failing_since == state.failing_since
    change(page, CLEAN)
    assert check(page.pk).outcome is Outcome.MENDED
    assert not LiveFault.objects.exists()
    change(page, BAD)
    assert recheck_some([page.pk, 0]) == {"checked": 1, "failing": 1}
    page.unpublish()
    assert not LiveState.objects.filter(page=page).exists() and not LiveFault.objects.exists()


def test_a_round_asks_nobody_about_what_did_not_change_and_stops_where_nobody_judges(town, settings, tmp_path):
    checker_away(settings, tmp_path)
    round_ = recheck_everything()
    assert (round_.state, round_.pages, round_.checked, round_.judged) == (Recheck.State.FINISHED, 1, 1, 0)
    change(town.home, BAD)
    with pytest.raises(CheckerAway):
        recheck_everything()
    assert Recheck.objects.first().state == Recheck.State.INTERRUPTED
    state = LiveState.objects.get()
    assert state.verdict.accepted and not state.doubt


@pytest.mark.gate
def test_the_worst_come_first_and_ctrl_c_keeps_what_was_done(town):
    failing, doubtful, unseen = (town.force_live(town.draft(title, CLEAN)) for title in ("Crèche", "École", "Stade"))
    change(failing, BAD)
    check(failing.pk)
    LiveState.objects.create(page=doubtful, doubt=LiveState.Doubt.FILE)
    order = [failing.pk, doubtful.pk, unseen.pk, town.home.pk]
    assert list(queries.pages_to_check().values_list("pk", flat=True)) == order

    change(doubtful, BAD)

    def interrupt(rank, *_):
        if rank == 2:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        recheck_everything(interrupt)
    assert Recheck.objects.get().state == Recheck.State.INTERRUPTED
    assert queries.failing_pages() == [failing.pk, doubtful.pk]
    assert not LiveState.objects.filter(page=unseen).exists()
    assert recheck_everything().checked == 4


def test_a_defect_of_the_theme_is_one_however_many_pages_show_it(town, settings):
    town.force_live(town.draft("Stade", CLEAN))
    break_theme(settings)
    round_ = recheck_everything()
    fault = LiveFault.objects.get()
    assert (fault.kind, fault.place, fault.states.count()) == (LiveFault.Kind.TECHNICAL, "header", 2)
    assert (round_.technical, round_.failing_pages) == (1, [])


@pytest.mark.gate
def test_two_rounds_at_once_are_one_and_one_whose_process_died_holds_nobody_up(town):
    def again(*_):
        with pytest.raises(AlreadyRunning):
            recheck_everything()
        with pytest.raises(CommandError, match="déjà en cours"):
            call_command("recheck")

    assert recheck_everything(again).state == Recheck.State.FINISHED
    assert Recheck.objects.count() == 1
    dead = Recheck.objects.create(runner=f"{os.uname().nodename} 1 0.00")
    assert recheck_everything().state == Recheck.State.FINISHED
    dead.refresh_from_db()
    assert dead.state == Recheck.State.INTERRUPTED


def test_dry_run_says_what_would_be_refused_and_writes_nothing(town, capsys):
    page = town.home
    change(page, BAD)

    def written():
        models = (Verdict, LiveFault, Recheck)
        return [model.objects.count() for model in models], list(LiveState.objects.values())

    before = written()
    with pytest.raises(SystemExit) as stopped:
        call_command("recheck", "--dry-run")
    said = capsys.readouterr().out
    assert stopped.value.code == 1
    assert f"{page.title} ({page.full_url}) : serait refusée" in said and "1.1.1" in said
    assert "Rien n’a été écrit." in said
    assert written() == before
    with pytest.raises(CommandError, match="/nulle-part/"):
        call_command("recheck", "/nulle-part/")
    with pytest.raises(SystemExit) as stopped:
        call_command("recheck", page.url)
    assert stopped.value.code == 1
    assert queries.failing_pages() == [page.pk]
    assert "a changé : le contenu de la page" in capsys.readouterr().out


def test_a_restored_database_is_noticed_and_nothing_of_it_is_taken_for_verified(town, tmp_path):
    town.force_live(town.draft("Stade", CLEAN))
    recheck_everything()
    assert not restoring.was_restored()
    (tmp_path / "last-recheck").write_text(str(uuid.uuid4()))
    assert restoring.was_restored()
    doubts = []
    recheck_everything(lambda *_: doubts.append(queries.unverified_pages()))
    assert doubts == [1, 0], "every page is in doubt until it is checked"
    assert LiveState.objects.filter(failing_since=None).count() == 2
    assert not restoring.was_restored()


def test_officers_read_what_changed_and_a_summary_once_a_week(town, settings):
    TownContact.objects.create(site=Site.objects.get(), accessibility_email="referente@example.org")
    page, today = town.home, timezone.localdate().weekday()
    settings.PARVIS_DIGEST_WEEKDAY = (today + 1) % 7
    recheck_everything()
    assert not Mail.objects.exists()
    change(page, BAD)
    recheck_everything()
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (
        "referente@example.org",
        "Accessibilité des pages en ligne : 1 page à corriger",
    )
    for words in (page.title, "A changé : le contenu de la page", f"/{page.pk}/edit/"):
        assert words in mail.text
    recheck_everything()
    assert Mail.objects.count() == 1
    change(page, CLEAN)
    recheck_everything()
    assert "1 de moins" in Mail.objects.first().text and f"- {page.title}" in Mail.objects.first().text

    settings.PARVIS_DIGEST_WEEKDAY = today
    recheck_everything()
    assert Mail.objects.count() == 2, "they were written to this week"
    Recheck.objects.filter(told_at__isnull=False).update(told_at=timezone.now() - timedelta(days=7))
    recheck_everything()
    assert Mail.objects.first().subject == "Accessibilité des pages en ligne : aucune page à corriger"
