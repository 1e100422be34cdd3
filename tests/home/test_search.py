"""Searching the portal: what is found, and why it is shown."""

import pytest
from bs4 import BeautifulSoup
from wagtail.search.index import insert_or_update_object

from home import search
from home.demo.blocks import heading, paragraph


@pytest.fixture
def add_found(add_page):
    def add(title, text="", **fields):
        page = add_page(title, body=[paragraph(f"<p>{text}</p>")], **fields)
        insert_or_update_object(page)
        return page

    return add


def searched(client, query, **others) -> BeautifulSoup:
    response = client.get("/recherche/", {"q": query, **others})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def test_accents_do_not_matter(client, add_found):
    add_found("Enfance", "Inscrire un enfant à l’école maternelle.")
    for query in ("école", "ecole", "ÉCOLE"):
        html = searched(client, query)
        assert [a.text for a in html.select(".results a")] == ["Enfance"], query
        assert html.select_one(".results mark").text == "école"


def test_every_word_is_marked_and_nothing_else_is_markup(client, add_found):
    add_found("Déchets", "Le tri des &lt;b&gt;emballages&lt;/b&gt; et des papiers.")
    html = searched(client, "emballages papiers")
    assert [mark.text for mark in html.select(".results p mark")] == ["emballages", "papiers"]
    assert "<b>" in html.select_one(".results p").text


def test_drafts_are_not_found(client, home):
    from home.models import StandardPage

    draft = home.add_child(instance=StandardPage(title="Projet secret", live=False))
    insert_or_update_object(draft)
    assert not searched(client, "secret").select(".results a")


@pytest.mark.parametrize(
    "query", ['"', "'", "*", "AND OR NOT", "a AND", "(", "l'eau", "<script>", "%", "NEAR(x", "-x", "😀"]
)
def test_any_query_gets_an_answer(client, home, query):
    html = searched(client, query)
    assert html.h1.text == "Recherche"
    assert html.select_one("main input")["value"] == query
    assert not html.find("script")


def test_without_words_the_page_says_what_to_do(client, home):
    html = searched(client, "   ")
    assert "Saisissez" in html.main.text
    assert html.title.text.strip() == "Recherche – Ville d’essai"


def test_without_results_the_page_helps(client, home):
    html = searched(client, "zzz")
    assert "Aucun résultat" in html.h2.text
    assert html.main.find("ul")


def test_results_come_ten_at_a_time(client, add_found):
    for number in range(12):
        add_found(f"Tilleul {number}")
    first = searched(client, "tilleul")
    assert len(first.select(".results li")) == 10
    assert first.select_one(".pagination [aria-current=page]").text == "Page 1"
    second = searched(client, "tilleul", page=2)
    assert len(second.select(".results li")) == 2
    assert second.title.text.split(" – ")[0].strip().endswith("(page 2)")
    assert searched(client, "tilleul", page="zzz").select(".results li")


def test_passage_begins_near_the_word():
    class Page:
        introduction = "mot " * 200 + "tilleul " + "fin " * 200
        body = None

    passage = search.passage(Page(), "tilleul")
    assert "<mark>tilleul</mark>" in passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")


def test_passage_says_only_what_the_page_says(add_found):
    page = add_found("Écoles")
    page.body = [heading("Inscriptions", 3), paragraph("<p>En mairie.</p>")]
    assert search.text_of(page) == "Inscriptions En mairie."


def test_folding_keeps_places():
    for text in ("École", "cœur", "ŒUVRE", "naïf", "Æ", "½", "ﬁ", "İ"):
        assert len(search.fold(text)) >= 1
        assert len(search.fold(text)) == len(text) or text == "İ"
