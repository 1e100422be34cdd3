"""Files that a crawler reads without a browser (robots.txt, sitemaps), through the same proxy."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin

import urllib3

from accessibility import __version__

PRODUCT = "Parvis"
"""The name that robots.txt files know the crawler by."""
USER_AGENT = f"{PRODUCT}/{__version__} (audit d'accessibilite RGAA)"

_MOST_BYTES = 50_000_000  # the limit of a sitemap, https://www.sitemaps.org/protocol.html
_CHUNK = 64 * 1024


class FetchError(Exception):
    """The file could not be had; the message says why, in one line."""


@dataclass(frozen=True)
class Fetched:
    """What an address answered. `url`: the address after redirects; `kind`: its media type, in lower case."""

    url: str
    status: int
    body: bytes
    kind: str = ""


class Fetcher:
    """Fetches through a proxy (`host:port`), within `timeout` seconds a file; for one thread at a time."""

    def __init__(self, proxy: str, *, timeout: float = 20) -> None:
        self._timeout = timeout
        limits = urllib3.Timeout(connect=timeout, read=timeout)
        self._pool = urllib3.ProxyManager(f"http://{proxy}", timeout=limits, headers={"User-Agent": USER_AGENT})

    def get(self, address: str, *, most_bytes: int = _MOST_BYTES, kinds: frozenset[str] = frozenset()) -> Fetched:
        """Fetch an address, redirects followed. Raises FetchError, also when it is over `most_bytes`.

        `kinds`: the media types whose body is wanted, all when there is none; the body of another is left empty.
        """
        deadline = time.monotonic() + self._timeout
        with self._answer(address) as (url, answer):
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if kinds and kind not in kinds:
                return Fetched(url, answer.status, b"", kind)
            body = bytearray()
            while chunk := answer.read1(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > most_bytes:
                    raise FetchError(f"{address}: larger than {most_bytes} bytes")
                if time.monotonic() > deadline:
                    raise FetchError(f"{address}: not whole within {self._timeout:g} s")
            return Fetched(url, answer.status, bytes(body), kind)

    def where(self, address: str) -> str:
        """The address that this one redirects to; itself when it does not, or does not answer."""
        try:
            with self._answer(address) as (url, _):
                return url
        except FetchError:
            return address

    @contextmanager
    def _answer(self, address: str) -> Iterator[tuple[str, urllib3.BaseHTTPResponse]]:
        """The address after redirects, and its answer, not read yet."""
        retries = urllib3.Retry(total=5, connect=0, read=0, other=0)
        try:
            answer = self._pool.request("GET", address, preload_content=False, retries=retries)
            try:
                url = address
                for step in answer.retries.history if answer.retries else ():
                    url = urljoin(url, step.redirect_location or url)
                yield url, answer
            finally:
                answer.close()
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise FetchError(f"{address}: {_reason(error)}") from error


def _reason(error: BaseException) -> str:
    inner = getattr(error, "reason", None)
    return str(inner if isinstance(inner, BaseException) else error).splitlines()[0]
