"""A second audit takes over the pages that did not change, and judges the others again."""

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict
from django.utils.timezone import localtime

from audits.admin.audit_views import _page_state
from audits.auditing.exports.reports import reports
from audits.models import Audit, AuditPage
from tests.small_site import SmallSite, html, links, send

pytestmark = pytest.mark.xdist_group("crawler")

SHEET, SCRIPT = '<link rel="stylesheet" href="/{}.css">', "<script>document.querySelector('main').append({})</script>"


def sheet(text: str):
    """The answer of a style sheet."""
    return lambda handler: send(handler, text, Content_Type="text/css")


@pytest.fixture
def site(settings):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    pages = {
        "/": html("Accueil", links("/style", "/texte", "/heure", "/donnees", "/cadre") + '<img src="absente.png">'),
        "/style": html("Style", SHEET.format("style") + '<p>Texte</p><img src="a.png">'),
        "/style.css": sheet("p { color: black }"),
        "/texte": html("Texte", "<p>Avant</p>"),
        "/heure": html("Heure", SCRIPT.format("Date.now()")),
        "/donnees": html("Données", "<script>fetch('/texte')</script>"),
        "/cadre": html("Cadre", '<iframe title="Intérieur" src="/dedans"></iframe><button autofocus>Ici</button>'),
        "/dedans": html("Dedans", "<p>Avant</p>"),
    }
    with SmallSite(pages) as site:
        yield site


def audited(site: SmallSite, *options: str) -> tuple[Audit, dict[str, AuditPage]]:
    """Audit the site; the audit, and its pages by path."""
    call_command("audit_site", site.url, *options)
    audit = Audit.objects.order_by("pk").last()
    return audit, {page.address.removeprefix(site.url): page for page in audit.pages.all()}


def verdict(page: AuditPage) -> tuple:
    """All that an audit says of a page."""
    findings = [model_to_dict(row, exclude=["id", "page", "screenshot"]) for row in page.findings.order_by("pk")]
    return page.title, page.tests, page.failures, page.reviews, findings


def pictures(page: AuditPage) -> list[str]:
    """The pictures that the audit of a page keeps of what was found there."""
    shown = page.findings.filter(screenshot__audit=page.audit).order_by("pk")
    return list(shown.values_list("screenshot__digest", flat=True))


def test_what_did_not_change_is_taken_over_and_nothing_else(db, site):
    _, before = audited(site)
    second, again = audited(site)
    assert {path for path, page in again.items() if page.taken_from} == {"/", "/style", "/texte", "/cadre"}
    assert {path: verdict(page) for path, page in again.items() if path != "/heure"} == {
        path: verdict(page) for path, page in before.items() if path != "/heure"
    }
    assert again["/"].taken_from == before["/"] and again["/"].failures
    assert pictures(again["/style"]) == pictures(before["/style"]) != []
    assert f"reprise de l’audit du {localtime(before['/'].visited_at):%d/%m/%Y}" in _page_state(again["/"])
    dated = {report["url"].removeprefix(site.url): report.get("taken_over_from") for report in reports(second)}
    assert dated["/"] == before["/"].visited_at.isoformat() and dated["/heure"] is None

    site.pages["/style.css"] = sheet("p { color: black } /* un commentaire */")
    site.pages["/texte"] = html("Texte", "<p>Après</p>")
    site.pages["/dedans"] = html("Dedans", "<p>Après</p>")
    _, changed = audited(site)
    assert {path for path, page in changed.items() if page.taken_from} == {"/"}
    before["/"].delete()
    changed["/"].refresh_from_db()
    assert changed["/"].taken_from is None and verdict(changed["/"]) == verdict(again["/"])

    _, fresh = audited(site, "--fresh")
    assert not any(page.taken_from or page.judged_at for page in fresh.values())
