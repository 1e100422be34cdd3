"""Publishing a draft that was checked: it is rendered once, and nothing is taken for granted."""

import pytest
from wagtail.models import Page

from audits.gate import judging
from audits.gate.draft_checks import check_draft
from audits.gate.errors import PublicationRefused
from audits.models import DraftCheck
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, Town, stream

pytestmark = pytest.mark.gate


@pytest.fixture
def renderings(monkeypatch) -> list[str]:
    """The titles of the pages that are rendered."""
    titles = []
    really = judging.rendered

    def rendered(page: Page) -> str | None:
        titles.append(page.title)
        return really(page)

    monkeypatch.setattr(judging, "rendered", rendered)
    return titles


def checked(town: Town, html: str = CLEAN) -> PlainPage:
    page = town.draft("Page", html)
    check_draft(page)
    return page


def test_a_checked_draft_is_rendered_once(town: Town, renderings):
    page = checked(town)
    renderings.clear()
    page.save_revision().publish()
    assert PlainPage.objects.get(pk=page.pk).live
    assert renderings == ["Page"]


def test_a_draft_that_was_not_checked_is_rendered_before_and_during(town: Town, renderings):
    page = town.draft("Page", CLEAN)
    page.get_latest_revision().publish()
    assert PlainPage.objects.get(pk=page.pk).live
    assert renderings == ["Page", "Page"]


def test_content_that_changed_since_its_check_is_judged(town: Town):
    page = checked(town)
    page.body = stream(BAD)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    page = PlainPage.objects.get(pk=page.pk)
    assert not page.live and page.refusals.count() == 1


def test_a_page_that_is_shown_otherwise_since_its_check_is_judged_again(town: Town):
    page = checked(town)
    before = DraftCheck.objects.get(page=page.pk).verdict
    page.slug = "ailleurs"
    page.save_revision().publish()
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live and page.slug == "ailleurs"
    assert DraftCheck.objects.get(page=page.pk).verdict != before


def test_a_check_that_is_believed_wrongly_opens_nothing(town: Town):
    """Somebody made of a refusal an acceptance: the guard knows the content by its own rendering."""
    page = checked(town)
    bad = town.draft("Page", BAD)
    with pytest.raises(PublicationRefused):
        bad.get_latest_revision().publish()
    good = DraftCheck.objects.get(page=page.pk)
    DraftCheck.objects.filter(page=bad.pk).update(verdict=good.verdict, judged_by=good.judged_by)
    with pytest.raises(PublicationRefused):
        bad.get_latest_revision().publish()
    assert not PlainPage.objects.get(pk=bad.pk).live


def test_a_schedule_outlives_a_publication_that_was_expected_and_refused(town: Town):
    page = town.draft("Page", BAD)
    page.refresh_from_db()
    revision = page.get_latest_revision()
    with pytest.raises(PublicationRefused):
        revision.publish()
    good = checked(town)
    given = DraftCheck.objects.get(page=good.pk)
    DraftCheck.objects.filter(page=page.pk).update(verdict=given.verdict, judged_by=given.judged_by)
    page.revisions.update(approved_go_live_at="2099-01-01T00:00:00Z")
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish()
    assert page.revisions.exclude(approved_go_live_at=None).exists()
