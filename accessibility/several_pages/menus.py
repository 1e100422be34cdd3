"""The menus of a page: landmarks of navigation outside the content, that are no breadcrumb, pager or the like."""

import re

from accessibility.page.links import links
from accessibility.page.model import HTML, Page
from accessibility.page.scope import in_generated_code, in_main_document
from accessibility.several_pages.places import Places, spots_of
from accessibility.several_pages.traits import Menu

_MOST_MENUS, _MOST_LINKS, _LEAST_LINKS = 12, 400, 3
_NOT_A_MENU = re.compile(
    r"ariane|breadcrumb|pagin|pager|vous [êe]tes|sommaire|\btoc\b|langue|lang\b|partag|share|social|[ée]vitement|skip",
    re.IGNORECASE,
)


def menus_of(page: Page, places: Places) -> tuple[Menu, ...]:
    """The menus in the order of the code."""
    found = [*(n for n in page.select("nav") if n.namespace == HTML), *page.with_role("navigation")]
    groups = set(in_main_document(in_generated_code(found), page))
    kept = []
    for group in sorted(groups, key=lambda node: node.index):
        about = " ".join(group.get(name) or "" for name in ("aria-label", "id", "class"))
        if not groups.isdisjoint(group.ancestors()) or group.closest("main", "article") or _NOT_A_MENU.search(about):
            continue
        spots = spots_of([node for node in links(page) if group in node.ancestors()], page)
        if len(spots) >= _LEAST_LINKS:
            kept.append(Menu(places.part(group), spots[:_MOST_LINKS]))
    return tuple(kept[:_MOST_MENUS])
