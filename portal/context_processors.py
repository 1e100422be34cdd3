"""What the frame around every page needs."""

from wagtail.models import Site


def site_frame(request) -> dict:
    """The site that answers, under a name that every template may rely on."""
    return {"site": Site.find_for_request(request)}
