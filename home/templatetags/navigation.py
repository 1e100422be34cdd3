"""Menu, path and foot of a page."""

from dataclasses import replace

from django import template
from django.forms.utils import flatatt
from wagtail.models import Site

from audits.statement.queries import statement_of
from home import menus, queries
from home.languages import FRAME, attributes, language_of
from home.models import TownContact

register = template.Library()


def _site(context) -> Site | None:
    return Site.find_for_request(context["request"]) if "request" in context else None


@register.inclusion_tag("home/includes/main_menu.html", takes_context=True)
def main_menu(context):
    """The main menu, with the entry that the visitor is in."""
    entries = menus.main_menu(context["request"], context.get("page")) if "request" in context else []
    return {"entries": entries, "language": menus.common_language(entries)}


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context):
    """The path from the home page to this one; nothing on the home page itself."""
    page = context.get("page")
    shown = page and page.depth and "request" in context
    ancestors = queries.breadcrumb(page, context["request"]) if shown else []
    language = language_of(page) if ancestors else FRAME
    trail = [menus.Link(ancestor.title, ancestor.get_url(context.get("request"))) for ancestor in ancestors]
    if trail:
        trail[0] = replace(trail[0], text="Accueil")
    return {
        "trail": trail,
        "here": page.title if page else "",
        "language": language,
        "in_french": flatatt(attributes(FRAME, around=language)),
    }


@register.inclusion_tag("home/includes/footer.html", takes_context=True)
def site_footer(context):
    """The foot of every page: how to reach the authority, and the legal mentions."""
    site = _site(context)
    return {
        "site_name": context["theme"].name if "theme" in context else "",
        "contact": TownContact.for_site(site) if site else None,
        "contact_page": queries.contact_page(site),
        "accessibility_page": queries.accessibility_page(site),
        "accessibility_state": queries.accessibility_state(site),
        "columns": menus.footer_columns(context["request"]) if site else [],
        "legal_links": menus.legal_links(context["request"]) if site else [],
    }


@register.simple_tag(takes_context=True)
def related_pages(context, page):
    """The public pages that an editor says to read too."""
    return queries.related_pages(page, _site(context))


@register.inclusion_tag("home/includes/accessibility_statement.html", takes_context=True)
def accessibility_statement(context):
    """What the law asks the page « Accessibilité » to say."""
    site = _site(context)
    return {
        "site": site,
        "contact": TownContact.for_site(site) if site else None,
        "statement": statement_of(site) if site else None,
    }
