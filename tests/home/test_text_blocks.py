"""Quotations, call-outs, accordions, steps and key figures."""

import pytest

from tests.home.bodies import accepted, faults_of_typography, refused, rendered, words_of

QUOTATION = {"text": "<p>Le livre est un pain.</p>", "author": "Ana Costa", "source": "", "source_address": ""}


def test_quotation_is_marked_up_with_its_language_and_its_source():
    html = rendered(
        "quotation",
        {
            **QUOTATION,
            "language": "pt",
            "source": "Cartas",
            "source_address": "https://livres.example/cartas?a=1&b=2",
        },
    )
    quotation = html.find("blockquote")
    assert quotation["lang"] == "pt"
    assert quotation["cite"] == html.find("a")["href"] == "https://livres.example/cartas?a=1&b=2"
    assert quotation.find("p").text == "Le livre est un pain."
    assert words_of(html.find("figcaption")) == "Ana Costa, Cartas"
    assert html.find("cite").text == "Cartas"


def test_quotation_in_french_declares_no_language():
    quotation = rendered("quotation", {**QUOTATION, "language": ""}).find("blockquote")
    assert not quotation.has_attr("lang")
    assert not quotation.has_attr("cite")


def test_quotation_needs_an_author_or_a_source():
    assert set(refused("quotation", {**QUOTATION, "author": ""})) == {"author"}
    accepted("quotation", {**QUOTATION, "author": "", "source": "Lettres"})


def test_quotation_names_the_source_that_it_links():
    assert set(refused("quotation", {**QUOTATION, "source_address": "https://livres.example/"})) == {"source"}


@pytest.mark.parametrize(("kind", "word"), [("information", "Information"), ("attention", "Attention")])
def test_callout_says_its_kind_in_a_word(kind, word):
    html = rendered("callout", {"kind": kind, "text": "<p>Fermé lundi.</p>"})
    assert words_of(html.find("p")) == word
    assert html.find(class_=f"callout-{kind}")


def test_accordion_lets_several_panels_open_at_once():
    panels = [{"title": title, "text": "<p>Réponse</p>"} for title in ("Qui\u00a0?", "Quand\u00a0?")]
    html = rendered("accordion", {"panels": panels})
    assert [summary.text for summary in html.select("details > summary")] == ["Qui\u00a0?", "Quand\u00a0?"]
    assert not html.select("details[name], details[open]")


@pytest.mark.parametrize("level", ["2", "3", "4"])
def test_steps_are_an_ordered_list_with_headings(level):
    steps = [{"title": "Réunir les papiers", "text": "<p>Une pièce d’identité.</p>"}, {"title": "Venir", "text": ""}]
    html = rendered("steps", {"level": level, "steps": steps})
    titles = html.select(f"ol > li > h{level}")
    assert [title.text for title in titles] == ["Réunir les papiers", "Venir"]


def test_steps_are_at_least_two():
    steps = [{"title": "Venir", "text": ""}]
    accepted("steps", {"level": "2", "steps": steps * 2})
    assert refused("steps", {"level": "2", "steps": steps})


def test_key_figure_reads_as_a_sentence():
    figure = {"value": "12450.5", "unit": "km", "label": "de voies", "source": "Services techniques"}
    html = rendered("key_figures", {"figures": [figure]})
    assert words_of(html.find("li").find("p")) == "12\u00a0450,5\u00a0km de voies"
    assert words_of(html.find(class_="source")) == "Source\u00a0: Services techniques"


def test_key_figure_is_a_number_with_a_source():
    figure = {"value": "12", "unit": "", "label": "écoles", "source": ""}
    assert set(refused("key_figures", {"figures": [figure]})) == {"figures.0.source"}
    kept = accepted("key_figures", {"figures": [{**figure, "source": "Ville"}]})
    assert kept["figures"][0]["value"] == 12


@pytest.mark.parametrize(
    ("kind", "value"),
    [("quotation", {**QUOTATION, "author": ""}), ("quotation", {**QUOTATION, "source_address": "https://a.example/"})],
)
def test_messages_follow_french_typography(kind, value):
    assert [faults_of_typography(message) for message in refused(kind, value).values()] == [[]]
