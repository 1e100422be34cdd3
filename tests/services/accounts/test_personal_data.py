"""What the portal holds on somebody is given to them, and goes with the account."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Site

from audits.models import AccessibilityComplaint
from home.models import ContactMessage
from services.accounts.actions import AgentAccount, delete_account
from services.accounts.letters import LETTERS
from services.outbox.actions import post_mail
from services.outbox.models import Mail
from tests.services.accounts.people import (
    ADDRESS,
    PASSWORD,
    add_application,
    heading,
    is_signed_in,
    last_mail,
    said,
    say_again,
    sign_in,
)

EXPORT, DELETE = "/compte/mes-donnees/", "/compte/supprimer/"

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def written(resident):
    """A message, a report and a mail of the resident, and the same of somebody else."""
    for email in (ADDRESS.upper(), "ben@essai.example"):
        ContactMessage.objects.create(name="Ana", email=email, subject="Piscine", text=f"De {email}")
        AccessibilityComplaint.objects.create(site=Site.objects.get(), what=f"Signalé par {email}", email=email)
        post_mail(to=email, subject="Reçu", text=f"Pour {email}")


def test_everything_is_exported_and_nothing_of_others(client, resident, written):
    sign_in(client)
    secret = add_application(client)
    answer = client.get(EXPORT)
    assert answer["Content-Disposition"] == 'attachment; filename="mes-donnees.json"'
    data = json.loads(answer.content)
    assert data["Compte"]["Adresse électronique"] == ADDRESS
    assert data["Compte"]["Adresses"] == [{"Adresse": ADDRESS, "Confirmée": True}]
    assert {factor["Nom"] for factor in data["Compte"]["Seconds facteurs"]} == {
        "Application d’authentification",
        "Codes de secours",
    }
    assert len(data["Compte"]["Appareils connectés"]) == 1
    assert [message["Objet"] for message in data["Messages et signalements"]["Messages"]] == ["Piscine"]
    assert len(data["Messages et signalements"]["Signalements d’accessibilité"]) == 1
    assert "Reçu" in [mail["Objet"] for mail in data["Courriels du portail"]]
    text = answer.content.decode()
    assert "ben@" not in text and secret not in text and "MD5" not in text.upper()


def test_an_address_that_is_not_confirmed_gives_nothing_of_whose_it_is(client, resident, written):
    EmailAddress.objects.create(user=resident, email="ben@essai.example", verified=False)
    sign_in(client)
    say_again(client)
    text = client.get(EXPORT).content.decode()
    assert "Signalé par ben@" not in text and "Pour ben@" not in text


def test_an_application_contributes_by_the_setting(client, resident, settings):
    settings.PARVIS_PERSONAL_DATA = [*settings.PARVIS_PERSONAL_DATA, f"{__name__}.Library"]
    sign_in(client)
    say_again(client)
    assert json.loads(client.get(EXPORT).content)["Bibliothèque"] == {"Livres empruntés": 3}
    assert "Vos emprunts sont effacés." in said(client.get(DELETE))
    client.post(DELETE)
    assert Library.forgotten == [ADDRESS]


class Library:
    """What an application of its own would hold."""

    title = "Bibliothèque"
    becomes = "Vos emprunts sont effacés."
    forgotten = []

    def __init__(self, user) -> None:
        self.user = user

    def export(self) -> dict:
        return {"Livres empruntés": 3}

    def forget(self) -> None:
        self.forgotten.append(self.user.email)


def test_the_account_is_deleted_at_once_on_every_device(client, resident, written):
    telephone = Client()
    sign_in(telephone)
    sign_in(client)
    add_application(client)
    assert "restent à la collectivité" in said(client.get(DELETE))
    assert get_user_model().objects.filter(pk=resident.pk).exists(), "to look at the page deletes nothing"
    answer = client.post(DELETE, follow=True)
    assert heading(answer) == "Se connecter" and "Votre compte est supprimé." in said(answer)
    assert not is_signed_in(client) and not is_signed_in(telephone)
    assert not get_user_model().objects.exists()
    assert not EmailAddress.objects.exists() and not Authenticator.objects.exists()
    assert [mail.subject for mail in Mail.objects.filter(to__iexact=ADDRESS)] == ["Votre compte est supprimé"]
    assert ContactMessage.objects.count() == AccessibilityComplaint.objects.count() == 2
    assert Mail.objects.filter(to="ben@essai.example").exists()
    assert "inexact" in said(sign_in(client))


def test_what_fails_deletes_nothing(resident, settings):
    settings.PARVIS_PERSONAL_DATA = [*settings.PARVIS_PERSONAL_DATA, f"{__name__}.Stubborn"]
    with pytest.raises(RuntimeError):
        delete_account(resident)
    assert get_user_model().objects.filter(email=ADDRESS).exists() and not Mail.objects.exists()


class Stubborn(Library):
    def forget(self) -> None:
        raise RuntimeError


def test_export_and_deletion_are_for_who_has_just_said_who_they_are(client, resident):
    sign_in(client)
    assert client.get(EXPORT)["Location"].startswith("/compte/identite/")
    asked = client.post(DELETE)["Location"]
    assert asked.startswith("/compte/identite/") and get_user_model().objects.exists()
    client.post(asked, {"password": "non", "next": DELETE})
    assert get_user_model().objects.exists()
    answer = client.post(asked, {"password": PASSWORD, "next": DELETE}, follow=True)
    assert not get_user_model().objects.exists(), said(answer)


def test_an_agent_is_not_deleted_by_a_click(client, agent):
    sign_in(client, "redactrice")
    say_again(client)
    assert "seul un administrateur peut le fermer" in said(client.get(DELETE))
    client.post(DELETE)
    assert get_user_model().objects.filter(pk=agent.pk).exists()
    with pytest.raises(AgentAccount, match="redactrice"):
        delete_account(agent)


def test_every_mail_of_the_library_has_a_letter_of_ours():
    """A release that writes a new mail fails here, and not before a resident."""
    found = set()
    for label, folder in (("account", "account/email"), ("mfa", "mfa/email")):
        templates = apps.get_app_config(label).module.__path__[0]
        root = f"{templates}/../templates/{folder}"
        found |= {f"{folder}/{name.removesuffix('_subject.txt')}" for name in _subjects(root)}
    # Codes that the settings leave off.
    assert found - set(LETTERS) == {"account/email/password_reset_code"}


def _subjects(root: str) -> list[str]:
    from pathlib import Path

    return [path.name for path in Path(root).glob("*_subject.txt")]


def test_the_last_mail_says_what_was_done(client, resident):
    sign_in(client)
    say_again(client)
    client.post(DELETE)
    assert "comme vous l’avez demandé" in last_mail().text
