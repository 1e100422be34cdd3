"""« Mes demandes »: what an account has sent, and goes on with anywhere."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from services.eservices.models import Request
from services.outbox.models import Mail
from tests.services.eservices.resident import BIRTH, ROOT, Resident, steps_of
from tests.services.eservices.sent import send_now

MINE = f"{ROOT}mes-demandes/"


@pytest.fixture
def awa(db):
    return get_user_model().objects.create_user("awa", "awa@essai.example", "un mot de passe d’essai")


@pytest.fixture
def at_home(awa, town) -> Resident:
    client = Client()
    client.force_login(awa)
    return Resident(client)


def test_visitors_are_asked_to_sign_in(client, town):
    answer = client.get(MINE)
    assert answer.status_code == 302 and answer["Location"].startswith("/compte/connexion/")


def test_an_account_without_requests_is_told_where_to_begin(at_home):
    page = at_home.get(MINE)
    assert "aucune demande" in page.main.text
    assert page.main.select_one(f"a[href='{ROOT}']")


def test_requests_of_the_account_are_listed_and_no_others(at_home, awa, town):
    mine, other = send_now(town[BIRTH]), send_now(town[BIRTH])
    Request.objects.filter(pk=mine.pk).update(user=awa)
    text = at_home.get(MINE).main.text
    assert mine.number in text and other.number not in text


def test_the_list_asks_the_database_as_much_for_many_requests(at_home, awa, town, django_assert_max_num_queries):
    for _ in range(3):
        send_now(town[BIRTH])
    Request.objects.update(user=awa)
    with django_assert_max_num_queries(40) as few:
        at_home.get(MINE)
    for _ in range(4):
        send_now(town[BIRTH])
    Request.objects.update(user=awa)
    with django_assert_max_num_queries(len(few)):
        at_home.get(MINE)


def test_a_draft_is_gone_on_with_on_another_device(at_home, awa):
    at_home.start(BIRTH)
    at_home.answer(steps_of(BIRTH)["acte"])
    elsewhere = Client()
    elsewhere.force_login(awa)
    other = Resident(elsewhere)
    page = other.get(MINE)
    form = page.find("form", action=f"{ROOT}{BIRTH}/commencer/")
    assert form is not None and "Pas encore envoyées" in page.main.text
    assert "La personne née" in other.start(BIRTH).h1.text
    other.answer(steps_of(BIRTH)["personne"])
    other.answer(steps_of(BIRTH)["vous"])
    other.answer({})
    assert Request.objects.get().user == awa
    assert "Pas encore envoyées" not in at_home.get(MINE).main.text


def test_a_stranger_opens_no_draft_of_an_account(at_home, client, town):
    at_home.start(BIRTH)
    client.force_login(get_user_model().objects.create_user("autre"))
    assert Resident(client).get(f"{ROOT}{BIRTH}/acte/").h1.text != "L’acte demandé"


def test_a_link_is_sent_for_a_draft_that_the_account_opened(at_home, awa):
    at_home.start(BIRTH)
    elsewhere = Client()
    elsewhere.force_login(awa)
    elsewhere.post(f"{ROOT}{BIRTH}/plus-tard/", {"email": "awa@essai.example"})
    link = Mail.objects.get().text.partition("/services-en-ligne/reprendre/")[2].split()[0]
    assert Resident(Client()).get(f"{ROOT}reprendre/{link}").h1.text == "L’acte demandé"


def test_who_only_comes_to_the_address_of_the_button_is_led_to_the_introduction(client, town):
    assert client.get(f"{ROOT}{BIRTH}/commencer/")["Location"] == f"{ROOT}{BIRTH}/"
