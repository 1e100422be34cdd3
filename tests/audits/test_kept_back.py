"""The report of publications that were refused or that wait: the work list of an import."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from accessibility.engine import check_url
from accessibility.outcome import Verdict as Says
from audits.gate.errors import PublicationRefused
from audits.models import PendingPublication, Refusal, Verdict
from tests.accessibility.web_server import serve
from tests.admin_screens import put_made_files, put_static_files, without_wagtail_s
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, Town, stream

pytestmark = pytest.mark.gate


def read(client: Client, **asked) -> str:
    answer = client.get(reverse("kept_back"), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def refused(town: Town, title: str, door: str = "edit", user=None) -> PlainPage:
    """A draft that was refused so."""
    page = town.draft(title, BAD)
    finding = {
        "rule": "axe-image-alt",
        "rgaa": ["1.1.1"],
        "html": "<img>",
        "message": f"L’image de {title} n’a pas d’alternative.",
        "fix": "Décrivez-la.",
        "provenance": "body.0000-0",
    }
    verdict = Verdict.objects.create(key=f"kept-{page.pk}", accepted=False, content_findings=[finding])
    Refusal.objects.create(page=page, verdict=verdict, revision=page.latest_revision, door=door, user=user)
    return page


def test_pages_that_a_program_made_live_are_a_list_to_work_through(town: Town):
    parent = Page.objects.get(pk=town.home.pk)
    for title, html in (("Crèche", BAD), ("Stade", CLEAN)):
        parent.add_child(instance=PlainPage(title=title, live=True, body=stream(html)))
    client = town.admin_client()
    shown = read(client)
    page = PlainPage.objects.get(title="Crèche")
    assert not page.live and PlainPage.objects.get(title="Stade").live
    assert "Crèche" in shown and "Stade" not in shown
    assert "Création par un programme" in shown and "Refusée : défauts d’accessibilité" in shown
    refusal = page.refusals.first()
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}?refus={refusal.pk}"' in shown
    page.body = stream(CLEAN)
    page.save_revision().publish()
    assert "Rien n’attend" in read(client)


def test_a_page_that_is_refused_again_after_its_publication_is_listed_again(town: Town):
    page = town.draft("Crèche", CLEAN)
    page.get_latest_revision().publish()
    page = PlainPage.objects.get(pk=page.pk)
    page.body = stream(BAD)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert "Crèche" in read(town.admin_client())


def test_what_waits_and_what_is_not_valid_say_why(town: Town):
    waiting, invalid = town.draft("Crèche", CLEAN), town.draft("Stade", CLEAN)
    PendingPublication.objects.create(page=waiting, content={}, door="fixture")
    PendingPublication.objects.create(
        page=invalid,
        content={},
        door="new",
        state=PendingPublication.State.REFUSED,
        reason="L’adresse est déjà prise.",
        closed_at=timezone.now(),
    )
    client = town.admin_client()
    shown = read(client)
    assert "La vérification n’a pas encore eu lieu." in shown and "Import" in shown
    assert "L’adresse est déjà prise." in shown and "Refusée : page qui n’est pas valable" in shown
    assert "Stade" not in read(client, state="waiting") and "Crèche" in read(client, door="fixture")
    assert "Rien parmi ce que montrent ces filtres." in read(client, state="refused")


def test_it_can_be_taken_away_as_a_sheet(town: Town):
    refused(town, "Crèche", door="fixture", user=town.admin)
    answer = town.admin_client().get(reverse("kept_back"), {"export": "csv", "asker": town.admin.pk})
    (row,) = csv.DictReader(io.StringIO(answer.getvalue().decode()))
    assert row["Page"] == "Crèche" and row["Voie"] == "import" and row["Tests RGAA"] == "1.1.1"
    assert row["Ce qui manque"] == "L’image de Crèche n’a pas d’alternative." and row["Demandée par"] == "admin"


def test_an_editor_reads_the_pages_that_are_theirs(town: Town, django_user_model):
    mine, other = refused(town, "Crèche"), refused(town, "Stade")
    group = Group.objects.create(name="rédaction")
    group.permissions.set(Permission.objects.filter(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=change)
    user = django_user_model.objects.create_user("agent", "agent@example.org", "mot de passe")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    shown = read(client)
    assert mine.title in shown and other.title not in shown


def test_a_longer_list_asks_no_more_queries(town: Town):
    client = town.admin_client()
    counts = []
    for titles in (("Crèche", "Stade"), ("Marché", "École", "Halle", "Parc")):
        for title in titles:
            refused(town, title, user=town.admin)
        read(client)
        with CaptureQueriesContext(connection) as queries:
            read(client)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_engine_finds_no_defect_in_the_screen(town: Town, engine_browser):
    refused(town, "Crèche", user=town.admin)
    PendingPublication.objects.create(page=town.draft("Stade", CLEAN), content={}, door="fixture")
    client = town.admin_client()
    with serve() as site:
        put_static_files(site)
        put_made_files(site, client)
        address = site.page("/kept-back.html", client.get(reverse("kept_back")).content.decode())
        report = check_url(engine_browser, address)
    failed = (f"{f.rule} {f.html} {' '.join(f.targets)}" for f in report.findings if f.verdict is Says.FAIL)
    assert without_wagtail_s(failed) == []
