"""Whom to write to of accessibility on a site."""

from wagtail.models import Site

from home.models import TownContact


def officer_address(site: Site) -> str:
    """The officer's address, else the authority's own; empty when neither is known."""
    contact = TownContact.for_site(site)
    return contact.accessibility_email or contact.email
