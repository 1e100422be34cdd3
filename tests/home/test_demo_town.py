"""The town as its visitors meet it: its pages made as drafts, put online, and read one by one."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils.module_loading import import_string
from wagtail.blocks import StreamValue

from home.blocks import BodyBlock
from home.demo import town
from home.demo.news import NEWS, THEMES
from home.demo.pages import PAGES
from home.models import StandardPage
from tests.home.bodies import faults_of_typography
from tests.home.conftest import put_online

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demonstration")]

FEWEST_PAGES = 40
FEWEST_STANDARD_PAGES = 26
FEWEST_WORDS = 60
NOWHERE = "merlonges.example"
"""Where the town's addresses are: a domain that nobody can have."""


@dataclass(frozen=True)
class Visit:
    """What a visitor of the whole town gets."""

    html: dict[str, BeautifulSoup]
    bodies: dict[str, StreamValue]
    news: dict[str, StreamValue]
    dead: list[str]


@pytest.fixture(scope="module")
def visit(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Visit]:
    """The town, online without the gate, which has its own tests; visited once for all the tests of this module."""
    media = tmp_path_factory.mktemp("media")
    settings = override_settings(MEDIA_ROOT=media, WAGTAILADMIN_BASE_URL="http://testserver")
    with django_db_blocker.unblock(), settings, transaction.atomic():
        pages = {page.slug: put_online(page) for page in town.load_drafts()}
        for loader in django_settings.PARVIS_DEMO_LOADERS:
            import_string(loader)()
        client = Client()
        answers = {slug: client.get(page.url) for slug, page in pages.items()}
        html = {slug: BeautifulSoup(answer.content, "html5lib") for slug, answer in answers.items()}
        yield Visit(
            html=html,
            bodies={slug: page.body for slug, page in pages.items()},
            news={news.slug: BodyBlock().to_python(news.body()) for news in NEWS},
            dead=dead_links(client, html),
        )
        transaction.set_rollback(True)


def dead_links(client: Client, pages: dict[str, BeautifulSoup]) -> list[str]:
    """The links inside the site that lead nowhere, and where they stand."""
    found: dict[str, str] = {}
    for slug, page in pages.items():
        for link in page.select("a[href], source[src], video[src], audio[src], track[src]"):
            address = urlsplit(link.get("href") or link.get("src"))
            if not address.scheme and address.path:
                found.setdefault(address.path, slug)
    return [f"{slug}: {path}" for path, slug in found.items() if client.get(path, follow=True).status_code != 200]


def readings(visit: Visit) -> Iterator[tuple[str, str]]:
    """What each page says to its readers, alternatives and captions included."""
    for slug, page in visit.html.items():
        main = copy.copy(page.find("main"))
        for passage in main.select("[lang]"):
            passage.decompose()
        alternatives = [image["alt"] for image in main.find_all("img")]
        yield slug, "\n".join([main.get_text(), page.title.text, *alternatives])
    for slug, stream in visit.news.items():
        yield slug, BeautifulSoup(stream.render_as_block(), "html5lib").get_text()


def test_the_town_is_large_and_no_slug_serves_twice():
    assert len(PAGES) >= FEWEST_PAGES
    assert len([page for page in PAGES if page.kind is StandardPage]) >= FEWEST_STANDARD_PAGES
    assert len({page.slug for page in PAGES}) == len(PAGES)


def test_parents_come_first():
    seen = {None}
    for page in PAGES:
        assert page.parent in seen, page.slug
        seen.add(page.slug)


def test_every_block_is_shown_somewhere(visit):
    shown = {block.block_type for body in visit.bodies.values() for block in body}
    assert shown == set(BodyBlock().child_blocks)


@pytest.mark.parametrize("slug", [page.slug for page in PAGES])
def test_blocks_are_what_an_editor_could_write(visit, slug):
    body = visit.bodies[slug]
    body.stream_block.clean(body)


def test_pages_say_something(visit):
    short = [slug for slug, page in visit.html.items() if len(page.find("main").get_text().split()) < FEWEST_WORDS]
    assert short == []


def test_typography_is_french(visit):
    faults = {slug: found for slug, text in readings(visit) if (found := faults_of_typography(text))}
    assert faults == {}


def test_no_link_is_dead(visit):
    assert visit.dead == []


def test_headings_skip_no_level(visit):
    for slug, page in visit.html.items():
        levels = [int(title.name[1]) for title in page.find("main").find_all(["h1", "h2", "h3", "h4"])]
        assert levels[0] == 1, slug
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), slug


def test_pictures_are_described_unless_decorative(visit):
    described, decorative = [], []
    for page in visit.html.values():
        for image in page.select("main img:not(.news-card img)"):
            (described if image["alt"] else decorative).append(image["alt"])
    assert len(decorative) == 1
    assert len(described) >= 16
    assert all(len(text.split()) >= 6 and text.endswith(".") for text in described)


def test_nobody_real_can_be_reached(visit):
    for slug, page in visit.html.items():
        for link in page.select("a[href^='mailto:'], a[href^='tel:']"):
            kind, _, target = link["href"].partition(":")
            assert target.endswith(NOWHERE) if kind == "mailto" else target.startswith("019900"), f"{slug}: {target}"


def test_news_are_twelve_and_in_order(visit):
    assert len(NEWS) == len({news.slug for news in NEWS}) == 12
    assert {news.slug for news in NEWS}.isdisjoint({page.slug for page in PAGES})
    assert [news.date for news in NEWS] == sorted((news.date for news in NEWS), reverse=True)
    assert {news.theme for news in NEWS} == set(THEMES)
    for stream in visit.news.values():
        stream.stream_block.clean(stream)
