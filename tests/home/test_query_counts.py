"""Pages that list others ask the database as much for three as for twelve.

A new type of page is counted as soon as it exists; another way to list is one more line in LISTINGS.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from home.demo.blocks import paragraph
from home.models import StandardPage
from tests.home.every_type import BODY, NEEDS, PAGE_TYPES, add_below, add_one

FEW, MANY = 3, 12


@dataclass(frozen=True)
class Makers:
    """The fixtures that make pages."""

    add_page: Callable[..., Page]
    translate: Callable[..., Page]
    home: Page


@dataclass(frozen=True)
class Listing:
    """Where a list is read, and what makes one page more in it; each page's title begins with « Tilleul »."""

    address: str
    add: Callable[[Makers, int], Page]


def _section(makers: Makers) -> Page:
    found = StandardPage.objects.filter(slug="rubrique").first()
    return found or makers.add_page("Rubrique", slug="rubrique", show_in_menus=True)


def _child(makers: Makers, number: int, parent: Page | None = None) -> Page:
    return makers.add_page(
        f"Tilleul {number}",
        slug=f"tilleul-{number}",
        parent=parent,
        show_in_menus=True,
        introduction="Un arbre de la place.",
        body=[paragraph("<p>Sous les tilleuls de la place.</p>")],
    )


def _indexed(makers: Makers, number: int) -> Page:
    page = _child(makers, number)
    insert_or_update_object(page)
    return page


def _translated(makers: Makers, number: int) -> Page:
    return makers.translate(_child(makers, number), f"Tilleul tree {number}", slug=f"tree-{number}")


def _in_the_foot(makers: Makers, number: int) -> Page:
    page = makers.add_page(f"Tilleul {number}", slug=f"tilleul-{number}", show_in_footer=True)
    return makers.translate(page, f"Tilleul tree {number}", slug=f"tree-{number}") if number % 2 else page


LISTINGS = {
    "home page": Listing("/", _child),
    "ordinary page": Listing("/rubrique/", lambda makers, number: _child(makers, number, _section(makers))),
    "map of the site": Listing("/plan-du-site/", _child),
    "search": Listing("/recherche/?q=tilleuls", _indexed),
    "sitemap of search engines": Listing("/sitemap.xml", _translated),
    "translated home page": Listing("/en/", _translated),
    "foot of a translated page": Listing("/en/", _in_the_foot),
}


@pytest.mark.parametrize("listing", LISTINGS.values(), ids=LISTINGS.keys())
def test_queries_do_not_grow_with_what_is_listed(client, home, add_page, translate, listing):
    makers = Makers(add_page, translate, home)

    def read() -> tuple[int, int]:
        """How many queries the page needs, and how many of the pages it shows."""
        cache.clear()
        client.get(listing.address)
        with CaptureQueriesContext(connection) as asked:
            response = client.get(listing.address)
        assert response.status_code == 200
        text = response.content.decode()
        return len(asked), text.count("tilleul-") + text.count("tree-")

    for number in range(FEW):
        listing.add(makers, number)
    few, shown_of_few = read()
    for number in range(FEW, MANY):
        listing.add(makers, number)
    many, shown_of_many = read()
    assert 0 < shown_of_few < shown_of_many
    assert many == few


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.__name__)
def test_queries_of_each_type_do_not_grow_with_what_is_below_and_beside(client, home, add_page, kind):
    page = add_one(kind, home, add_page)

    def queries() -> int:
        cache.clear()
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page.url).status_code == 200
        return len(asked)

    def grow(number: int) -> None:
        add_below(page, add_page, number=number)
        for count in range(number if kind.can_create_at(page.get_parent()) else 0):
            title = f"À côté {Page.objects.count()} {count}"
            add_page(title, parent=page.get_parent().specific, kind=kind, body=BODY, **NEEDS.get(kind, {}))

    grow(FEW)
    few = queries()
    grow(MANY - FEW)
    assert queries() == few
