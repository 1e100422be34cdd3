"""Every way to ask that content be public: each door is knocked at as its users do.

A door takes the town and a page's HTML, asks that this HTML go live, and returns the page that should show it.
What the door answers, an error included, is its business; what is online afterwards is the tests'.
"""

import contextlib
import json
from collections.abc import Callable
from datetime import timedelta

from django.core import serializers
from django.core.management import call_command
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Locale, Page, Revision, Workflow, WorkflowPage, WorkflowTask

from audits.gate.errors import GateError
from audits.gate.judging import judge
from audits.models import Seal
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream

Door = Callable[[Town, str], int]
DOORS: dict[str, Door] = {}


def door(function: Door) -> Door:
    """Register a door under its function's name."""
    DOORS[function.__name__] = function
    return function


def form_data(page: PlainPage, html: str, **extra: str) -> dict[str, str]:
    """What a browser posts from the page's editing form."""
    return {
        "title": page.title,
        "slug": page.slug,
        "line": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "html",
        "body-0-id": "0000-0",
        "body-0-value": html,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **extra,
    }


@door
def edit_view(town: Town, html: str) -> int:
    page = town.draft("Page", CLEAN)
    data = form_data(page, html, **{"action-publish": "1"})
    response = town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, response.content[:3000]
    return page.pk


@door
def create_view(town: Town, html: str) -> int:
    page = town.unsaved("Page", html, live=False)
    address = reverse("wagtailadmin_pages:add", args=["plainsite", "plainpage", town.home.pk])
    response = town.admin_client().post(address, form_data(page, html, **{"action-publish": "1"}))
    assert response.status_code == 302
    return PlainPage.objects.get(slug=page.slug).pk


