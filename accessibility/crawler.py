"""A crawl of one site: several browsers, each behind its own proxy, and the visits as they are done.

    with Crawl("https://www.exemple.fr/", limits=Limits(pages=50), jobs=2) as crawl:
        for visit in crawl.visits():
            …

Whoever stores each visit with what it discovered, in one transaction, can stop at any time, even by force,
and go on later with the same Crawl given what is known and what waits.
"""

import queue
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from accessibility import axe
from accessibility.addresses import Scope, canonical, host_and_port
from accessibility.chromium import ChromiumMissing
from accessibility.fetch import Fetcher
from accessibility.frontier import Frontier, Limits, Progress, Target
from accessibility.linked_documents.courtesy import Courtesy
from accessibility.linked_documents.documents import Documents
from accessibility.linked_documents.limits import DocumentLimits
from accessibility.linked_documents.reader import DocumentReader
from accessibility.network_rules import NetworkRules, Refused
from accessibility.page.sign_out import says_sign_out
from accessibility.proxy import Proxy
from accessibility.recipe import Recipe, RecipeError
from accessibility.robots import Robots
from accessibility.sign_in import SignIn
from accessibility.sitemap import pages_of
from accessibility.visit import Visit, VisitState
from accessibility.visitor import Visitor

__all__ = ["Crawl", "CrawlError", "Limits", "Progress", "Refused", "Target", "Visit", "VisitState"]


class CrawlError(Exception):
    """The crawl cannot start or go on; the message says why and what to do."""


