"""A look at a whole site without judging anything, for somebody to choose pages of it.

Pages are fetched, not shown: it takes a tenth of the time, and sees what the source and the sitemaps say. Sections (the
first part of the path) take turns, so that a section of a thousand articles does not hide the others.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from posixpath import splitext
from urllib.parse import quote_plus, urlsplit

from accessibility.addresses import Scope, canonical, host_and_port, may_be_page
from accessibility.fetch import Fetcher, FetchError
from accessibility.network_rules import NetworkRules
from accessibility.outline import Outline, outline_of
from accessibility.proxy import Proxy
from accessibility.robots import Robots
from accessibility.sitemap import pages_of

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_DOCUMENTS = frozenset("doc docm docx odg odp ods odt pdf ppt pptm pptx rtf xls xlsm xlsx".split())
_DOCUMENT_KINDS = (
    *("application/pdf", "application/msword", "application/rtf"),
    *("application/vnd.ms-", "application/vnd.oasis.opendocument.", "application/vnd.openxmlformats-officedocument."),
)
_MOST_BYTES = 5_000_000
_WORD_WITHOUT_TITLE = "accueil"


@dataclass(frozen=True)
class SurveyLimits:
    """Where a survey stops: pages fetched, seconds in all, addresses kept."""

    pages: int = 250
    seconds: float = 150
    known: int = 5_000


@dataclass(frozen=True)
class Seen:
    """An address of the site: a page fetched (`outline`), one only known of (None), or a document.

    `found_on`: the page that links to it, empty for a sitemap's. `objection`: why it cannot be chosen. `is_search`:
    it shows the results of a search.
    """

    address: str
    found_on: str = ""
    outline: Outline | None = None
    is_document: bool = False
    is_search: bool = False
    objection: str = ""


def section_of(address: str) -> str:
    """The first part of the path, empty for the home page."""
    return urlsplit(address).path.strip("/").partition("/")[0]


def is_document(address: str) -> bool:
    """Whether the end of an address is that of a PDF or office file."""
    return splitext(urlsplit(address).path)[1].lstrip(".").lower() in _DOCUMENTS


class Survey:
    """The survey of the site that a start address is on, behind a proxy of its own as a crawl's.

    `known`: addresses that are known already. Other arguments as those of `Crawl`.
    """

    def __init__(
        self,
        start: str,
        *,
        rules: NetworkRules | None = None,
        limits: SurveyLimits | None = None,
        prefix: str = "/",
        ignore_robots: bool = False,
        known: Iterable[str] = (),
    ) -> None:
        rules = rules or NetworkRules()
        self._start = start
        self._rules = replace(rules, named=rules.named | {host_and_port(start)})
        self._limits = limits or SurveyLimits()
        self._scope, self._whole = Scope.around(start, prefix), Scope.around(start)
        self._ignore_robots = ignore_robots
        self._known: dict[str, str] = {}
        self._documents: dict[str, str] = {}
        self._turns: dict[str, deque[str]] = {}
        self._given: dict[str, int] = {}
        self._searched = ""
        self._first = list(known)

    def seen(self) -> Iterator[Seen]:
        """Every address as it is known, pages as they are fetched, then what was only heard of."""
        proxy = Proxy(self._rules).start()
        try:
            fetcher = Fetcher(proxy.address)
            self._robots = Robots.of_site(fetcher, self._start, ignored=self._ignore_robots)
            yield from self._look(fetcher)
        finally:
            proxy.stop()

    def _look(self, fetcher: Fetcher) -> Iterator[Seen]:
        deadline = time.monotonic() + self._limits.seconds
        self._add([self._start, *self._first], "")
        parts = urlsplit(self._start)
        self._add(pages_of(fetcher, self._robots.sitemaps or [f"{parts.scheme}://{parts.netloc}/sitemap.xml"]), "")
        fetched = 0
        while fetched < self._limits.pages and time.monotonic() < deadline and (address := self._next()):
            fetched += 1
            yield self._fetched(fetcher, address)
            time.sleep(self._robots.delay)
        yield from (Seen(address, self._known[address]) for turn in self._turns.values() for address in turn)
        yield from (Seen(address, page, is_document=True) for address, page in self._documents.items())

    def _add(self, addresses: Iterable[str], found_on: str) -> None:
        for address in map(canonical, addresses):
            if address is None or len(self._known) + len(self._documents) >= self._limits.known:
                continue
            if is_document(address) and self._whole.holds(address):
                self._documents.setdefault(address, found_on)
            elif self._may_visit(address) and address not in self._known:
                self._known[address] = found_on
                self._turns.setdefault(section_of(address), deque()).append(address)

    def _may_visit(self, address: str) -> bool:
        return self._scope.holds(address) and may_be_page(address) and self._robots.allows(address)

    def _next(self) -> str | None:
        waiting = [section for section, turn in self._turns.items() if turn]
        if not waiting:
            return None
        section = min(waiting, key=lambda name: self._given.get(name, 0))
        self._given[section] = self._given.get(section, 0) + 1
        return self._turns[section].popleft()

    def _fetched(self, fetcher: Fetcher, address: str) -> Seen:
        seen = Seen(address, self._known[address], is_search=address == self._searched)
        try:
            answer = fetcher.get(address, most_bytes=_MOST_BYTES, kinds=_PAGES)
        except FetchError as error:
            return replace(seen, objection=f"could not be read: {str(error).removeprefix(f'{address}: ')}")
        arrived_at = canonical(answer.url)
        if answer.status >= 400:
            return replace(seen, objection=f"the server answered {answer.status}")
        if arrived_at != address:
            self._add([arrived_at or ""], address)
            on_site = arrived_at and self._scope.holds(arrived_at)
            where = "a page of its own" if on_site else "another site"
            return replace(seen, objection=f"redirects to {where}: {arrived_at or answer.url}")
        if answer.kind.startswith(_DOCUMENT_KINDS):
            return replace(seen, is_document=True)
        if answer.kind not in _PAGES:
            return replace(seen, objection=f"not a web page ({answer.kind})")
        outline = outline_of(answer.body, address)
        self._add(outline.links, address)
        self._search(outline, address)
        return replace(seen, outline=outline)

    def _search(self, outline: Outline, address: str) -> None:
        """Make the results of a search wait, with a word of the page's title that has chances to be found."""
        if self._searched or not outline.search:
            return
        words = [word for word in outline.title.split() if word.isalpha()]
        word = max(words, key=len, default=_WORD_WITHOUT_TITLE)
        results = canonical(outline.search.replace("{}", quote_plus(word)))
        if results and self._may_visit(results):
            self._searched = results
            self._add([results], address)
