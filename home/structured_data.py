"""What pages describe, in the vocabulary of schema.org, for the programs that read them.

A page type gives its own in `structured_data()`; `json_ld` writes it for a page.
"""

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site

from home.models.town import TownContact
from home.sharing import shared_image

if TYPE_CHECKING:
    from home.models.news import NewsPage

VOCABULARY = "https://schema.org"
_POST_TOWN = re.compile(r"(?P<code>\d{5})\s+(?P<town>.+)")
# What could end the element or open another is written as JSON escapes.
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


def json_ld(things: Sequence[dict[str, Any]]) -> SafeString:
    """A block of data that holds these things: no script, so that no policy against scripts concerns it."""
    if not things:
        return mark_safe("")
    graph = [{name: value for name, value in thing.items() if name != "@context"} for thing in things]
    data = {"@context": VOCABULARY, "@graph": graph}
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


def organization(site: Site) -> dict[str, Any]:
    """The authority behind a site."""
    contact = TownContact.for_site(site)
    return filled(
        {
            **_publisher(site),
            "telephone": contact.phone_number,
            "email": contact.email,
            "address": _address(contact),
        }
    )


def news_article(page: "NewsPage") -> dict[str, Any]:
    """A piece of news, and who publishes it."""
    site = page.get_site()
    image = shared_image(page)
    return filled(
        {
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.search_description or page.introduction,
            "url": page.full_url,
            "mainEntityOfPage": page.full_url,
            "inLanguage": page.locale.language_code,
            "datePublished": page.published_on,
            "dateModified": page.last_published_at and timezone.localtime(page.last_published_at),
            "articleSection": page.theme_name,
            "image": image and image.address,
            "publisher": site and _publisher(site),
        }
    )


def breadcrumb(page: Page, ancestors: Sequence[Page]) -> dict[str, Any] | None:
    """The path from the home page to this one, as it is shown; None on the home page."""
    if not ancestors:
        return None
    names = ["Accueil", *(ancestor.title for ancestor in ancestors[1:]), page.title]
    addresses = [step.full_url for step in (*ancestors, page)]
    items = [
        filled({"@type": "ListItem", "position": position, "name": name, "item": address})
        for position, (name, address) in enumerate(zip(names, addresses, strict=True), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value: the vocabulary has no empty ones."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def _publisher(site: Site) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site.root_url}/#collectivite",
        "name": site.site_name,
        "url": f"{site.root_url}/",
    }


def _address(contact: TownContact) -> dict[str, Any] | None:
    """The postal address; its last line is the town's when it begins with a postcode."""
    lines = [line.strip() for line in contact.address.splitlines() if line.strip()]
    if not lines:
        return None
    address = {"@type": "PostalAddress", "addressCountry": "FR"}
    if found := _POST_TOWN.fullmatch(lines[-1]):
        address |= {"postalCode": found["code"], "addressLocality": found["town"]}
        lines.pop()
    return filled({**address, "streetAddress": ", ".join(lines)})
