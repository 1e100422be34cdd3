"""Translations: their addresses, what links them, and the language that every part of a page declares."""

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.search.index import insert_or_update_object

from home.demo.blocks import paragraph
from home.languages import attributes, own_name
from home.models import AccessibilityPage, ContactPage, StandardPage
from portal.settings.languages import content_languages
from tests.home.conftest import put_online

ENGLISH = "<p>Two markets take place every week on the square in front of the town hall.</p>"


def soup(client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status, path
    return BeautifulSoup(response.content, "html5lib")


def language_around(tag) -> str:
    return (tag if tag.has_attr("lang") else tag.find_parent(lang=True))["lang"]


@pytest.fixture
def markets(add_page):
    return add_page("Marchés", slug="marches", show_in_menus=True, body=[paragraph("<p>Place des Tilleuls.</p>")])


@pytest.fixture
def english(markets, translate):
    return translate(markets, "Markets", slug="markets", body=[paragraph(ENGLISH)])


def test_french_keeps_its_addresses_and_others_stand_under_their_code(client, markets, english):
    assert (markets.url, english.url) == ("/marches/", "/en/markets/")
    assert soup(client, "/en/").html["lang"] == "en"
    assert soup(client, "/en/markets/").h1.text == "Markets"
    assert soup(client, "/").html["lang"] == "fr"
    assert reverse("search") == "/recherche/"


def test_a_page_links_to_its_translations_and_back(client, markets, english):
    for page in (markets, english):
        html = soup(client, page.url)
        links = {a["hreflang"]: a for a in html.select(".language-switch a")}
        assert [(code, a["href"], a.text) for code, a in links.items()] == [
            ("fr", "/marches/", "Français"),
            ("en", "/en/markets/", "English"),
        ]
        assert {code: language_around(a) for code, a in links.items()} == {"fr": "fr", "en": "en"}
        assert [code for code, a in links.items() if a.get("aria-current")] == [page.locale.language_code]
        alternates = {link["hreflang"]: link["href"] for link in html.select("link[rel=alternate]")}
        root = Site.objects.get().root_url
        assert alternates == {
            "fr": f"{root}/marches/",
            "en": f"{root}/en/markets/",
            "x-default": f"{root}/marches/",
        }


def test_a_page_without_translation_says_nothing(client, markets):
    html = soup(client, markets.url)
    assert not html.select(".language-switch, link[rel=alternate], link[href*=languages]")


@pytest.mark.parametrize("hidden", ["draft", "private", "home"])
def test_only_translations_that_answer_are_linked(client, home, markets, english, hidden):
    if hidden == "private":
        PageViewRestriction.objects.create(page=english, restriction_type="login")
    else:
        gone = english if hidden == "draft" else english.get_parent()
        Page.objects.filter(pk=gone.pk).update(live=False)
    assert not soup(client, markets.url).select(".language-switch, link[rel=alternate]")


def test_a_language_without_home_page_leads_to_french(client, markets, english):
    Page.objects.filter(pk=english.get_parent().pk).update(live=False)
    response = client.get("/en/marches/")
    assert (response.status_code, response["Location"]) == (302, "/marches/")
    assert soup(client, "/en/nowhere/", status=404).html["lang"] == "fr"


def test_french_words_around_a_translation_are_declared(client, markets, english, add_page):
    html = soup(client, english.url)
    assert html.html["lang"] == "en" and not html.html.has_attr("dir")
    for tag in html.select(".skip-links, .site-header, .breadcrumb, .site-footer, .breadcrumb li:first-child a"):
        assert language_around(tag) == "fr", tag
    for tag in html.select("#menu a, .breadcrumb li:last-child, main h1, main p"):
        assert language_around(tag) == "en", tag
    assert not soup(client, markets.url).body.select("[lang]:not(.language-switch [lang])")


def test_menus_and_map_and_search_are_of_the_language(client, markets, english):
    insert_or_update_object(markets)
    insert_or_update_object(english)
    html = soup(client, english.url)
    assert [(a.text, a["href"], a["aria-current"]) for a in html.select("#menu a")] == [
        ("Markets", "/en/markets/", "page")
    ]
    assert html.select_one(".site-name a")["href"] == "/en/"
    assert html.select_one("form[role=search]")["action"] == "/en/recherche/"
    found = soup(client, "/en/recherche/?q=markets")
    assert [(a.text, language_around(a)) for a in found.select(".results a")] == [("Markets", "en")]
    assert found.html["lang"] == "fr"
    assert not soup(client, "/recherche/?q=markets").select(".results a[href*='/en/']")
    listed = soup(client, "/en/plan-du-site/").main
    assert [(a["href"], language_around(a)) for a in listed.select("li a")] == [("/en/markets/", "en")]
    assert [a["href"] for a in soup(client, "/plan-du-site/").main.select("li a")] == ["/marches/"]


def test_the_foot_shows_french_pages_that_are_not_translated(client, english, add_page, translate):
    add_page("Mentions légales", slug="mentions", show_in_footer=True)
    privacy = add_page("Données", slug="donnees", show_in_footer=True)
    translate(privacy, "Privacy", slug="privacy")
    add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")
    links = {a["href"]: language_around(a) for a in soup(client, english.url).footer.find_all("a")}
    assert links["/mentions/"] == "fr" and links["/en/privacy/"] == "en"
    assert "/donnees/" not in links
    assert links["/accessibilite/"] == "fr"


def test_french_forms_in_a_translated_page_are_declared(client, add_page, translate):
    page = add_page("Nous écrire", kind=ContactPage, slug="contact", recipient="mairie@essai.example")
    write = translate(page, "Write to us", slug="write")
    html = soup(client, write.url)
    assert language_around(html.main.find("label")) == "fr"
    refused = client.post(write.url, {})
    assert language_around(BeautifulSoup(refused.content, "html5lib").find(id="erreurs")) == "fr"


def test_an_alias_under_another_language_says_the_language_of_its_text(client, markets):
    english = Locale.objects.get(language_code="en")
    alias = StandardPage.objects.get(pk=markets.pk).copy_for_translation(english, copy_parents=True, alias=True)
    for page in (alias.get_parent().specific, alias):
        put_online(page)
    html = soup(client, alias.get_url())
    assert html.html["lang"] == "fr"
    assert not html.select(".language-switch")


def test_arabic_reads_from_right_to_left(client, markets, translate, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = content_languages("fr ar")
    arabic = translate(markets, "الأسواق", "ar", slug="markets")
    assert arabic.url == "/ar/markets/"
    html = soup(client, arabic.url)
    assert (html.html["lang"], html.html["dir"]) == ("ar", "rtl")
    assert html.footer["dir"] == html.header["dir"] == "ltr"
    assert html.select_one("#menu ul")["dir"] == "rtl"
    assert [a["lang"] for a in html.select(".language-switch a[lang]")] == ["ar"]


def test_sitemap_has_every_language_and_says_which_page_is_which(client, markets, english):
    sitemap = BeautifulSoup(client.get("/sitemap.xml").content, "xml")
    root = Site.objects.get().root_url
    entries = {
        url.loc.text: {link["hreflang"]: link["href"] for link in url.find_all("link")} for url in sitemap("url")
    }
    assert set(entries) == {f"{root}{path}" for path in ("/", "/en/", "/marches/", "/en/markets/")}
    same = {"fr": f"{root}/marches/", "en": f"{root}/en/markets/", "x-default": f"{root}/marches/"}
    assert entries[f"{root}/marches/"] == entries[f"{root}/en/markets/"] == same
    Page.objects.filter(pk=english.pk).update(live=False)
    alone = BeautifulSoup(client.get("/sitemap.xml").content, "xml").find("loc", string=f"{root}/marches/")
    assert not alone.parent.find_all("link")


def test_editors_translate_from_the_administration(admin_client, markets):
    english = Locale.objects.get(language_code="en")
    for page in (markets.get_parent(), markets):
        address = reverse("simple_translation:submit_page_translation", args=[page.pk])
        assert admin_client.post(address, {"locales": [english.pk]}).status_code == 302
    draft = markets.get_translation(english)
    assert not draft.live
    assert draft.get_parent().slug == "accueil-en"


def test_settings_choose_the_languages():
    assert content_languages("en ar") == [("fr", "Français"), ("en", "Anglais"), ("ar", "Arabe")]
    assert content_languages("") == [("fr", "Français")]
    with pytest.raises(ImproperlyConfigured, match="xx"):
        content_languages("fr xx")


def test_the_environment_is_what_settings_read(tmp_path):
    shown = subprocess.run(
        [sys.executable, "-c", "from portal.settings import dev; print(dev.WAGTAIL_CONTENT_LANGUAGES)"],
        env={"PATH": os.environ["PATH"], "PARVIS_VAR": str(tmp_path), "PARVIS_LANGUAGES": "uk"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown.strip() == "[('fr', 'Français'), ('uk', 'Ukrainien')]"


def test_names_and_attributes_of_languages():
    assert [own_name(code) for code in ("fr", "en", "es", "pt")] == ["Français", "English", "Español", "Português"]
    assert attributes("fr") == {}
    assert attributes("en") == {"lang": "en"}
    assert attributes("ar") == {"lang": "ar", "dir": "rtl"}
    assert attributes("fr", around="ar") == {"lang": "fr", "dir": "ltr"}
