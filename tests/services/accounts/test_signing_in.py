"""One signs in by a password or by a code that came by mail; limits hold, and nothing tells who has an account."""

import subprocess
import sys

import pytest
from allauth.account.models import EmailAddress
from allauth.core.internal.ratelimit import get_cache_key, get_rates
from django.conf import settings as django_settings
from django.test import Client, RequestFactory

from services.outbox.models import Mail
from tests.services.accounts.people import (
    ADDRESS,
    PASSWORD,
    code_in,
    heading,
    is_signed_in,
    last_mail,
    link_in,
    said,
    say_again,
    sign_in,
    soup,
)

pytestmark = pytest.mark.usefixtures("home")

CODE, TYPED = "/compte/connexion/code/", "/compte/connexion/code/saisir/"
FORGOTTEN = "/compte/mot-de-passe/oublie/"


def test_a_resident_signs_in_and_out(client, resident):
    assert client.get("/compte/")["Location"] == "/compte/connexion/?next=/compte/"
    assert sign_in(client)["Location"] == "/compte/"
    assert ADDRESS in said(client.get("/compte/"))
    assert client.get("/compte/deconnexion/").status_code == 200 and is_signed_in(client)
    answer = client.post("/compte/deconnexion/", follow=True)
    assert heading(answer) == "Se connecter" and "Vous êtes déconnecté." in said(answer)
    assert not is_signed_in(client)


def test_one_goes_on_to_the_page_that_was_asked_for(client, resident):
    assert sign_in(client, next="/compte/adresse/")["Location"] == "/compte/adresse/"


def test_one_is_never_sent_to_another_site(client, resident):
    assert sign_in(client, next="https://ailleurs.example/")["Location"] == "/compte/"


@pytest.mark.parametrize(
    ("login", "password"),
    [(ADDRESS, "un autre mot de passe"), ("personne@essai.example", PASSWORD), ("personne", PASSWORD)],
)
def test_a_wrong_password_and_an_unknown_address_are_told_alike(client, resident, login, password):
    html = soup(sign_in(client, login, password))
    assert html.title.text.strip().startswith("Erreur\u00a0:")
    errors = [error.text for error in html.select("#erreurs li")]
    assert errors == ["L’adresse ou le mot de passe est inexact. Vérifiez les deux, ou demandez un code par courriel."]
    assert html.find(attrs={"name": "login"})["value"] == login and not is_signed_in(client)


@pytest.mark.parametrize("login", [ADDRESS, "personne@essai.example"])
def test_a_password_is_not_tried_for_ever_from_wherever(client, resident, login):
    for number in range(6):
        client.post("/compte/connexion/", {"login": login, "password": "non"}, REMOTE_ADDR=f"203.0.113.{number}")
    answer = client.post("/compte/connexion/", {"login": login, "password": PASSWORD}, REMOTE_ADDR="203.0.113.99")
    assert "Trop d’essais en peu de temps." in said(answer)
    assert not is_signed_in(client)


