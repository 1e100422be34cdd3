"""The pages of one site that were judged, seen together: which menus they share, and which belong together."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from accessibility.several_pages.traits import Access, Menu, PageTraits, spot

_ALIKE = 0.8
_MOST_MENUS = 200
LEAST = 3
"""So many pages must agree before one that differs from them is called a defect."""


@dataclass(frozen=True)
class SitePage:
    """A page that was judged. `key`: whoever compares knows it by that.

    `addresses`: the one that was asked for and the one that it led to. `depth`: links from the start page.
    `in_process`: it is a step of a process, which the RGAA treats apart in 12.1 and 12.2.
    """

    key: Hashable
    addresses: tuple[str, ...]
    traits: PageTraits
    depth: int = 0
    in_process: bool = False

    @cached_property
    def spots(self) -> frozenset[str]:
        """Its addresses as links are compared with them."""
        return frozenset(map(spot, self.addresses))

    @property
    def is_home(self) -> bool:
        """It is what the root of the site shows."""
        return any(urlsplit(address).path in ("", "/") and not urlsplit(address).query for address in self.addresses)


@dataclass(frozen=True)
class Site:
    """The pages judged, in the order of the crawl.

    `gone`: by spot of an address that the server said is not there (404, 410), that answer. `whole`: every page of the
    site was judged, but those that are not there. `arrivals`: where each address that was visited led, by spots.
    """

    pages: tuple[SitePage, ...]
    whole: bool = False
    gone: Mapping[str, int] = field(default_factory=dict)
    arrivals: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def menus(self) -> dict[Hashable, dict[Menu, int]]:
        """By key of a page, each of its menus with the number of that menu over the site."""
        known: list[frozenset[str]] = []
        found: dict[Hashable, dict[Menu, int]] = {}
        for page in self.pages:
            found[page.key] = {
                menu: number
                for menu in page.traits.menus
                if (number := _number_of(frozenset(menu.links), page, known)) is not None
            }
        return found

    @cached_property
    def sets(self) -> list[list[SitePage]]:
        """The pages that belong together beyond doubt: of one language, and with the most spread menu of it."""
        by_language: dict[str, list[SitePage]] = {}
        for page in self.pages:
            by_language.setdefault(page.traits.language, []).append(page)
        together = []
        for pages in by_language.values():
            spread = Counter(number for page in pages for number in set(self.menus[page.key].values()))
            if spread and spread.most_common(1)[0][1] > LEAST:
                common = spread.most_common(1)[0][0]
                together.append([page for page in pages if common in self.menus[page.key].values()])
        return together

    def shared_menus(self, page: SitePage) -> list[Menu]:
        """The menus of a page that enough other pages have."""
        return [menu for menu, number in self.menus[page.key].items() if self._spread[number] > LEAST]

    @cached_property
    def _spread(self) -> Counter[int]:
        return Counter(number for page in self.pages for number in set(self.menus[page.key].values()))

    @property
    def site_maps(self) -> list[SitePage]:
        """The pages that say that they are the site map."""
        return [page for page in self.pages if page.traits.is_map]

    def arrival(self, access: Access) -> str:
        """Where an access leads in the end; empty when nobody went there."""
        return self.arrivals.get(access.spot, "")

    @property
    def start(self) -> SitePage | None:
        """The page that the crawl began with."""
        return self.pages[0] if self.pages else None


def agree(count: int, among: int) -> bool:
    """Whether so many pages among those compared are enough to say what the rule of the site is."""
    return count >= LEAST and count * 3 > among * 2


def _number_of(links: frozenset[str], page: SitePage, known: list[frozenset[str]]) -> int | None:
    """The number of the first menu that is nearly the same; None when there are too many.

    Many menus do not link to the page that shows them: each is compared as if it did.
    """
    own = min(page.spots & links or page.spots)
    links = links | {own}
    for number, other in enumerate(known):
        if len(links & (other | {own})) >= _ALIKE * len(links | other):
            return number
    if len(known) >= _MOST_MENUS:
        return None
    known.append(links)
    return len(known) - 1
