"""Loads and removes the demonstration town. Loading twice changes nothing."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page, Site

from home.demo.accounts import load_accounts, remove_accounts
from home.demo.drawings import remove_drawings
from home.demo.files import remove_files
from home.demo.news_pages import NEWS_PAGES, remove_themes
from home.demo.page import DemoPage
from home.demo.pages import PAGES as ORDINARY_PAGES
from home.demo.places import PLACES
from home.demo.procedures import PROCEDURES
from home.demo.publish import publish
from home.demo.sheets import remove_lists
from home.demo.statement import load_statement
from home.demo.tree import demo_home, town_page
from home.demo.typography import typeset_all
from home.demo.versions import EASY_SLUG, TRANSLATIONS, load_versions
from home.models import HomePage, TownContact
from home.models.pages import EditorialPage

PAGES = (*ORDINARY_PAGES, *PLACES, *PROCEDURES, *NEWS_PAGES)
SITE_NAME = "Ville de Merlonges"
CONTACT = {
    "address": "1 place des Tilleuls\n99999 Merlonges",
    "phone": "01 99 00 12 34",
    "email": "mairie@merlonges.example",
    "opening_hours": "Lundi : 13 h 30 – 17 h 30\nDu mardi au vendredi : 8 h 30 – 12 h et 13 h 30 – 17 h 30\n"
    "Samedi : 9 h – 12 h",
    "accessibility_email": "accessibilite@merlonges.example",
    "security_email": "securite@merlonges.example",
}


def is_wanted() -> bool:
    """Whether a first run is to load the town: nobody has made a page yet, or an earlier load was cut short."""
    if home := demo_home():
        return Page.objects.filter(_is_ours(home), slug__in=_slugs(), first_published_at=None).exists()
    return not Page.objects.filter(depth__gt=2).exists() and not HomePage.objects.exists()


def _slugs() -> list[str]:
    return [*(demo.slug for demo in PAGES), *(translation.slug for translation in TRANSLATIONS), EASY_SLUG]


def _is_ours(home: HomePage) -> Q:
    """The pages of the town, in each of its languages."""
    trees = [Q(path__startswith=tree.path) for tree in home.get_translations(inclusive=True)]
    return reduce(or_, trees)


def load(
    pages: Sequence[DemoPage] = PAGES, tell: Callable[[str, int, int], None] = lambda *_: None
) -> list[EditorialPage]:
    """Load what is missing of the town, publish its pages that never were, and return these.

    `tell` hears of each page that goes online: its title, its rank, and how many there are.
    """
    drafts = [page for page in load_drafts(pages) if page.first_published_at is None]
    for rank, page in enumerate(drafts, 1):
        publish(page)
        tell(page.title, rank, len(drafts))
    return drafts


def load_drafts(pages: Sequence[DemoPage] = PAGES) -> list[EditorialPage]:
    """The town's pages, made as drafts where they are missing, with its accounts and its site."""
    load_accounts()
    found = [_load_page(demo) for demo in pages]
    _load_site(demo_home())
    for demo, page in zip(pages, found, strict=True):
        if page.latest_revision_id is None and page.first_published_at is None:
            _write_body(page, demo)
    return [*found, *load_versions({page.slug: page for page in found})]


def _load_page(demo: DemoPage) -> EditorialPage:
    parent = Page.objects.get(depth=1) if demo.parent is None else town_page(demo.parent)
    page = demo.kind.objects.child_of(parent).filter(slug=demo.slug).first()
    if page is None:
        page = demo.kind(live=False, **demo.values())
        parent.add_child(instance=page)
    return page


def _write_body(page: EditorialPage, demo: DemoPage) -> None:
    """Give a page what it says, now that all the pages that it may name exist."""
    page.refresh_from_db()
    page.body = demo.body()
    page.save()


def _load_site(home: HomePage) -> None:
    """Make the town the default site, at the address that this installation answers to."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page_id and site.root_page
    site.site_name, site.root_page = SITE_NAME, home
    _answer_at_our_address(site)
    TownContact.objects.update_or_create(site=site, defaults=typeset_all(CONTACT))
    load_statement(site)
    if welcome and type(welcome.specific) is Page and not welcome.get_children().exists():
        welcome.delete()


def _answer_at_our_address(site: Site) -> None:
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname, site.port = address.hostname, address.port or {"http": 80, "https": 443}[address.scheme]
    site.save()


def follow_address() -> None:
    """Let the town's full addresses name the port that this start answers to."""
    if site := Site.objects.filter(root_page=demo_home(), is_default_site=True).first():
        _answer_at_our_address(site)


def remove() -> None:
    """Remove the town: its pages, its pictures, its files, its accounts."""
    if home := demo_home():
        Site.objects.filter(root_page=home).delete()
        for tree in home.get_translations(inclusive=True):
            tree.delete()
    remove_lists()
    remove_themes()
    remove_drawings()
    remove_files()
    remove_accounts()
