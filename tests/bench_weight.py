"""What each kind of page weighs and costs, the whole portal started for it: `python -m tests.bench_weight`."""

import http.client
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.e2e.conftest import RunningPortal
from tests.network_log import Visitor, visitor

TIMES = 20
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
    """One page: bytes on the wire without and with images, requests, those to others, milliseconds of the server."""

    text: int
    weight: int
    requests: int
    outside: int
    server: float


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


def measure(browser: Visitor, address: str) -> Measure:
    server = server_milliseconds(address)
    visit = browser.visit(address)
    return Measure(visit.weight_without_images, visit.weight, len(visit.asked), len(visit.outside), server)


def main() -> int:
    """Print the table; 1 when a page asked anything of somebody else."""
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
    return int(any(row.outside for row in rows.values()))


def show(rows: dict[str, Measure]) -> None:
    home = rows["home page"]
    print(f"{'':<22}{'kB, no image':>13}{'kB':>8}{'requests':>10}{'outside':>9}{'server ms':>11}   × home: kB, ms")
    for label, row in rows.items():
        print(
            f"{label:<22}{row.text / 1000:13.1f}{row.weight / 1000:8.1f}{row.requests:10}{row.outside:9}"
            f"{row.server:11.0f}   {row.weight / home.weight:.2f}, {row.server / home.server:.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
