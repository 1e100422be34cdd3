"""The pages that visitors may see, with the private sections read once for all that a request shows."""

from wagtail.models import PageViewRestriction, Site
from wagtail.query import PageQuerySet

_KNOWN = "_parvis_private_sections"


def public(pages: PageQuerySet, site: Site | None) -> PageQuerySet:
    """The live pages outside of private sections.

    `site`: the one that answers the request (`Site.find_for_request`), which keeps the sections as long as it lives;
    without it they are read again.
    """
    online = pages.live()
    for section in _private_sections(site):
        online = online.not_descendant_of(section, inclusive=True)
    return online


def _private_sections(site: Site | None) -> list:
    kept = {} if site is None else site.__dict__
    if _KNOWN not in kept:
        kept[_KNOWN] = [restriction.page for restriction in PageViewRestriction.objects.select_related("page")]
    return kept[_KNOWN]
