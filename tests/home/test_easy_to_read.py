"""The version of a page that is easy to read: linked both ways, told apart, and one for a page."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.search.index import insert_or_update_object

from home.models import ContactPage, StandardPage
from tests.home.bodies import faults_of_typography

FALC = "Lire cette page en facile à lire et à comprendre (FALC)"
COMPLETE = "Lire la version complète de cette page"


@pytest.fixture
def whole(add_page):
    return add_page("Inscription à l’école", slug="ecole")


@pytest.fixture
def easy(add_page, whole):
    return add_page("Inscrire mon enfant à l’école", slug="ecole-falc", easy_to_read_of=whole)


def link(client, page, text):
    html = BeautifulSoup(client.get(page.url).content, "html5lib")
    return next((a for a in html.main.find_all("a") if a.text == text), None)


def test_each_version_leads_to_the_other(client, whole, easy):
    there = link(client, whole, FALC)
    assert (there["href"], there["hreflang"]) == (easy.url, "fr")
    back = link(client, easy, COMPLETE)
    assert (back["href"], back["hreflang"]) == (whole.url, "fr")
    assert "easy-to-read" in BeautifulSoup(client.get(easy.url).content, "html5lib").main["class"]
    assert not link(client, whole, COMPLETE) and not link(client, easy, FALC)


def test_any_type_of_page_may_have_an_easy_version(client, add_page):
    page = add_page("Nous écrire", kind=ContactPage, slug="contact", recipient="mairie@essai.example")
    easy = add_page("Écrire à la mairie", easy_to_read_of=page)
    assert link(client, page, FALC)["href"] == easy.url


@pytest.mark.parametrize("hide", ["draft", "private"])
@pytest.mark.parametrize("gone", ["whole", "easy"])
def test_no_link_leads_to_what_is_not_public(client, whole, easy, gone, hide):
    hidden, shown, text = (easy, whole, FALC) if gone == "easy" else (whole, easy, COMPLETE)
    assert link(client, shown, text)
    if hide == "draft":
        Page.objects.filter(pk=hidden.pk).update(live=False)
    else:
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert not link(client, shown, text)


def test_the_complete_page_may_go(client, whole, easy):
    Page.objects.get(pk=whole.pk).delete()
    easy.refresh_from_db()
    assert easy.easy_to_read_of is None
    assert not link(client, easy, COMPLETE)


def test_search_tells_easy_versions_apart(client, whole, easy):
    for page in (whole, easy):
        insert_or_update_object(page)
    html = BeautifulSoup(client.get("/recherche/?q=école").content, "html5lib")
    found = {a["href"]: a.text for a in html.select(".results a")}
    assert found == {
        whole.url: "Inscription à l’école",
        easy.url: "Inscrire mon enfant à l’école – facile à lire (FALC)",
    }


def refusal(page: StandardPage) -> str:
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert set(caught.value.message_dict) == {"easy_to_read_of"}
    message = caught.value.message_dict["easy_to_read_of"][0]
    assert not faults_of_typography(message)
    return message


def test_what_an_easy_version_cannot_be(whole, easy, add_page, translate):
    whole.easy_to_read_of = whole
    assert "sa propre version" in refusal(whole)
    other = add_page("Cantine")
    other.easy_to_read_of = easy
    assert "déjà une version facile" in refusal(other)
    other.easy_to_read_of = whole
    assert "Inscrire mon enfant à l’école" in refusal(other)
    other.easy_to_read_of = translate(whole, "School", slug="school")
    assert "même langue" in refusal(other)
    whole.easy_to_read_of = other
    assert "elle ne peut pas en être une" in refusal(whole)
    easy.full_clean()


def test_a_copy_and_a_translation_are_the_easy_version_of_nothing(easy, translate, whole):
    copy = StandardPage.objects.get(pk=easy.pk).copy(update_attrs={"slug": "copie"})
    assert copy.easy_to_read_of is None
    assert StandardPage.objects.get(pk=copy.pk).get_latest_revision_as_object().easy_to_read_of is None
    Locale.objects.get_or_create(language_code="en")
    assert translate(easy, "Easy school", slug="easy").easy_to_read_of is None


def test_editors_choose_the_complete_page(admin_client, whole):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", whole.get_parent().pk])
    form = BeautifulSoup(admin_client.get(address).content, "html5lib")
    assert form.find("input", attrs={"name": "easy_to_read_of"})
