"""Doors that programs take below Wagtail's own: model methods, schedules, SQL.

What sends no signal meets the database alone, which wants a seal: `_sealed` gives it one when the content was judged
and accepted, as the gate does.
"""

import contextlib
from datetime import timedelta

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.state import ProjectState
from django.utils import timezone
from wagtail.actions.edit import EditAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page, Revision, Site
from wagtail.workflows import publish_workflow_state

from audits.gate.errors import GateError
from audits.gate.judging import judge
from audits.models import Seal
from tests.audits.doors import door, submit
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream


def _sealed(page: PlainPage) -> PlainPage:
    """Give leave to the SQL that follows, if the page deserves it."""
    verdict = judge(page)
    if verdict.accepted:
        Seal.objects.create(page_id=page.pk, verdict=verdict)
    return page


@door
def base_publish_action_class(town: Town, html: str) -> int:
    """Wagtail's action for anything that can be published, given a page."""
    page = town.draft("Page", html)
    with contextlib.suppress(GateError):
        PublishRevisionAction(page.get_latest_revision()).execute()
    return page.pk


@door
def edit_action(town: Town, html: str) -> int:
    page = town.draft("Page", CLEAN)
    page.body = stream(html)
    with contextlib.suppress(GateError):
        EditAction(page, publish=True).execute()
    return page.pk


@door
def workflow_finish_of_wagtail(town: Town, html: str) -> int:
    page = submit(town, town.draft("Page", html))
    with contextlib.suppress(GateError):
        publish_workflow_state(page.current_workflow_state)
    return page.pk


@door
def publish_in_a_transaction(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    with contextlib.suppress(GateError), transaction.atomic():
        page.get_latest_revision().publish()
    return page.pk


@door
def schedule_by_program(town: Town, html: str) -> int:
    page = town.draft("Page", CLEAN)
    page.body = stream(html)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    with contextlib.suppress(GateError):
        page.save_revision().publish()
    _come_due(page)
    return page.pk


@door
def revision_born_scheduled(town: Town, html: str) -> int:
    """A revision that is made with its hour: its content must have its verdict before."""
    page = town.draft("Page", CLEAN)
    page.body = stream(html)
    judge(page)
    with contextlib.suppress(GateError):
        page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))
    _come_due(page)
    return page.pk


def _come_due(page: Page) -> None:
    """Let the hour of a page's schedule pass, and cron with it."""
    past = timezone.now() - timedelta(minutes=1)
    for revision in Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False):
        content = revision.content | {"go_live_at": past.isoformat()}
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")


@door
def manager_create(town: Town, html: str) -> int:
    page = town.unsaved("Page", html, live=True)
    home = Page.objects.get(pk=town.home.pk)
    place = {"depth": home.depth + 1, "path": Page._get_path(home.path, home.depth + 1, home.numchild + 1)}
    made = PlainPage.objects.create(title=page.title, slug=page.slug, body=page.body, live=True, **place)
    Page.objects.filter(pk=home.pk).update(numchild=home.numchild + 1)
    return made.pk


@door
def save_base(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    page.live = True
    with contextlib.suppress(GateError):
        page.save_base()
    return page.pk


@door
def root_of_a_new_tree(town: Town, html: str) -> int:
    page = Page.add_root(instance=town.unsaved("Page", html, live=True))
    Site.objects.update(root_page=page)
    return page.pk


@door
def bulk_load_of_a_tree(town: Town, html: str) -> int:
    page = town.unsaved("Page", html, live=True)
    data = {"title": page.title, "slug": page.slug, "body": stream(html), "live": True}
    return PlainPage.load_bulk([{"data": data}], parent=Page.objects.get(pk=town.home.pk))[0]


@door
def some_columns_of_a_live_page(town: Town, html: str) -> int:
    page = town.force_live(town.draft("Page", "<p>Ancien.</p>"))
    town.forced.clear()
    page.body = stream(html)
    judge(page)
    with contextlib.suppress(GateError):
        page.save(update_fields=["body"])
    return page.pk


@door
def query_set_bulk_update(town: Town, html: str) -> int:
    page = _sealed(town.draft("Page", html))
    page.live = True
    with contextlib.suppress(DatabaseError):
        PlainPage.objects.bulk_update([page], ["live"])
    return page.pk


@door
def sql_update(town: Town, html: str) -> int:
    page = _sealed(town.draft("Page", html))
    with contextlib.suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET live = %s WHERE id = %s", [True, page.pk])
    return page.pk


@door
def sql_insert(town: Town, html: str) -> int:
    page = _sealed(town.draft("Page", html))
    rows = {}
    with connection.cursor() as cursor:
        for table, key in (("wagtailcore_page", "id"), ("plainsite_plainpage", "page_ptr_id")):
            cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [page.pk])
            rows[table] = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
    seal = Seal.objects.filter(page_id=page.pk).first()
    page.delete()
    rows["wagtailcore_page"] |= {"live": True, "latest_revision_id": None}
    if seal:
        seal.save(force_insert=not Seal.objects.filter(page_id=seal.page_id).exists())
    Page.objects.filter(pk=town.home.pk).update(numchild=1)
    with contextlib.suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        for table, row in rows.items():
            values = ", ".join(["%s"] * len(row))
            cursor.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})", list(row.values()))
    return rows["wagtailcore_page"]["id"]


@door
def data_migration(town: Town, html: str) -> int:
    """A migration's models are not the application's: no signal reaches the gate's guards."""
    page = _sealed(town.draft("Page", html))
    old_apps = ProjectState.from_apps(apps).apps
    old = old_apps.get_model("plainsite", "PlainPage").objects.get(pk=page.pk)
    old.live = True
    with contextlib.suppress(DatabaseError):
        old.save()
    return page.pk
