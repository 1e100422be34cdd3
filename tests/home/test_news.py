"""News: their list with its filters, an article, the latest on the home page, the feed."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from home.models import HomePage, NewsIndexPage, NewsPage, NewsTheme, StandardPage
from home.news.listing import NEWS_PER_PAGE
from home.search import find
from tests.home.bodies import words_of
from tests.home.conftest import put_online
from tests.home.news import Newsroom, lead, picture


def soup(client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def titles(html: BeautifulSoup) -> list[str]:
    return [link.text for link in html.select(".news-card h3 a")]


@pytest.fixture
def newsroom(add_page):
    return Newsroom(add_page)


@pytest.fixture
def works(db):
    return NewsTheme.objects.create(name="Travaux")


@pytest.fixture
def culture(db):
    return NewsTheme.objects.create(name="Culture")


def test_the_list_has_what_visitors_may_read_the_latest_first(client, newsroom):
    newsroom.publish("Ancienne", "2025-12-24")
    newsroom.publish("Nouvelle", "2026-03-01")
    secret = newsroom.publish("Réservée", "2026-03-02")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    newsroom.index.add_child(instance=NewsPage(title="Brouillon", live=False))
    html = soup(client, newsroom.index.url)
    assert titles(html) == ["Nouvelle", "Ancienne"]
    assert html.main.h2.text == "Toutes les actualités"
    assert "2 actualités." in words_of(html.main)
    assert html.select_one(".news-card time")["datetime"] == "2026-03-01"
    assert html.select_one(".news-card time").text == "1er\u00a0mars\u00a02026"


def test_filters_say_what_is_shown(client, newsroom, works, culture):
    newsroom.publish("Pont", "2025-05-02", theme=works)
    newsroom.publish("Pont rouvert", "2026-01-15", theme=works)
    newsroom.publish("Concert", "2026-02-01", theme=culture)
    html = soup(client, f"{newsroom.index.url}?theme=travaux&annee=2026")
    heading = "Actualités de 2026 sur le thème « Travaux »"
    assert titles(html) == ["Pont rouvert"]
    assert html.main.h2.text.replace("\xa0", " ") == heading
    assert words_of(html.title).replace("\xa0", " ") == f"Actualités : {heading} – Ville d’essai"
    assert html.select_one("#theme option[selected]").text == "Travaux"
    assert html.select_one("#annee option[selected]")["value"] == "2026"
    assert html.find("a", string="Retirer les filtres")["href"] == newsroom.index.url
    assert titles(soup(client, f"{newsroom.index.url}?theme=travaux")) == ["Pont rouvert", "Pont"]
    assert titles(soup(client, f"{newsroom.index.url}?annee=2025")) == ["Pont"]


def test_filters_offer_only_what_leads_somewhere(client, newsroom, works, culture):
    newsroom.publish("Pont", "2025-05-02", theme=works)
    newsroom.index.add_child(instance=NewsPage(title="Brouillon", theme=culture, published_on="2019-01-01", live=False))
    html = soup(client, newsroom.index.url)
    assert [option.text for option in html.select("#theme option")] == ["Tous les thèmes", "Travaux"]
    assert [option.text for option in html.select("#annee option")] == ["Toutes les années", "2025"]
    for control in html.select(".news-filters select"):
        assert html.find("label", attrs={"for": control["id"]})


@pytest.mark.parametrize("asked", ["theme=inconnu", "annee=1900", "annee=x", "page=99", "page=x", "theme=&annee="])
def test_what_is_not_in_the_filters_is_passed_over(client, newsroom, asked):
    newsroom.publish("Pont")
    html = soup(client, f"{newsroom.index.url}?{asked}")
    assert titles(html) == ["Pont"] and html.main.h2.text == "Toutes les actualités"


def test_an_empty_list_says_so(client, newsroom, works, culture):
    html = soup(client, newsroom.index.url)
    assert "Aucune actualité n’est publiée pour le moment." in html.main.text
    assert not html.select(".news-filters")
    newsroom.publish("Pont", "2025-05-02", theme=works)
    newsroom.publish("Concert", "2026-02-01", theme=culture)
    html = soup(client, f"{newsroom.index.url}?theme=travaux&annee=2026")
    assert "Aucune actualité de cette année" in html.main.text
    assert html.find("a", string="Voir toutes les actualités")


def test_pages_keep_the_filters(client, newsroom, works):
    for number in range(NEWS_PER_PAGE + 1):
        newsroom.publish(f"Chantier {number}", theme=works)
    html = soup(client, f"{newsroom.index.url}?theme=travaux")
    assert len(titles(html)) == NEWS_PER_PAGE
    following = html.select_one(".pagination").find("a", string="Page suivante")["href"]
    assert following == "?theme=travaux&page=2"
    html = soup(client, newsroom.index.url + following)
    assert len(titles(html)) == 1
    assert "(page 2)" in html.title.text and "page 2 sur 2" in words_of(html.main)


def queries_of(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        client.get(path)
    return len(caught)


def test_the_list_asks_no_more_for_more_news(client, newsroom, works):
    def publish(*numbers):
        for number in numbers:
            newsroom.publish(f"Pont {number}", theme=works, lead=lead(picture(f"pont-{number}")))

    publish(1, 2)
    few_in_list, few_at_home = queries_of(client, newsroom.index.url), queries_of(client, "/")
    publish(*range(3, 9))
    assert len(soup(client, newsroom.index.url).select(".news-card img")) == 8
    assert queries_of(client, newsroom.index.url) <= few_in_list
    assert queries_of(client, "/") <= few_at_home


def test_pictures_in_lists_repeat_nothing(client, newsroom):
    newsroom.publish("Pont", lead=lead(picture(), alternative="Le pont neuf"))
    newsroom.publish("Concert")
    images = soup(client, newsroom.index.url).select(".news-card img")
    assert [image["alt"] for image in images] == [""]


def test_an_article_shows_its_date_its_picture_and_its_theme(client, newsroom, works):
    page = newsroom.publish(
        "Le pont est rouvert",
        "2026-03-12",
        theme=works,
        introduction="Après six mois de travaux.",
        lead=lead(picture(), alternative="Le pont neuf", caption="Le pont, le jour de sa réouverture."),
    )
    main = soup(client, page.url).main
    assert words_of(main.select_one(".news-facts")).replace("\xa0", " ") == "Publié le 12 mars 2026"
    assert main.select_one("figure img")["alt"] == "Le pont neuf"
    assert main.figcaption.text == "Le pont, le jour de sa réouverture."
    theme = main.find("a", href=f"{newsroom.index.url}?theme=travaux")
    assert theme.text.replace("\xa0", " ") == "Actualités sur le thème « Travaux »"
    assert main.find("a", string="Toutes les actualités")["href"] == newsroom.index.url


def test_a_shared_article_brings_its_picture(client, newsroom):
    page = newsroom.publish("Pont", "2026-03-12", lead=lead(picture(), alternative="Le pont neuf"))
    shared = {meta["property"]: meta["content"] for meta in soup(client, page.url).head.find_all("meta", property=True)}
    assert shared["og:type"] == "article" and shared["article:published_time"] == "2026-03-12"
    assert shared["og:image"].startswith(f"{Site.objects.get().root_url}/media/")
    assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
    assert shared["og:image:alt"] == "Le pont neuf"
    bare = soup(client, newsroom.publish("Concert").url).head
    assert not bare.find("meta", property="og:image")


def test_a_lost_picture_breaks_no_page(client, newsroom):
    image = picture()
    page = newsroom.publish("Pont", lead=lead(image, alternative="Le pont neuf"))
    image.file.storage.delete(image.file.name)
    assert soup(client, page.url).main.h1.text == "Pont"
    assert titles(soup(client, newsroom.index.url)) == ["Pont"]
    image.delete()
    assert soup(client, page.url).main.h1.text == "Pont"
    assert titles(soup(client, newsroom.index.url)) == ["Pont"]


def test_the_home_page_has_the_latest_three(client, newsroom):
    for day in range(1, 6):
        newsroom.publish(f"Jour {day}", f"2026-03-0{day}")
    latest = soup(client, "/").select_one(".latest-news")
    assert [link.text for link in latest.select("h3 a")] == ["Jour 5", "Jour 4", "Jour 3"]
    assert latest.find("span", string="Toutes les actualités").parent["href"] == newsroom.index.url


def test_a_home_page_without_news_says_nothing_of_them(client, home):
    html = soup(client, "/")
    assert not html.select(".latest-news") and not html.find("link", rel="alternate")


def test_news_are_found_by_theme_and_caption(newsroom, works):
    page = newsroom.publish("Pont", theme=works, lead=lead(picture(), alternative="x", caption="Inauguration"))
    site = Site.objects.get()
    for words in ("travaux", "inauguration"):
        assert [found.pk for found in find(site, words).pages] == [page.pk]


def test_news_stay_in_their_place(newsroom, home):
    assert not NewsIndexPage.can_create_at(home)
    assert NewsPage.can_create_at(newsroom.index) and not NewsPage.can_create_at(home)
    assert not StandardPage.can_create_at(newsroom.index)
    assert NewsPage().published_on == timezone.localdate()


def test_a_renamed_theme_keeps_its_address(works):
    works.name = "Chantiers"
    works.save()
    assert works.slug == "travaux"
    assert NewsTheme.objects.create(name="Travaux").slug == "travaux-2"
    assert NewsTheme.objects.create(name="★").slug == "theme"


def test_news_outlive_their_theme(client, newsroom, works):
    page = newsroom.publish("Pont", theme=works)
    works.delete()
    assert "thème" not in soup(client, page.url).main.text


def feed(client, **extra) -> ElementTree.Element:
    response = client.get("/actualites.rss", **extra)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")


def test_the_feed_gives_complete_addresses_in_french(client, newsroom, works):
    root = Site.objects.get().root_url
    newsroom.publish("Ancienne", "2025-01-01")
    page = newsroom.publish("Pont & quai", "2026-03-12", theme=works, introduction="Rouvert <enfin>.")
    channel = feed(client)
    assert channel.findtext("language") == "fr"
    assert channel.findtext("title") == "Actualités – Ville d’essai"
    assert channel.findtext("link") == f"{root}{newsroom.index.url}"
    assert [item.findtext("title") for item in channel.findall("item")] == ["Pont & quai", "Ancienne"]
    item = channel.find("item")
    assert item.findtext("link") == item.findtext("guid") == f"{root}{page.url}"
    assert item.findtext("description") == "Rouvert <enfin>."
    assert item.findtext("category") == "Travaux"
    assert item.findtext("pubDate") == "Thu, 12 Mar 2026 00:00:00 +0100"
    assert channel.find("{http://www.w3.org/2005/Atom}link").get("href").endswith("/actualites.rss")


def test_the_feed_survives_control_characters(client, newsroom):
    newsroom.publish("Pont\x0b neuf")
    assert feed(client).find("item").findtext("title") == "Pont neuf"


def test_the_feed_hides_what_visitors_may_not_read(client, newsroom):
    secret = newsroom.publish("Réservée")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert feed(client).find("item") is None
    PageViewRestriction.objects.create(page=newsroom.index, restriction_type="login")
    assert client.get("/actualites.rss").status_code == 404


def test_each_site_has_its_own_feed(client, newsroom):
    newsroom.publish("Pont")
    village = newsroom.index.get_root().add_child(instance=HomePage(title="Village", slug="village", live=False))
    Site.objects.create(hostname="village.example", root_page=village, site_name="Village")
    put_online(village)
    assert client.get("/actualites.rss", headers={"host": "village.example"}).status_code == 404
    assert feed(client).find("item") is not None


def test_pages_of_news_advertise_the_feed(client, newsroom):
    page = newsroom.publish("Pont")
    for path in ("/", newsroom.index.url, page.url):
        link = soup(client, path).head.find("link", rel="alternate")
        assert (link["href"], link["type"], link["title"]) == ("/actualites.rss", "application/rss+xml", "Actualités")
