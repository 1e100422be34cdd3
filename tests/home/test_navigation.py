"""The menu and the foot that editors choose: what is shown, to whom, and at what cost."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from home.blocks.navigation import FooterBlock, MenuBlock
from home.models import Navigation
from tests.home.test_pages import soup

UNSEEN = "\u200b"
"""A character that shows nothing, and that no form takes for a blank."""


def link(page=None, text="", address="") -> dict:
    return {"text": text, "page": page and page.pk, "address": address}


def entry(page=None, text="", address="", links=()) -> dict:
    inner = [{"type": "item", "id": str(place), "value": value} for place, value in enumerate(links)]
    return {"type": "entry", "value": {**link(page, text, address), "links": inner}}


def column(title: str, *links: dict) -> dict:
    return {"type": "column", "value": {"title": title, "links": list(links)}}


@pytest.fixture
def choose(home):
    """What an editor chooses for the default site."""

    def save(**streams) -> Navigation:
        navigation = Navigation(site=Site.objects.get(is_default_site=True), **streams)
        navigation.full_clean()
        navigation.save()
        return navigation

    return save


def menu_of(client, path="/") -> BeautifulSoup:
    return soup(client, path).select_one("#menu")


def links_of(html) -> list[tuple[str, str]]:
    return [(a.text.replace("\xa0", " "), a["href"]) for a in html.find_all("a")]


def test_chosen_menu_takes_the_place_of_the_usual_one(client, add_page, choose):
    add_page("Vie locale", show_in_menus=True)
    page = add_page("Marchés")
    assert links_of(menu_of(client)) == [("Vie locale", "/vie-locale/")]
    choose(menu=[entry(page), entry(text="Chercher", address="/recherche/"), entry(page, text="Le samedi")])
    assert links_of(menu_of(client)) == [
        ("Marchés", "/marches/"),
        ("Chercher", "/recherche/"),
        ("Le samedi", "/marches/"),
    ]


def test_settings_with_nothing_chosen_change_nothing(client, add_page, choose):
    add_page("Vie locale", show_in_menus=True)
    add_page("Mentions légales", show_in_footer=True)
    choose()
    assert links_of(menu_of(client)) == [("Vie locale", "/vie-locale/")]
    assert soup(client, "/").footer.select_one("a[href='/mentions-legales/']")


def test_second_level_is_a_native_disclosure(client, add_page, choose):
    section = add_page("Vie locale")
    page = add_page("Marchés", parent=section)
    choose(
        menu=[entry(section, text="Vivre ici", links=[link(page), link(text="Bus", address="https://bus.example/")])]
    )
    menu = menu_of(client)
    assert menu.summary.text == "Vivre ici"
    assert links_of(menu.details) == [
        ("Toute la rubrique : Vie locale", "/vie-locale/"),
        ("Marchés", "/vie-locale/marches/"),
        ("Bus", "https://bus.example/"),
    ]
    assert not menu.details.has_attr("open")


def test_the_menu_says_where_one_is(client, add_page, choose):
    section = add_page("Vie locale")
    page = add_page("Marchés", parent=section)
    below = add_page("Tarifs", parent=page)
    home = section.get_parent()
    choose(
        menu=[
            entry(home, text="Accueil"),
            entry(section),
            entry(text="Sortir", links=[link(page)]),
            entry(text="Chercher", address="/recherche/"),
        ]
    )

    def currents(path):
        named = menu_of(client, path).find_all(["a", "summary"])
        return {tag.text: tag["aria-current"] for tag in named if tag.has_attr("aria-current")}

    assert currents("/") == {"Accueil": "page"}
    assert currents(section.url) == {"Vie locale": "page"}
    assert currents(page.url) == {"Vie locale": "true", "Sortir": "true", "Marchés": "page"}
    assert currents(below.url) == {"Vie locale": "true", "Sortir": "true", "Marchés": "true"}
    assert currents("/recherche/") == {"Chercher": "page"}


def _private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def _offline(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def _gone(page):
    Page.objects.get(pk=page.pk).delete()


@pytest.mark.parametrize("hide", [_private, _offline, _gone])
def test_what_visitors_may_not_see_is_nowhere(client, add_page, choose, hide):
    section, page, seen = add_page("Vie locale"), add_page("Secret"), add_page("Marchés")
    choose(
        menu=[
            entry(page),
            entry(page, text="Secret bien gardé"),
            entry(page, links=[link(seen)]),
            entry(page, text="Sortir", links=[link(page), link(seen)]),
            entry(section, text="Vivre", links=[link(page)]),
        ],
        footer=[column("Voir", link(page)), column("Lire", link(page), link(seen))],
        legal_links=[{"type": "link", "value": link(page, text="Secret légal")}],
    )
    hide(page)
    html = soup(client, "/")
    assert "Secret" not in html.text
    menu = html.select_one("#menu")
    assert links_of(menu) == [("Marchés", "/marches/"), ("Vivre", "/vie-locale/")]
    assert menu.summary.text == "Sortir"
    assert [h2.text for h2 in html.footer.find_all("h2")][-2:] == ["Lire", "À propos du site"]


def test_foot_has_the_columns_and_legal_links_chosen(client, add_page, choose):
    add_page("Pied habituel", show_in_footer=True)
    page = add_page("Marchés")
    choose(
        footer=[column("Sortir", link(page), link(text="Agenda", address="https://agenda.example/"))],
        legal_links=[{"type": "link", "value": link(page, text="Mentions légales")}],
    )
    foot = soup(client, "/").footer
    titles = [h2.text for h2 in foot.find_all("h2")]
    assert titles == ["Ville d’essai", "Sortir", "À propos du site"]
    assert links_of(foot)[-6:-1] == [
        ("Marchés", "/marches/"),
        ("Agenda", "https://agenda.example/"),
        ("Signaler un problème d’accessibilité", "/signaler-un-probleme-d-accessibilite/"),
        ("Plan du site", "/plan-du-site/"),
        ("Mentions légales", "/marches/"),
    ]
    assert links_of(foot)[-1][1] == "#haut"
    assert "non conforme" in foot.text


def test_each_site_has_its_own(client, add_page, choose):
    page = add_page("Marchés")
    other = Site.objects.create(hostname="autre.example", site_name="Autre", root_page=page)
    choose(menu=[entry(text="Chercher", address="/recherche/")])
    Navigation.objects.create(site=other, menu=[entry(text="Plan", address="/plan-du-site/")])
    assert links_of(menu_of(client)) == [("Chercher", "/recherche/")]
    answer = client.get("/", headers={"host": "autre.example"})
    assert links_of(BeautifulSoup(answer.content, "html5lib").select_one("#menu")) == [("Plan", "/plan-du-site/")]


def test_queries_do_not_grow_with_the_links(client, add_page, choose):
    pages = [add_page(f"Page {number}") for number in range(6)]
    navigation = choose(
        menu=[entry(pages[0], links=[link(pages[1])])],
        footer=[column("Voir", link(pages[0]))],
        legal_links=[{"type": "link", "value": link(pages[0])}],
    )

    def queries() -> int:
        client.get("/recherche/")
        with CaptureQueriesContext(connection) as seen:
            client.get("/recherche/")
        return len(seen)

    few = queries()
    navigation.menu = [entry(page, links=[link(inner) for inner in pages]) for page in pages]
    navigation.footer = [column("Voir", *(link(page) for page in pages)) for _ in range(3)]
    navigation.legal_links = [{"type": "link", "value": link(page)} for page in pages]
    navigation.save()
    assert queries() == few
    Navigation.objects.all().delete()
    assert few <= queries() + 1


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (entry(), {"page"}),
        (entry(text="Rien"), {"page"}),
        (entry(text="Mal", address="javascript:alert(1)"), {"address"}),
        (entry(text="Mal", address="//ailleurs.example/"), {"address"}),
        (entry(text="Mal", address="recherche"), {"address"}),
        (entry(address="/recherche/"), {"text"}),
        (entry(links=[link(text="Chercher", address="/recherche/")]), {"text"}),
        (entry(text="Mal", links=[link(text="Rien")]), {"links"}),
    ],
)
def test_incomplete_entries_are_refused_on_their_field(home, value, fields):
    block = MenuBlock()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python([value]))
    assert set(caught.value.block_errors[0].block_errors) == fields


def test_an_entry_leads_to_one_place(home):
    block = MenuBlock()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python([entry(home, address="/recherche/")]))
    assert set(caught.value.block_errors[0].block_errors) == {"page", "address"}


def test_a_column_has_a_title(home):
    block = FooterBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python([column("", link(home))]))


@pytest.mark.parametrize(
    ("stream", "value", "test"),
    [
        ("menu", [entry(text=UNSEEN, address="/recherche/")], "6.2.1"),
        ("menu", [entry(text="Voir", links=[link(text=UNSEEN, address="/recherche/")])], "6.2.1"),
        ("footer", [column(UNSEEN, link(text="Chercher", address="/recherche/"))], "9.1.2"),
        ("legal_links", [{"type": "link", "value": link(text=UNSEEN, address="/recherche/")}], "6.2.1"),
    ],
)
def test_a_text_certain_to_break_the_rgaa_is_refused(choose, stream, value, test):
    with pytest.raises(ValidationError) as caught:
        choose(**{stream: value})
    assert set(caught.value.message_dict) == {stream}
    assert f"(RGAA, test {test})" in caught.value.message_dict[stream][0]
