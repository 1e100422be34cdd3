"""An editor composes the home page of an empty town with blocks, sees it, publishes it: residents get what was seen."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    InvalidElementStateException,
    NoSuchElementException,
    NoSuchFrameException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.ui import WebDriverWait

from home.models import HomePage
from tests.e2e.leaving import leaving
from tests.home.test_start_town import empty_site

__all__ = ["empty_site"]

PATIENCE = 30
LAST_WORDS = "Le marché est de retour"
FORM = "return [...new FormData(document.querySelector('[data-edit-form]')).values()].join(' ')"
PICKER = "input[role=combobox]"
MAIN = "(document.querySelector('main')?.innerHTML ?? '').replace(/<!--.*?-->/gs, '').replace(/\\s+/g, ' ').trim()"
MOVING = (
    ElementClickInterceptedException,
    InvalidElementStateException,
    NoSuchElementException,
    NoSuchFrameException,
    StaleElementReferenceException,
)


class Editor:
    """Somebody who edits one page in the administration."""

    def __init__(self, browser, address: str) -> None:
        self.browser, self.address = browser, address

    def sign_in(self, name: str, password: str) -> None:
        self.browser.get(f"{self.address}/admin/login/")
        self.browser.find_element(By.NAME, "login").send_keys(name)
        self.leave_by(self.browser.find_element(By.NAME, "password"), password, Keys.ENTER)

    def leave_by(self, element, *keys: str) -> None:
        """Press keys that lead to another page, and wait for it."""
        with leaving(self.browser, seconds=PATIENCE):
            element.send_keys(*keys)

    def add_block(self, name: str):
        """Add a block at the end of the body; the block's element."""
        before = len(self.blocks())
        self.wait(lambda browser: self._added(browser, name, before))
        return self.blocks()[-1]

    def _added(self, browser, name: str, before: int) -> bool:
        """Whether there is one block more; if not, go one step nearer: the list may have closed behind the last one."""
        if len(self.blocks()) > before:
            return True
        if _opened_picker(browser) and (choice := _first_choice(browser, name)):
            choice.click()
        return False

    def blocks(self):
        return self.browser.find_elements(By.CSS_SELECTOR, "[data-contentpath=body] [data-streamfield-child]")

    def wait(self, condition):
        """What a condition gives once it is true; what moves or vanishes meanwhile is looked for again."""
        return WebDriverWait(self.browser, PATIENCE, ignored_exceptions=MOVING).until(condition)

    def previewed(self) -> str:
        """The main part of the page, as the preview beside the form shows it.

        A rich text reaches the form a moment after it is typed, and the preview is made of the form.
        """
        self.wait(lambda browser: LAST_WORDS in browser.execute_script(FORM))
        self.browser.find_element(By.CSS_SELECTOR, "button[data-side-panel-toggle=preview]").click()
        return self.wait(_loaded_preview)

    def publish(self) -> None:
        self.browser.find_element(By.CSS_SELECTOR, "footer button.w-dropdown__toggle").click()
        button = self.wait(element_to_be_clickable((By.NAME, "action-publish")))
        with leaving(self.browser, seconds=2 * PATIENCE):
            button.click()


def _shown(browser, selector: str) -> list:
    return [element for element in browser.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]


def _opened_picker(browser) -> bool:
    """Open the list of blocks at the end of the body; the one that was used before closes first, and things move."""
    button = browser.find_elements(By.CSS_SELECTOR, "[data-contentpath=body] .c-sf-add-button")[-1]
    if button.get_attribute("aria-expanded") != "true":
        button.click()
    return bool(_shown(browser, PICKER))


def _first_choice(browser, name: str):
    """The first block offered, once the list is down to those of that name; the list loses what is typed too early."""
    for field in _shown(browser, PICKER):
        if field.get_attribute("value") != name:
            field.clear()
            field.send_keys(name)
    offered = _shown(browser, "[role=option]")
    return offered[0] if offered and offered[0].text == name else None


def _loaded_preview(browser) -> str:
    """The main part of the preview, once it shows what was typed last.

    Each refresh puts a new frame in place: a script meant for one that has just gone runs in the editor's own page,
    which holds the same words and is no preview.
    """
    for frame in _shown(browser, "iframe.w-preview__iframe, iframe[title]"):
        browser.switch_to.frame(frame)
        try:
            framed, shown = browser.execute_script(f"return [window !== window.top, {MAIN}]")
        finally:
            browser.switch_to.default_content()
        if framed and LAST_WORDS in shown:
            return shown
    return ""


def _main(browser) -> str:
    return browser.execute_script(f"return {MAIN}")


@pytest.mark.xdist_group("gate")
def test_residents_get_the_home_page_that_the_editor_saw(empty_site, live_server, browser, settings):
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    get_user_model().objects.create_superuser("editrice", "editrice@essai.example", "un mot de passe d’essai")
    home = HomePage.objects.get()
    browser.set_window_size(1400, 1600)

    editor = Editor(browser, live_server.url)
    editor.sign_in("editrice", "un mot de passe d’essai")
    browser.get(f"{live_server.url}/admin/pages/{home.pk}/edit/")
    assert editor.blocks() == []
    heading = editor.add_block("Intertitre")
    heading.find_element(By.CSS_SELECTOR, "input[name$='-text']").send_keys("Cette semaine")
    text = editor.add_block("Texte")
    text.find_element(By.CSS_SELECTOR, "[contenteditable=true]").send_keys("La place se remplit le samedi.")
    callout = editor.add_block("Encadré")
    callout.find_element(By.CSS_SELECTOR, "[contenteditable=true]").send_keys(f"{LAST_WORDS}.")

    seen = editor.previewed()
    assert "Cette semaine" in seen
    editor.publish()
    assert HomePage.objects.get().last_published_at > home.last_published_at

    browser.get(f"{live_server.url}/")
    assert _main(browser) == seen
    assert [h.text for h in browser.find_elements(By.CSS_SELECTOR, "main h2")] == ["Cette semaine"]
