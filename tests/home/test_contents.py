"""Titles that one can link to, the list « Dans cette page », and the pages to read too."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from audits.gate.rendering import as_if_live, rendered
from home.blocks import BodyBlock
from home.contents import anchored, contents
from home.demo.blocks import body, heading, paragraph
from home.models import AccessibilityPage, ContactPage, HomePage, PlaceIndexPage, ServiceCataloguePage, StandardPage
from tests.home.test_pages import soup

STREAM = BodyBlock()


def anchors(*texts: str) -> list[str]:
    return [anchor for _, anchor in anchored(STREAM.to_python([heading(text) for text in texts]))]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Préparer sa venue", "preparer-sa-venue"),
        ("Œuvres & chefs-d’œuvre\u202f!", "oeuvres-chefs-d-oeuvre"),
        ("2026", "2026"),
        ("« ? »", "partie"),
        ("مرحبا", "partie"),
        ("Contenu", "contenu-2"),
        ("Menu", "menu-2"),
        ("Pied de page", "pied-de-page-2"),
        ("Dans cette page", "dans-cette-page-2"),
    ],
)
def test_an_anchor_is_made_of_the_text(text, anchor):
    assert anchors(text) == [anchor]


def test_anchors_are_unique():
    assert anchors("Tarifs", "Tarifs", "Tarifs 2", "Tarifs", "?", "!") == [
        "tarifs",
        "tarifs-2",
        "tarifs-2-2",
        "tarifs-3",
        "partie",
        "partie-2",
    ]


def test_an_anchor_does_not_change_with_what_is_around():
    assert anchors("Tarifs") == anchors("Horaires", "Accès", "Tarifs")[2:]


def test_no_anchor_is_taken_by_the_frame(client, add_page):
    """Whatever the frame names itself is known to be taken."""
    page = add_page("Vie locale")
    contact = add_page("Nous écrire", kind=ContactPage, recipient="mairie@essai.example")
    add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")
    for path in ("/", page.url, contact.url, "/accessibilite/", "/recherche/?q=vie", "/plan-du-site/"):
        ids = {tag["id"] for tag in soup(client, path).select("[id]")}
        slugs = [name for name in ids if re.fullmatch(r"[a-z0-9-]+", name)]
        assert slugs
        assert [name for name in slugs if anchors(name) == [name]] == [], path


def test_titles_have_their_anchors_in_any_case(client, add_page):
    place = {"type": "place", "value": {"name": "La halle", "level": "4", "address": "Place Haute", "access": ""}}
    page = add_page("Marchés", body=[heading("Le samedi"), paragraph("<p>Ici.</p>"), heading("Venir", 3), place])
    html = soup(client, page.url)
    assert [(tag.name, tag["id"]) for tag in html.main.select("[id]")] == [
        ("h2", "le-samedi"),
        ("h3", "venir"),
        ("h4", "la-halle"),
    ]
    assert not html.select_one(".contents")


def test_contents_are_listed_when_asked(client, add_page):
    blocks = [heading("Le samedi"), heading("Venir", 3), heading("En bus", 4), heading("Le mardi"), heading("Venir", 3)]
    page = add_page("Marchés", body=blocks, show_contents=True)
    nav = soup(client, page.url).main.select_one("nav.contents")
    assert nav["aria-labelledby"] == nav.h2["id"]
    assert nav.h2.text == "Dans cette page"
    assert [(a.text, a["href"]) for a in nav.find_all("a")] == [
        ("Le samedi", "#le-samedi"),
        ("Venir", "#venir"),
        ("Le mardi", "#le-mardi"),
        ("Venir", "#venir-2"),
    ]
    assert [a.text for a in nav.select("ul ul a")] == ["Venir", "Venir"]
    for link in nav.find_all("a"):
        assert len(soup(client, page.url).select(link["href"])) == 1


def test_a_title_of_level_3_without_one_above_is_listed_all_the_same():
    parts = contents(STREAM.to_python([heading("Venir", 3), heading("Le samedi"), heading("Tarifs", 3)]))
    assert [(part.text, [inner.text for inner in part.parts]) for part in parts] == [
        ("Venir", []),
        ("Le samedi", ["Tarifs"]),
    ]


def test_no_list_without_titles(client, add_page):
    page = add_page("Marchés", body=[paragraph("<p>Ici.</p>")], show_contents=True)
    assert not soup(client, page.url).select_one(".contents")


def test_a_defect_of_a_link_of_the_list_belongs_to_its_title(add_page):
    page = add_page("Marchés", body=body("marches", heading("Le samedi")), show_contents=True)
    html = rendered(as_if_live(page))
    mark = f"<!--parvis body.{page.body[0].id}-->"
    assert html.count(mark) == 2
    assert re.search(rf'{mark}\s*<a href="#le-samedi">', html)


def related(*pages) -> list[dict]:
    return [{"type": "page", "value": page.pk} for page in pages]


def test_related_pages_are_shown_after_the_body(client, add_page):
    first, second = add_page("Marchés"), add_page("Halles")
    page = add_page("Vie locale", related_pages=related(second, first, second))
    html = soup(client, page.url)
    block = html.main.select_one(".related")
    assert block.h2.text == "À lire aussi"
    assert [(a.text, a["href"]) for a in block.find_all("a")] == [("Halles", "/halles/"), ("Marchés", "/marches/")]
    assert "À lire aussi" not in soup(client, first.url).text


def test_only_public_pages_are_said_to_be_read_too(client, add_page):
    seen, private, offline, gone = (add_page(title) for title in ("Marchés", "Privé", "Dépublié", "Supprimé"))
    page = add_page("Vie locale", related_pages=related(private, seen, offline, gone))
    StandardPage.objects.filter(pk=page.pk).update(
        related_pages=[*related(page), *related(private, seen, offline, gone)]
    )
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    Page.objects.filter(pk=offline.pk).update(live=False)
    Page.objects.get(pk=gone.pk).delete()
    assert [a.text for a in soup(client, page.url).select(".related a")] == ["Marchés"]
    Page.objects.filter(pk=seen.pk).update(live=False)
    assert not soup(client, page.url).select_one(".related")


def test_six_related_pages_at_most(add_page):
    block = StandardPage._meta.get_field("related_pages").stream_block
    pages = [add_page(f"Page {number}") for number in range(7)]
    block.clean(block.to_python(related(*pages[:6])))
    with pytest.raises(ValidationError):
        block.clean(block.to_python(related(*pages)))


def test_queries_do_not_grow_with_the_related_pages(client, add_page):
    pages = [add_page(f"Page {number}") for number in range(6)]
    one, many = add_page("Une", related_pages=related(pages[0])), add_page("Six", related_pages=related(*pages))

    def queries(page) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as seen:
            assert BeautifulSoup(client.get(page.url).content, "html5lib").select(".related a")
        return len(seen)

    assert queries(one) == queries(many)


def test_related_pages_carry_their_mark_before_the_gate(add_page):
    page = add_page("Vie locale", related_pages=related(add_page("Marchés")))
    assert "<!--parvis related_pages-->" in rendered(as_if_live(page))


@pytest.mark.parametrize(
    "kind", [HomePage, StandardPage, ContactPage, AccessibilityPage, ServiceCataloguePage, PlaceIndexPage]
)
def test_every_page_that_offers_them_shows_them(home, kind):
    offered = {panel.field_name for panel in kind.content_panels if hasattr(panel, "field_name")}
    assert {"show_contents", "related_pages"} <= offered
    chosen = {"body": [heading("Le samedi")], "show_contents": True, "related_pages": related(home)}
    if kind is ContactPage:
        chosen["recipient"] = "mairie@essai.example"
    page = kind(title="Essai", slug="essai", **chosen)
    home.add_child(instance=page)
    html = BeautifulSoup(rendered(as_if_live(page)), "html5lib").main
    assert html.select_one(".contents a[href='#le-samedi']")
    assert html.select_one(".related a")


def test_their_titles_are_french_in_a_page_that_is_not(client, add_page, translate):
    page = add_page("Marchés")
    added = {"body": [heading("On Saturdays")], "show_contents": True, "related_pages": related(page)}
    html = soup(client, translate(page, "Markets", **added).url).main
    assert [tag["lang"] for tag in html.select(".contents h2, .related h2, .related a")] == ["fr", "fr", "fr"]
    assert not html.select_one(".contents a").has_attr("lang")
