"""A way on for who asked for a page that does not exist."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from django import template
from wagtail.models import Page, Site

from home import queries, search
from home.models import ContactPage

register = template.Library()

MOST_PAGES = 5
_LONGEST = 80
# What programs try: files, dots, figures. People follow addresses made of words.
_WORDS = re.compile(r"[^\W\d_]{3,}(?:[-_ +][^\W\d_]+)*")


@dataclass(frozen=True)
class Way:
    """The words of the address, the pages that answer to them, and where to ask."""

    words: str = ""
    pages: list[Page] = field(default_factory=list)
    contact_page: ContactPage | None = None


@register.simple_tag(takes_context=True)
def lost(context) -> Way:
    """What may help, from the last words of the address that was asked for."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return Way()
    last = unquote(request.path).strip("/").rpartition("/")[2][:_LONGEST]
    words = re.sub(r"[-_+]", " ", last) if _WORDS.fullmatch(last) else ""
    found = list(search.find(site, words).pages[:MOST_PAGES]) if words else []
    return Way(words if found else "", found, queries.contact_page(site))
