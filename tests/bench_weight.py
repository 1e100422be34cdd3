"""What each kind of page weighs and costs, the whole portal started for it: `python -m tests.bench_weight`."""

import gzip
import http.client
import statistics
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.e2e.conftest import RunningPortal
from tests.network_log import Visitor, visitor

TIMES = 20
MOST_OF_HOME, MOST_STYLES = 60_000, 30_000
"""Compressed bytes: of the home page without its pictures, and of the style sheets of any page."""
MISSING = "/nulle-part/"
PAGES = {
    "home page": "/",
    "ordinary page, table": "/vie-municipale/mairie/",
    "ordinary page, image": "/culture-et-loisirs/patrimoine/",
    "catalogue": "/demarches/",
    "service sheet": "/demarches/acte-de-naissance/",
    "places": "/lieux/",
    "place": "/lieux/hotel-de-ville/",
    "news list": "/actualites/",
    "news": "/actualites/marche-de-noel/",
    "easy to read": "/vie-municipale/mairie/mairie-facile-a-lire/",
    "translation": "/en/town-council-and-services/town-hall/",
    "contact": "/contact/",
    "accessibility": "/accessibilite/",
    "search": "/recherche/?q=mairie",
    "map of the site": "/plan-du-site/",
    "missing page": MISSING,
}


@dataclass(frozen=True)
class Measure:
    """One page: bytes on the wire, requests, those to others, milliseconds of the server.

    `compressed`: bytes by kind as a server that compresses texts sends them, images left out.
    """

    weight: int
    requests: int
    outside: int
    server: float
    compressed: Counter


def server_milliseconds(address: str) -> float:
    """The median time until the whole answer is there, over one connection, the first call left out."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    times = []
    for _ in range(TIMES + 1):
        started = time.perf_counter()
        connection.request("GET", target)
        answer = connection.getresponse()
        answer.read()
        if answer.status != (404 if parts.path == MISSING else 200):
            sys.exit(f"{address} answers {answer.status}: the page to measure is not there")
        times.append((time.perf_counter() - started) * 1000)
    connection.close()
    return statistics.median(times[1:])


def compressed(addresses: list[str]) -> Counter:
    """What these weigh by kind: texts compressed, fonts as they are, no images."""
    weights: Counter = Counter()
    for address in addresses:
        try:
            answer = urllib.request.urlopen(address)
        except urllib.error.HTTPError as missing:
            answer = missing
        kind, body = answer.headers.get_content_type(), answer.read()
        if not kind.startswith("image/"):
            weights[kind] += len(body) if kind.startswith("font/") else len(gzip.compress(body, 6))
    return weights


def measure(browser: Visitor, address: str) -> Measure:
    server = server_milliseconds(address)
    visit = browser.visit(address)
    return Measure(visit.weight, len(visit.asked), len(visit.outside), server, compressed(visit.asked))


def main() -> int:
    """Print the table; 1 when a page asked anything of somebody else, or is heavier than it may be."""
    with tempfile.TemporaryDirectory(prefix="parvis-bench-") as folder:
        portal = RunningPortal(Path(folder))
        try:
            portal.start()
            with visitor() as browser:
                # The icon of the site is asked for once.
                browser.visit(portal.address)
                rows = {label: measure(browser, portal.address + path) for label, path in PAGES.items()}
        finally:
            portal.stop()
    show(rows)
    home = rows["home page"].compressed
    light = home.total() <= MOST_OF_HOME and all(row.compressed["text/css"] <= MOST_STYLES for row in rows.values())
    return int(not light or any(row.outside for row in rows.values()))


def show(rows: dict[str, Measure]) -> None:
    home = rows["home page"]
    print(f"{'':<22}{'compressed, no image: kB':>25}{'HTML':>7}{'CSS':>6}{'JS':>5}{'fonts':>7}", end="")
    print(f"{'on the wire: kB':>17}{'requests':>10}{'outside':>9}{'server ms':>11}   × home: kB, ms")
    for label, row in rows.items():
        texts = row.compressed
        html, css, js = texts["text/html"], texts["text/css"], texts["text/javascript"]
        fonts = sum(weight for kind, weight in texts.items() if kind.startswith("font/"))
        print(
            f"{label:<22}{texts.total() / 1000:25.1f}{html / 1000:7.1f}{css / 1000:6.1f}{js / 1000:5.1f}"
            f"{fonts / 1000:7.1f}{row.weight / 1000:17.1f}{row.requests:10}{row.outside:9}"
            f"{row.server:11.0f}   {row.weight / home.weight:.2f}, {row.server / home.server:.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
