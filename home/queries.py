"""What templates read: menus, the path to a page, the page on accessibility."""

from wagtail.models import Page, Site

from home.models import AccessibilityPage


def main_menu(site: Site | None) -> list[Page]:
    """The pages directly under the home page that editors show in menus."""
    if site is None:
        return []
    return list(site.root_page.get_children().live().public().in_menu())


def breadcrumb(page: Page) -> list[Page]:
    """The pages above this one, from the site's home page."""
    return [ancestor for ancestor in page.get_ancestors() if ancestor.depth > 1]


def accessibility_page(site: Site | None) -> AccessibilityPage | None:
    """The site's page « Accessibilité », once it is online."""
    if site is None:
        return None
    return AccessibilityPage.objects.descendant_of(site.root_page).live().public().first()
