"""What checking a page costs, as ratios to loading it, in one run: `python -m tests.bench_speed`."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable

from accessibility import engine
from accessibility.browser import Browser
from accessibility.checker import Checker
from accessibility.probes.all_probes import Probing
from tests.bench_pages import page, served_site

PAGES = 20


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
    with served_site(PAGES) as addresses, Browser() as browser:

        def load(number: int) -> None:
            with browser.window() as window:
                window.navigate(addresses[number])

        stages: dict[str, list[int]] = defaultdict(list)

        def check(number: int) -> None:
            for stage, spent in engine.check_url(browser, addresses[number]).ms.items():
                stages[stage].append(spent)

        def read(number: int) -> None:
            engine.check_url(browser, addresses[number], probing=Probing.NONE)

        checker = Checker()
        checker.warm_up()
        rows = {
            "load in a fresh window (reference)": milliseconds(load),
            "check of an address": milliseconds(check),
            "the same, without probes": milliseconds(read),
            "verdict of the checker": milliseconds(lambda n: checker.judge(page(n), f"http://banc.test/{n}/", [])),
            "check of the source alone": milliseconds(lambda n: engine.check_source(page(n), f"http://banc.test/{n}/")),
        }
        checker.close()
    rows |= {f"of a check: {stage}": statistics.median(spent) for stage, spent in stages.items() if stage != "total"}
    reference = next(iter(rows.values()))
    for label, median in rows.items():
        print(f"{label:<38} {median:8.0f} ms   × {median / reference:.2f}")


if __name__ == "__main__":
    main()
