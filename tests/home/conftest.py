"""A site with a home page, whose pages are put online without the gate, which has its own tests."""

import pytest
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Locale, Page, Site

from audits.models import Seal, Verdict
from home.models import HomePage, StandardPage, TownContact
from tests.roots import restore_roots


@pytest.fixture(autouse=True)
def forgetful():
    """What one test left in the cache is not for the next, nor the language of its last request."""
    cache.clear()
    translation.activate("fr")


def put_online(page):
    """Make a page live as the gate would after a good verdict, and return it as the database has it."""
    verdict = Verdict.objects.get_or_create(key=f"trusted-{page.pk}", defaults={"accepted": True})[0]
    seal = Seal.objects.create(page_id=page.pk, verdict=verdict)
    Page.objects.filter(pk=page.pk).update(live=True)
    seal.delete()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def home(db, settings, tmp_path):
    """The home page of the default site."""
    settings.MEDIA_ROOT = tmp_path
    restore_roots()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=HomePage(title="Bienvenue", slug="accueil", seo_title="Accueil", live=False))
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.site_name = page, "Ville d’essai"
    site.save()
    TownContact.objects.create(
        site=site, phone="01 99 00 12 34", address="1 rue Haute\n99999 Essai", accessibility_email="a11y@essai.example"
    )
    return put_online(page)


@pytest.fixture
def add_page(home):
    """Make a live page under the home page, or under another one."""

    def add(title, *, parent=None, kind=StandardPage, **fields):
        page = kind(title=title, live=False, **fields)
        (parent or home).add_child(instance=page)
        home.refresh_from_db()
        return put_online(page)

    return add


@pytest.fixture
def translate(home):
    """Make a live translation of a page, of the pages above it too."""

    def make(page, title, language="en", **fields):
        locale = Locale.objects.get_or_create(language_code=language)[0]
        above = page.get_parent().specific
        if above.depth > 1 and not above.has_translation(locale):
            make(above, f"{above.title} ({language})", language)
        translated = type(page).objects.get(pk=page.pk).copy_for_translation(locale)
        for name, value in {"title": title, "draft_title": title, **fields}.items():
            setattr(translated, name, value)
        translated.save()
        return put_online(translated)

    return make