@door
def bulk_publish_view(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = town.admin_client().post(f"{address}?id={page.pk}", {"include_descendants": ""})
    assert response.status_code == 302
    return page.pk


@door
def bulk_publish_view_with_descendants(town: Town, html: str) -> int:
    parent = town.draft("Rubrique", CLEAN)
    page = town.draft("Page", html, parent=parent)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = town.admin_client().post(f"{address}?id={parent.pk}", {"include_descendants": "on"})
    assert response.status_code == 302
    return page.pk


def submit(town: Town, page: PlainPage) -> PlainPage:
    """Submit a page to a workflow of one task."""
    workflow = Workflow.objects.create(name="Relecture")
    task = GroupApprovalTask.objects.create(name="Relire")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    workflow.start(page, town.admin)
    return page


@door
def workflow_action_view(town: Town, html: str) -> int:
    page = submit(town, town.draft("Page", html))
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    town.admin_client().post(address, {"comment": ""})
    return page.pk


@door
def workflow_approval_in_edit_view(town: Town, html: str) -> int:
    page = submit(town, town.draft("Page", html))
    data = form_data(page, html, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    return page.pk


@door
def workflow_approval_with_changes_in_edit_view(town: Town, html: str) -> int:
    page = submit(town, town.draft("Page", CLEAN))
    data = form_data(page, html, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    return page.pk


@door
def workflow_approval_by_program(town: Town, html: str) -> int:
    page = submit(town, town.draft("Page", html))
    with contextlib.suppress(GateError):
        page.current_workflow_task_state.approve(user=town.admin)
    return page.pk


@door
def revert_view(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    old = page.get_latest_revision()
    page.body = stream("<p>Plus récent.</p>")
    page.save_revision()
    data = form_data(page, html, **{"action-publish": "1", "revision": str(old.pk)})
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert town.admin_client().post(address, data).status_code == 302
    return page.pk


@door
def schedule_in_edit_view(town: Town, html: str) -> int:
    page = town.draft("Page", CLEAN)
    later = timezone.localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    data = form_data(page, html, **{"action-publish": "1", "go_live_at": later})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    soon = Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    for revision in soon:
        content = revision.content | {"go_live_at": (timezone.now() - timedelta(minutes=1)).isoformat()}
        soon.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1), content=content)
    call_command("publish_scheduled")
    return page.pk


@door
def publish_scheduled_command(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=due)
    call_command("publish_scheduled")
    return page.pk


@door
def revision_publish(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    with contextlib.suppress(GateError):
        page.get_latest_revision().publish()
    return page.pk


@door
def page_publish(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    with contextlib.suppress(GateError):
        page.publish(page.get_latest_revision())
    return page.pk


@door
def publish_action_class(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    with contextlib.suppress(GateError):
        PublishPageRevisionAction(page.get_latest_revision()).execute()
    return page.pk


@door
def copy_action(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", html))
    return source.copy(update_attrs={"slug": f"{source.slug}-2"}, keep_live=True).pk


@door
def copy_view(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", html))
    data = {
        "new_title": "Copie",
        "new_slug": f"{source.slug}-copie",
        "new_parent_page": str(town.home.pk),
        "publish_copies": "on",
    }
    response = town.admin_client().post(reverse("wagtailadmin_pages:copy", args=[source.pk]), data)
    assert response.status_code == 302
    return PlainPage.objects.get(slug=f"{source.slug}-copie").pk


@door
def alias_creation(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", html))
    return source.create_alias(update_slug=f"{source.slug}-alias").pk


@door
def alias_following(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", CLEAN))
    alias = source.create_alias(update_slug=f"{source.slug}-alias")
    source.body = stream(html)
    revision = source.save_revision(clean=False)
    source.update_aliases(revision=revision, _content=revision.content)
    return alias.pk


@door
def translation_as_alias(town: Town, html: str) -> int:
    english = Locale.objects.get_or_create(language_code="en")[0]
    source = town.force_live(town.draft("Page", html))
    return source.copy_for_translation(english, copy_parents=True, alias=True).pk


@door
def add_child(town: Town, html: str) -> int:
    page = town.unsaved("Page", html, live=True)
    Page.objects.get(pk=town.home.pk).add_child(instance=page)
    return page.pk


@door
def add_sibling(town: Town, html: str) -> int:
    page = town.unsaved("Page", html, live=True)
    town.draft("Voisine", CLEAN).add_sibling(instance=page)
    return page.pk


@door
def live_then_save(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    page.live = True
    page.save()
    return page.pk


@door
def live_column_only(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    page.body = stream(CLEAN)
    page.live = True
    page.save(update_fields=["live"])
    return page.pk


@door
def live_from_the_base_class(town: Town, html: str) -> int:
    page = Page.objects.get(pk=town.draft("Page", html).pk)
    page.live = True
    page.save()
    return page.pk


@door
def save_of_a_live_page(town: Town, html: str) -> int:
    page = town.force_live(town.draft("Page", "<p>Ancien.</p>"))
    town.forced.clear()
    page.body = stream(html)
    if judge(page).accepted:
        page.save()
    else:
        with contextlib.suppress(GateError):
            page.save()
    return page.pk


@door
def query_set_update(town: Town, html: str) -> int:
    """`.update(live=True)` sends no signal: only the database stands in the way, and it wants a seal."""
    page = town.draft("Page", html)
    verdict = judge(page)
    if verdict.accepted:
        Seal.objects.create(page_id=page.pk, verdict=verdict)
    with contextlib.suppress(DatabaseError):
        Page.objects.filter(pk=page.pk).update(live=True)
    return page.pk


@door
def loaddata(town: Town, html: str, tmp_path=None) -> int:
    page = town.draft("Page", html)
    rows = json.loads(serializers.serialize("json", [Page.objects.get(pk=page.pk), page]))
    page.delete()
    for row in rows:
        if row["model"] == "wagtailcore.page":
            row["fields"] |= {"live": True, "latest_revision": None, "live_revision": None}
    _load(json.dumps(rows))
    return page.pk


@door
def loaddata_over_a_draft(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    rows = json.loads(serializers.serialize("json", [Page.objects.get(pk=page.pk), page]))
    for row in rows:
        if row["model"] == "wagtailcore.page":
            row["fields"] |= {"live": True}
    _load(json.dumps(rows))
    return page.pk


def _load(fixture: str) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(fixture)
        file.flush()
        with contextlib.suppress(GateError):
            call_command("loaddata", file.name, verbosity=0)


@door
def admin_api(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    address = f"/admin/api/main/pages/{page.pk}/action/publish/"
    response = town.admin_client().post(address, {})
    assert response.status_code in (200, 400)
    return page.pk
