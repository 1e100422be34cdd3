"""What is said of texts that are hard to read, and beside the editor; nothing is ever refused for it."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission

from home.demo import blocks as make
from home.readability.advice import acronyms_in, is_explained, readability, sentences_of, words_in
from home.readability.passages import Passage, passages, passages_of
from tests.home.bodies import faults_of_typography

LONG = "La ville " + "très " * 24 + "belle."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Venez. Nous ouvrons à 9 h.", ["Venez.", "Nous ouvrons à 9 h."]),
        ("Écrivez à M. Diallo. Il répond.", ["Écrivez à M. Diallo.", "Il répond."]),
        ("Voir l’art. 12 du code.", ["Voir l’art. 12 du code."]),
        ("Une école de J. Ferry, à 2.5 km.", ["Une école de J. Ferry, à 2.5 km."]),
        ("Qui ? Vous ! « Nous » aussi… Enfin.", ["Qui ?", "Vous !", "« Nous » aussi…", "Enfin."]),
        ("Il dit : « Venez. » Puis il part.", ["Il dit : « Venez.", "Puis il part."]),
        ("Une ligne\nUne autre", ["Une ligne", "Une autre"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text, expected):
    assert list(sentences_of(text)) == expected


def test_a_word_is_what_stands_between_spaces():
    assert words_in("L’école, c’est ici : 12 rue Haute !") == 6
    assert words_in("… – !") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le CCAS aide, l’ANTS aussi.", ["CCAS", "ANTS"]),
        ("Le C.C.A.S. aide.", ["CCAS"]),
        ("Louis XIV, au XIXe siècle, en PDF.", []),
        ("FERMÉ LE LUNDI", []),
        ("Le A380 et la D12, la CE1.", ["CE1"]),
        ("Paris-SG, iPhone, MacBook", []),
    ],
)
def test_acronyms_are_told_from_numbers_and_shouting(text, expected):
    assert list(acronyms_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Le centre communal d’action sociale (CCAS) aide.", True),
        ("Le CCAS (centre communal d’action sociale) aide.", True),
        ("Le CCAS (fermé le lundi) aide.", False),
        ("Le CCAS (12) aide.", False),
        ("Le CCAS aide.", False),
        ("On y va (CCAS).", False),
    ],
)
def test_an_acronym_is_explained_by_its_words_in_parentheses(text, explained):
    assert is_explained("CCAS", text) is explained


def test_a_long_sentence_and_the_first_use_of_an_acronym_are_advised_on():
    first, second = Passage(f"Court. {LONG}", "a", "A"), Passage("Le CCAS et le CCAS, puis la MSA.", "b", "B")
    found = readability([first, second])
    assert [(one.passage.path, one.quotation) for one in found.advice] == [("a", LONG), ("b", "CCAS"), ("b", "MSA")]
    assert "27 mots" in found.advice[0].reason
    assert (found.words, found.sentences, found.average) == (36, 3, 12)
    assert readability([]).average == 0
    for one in found.advice:
        assert faults_of_typography(one.reason) == faults_of_typography(one.remedy) == []


def test_twenty_five_words_are_not_too_many():
    assert readability([Passage("mot " * 24 + "mot.", "a", "A")]).advice == ()


def test_texts_are_read_once_and_without_what_is_hidden_or_in_another_language():
    html = """<ul><li>Un <b>deux</b><ul><li>Trois</li></ul></li></ul><p>A<br>B <span lang="en">not read</span></p>
    <p hidden>Caché</p><script>x</script><p><abbr title="Mutualité sociale agricole">MSA</abbr></p>"""
    found = list(passages_of(html, "body.1", "Bloc 1"))
    assert [one.text for one in found] == ["Un deux", "Trois", "A\nB", "MSA"]
    assert readability(found).advice == ()


def test_every_block_of_the_page_is_read(add_page):
    page = add_page(
        "Aides",
        introduction="Le CCAS vous aide.",
        body=[make.heading("Qui aide ?"), make.paragraph(f"<p>{LONG}</p>")],
    )
    found = list(passages(page))
    assert [one.where.partition(",")[0] for one in found] == ["Introduction", "Bloc 1", "Bloc 2"]
    assert found[2].path == f"body.{page.body[1].id}"
    assert [one.passage for one in readability(found).advice] == [found[0], found[2]]


def test_the_editor_is_advised_and_may_publish_all_the_same(add_page, admin_client):
    page = add_page("Aides", introduction="Le CCAS vous aide.")
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Lisibilité (conseils)" in editor
    assert "« CCAS »" in editor.replace("\u00a0", " ").replace("&nbsp;", " ")
    assert 'src="/static/home/readability.js"' in editor

    page.introduction = "Le centre communal d’action sociale (CCAS) vous aide."
    page.save_revision(clean=False)
    answer = admin_client.get(reverse("readability", args=[page.pk])).content.decode()
    assert "Aucune phrase trop longue" in answer
    assert "<html" not in answer


def test_a_page_without_text_says_so(add_page, admin_client):
    page = add_page("Vide")
    assert "pas encore de texte" in admin_client.get(reverse("readability", args=[page.pk])).content.decode()


def test_who_may_not_edit_reads_no_draft(add_page, client, django_user_model):
    page = add_page("Aides")
    GroupPagePermission.objects.all().delete()
    client.force_login(django_user_model.objects.create_user("visiteur"))
    assert client.get(reverse("readability", args=[page.pk])).status_code == 302
