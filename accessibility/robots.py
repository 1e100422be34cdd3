"""What a site's robots.txt (RFC 9309) asks of a crawler."""

from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from accessibility.fetch import PRODUCT, Fetcher, FetchError

LONGEST_DELAY = 10.0
"""Seconds between two pages beyond which a site's Crawl-delay is not followed: it would take days."""
_MOST_BYTES = 512_000  # RFC 9309 §2.5 asks for at least 500 KiB


@dataclass(frozen=True)
class Robots:
    """The rules of one robots.txt for this crawler. `ignored`: the operator says that the site is theirs."""

    _parsed: Protego
    ignored: bool = False

    @classmethod
    def of_site(cls, fetcher: Fetcher, address: str, *, ignored: bool = False) -> "Robots":
        """Read the robots.txt of the site that an address is on; one that cannot be had forbids nothing."""
        try:
            answer = fetcher.get(urljoin(address, "/robots.txt"), most_bytes=_MOST_BYTES)
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        except FetchError:
            text = ""
        return cls(Protego.parse(text), ignored)

    def allows(self, address: str) -> bool:
        """Whether the page may be visited."""
        return self.ignored or self._parsed.can_fetch(address, PRODUCT)

    @property
    def delay(self) -> float:
        """Seconds that the site asks to wait between two pages."""
        return 0.0 if self.ignored else min(self._parsed.crawl_delay(PRODUCT) or 0.0, LONGEST_DELAY)

    @property
    def sitemaps(self) -> list[str]:
        """The addresses of the site's sitemaps that the file declares."""
        return list(self._parsed.sitemaps)
