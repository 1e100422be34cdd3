"""What the frame around every page needs: the site, its menu, its legal mentions."""

from wagtail.models import Site

from home import queries


def site_frame(request) -> dict:
    site = Site.find_for_request(request)
    return {
        "site": site,
        "main_menu": queries.main_menu(site),
        "accessibility_page": queries.accessibility_page(site),
    }
