"""The news of a site, for its home page and its feed."""

from wagtail.models import Site

from home.models import NewsIndexPage

LATEST = 3


def news_index(site: Site | None) -> NewsIndexPage | None:
    """The site's list of news, once visitors may see it."""
    if site is None:
        return None
    return NewsIndexPage.objects.descendant_of(site.root_page).live().public().first()
