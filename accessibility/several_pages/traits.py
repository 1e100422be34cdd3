"""What is kept of a page for it to be compared with others of its site: its menus, its search, its site map."""

from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from accessibility.addresses import canonical, without_ornaments

BEFORE, IN, AFTER = "before", "in", "after"
ABOVE, BELOW = "above", "below"


def spot(address: str) -> str:
    """A short digest of an address, the same for every spelling of it; empty for what is no address of the web."""
    spelling = canonical(address)
    return blake2b(without_ornaments(spelling).encode(), digest_size=6).hexdigest() if spelling else ""


@dataclass(frozen=True)
class Part:
    """An element of a page, and where it stands beside the main content.

    `code`: before it, in it or after it in the generated code; `screen`: above or below it. Both are empty when that
    is not certain. `shown`: it is on the screen. `written`: the source of the page holds it, so no script adds it.
    """

    targets: tuple[str, ...]
    html: str
    code: str = ""
    screen: str = ""
    shown: bool = True
    written: bool = False


@dataclass(frozen=True)
class Menu:
    """A group of links to other pages, outside the main content; `links` holds their spots in the order of the code."""

    part: Part
    links: tuple[str, ...]


@dataclass(frozen=True)
class Access:
    """What leads to the search or to the site map: the spot of the address, empty when there is none."""

    part: Part
    spot: str = ""


@dataclass(frozen=True)
class ListedLink:
    """A link of a site map: where it leads, and what it says."""

    address: str
    name: str
    targets: tuple[str, ...]
    html: str


@dataclass(frozen=True)
class PageTraits:
    """The traits of one page.

    `whole`: every part of it was seen. `links`: the spots of all its links. `may_search`, `may_map`: something in it,
    beyond what is in `searches` and `maps`, may lead to a search or to the site map. `is_map`: its title or its first
    heading says that it is the site map; `listed` are then the links of its main content. `has_form`: it has a form to
    send, and so may be a step of a process.
    """

    language: str
    whole: bool
    html: str
    menus: tuple[Menu, ...] = ()
    searches: tuple[Access, ...] = ()
    maps: tuple[Access, ...] = ()
    may_search: bool = False
    may_map: bool = False
    is_map: bool = False
    listed: tuple[ListedLink, ...] = ()
    links: tuple[str, ...] = ()
    has_form: bool = False

    def as_json(self) -> dict[str, Any]:
        """The traits as an audit stores them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "PageTraits":
        """Read what `as_json` wrote, and what became of it in JSON."""
        read = {
            "menus": tuple(Menu(_part(menu["part"]), tuple(menu["links"])) for menu in data["menus"]),
            "searches": tuple(Access(_part(one["part"]), one["spot"]) for one in data["searches"]),
            "maps": tuple(Access(_part(one["part"]), one["spot"]) for one in data["maps"]),
            "listed": tuple(ListedLink(**one | {"targets": tuple(one["targets"])}) for one in data["listed"]),
            "links": tuple(data["links"]),
        }
        return cls(**data | read)


def _part(data: dict[str, Any]) -> Part:
    return Part(**data | {"targets": tuple(data["targets"])})
