"""A resident without a mouse and without JavaScript finds a procedure, then writes to the town hall."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.e2e.conftest import LONGEST_START
from tests.e2e.leaving import leaving

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]

MOST_PRESSES = 120


@pytest.fixture
def keyboard(browser):
    """The browser without JavaScript, and a hand that only has a keyboard."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield Keyboard(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


class Keyboard:
    """Goes to an element with Tab, and acts on it."""

    def __init__(self, browser) -> None:
        self.browser = browser

    @property
    def focused(self):
        return self.browser.switch_to.active_element

    def tab_to(self, wanted) -> None:
        """Press Tab until the focus is on an element that `wanted` accepts; it must be visible then."""
        for _ in range(MOST_PRESSES):
            self.focused.send_keys(Keys.TAB)
            if wanted(self.focused):
                assert self.focused.is_displayed()
                return
        pytest.fail("the Tab key does not reach it")

    def follow(self, text: str) -> None:
        """Go to the link of this text, and open it."""
        self.tab_to(lambda element: element.tag_name == "a" and element.text == text)
        self.press_and_leave(Keys.ENTER)

    def press_and_leave(self, key: str) -> None:
        with leaving(self.browser):
            self.focused.send_keys(key)

    def write(self, name: str, text: str) -> None:
        """Fill in the next field of this name."""
        self.tab_to(lambda element: element.get_attribute("name") == name)
        self.focused.send_keys(text)

    @property
    def title(self) -> str:
        return self.browser.find_element(By.TAG_NAME, "h1").text


def test_from_the_home_page_to_a_message_sent(portal, browser, keyboard):
    browser.get(portal.address)
    keyboard.write("q", "acte de naissance")
    keyboard.press_and_leave(Keys.ENTER)
    assert keyboard.title == "Recherche"
    keyboard.follow("Demander un acte de naissance")
    assert keyboard.title == "Demander un acte de naissance"
    assert browser.find_elements(By.CSS_SELECTOR, "main h2")

    keyboard.follow("Nous écrire")
    assert keyboard.title == "Nous écrire"
    keyboard.write("name", "Awa Diallo")
    keyboard.write("email", "awa.diallo@essai.example")
    keyboard.write("subject", "État civil")
    keyboard.write("text", "Puis-je demander l’acte de naissance de ma mère ?")
    keyboard.tab_to(lambda element: element.text == "Envoyer le message")
    keyboard.press_and_leave(Keys.SPACE)
    assert keyboard.title == "Votre message est envoyé"
