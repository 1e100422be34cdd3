"""The sample edited and approved in a real browser, on the real administration, by the keyboard and without script."""

import pytest
from django.conf import settings
from django.test import Client
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from audits.auditing.sample import sample_pages
from audits.models import Audit
from tests.audits.audited import START, proposed_sample
from tests.roots import restore_roots


@pytest.fixture
def without_script(browser):
    """The browser with scripts switched off, and on again afterwards."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.delete_all_cookies()


def tab_to(browser, selector: str) -> None:
    wanted = browser.find_element(By.CSS_SELECTOR, selector)
    for _ in range(200):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element == wanted:
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def press(browser, keys: str, said: str) -> None:
    browser.switch_to.active_element.send_keys(keys)
    WebDriverWait(browser, 150).until(lambda driver: said in driver.page_source)


@pytest.mark.proof  # beside other browsers, its first key is now and then lost
def test_the_keyboard_alone_adds_draws_and_launches(transactional_db, live_server, without_script, django_user_model):
    restore_roots()
    browser, client, audit = without_script, Client(), proposed_sample()
    client.force_login(django_user_model.objects.create_superuser("admin", "admin@example.org", "mot de passe"))
    browser.get(f"{live_server.url}/robots.txt")
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    browser.add_cookie({"name": session.key, "value": session.value})
    browser.get(f"{live_server.url}/admin/audits/{audit.pk}/sample/")

    tab_to(browser, "#id_add-addresses")
    browser.switch_to.active_element.send_keys("/recherche")
    tab_to(browser, "#id_add-detail")
    press(browser, "Résultats" + Keys.ENTER, "L’échantillon est enregistré.")
    added = audit.pages.get(address=f"{START}recherche")
    assert (added.state, added.chosen_for) == ("waiting", "Résultats")

    tab_to(browser, "#id_add-addresses")
    browser.switch_to.active_element.send_keys("/contact")
    tab_to(browser, "#id_add-detail")
    press(browser, Keys.ENTER, "est déjà dans l’échantillon")
    assert browser.find_element(By.CSS_SELECTOR, "[role=alert]").is_displayed()
    browser.find_element(By.ID, "id_add-addresses").clear()

    tab_to(browser, "#id_seed")
    browser.switch_to.active_element.send_keys("3")
    tab_to(browser, "button[value=draw]")
    press(browser, Keys.ENTER, "avec la graine 3")
    tab_to(browser, "button.serious")
    press(browser, Keys.ENTER, "ont été tirées de nouveau")
    audit.refresh_from_db()
    assert audit.options["seed"] == 3 and sample_pages(audit).filter(kind="random").count() == 1

    tab_to(browser, "button[value=launch]")
    press(browser, Keys.ENTER, "L’audit de cet échantillon est lancé")
    audit.refresh_from_db()
    assert audit.state == Audit.State.QUEUED
