"""What stands beside a finding: the picture of its element, and the block of the page of ours that wrote it."""

from dataclasses import replace
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Locale, Page, Site

from accessibility.screenshots import Screenshot
from audits.auditing import actions
from audits.auditing.options import AuditOptions
from audits.auditing.origins import page_at, trace_origins
from audits.auditing.screenshots import NOT_WRITTEN, OVER_BUDGET, keep_screenshots
from audits.models import Audit, AuditFinding, AuditScreenshot
from tests.audits.audited import BAD, START, done, started
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream
from tests.small_site import html

ON_OUR_SITE = pytest.mark.xdist_group("gate")
"""Tests that publish share a checker, and empty the database: only these are of the group, which comes last."""

RULE = "c10_01_presentational_attribute"
CENTRED = '<p align="center">Ouvert le samedi.</p>'


def put_online(town: Town, *blocks: str) -> PlainPage:
    """The home page with these blocks, online as it was before the rules that it breaks existed."""
    PlainPage.objects.filter(pk=town.home.pk).update(body=stream(*blocks))
    return town.force_live(town.home)


def reader(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def officer(django_user_model):
    """Somebody who may see audits and mend pages."""
    user = django_user_model.objects.create_user("referente", "referente@example.org", "mot de passe")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_audit"]))
    editors = Group.objects.create(name="Rédaction d’essai")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    editors.page_permissions.create(page=Page.objects.get(depth=1), permission=change)
    user.groups.add(editors)
    return user


@ON_OUR_SITE
def test_a_page_of_ours_is_audited_with_pictures_and_links_to_its_blocks(
    town, officer, live_server, settings, django_user_model
):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1", "localhost"]
    Site.objects.update(hostname="localhost", port=live_server.thread.port)
    put_online(town, CLEAN, CENTRED)
    call_command("audit_site", f"http://localhost:{live_server.thread.port}/", max_pages=1)
    audit = Audit.objects.get()
    finding = AuditFinding.objects.select_related("screenshot").get(page__audit=audit, rule=RULE)
    assert finding.page.wagtail_page_id == town.home.pk and finding.provenance == "body.0000-1"

    client = reader(officer)
    address = f"/admin/audits/{audit.pk}/screenshots/{finding.screenshot.pk}/"
    for path in ("findings/", "groups/"):
        page = BeautifulSoup(client.get(f"/admin/audits/{audit.pk}/{path}").content, "html.parser")
        assert page.select(f'a[href="/admin/pages/{town.home.pk}/edit/#:w:contentpath=body.0000-1"]')
        image = page.select_one(f'a[href="{address}"] img')
        assert (image["src"], image["loading"]) == (address, "lazy")
        assert image["alt"].startswith("Capture de l’élément") and finding.message in image["alt"]
        assert (int(image["width"]), int(image["height"])) == (finding.screenshot.width, finding.screenshot.height)

    answer = client.get(address)
    assert answer.content == bytes(finding.screenshot.image) and answer.content[8:12] == b"WEBP"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "private" in answer["Cache-Control"]
    assert client.get(f"/admin/audits/{started().pk}/screenshots/{finding.screenshot.pk}/").status_code == 404
    other = django_user_model.objects.create_user("redactrice", "redactrice@example.org", "mot de passe")
    other.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    for stranger in (Client(), reader(other)):
        assert stranger.get(address).status_code == 302

    audit.delete()
    assert not AuditScreenshot.objects.exists()

    call_command("audit_site", f"http://localhost:{live_server.thread.port}/", "--no-screenshots", max_pages=1)
    assert AuditFinding.objects.filter(rule=RULE).exists() and not AuditScreenshot.objects.exists()


@ON_OUR_SITE
def test_a_finding_is_tied_to_a_block_only_when_place_and_code_are_the_same(town):
    put_online(town, CLEAN, CENTRED)
    public = Client().get("/").content.decode()
    audit = actions.start_audit("http://localhost/", AuditOptions())
    page = actions.record_visit(audit, done("http://localhost/", public))
    centred = page.findings.filter(rule=RULE)
    trace_origins(audit, page)
    assert [finding.provenance for finding in centred.all()] == ["body.0000-1"]
    for blocks in (
        (CENTRED, CLEAN),
        (CLEAN, CENTRED.replace("center", "right")),
        (CLEAN,),
        (CLEAN, f"<section>{CENTRED}</section>"),
    ):
        put_online(town, *blocks)
        trace_origins(audit, page)
        assert [finding.provenance for finding in centred.all()] == [""], blocks
    assert page.wagtail_page_id == town.home.pk


@ON_OUR_SITE
def test_a_rendering_that_fails_costs_the_audit_nothing(town, settings):
    put_online(town, CLEAN, CENTRED)
    audit = actions.start_audit("http://localhost/", AuditOptions())
    page = actions.record_visit(audit, done("http://localhost/", BAD))
    settings.MIDDLEWARE = ["no.such.Middleware"]
    trace_origins(audit, page)
    assert page.findings.exists() and not page.findings.exclude(provenance="").exists()


@ON_OUR_SITE
def test_the_page_at_an_address_is_found_in_every_language(town):
    site = Site.objects.get()
    english = town.home.copy_for_translation(Locale.objects.get(language_code="en"))
    child = town.force_live(town.draft("Une page", CLEAN))
    assert page_at(site, "http://localhost/en/") is None, "a draft"
    town.force_live(english)
    for page in (town.home, english, child):
        assert page_at(site, page.full_url).pk == page.pk, page.full_url
    assert page_at(site, "http://localhost/absente/") is None


def visited_with(*images: bytes):
    """A visit whose first findings have these pictures."""
    visit = done(START, html("Accueil", CENTRED * 3))
    return replace(visit, screenshots={n: Screenshot(image, 40, 20) for n, image in enumerate(images)})


def pictures(page) -> list[str]:
    return [finding.screenshot.digest for finding in page.findings.order_by("pk") if finding.screenshot]


@pytest.mark.django_db
def test_the_budget_of_an_audit_is_kept_and_said(admin_client):
    audit, visit = started(), visited_with(b"a" * 60, b"a" * 60, b"b" * 60)
    page = actions.record_visit(audit, visit)
    keep_screenshots(audit, page, visit, most_bytes=100)
    assert pictures(page) == [sha256(b"a" * 60).hexdigest()] * 2, "the same picture is kept once"
    assert audit.screenshots_stopped == OVER_BUDGET
    assert OVER_BUDGET in admin_client.get(f"/admin/audits/{audit.pk}/").content.decode()
    assert visit.report and page.findings.count() == len(visit.report.findings)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no limit on the size of a database")
def test_a_full_disk_costs_the_pictures_and_nothing_else():
    audit, visit = started(), visited_with(b"a" * 1_000_000)
    page = actions.record_visit(audit, visit)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 10}")
        try:
            keep_screenshots(audit, page, visit)
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert not pictures(page) and page.findings.count() == len(visit.report.findings)
    audit.refresh_from_db()
    assert audit.screenshots_stopped == NOT_WRITTEN
    actions.finish_audit(audit)
    assert audit.state == Audit.State.FINISHED
