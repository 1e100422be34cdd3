"""What each site asks of a crawler that fetches its documents: what to leave alone, how long to wait in between."""

import threading
import time

from accessibility.addresses import host_and_port
from accessibility.fetch import Fetcher
from accessibility.robots import Robots


class Courtesy:
    """Follows the robots.txt of every site, but that of `start` where it is `ignored`. For several threads at once."""

    def __init__(self, start: str, *, ignored: bool) -> None:
        self._own = host_and_port(start)
        self._ignored = ignored
        self._robots: dict[tuple[str, int], Robots] = {}
        self._next: dict[tuple[str, int], float] = {}
        self._asking: dict[tuple[str, int], threading.Lock] = {}
        self._lock = threading.Lock()

    def allows(self, fetcher: Fetcher, address: str) -> bool:
        """Whether the site of an address lets it be fetched; asks it at the first of its addresses."""
        site = host_and_port(address)
        with self._lock:
            asking = self._asking.setdefault(site, threading.Lock())
        with asking:
            if site not in self._robots:
                self._robots[site] = Robots.of_site(fetcher, address, ignored=self._ignored and site == self._own)
        return self._robots[site].allows(address)

    def seconds_to_wait(self, address: str) -> float:
        """Seconds until the turn of an address, which is then taken. Ask `allows` before."""
        site = host_and_port(address)
        with self._lock:
            turn = max(time.monotonic(), self._next.get(site, 0.0))
            self._next[site] = turn + self._robots[site].delay
        return turn - time.monotonic()
