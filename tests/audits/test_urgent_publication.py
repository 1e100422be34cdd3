"""« Publier en urgence »: one draft, at once, by a person who may, recorded, judged after, reported until mended."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry

from audits.gate.errors import DecisionFromFixture, GateError, PublicationRefused
from audits.gate.urgent import publish_urgently
from audits.models import LiveDefect, Seal, UrgentPublication, Verdict
from audits.tasks import judge_urgent_publication
from home.roles import ADMINISTRATORS, MODERATORS
from services.outbox.models import Mail
from tests.audits.decided import IMAGE, OFFICER, found, judged, village_that_commits

__all__ = ["village_that_commits"]

WHY = "La rivière déborde."


@pytest.fixture
def village(village_that_commits):
    return village_that_commits


@pytest.fixture
def page(village):
    """A draft that the gate refuses."""
    page = village.draft("Inondation", IMAGE)
    judged(page, found())
    return page


def address(page) -> str:
    return reverse("urgent_publications:new", args=[page.pk])


def asked(page, **values) -> dict:
    return {"reason": WHY, "revision": page.latest_revision_id} | values


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def run_judgement() -> None:
    """What the worker does, once the publication has asked it to."""
    path = judge_urgent_publication.module_path
    (number,) = DBTaskResult.objects.filter(task_path=path).latest("enqueued_at").args_kwargs["args"]
    judge_urgent_publication.call(number)


def test_it_goes_online_at_once_and_is_reported_until_mended(village, page):
    administrator = village.person(ADMINISTRATORS, "camille")
    assert "Publier en urgence" in administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "Publier maintenant" in administrator.get(address(page)).text
    assert administrator.post(address(page), asked(page)).status_code == 302
    urgent = UrgentPublication.objects.get()
    assert is_live(page)
    assert (urgent.user, urgent.reason, urgent.leave.kind, urgent.leave.accepted) == (
        administrator.user,
        WHY,
        Verdict.Kind.URGENT,
        False,
    )
    assert PageLogEntry.objects.get(page=page.pk, action="audits.publish_urgently").data["why"] == WHY
    run_judgement()
    urgent.refresh_from_db()
    assert urgent.state == "à corriger" and urgent.verdict.content_findings == [found()]
    assert {mail.to for mail in Mail.objects.all()} == {OFFICER, "camille@essai.example"}
    assert "pas d’alternative" in Mail.objects.first().text and WHY in Mail.objects.first().text
    listed = administrator.get(reverse("urgent_publications:index")).text
    assert WHY in listed and "1 à corriger" in listed
    call_command("report_decisions")
    call_command("report_decisions")
    assert Mail.objects.count() == 4

    # Nothing of it was accepted: the same defect in the next draft is refused, and is no old one.
    again = village.changed(page, f"{IMAGE}<p>Restez chez vous.</p>")
    judged(again, found())
    with pytest.raises(PublicationRefused):
        again.get_latest_revision().publish(user=village.admin)
    assert not LiveDefect.objects.exists()
    mended = village.changed(page, "<p>Restez chez vous.</p>")
    judged(mended)
    mended.get_latest_revision().publish(user=village.admin)
    urgent.refresh_from_db()
    assert urgent.mended_at and "aucune à corriger" in administrator.get(reverse("urgent_publications:index")).text


def test_one_without_defect_is_over_as_soon_as_it_is_judged(village):
    page = village.draft("Inondation", "<p>Restez chez vous.</p>")
    publish_urgently(page.latest_revision, village.admin, WHY)
    judged(Page.objects.get(pk=page.pk).specific)
    run_judgement()
    assert UrgentPublication.objects.get().state == "sans défaut"
    assert not Mail.objects.exists()


def test_it_opens_for_nobody_else(village, page, client):
    moderator = village.person(MODERATORS, "ines")
    assert "Publier en urgence" not in moderator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    for somebody in (moderator, client):
        assert somebody.post(address(page), asked(page)).status_code in (302, 403)
        assert "Publier maintenant" not in somebody.get(address(page), follow=True).text
    with pytest.raises(PermissionDenied):
        publish_urgently(page.latest_revision, moderator.user, WHY)
    assert not is_live(page) and not UrgentPublication.objects.exists()


@pytest.mark.parametrize("forged", [{"reason": "  "}, {"revision": "0"}, {"revision": ""}, {"reason": "x" * 2001}])
def test_a_forged_request_publishes_nothing(village, page, forged):
    answer = village.admin_client().post(address(page), asked(page, **forged))
    assert answer.status_code == 200 and "La page n’est pas publiée" in answer.text
    assert not is_live(page) and not Verdict.objects.filter(kind="urgent").exists()


def test_the_draft_that_was_shown_is_the_one_published(village, page):
    shown = asked(page)
    village.changed(page, f"{IMAGE}<p>Un autre brouillon.</p>")
    assert "Le brouillon a changé" in village.admin_client().post(address(page), shown).text
    assert not is_live(page)


def test_nothing_is_left_open_behind_it(village, page):
    publish_urgently(page.latest_revision, village.admin, WHY)
    assert not Seal.objects.exists()
    Page.objects.get(pk=page.pk).unpublish()
    with pytest.raises(DatabaseError):
        Page.objects.filter(pk=page.pk).update(live=True)
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish(user=village.admin)
    assert not is_live(page)


@pytest.mark.parametrize("by", ["somebody", "nobody"])
def test_a_row_written_by_a_program_opens_nothing(village, page, by):
    """Neither out of the transaction that publishes, nor in the name of somebody who may not."""
    publish_urgently(page.latest_revision, village.admin, WHY)
    Page.objects.get(pk=page.pk).unpublish()
    moderator = village.person(MODERATORS, "ines").user
    UrgentPublication.objects.update(published_at=None, user=village.admin if by == "somebody" else moderator)
    with pytest.raises(GateError):
        if by == "somebody":
            page.get_latest_revision().publish(user=village.admin)
        else:
            with transaction.atomic():
                page.get_latest_revision().publish(user=village.admin)
    assert not is_live(page)


def test_a_fixture_opens_nothing(village, page, tmp_path):
    publish_urgently(page.latest_revision, village.admin, WHY)
    file = tmp_path / "urgent.json"
    call_command("dumpdata", "audits.urgentpublication", output=str(file))
    UrgentPublication.objects.all().delete()
    with pytest.raises(DecisionFromFixture):
        call_command("loaddata", str(file), verbosity=0)


def test_what_cannot_be_published_changes_nothing(village, page):
    """A page that does not pass Django's own validation is not published either, and its decision is taken back."""
    page.title = ""
    page.save_revision(clean=False)
    page.refresh_from_db()
    assert village.admin_client().post(address(page), asked(page)).status_code == 200
    assert not is_live(page) and not UrgentPublication.objects.exists()
