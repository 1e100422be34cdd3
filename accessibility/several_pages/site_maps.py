"""The site map: which page it is, what leads to it, what may, and the links that it lists."""

import re

from accessibility.addresses import may_be_page
from accessibility.page.headings import headings, level_of
from accessibility.page.links import links
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import in_main_document, shown
from accessibility.page.selectors import excerpt, selector_path
from accessibility.several_pages.places import Places, address_of, controls, has_no_name, said
from accessibility.several_pages.traits import Access, ListedLink, spot

_MOST_LISTED = 600
_SITE_MAP = re.compile(
    r"(?:(?:voir|consulter|accéder au|aller au) )?(?:le )?plan (?:du|de ce|de notre) site(?: web| internet)?|site ?map",
    re.IGNORECASE,
)
_PARTS_OF_TITLE = re.compile(r"\s+[-–—|·:•]\s+")
_MAY_BE_SITE_MAP = re.compile(
    r"\bplan\W*(?:du|de|de ce|de notre)?\W*site|plandusite|site\W?map|arborescence", re.IGNORECASE
)


def is_site_map(page: Page) -> bool:
    """Its first heading of level 1, or a part of its title, says that it is the site map."""
    first = next((node for node in headings(page) if level_of(node) == 1), None)
    heading = accessible_name(first, page).text if first is not None else ""
    return any(_SITE_MAP.fullmatch(text) for text in (heading, *_PARTS_OF_TITLE.split(page.title)))


def accesses(page: Page, places: Places) -> tuple[Access, ...]:
    """What leads to the site map, out of the content."""
    return tuple(Access(places.part(node), spot(address_of(node, page))) for node in _found(page))


def _found(page: Page) -> list[Node]:
    return [
        node
        for node in controls(page)
        if node.closest("main", "article") is None
        and _SITE_MAP.fullmatch(accessible_name(node, page).text)
        and (node.tag != "a" or may_be_page(address_of(node, page)))
    ]


def may_lead_to_site_map(page: Page) -> bool:
    """Something else may lead to a site map: its name, or its attributes, speak of one, or it has no name."""
    known = set(_found(page))
    others = [node for node in controls(page) if node not in known]
    doubts = (
        has_no_name(node, page)
        or _MAY_BE_SITE_MAP.search(said(node, page))
        or accessible_name(node, page).text.strip().lower() == "plan"
        for node in others
    )
    return any(doubts) or bool(not known and _MAY_BE_SITE_MAP.search(page.source))


def listed_links(page: Page) -> tuple[ListedLink, ...]:
    """The links of the content of a site map."""
    mains = {*page.select("main"), *page.with_role("main")}
    listed = []
    for node in in_main_document(shown(links(page)), page):
        inside = not mains.isdisjoint(node.ancestors()) if mains else node.closest("header", "footer", "nav") is None
        address = address_of(node, page)
        if inside and spot(address):
            listed.append(ListedLink(address, accessible_name(node, page).text, selector_path(node), excerpt(node)))
    return tuple(listed[:_MOST_LISTED])
