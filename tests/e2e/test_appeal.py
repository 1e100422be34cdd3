"""A refusal that a person looks at, in the administration and in a real browser, with the real checker.

An editor contests it and the officer overrules; or the officer lets it through for a while, and the day comes.
"""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import element_to_be_clickable

from audits.models import LaissezPasser
from home.roles import MODERATORS, OFFICERS
from tests.audits.conftest import town, unpublished_town
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD
from tests.e2e.leaving import leaving
from tests.e2e.test_compose import PATIENCE, Editor

__all__ = ["town", "unpublished_town"]

pytestmark = pytest.mark.xdist_group("gate")
PASSWORD = "un mot de passe d’essai"


class Person(Editor):
    """Somebody in the administration."""

    def __init__(self, browser, address: str, name: str, group: str) -> None:
        super().__init__(browser, address)
        self.name = name
        user = get_user_model().objects.create_user(name, f"{name}@essai.example", PASSWORD)
        user.groups.add(Group.objects.get(name=group))

    def comes(self) -> None:
        """Take the seat at the browser."""
        self.browser.delete_all_cookies()
        self.sign_in(self.name, PASSWORD)

    def opens(self, path: str) -> None:
        self.browser.get(f"{self.address}{path}")

    def follows(self, text: str) -> None:
        """Follow the link of this text, wherever it is."""
        link = self.wait(element_to_be_clickable((By.PARTIAL_LINK_TEXT, text)))
        with leaving(self.browser, seconds=PATIENCE):
            link.send_keys(Keys.ENTER)

    def writes(self, name: str, text: str) -> None:
        self.wait(element_to_be_clickable((By.NAME, name))).send_keys(text)

    def sends(self) -> None:
        """Send the form of the decision."""
        with leaving(self.browser, seconds=PATIENCE):
            self.browser.find_element(By.CSS_SELECTOR, ".audit-decision button[type=submit]").send_keys(Keys.ENTER)

    @property
    def told(self) -> str:
        """The message at the head of the page, which is empty until it has slid in."""
        return self._read(".messages")

    @property
    def refusal(self) -> str:
        return self._read("[data-refusal]")

    def _read(self, selector: str) -> str:
        return self.wait(lambda browser: browser.find_element(By.CSS_SELECTOR, selector).text)


@pytest.fixture
def people(town, live_server, browser):
    browser.set_window_size(1400, 1600)
    return Person(browser, live_server.url, "ines", MODERATORS), Person(browser, live_server.url, "samir", OFFICERS)


def is_live(page) -> bool:
    return PlainPage.objects.get(pk=page.pk).live


def test_an_editor_contests_the_officer_overrules_and_the_page_goes_online(town, people):
    editor, officer = people
    page = town.draft("Marché", BAD)
    editor.comes()
    editor.opens(f"/admin/pages/{page.pk}/edit/")
    editor.publish()
    assert "La page n’a pas été publiée" in editor.refusal
    editor.follows("Je pense que c’est une erreur")
    editor.writes("why", "Ce trait ne dit rien.")
    editor.sends()
    assert "Votre contestation est envoyée" in editor.told

    officer.comes()
    officer.opens("/admin/contestations/")
    assert "1 à traiter" in officer.browser.find_element(By.TAG_NAME, "main").text
    officer.follows("Contestation nº")
    assert "Ce trait ne dit rien." in officer.browser.find_element(By.TAG_NAME, "main").text
    officer.browser.find_element(By.CSS_SELECTOR, "input[value=overruled]").send_keys(Keys.SPACE)
    officer.writes("answer", "C’est juste.")
    officer.sends()
    assert "élément écarté" in officer.told
    assert not is_live(page)

    editor.comes()
    editor.opens(f"/admin/pages/{page.pk}/edit/")
    editor.publish()
    assert is_live(page)


def test_a_laissez_passer_lets_publish_until_its_day(town, people):
    editor, officer = people
    page = town.draft("Marché", BAD)
    editor.comes()
    editor.opens(f"/admin/pages/{page.pk}/edit/")
    editor.publish()
    refusal = page.refusals.get()
    assert len(refusal.verdict.content_findings[0]["digest"]) == 32

    officer.comes()
    officer.opens(f"/admin/laissez-passer/nouveau/{page.pk}/{refusal.verdict_id}/0/")
    officer.writes("reason", "La description est commandée.")
    officer.sends()
    assert "peut être publiée" in officer.told

    editor.comes()
    editor.opens(f"/admin/pages/{page.pk}/edit/")
    editor.publish()
    assert is_live(page) and LaissezPasser.objects.get().online_since

    LaissezPasser.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    line = "Le marché déménage."
    editor.opens(f"/admin/pages/{page.pk}/edit/")
    editor.writes("line", line)
    editor.publish()
    assert "La page n’a pas été publiée" in editor.refusal
    assert is_live(page) and PlainPage.objects.get(pk=page.pk).line == ""
