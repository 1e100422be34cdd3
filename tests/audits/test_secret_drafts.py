"""A newer draft is its author's secret: whatever goes live by a side door, the draft does not."""

import json
import tempfile
from datetime import timedelta

import pytest
from django.core import serializers
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from audits.models import PendingPublication
from tests.audits.doors import submit
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream

pytestmark = pytest.mark.gate

SECRET = "<p>Le maire démissionne lundi.</p>"


def live_page_with_secret_draft(town: Town) -> PlainPage:
    page = town.force_live(town.draft("Page", CLEAN))
    page.body = stream(SECRET)
    page.save_revision(user=town.admin)
    return PlainPage.objects.get(pk=page.pk)


def assert_draft_is_kept_and_secret(town: Town, page: PlainPage) -> None:
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live
    assert town.online(SECRET) == set()
    assert CLEAN in page.body.render_as_block()
    assert SECRET in page.get_latest_revision_as_object().body.render_as_block()
    assert page.has_unpublished_changes


def test_copy_publishes_the_live_content_and_copies_the_draft(town):
    copy = live_page_with_secret_draft(town).copy(update_attrs={"slug": "copie"}, keep_live=True)
    assert_draft_is_kept_and_secret(town, copy)


def test_alias_shows_the_live_content(town):
    alias = live_page_with_secret_draft(town).create_alias(update_slug="alias")
    assert PlainPage.objects.get(pk=alias.pk).live
    assert town.online(SECRET) == set()


def test_fixture_publishes_its_own_content(town):
    page = live_page_with_secret_draft(town)
    rows = json.loads(serializers.serialize("json", [Page.objects.get(pk=page.pk), page]))
    revisions = json.loads(serializers.serialize("json", Revision.objects.filter(object_id=str(page.pk))))
    page.delete()
    town.forced.clear()
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(json.dumps(revisions + rows))
        file.flush()
        call_command("loaddata", file.name, verbosity=0)
    assert_draft_is_kept_and_secret(town, page)


def test_schedule_publishes_the_scheduled_revision(town):
    page = town.draft("Page", CLEAN)
    scheduled = page.get_latest_revision()
    page.body = stream(SECRET)
    page.save_revision(user=town.admin)
    Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert_draft_is_kept_and_secret(town, page)


def test_pending_publication_publishes_what_was_asked_then(town, settings, tmp_path):
    """The draft is begun while the publication waits for a checker that is down."""
    socket = settings.PARVIS_CHECKER_SOCKET
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    page = town.unsaved("Page", CLEAN, live=True)
    Page.objects.get(pk=town.home.pk).add_child(instance=page)
    assert PendingPublication.objects.get(page=page).state == PendingPublication.State.WAITING
    draft = PlainPage.objects.get(pk=page.pk)
    draft.body = stream(SECRET)
    draft.save_revision(user=town.admin)
    settings.PARVIS_CHECKER_SOCKET = socket
    call_command("publish_scheduled")
    assert_draft_is_kept_and_secret(town, page)


def test_workflow_publishes_the_approved_revision(town):
    page = submit(town, town.draft("Page", CLEAN))
    state = page.current_workflow_task_state
    page.body = stream(SECRET)
    page.save_revision(user=town.admin)
    state.refresh_from_db()
    approved = state.revision
    state.approve(user=town.admin)
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live
    assert page.live_revision_id == approved.pk
