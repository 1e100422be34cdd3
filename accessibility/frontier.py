"""What a crawl knows of a site: the addresses that it met, those that wait for their turn, and its limits."""

import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from accessibility.addresses import Scope, canonical, may_be_page, without_ornaments
from accessibility.robots import Robots


@dataclass(frozen=True)
class Limits:
    """Where a crawl stops: `pages` judged or in error, `depth` in links from the start, `known` addresses."""

    pages: int = 200
    depth: int = 30
    known: int = 20_000


@dataclass(frozen=True)
class Target:
    """An address to visit, how many links away from the start, and the address of the page that led to it."""

    address: str
    depth: int = 0
    found_on: str = ""


@dataclass(frozen=True)
class Progress:
    """Where an earlier crawl stopped.

    `known`: every address that it met; `waiting`: those not visited yet; `judged`: address and digest of each
    page that it judged; `counted`: how many visits count towards the limit.
    """

    known: Iterable[str] = ()
    waiting: Iterable[Target] = ()
    judged: Iterable[tuple[str, str]] = ()
    counted: int = 0


class Frontier:
    """The addresses of one site, each visited once, nearest first. Safe to use from several threads."""

    def __init__(self, scope: Scope, robots: Robots, limits: Limits, progress: Progress | None = None) -> None:
        self.scope = scope
        self._robots = robots
        self._limits = limits
        progress = progress or Progress()
        self._waiting = deque(progress.waiting)
        self._known = {*progress.known, *(target.address for target in self._waiting)}
        self._judged = {(without_ornaments(address), digest): address for address, digest in progress.judged}
        self._lock = threading.Lock()

    def add(self, addresses: Iterable[str], *, depth: int, found_on: str) -> tuple[Target, ...]:
        """Make the addresses wait that are new, of this site, allowed, and may be pages; returns those."""
        if depth > self._limits.depth:
            return ()
        new = []
        for address in map(canonical, addresses):
            if address is None or not self.scope.holds(address) or not may_be_page(address):
                continue
            with self._lock:
                full = len(self._known) >= self._limits.known
                if full or address in self._known or not self._robots.allows(address):
                    continue
                self._known.add(address)
                new.append(Target(address, depth, found_on))
                self._waiting.append(new[-1])
        return tuple(new)

    def take(self) -> Target | None:
        """The next address to visit; None when none waits now."""
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    @property
    def waits(self) -> bool:
        """Whether an address waits for its turn."""
        return bool(self._waiting)

    def objection(self, target: Target, arrived_at: str, digest: str) -> str:
        """Why the page that an address led to is not to be judged under it; empty when it is.

        `digest`: of its source; the same source at `/` and at `/index.html` is one page.
        """
        with self._lock:
            twin = self._judged.setdefault((without_ornaments(arrived_at), digest), arrived_at)
        if digest and twin != arrived_at:
            return f"same page as {twin}"
        if arrived_at == target.address:
            return ""
        if not self.scope.holds(arrived_at):
            return f"redirects to another site: {arrived_at}"
        with self._lock:
            if arrived_at in self._known:
                return f"redirects to a page of its own: {arrived_at}"
            self._known.add(arrived_at)
        return ""
