"""Menu, path and foot of a page."""

from django import template
from django.forms.utils import flatatt
from wagtail.models import Site

from home import queries
from home.languages import FRAME, attributes, home_of, language_of
from home.models import TownContact

register = template.Library()


def _site(context) -> Site | None:
    return Site.find_for_request(context["request"]) if "request" in context else None


@register.inclusion_tag("home/includes/main_menu.html", takes_context=True)
def main_menu(context):
    """The main menu, with the entry that the visitor is in."""
    page, site = context.get("page"), _site(context)
    path = getattr(page, "url_path", None) or ""
    entries = [
        {"page": entry, "current": entry.url_path == path, "open": path.startswith(entry.url_path)}
        for entry in queries.main_menu(site)
    ]
    return {"entries": entries, "language": language_of(home_of(site)) if site else FRAME}


@register.inclusion_tag("home/includes/breadcrumb.html", takes_context=True)
def breadcrumb(context):
    """The path from the home page to this one; nothing on the home page itself."""
    page = context.get("page")
    ancestors = queries.breadcrumb(page) if page and page.depth else []
    language = language_of(page) if ancestors else FRAME
    return {
        "ancestors": ancestors,
        "page": page,
        "language": language,
        "in_french": flatatt(attributes(FRAME, around=language)),
    }


@register.inclusion_tag("home/includes/footer.html", takes_context=True)
def site_footer(context):
    """The foot of every page: how to reach the authority, and the legal mentions."""
    site = _site(context)
    return {
        "site": site,
        "contact": TownContact.for_site(site) if site else None,
        "accessibility_page": queries.accessibility_page(site),
        "accessibility_state": queries.accessibility_state(site),
        "pages": queries.footer_pages(site),
    }


@register.inclusion_tag("home/includes/accessibility_statement.html", takes_context=True)
def accessibility_statement(context):
    """What the law asks the page « Accessibilité » to say."""
    site = _site(context)
    return {
        "site": site,
        "contact": TownContact.for_site(site) if site else None,
        "accessibility_state": queries.accessibility_state(site),
    }
