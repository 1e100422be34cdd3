"""Sitemaps (https://www.sitemaps.org/protocol.html): XML, text, an index of others, compressed or not."""

import gzip
import io
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from accessibility.addresses import canonical
from accessibility.fetch import Fetcher, FetchError

MOST_FILES = 100
MOST_ADDRESSES = 50_000
_MOST_BYTES = 50_000_000  # of one sitemap, uncompressed
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Sitemap:
    """What one file lists: pages of the site, and other sitemaps."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> Sitemap:
    """Read one file. A file that is no sitemap, or broken, gives what could be read of it."""
    if body.startswith(_GZIP):
        body = _unzipped(body)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = body.decode("utf-8", "replace").splitlines()
        return Sitemap(pages=tuple(line.strip() for line in lines if line.strip().startswith(("http://", "https://"))))
    found: dict[str, list[str]] = {"url": [], "sitemap": []}
    try:
        for _, element in etree.iterparse(
            io.BytesIO(body),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
        ):
            if not isinstance(element.tag, str):
                continue
            name = etree.QName(element).localname
            if name == "loc" and element.text and (parent := element.getparent()) is not None:
                kind = etree.QName(parent).localname
                if kind in found:
                    found[kind].append(element.text.strip())
            elif name in found:
                element.clear()
    except etree.XMLSyntaxError:
        pass
    return Sitemap(tuple(found["url"]), tuple(found["sitemap"]))


def pages_of(fetcher: Fetcher, sitemaps: Iterable[str]) -> Iterator[str]:
    """The canonical addresses that sitemaps list, indexes followed; what cannot be had is passed over."""
    todo = deque(sitemaps)
    seen: set[str] = set()
    given = 0
    while todo and len(seen) < MOST_FILES:
        address = canonical(todo.popleft())
        if address is None or address in seen:
            continue
        seen.add(address)
        try:
            answer = fetcher.get(address)
        except FetchError:
            continue
        if answer.status != 200:
            continue
        sitemap = read_sitemap(answer.body)
        todo.extend(sitemap.sitemaps)
        for page in sitemap.pages:
            if given >= MOST_ADDRESSES:
                return
            if found := canonical(page, answer.url):
                given += 1
                yield found


def _unzipped(body: bytes) -> bytes:
    """Decompress up to the limit of a sitemap: a compressed bomb gives its beginning."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as file:
            return file.read(_MOST_BYTES)
    except (OSError, EOFError, zlib.error):
        return b""
