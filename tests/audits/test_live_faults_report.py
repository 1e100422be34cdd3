"""The report of what is to be mended online, and the screen that says how the gate stands."""

import csv
import io
import uuid

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Site

from accessibility.engine import check_url
from accessibility.outcome import Verdict as Says
from audits.drift.recording import record
from audits.gate import triggers
from audits.models import LiveState, Recheck, Seal, Verdict
from audits.models.live_state import Cause
from tests.accessibility.web_server import serve
from tests.admin_screens import put_made_files, put_static_files, without_wagtail_s
from tests.audits.plainsite.models import PlainPage
from tests.roots import restore_roots

pytestmark = pytest.mark.django_db

OF_CONTENT = {
    "rgaa": ["1.1.1"],
    "rule": "axe-image-alt",
    "targets": ["main > img"],
    "html": "<img src='a.png'>",
    "message": "Cette image n’a pas de texte de remplacement.",
    "fix": "Décrivez l’image.",
    "provenance": "body.0000-0",
}
OF_THE_THEME = OF_CONTENT | {"html": "<img src='logo.png'>", "provenance": "", "place": "header"}


@pytest.fixture
def pages(admin_user):
    """Three pages online: two whose content fails, and the theme's logo on all three."""
    restore_roots()
    root = Page.objects.get(depth=1)
    home = PlainPage(title="Accueil", slug="accueil-essai", live=False)
    root.add_child(instance=home)
    Site.objects.update(root_page=home)
    pages = [home, *(PlainPage(title=title, live=False) for title in ("Crèche", "Stade"))]
    for page in pages[1:]:
        Page.objects.get(pk=home.pk).add_child(instance=page)
    for page in pages:
        found = [OF_CONTENT] if page.title != "Accueil" else []
        verdict = Verdict.objects.create(
            key=f"report-{page.pk}", accepted=not found, content_findings=found, technical_findings=[OF_THE_THEME]
        )
        Seal.objects.create(page_id=page.pk, verdict=verdict)
        Page.objects.filter(pk=page.pk).update(live=True)
        Seal.objects.all().delete()
        record(PlainPage.objects.get(pk=page.pk), verdict, causes=[Cause.FRAME])
    LiveState.objects.filter(page=pages[1]).update(published_by=admin_user)
    return pages


def read(client, **asked) -> str:
    answer = client.get(reverse("live_faults"), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_page_is_a_line_and_a_defect_of_the_theme_another(pages, admin_client):
    shown = read(admin_client)
    assert shown.count(OF_CONTENT["message"]) == 3
    assert "En-tête (thème)" in shown and "Sur 3 pages" in shown
    edit = reverse("wagtailadmin_pages:edit", args=[pages[1].pk])
    assert f'href="{edit}#:w:contentpath=body.0000-0"' in shown
    assert "Le gabarit ou un contenu partagé" in shown
    content = read(admin_client, kind="content")
    assert "Crèche" in content and "Sur 3 pages" not in content
    published = read(admin_client, publisher=LiveState.objects.get(page=pages[1]).published_by_id, kind="content")
    assert "Crèche" in published and "Stade" not in published
    assert "Rien à corriger parmi ce que montrent ces filtres." in read(admin_client, place="menu")

    answer = admin_client.get(reverse("live_faults"), {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert [row["Page ou élément du site"] for row in rows] == ["en-tête (thème)", "Crèche", "Stade"]
    assert [row["Nombre de pages"] for row in rows] == ["3", "1", "1"]
    assert rows[1]["Publiée par"] == "admin" and rows[1]["Tests RGAA"] == "1.1.1"


def test_who_reads_what(pages, client, django_user_model):
    def member(name: str, *permissions: str) -> Group:
        group = Group.objects.create(name=name)
        group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
        user = django_user_model.objects.create_user(name, f"{name}@example.org", "mot de passe")
        user.groups.add(group)
        client.force_login(user)
        return group

    member("accueil")
    assert client.get(reverse("live_faults")).status_code == client.get(reverse("gate_health")).status_code == 302
    group = member("redaction")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=pages[1], permission=change)
    shown = read(client)
    assert "Crèche" in shown and "Stade" not in read(client, kind="content")
    assert client.get(reverse("gate_health")).status_code == 302
    member("referente", "view_livefault", "view_gatehealth")
    shown = read(client, kind="content")
    assert "Crèche" in shown and "Stade" in shown and "/edit/" not in shown
    assert client.get(reverse("gate_health")).status_code == 200


def test_an_empty_report_says_why(admin_client):
    assert "n’ont pas encore été contrôlées" in read(admin_client)
    Recheck.objects.create(runner="", state=Recheck.State.FINISHED, ended_at=timezone.now(), checked=3)
    assert "Rien à corriger : toutes les pages contrôlées" in read(admin_client)


def test_check_gate_says_what_is_wrong_and_how_to_mend_it(pages, settings, tmp_path, capsys):
    settings.VAR = tmp_path
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    Seal.objects.create(page_id=pages[0].pk, verdict=Verdict.objects.first())
    (tmp_path / "last-recheck").write_text(str(uuid.uuid4()))
    with pytest.raises(SystemExit) as stopped:
        call_command("check_gate")
    said = capsys.readouterr().out
    assert stopped.value.code == 1
    for words in (
        f"Lancez le vérificateur\u00a0: python -m accessibility serve --socket {tmp_path}/nobody.sock",
        "un programme a laissé un sceau",
        "La base de données a été restaurée",
        "bien     Déclencheurs de la base",
    ):
        assert words in said


def test_check_gate_sees_that_the_tripwire_is_gone(capsys, transactional_db):
    drop = f"DROP TRIGGER {triggers.NAME}_update"
    if connection.vendor == "postgresql":
        drop = f"DROP TRIGGER {triggers.NAME} ON wagtailcore_page"
    with connection.cursor() as cursor:
        cursor.execute(drop)
    try:
        with pytest.raises(SystemExit):
            call_command("check_gate")
    finally:
        triggers.install()
    assert "laisserait une page passer en ligne sans verdict" in capsys.readouterr().out


def test_the_engine_finds_no_defect_in_the_screens_and_nothing_overflows(pages, admin_client, engine_browser, browser):
    with serve() as site:
        put_static_files(site)
        put_made_files(site, admin_client)
        for name in ("live_faults", "gate_health"):
            answer = admin_client.get(reverse(name))
            address = site.page(f"/{name}.html", answer.content.decode())
            report = check_url(engine_browser, address)
            failed = (f"{f.rule} {f.html} {' '.join(f.targets)}" for f in report.findings if f.verdict is Says.FAIL)
            assert without_wagtail_s(failed) == []
            metrics = {"width": 360, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            try:
                browser.get(address)
                wide = browser.execute_script(
                    "return [...document.querySelectorAll('main *')]"
                    ".filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.audit-listing, header'))"
                    ".map(e => e.outerHTML.slice(0, 200))"
                )
            finally:
                browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            assert wide == [], name
