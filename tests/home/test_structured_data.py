"""What pages say of themselves to programs: valid, safe to write in a page, and no script."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, Site

from home.models import HomePage, NewsTheme, TownContact
from home.structured_data import json_ld
from tests.home.conftest import put_online
from tests.home.news import Newsroom, lead, picture
from tests.roots import restore_roots


def blocks_of(response) -> list[BeautifulSoup]:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib").find_all("script")


def things(client, path: str) -> dict[str, dict]:
    """What a page describes, by type."""
    [block] = blocks_of(client.get(path))
    assert block["type"] == "application/ld+json"
    data = json.loads(block.string)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


@pytest.fixture
def root(home) -> str:
    return Site.objects.get().root_url


def test_the_home_page_describes_the_authority(client, root):
    TownContact.objects.update(email="mairie@essai.example")
    found = things(client, "/")
    assert set(found) == {"GovernmentOrganization"}
    town = found["GovernmentOrganization"]
    assert (town["name"], town["url"]) == ("Ville d’essai", f"{root}/")
    assert (town["telephone"], town["email"]) == ("0199001234", "mairie@essai.example")
    assert town["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "FR",
        "postalCode": "99999",
        "addressLocality": "Essai",
        "streetAddress": "1 rue Haute",
    }


def test_what_is_not_known_is_not_said(client, root):
    TownContact.objects.update(phone="", address="Mairie\nLe Bourg")
    town = things(client, "/")["GovernmentOrganization"]
    assert "telephone" not in town and "email" not in town
    assert town["address"] == {"@type": "PostalAddress", "addressCountry": "FR", "streetAddress": "Mairie, Le Bourg"}
    TownContact.objects.all().delete()
    assert "address" not in things(client, "/")["GovernmentOrganization"]


def test_the_path_is_the_one_that_is_shown(client, root, add_page):
    life = add_page("Vie locale", slug="vie-locale")
    market = add_page("Marchés", parent=life, slug="marches")
    steps = things(client, market.url)["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Accueil", f"{root}/"),
        (2, "Vie locale", f"{root}/vie-locale/"),
        (3, "Marchés", f"{root}/vie-locale/marches/"),
    ]


def test_an_article_is_described_with_its_publisher(client, root, add_page):
    page = Newsroom(add_page).publish(
        "Le pont est rouvert",
        "2026-03-12",
        introduction="Après six mois.",
        theme=NewsTheme.objects.create(name="Travaux"),
        lead=lead(picture(), alternative="Le pont"),
    )
    Page.objects.filter(pk=page.pk).update(last_published_at="2026-03-13T08:00:00Z")
    article = things(client, page.url)["NewsArticle"]
    assert article["headline"] == "Le pont est rouvert" and article["description"] == "Après six mois."
    assert article["url"] == article["mainEntityOfPage"] == f"{root}{page.url}"
    assert (article["datePublished"], article["dateModified"]) == ("2026-03-12", "2026-03-13T09:00:00+01:00")
    assert article["articleSection"] == "Travaux"
    assert article["image"].startswith(f"{root}/media/")
    assert article["publisher"]["@id"] == things(client, "/")["GovernmentOrganization"]["@id"]


HOSTILE = "</script><script>alert(1)</script><!-- & \u2028"


def test_no_title_gets_out_of_the_block(client, add_page):
    page = add_page(HOSTILE, slug="piege")
    assert things(client, page.url)["BreadcrumbList"]["itemListElement"][-1]["name"] == HOSTILE


def test_what_is_written_is_json_again():
    written = json_ld([{"@context": "x", "name": HOSTILE}])
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028")
    assert json.loads(inside)["@graph"] == [{"name": HOSTILE}]
    assert json_ld([]) == ""


def test_what_is_no_page_describes_nothing(client, home):
    assert not blocks_of(client.get("/recherche/"))
    assert not blocks_of(client.get("/plan-du-site/"))


def test_the_policy_against_scripts_lets_data_be(transactional_db, live_server, browser):
    restore_roots()
    root = Page.objects.get(depth=1)
    home = put_online(root.add_child(instance=HomePage(title="Bienvenue", slug="accueil-essai", live=False)))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, site_name="Ville d’essai", is_default_site=True)
    browser.get_log("browser")
    browser.get(live_server.url)
    assert browser.execute_script("return document.scripts[0].type") == "application/ld+json"
    assert not [entry for entry in browser.get_log("browser") if "Content Security Policy" in entry["message"]]
    browser.execute_script("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    assert [entry for entry in browser.get_log("browser") if "Content Security Policy" in entry["message"]]
