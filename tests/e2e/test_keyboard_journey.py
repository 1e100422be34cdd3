"""A resident without a mouse and without JavaScript finds a procedure, writes to the town hall, and gets lost.

On a computer, at 200 % zoom, and in the narrowest window that people use (RGAA test 10.11.1).
"""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.e2e.conftest import LONGEST_START
from tests.e2e.leaving import leaving

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]

MOST_PRESSES = 120
WINDOWS = {"computer": (1280, 1024, 1), "200 % zoom": (640, 512, 2), "320 pixels": (320, 640, 2)}
"""CSS pixels, and how many pixels of the screen each has in a row."""
SHOWN = """
const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
const label = element.closest("label"), marks = [style, ...(label ? [getComputedStyle(label)] : [])];
return {
  outlined: marks.some((mark) => mark.outlineStyle !== "none" && parseFloat(mark.outlineWidth) >= 1),
  inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  said: element.outerHTML.slice(0, 200),
};
"""
TOO_WIDE = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(params=WINDOWS)
def keyboard(browser, request):
    """The browser without JavaScript, in a window of some size, and a hand that only has a keyboard."""
    width, height, scale = WINDOWS[request.param]
    size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield Keyboard(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


class Keyboard:
    """Goes to an element with Tab, and acts on it."""

    def __init__(self, browser) -> None:
        self.browser = browser

    @property
    def focused(self):
        return self.browser.switch_to.active_element

    def tab_to(self, wanted) -> None:
        """Press Tab until the focus is on an element that `wanted` accepts; it is visible at each stop."""
        for _ in range(MOST_PRESSES):
            self.focused.send_keys(Keys.TAB)
            shown = self.browser.execute_script(SHOWN)
            assert shown["outlined"] and shown["inside"], shown["said"]
            if wanted(self.focused):
                assert self.focused.is_displayed()
                return
        pytest.fail("the Tab key does not reach it")

    def arrived_at(self, title: str) -> None:
        """The page of this title is shown, and nothing of it is beyond the right edge of the window."""
        assert self.browser.find_element(By.TAG_NAME, "h1").text == title
        assert self.browser.execute_script(TOO_WIDE) <= 0

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


def test_from_the_home_page_to_a_message_sent(portal, browser, keyboard):
    browser.get(portal.address)
    assert browser.execute_script(TOO_WIDE) <= 0
    keyboard.write("q", "acte de naissance")
    keyboard.press_and_leave(Keys.ENTER)
    keyboard.arrived_at("Recherche")
    keyboard.follow("Demander un acte de naissance")
    keyboard.arrived_at("Demander un acte de naissance")
    assert browser.find_elements(By.CSS_SELECTOR, "main h2")

    keyboard.follow("Nous écrire")
    keyboard.arrived_at("Nous écrire")
    keyboard.write("name", "Awa Diallo")
    keyboard.write("email", "awa.diallo@essai.example")
    keyboard.write("subject", "État civil")
    keyboard.write("text", "Puis-je demander l’acte de naissance de ma mère ?")
    keyboard.tab_to(lambda element: element.text == "Envoyer le message")
    keyboard.press_and_leave(Keys.SPACE)
    keyboard.arrived_at("Votre message est envoyé")

    browser.get(f"{portal.address}/nulle-part/")
    keyboard.arrived_at("Page introuvable")
    keyboard.follow("Parcourir le plan du site")
    keyboard.arrived_at("Plan du site")
