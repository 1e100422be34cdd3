"""A defect that was online before its rule warns for a time, then blocks; one that the draft adds always blocks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from audits.gate.errors import PublicationRefused
from audits.gate.identity import fields_about
from audits.models import GateRules, LaissezPasser, LiveDefect
from tests.audits.decided import IMAGE, found, judged, village_that_commits
from tests.audits.doors import form_data
from tests.audits.plainsite.models import PlainPage

__all__ = ["village_that_commits"]

ADDED = '<img src="/ajout.jpg">'


@pytest.fixture
def village(village_that_commits):
    return village_that_commits


@pytest.fixture
def old(village):
    """A page online with a defect that the present engine finds, and that was accepted in its time."""
    page = village.force_live(village.draft("Marché", IMAGE))
    judged(page, found())
    return page


def publish(village, page, html: str, *findings: dict) -> None:
    draft = village.changed(page, html)
    judged(draft, *findings)
    draft.get_latest_revision().publish(user=village.admin)


def test_an_old_defect_lets_publish_and_the_editor_is_told_until_when(village, old):
    draft = village.changed(old, f"{IMAGE}<p>Le samedi.</p>")
    judged(draft, found())
    data = form_data(old, f"{IMAGE}<p>Le samedi.</p>", **{"action-publish": "1"})
    answer = village.admin_client().post(reverse("wagtailadmin_pages:edit", args=[old.pk]), data, follow=True)
    assert "Le samedi" in PlainPage.objects.get(pk=old.pk).body.render_as_block()
    last = timezone.localdate() + timedelta(days=30)
    assert f"Bloquera la publication à partir du {last:%d/%m/%Y}" in answer.content.decode()


def test_after_the_delay_of_the_site_it_blocks(village, old):
    GateRules.objects.create(site=village.site, days=10)
    publish(village, old, f"{IMAGE}<p>1.</p>", found())
    LiveDefect.objects.update(first_seen=timezone.now() - timedelta(days=9))
    publish(village, old, f"{IMAGE}<p>2.</p>", found())
    LiveDefect.objects.update(first_seen=timezone.now() - timedelta(days=10))
    with pytest.raises(PublicationRefused):
        publish(village, old, f"{IMAGE}<p>3.</p>", found())
    assert Page.objects.get(pk=old.pk).live
    GateRules.objects.update(days=11)
    publish(village, old, f"{IMAGE}<p>4.</p>", found())


def test_what_the_draft_adds_blocks_be_it_the_same_again(village, old):
    with pytest.raises(PublicationRefused) as refusal:
        publish(village, old, f"{IMAGE}{ADDED}", found(), found(ADDED))
    assert refusal.value.blocking == [found(ADDED)]
    with pytest.raises(PublicationRefused) as refusal:
        publish(village, old, f"{IMAGE}{IMAGE}", found(), found())
    assert len(refusal.value.blocking) == 1
    elsewhere = village.draft("Nouvelle", IMAGE)
    judged(elsewhere, found())
    with pytest.raises(PublicationRefused):
        elsewhere.get_latest_revision().publish(user=village.admin)


def test_what_was_mended_does_not_come_back(village, old):
    publish(village, old, f"{IMAGE}<p>1.</p>", found())
    assert LiveDefect.objects.count() == 1
    publish(village, old, "<p>Plus d’image.</p>")
    assert not LiveDefect.objects.exists()
    with pytest.raises(PublicationRefused):
        publish(village, old, f"{IMAGE}<p>2.</p>", found())


def test_what_was_let_through_once_was_never_accepted(village, old):
    publish(village, old, f"{IMAGE}<p>1.</p>", found())
    yesterday = timezone.localdate() - timedelta(days=1)
    LaissezPasser.objects.create(**fields_about(found()), page=old, ends_on=yesterday)
    with pytest.raises(PublicationRefused):
        publish(village, old, f"{IMAGE}<p>2.</p>", found())
