"""What editors read of a refused draft, before and after the click: our own engine finds no defect there."""

import re

import pytest
from django.urls import reverse

from accessibility.engine import check_url
from accessibility.outcome import Verdict as Said
from audits.gate.draft_checks import remember
from tests.accessibility.web_server import serve
from tests.admin_screens import put_made_files, put_static_files, without_wagtail_s
from tests.home.test_mend_view import panel, refusal
from tests.roots import restore_roots

__all__ = ["refusal"]

pytestmark = pytest.mark.django_db
EDITOR = re.compile(r'<form\s+id="page-edit-form".*?</form>', re.DOTALL)
PANEL = re.compile(r'(data-side-panel="accessibility") hidden')


def test_engine_finds_no_defect_in_the_refusal_and_beside_the_editor(refusal, admin_client, engine_browser):
    restore_roots()
    remember(refusal.page, refusal.revision, refusal.verdict)
    assert panel(admin_client, refusal)["mends"]
    address = reverse("wagtailadmin_pages:edit", args=[refusal.page_id])
    html = admin_client.get(address, {"refus": refusal.pk}).content.decode()
    # Without Wagtail's own form, and with the panel open.
    html, forms = EDITOR.subn("", html)
    html, panels = PANEL.subn(r"\1", html)
    assert (forms, panels) == (1, 1)
    with serve() as site:
        put_static_files(site)
        put_made_files(site, admin_client)
        report = check_url(engine_browser, site.page("/screen.html", html))
    failed = [found for found in report.findings if found.verdict is Said.FAIL]
    assert without_wagtail_s(f"{found.rule} {found.html} {' '.join(found.targets)}" for found in failed) == []
