"""A small site in one file, for the rules' own pages: `=== /address` before the code of each page, the start first.

`=== /address 404` is an address to which the server answers that. `>` after an address makes the page a step of a
process. A page to which the first links is one link away from it, any other two.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from accessibility.page.model import Page
from accessibility.page.static import page_from_source
from accessibility.several_pages.reading import traits_of
from accessibility.several_pages.site import Site, SitePage
from accessibility.several_pages.traits import spot

SUFFIX = ".site"
_PAGE = re.compile(r"^=== (/\S*)(?: (\d{3}|>))?\n", re.MULTILINE)
_ORIGIN = "https://exemple.fr"


@dataclass(frozen=True)
class FilePage:
    """A page of the file, or an answer that there is none. `code` is empty for the latter."""

    path: str
    mark: str
    code: str


def read_site(file: Path) -> list[FilePage]:
    """The pages of a file, in its order."""
    _, *parts = _PAGE.split(file.read_text(encoding="utf-8"))
    return [FilePage(*one) for one in zip(parts[::3], (mark or "" for mark in parts[1::3]), parts[2::3], strict=True)]


def site_of(
    pages: Iterable[FilePage], read: Callable[[str, str], Page] = page_from_source, origin: str = _ORIGIN
) -> Site:
    """The site as if it had been visited to its end; `read` makes a page of its code and its address."""
    pages = list(pages)
    gone = {spot(origin + page.path): int(page.mark) for page in pages if page.mark.isdigit()}
    there = [page for page in pages if not page.mark.isdigit()]
    traits = {page.path: traits_of(read(page.code, origin + page.path)) for page in there}
    found = []
    for page in there:
        address = origin + page.path
        depth = 0 if page is there[0] else 1 if spot(address) in traits[there[0].path].links else 2
        found.append(SitePage(page.path, (address,), traits[page.path], depth, page.mark == ">"))
    arrivals = {spot(origin + page.path): spot(origin + page.path) for page in there}
    return Site(tuple(found), whole=True, gone=gone, arrivals=arrivals)
