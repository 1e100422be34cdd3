"""What the guards let through, and what a refusal must never break."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page

from audits.gate.errors import GateError
from audits.gate.judging import judge
from audits.gate.pending import settle_all
from audits.models import PendingPublication, Refusal
from tests.audits.doors import form_data, submit
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, stream

pytestmark = pytest.mark.gate


def test_a_draft_of_a_page_unpublished_meanwhile_stays_a_draft(town):
    """The page in memory still says that it is live; saving a revision does not write that."""
    page = town.force_live(town.draft("Page", CLEAN))
    PlainPage.objects.get(pk=page.pk).unpublish()
    page.save_revision()
    assert not PlainPage.objects.get(pk=page.pk).live
    assert not PendingPublication.objects.filter(page=page).exists()


def test_an_old_page_with_defects_can_be_moved_and_reordered(town):
    """Housekeeping changes no content: it asks for no verdict."""
    section = town.draft("Rubrique", CLEAN)
    page = town.force_live(town.draft("Page", BAD))
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=section.pk), pos="last-child")
    moved = PlainPage.objects.get(pk=page.pk)
    assert moved.get_parent().pk == section.pk
    assert moved.live
    moved.show_in_menus = True
    moved.save()
    moved.unpublish()
    assert not PlainPage.objects.get(pk=page.pk).live


def test_approving_content_refused_before_gives_the_page_back(town):
    """The verdict is known, so that the refusal falls inside the approval's own transaction."""
    page = submit(town, town.draft("Page", CLEAN))
    page.body = stream(BAD)
    assert not judge(page).accepted
    data = form_data(page, BAD, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    response = town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302
    assert response.url.endswith(f"?refus={Refusal.objects.get(page=page).pk}")
    assert BAD in PlainPage.objects.get(pk=page.pk).get_latest_revision_as_object().body.render_as_block()


def test_reviewer_who_corrects_and_approves_publishes_the_correction(town):
    page = submit(town, town.draft("Page", CLEAN))
    correction = "<p>La mairie est ouverte le lundi.</p>"
    data = form_data(page, correction, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live
    assert correction in page.body.render_as_block()
    assert not page.has_unpublished_changes


def test_old_refusal_is_not_shown_for_another_workflow_action(town):
    page = town.draft("Page", BAD)
    with transaction.atomic():
        page.get_latest_revision().publish()
    assert PendingPublication.objects.get(page=page).state == "refused"
    submit(town, page)
    data = form_data(page, BAD, **{"action-workflow-action": "true", "workflow-action-name": "reject"})
    response = town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert "refus=" not in response.url


def test_publication_that_became_impossible_stops_no_other(town):
    """A page's address was taken while its publication waited."""
    first, second = town.draft("Page", CLEAN), town.draft("Page", CLEAN)
    for page in (first, second):
        PendingPublication.objects.create(page=page, content=page.serializable_data(), door="publish")
    old_address = first.slug
    first.slug = f"{first.slug}-ailleurs"
    first.save()
    town.draft("Voisine", CLEAN)
    PlainPage.objects.filter(title="Voisine").update(slug=old_address)
    settle_all()
    assert PlainPage.objects.get(pk=second.pk).live
    assert PendingPublication.objects.get(page=first).state == "refused"


def test_broken_publication_waits_and_stops_no_other(town):
    first, second = town.draft("Page", CLEAN), town.draft("Page", CLEAN)
    PendingPublication.objects.create(page=first, content={"title": "Sans rien d’autre", "body": 3}, door="publish")
    PendingPublication.objects.create(page=second, content=second.serializable_data(), door="publish")
    call_command("publish_scheduled")
    assert PlainPage.objects.get(pk=second.pk).live
    assert not PlainPage.objects.get(pk=first.pk).live


def test_refusal_in_a_transaction_takes_nothing_else_with_it(town):
    """A program that publishes several pages at once learns of the refusal."""
    page = town.draft("Page", BAD)
    judge(page)
    with pytest.raises(GateError), transaction.atomic():
        page.get_latest_revision().publish()
    assert not PlainPage.objects.get(pk=page.pk).live
