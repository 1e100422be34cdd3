"""A resident without a mouse and without JavaScript asks for a birth certificate, errs, sends it, and follows it."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.e2e.conftest import LONGEST_START
from tests.e2e.test_keyboard_journey import keyboard

__all__ = ["keyboard"]

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]


def press(keyboard, text: str) -> None:
    """Go to the button of this text, and press it."""
    keyboard.tab_to(lambda element: element.tag_name == "button" and element.text == text)
    keyboard.press_and_leave(Keys.SPACE)


def tick(keyboard, name: str) -> None:
    """Go to the next box or the next group of buttons of this name, and choose what has the focus."""
    keyboard.tab_to(lambda element: element.get_attribute("name") == name)
    keyboard.focused.send_keys(Keys.SPACE)
    assert keyboard.focused.is_selected()


def test_from_the_introduction_to_the_follow_up(portal, browser, keyboard):
    browser.delete_all_cookies()
    browser.get(f"{portal.address}/services-en-ligne/")
    keyboard.follow("Demander un acte de naissance")
    keyboard.arrived_at("Demander un acte de naissance")
    press(keyboard, "Commencer la démarche")

    keyboard.arrived_at("L’acte demandé")
    tick(keyboard, "document")
    tick(keyboard, "pour")
    keyboard.write("copies", "1")
    keyboard.press_and_leave(Keys.ENTER)

    keyboard.arrived_at("La personne née à Merlonges")
    keyboard.write("nom", "Diallo")
    keyboard.write("prenoms", "Awa")
    for part, typed in (("day", "32"), ("month", "mars"), ("year", "1985")):
        keyboard.write(f"naissance-{part}", typed)
    press(keyboard, "Enregistrer et continuer")
    keyboard.arrived_at("La personne née à Merlonges")
    assert browser.title.startswith("Erreur")
    keyboard.tab_to(lambda element: "#q-naissance-day" in (element.get_attribute("href") or ""))
    keyboard.focused.send_keys(Keys.ENTER)
    assert keyboard.focused.get_attribute("name") == "naissance-day"
    assert keyboard.focused.get_attribute("value") == "32"
    keyboard.focused.send_keys(Keys.CONTROL, "a")
    keyboard.focused.send_keys("27")
    press(keyboard, "Enregistrer et continuer")

    keyboard.arrived_at("Vous")
    written = {"votre_prenom": "Awa", "votre_nom": "Diallo", "courriel": "awa@essai.example"}
    written |= {"adresse-street": "12 rue des Lilas", "adresse-postcode": "99999", "adresse-city": "Merlonges"}
    for name, text in written.items():
        keyboard.write(name, text)
    tick(keyboard, "exact")
    press(keyboard, "Enregistrer et continuer")

    keyboard.arrived_at("Vérifier et envoyer")
    assert "27 mars 1985" in browser.find_element(By.TAG_NAME, "main").text.replace("\u00a0", " ")
    press(keyboard, "Envoyer la demande")
    keyboard.arrived_at("Votre demande est envoyée")
    number = browser.find_element(By.CSS_SELECTOR, ".introduction .number").text
    keyboard.follow("Suivre ma demande")
    keyboard.arrived_at(f"Demande {number}")
