"""What every page of the portal has: structure, landmarks, menus, legal mentions."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from home.demo.blocks import heading, paragraph
from home.models import (
    AccessibilityPage,
    ContactPage,
    HomePage,
    PortalDocument,
    PortalImage,
    PortalRendition,
    StandardPage,
)


@pytest.fixture
def page(add_page):
    section = add_page("Vie locale", show_in_menus=True)
    return add_page(
        "Marchés",
        parent=section,
        introduction="Deux marchés par semaine.",
        body=[heading("Le samedi"), paragraph("<p>Place des Tilleuls.</p>")],
    )


def soup(client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html5lib")


def test_title_names_the_page_then_the_site(client, page):
    assert soup(client, page.url).title.text == "Marchés – Ville d’essai"
    assert soup(client, "/").title.text == "Accueil – Ville d’essai"


def test_landmarks_and_skip_links(client, page):
    html = soup(client, page.url)
    assert html.html["lang"] == "fr"
    for role in ("banner", "main", "contentinfo", "search"):
        assert len(html.select(f"[role={role}]")) == 1, role
    names = [nav["aria-label"] for nav in html.find_all("nav")]
    assert names == ["Accès rapide", "Menu principal", "Fil d’Ariane"]
    for link in html.select(".skip-links a"):
        assert html.select_one(link["href"]), link["href"]


def test_page_needs_no_script_and_nobody_else(client, page):
    html = soup(client, page.url)
    assert {script["type"] for script in html.find_all("script")} == {"application/ld+json"}, "data, that runs nothing"
    assert not html.find_all(["style", "iframe"])
    assert not html.select("[style], [onclick]")
    loaded = [tag.get("href") or tag.get("src") for tag in html.select("link:not([rel=canonical]), img[src]")]
    assert loaded
    assert all(address.startswith("/") for address in loaded)


def test_page_shows_introduction_and_blocks(client, page):
    main = soup(client, page.url).main
    assert main.h1.text == "Marchés"
    assert main.select_one(".introduction").text == "Deux marchés par semaine."
    assert [main.h2.text, main.h2.find_next("p").text] == ["Le samedi", "Place des Tilleuls."]


def test_menu_tells_where_one_is(client, page):
    menu = soup(client, page.url).select_one("#menu")
    assert [(a.text, a.get("aria-current")) for a in menu.find_all("a")] == [("Vie locale", "true")]
    menu = soup(client, page.get_parent().url).select_one("#menu")
    assert menu.a["aria-current"] == "page"


def test_breadcrumb_leads_home(client, page):
    path = soup(client, page.url).select_one(".breadcrumb")
    assert [item.text.strip() for item in path.find_all("li")] == ["Accueil", "Vie locale", "Marchés"]
    assert soup(client, "/").select_one(".breadcrumb") is None


def test_sections_and_subpages_are_listed(client, page):
    assert [a.text for a in soup(client, "/").select(".card a")] == ["Vie locale"]
    assert [a.text for a in soup(client, page.get_parent().url).select(".card a")] == ["Marchés"]


def test_footer_states_accessibility_and_links_to_its_page(client, page, add_page):
    foot = soup(client, page.url).footer
    assert "Accessibilité : non conforme" in foot.text.replace("\xa0", " ")
    assert not foot.select("a[href='/accessibilite/']")
    assert foot.select_one("a[href='/signaler-un-probleme-d-accessibilite/']")
    add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")
    link = soup(client, page.url).footer.select_one("a[href='/accessibilite/']")
    assert link.text.replace("\xa0", " ") == "Accessibilité : non conforme"


def test_footer_lists_the_pages_meant_for_it(client, page, add_page):
    add_page("Mentions légales", show_in_footer=True)
    assert soup(client, page.url).footer.select_one("a[href='/mentions-legales/']")


def test_accessibility_page_is_honest_before_any_audit(client, add_page):
    page = add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")
    text = " ".join(soup(client, page.url).main.text.split())
    assert "non conforme" in text
    assert "aucun résultat d’audit en cours de validité" in text
    assert "a11y@essai.example" in text
    assert "Défenseur des droits" in text


def test_accessibility_page_is_unique(home, add_page):
    add_page("Accessibilité", kind=AccessibilityPage)
    assert not AccessibilityPage.can_create_at(home)


def test_page_types_stay_in_their_place(home):
    assert not HomePage.can_create_at(home)
    assert StandardPage.can_create_at(home)
    assert HomePage.can_create_at(Page.objects.get(depth=1))


def test_missing_page_is_told_in_french(client, home):
    html = soup(client, "/nulle-part/", status=404)
    assert html.h1.text == "Page introuvable"
    assert html.title.text == "Page introuvable – Ville d’essai"


def test_sitemap_and_robots(client, page):
    sitemap = client.get("/sitemap.xml").content.decode()
    assert page.url in sitemap
    robots = client.get("/robots.txt")
    assert robots["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in robots.content.decode()


def test_an_image_is_never_named_by_its_file(db):
    assert PortalImage(title="IMG_2034.JPG").default_alt_text == ""
    assert PortalImage(title="IMG_2034.JPG", description="Le pont").default_alt_text == "Le pont"


@pytest.mark.parametrize("model", [PortalImage, PortalRendition, PortalDocument, HomePage, StandardPage])
def test_models_speak_french(model):
    assert not model._meta.verbose_name.startswith(("portal", "home", "standard"))


def test_tokens_are_the_first_style_sheet(client, add_page):
    """They say the order of the layers: a sheet before them would turn it upside down."""
    page = add_page("Nous écrire", kind=ContactPage, slug="contact", recipient="mairie@essai.example")
    sheets = [link["href"] for link in soup(client, page.url).select("link[rel=stylesheet]")]
    assert sheets[0] == "/static/css/tokens.css"
    assert "/static/css/forms.css" in sheets
