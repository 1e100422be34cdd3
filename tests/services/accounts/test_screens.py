"""Every page of an account, with and without mistakes, judged by our own engine in a real browser."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from accessibility.engine import check_url
from accessibility.probes.all_probes import Probing
from tests.admin_screens import put_folder
from tests.services.accounts.people import (
    ADDRESS,
    PASSWORD,
    add_application,
    heading,
    last_mail,
    link_in,
    say_again,
    sign_in,
    soup,
)
from tests.web_site import web_site

__all__ = ["web_site"]

ACCOUNT = "/compte/"
MOVED = {"Se connecter / mistakes", "Ajouter une application d’authentification", "Appareils connectés"}
KEY_NAME = "Téléphone d’Ana"


@pytest.fixture(scope="module")
def static_files(web_site):
    """What accounts add to the style of the portal, and their script."""
    put_folder(web_site, settings.BASE_DIR / "services" / "accounts" / "static")


@pytest.fixture
def defects(engine_browser, web_site, static_files):
    """The defects of several answers, by name; each answer has the heading that is expected of it.

    As the gate does, a page is only walked through with the keyboard; those of MOVED are enlarged and spaced too: the
    others are made of the same parts.
    """

    def judge(name: str, html: str, probing: Probing) -> list[str]:
        report = check_url(engine_browser, web_site.page(f"/{name}.html", html), probing=probing)
        assert report.status == 200
        return [f"{finding.rule} {finding.html}" for finding in report.failures]

    def judge_all(answers: dict) -> dict[str, list[str]]:
        found = {}
        for number, (title, answer) in enumerate(answers.items()):
            assert heading(answer) == title.partition(" / ")[0]
            with_mistakes = bool(soup(answer).select("#erreurs"))
            assert soup(answer).title.text.strip().startswith("Erreur\u00a0:") == with_mistakes
            probing = Probing.ALL if title in MOVED else Probing.KEYBOARD
            if problems := judge(f"compte-{number}", answer.content.decode(), probing):
                found[title] = problems
        return found

    return judge_all


def get(path: str, client: Client | None = None):
    return (client or Client()).get(ACCOUNT + path, follow=True)


def post(path: str, client: Client | None = None, **data):
    return (client or Client()).post(ACCOUNT + path, data, follow=True)


def test_pages_by_which_one_comes_in(home, resident, defects):
    new = Client()
    sent = post("creer/", new, email="ben@essai.example", password1=PASSWORD)
    link = link_in(last_mail("ben@essai.example")).removeprefix(ACCOUNT)
    post("mot-de-passe/oublie/", email=ADDRESS)
    choosing = Client()
    choose = get(link_in(last_mail()).removeprefix(ACCOUNT), choosing)
    with_code = Client()
    answers = {
        "Créer un compte": get("creer/"),
        "Créer un compte / mistakes": post("creer/", email="ben@"),
        "Ouvrez le courriel que nous vous envoyons": sent,
        "Confirmer votre adresse": get(link),
        "Ce lien n’est plus valable": get("confirmer/rien/"),
        "Se connecter": get("connexion/"),
        "Se connecter / mistakes": post("connexion/", login=ADDRESS, password="non"),
        "Se connecter / empty": post("connexion/"),
        "Recevoir un code par courriel": get("connexion/code/"),
        "Recevoir un code par courriel / mistakes": post("connexion/code/", email="ana"),
        "Recopier le code": post("connexion/code/", with_code, email=ADDRESS),
        "Recopier le code / mistakes": post("connexion/code/saisir/", with_code, code="1"),
        "Mot de passe oublié": get("mot-de-passe/oublie/"),
        "Mot de passe oublié / mistakes": post("mot-de-passe/oublie/"),
        "Regardez vos courriels": get("mot-de-passe/oublie/envoye/"),
        "Choisir un mot de passe": choose,
        "Choisir un mot de passe / mistakes": choosing.post(choose.redirect_chain[-1][0], {"password1": "court"}),
        "Ce lien n’est plus valable / password": get("mot-de-passe/nouveau/1-c8x/"),
        "Compte fermé": get("connexion/ferme/"),
    }
    assert defects(answers) == {}


def test_pages_of_an_account(home, client, resident, defects):
    sign_in(client)
    sign_in(Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0"}))
    again = get("mes-donnees/", client)
    wrong = post("identite/", client, password="non")
    say_again(client)
    EmailAddress.objects.create(user=resident, email="ana.petit@essai.example")
    answers = {
        "Confirmer que c’est vous": again,
        "Confirmer que c’est vous / mistakes": wrong,
        "Mon compte": get("", client),
        "Changer d’adresse électronique": get("adresse/", client),
        "Changer d’adresse électronique / mistakes": post("adresse/", client, email="ana", action_add="1"),
        "Changer de mot de passe": get("mot-de-passe/", client),
        "Changer de mot de passe / mistakes": post("mot-de-passe/", client, oldpassword="non", password1="court"),
        "Appareils connectés": get("appareils/", client),
        "Se déconnecter": get("deconnexion/", client),
        "Supprimer mon compte": get("supprimer/", client),
    }
    for _ in range(5):
        too_often = post("mot-de-passe/", client)
    answers["Trop d’essais"] = too_often
    assert defects(answers) == {}


def test_pages_of_second_factors(home, client, resident, defects):
    sign_in(client)
    none = get("securite/", client)
    adding = say_again(client, "/compte/securite/application/")
    mistaken = post("securite/application/", client, code="1")
    add_application(client)
    key = Authenticator.objects.create(user=resident, type="webauthn", data={"name": KEY_NAME, "credential": {}})
    one = get("securite/", client)
    name = f"securite/cles/{key.pk}/"
    renaming, unnamed = get(f"{name}renommer/", client), post(f"{name}renommer/", client, name="")
    removing = get(f"{name}retirer/", client)
    key.delete()
    other = Client()
    answers = {
        "Protéger mon compte par un second facteur": none,
        "Protéger mon compte par un second facteur / set up": one,
        "Ajouter une application d’authentification": adding,
        "Ajouter une application d’authentification / mistakes": mistaken,
        "Codes de secours": get("securite/codes/", client),
        "Remplacer les codes de secours": get("securite/codes/changer/", client),
        "Retirer l’application d’authentification": get("securite/application/retirer/", client),
        "Ajouter une clé d’accès": get("securite/cles/ajouter/", client),
        "Ajouter une clé d’accès / mistakes": post("securite/cles/ajouter/", client, name="", credential=""),
        "Renommer une clé d’accès": renaming,
        "Renommer une clé d’accès / mistakes": unnamed,
        "Retirer une clé d’accès": removing,
        "Confirmer que c’est vous / code": get("identite/code/", client),
        "Confirmer que c’est vous / code, mistakes": post("identite/code/", client, code=""),
        "Confirmer que c’est vous": sign_in(other, follow=True) and get("connexion/second-facteur/", other),
        "Confirmer que c’est vous / mistakes": post("connexion/second-facteur/", other, code="1"),
    }
    assert defects(answers) == {}