def test_what_is_counted_is_counted_in_every_process(client, resident):
    """The cache is in files: another process, with the same files, sees the tries of this one."""
    for _ in range(6):
        sign_in(client, password="non")
    program = (
        "from django.conf import settings; from django.core.cache import cache;"
        f"settings.configure(CACHES={{'default': {_cache_in_files()!r}}});"
        f"print(sum(len(cache.get(key, [])) for key in {_kept_limits()!r}))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert int(found.stdout) >= 12, "six tries, counted by the address of the visitor and by that of the account"


def _cache_in_files() -> dict:
    kept = django_settings.CACHES["default"]
    return {"BACKEND": kept["BACKEND"], "LOCATION": str(kept["LOCATION"])}


def _kept_limits() -> list[str]:
    request = RequestFactory().get("/")
    key = f"testserver:{ADDRESS}"
    rates = get_rates(app="allauth.account", action="login_failed")
    return [get_cache_key(request, app="allauth.account", action="login_failed", rate=rate, key=key) for rate in rates]


def test_a_code_comes_by_mail_and_opens_the_account(client, resident):
    assert client.post(CODE, {"email": ADDRESS})["Location"] == TYPED
    page = client.get(TYPED)
    assert soup(page).find(attrs={"name": "code"})["autocomplete"] == "one-time-code"
    mail = last_mail()
    code = code_in(mail)
    assert mail.subject == "Votre code de connexion" and code not in mail.subject
    answer = client.post(TYPED, {"code": f" {code[:3]} {code[3:]} "}, follow=True)
    assert heading(answer) == "Mon compte"


def test_a_code_serves_once_and_not_elsewhere(client, resident):
    client.post(CODE, {"email": ADDRESS})
    code = code_in(last_mail())
    other = Client()
    assert other.post(TYPED, {"code": code}).status_code == 302 and not is_signed_in(other)
    client.post(TYPED, {"code": code})
    client.post("/compte/deconnexion/")
    client.post(TYPED, {"code": code})
    assert not is_signed_in(client)


def test_a_wrong_code_is_said_and_the_third_ends_it(client, resident):
    client.post(CODE, {"email": ADDRESS})
    code = code_in(last_mail())
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    answer = client.post(TYPED, {"code": wrong})
    assert "Ce code est inexact" in soup(answer).select_one("#erreurs a").text
    client.post(TYPED, {"code": wrong})
    assert client.post(TYPED, {"code": wrong})["Location"] == CODE
    client.post(TYPED, {"code": code})
    assert not is_signed_in(client)


def test_another_code_may_be_asked_for(client, resident):
    client.post(CODE, {"email": ADDRESS})
    assert client.post(TYPED, {"action": "resend"})["Location"] == TYPED
    second = code_in(last_mail())
    assert Mail.objects.count() == 2
    assert client.post(TYPED, {"code": second}).status_code == 302 and is_signed_in(client)


def test_another_address_may_be_given(client, resident):
    client.post(CODE, {"email": "personne@essai.example"})
    form = soup(client.get(TYPED)).find("input", attrs={"name": "next"}).find_parent("form")
    answer = client.post(form["action"], {"next": form.find(attrs={"name": "next"})["value"]}, follow=True)
    assert heading(answer) == "Recevoir un code par courriel"


def test_codes_for_known_and_unknown_addresses_look_alike(client, resident):
    known = client.post(CODE, {"email": ADDRESS}, follow=True)
    unknown = Client().post(CODE, {"email": "personne@essai.example"}, follow=True)
    assert said(known).replace(ADDRESS, "") == said(unknown).replace("personne@essai.example", "")
    assert known.redirect_chain == unknown.redirect_chain
    assert last_mail("personne@essai.example").subject == "Aucun compte à cette adresse"


def test_codes_are_not_sent_without_end(resident):
    for number in range(10):
        assert Client().post(CODE, {"email": ADDRESS}, REMOTE_ADDR=f"203.0.113.{number}").status_code == 302
    answer = Client().post(CODE, {"email": ADDRESS}, REMOTE_ADDR="203.0.113.99")
    assert "Trop d’essais" in said(answer) and Mail.objects.count() == 10


def test_a_forgotten_password_is_replaced_by_a_link(client, resident):
    known = client.post(FORGOTTEN, {"email": ADDRESS}, follow=True)
    unknown = Client().post(FORGOTTEN, {"email": "personne@essai.example"}, follow=True)
    assert said(known) == said(unknown)
    link = link_in(last_mail())
    answer = client.get(link, follow=True)
    assert heading(answer) == "Choisir un mot de passe"
    form = answer.redirect_chain[-1][0]
    assert "trop court" in said(client.post(form, {"password1": "court"}))
    answer = client.post(form, {"password1": "sept collines après la pluie"}, follow=True)
    assert heading(answer) == "Se connecter" and "Votre mot de passe est changé." in said(answer)
    assert sign_in(client).status_code == 200
    assert sign_in(client, password="sept collines après la pluie").status_code == 302
    assert heading(Client().get(link, follow=True)) == "Ce lien n’est plus valable"
    assert last_mail().subject == "Votre mot de passe a changé"


def test_the_password_changes_with_the_old_one(client, resident):
    sign_in(client)
    path = "/compte/mot-de-passe/"
    answer = client.post(path, {"oldpassword": "non", "password1": "sept collines après la pluie"})
    assert "Ce n’est pas votre mot de passe actuel." in soup(answer).select_one("#erreurs a").text
    answer = client.post(path, {"oldpassword": PASSWORD, "password1": "sept collines après la pluie"}, follow=True)
    assert heading(answer) == "Mon compte" and "Votre mot de passe est changé." in said(answer)
    resident.refresh_from_db()
    assert resident.check_password("sept collines après la pluie")


def test_the_address_changes_once_the_new_one_is_confirmed(client, resident):
    sign_in(client)
    say_again(client)
    path, new = "/compte/adresse/", "ana.petit@essai.example"
    answer = client.post(path, {"email": new, "action_add": "1"}, follow=True)
    assert f"vers {new}" in said(answer)
    resident.refresh_from_db()
    assert resident.email == ADDRESS
    client.post(link_in(last_mail(new)))
    resident.refresh_from_db()
    assert resident.email == new
    assert list(EmailAddress.objects.values_list("email", "verified")) == [(new, True)]
    assert last_mail().subject == "L’adresse de votre compte a changé"


def test_the_address_of_somebody_else_is_neither_told_nor_taken(client, resident, django_user_model):
    other = django_user_model.objects.create_user("habitant-2", "ben@essai.example", PASSWORD)
    EmailAddress.objects.create(user=other, email="ben@essai.example", verified=True, primary=True)
    sign_in(client)
    say_again(client)
    answer = client.post("/compte/adresse/", {"email": "ben@essai.example", "action_add": "1"}, follow=True)
    assert "autre compte" not in said(answer) and "vers ben@essai.example" in said(answer)
    client.post(link_in(last_mail("ben@essai.example")))
    resident.refresh_from_db()
    assert resident.email == ADDRESS


def test_other_devices_are_seen_and_signed_out(client, resident):
    telephone = Client(headers={"User-Agent": "Téléphone d’Ana"})
    sign_in(telephone)
    sign_in(client)
    assert "Téléphone d’Ana" in said(client.get("/compte/appareils/"))
    client.post("/compte/appareils/")
    assert not is_signed_in(telephone) and is_signed_in(client)


def test_a_browser_that_closes_signs_out(client, resident):
    sign_in(client)
    assert client.cookies["sessionid"]["expires"] == ""


def test_a_closed_account_says_so_only_to_who_has_its_password(client, resident):
    resident.is_active = False
    resident.save()
    assert "inexact" in said(sign_in(client, password="non"))
    assert heading(client.post("/compte/connexion/", {"login": ADDRESS, "password": PASSWORD}, follow=True)) == (
        "Compte fermé"
    )
    assert not is_signed_in(client)


def test_pages_of_an_account_are_kept_by_no_cache(client, resident):
    sign_in(client)
    for path in ("/compte/", "/compte/adresse/", "/compte/securite/", "/compte/appareils/"):
        assert "no-store" in client.get(path)["Cache-Control"]
