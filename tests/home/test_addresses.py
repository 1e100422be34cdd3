"""What the portal answers beside its pages."""

from bs4 import BeautifulSoup
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction, Site

from home.models import TownContact


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def test_site_map_shows_every_public_page_under_its_parent(client, add_page):
    life = add_page("Vie locale")
    market = add_page("Marchés", parent=life)
    secret = add_page("Réservé", parent=life)
    add_page("Sous la réserve", parent=secret)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    main = soup(client.get("/plan-du-site/")).main
    assert main.find("a", string="Marchés").find_parent("ul").find_parent("li").a["href"] == life.url
    assert main.find("a", string="Marchés")["href"] == market.url
    assert "Réservé" not in main.text and "Sous la réserve" not in main.text
    assert soup(client.get("/")).find("footer").find("a", string="Plan du site")["href"] == "/plan-du-site/"


def test_site_map_asks_no_more_for_more_pages(client, add_page, django_assert_max_num_queries):
    for number in range(3):
        add_page(f"Page {number}")
    client.get("/plan-du-site/")
    with django_assert_max_num_queries(60) as few:
        client.get("/plan-du-site/")
    for number in range(3, 12):
        add_page(f"Page {number}")
    with django_assert_max_num_queries(len(few)):
        client.get("/plan-du-site/")


def test_security_txt_says_whom_to_write_to_and_until_when(client, home):
    assert client.get("/.well-known/security.txt").status_code == 404
    TownContact.objects.update(security_email="securite@essai.example")
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines() if line)
    assert lines["Contact"] == "mailto:securite@essai.example"
    assert lines["Canonical"].endswith("/.well-known/security.txt")
    assert parse_datetime(lines["Expires"]).tzinfo


def test_a_page_says_its_address_and_its_summary_to_who_shares_it(client, add_page):
    page = add_page("Marchés", introduction="Deux marchés par semaine.")
    head = soup(client.get(page.url)).head
    site = Site.objects.get(is_default_site=True)
    assert head.find("link", rel="canonical")["href"] == f"{site.root_url}{page.url}"
    shared = {meta["property"]: meta["content"] for meta in head.find_all("meta", property=True)}
    assert shared["og:title"] == "Marchés" and shared["og:description"] == "Deux marchés par semaine."
    assert shared["og:url"] == head.find("link", rel="canonical")["href"]
    assert not soup(client.get("/recherche/")).head.find("link", rel="canonical")
