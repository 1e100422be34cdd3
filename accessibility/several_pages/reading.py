"""The traits of a page, read from it."""

from accessibility.page.language import declared_language
from accessibility.page.links import links
from accessibility.page.model import Page
from accessibility.page.scope import in_generated_code
from accessibility.page.selectors import excerpt
from accessibility.page.sight import Sight, sees
from accessibility.several_pages import menus, searches, site_maps
from accessibility.several_pages.places import Places, spots_of
from accessibility.several_pages.traits import PageTraits

_MOST_LINKS = 400


def traits_of(page: Page) -> PageTraits:
    """What of a page is compared with others."""
    places = Places(page)
    is_map = site_maps.is_site_map(page)
    return PageTraits(
        language=declared_language(page.root).lower().partition("-")[0] if page.root else "",
        whole=page.is_html and sees(page, Sight.WHOLE),
        html=excerpt(page.root).partition(">")[0] + ">" if page.root else "",
        menus=menus.menus_of(page, places),
        searches=searches.accesses(page, places),
        maps=site_maps.accesses(page, places),
        may_search=searches.may_search(page),
        may_map=site_maps.may_lead_to_site_map(page),
        is_map=is_map,
        listed=site_maps.listed_links(page) if is_map else (),
        links=spots_of(links(page), page)[:_MOST_LINKS],
        has_form=any((form.get("method") or "").lower() == "post" for form in in_generated_code(page.select("form"))),
    )
