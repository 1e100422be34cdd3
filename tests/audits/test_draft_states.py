"""What is known of drafts: asked by their editors, read by everybody from what is stored."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from audits.gate.draft_checks import remember
from audits.models import DraftCheck, Verdict
from tests.audits.doors import form_data, submit
from tests.audits.town import BAD, CLEAN

pytestmark = pytest.mark.xdist_group("gate")


def explorer(town) -> str:
    return town.admin_client().get(reverse("wagtailadmin_explore", args=[town.home.pk])).content.decode()


def save_again(town, page, html: str) -> None:
    """Save the draft over its revision, as the editor does by itself."""
    page.refresh_from_db()
    page.body = [("html", html)]
    page.save_revision(user=town.admin, overwrite_revision=page.get_latest_revision(), clean=False)


def test_state_follows_the_draft_from_unknown_to_publishable(town):
    page = town.draft("Page", BAD)
    client, address = town.admin_client(), reverse("draft_check", args=[page.pk])
    assert "Pas encore vérifié" in explorer(town)

    panel = client.post(f"{address}?fragment").content.decode()
    assert "RGAA, test 1.1.1" in panel
    assert "#:w:contentpath=body.0000-0" in panel
    assert "1 point à corriger" in explorer(town)
    judged = Verdict.objects.count()
    client.post(address)
    assert Verdict.objects.count() == judged

    save_again(town, page, CLEAN)
    assert "Pas encore vérifié" in explorer(town)
    assert "Publiable" in client.post(address).content.decode()
    assert "Publiable" in explorer(town)


def test_a_refusal_leaves_the_state_of_the_draft_behind(town):
    page = town.draft("Page", CLEAN)
    data = form_data(page, BAD, **{"action-publish": "1"})
    editor = town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)
    assert editor.context["draft_state"].label == "1 point à corriger"


def test_without_a_checker_the_state_says_so_and_lists_are_read(town, settings, tmp_path):
    page = town.draft("Page", CLEAN)
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "none.sock"
    answer = town.admin_client().post(reverse("draft_check", args=[page.pk])).content.decode()
    assert "Vérification impossible" in answer
    assert "Vérification impossible" in explorer(town)


def test_newer_knowledge_is_not_lost_to_an_older_check(town):
    page = town.draft("Page", CLEAN)
    older = page.get_latest_revision()
    save_again(town, page, BAD)
    refused = Verdict.objects.create(key="newer", accepted=False, content_findings=[{"rgaa": ["1.1.1"]}])
    remember(page, page.get_latest_revision(), refused)
    remember(page, older, Verdict.objects.create(key="older", accepted=True))
    assert DraftCheck.objects.get(page_id=page.pk).verdict == refused


def test_explorer_asks_no_more_for_more_drafts(town):
    client, address = town.admin_client(), reverse("wagtailadmin_explore", args=[town.home.pk])
    defect = {"rule": "c01_01", "html": "<img>", "rgaa": ["1.1.1"], "provenance": "body.x"}
    verdict = Verdict.objects.create(key="known", accepted=False, content_findings=[defect])

    def queries(drafts: int) -> int:
        for number in range(drafts):
            page = town.draft(f"Page {number}", CLEAN)
            remember(page, page.get_latest_revision(), verdict)
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            html = client.get(address).content.decode()
        children = Page.objects.child_of(Page.objects.get(pk=town.home.pk)).count()
        assert html.count("1 point à corriger") == children >= drafts
        return len([query for query in asked if "audits_" in query["sql"]])

    assert queries(2) == queries(6)


def test_approvers_see_the_state_of_what_awaits_them(town):
    page = submit(town, town.draft("Page", CLEAN))
    remember(page, page.get_latest_revision(), Verdict.objects.create(key="known", accepted=True))
    html = town.admin_client().get(reverse("wagtailadmin_home")).content.decode()
    assert "Accessibilité des pages à approuver" in html
    assert "Publiable" in html


def test_only_editors_check_a_draft(town, django_user_model, client):
    page = town.draft("Page", CLEAN)
    client.force_login(django_user_model.objects.create_user("lectrice", "l@example.org", "mot de passe"))
    client.post(reverse("draft_check", args=[page.pk]))
    assert not DraftCheck.objects.filter(page_id=page.pk).exists()
