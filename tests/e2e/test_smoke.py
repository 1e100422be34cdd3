"""The portal as a resident meets it, in a real browser."""

import urllib.request

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from home.demo.town import PAGES
from home.demo.versions import TRANSLATIONS
from tests.e2e.conftest import LONGEST_START
from tests.e2e.leaving import leaving

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]


def test_the_whole_town_is_online(portal, sitemap):
    assert len(sitemap) == len(PAGES) + len(TRANSLATIONS) + 1
    for address in sitemap:
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200


def test_menu_leads_to_the_sections(portal, browser):
    browser.get(portal.address)
    with leaving(browser):
        browser.find_element(By.LINK_TEXT, "Culture et loisirs").click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "Culture et loisirs"
    with leaving(browser):
        browser.find_element(By.LINK_TEXT, "La médiathèque").click()
    assert browser.title == "La médiathèque – Ville de Merlonges"
    path = browser.find_element(By.CSS_SELECTOR, ".breadcrumb").text
    assert "Culture et loisirs" in path


def test_home_page_is_complete(portal, browser):
    browser.get(portal.address)
    assert browser.title == "Accueil – Ville de Merlonges"
    assert browser.find_element(By.TAG_NAME, "h1").text == "Bienvenue à Merlonges"
    picture = browser.find_element(By.CSS_SELECTOR, "main img")
    assert browser.execute_script("return arguments[0].complete && arguments[0].naturalWidth", picture)


def test_first_tab_stop_skips_to_the_content(portal, browser):
    browser.get(portal.address)
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    link = browser.switch_to.active_element
    assert link.text == "Contenu"
    assert link.is_displayed()
    link.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "contenu"


def test_nothing_overflows_on_a_small_screen(portal, sitemap, browser):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    )
    wide = []
    for address in [*sitemap, f"{portal.address}/recherche/?q=mairie", f"{portal.address}/nulle-part/"]:
        browser.get(address)
        if browser.execute_script("return document.documentElement.scrollWidth") > 360:
            wide.append(address)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide == []


def test_search_finds_and_marks(portal, browser):
    browser.get(portal.address)
    with leaving(browser):
        browser.find_element(By.NAME, "q").send_keys("mediatheque", Keys.ENTER)
    assert browser.title.startswith("Recherche « mediatheque »")
    assert "La médiathèque" in [link.text for link in browser.find_elements(By.CSS_SELECTOR, ".results a")]
    assert browser.find_elements(By.TAG_NAME, "mark")


def test_administration_asks_to_log_in(portal, browser):
    browser.get(f"{portal.address}/admin/")
    assert browser.find_element(By.NAME, "login").is_displayed()
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang").startswith("fr")
