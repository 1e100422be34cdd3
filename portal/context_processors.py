"""What the frame around every page needs."""

from wagtail.models import Site

from home.appearance import CHOICES, appearance


def site_frame(request) -> dict:
    """The site that answers and how it is to look, under names that every template may rely on."""
    return {"site": Site.find_for_request(request), "appearance": appearance(request), "appearances": CHOICES}
