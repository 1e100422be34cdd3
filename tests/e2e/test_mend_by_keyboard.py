"""An editor whose page is refused mends it from the refusal by the keyboard alone, and residents read the page."""

import json
from urllib.request import urlopen

import pytest
from django.core.management import call_command
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg

from home.models import HomePage, StandardPage
from tests.e2e.leaving import leaving
from tests.e2e.test_compose import Editor
from tests.home.test_mending import ENGLISH, FRENCH, block, figure
from tests.home.test_start_town import empty_site

__all__ = ["empty_site"]

PATIENCE = 90
PASSWORD = "un mot de passe d’essai"
WRITTEN = "La place un jour de marché"
FOCUSED = "return document.activeElement?.name || ''"


@pytest.fixture
def refused_page(empty_site, django_user_model) -> StandardPage:
    """A draft with five different defects."""
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    image = get_image_model().objects.create(title="Place", file=get_test_image_file_jpeg())
    table = {"data": [["Jour", "Heure"], ["Mardi", "14 h"]], "table_header_choice": "row", "table_caption": "..."}
    body = [
        block("figure", figure(image, "IMG_1234.jpg")),
        block("figure", figure(image, "image")),
        block("paragraph", FRENCH + ENGLISH),
        block("heading", {"text": "...", "level": "2"}),
        block("table", {**table, "first_row_is_table_header": True, "first_col_is_header": False}),
    ]
    page = StandardPage(title="Musée", slug="musee", live=False, body=json.dumps(body))
    HomePage.objects.get().add_child(instance=page)
    admin = django_user_model.objects.create_superuser("editrice", "e@essai.example", PASSWORD)
    page.save_revision(user=admin)
    return page


def wait(browser, condition):
    return WebDriverWait(browser, PATIENCE).until(condition)


def tab_to(browser, name: str) -> None:
    """Press Tab until the field of this name has the focus; a key that is lost is pressed again."""
    for _ in range(200):
        if browser.execute_script(FOCUSED) == name:
            return
        browser.switch_to.active_element.send_keys(Keys.TAB)
    raise AssertionError(f"the Tab key does not reach {name}")


def until(browser, keys: str, state: str) -> None:
    """Press keys until the focused `field` is in this state, in JavaScript."""
    for _ in range(20):
        if browser.execute_script(f"const field = document.activeElement; return {state}"):
            return
        browser.switch_to.active_element.send_keys(keys)
    raise AssertionError(f"{keys!r} does not lead to {state}")


@pytest.mark.xdist_group("gate")
def test_five_defects_are_mended_by_the_keyboard_and_residents_read_the_page(refused_page, live_server, browser):
    browser.set_window_size(1280, 1000)
    browser.delete_all_cookies()
    Editor(browser, live_server.url).sign_in("editrice", PASSWORD)
    browser.get(f"{live_server.url}/admin/pages/{refused_page.pk}/edit/")
    status = browser.find_element(By.CSS_SELECTOR, "[data-draft-status]")
    assert status.text == "Pas encore vérifié"
    browser.execute_script("document.querySelector('[data-draft-check]').requestSubmit()")
    wait(browser, lambda _: status.text == "5 points à corriger")
    assert len(browser.find_elements(By.CSS_SELECTOR, "[data-draft-result] .parvis-defect")) == 5

    Editor(browser, live_server.url).publish()
    wait(browser, lambda _: browser.execute_script("return document.activeElement?.hasAttribute('data-refusal')"))
    fields = [
        field.get_attribute("name")
        for field in browser.find_elements(By.CSS_SELECTOR, "[data-refusal] fieldset input, [data-refusal] select")
    ]
    images = [name for name in fields if name.endswith("-alternative")]
    assert (len(fields), len(images)) == (7, 2)

    decorated = images[0].replace("alternative", "decorative")
    for name in fields:
        kind = name.rpartition("-")[2]
        if name == images[0] or kind == "decorative" and name != decorated:
            continue
        tab_to(browser, name)
        if kind == "decorative":
            until(browser, Keys.SPACE, "field.checked")
        elif kind == "language":
            until(browser, Keys.ARROW_DOWN, "field.value === 'en'")
        else:
            until(browser, Keys.CONTROL + "a" + Keys.NULL + WRITTEN, f"field.value === '{WRITTEN}'")
    tab_to(browser, "publish")
    with leaving(browser, seconds=PATIENCE):
        browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait(browser, lambda _: "est corrigée et publiée" in browser.find_element(By.TAG_NAME, "main").text)

    with urlopen(f"{live_server.url}/musee/") as answer:
        page = answer.read().decode()
    assert page.count(f'alt="{WRITTEN}"') == 1
    assert page.count('alt=""') == 1
    assert f"<caption>{WRITTEN}</caption>" in page
    assert f">{WRITTEN}</h2>" in page
    assert ' lang="en"' in page
