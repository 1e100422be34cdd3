"""The statement, the form with its errors and the officer's screens, judged by our own engine in a real browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from audits.models import AccessibilityComplaint
from home.models import AccessibilityPage
from tests.admin_screens import SUFFIXES, put_static_files, without_wagtail_s
from tests.home.statements import COMPLETE, declare, machine_found, people_found
from tests.home.test_every_rendering import judged, web_site

__all__ = ["judged", "web_site"]

FORM = "/signaler-un-probleme-d-accessibilite/"


@pytest.fixture
def site(home) -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.fixture(scope="module")
def static_files(web_site):
    """How the administration's screens look, beside the portal's own files.

    Without the scripts: Chromium's tab crashes when the Tab key walks through the form of the statement with them.
    """
    put_static_files(web_site, SUFFIXES - {".js"})


@pytest.mark.parametrize("failed", [None, 0, 12])
def test_engine_finds_no_defect_in_the_statement(site, client, add_page, judged, failed):
    page = add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")
    machine_found(site)
    if failed is not None:
        declare(site, **COMPLETE, **people_found(failed))
    assert judged(f"statement-{failed}", client.get(page.url).content.decode()) == []


def test_engine_finds_no_defect_in_the_form_with_errors_and_its_thanks(site, client, judged):
    refused = client.post(FORM, {"page_address": "https://ailleurs.example/", "email": "ana@"})
    assert refused.content.decode().count('class="error"') == 3
    assert judged("refused", refused.content.decode()) == []
    sent = client.post(FORM, {"what": "Le plan n’est pas lu.", "email": "ana@essai.example"})
    assert judged("sent", client.get(sent["Location"]).content.decode()) == []


def test_engine_finds_no_defect_in_the_officer_s_screens(site, admin_client, judged, static_files):
    late = AccessibilityComplaint.objects.create(
        site=site, what="Non lu.", email="ana@essai.example", received_at=timezone.now() - timedelta(days=9)
    )
    AccessibilityComplaint.objects.create(site=site, what="Non lu.", email="ana@essai.example", state="closed")
    screens = {
        "register": reverse("accessibility_complaints:index"),
        "report": reverse("accessibility_complaints:edit", args=[late.pk]),
        "statement": reverse("wagtailsettings:edit", args=["audits", "accessibilitystatement", site.pk]),
    }
    found = {
        name: without_wagtail_s(judged(name, admin_client.get(path).content.decode())) for name, path in screens.items()
    }
    assert found == dict.fromkeys(screens, [])
