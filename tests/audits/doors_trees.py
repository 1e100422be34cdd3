"""Doors that put a copy, an alias or a translation online, and those that go live with the page that they follow."""

import contextlib

from django.urls import reverse
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.models import Locale, Page

from audits.gate.errors import GateError
from tests.audits.doors import door
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream


def _section_with(town: Town, html: str) -> tuple[Page, PlainPage]:
    """A live section of clean content and, under it, a live page."""
    section = town.force_live(town.draft("Rubrique", CLEAN))
    page = town.force_live(town.draft("Page", html, parent=section))
    return PlainPage.objects.get(pk=section.pk), page


def _child(parent: Page) -> int:
    return Page.objects.get(pk=parent.pk).get_children().get().pk


@door
def copy_of_a_tree(town: Town, html: str) -> int:
    section, _ = _section_with(town, html)
    return _child(section.copy(recursive=True, update_attrs={"slug": f"{section.slug}-2"}, keep_live=True))


@door
def copy_that_is_made_live(town: Town, html: str) -> int:
    page = town.draft("Page", html)
    return page.copy(update_attrs={"slug": f"{page.slug}-2", "live": True}, keep_live=False).pk


@door
def copy_view_as_alias(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", html))
    slug = f"{source.slug}-alias"
    data = {"new_title": "Alias", "new_slug": slug, "new_parent_page": str(town.home.pk), "alias": "on"}
    response = town.admin_client().post(reverse("wagtailadmin_pages:copy", args=[source.pk]), data)
    assert response.status_code == 302
    return PlainPage.objects.get(slug=slug).pk


@door
def aliases_of_a_tree(town: Town, html: str) -> int:
    section, _ = _section_with(town, html)
    return _child(section.create_alias(recursive=True, update_slug=f"{section.slug}-alias"))


@door
def alias_of_an_alias_following(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", CLEAN))
    alias = source.create_alias(update_slug=f"{source.slug}-alias")
    second = alias.create_alias(update_slug=f"{source.slug}-alias-2")
    source.body = stream(html)
    with contextlib.suppress(GateError):
        source.save_revision(clean=False).publish()
    return second.pk


@door
def alias_that_becomes_a_page(town: Town, html: str) -> int:
    source = town.force_live(town.draft("Page", html))
    alias = source.create_alias(update_slug=f"{source.slug}-alias")
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    assert town.admin_client().post(address).status_code == 302
    return alias.pk


@door
def translation_of_the_parents(town: Town, html: str) -> int:
    """Translating a page makes live aliases of the parents that have no translation."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    section = town.force_live(town.draft("Rubrique", html))
    page = town.force_live(town.draft("Page", CLEAN, parent=section))
    page.copy_for_translation(english, copy_parents=True)
    return PlainPage.objects.get(alias_of=section).pk


@door
def translation_of_a_tree(town: Town, html: str) -> int:
    english = Locale.objects.get_or_create(language_code="en")[0]
    section, page = _section_with(town, html)
    CopyPageForTranslationAction(
        page=section, locale=english, copy_parents=True, alias=True, include_subtree=True
    ).execute()
    return PlainPage.objects.get(alias_of=page).pk


def _admin_api(town: Town, page: Page, action: str, data: dict) -> int:
    address = f"/admin/api/main/pages/{page.pk}/action/{action}/"
    response = town.admin_client().post(address, data, content_type="application/json")
    assert response.status_code == 201, response.content
    return response.json()["id"]


@door
def admin_api_copy(town: Town, html: str) -> int:
    page = town.force_live(town.draft("Page", html))
    return _admin_api(town, page, "copy", {"keep_live": True, "recursive": False, "slug": f"{page.slug}-2"})


@door
def admin_api_alias(town: Town, html: str) -> int:
    page = town.force_live(town.draft("Page", html))
    return _admin_api(town, page, "create_alias", {"recursive": False, "update_slug": f"{page.slug}-2"})


@door
def admin_api_translation(town: Town, html: str) -> int:
    Locale.objects.get_or_create(language_code="en")
    page = town.force_live(town.draft("Page", html))
    data = {"locale": "en", "copy_parents": True, "alias": True, "recursive": False}
    return _admin_api(town, page, "copy_for_translation", data)
