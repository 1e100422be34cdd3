"""What templates read: menus, the path to a page, the state of accessibility."""

from collections.abc import Collection

from wagtail.models import Page, Site

from accessibility.outcome import LegalState
from audits.statement.queries import state_of
from home.languages import home_of
from home.models import AccessibilityPage, ContactPage, StandardPage


def main_menu(site: Site | None) -> list[Page]:
    """The pages directly under the home page of the visitor's language that editors show in menus."""
    if site is None:
        return []
    return list(home_of(site).get_children().live().public().in_menu().select_related("locale"))


def footer_pages(site: Site | None) -> list[StandardPage]:
    """The pages that editors show at the foot of every page, legal mentions for one.

    In the visitor's language those that have it; the others in French: the law asks for them on every page.
    """
    if site is None:
        return []
    shown = StandardPage.objects.live().public().filter(show_in_footer=True).select_related("locale")
    home, root = home_of(site), site.root_page
    found = list(shown.descendant_of(home))
    if home.pk != root.pk:
        known = {page.translation_key for page in found}
        found += [page for page in shown.descendant_of(root) if page.translation_key not in known]
    return found


def public_pages(numbers: Collection[int]) -> dict[int, Page]:
    """The pages of these numbers that visitors may see, by number."""
    if not numbers:
        return {}
    return {page.pk: page for page in Page.objects.filter(pk__in=numbers).live().public().select_related("locale")}


def related_pages(page: Page) -> list[Page]:
    """The pages that an editor says to read too, in that order, as far as visitors may see them."""
    numbers = [child["value"] for child in page.related_pages.raw_data if child["value"] not in (None, page.pk)]
    shown = public_pages(set(numbers))
    return [shown[number] for number in dict.fromkeys(numbers) if number in shown]


def breadcrumb(page: Page) -> list[Page]:
    """The pages above this one, from the site's home page."""
    return [ancestor for ancestor in page.get_ancestors() if ancestor.depth > 1]


def contact_page(site: Site | None) -> ContactPage | None:
    """The first page by which residents write to the authority, in the visitor's language if it was translated."""
    return _first_online(ContactPage, site)


def accessibility_page(site: Site | None) -> AccessibilityPage | None:
    """The site's page « Accessibilité », once it is online, in the visitor's language if it was translated."""
    return _first_online(AccessibilityPage, site)


def _first_online(kind: type[Page], site: Site | None) -> Page | None:
    """The highest public page of a kind, under the home page of the visitor's language or else under the site's."""
    if site is None:
        return None
    pages = kind.objects.live().public().select_related("locale").order_by("depth", "path")
    return pages.descendant_of(home_of(site)).first() or pages.descendant_of(site.root_page).first()


def accessibility_state(site: Site | None) -> str:
    """The state that the law asks to show on every page: without a valid audit, a site is « non conforme »."""
    return state_of(site) if site else LegalState.NONE
