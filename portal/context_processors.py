"""What the frame around every page needs."""

from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from home.appearance import CHOICES, appearance
from home.theme.queries import theme_of


def site_frame(request) -> dict:
    """The site that answers and how it is to look, under names that every template may rely on."""
    site = Site.find_for_request(request)
    return {
        "site": site,
        "theme": SimpleLazyObject(lambda: theme_of(site)),
        "appearance": appearance(request),
        "appearances": CHOICES,
    }
