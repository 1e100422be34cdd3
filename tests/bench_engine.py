"""What the engine costs beside what is wanted of it, as ratios in one run: `python -m tests.bench_engine [PART ...]`.

Parts: `axe` (our rules beside bare axe, and each probe), `jobs`, `memory`, `size`; all of them when none is named.
"""

import math
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

from accessibility import chromium, engine
from accessibility.browser import Browser
from accessibility.probes.all_probes import Probing
from tests.bench_pages import page, served_site
from tests.bench_throughput import bare_axe
from tests.bench_throughput import engine as command_line

PAGES = 20
STATIC_PAGES = 200
MANY_PAGES = 1000
SETTLED = 300
"""Pages after which nothing more should be kept."""
SIZES = (500, 1000, 2500, 5000)
TIMES = 3
_STAGES = ("navigate", "axe", "rules", "total")
_PROBES = ("strain", "keyboard", "focus", "hover", "states")


def row(label: str, measured: str, wanted: str = "") -> None:
    """Print one line of the table."""
    print(f"{label:<46} {measured:<34} {f'wanted: {wanted}' if wanted else ''}".rstrip(), flush=True)


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """How long it takes, once."""
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def bench_axe() -> None:
    """Our rules and bare axe in turn on the same pages, then what each probe adds to a check."""
    stages: dict[str, list[int]] = defaultdict(list)
    with served_site(PAGES) as addresses, Browser() as browser:
        running = chromium.start(timeout=120)
        try:
            alone = bare_axe(running.driver)
            alone(addresses[:1])
            engine.check_url(browser, addresses[0], probing=Probing.NONE)
            spent_alone = spent_ours = 0.0
            for address in addresses:
                spent_alone += seconds(alone, [address])
                spent_ours += seconds(partial(engine.check_url, browser, address, probing=Probing.NONE))
        finally:
            running.kill()
        for address in addresses:
            for stage, spent in engine.check_url(browser, address).ms.items():
                stages[stage].append(spent)
    row("page loaded, bare axe", f"{spent_alone / PAGES * 1000:.0f} ms")
    row("page loaded, all our rules, no probe", f"× {spent_ours / spent_alone:.2f}", "≤ 1.3")
    for probe in _PROBES:
        spent = statistics.mean(stages[probe] or [0])
        row(f"probe: {probe}", f"{spent:.0f} ms, × {spent * PAGES / 1000 / spent_ours:.2f} of a check without")


def bench_jobs() -> None:
    """Pages a minute of the command line, with one and with two at work."""
    for label, pages, options, wanted in (
        ("in a browser", PAGES * 2, (), "≥ 1.25"),
        ("in a browser, no probe", PAGES * 2, ("--no-probes",), "≥ 1.25"),
        ("--static", STATIC_PAGES, ("--static",), "≥ 1.7"),
    ):
        with served_site(pages) as addresses:
            one, two = (pages * 60 / seconds(command_line(jobs, *options), addresses) for jobs in (1, 2))
        row(f"{label}: --jobs 2 vs 1", f"× {two / one:.2f} ({one:.0f} → {two:.0f} pages/min)", wanted)


def bench_memory() -> None:
    """What our process and the browser hold after some pages, and after many more."""
    ours: dict[int, float] = {}
    theirs: list[float] = []
    with served_site(5) as addresses, Browser() as browser:
        for number in range(1, MANY_PAGES + 1):
            engine.check_url(browser, addresses[number % len(addresses)], probing=Probing.NONE)
            if number in (SETTLED, MANY_PAGES):
                ours[number] = _megabytes([psutil.Process()])
            if number % 50 == 0:
                theirs.append(_megabytes(psutil.Process().children(recursive=True)))
    first = SETTLED // 50
    growth = ours[MANY_PAGES] / ours[SETTLED]
    row(
        f"memory of Python, page {SETTLED} → {MANY_PAGES}",
        f"{ours[SETTLED]:.0f} → {ours[MANY_PAGES]:.0f} MB, × {growth:.2f}",
        "no growth",
    )
    row(
        f"memory of the browser, up to {SETTLED}, then after",
        f"{max(theirs[:first]):.0f}, then {max(theirs[first:]):.0f} MB at most",
        "no growth",
    )


def _megabytes(processes: list[psutil.Process]) -> float:
    held = 0
    for process in processes:
        try:
            held += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return held / 1e6


def page_of(nodes: int) -> str:
    """A page of at least so many elements and texts: sections of the site's pages, one after the other."""
    whole = page(1)
    head, _, rest = whole.partition("<section>")
    body, _, foot = rest.rpartition("</section>")
    sections = [f"<section>{part}" for part in (body + "</section>").split("<section>")]
    written, count, number = head, head.count("<"), 0
    while count < nodes:
        section = sections[number % len(sections)].replace("1-", f"{number}-")
        written += section
        count += _nodes_of(section)
        number += 1
    return f"{written}{foot}"


def _nodes_of(section: str) -> int:
    """Its opening tags, and its texts: what is written after a tag."""
    return sum(not part.startswith("/") for part in section.split("<")[1:]) + sum(
        bool(part.partition(">")[2].strip()) for part in section.split("<")[1:]
    )


def bench_size() -> None:
    """Time for one node, by stage, on pages that only differ in their length."""
    spent: dict[str, dict[int, float]] = defaultdict(dict)
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        file = Path(folder) / "page.html"
        file.parent.chmod(0o755)  # the browser may be somebody else
        for size in SIZES:
            source = page_of(size)
            file.write_text(source, encoding="utf-8")
            for turn in range(TIMES + 1):
                report = engine.check_url(browser, file.as_uri(), probing=Probing.NONE)
                for stage in _STAGES if turn else ():
                    least = spent[f"in a browser: {stage}"].get(size, math.inf)
                    spent[f"in a browser: {stage}"][size] = min(least, report.ms.get(stage, 0) / size)
            spent["from the source: all"][size] = min(
                seconds(engine.check_source, source, "http://banc.test/") * 1000 / size for _ in range(TIMES)
            )
    for label, by_size in spent.items():
        least = by_size[SIZES[0]] or 1 / SIZES[0]
        ratios = "  ".join(f"{size}: × {time_of_one / least:.2f}" for size, time_of_one in by_size.items())
        row(f"ms a node, {label}", f"{by_size[SIZES[0]]:.3f}  {ratios}", "≤ 1 from 500 on")


PARTS: dict[str, Callable[[], None]] = {
    "axe": bench_axe,
    "jobs": bench_jobs,
    "size": bench_size,
    "memory": bench_memory,
}


def main() -> None:
    """Print the parts that are asked for."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
