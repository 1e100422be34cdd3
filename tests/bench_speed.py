"""What checking a page costs, as ratios to loading it, in one run: `python -m tests.bench_speed`."""

import http.server
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from accessibility import engine
from accessibility.browser import Browser
from accessibility.checker import Checker

PAGES = 20
SECTION = (
    "<section><h2>Rubrique {n}</h2>"
    "<p>Le guichet {n} reçoit sur <a href='/rendez-vous/{n}'>rendez-vous du guichet {n}</a>, "
    "du lundi au vendredi.</p><table><caption>Horaires du guichet {n}</caption><tr><th scope='col'>Jour</th>"
    "<th scope='col'>Heures</th></tr><tr><td>Lundi</td><td>9 h – 12 h</td></tr></table>"
    "<form><label for='nom-{n}'>Nom</label> <input id='nom-{n}' name='nom' autocomplete='name'></form></section>"
)


def page(number: int) -> str:
    """A page of about 30 kB, different from the others."""
    sections = "".join(SECTION.format(n=f"{number}-{part}") for part in range(60))
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Page {number} – Banc</title>"
        "<style>body { font: 1rem/1.5 sans-serif; color: #222; } td, th { border: 1px solid; }</style></head>"
        f"<body><header><p>Ville</p></header><main><h1>Page {number}</h1>{sections}</main></body></html>"
    )


def milliseconds(work: Callable[[int], object]) -> float:
    """The median time of the work over the pages, its first call left out: that one warms up."""
    work(0)
    times = []
    for number in range(PAGES):
        started = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        for number in range(PAGES):
            Path(folder, f"{number}.html").write_text(page(number), encoding="utf-8")
        handler = partial(_Quiet, directory=folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"

        def load(number: int) -> None:
            with browser.window() as window:
                window.navigate(f"{address}{number}.html")

        checker = Checker()
        checker.warm_up()
        rows = {
            "load in a fresh window (reference)": milliseconds(load),
            "check of an address": milliseconds(lambda n: engine.check_url(browser, f"{address}{n}.html")),
            "verdict of the checker": milliseconds(lambda n: checker.judge(page(n), f"http://banc.test/{n}/", [])),
            "check of the source alone": milliseconds(lambda n: engine.check_source(page(n), f"http://banc.test/{n}/")),
        }
        checker.close()
        server.shutdown()
    reference = next(iter(rows.values()))
    for label, median in rows.items():
        print(f"{label:<38} {median:8.0f} ms   × {median / reference:.2f}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


if __name__ == "__main__":
    main()
