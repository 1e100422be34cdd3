"""The screens of audits in a real browser: our own engine finds no defect, nothing overflows, the keyboard suffices."""

from functools import partial

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import url_contains
from selenium.webdriver.support.ui import WebDriverWait

from accessibility.engine import check_url
from accessibility.outcome import Verdict
from accessibility.screenshots import LARGEST
from audits.auditing import actions
from audits.auditing.options import AuditOptions
from audits.models import AuditScreenshot
from tests.accessibility.web_server import Answer, serve
from tests.admin_screens import put_made_files, put_static_files, without_wagtail_s
from tests.audits.audited import (
    START,
    done,
    failed,
    many_findings,
    pictured_audit,
    proposed_sample,
    small_audit,
    started,
)
from tests.roots import restore_roots
from tests.small_site import html

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def web_site():
    """A server that has the administration's style sheets and scripts."""
    with serve() as site:
        put_static_files(site)
        yield site


@pytest.fixture
def screen(admin_client, web_site):
    """Puts a screen of the administration on the server, as a superuser gets it, and gives its address."""
    restore_roots()
    put_made_files(web_site, admin_client)

    def put(path: str) -> str:
        for picture in AuditScreenshot.objects.all():
            address = f"/admin/audits/{picture.audit_id}/screenshots/{picture.pk}/"
            web_site.page(address, Answer(bytes(picture.image), kind="image/webp"))
        answer = admin_client.get(f"/admin/audits/{path}")
        assert answer.status_code == 200
        return web_site.page("/screen.html", answer.content.decode())

    return put


def _two_audits():
    many_findings(pages=30, each=1, html="<p id={}>")
    return many_findings(pages=30, each=2, html="<p>")


def _interrupted():
    audit = started()
    actions.interrupt_audit(audit)
    return audit


SCREENS = {
    "summary": (small_audit, ""),
    "summary-running": (started, ""),
    "summary-failed": (failed, ""),
    "summary-queued": (partial(actions.start_audit, START, AuditOptions(), queued=True), ""),
    "summary-interrupted": (_interrupted, ""),
    "summary-proposed": (proposed_sample, ""),
    "sample": (proposed_sample, "sample/"),
    "sample-draw": (proposed_sample, "sample/draw/?seed=3"),
    "cancel": (started, "cancel/"),
    "groups": (small_audit, "groups/"),
    "groups-pictured": (pictured_audit, "groups/"),
    "findings-pictured": (pictured_audit, "findings/"),
    "groups-filtered": (small_audit, "groups/?verdict=fail&criterion=10.1"),
    "groups-empty": (started, "groups/"),
    "findings": (small_audit, "findings/"),
    "comparison": (_two_audits, "comparison/"),
    "comparison-mended": (_two_audits, "comparison/?show=mended"),
    "comparison-alone": (small_audit, "comparison/"),
}


def defects_of_ours(report):
    failed = (f"{f.rule} {f.html} {' '.join(f.targets)}" for f in report.findings if f.verdict is Verdict.FAIL)
    return without_wagtail_s(failed)


@pytest.mark.parametrize("name", SCREENS)
def test_engine_finds_no_defect(name, screen, engine_browser):
    make, path = SCREENS[name]
    report = check_url(engine_browser, screen(f"{make().pk}/{path}"))
    assert defects_of_ours(report) == []


def test_engine_finds_no_defect_in_the_form_that_starts_an_audit(screen, engine_browser):
    assert defects_of_ours(check_url(engine_browser, screen("start/"))) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_overflows(screen, browser, width):
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        audit = _two_audits()
        of_audit = [f"{audit.pk}/{path}" for path in ("", "groups/", "comparison/")]
        proposal = proposed_sample().pk
        for path in ("start/", *of_audit, f"{pictured_audit().pk}/groups/", f"{proposal}/", f"{proposal}/sample/"):
            browser.get(screen(path))
            wide = browser.execute_script(
                "return [...document.querySelectorAll('main *')]"
                ".filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.audit-scroll, header'))"
                ".map(e => e.outerHTML.slice(0, 200))"
            )
            assert wide == [], path
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_keyboard_reaches_what_remains_and_opens_it(screen, browser):
    audit = started()
    actions.record_visit(audit, done(START, html("Accueil", "<p></p>")))
    browser.get(screen(f"{audit.pk}/"))
    summary = browser.find_element(By.CSS_SELECTOR, "details summary")
    link = browser.find_element(By.CSS_SELECTOR, "details a[href*='criterion=']")
    assert not link.is_displayed()
    _tab_to(browser, summary)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert link.is_displayed()
    _tab_to(browser, link)


def test_the_keyboard_opens_a_picture_in_its_own_size(screen, browser):
    browser.get(screen(f"{pictured_audit().pk}/groups/"))
    image = browser.find_element(By.CSS_SELECTOR, ".audit-screenshot img")
    _tab_to(browser, image.find_element(By.XPATH, ".."))
    assert image.size["height"] < LARGEST[1]
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(browser, 30).until(url_contains("/screenshots/"))
    assert browser.find_element(By.TAG_NAME, "img").get_property("naturalWidth") == LARGEST[0]


def test_the_keyboard_chooses_the_audit_to_compare_with(screen, browser):
    older = small_audit()
    browser.get(screen(f"{_two_audits().pk}/comparison/"))
    choice = browser.find_element(By.ID, "id_other")
    _tab_to(browser, choice)
    while choice.get_attribute("value") != str(older.pk):
        choice.send_keys(Keys.ARROW_DOWN)
    choice.send_keys(Keys.TAB)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(browser, 30).until(url_contains(f"?other={older.pk}"))


def _tab_to(browser, element) -> None:
    for _ in range(200):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element == element:
            return
    raise AssertionError("the Tab key does not reach it")
