"""Second factors: an application's codes, recovery codes, and what they stand before."""

import time

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.contrib.auth.views import LoginView
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLPattern, get_resolver

from services.accounts.factor_adapter import SecondFactorAdapter
from tests.services.accounts.people import (
    ADDRESS,
    PASSWORD,
    add_application,
    code_in,
    code_of,
    heading,
    is_signed_in,
    last_mail,
    said,
    say_again,
    sign_in,
    soup,
)

pytestmark = pytest.mark.usefixtures("home")

SECOND = "/compte/connexion/second-facteur/"
RECOVERY = "/compte/securite/codes/"


@pytest.fixture
def protected(client, resident):
    """A resident with an application, signed out; its secret."""
    sign_in(client)
    secret = add_application(client)
    client.post("/compte/deconnexion/")
    return secret


def later(secret: str) -> str:
    """The next code: one that has not served yet."""
    return code_of(secret, time.time() + 30)


def test_codes_are_computed_as_the_norm_says():
    """RFC 6238, appendix B, by its last six figures."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code_of(secret, moment) for moment in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_an_application_is_added_with_its_first_code(client, resident, django_capture_on_commit_callbacks):
    sign_in(client)
    page = say_again(client, "/compte/securite/application/")
    assert soup(page).find("img", class_="qr")["src"].startswith("data:image/svg+xml")
    secret = soup(page).find("code", class_="secret").text
    wrong = client.post("/compte/securite/application/", {"code": "000000"})
    assert "Ce code est inexact" in soup(wrong).select_one("#erreurs a").text
    assert soup(wrong).find("code", class_="secret").text == secret
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/compte/securite/application/", {"code": code_of(secret)}, follow=True)
    assert heading(answer) == "Codes de secours" and len(soup(answer).select(".codes code")) == 10
    assert last_mail().subject == "Second facteur ajouté" and "127.0.0.1" in last_mail().text
    assert "Application d’authentification" in said(client.get("/compte/"))


def test_the_password_alone_no_longer_opens_the_account(client, protected):
    assert sign_in(client)["Location"] == SECOND
    assert not is_signed_in(client)
    assert "Ce code est inexact" in said(client.post(SECOND, {"code": "000000"}))
    assert client.post(SECOND, {"code": later(protected)})["Location"] == "/compte/"
    assert is_signed_in(client)


def test_a_code_by_mail_is_not_enough_either(client, protected):
    client.post("/compte/connexion/code/", {"email": ADDRESS})
    answer = client.post("/compte/connexion/code/saisir/", {"code": code_in(last_mail())})
    assert answer["Location"] == SECOND and not is_signed_in(client)


def test_a_code_serves_once(client, protected):
    code = later(protected)
    sign_in(client)
    client.post(SECOND, {"code": code})
    other = Client()
    sign_in(other)
    other.post(SECOND, {"code": code})
    assert is_signed_in(client) and not is_signed_in(other)


def test_codes_are_not_tried_for_ever(client, protected):
    sign_in(client)
    for _ in range(7):
        answer = client.post(SECOND, {"code": "000000"})
    assert "Trop d’essais" in said(answer)
    client.post(SECOND, {"code": later(protected)})
    assert not is_signed_in(client)


def test_a_recovery_code_opens_the_account_once(client, protected, resident):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client)
    assert client.post(SECOND, {"code": code})["Location"] == "/compte/"
    assert len(soup(say_again(client, RECOVERY)).select(".codes code")) == 9
    other = Client()
    sign_in(other)
    other.post(SECOND, {"code": code})
    assert not is_signed_in(other)


def test_recovery_codes_are_downloaded_and_replaced(client, resident, django_capture_on_commit_callbacks):
    sign_in(client)
    add_application(client)
    before = client.get(f"{RECOVERY}telecharger/")
    assert before["Content-Type"].startswith("text/plain") and len(before.content.split()) == 10
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{RECOVERY}changer/")
    assert last_mail().subject == "Nouveaux codes de secours"
    assert not set(before.content.split()) & set(client.get(f"{RECOVERY}telecharger/").content.split())


def test_the_application_is_removed_by_who_says_again_who_they_are(client, resident):
    sign_in(client)
    add_application(client)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": time.time() - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()
    answer = client.get("/compte/securite/application/retirer/")
    assert answer["Location"].startswith("/compte/identite/")
    again = client.get(answer["Location"])
    assert heading(again) == "Confirmer que c’est vous"
    assert "Ce mot de passe est inexact." in said(client.post("/compte/identite/", {"password": "non"}))
    answer = client.post(answer["Location"], {"password": PASSWORD}, follow=True)
    assert heading(answer) == "Retirer l’application d’authentification"
    client.post("/compte/securite/application/retirer/")
    assert not Authenticator.objects.filter(type="totp").exists()


def test_secrets_are_sealed_in_the_database(client, protected, settings):
    (stored,) = Authenticator.objects.filter(type="totp").values_list("data", flat=True)
    assert protected not in str(stored)
    adapter = SecondFactorAdapter()
    sealed = adapter.encrypt("secret")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, of tomorrow, longer than fifty characters, for sure"
    assert adapter.decrypt(sealed) == "secret"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        adapter.decrypt(sealed)


def test_what_is_lost_is_taken_off_by_an_administrator_and_told(client, protected, resident, capsys):
    with pytest.raises(CommandError, match="0 accounts"):
        call_command("forget_second_factors", "personne@essai.example")
    call_command("forget_second_factors", ADDRESS.upper())
    assert capsys.readouterr().out.startswith("1 second factors")
    assert not Authenticator.objects.exists()
    assert last_mail().subject == "Vos seconds facteurs sont retirés"
    sign_in(client)
    assert is_signed_in(client)


def test_agents_sign_in_to_the_administration_by_their_name_or_address(client, agent):
    answer = client.get("/admin/", follow=True)
    assert heading(answer) == "Se connecter"
    for login in ("redactrice", "redactrice@essai.example"):
        other = Client()
        assert sign_in(other, login, next="/admin/")["Location"] == "/admin/"
        assert other.get("/admin/").status_code == 200
        other.post("/admin/logout/")
        assert other.get("/admin/").status_code == 302


def test_the_administration_asks_for_the_second_factor_that_one_has(client, agent, django_capture_on_commit_callbacks):
    sign_in(client, "redactrice")
    with django_capture_on_commit_callbacks(execute=True):
        secret = add_application(client)
    assert last_mail("redactrice@essai.example").subject == "Second facteur ajouté"
    client.post("/compte/deconnexion/")
    assert sign_in(client, "redactrice", next="/admin/")["Location"].startswith(SECOND)
    assert client.get("/admin/").status_code == 302
    answer = client.post(SECOND, {"code": later(secret), "next": "/admin/"})
    assert answer.status_code == 302 and client.get("/admin/").status_code == 200


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/", "/en/_util/login/"])
def test_wagtail_s_own_doors_take_no_password(client, agent, door):
    answer = client.post(door, {"username": "redactrice", "password": PASSWORD})
    assert answer["Location"].startswith("/compte/connexion/") and not is_signed_in(client)


def test_no_other_door_is_mounted():
    """Whatever Wagtail mounts to sign in stands behind an address of ours, which answers first."""
    covered = {"admin/login/", "_util/login/"}

    def doors(patterns, before=""):
        for pattern in patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                if issubclass(getattr(pattern.callback, "view_class", object), LoginView):
                    yield path
            else:
                yield from doors(pattern.url_patterns, path)

    assert set(doors(get_resolver().url_patterns)) == covered


def test_a_resident_is_kept_out_of_the_administration_and_told_so(client, resident):
    sign_in(client)
    answer = client.get("/admin/", follow=True)
    assert heading(answer) == "Mon compte"
    assert "Votre compte ne donne pas accès à cette page." in said(answer)


def test_a_second_factor_is_asked_of_agents_where_the_settings_say_so(client, agent, settings):
    settings.PARVIS_SECOND_FACTOR_FOR_AGENTS = True
    sign_in(client, "redactrice")
    answer = client.get("/admin/", follow=True)
    assert heading(answer) == "Protéger mon compte par un second facteur"
    assert "L’administration du portail demande un second facteur" in said(answer)
    assert client.get("/admin/pages/", headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    add_application(client)
    assert client.get("/admin/").status_code == 200


def test_residents_need_no_second_factor(client, resident, settings):
    settings.PARVIS_SECOND_FACTOR_FOR_AGENTS = True
    sign_in(client)
    assert is_signed_in(client)


def test_agents_sign_in_during_maintenance(client, agent, settings, tmp_path):
    settings.PARVIS_MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.PARVIS_MAINTENANCE_FILE.write_text("")
    assert client.get("/compte/").status_code == 503
    assert heading(client.get("/compte/connexion/")) == "Se connecter"
    sign_in(client, "redactrice", next="/admin/")
    assert client.get("/admin/").status_code == 200
