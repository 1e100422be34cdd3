"""When a test over several pages has no subject, beyond doubt.

Criteria 12.1 and 12.2 do not apply to a site of one page, nor 12.2 to the home page (special cases of the RGAA). 12.3
concerns the site map alone: it does not apply to a page whose own link to the site map leads to another that was
visited. A site has no site map, or no search, when every page of it was judged, seen whole, and nothing on any of them
may lead to one: a control without a name, a field for any text or a word of it is enough to leave the question open.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.1
"""

from accessibility.several_pages.site import Site, SitePage

_WAYS = ("12.1.1",)
_MENUS = ("12.2.1",)
_SITE_MAP = ("12.3.1", "12.3.2", "12.3.3")
_TO_SITE_MAP = ("12.4.1", "12.4.2", "12.4.3")
_TO_SEARCH = ("12.5.1", "12.5.2", "12.5.3")
TESTS = _WAYS + _MENUS + _SITE_MAP + _TO_SITE_MAP + _TO_SEARCH
"""The tests whose subject may be proven absent."""


def absent_tests(page: SitePage, site: Site) -> set[str]:
    """The tests that have no subject on a page, given the site."""
    absent: set[str] = set()
    if site.whole and len(site.pages) == 1 and not site.gone:
        absent |= {*_WAYS, *_MENUS}
    if page.is_home:
        absent |= {*_MENUS}
    if has_no_site_map(site):
        absent |= {*_SITE_MAP, *_TO_SITE_MAP}
    elif _leads_to_another(page, site):
        absent |= {*_SITE_MAP}
    if has_no_search(site):
        absent |= {*_TO_SEARCH}
    return absent


def has_no_site_map(site: Site) -> bool:
    """No page of the whole site is a site map, or may lead to one."""
    traits = [page.traits for page in site.pages]
    return site.whole and not any(one.maps or one.may_map or one.is_map or not one.whole for one in traits)


def has_no_search(site: Site) -> bool:
    """No page of the whole site searches, or may."""
    traits = [page.traits for page in site.pages]
    return site.whole and not any(one.searches or one.may_search or not one.whole for one in traits)


def _leads_to_another(page: SitePage, site: Site) -> bool:
    arrivals = {site.arrival(access) for access in page.traits.maps}
    maps = {spot for other in site.site_maps for spot in other.spots}
    return not page.traits.is_map and bool(arrivals) and arrivals <= maps - page.spots
