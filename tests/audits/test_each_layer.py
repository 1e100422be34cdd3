"""What one layer of the gate alone is there for: without it, these fail (see test_layers.py)."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import page_published

from audits.gate.errors import GateError, PublicationRefused
from audits.gate.judging import judge
from audits.models import Refusal
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, stream

pytestmark = pytest.mark.gate

NEWER = "<p>La mairie est fermée.</p>"


def test_live_content_does_not_change_unjudged(unpublished_town):
    """The database's trigger looks at what goes live, not at what changes there."""
    page = unpublished_town.force_live(unpublished_town.draft("Page", CLEAN))
    page.body = stream(BAD)
    with pytest.raises(GateError):
        page.save()
    assert CLEAN in PlainPage.objects.get(pk=page.pk).body.render_as_block()


def test_unjudged_schedule_is_not_stored(town):
    page = town.draft("Page", BAD)
    with pytest.raises(GateError):
        page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_whoever_publishes_is_told_of_the_refusal(town):
    page = town.draft("Page", BAD)
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish(user=town.admin)
    assert Refusal.objects.get(page=page).user == town.admin


def test_copy_of_a_private_page_is_never_public(town):
    """Wagtail copies a page's restrictions last: the copy waits for them."""
    source = town.force_live(town.draft("Page", CLEAN))
    PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.LOGIN)
    private = []

    def note(instance, **_):
        private.append(instance.get_view_restrictions().exists())

    page_published.connect(note)
    try:
        copy = source.copy(update_attrs={"slug": f"{source.slug}-2"}, keep_live=True)
    finally:
        page_published.disconnect(note)
    assert PlainPage.objects.get(pk=copy.pk).live
    assert private == [True]


def test_refused_page_stops_no_other_of_a_bulk_publication(town):
    """Even one that was refused before: its verdict is known, and falls inside the transaction."""
    bad, clean = town.draft("Page", BAD), town.draft("Page", CLEAN)
    judge(bad)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    data = {"include_descendants": ""}
    response = town.admin_client().post(f"{address}?id={bad.pk}&id={clean.pk}", data)
    assert response.status_code == 302
    assert set(_live(bad, clean)) == {clean.pk}


def test_refused_schedule_stops_no_other(town):
    bad, clean = town.draft("Page", BAD), town.draft("Page", CLEAN)
    for minutes, page in ((2, bad), (1, clean)):
        due = timezone.now() - timedelta(minutes=minutes)
        Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=due)
    call_command("publish_scheduled")
    assert set(_live(bad, clean)) == {clean.pk}
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_alias_follows_its_page(town):
    source = town.force_live(town.draft("Page", CLEAN))
    alias = source.create_alias(update_slug=f"{source.slug}-alias")
    source.body = stream(NEWER)
    source.save_revision().publish()
    for page in (source, alias):
        followed = PlainPage.objects.get(pk=page.pk)
        assert followed.live
        assert NEWER in followed.body.render_as_block()


def _live(*pages: PlainPage) -> list[int]:
    return list(Page.objects.filter(pk__in=[page.pk for page in pages], live=True).values_list("pk", flat=True))
