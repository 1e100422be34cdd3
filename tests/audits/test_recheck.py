"""What is online is judged again: what no signal sees is seen, said, and taken down by nobody."""

import os
import signal
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Site

from audits.actions import publish_page
from audits.drift import queries, restoring
from audits.drift.checking import CheckerAway, Outcome, check
from audits.drift.rounds import AlreadyRunning, recheck_everything
from audits.models import LiveFault, LiveState, Recheck, Verdict
from audits.models.live_state import Cause
from home.models import TownContact
from services.outbox.models import Mail
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, stream

pytestmark = pytest.mark.gate


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """The file that names the last round is this test's own."""
    settings.VAR = tmp_path


@pytest.fixture
def page(town) -> PlainPage:
    """A page that its administrator published."""
    return publish_page(town.draft("Marché", CLEAN), user=town.admin)


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


def test_a_publication_is_the_state_of_its_page_until_it_is_taken_down(page):
    state = LiveState.objects.get(page=page)
    assert state.verdict.accepted and state.failing_since is None and not state.doubt
    page.unpublish()
    assert not LiveState.objects.filter(page=page).exists()


def test_what_sql_changes_is_found_with_its_cause_its_author_and_its_date_and_stays_online(page, town):
    change(page, BAD)
    found = check(page.pk)
    assert (found.outcome, found.causes, found.judged) == (Outcome.NEWLY_FAILING, [Cause.CONTENT], True)
    state = LiveState.objects.get(page=page)
    assert state.published_by == town.admin and state.failing_since is not None
    fault = LiveFault.objects.get()
    assert (fault.page_id, fault.causes, fault.since) == (page.pk, [Cause.CONTENT], state.failing_since)
    assert PlainPage.objects.get(pk=page.pk).live

    again = check(page.pk)
    assert (again.outcome, again.judged, again.state.failing_since) == (
        Outcome.STILL_FAILING,
        False,
        state.failing_since,
    )
    change(page, CLEAN)
    assert check(page.pk).outcome is Outcome.MENDED
    assert not LiveFault.objects.exists()


def test_a_round_asks_nobody_about_what_did_not_change(page, settings, tmp_path):
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    round_ = recheck_everything()
    assert (round_.state, round_.pages, round_.checked, round_.judged) == (Recheck.State.FINISHED, 2, 2, 0)


def test_without_a_checker_what_is_known_stays(page, settings, tmp_path):
    change(page, BAD)
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    with pytest.raises(CheckerAway):
        recheck_everything()
    assert Recheck.objects.get().state == Recheck.State.INTERRUPTED
    assert LiveState.objects.get(page=page).verdict.accepted


def test_a_defect_of_the_theme_is_one_however_many_pages_show_it(page, town, settings):
    break_theme(settings)
    round_ = recheck_everything()
    fault = LiveFault.objects.get()
    assert (fault.kind, fault.place, fault.states.count()) == (LiveFault.Kind.TECHNICAL, "header", 2)
    assert (round_.technical, round_.failing_pages) == (1, [])


def test_the_worst_come_first(page, town):
    failing = publish_page(town.draft("Crèche", CLEAN))
    doubtful = publish_page(town.draft("École", CLEAN))
    change(failing, BAD)
    check(failing.pk)
    LiveState.objects.filter(page=doubtful).update(doubt=LiveState.Doubt.FILE)
    unseen = town.force_live(town.draft("Stade", CLEAN))
    order = list(queries.pages_to_check().values_list("pk", flat=True))
    assert order == [failing.pk, doubtful.pk, unseen.pk, town.home.pk, page.pk]


def test_ctrl_c_keeps_what_was_done_and_the_next_round_goes_on(page, town):
    change(page, BAD)
    LiveState.objects.filter(page=page).update(doubt=LiveState.Doubt.FILE)
    change(town.home, BAD)

    def interrupt(*_):
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        recheck_everything(interrupt)
    assert queries.failing_pages() == [page.pk]
    assert Recheck.objects.get().state == Recheck.State.INTERRUPTED
    assert recheck_everything().failing_pages == sorted([page.pk, town.home.pk])


def test_two_rounds_at_once_are_one(page):
    def again(*_):
        with pytest.raises(AlreadyRunning):
            recheck_everything()
        with pytest.raises(CommandError, match="déjà en cours"):
            call_command("recheck")

    assert recheck_everything(again).state == Recheck.State.FINISHED
    assert Recheck.objects.count() == 1


def test_a_round_whose_process_died_holds_nobody_up(page):
    dead = Recheck.objects.create(runner="ici 1 0.00".replace("ici", os.uname().nodename))
    assert recheck_everything().state == Recheck.State.FINISHED
    dead.refresh_from_db()
    assert dead.state == Recheck.State.INTERRUPTED


def test_dry_run_says_what_would_be_refused_and_writes_nothing(page, town, capsys):
    change(page, BAD)

    def written():
        models = (Verdict, LiveFault, Recheck)
        return [model.objects.count() for model in models], list(LiveState.objects.order_by("pk").values())

    before = written()
    with pytest.raises(SystemExit) as stopped:
        call_command("recheck", "--dry-run")
    said = capsys.readouterr().out
    assert stopped.value.code == 1
    assert f"{page.title} ({page.full_url}) : serait refusée" in said and "1.1.1" in said
    assert "Rien n’a été écrit." in said
    assert written() == before


def test_named_pages_alone_are_checked(page, town, capsys):
    change(page, BAD)
    change(town.home, BAD)
    with pytest.raises(SystemExit):
        call_command("recheck", page.get_url())
    assert queries.failing_pages() == [page.pk]
    assert f"publiée par {town.admin.username}" in capsys.readouterr().out
    with pytest.raises(CommandError, match="/nulle-part/"):
        call_command("recheck", "/nulle-part/")


def test_a_restored_database_is_noticed_and_nothing_of_it_is_taken_for_verified(page, tmp_path):
    recheck_everything()
    assert not restoring.was_restored()
    (tmp_path / "last-recheck").write_text(str(uuid.uuid4()))
    assert restoring.was_restored()
    doubts = []
    recheck_everything(lambda rank, *_: doubts.append(queries.unverified_pages()))
    assert doubts == [1, 0], "every page is in doubt until it is checked"
    assert LiveState.objects.filter(failing_since=None).count() == 2
    assert not restoring.was_restored()


@pytest.fixture
def officer(town):
    """The site names its accessibility officer."""
    TownContact.objects.create(site=Site.objects.get(), accessibility_email="referente@example.org")


def test_officers_read_what_changed_and_nothing_when_nothing_did(page, officer, settings):
    settings.PARVIS_DIGEST_WEEKDAY = (timezone.localdate().weekday() + 1) % 7
    recheck_everything()
    assert not Mail.objects.exists()
    change(page, BAD)
    recheck_everything()
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("referente@example.org", "Accessibilité des pages en ligne : 1 page à corriger")
    for words in (
        "Bonjour Zoé",
        page.title,
        "Publiée par admin",
        "A changé : le contenu de la page",
        f"/{page.pk}/edit/",
    ):
        assert words in mail.text
    recheck_everything()
    assert Mail.objects.count() == 1
    change(page, CLEAN)
    recheck_everything()
    assert "1 de moins" in Mail.objects.first().text and f"- {page.title}" in Mail.objects.first().text


def test_officers_read_a_summary_once_a_week(page, officer, settings):
    settings.PARVIS_DIGEST_WEEKDAY = timezone.localdate().weekday()
    recheck_everything()
    recheck_everything()
    assert Mail.objects.get().subject == "Accessibilité des pages en ligne : aucune page à corriger"
