"""The screens of decisions in a real browser: our own engine finds no defect, nothing overflows on a telephone."""

import pytest

from accessibility.engine import check_url
from tests.admin_screens import put_made_files
from tests.audits.decided import village
from tests.audits.decision_screens import screens
from tests.audits.test_audit_screens import defects_of_ours, web_site

__all__ = ["village", "web_site"]

JUDGED = ("appeal-new", "appeals", "appeal", "derogation-new", "derogation", "urgent-new")
WIDE = (
    "return [...document.querySelectorAll('.audit-decision *')]"
    ".filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 200))"
)


@pytest.fixture
def shown(village, web_site):
    """The screens, put on the server one by one."""
    client = village.admin_client()
    put_made_files(web_site, client)
    made = screens(village)
    return {name: lambda name=name: web_site.page(f"/{name}.html", made[name](client)) for name in made}


def test_engine_finds_no_defect(shown, engine_browser):
    found = {name: defects_of_ours(check_url(engine_browser, shown[name]())) for name in JUDGED}
    assert found == dict.fromkeys(JUDGED, [])


def test_nothing_overflows_on_a_telephone(shown, browser):
    metrics = {"width": 360, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for name in ("appeal-overruled", "laissez-passer-new", "derogation"):
            browser.get(shown[name]())
            assert browser.execute_script(WIDE) == [], name
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
