"""Searching the portal: what is found, and why it is shown."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site
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
    assert not html.find("script", type=lambda kind: kind != "application/ld+json")


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


def test_passage_begins_near_the_word(add_found):
    page = add_found("Parc", "mot " * 200 + "tilleul " + "fin " * 200)
    passage = search.passage(page, "tilleuls")
    assert "<mark>tilleul</mark>" in passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")


def test_passage_says_only_what_the_page_says(add_found):
    page = add_found("Écoles")
    page.body = [heading("Inscriptions", 3), paragraph("<p>En mairie.</p>")]
    assert search.text_of(page) == "Inscriptions En mairie."


def test_passage_keeps_together_what_no_break_spaces_join(add_found):
    page = add_found("Stationner", "La carte mobilité inclusion «\u00a0stationnement\u00a0»\n est gratuite\u202f!")
    assert "«\u00a0stationnement\u00a0» est gratuite\u202f!" in search.text_of(page)


def test_a_misspelt_word_is_corrected_and_said(client, add_found):
    add_found("Culture", "La médiathèque prête des livres.")
    html = searched(client, "mediatéque")
    assert [a.text for a in html.select(".results a")] == ["Culture"]
    assert "médiathèque" in html.h2.text
    assert "Aucune page ne contient «\u00a0mediatéque\u00a0»" in html.main.text
    assert html.select_one("main input")["value"] == "mediatéque"


def test_pages_with_some_of_the_words_are_better_than_none(client, add_found):
    add_found("Piscine", "Le bassin nordique.")
    html = searched(client, "piscine trottinette")
    assert [a.text for a in html.select(".results a")] == ["Piscine"]
    assert "une partie" in html.main.text


TOWN = {
    "Carte nationale d’identité": "Demander ou renouveler sa carte d’identité, avec ou sans rendez-vous.",
    "Passeport": "Pour voyager hors d’Europe. Les pièces à fournir pour un enfant mineur.",
    "Acte de naissance": "Obtenir une copie intégrale ou un extrait.",
    "Se marier à la mairie": "Le dossier de mariage, les témoins, la publication des bans.",
    "Inscription à l’école": "Maternelles et élémentaires : inscrire son enfant en petite section.",
    "Cantine et garderie": "Les tarifs du restaurant scolaire, les menus de la semaine.",
    "Crèches": "Faire garder un bébé : les places, la commission d’attribution.",
    "Déchèterie": "Horaires d’ouverture, gravats, encombrants, végétaux.",
    "Collecte des ordures ménagères": "Les jours de passage des bacs gris et jaunes. Un bac cassé se remplace.",
    "Signaler un nid-de-poule": "Voirie abîmée, lampadaire en panne, dépôt sauvage.",
    "Location de salles": "Réserver une salle des fêtes pour un anniversaire.",
    "Médiathèque": "Emprunter des œuvres, des livres, des jeux ; les animations pour les plus petits.",
    "Piscine des Tilleuls": "Bassin de 25 mètres, aquagym, leçons de natation.",
    "Élections": "S’inscrire sur les listes électorales, voter par procuration.",
    "Permis de construire": "Déclaration préalable, urbanisme, cadastre.",
    "Concession au cimetière": "Obsèques : acheter ou renouveler une concession.",
    "Aide aux personnes âgées": "Portage de repas à domicile, téléassistance, logements adaptés.",
    "Transports": "Les lignes de bus, l’abonnement, le vélo en libre-service.",
}
ASKED = {
    "carte d'identite": "Carte nationale d’identité",
    "renouveler une carte d’identité": "Carte nationale d’identité",
    "passeports": "Passeport",
    "extrait de naissance": "Acte de naissance",
    "mariages": "Se marier à la mairie",
    "ecoles": "Inscription à l’école",
    "inscrire mon enfant à l’école": "Inscription à l’école",
    "menu cantine": "Cantine et garderie",
    "creche": "Crèches",
    "dechetterie": "Déchèterie",
    "encombrant": "Déchèterie",
    "poubelle cassée bacs": "Collecte des ordures ménagères",
    "lampadaires": "Signaler un nid-de-poule",
    "où louer une salle": "Location de salles",
    "oeuvre": "Médiathèque",
    "mediatheque": "Médiathèque",
    "horaires piscine": "Piscine des Tilleuls",
    "election": "Élections",
    "obsèque": "Concession au cimetière",
    "ELECTORALE": "Élections",
    "passport": "Passeport",
    "personne agée": "Aide aux personnes âgées",
    "velos": "Transports",
}


@pytest.mark.gate
@pytest.mark.django_db
def test_what_residents_ask_is_found_first(add_found):
    for title, text in TOWN.items():
        add_found(title, text)
    site = Site.objects.get(is_default_site=True)
    first = {query: next((page.title for page in search.find(site, query).pages), None) for query in ASKED}
    assert first == ASKED
