"""An account is made with an address that is proven one's own; nobody learns which addresses have one."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from services.outbox.delivery import send_due
from services.outbox.models import Mail
from services.outbox.tasks import send_due_mail
from tests.services.accounts.people import (
    ADDRESS,
    PASSWORD,
    heading,
    is_signed_in,
    last_mail,
    link_in,
    said,
    sign_in,
    soup,
)
from tests.services.outbox.conftest import letterbox

__all__ = ["letterbox"]

pytestmark = pytest.mark.usefixtures("home")

SIGN_UP = "/compte/creer/"
GOOD = {"email": ADDRESS, "password1": PASSWORD, "site_web": ""}


def test_an_account_is_made_confirmed_and_open(client):
    answer = client.post(SIGN_UP, GOOD, follow=True)
    assert heading(answer) == "Ouvrez le courriel que nous vous envoyons"
    assert not is_signed_in(client)
    mail = last_mail()
    assert mail.subject == "Confirmez votre adresse électronique" and "Ville d’essai" in mail.text
    assert "&" not in mail.text
    link = link_in(mail)
    assert heading(client.get(link)) == "Confirmer votre adresse"
    assert not is_signed_in(client), "to look at the page confirms nothing: mail programs open links"
    answer = client.post(link, follow=True)
    assert heading(answer) == "Mon compte" and f"L’adresse {ADDRESS} est confirmée." in said(answer)
    user = get_user_model().objects.get()
    assert user.email == ADDRESS and "ana" not in user.username
    assert heading(client.get(link)) == "Ce lien n’est plus valable"


def test_the_link_may_be_opened_on_another_device(client):
    client.post(SIGN_UP, GOOD)
    other = Client()
    answer = other.post(link_in(last_mail()), follow=True)
    assert heading(answer) == "Se connecter" and "est confirmée" in said(answer)
    assert sign_in(other).status_code == 302 and is_signed_in(other)


def test_nobody_signs_in_before_the_address_is_confirmed(client):
    client.post(SIGN_UP, GOOD)
    other = Client()
    assert sign_in(other)["Location"] == "/compte/confirmer/"
    assert not is_signed_in(other)


def test_a_known_address_gets_the_same_page_and_another_mail(client, resident):
    known = client.post(SIGN_UP, GOOD, follow=True)
    unknown = Client().post(SIGN_UP, {**GOOD, "email": "ben@essai.example"}, follow=True)
    assert said(known).replace(ADDRESS, "") == said(unknown).replace("ben@essai.example", "")
    assert known.redirect_chain == unknown.redirect_chain
    assert last_mail().subject == "Vous avez déjà un compte"
    resident.refresh_from_db()
    assert resident.check_password(PASSWORD) and get_user_model().objects.count() == 2


def test_a_program_that_fills_everything_in_gets_the_same_page_and_no_account(client):
    answer = client.post(SIGN_UP, {**GOOD, "site_web": "https://spam.example"})
    assert answer["Location"] == "/compte/confirmer/"
    assert not get_user_model().objects.exists() and not Mail.objects.exists()
    assert soup(client.get(SIGN_UP)).find(attrs={"name": "site_web"}).find_parent("div").has_attr("hidden")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("email", "", "Écrivez votre adresse électronique."),
        ("email", "ana@", "Écrivez une adresse électronique complète"),
        ("password1", "", "Choisissez un mot de passe."),
        ("password1", "court", "trop court"),
        ("password1", "123456789012345", "entièrement numérique"),
        ("password1", "motdepasse123456", None),
        ("password1", "ana@essai.example", "trop semblable"),
    ],
)
def test_a_mistake_is_said_at_its_field(client, field, value, expected):
    answer = client.post(SIGN_UP, {**GOOD, field: value})
    if expected is None:
        assert answer.status_code == 302
        return
    html = soup(answer)
    assert html.title.text.strip().startswith("Erreur\u00a0:")
    link = html.select_one("#erreurs a")
    control = html.find(id=link["href"].removeprefix("#"))
    assert control["name"] == field and control["aria-invalid"] == "true"
    described = " ".join(html.find(id=name).text for name in control["aria-describedby"].split())
    assert expected in described and expected in link.text
    assert not get_user_model().objects.exists()


def test_the_fields_say_what_they_are_for(client):
    form = soup(client.get(SIGN_UP)).main.find("form", class_="form")
    purposes = {control["name"]: control.get("autocomplete") for control in form.select("input:not([type=hidden])")}
    assert purposes == {"email": "email", "password1": "new-password", "site_web": "off"}
    assert not form.select("[placeholder], [style]")
    assert "script" not in {tag.name for tag in form.find_all()}


def test_too_many_accounts_from_one_place_are_refused(client):
    for number in range(10):
        client.post(SIGN_UP, {**GOOD, "email": f"a{number}@essai.example"})
    answer = client.post(SIGN_UP, GOOD)
    assert (answer.status_code, answer["Retry-After"]) == (429, "600")
    assert heading(answer) == "Trop d’essais"
    elsewhere = client.post(SIGN_UP, GOOD, REMOTE_ADDR="203.0.113.9")
    assert elsewhere.status_code == 302


def test_visitors_behind_our_proxy_are_told_apart(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(11):
        said_by_the_visitor = f"198.51.100.{number}"
        behind = {"X-Forwarded-For": f"{said_by_the_visitor}, 203.0.113.7"}
        answer = client.post(SIGN_UP, {**GOOD, "email": f"a{number}@essai.example"}, headers=behind)
    assert answer.status_code == 429, "what a visitor writes in the header changes nothing"
    assert client.post(SIGN_UP, GOOD, headers={"X-Forwarded-For": "203.0.113.8"}).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_dead_mail_server_only_delays_the_mail(client, letterbox):
    letterbox.stop()
    assert client.post(SIGN_UP, GOOD).status_code == 302
    assert DBTaskResult.objects.filter(task_path=send_due_mail.module_path).exists()
    assert send_due() == (0, 1)
    mail = last_mail()
    assert mail.state == Mail.State.WAITING and mail.not_before > timezone.now() + timedelta(seconds=30)
    assert heading(client.post(link_in(mail), follow=True)) == "Mon compte"
