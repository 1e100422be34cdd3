"""The public statement, read as the State's control reads it, in each state that a site may be in."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Site

from audits.models import AccessibilityStatement
from audits.statement.declaring import years_later
from home.models import AccessibilityPage
from tests.home.state_control import HEADINGS, faults, rate_of
from tests.home.statements import COMPLETE, TODAY, declare, machine_found, people_found

CASES = {
    "nobody audited": ({}, False, "non conforme", ""),
    "the machine alone": ({}, True, "non conforme", ""),
    "people found half": (people_found(50), False, "partiellement conforme", "50,00"),
    "not quite half": (people_found(51, 5), False, "non conforme", "49,50"),
    "nothing fails": (people_found(0), False, "totalement conforme", "100,00"),
    "the machine lowers": (people_found(0), True, "partiellement conforme", "98,00"),
    "too old": (people_found(0, on=years_later(TODAY, -3)), False, "non conforme", ""),
}


@pytest.fixture
def site(home) -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def page(add_page):
    for slug in ("schema", "plan", "bilan"):
        add_page(slug.capitalize(), slug=slug)
    return add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")


@pytest.fixture
def read(client, page):
    """The HTML of the page, and how a control finds whether an address answers."""

    def reaches(address: str) -> bool:
        return client.get(address).status_code == 200

    def get() -> str:
        return client.get(page.url).content.decode()

    get.faults = lambda html, rate=False: faults(html, year=TODAY.year, rate=rate, reaches=reaches)
    return get


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").main.get_text(" ").split())


@pytest.mark.parametrize(("people", "machine", "state", "rate"), CASES.values(), ids=CASES)
def test_a_complete_statement_passes_the_control_in_each_state(site, read, people, machine, state, rate):
    declare(site, **COMPLETE, **people)
    if machine:
        machine_found(site)
    html = read()
    assert read.faults(html, rate=bool(rate)) == []
    assert rate_of(html) == rate
    assert f"Accessibilité : {state}" in text_of(html)


def test_a_new_site_invents_nothing(site, read):
    html = read()
    assert read.faults(html) == ["no date", "no schema", "no plan", "no balance"]
    text = text_of(html)
    assert "aucun résultat d’audit en cours de validité" in text
    assert "Aucune page n’a encore été vérifiée" in text and "n’est pas encore renseignée" in text
    assert "%" not in text and str(TODAY.year) not in text


def test_the_machine_says_what_it_found_and_what_it_cannot_say(site, read):
    machine_found(site)
    text = text_of(read())
    assert "a porté sur 2 pages" in text and "2 critères non respectés" in text
    assert "critère 6.2 :" in text and "ne remplace pas un audit" in text


def test_empty_parts_say_so_and_derogations_give_their_reasons(site, read):
    declare(site, **people_found(0))
    html = read()
    assert text_of(html).count("Néant.") == 3
    declare(site, **COMPLETE, **people_found(2))
    text = text_of(read())
    assert "Néant" not in text
    for said in ("Le cadastre de 1830", "coûterait", "par téléphone", "23 septembre 2020", "pas de description"):
        assert said in text
    assert "critère 1.1 :" in text and "critère 1.2 :" in text and "critère 1.3 :" not in text


def test_what_an_officer_writes_is_shown_not_run(site, read):
    nasty = "<script>alert(1)</script><h2>État de conformité</h2>"
    texts = dict.fromkeys(("organisation", "scope", "technologies", "environment", "tools", "exempt"), nasty)
    declare(site, **{**COMPLETE, **people_found(1), **texts, "failures": nasty, "audited_by": nasty})
    html = read()
    assert (
        "<script>alert" not in html and "&lt;script&gt;alert" in html and html.count("<h2>État de conformité</h2>") == 1
    )
    assert read.faults(html, rate=True) == []


def test_every_page_says_the_same_state(client, site, read, add_page):
    other = add_page("Marchés")
    for people, state in (
        (people_found(1), "partiellement"),
        (people_found(80), "non"),
        (people_found(0), "totalement"),
    ):
        declare(site, **people)
        foot = BeautifulSoup(client.get(other.url).content, "html5lib").footer.get_text(" ")
        assert f"Accessibilité : {state} conforme" in " ".join(foot.split())


def _without(pattern: str):
    return lambda html: re.sub(pattern, "", html, count=1, flags=re.DOTALL)


def _swapped(html: str) -> str:
    """Two parts in the wrong order."""
    one, other = "<h2>Contenus non accessibles</h2>", "<h2>Voies de recours</h2>"
    return html.replace(one, "@").replace(other, one).replace("@", other)


MUTATIONS = {
    **{f"no {title}": _without(rf"<h\d>{title.replace(chr(39), '’')}</h\d>") for _, title in HEADINGS},
    "another level": lambda html: html.replace("<h3>Non-conformités</h3>", "<h4>Non-conformités</h4>"),
    "singular": lambda html: html.replace("<h3>Non-conformités</h3>", "<h3>Non-conformité</h3>"),
    "another order": _swapped,
    "no title": _without(r"<h1>.*?</h1>"),
    "no article": _without(r"l’article 47"),
    "no date": _without(r"a été établie le"),
    "no rate": _without(r"révèle que"),
    "no schema": _without(r"<li><a href=\"/schema/\".*?</li>"),
    "no plan": _without(r"<li><a href=\"/plan/\".*?</li>"),
    "no balance": _without(r"<li><a href=\"/bilan/\".*?</li>"),
    "dead schema": lambda html: html.replace('href="/schema/"', 'href="/nulle-part/"'),
    "old plan": lambda html: html.replace(f"numérique {TODAY.year}", f"numérique {TODAY.year - 2}"),
    "another mention": lambda html: html.replace("partiellement conforme", "totalement conforme", 1),
    "no form": _without(r"formulaire\.defenseurdesdroits\.fr"),
    "no delegates": _without(r"carte-des-delegues"),
    "no postal address": _without(r"Libre réponse"),
    "nothing in a part": _without(r"(?<=<h3>Environnement de test</h3>)\s*<ul>.*?</ul>"),
    "nobody to write to": _without(r"mailto:a11y"),
}


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
def test_the_control_sees_each_part_that_is_taken_away(site, read, mutate):
    declare(site, **COMPLETE, **people_found(4))
    html = read()
    assert read.faults(html, rate=True) == []
    changed = mutate(html)
    assert changed != html
    assert read.faults(changed, rate=True) != []


def test_a_link_after_the_state_does_not_count(site, read):
    declare(site, **COMPLETE, **people_found(4))
    html = read()
    items = re.search(r"<ul>\s*<li><a href=\"/schema/\".*?</ul>", html, re.DOTALL)[0]
    later = html.replace(items, "").replace("<h2>Voies de recours</h2>", f"{items}<h2>Voies de recours</h2>")
    assert read.faults(later, rate=True) == ["no schema", "no plan", "no balance"]


def test_the_officer_fills_in_the_statement_and_is_told_what_is_missing(admin_client, site):
    address = reverse("wagtailsettings:edit", args=["audits", "accessibilitystatement", site.pk])
    html = BeautifulSoup(admin_client.get(address).content, "html5lib")
    assert (
        "Faites faire un audit par des personnes" in html.text
        and "Accessibilité : non conforme" in html.text.replace("\xa0", " ")
    )
    values = {
        field["name"]: field.get("value", "") if field.name == "input" else field.text.strip()
        for field in html.select("input[name], textarea[name]")
        if field.get("type") != "checkbox"
    }
    values["derogations-count"] = "0"
    assert "schema_link" in values
    refused = admin_client.post(address, {**values, "schema_link": "schema.pdf", "organisation": "La ville d’Essai"})
    told = BeautifulSoup(refused.content, "html5lib")
    assert "Écrivez une adresse qui commence par" in told.text
    assert told.find(attrs={"name": "organisation"})["value"] == "La ville d’Essai"
    assert admin_client.post(address, {**values, "established_on": str(TODAY - timedelta(days=2))}).status_code == 302
    assert AccessibilityStatement.objects.get(site=site).established_on == TODAY - timedelta(days=2)
