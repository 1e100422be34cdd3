"""In a real browser: a resident with a keyboard and no JavaScript, and one with a passkey."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.virtual_authenticator import VirtualAuthenticatorOptions

from tests.e2e.leaving import leaving
from tests.e2e.test_keyboard_journey import Keyboard
from tests.services.accounts.people import ADDRESS, PASSWORD, code_in, last_mail, link_in

pytestmark = pytest.mark.xdist_group("accounts in a browser")


@pytest.fixture
def town(live_server, home) -> str:
    """The address of a running site."""
    return live_server.url


@pytest.fixture
def stranger(browser, town):
    """The browser of somebody who has never come."""
    browser.get(f"{town}/robots.txt")
    browser.delete_all_cookies()
    yield browser
    browser.delete_all_cookies()


@pytest.fixture
def without_script(stranger):
    stranger.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield stranger
    stranger.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture
def authenticator(stranger):
    """A key in the browser, that has made sure of the person and remembers whose it is."""
    options = VirtualAuthenticatorOptions(
        protocol=VirtualAuthenticatorOptions.Protocol.CTAP2,
        transport=VirtualAuthenticatorOptions.Transport.INTERNAL,
        has_resident_key=True,
        has_user_verification=True,
        is_user_verified=True,
    )
    stranger.add_virtual_authenticator(options)
    yield
    stranger.remove_virtual_authenticator()


def press(keyboard: Keyboard, text: str) -> None:
    """Go to the button of this text, and press it."""
    keyboard.tab_to(lambda element: element.tag_name == "button" and element.text == text)
    keyboard.press_and_leave(Keys.SPACE)


def test_from_no_account_to_a_code_by_mail_with_the_keyboard_alone(town, without_script):
    keyboard = Keyboard(without_script)
    without_script.get(town)
    keyboard.follow("Mon compte")
    keyboard.arrived_at("Se connecter")
    keyboard.follow("Créer un compte")
    keyboard.arrived_at("Créer un compte")
    keyboard.write("email", ADDRESS)
    keyboard.write("password1", PASSWORD)
    press(keyboard, "Créer mon compte")
    keyboard.arrived_at("Ouvrez le courriel que nous vous envoyons")

    without_script.get(town + link_in(last_mail()))
    press(keyboard, "Confirmer cette adresse")
    keyboard.arrived_at("Mon compte")
    press(keyboard, "Me déconnecter")
    keyboard.arrived_at("Se connecter")

    keyboard.follow("Recevoir un code par courriel")
    keyboard.write("email", ADDRESS)
    press(keyboard, "Recevoir un code")
    keyboard.arrived_at("Recopier le code")
    keyboard.write("code", code_in(last_mail()))
    press(keyboard, "Se connecter")
    keyboard.arrived_at("Mon compte")


class Person:
    """Somebody with a mouse, in a browser that runs scripts."""

    def __init__(self, browser, town: str) -> None:
        self.browser, self.town = browser, town

    def open(self, path: str) -> None:
        self.browser.get(self.town + path)

    def write(self, name: str, text: str) -> None:
        field = self.browser.find_element(By.CSS_SELECTOR, f"main [name={name}]")
        field.clear()
        field.send_keys(text)

    def press(self, text: str) -> None:
        buttons = self.browser.find_elements(By.CSS_SELECTOR, "main button")
        with leaving(self.browser):
            next(button for button in buttons if button.text == text).click()

    @property
    def heading(self) -> str:
        return self.browser.find_element(By.TAG_NAME, "h1").text


def test_a_passkey_is_added_and_opens_the_account_alone_or_after_the_password(town, stranger, authenticator):
    user = get_user_model().objects.create_user("habitant-1", ADDRESS, PASSWORD)
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    person = Person(stranger, town)
    person.open("/compte/connexion/?next=/compte/securite/cles/ajouter/")
    person.write("login", ADDRESS)
    person.write("password", PASSWORD)
    person.press("Se connecter")
    assert person.heading == "Confirmer que c’est vous"
    person.write("password", PASSWORD)
    person.press("Continuer")
    assert person.heading == "Ajouter une clé d’accès"
    person.write("name", "Téléphone d’Ana")
    person.press("Ajouter cette clé")
    assert person.heading == "Codes de secours"

    person.open("/compte/")
    assert "Clé d’accès « Téléphone d’Ana »" in stranger.find_element(By.TAG_NAME, "main").text
    person.press("Me déconnecter")
    person.press("Utiliser une clé d’accès")
    assert person.heading == "Mon compte"

    person.press("Me déconnecter")
    person.write("login", ADDRESS)
    person.write("password", PASSWORD)
    person.press("Se connecter")
    assert person.heading == "Confirmer que c’est vous"
    person.press("Utiliser une clé d’accès")
    assert person.heading == "Mon compte"


def test_a_key_that_answers_nothing_is_said(town, stranger):
    person = Person(stranger, town)
    person.open("/compte/connexion/")
    options = VirtualAuthenticatorOptions(has_resident_key=True, has_user_verification=True, is_user_verified=False)
    stranger.add_virtual_authenticator(options)
    try:
        stranger.find_element(By.CSS_SELECTOR, "[data-passkey] button").click()
        failed = stranger.find_element(By.CSS_SELECTOR, "[data-passkey-failed]")
        stranger.execute_async_script(
            "const [place, done] = arguments;"
            "const look = () => place.textContent ? done() : setTimeout(look, 50); look()",
            failed,
        )
        assert "La clé n’a rien répondu." in failed.text
    finally:
        stranger.remove_virtual_authenticator()
