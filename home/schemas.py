"""Procedures and places in the vocabulary of schema.org, for the programs that read pages."""

from collections.abc import Iterable
from datetime import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from wagtail.rich_text import get_text_for_indexing

from home.opening_hours import MIDNIGHT, Span, SpecialDays

if TYPE_CHECKING:
    from home.models.places import PlacePage
    from home.models.procedures import ServicePage

VOCABULARY = "https://schema.org"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_MINUTE = time(23, 59)


def service(page: "ServicePage", counter: "PlacePage | None") -> dict[str, Any]:
    """A procedure as a `GovernmentService`, done at a counter if there is one."""
    site = page.get_site()
    audience = " ".join(get_text_for_indexing(page.audience).split())
    return _filled(
        {
            "@context": VOCABULARY,
            "@type": "GovernmentService",
            "name": page.title,
            "description": page.introduction,
            "url": page.full_url,
            "serviceOperator": site and {"@type": "GovernmentOrganization", "name": site.site_name},
            "audience": audience and {"@type": "Audience", "audienceType": audience},
            "category": [topic.name for topic in page.topics.all()],
            "offers": page.is_free and {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
            "availableChannel": list(_channels(page, counter)),
        }
    )


def _channels(page: "ServicePage", counter: "PlacePage | None") -> Iterable[dict[str, Any]]:
    if page.has_button:
        address = urljoin(page.full_url or "", page.online_address)
        yield {"@type": "ServiceChannel", "name": page.online_text, "serviceUrl": address}
    if counter:
        place = {"@type": "Place", "name": counter.title, "url": counter.full_url, "address": _address(counter)}
        yield {"@type": "ServiceChannel", "serviceLocation": _filled(place)}
    if page.phone:
        point = {"@type": "ContactPoint", "telephone": page.phone_number}
        yield {"@type": "ServiceChannel", "servicePhone": point}
    if page.postal_lines:
        address = {"@type": "PostalAddress", "streetAddress": ", ".join(page.postal_lines)}
        yield {"@type": "ServiceChannel", "servicePostalAddress": address}


def place(page: "PlacePage") -> dict[str, Any]:
    """A place as a `CivicStructure`, with its week and its exceptions."""
    schedule = page.schedule
    located = page.latitude is not None and page.longitude is not None
    return _filled(
        {
            "@context": VOCABULARY,
            "@type": "CivicStructure",
            "name": page.title,
            "description": page.introduction,
            "url": page.full_url,
            "address": _address(page),
            "geo": located
            and {
                "@type": "GeoCoordinates",
                "latitude": float(page.latitude),
                "longitude": float(page.longitude),
            },
            "hasMap": page.address_lines and page.map_address,
            "telephone": page.phone_number,
            "email": page.email,
            "openingHoursSpecification": [
                {**_hours(span), "dayOfWeek": f"{VOCABULARY}/{day}"}
                for day, spans in zip(_DAYS, schedule.week, strict=True)
                for span in spans
            ],
            "specialOpeningHoursSpecification": [hours for days in schedule.special for hours in _special(days)],
        }
    )


def _address(page: "PlacePage") -> dict[str, Any] | None:
    """The address as it is written: nothing tells the street of the town in it."""
    return page.address_lines and {"@type": "PostalAddress", "streetAddress": ", ".join(page.address_lines)}


def _special(days: SpecialDays) -> Iterable[dict[str, Any]]:
    period = {"validFrom": days.first.isoformat(), "validThrough": days.last.isoformat()}
    if not days.spans:
        # From midnight to midnight is how the vocabulary says that a place stays closed.
        yield {**_hours(Span(MIDNIGHT, MIDNIGHT), closed=True), **period}
    for span in days.spans:
        yield {**_hours(span), **period}


def _hours(span: Span, *, closed: bool = False) -> dict[str, Any]:
    end = span.closes if closed or span.closes != MIDNIGHT else _LAST_MINUTE
    return {"@type": "OpeningHoursSpecification", "opens": f"{span.opens:%H:%M}", "closes": f"{end:%H:%M}"}


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}