class Crawl:
    """The crawl of the site that a start address is on.

    `rules`: what of the network may be reached beyond the public web. `jobs`: browsers at work at once.
    `timeout`: seconds that one page may take. `prefix`: beginning of the paths that count as the site.
    `follow`: whether links and sitemaps are followed; without, only what is in `progress` is visited.
    `ignore_robots`: for one's own site. `recipe`: how to sign in before the first page; what signs out is then not
    visited. `unchanged`: by address, the digest of inputs of an earlier verdict: a page that still has it is not judged
    again. `screenshots`: whether pictures of what is found are taken; may be changed on the way. `documents`: how far
    the PDF, DOCX and ODT that pages link to are judged, None to leave them. Raises CrawlError on a wrong start address.
    """

    def __init__(
        self,
        start: str,
        *,
        rules: NetworkRules | None = None,
        limits: Limits | None = None,
        jobs: int = 1,
        timeout: float = 30,
        prefix: str = "/",
        follow: bool = True,
        ignore_robots: bool = False,
        recipe: Recipe | None = None,
        unchanged: Mapping[str, str] = MappingProxyType({}),
        screenshots: bool = False,
        documents: DocumentLimits | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.start = canonical(start) or ""
        if not self.start:
            raise CrawlError(f"not an address of the web: {start}")
        rules = rules or NetworkRules()
        self.rules = replace(rules, named=rules.named | {host_and_port(self.start)})
        self.limits = limits or Limits()
        self._jobs = max(1, jobs)
        self._timeout = timeout
        self._prefix = prefix
        self._follow = follow
        self._ignore_robots = ignore_robots
        self._recipe = recipe
        self._unchanged = unchanged
        self.screenshots = screenshots
        self._documents = self._documents_within(documents) if documents else None
        self._sign_in: SignIn | None = None
        self._progress = progress or Progress(waiting=[Target(self.start)])
        self._proxies: list[Proxy] = []
        self._workers: list[_Worker] = []
        self._stopping = threading.Event()

    def __enter__(self) -> "Crawl":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def visits(self) -> Iterator[Visit]:
        """Visit the site and give each visit as it ends.

        Raises CrawlError, also when the recipe of the sign-in does not lead to its end, or Refused for the start.
        """
        try:
            axe.script()
        except axe.AxeMissing as error:
            raise CrawlError(str(error)) from error
        try:
            fetcher = Fetcher(self._proxy().address)
            frontier, robots = self._open(fetcher)
            yield from self._run(frontier, robots, fetcher)
        except RecipeError as error:
            raise CrawlError(str(error)) from error
        finally:
            self.stop()

    def stop(self) -> None:
        """Stop at once; the pages under way are lost for this crawl, and are visited when it is resumed."""
        self._stopping.set()
        if self._documents:
            self._documents.stop()
        for worker in self._workers:
            worker.browser.stop()
        for worker in self._workers:
            while worker.thread.is_alive():
                worker.browser.stop()  # one that was about to open a window has started its browser again
                worker.thread.join(0.2)
        for proxy in self._proxies:
            proxy.stop()
        self._workers, self._proxies = [], []

    def _proxy(self) -> Proxy:
        self._proxies.append(Proxy(self.rules).start())
        return self._proxies[-1]

    def _documents_within(self, limits: DocumentLimits) -> Documents:
        courtesy = Courtesy(self.start, ignored=self._ignore_robots)
        return Documents(DocumentReader(self.rules, courtesy, limits), limits)

    def _visitor(self, proxy: Proxy, frontier: Frontier) -> Visitor:
        return Visitor(
            proxy,
            frontier,
            timeout=self._timeout,
            sign_in=self._sign_in,
            unchanged=self._unchanged,
            wants_screenshots=lambda: self.screenshots,
            documents=self._documents,
        )

    def _open(self, fetcher: Fetcher) -> tuple[Frontier, Robots]:
        arrived_at = canonical(fetcher.where(self.start)) or self.start
        if refusals := self._proxies[0].refusals:
            raise Refused(refusals[-1])
        if self._recipe:
            self._sign_in = SignIn(self._recipe, self.start, Scope.around(arrived_at))
            arrived_at = self.start if self._sign_in.is_page_of(arrived_at) else arrived_at
        robots = Robots.of_site(fetcher, arrived_at, ignored=self._ignore_robots)
        if not robots.allows(arrived_at):
            raise CrawlError(f"robots.txt of this site forbids {arrived_at}")
        scope = Scope.around(arrived_at, self._prefix)
        return Frontier(scope, robots, self.limits, self._progress), robots

    def _run(self, frontier: Frontier, robots: Robots, fetcher: Fetcher) -> Iterator[Visit]:
        counted = self._progress.counted
        under_way, next_start = 0, 0.0
        done: queue.SimpleQueue[Visit | Exception] = queue.SimpleQueue()
        todo: queue.SimpleQueue[Target | None] = queue.SimpleQueue()
        while not self._stopping.is_set():
            while (
                under_way < self._jobs
                and counted + under_way < self.limits.pages
                and time.monotonic() >= next_start
                and (target := frontier.take()) is not None
            ):
                if len(self._workers) <= under_way:
                    proxy = self._proxies[0] if not self._workers else self._proxy()
                    self._workers.append(_Worker(self._visitor(proxy, frontier), todo, done, self._stopping))
                todo.put(target)
                under_way += 1
                next_start = time.monotonic() + robots.delay
            if not under_way and (counted >= self.limits.pages or not frontier.waits):
                return
            try:
                result = done.get(timeout=max(0.01, min(next_start - time.monotonic(), 1)) if robots.delay else None)
            except queue.Empty:
                continue
            if isinstance(result, RecipeError):
                raise result
            if isinstance(result, Exception):
                raise CrawlError(str(result)) from result
            under_way -= 1
            counted += result.state is not VisitState.SKIPPED
            yield self._with_discoveries(result, frontier, robots, fetcher)

    def _with_discoveries(self, result: Visit, frontier: Frontier, robots: Robots, fetcher: Fetcher) -> Visit:
        """Add what the page links to; with the start page, what the sitemaps list."""
        if not self._follow:
            return result
        target = result.target
        links = self._without_sign_out(result.links, result.sign_out_links)
        found = frontier.add(links, depth=target.depth + 1, found_on=target.address)
        if target.address == self.start:
            sitemaps = robots.sitemaps or [f"{self.start.partition('://')[0]}://{_place(self.start)}/sitemap.xml"]
            listed = self._without_sign_out(pages_of(fetcher, sitemaps))
            found += frontier.add(listed, depth=1, found_on="")
        return replace(result, discovered=found)

    def _without_sign_out(self, addresses: Iterable[str], known: frozenset[str] = frozenset()) -> Iterable[str]:
        if not self._sign_in:
            return addresses
        return [address for address in addresses if address not in known and not says_sign_out(address)]


def _place(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]


class _Worker:
    """A thread that visits what it is given."""

    def __init__(self, visitor: Visitor, todo, done, stopping: threading.Event) -> None:
        self.browser = visitor.browser
        self._visitor = visitor
        self._todo, self._done, self._stopping = todo, done, stopping
        self.thread = threading.Thread(target=self._work, name="parvis-crawl", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                target = self._todo.get(timeout=0.2)
            except queue.Empty:
                continue
            try:
                result = self._visitor.visit(target)
            except (ChromiumMissing, RecipeError) as error:
                result = error
            except Exception as error:  # a fault of ours must cost one page, and be seen
                result = Visit(target, VisitState.ERROR, reason=f"fault of the engine: {type(error).__name__}: {error}")
            if not self._stopping.is_set():
                self._done.put(result)
        self.browser.stop()
