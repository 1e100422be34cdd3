"""Light or dark: what the device asks for, until the visitor chooses; without a script and without a token."""

import pytest
from django.urls import reverse

from tests.home.test_pages import soup


def choose(client, value: str, **headers):
    return client.post(reverse("choose_appearance"), {"apparence": value}, **headers)


@pytest.mark.parametrize("value", ["light", "dark"])
def test_a_choice_is_kept_on_every_page(client, add_page, value):
    add_page("Marchés")
    assert "data-appearance" not in soup(client, "/").html.attrs
    choose(client, value)
    for address in ("/", "/marches/", "/recherche/"):
        page = soup(client, address)
        assert page.html["data-appearance"] == value
        assert page.find("meta", {"name": "color-scheme"})["content"] == value
        assert [button["value"] for button in page.select("#apparence [aria-current]")] == [value]


def test_a_choice_is_taken_back(client, home):
    choose(client, "dark")
    choose(client, "")
    assert "data-appearance" not in soup(client, "/").html.attrs
    assert "apparence" not in {name for name, cookie in client.cookies.items() if cookie.value}


def test_the_cookie_holds_one_known_word(client, home):
    kept = choose(client, "dark").cookies["apparence"]
    assert (kept.value, kept["httponly"], kept["samesite"]) == ("dark", True, "Lax")
    assert not choose(client, "<script>").cookies["apparence"].value
    client.cookies["apparence"] = 'rose" onload="x'
    assert "data-appearance" not in soup(client, "/").html.attrs


@pytest.mark.parametrize(
    ("referer", "target"),
    [
        ("http://testserver/marches/?page=2#haut", "http://testserver/marches/?page=2#apparence"),
        ("https://ailleurs.example/", "/#apparence"),
        ("http://testserver/apparence/", "/#apparence"),
        ("", "/#apparence"),
    ],
)
def test_the_visitor_goes_back_to_the_page_and_nowhere_else(client, home, referer, target):
    assert choose(client, "dark", headers={"referer": referer})["Location"] == target


def test_reading_an_address_chooses_nothing(client, home):
    choose(client, "dark")
    answer = client.get(reverse("choose_appearance"), {"apparence": "light"})
    assert (answer.status_code, answer["Location"]) == (302, "/#apparence")
    assert not answer.cookies
    assert soup(client, "/").html["data-appearance"] == "dark"


def test_caches_keep_the_pages_of_each_choice_apart(client, home):
    assert "Cookie" in client.get("/")["Vary"]
    assert "Cookie" in client.get("/recherche/")["Vary"]
