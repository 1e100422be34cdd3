"""What templates read: menus, the path to a page, the state of accessibility."""

from collections.abc import Collection

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from accessibility.outcome import LegalState
from audits.statement.queries import state_of
from home.languages import home_of
from home.models import AccessibilityPage, ContactPage
from home.public import public

_AROUND = "_parvis_pages_around"
_ABOVE = "_parvis_pages_above"


def main_menu(site: Site | None) -> list[Page]:
    """The pages directly under the home page of the visitor's language that editors show in menus."""
    if site is None:
        return []
    return list(public(home_of(site).get_children().in_menu().select_related("locale"), site))


def footer_pages(site: Site | None) -> list[Page]:
    """The pages that editors show at the foot of every page, legal mentions for one.

    In the visitor's language those that have it; the others in French: the law asks for them on every page.
    """
    if site is None:
        return []
    shown = sorted((page for page in _pages_around(site) if page.shown_at_foot), key=lambda page: page.path)
    home, root = home_of(site), site.root_page
    found = [page for page in shown if page.is_descendant_of(home)]
    if home.pk != root.pk:
        known = {page.translation_key for page in found}
        found += [page for page in shown if page.is_descendant_of(root) and page.translation_key not in known]
    return found


def public_pages(numbers: Collection[int], site: Site | None) -> dict[int, Page]:
    """The pages of these numbers that visitors may see, by number."""
    if not numbers:
        return {}
    return {page.pk: page for page in public(Page.objects.filter(pk__in=numbers).select_related("locale"), site)}


def related_pages(page: Page, site: Site | None) -> list[Page]:
    """The pages that an editor says to read too, in that order, as far as visitors may see them."""
    numbers = [child["value"] for child in page.related_pages.raw_data if child["value"] not in (None, page.pk)]
    shown = public_pages(set(numbers), site)
    return [shown[number] for number in dict.fromkeys(numbers) if number in shown]


def breadcrumb(page: Page, request: HttpRequest) -> list[Page]:
    """The pages above the one that a request shows, from the site's home page; read once."""
    if not hasattr(request, _ABOVE):
        setattr(request, _ABOVE, list(page.get_ancestors().filter(depth__gt=1).select_related("locale")))
    return getattr(request, _ABOVE)


def contact_page(site: Site | None) -> Page | None:
    """The first page by which residents write to the authority, in the visitor's language if it was translated."""
    return _first_online(ContactPage, site)


def accessibility_page(site: Site | None) -> Page | None:
    """The site's page « Accessibilité », once it is online, in the visitor's language if it was translated."""
    return _first_online(AccessibilityPage, site)


def _first_online(kind: type[Page], site: Site | None) -> Page | None:
    """The highest public page of a kind, under the home page of the visitor's language or else under the site's."""
    if site is None:
        return None
    number = ContentType.objects.get_for_model(kind).pk
    pages = [page for page in _pages_around(site) if page.content_type_id == number]
    under_home = (page for page in pages if page.is_descendant_of(home_of(site)))
    under_root = (page for page in pages if page.is_descendant_of(site.root_page))
    return next(under_home, None) or next(under_root, None)


def _pages_around(site: Site) -> list[Page]:
    """The public pages that every page leads to from its foot, the highest first, read once for a request."""
    if _AROUND not in site.__dict__:
        kinds = ContentType.objects.get_for_models(ContactPage, AccessibilityPage).values()
        pages = Page.objects.annotate(shown_at_foot=F("standardpage__show_in_footer"))
        pages = pages.filter(Q(shown_at_foot=True) | Q(content_type__in=kinds))
        site.__dict__[_AROUND] = list(public(pages.select_related("locale").order_by("depth", "path"), site))
    return site.__dict__[_AROUND]


def accessibility_state(site: Site | None) -> str:
    """The state that the law asks to show on every page: without a valid audit, a site is « non conforme »."""
    return state_of(site) if site else LegalState.NONE
