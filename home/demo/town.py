"""Loads and removes the demonstration town. Loading twice changes nothing."""

from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page, Site

from home.demo.accounts import load_accounts, remove_accounts
from home.demo.drawings import remove_drawings
from home.demo.pages import PAGES, DemoPage
from home.demo.publish import publish
from home.demo.typography import typeset_all
from home.demo.versions import EASY_SLUG, TRANSLATIONS, load_versions
from home.models import HomePage, TownContact
from home.models.pages import EditorialPage

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


def demo_home() -> HomePage | None:
    """The home page of the demonstration, if it is loaded."""
    return HomePage.objects.filter(slug=PAGES[0].slug, title=PAGES[0].title).first()


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


def load() -> list[EditorialPage]:
    """Load what is missing of the town, publish its pages that never were, and return these."""
    load_accounts()
    pages = {demo.slug: _load_page(demo) for demo in PAGES}
    _load_site(pages[PAGES[0].slug])
    pages |= load_versions(pages)
    published = [page for page in pages.values() if page.first_published_at is None]
    for page in published:
        publish(page)
    return published


def _load_page(demo: DemoPage) -> EditorialPage:
    parent = Page.objects.get(depth=1) if demo.parent is None else demo_home()
    if demo.parent not in (None, PAGES[0].slug):
        parent = parent.get_descendants().get(slug=demo.parent)
    page = demo.kind.objects.child_of(parent).filter(slug=demo.slug).first()
    if page is None:
        page = demo.kind(live=False, **demo.values())
        parent.refresh_from_db()
        parent.add_child(instance=page)
        page.save_revision()
    return page


def _load_site(home: HomePage) -> None:
    """Make the town the default site, at the address that this installation answers to."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page_id and site.root_page
    site.site_name, site.root_page = SITE_NAME, home
    _answer_at_our_address(site)
    TownContact.objects.update_or_create(site=site, defaults=typeset_all(CONTACT))
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
    """Remove the town: its pages, its pictures, its accounts."""
    if home := demo_home():
        Site.objects.filter(root_page=home).delete()
        for tree in home.get_translations(inclusive=True):
            tree.delete()
    remove_drawings()
    remove_accounts()
