"""Pages judged in a second, against pa11y-ci and against bare warm axe, in one run: `python -m tests.bench_throughput`.

Each has the same pages and the same Chromium. Ours and pa11y-ci are run as their users run them, start included;
axe alone has a browser that is warm, one tab, its rules of the RGAA and results in brief: the least that it can cost.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from accessibility import axe, chromium
from tests.bench_pages import served_site

PAGES = 40
PA11Y_CI = "pa11y-ci@4.1.1"
_ROOT = Path(__file__).resolve().parents[1]
_FOLDER = _ROOT / "var" / "bench"
_RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ["RGAAv4"], resultTypes: ["violations"]})
  .then((results) => done(results.violations.length));
"""


def engine(jobs: int, *options: str) -> Callable[[list[str]], int]:
    """Our command line, all its rules, with so many browsers."""

    def check(addresses: list[str]) -> int:
        command = [sys.executable, "-m", "accessibility", "check", "--urls", "-", "--format", "jsonl"]
        answer = subprocess.run(
            [*command, "--jobs", str(jobs), *options],
            input="\n".join(addresses),
            capture_output=True,
            text=True,
            cwd=_ROOT,
        )
        rows = [json.loads(line) for line in answer.stdout.splitlines()]
        if len(rows) != len(addresses) or any("error" in row for row in rows):
            raise RuntimeError(f"the engine did not check every page: {answer.stderr[-2000:]}")
        return sum(any(finding["verdict"] == "fail" for finding in row["findings"]) for row in rows)

    return check


def pa11y_ci(addresses: list[str]) -> int:
    """pa11y-ci with its axe runner, one page at a time."""
    launch = {"executablePath": chromium.binary(), "args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    defaults = {"runners": ["axe"], "concurrency": 1, "timeout": 60_000, "chromeLaunchConfig": launch}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as config:
        json.dump({"defaults": defaults, "urls": addresses}, config)
        config.flush()
        program = _FOLDER / "node_modules" / ".bin" / "pa11y-ci"
        answer = subprocess.run([program, "--config", config.name, "--json"], capture_output=True, text=True)
    results = json.loads(answer.stdout)["results"]
    if len(results) != len(addresses) or any("code" not in row for rows in results.values() for row in rows):
        raise RuntimeError(f"pa11y-ci did not check every page: {answer.stderr[-2000:]}")
    return sum(any(row["type"] == "error" for row in rows) for rows in results.values())


def bare_axe(driver) -> Callable[[list[str]], int]:
    """axe alone in one tab of a browser that has already judged a page."""
    source = (axe.folder() / "axe.min.js").read_text(encoding="utf-8")
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})

    def check(addresses: list[str]) -> int:
        broken = 0
        for address in addresses:
            driver.get(address)
            broken += bool(driver.execute_async_script(_RUN_AXE))
        return broken

    return check


def _install_pa11y_ci() -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "install", "--no-save", "--no-progress", "--prefix", _FOLDER, PA11Y_CI],
        env=os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"},
        check=True,
        capture_output=True,
    )


def main() -> None:
    """Print the table; each row on the pages that the others had."""
    if shutil.which("npm") is None:
        sys.exit("This bench needs npm and Node 20 or later, for pa11y-ci.")
    _install_pa11y_ci()
    with served_site(PAGES) as addresses:
        rows = {PA11Y_CI: _timed(pa11y_ci, addresses)}
        running = chromium.start(timeout=120)
        try:
            check = bare_axe(running.driver)
            check(addresses[:1])
            rows["axe alone, warm, one tab"] = _timed(check, addresses)
        finally:
            running.kill()
        rows["Parvis, one browser"] = _timed(engine(1, "--no-probes"), addresses)
        rows["Parvis, two browsers"] = _timed(engine(2, "--no-probes"), addresses)
        rows["Parvis, two, and probes"] = _timed(engine(2), addresses)
    reference, _ = rows[PA11Y_CI]
    for label, (seconds, broken) in rows.items():
        print(
            f"{label:<26} {seconds / PAGES:6.2f} s a page   × {reference / seconds:5.2f} as fast as {PA11Y_CI}   "
            f"{broken} of {PAGES} pages with a defect"
        )


def _timed(check: Callable[[list[str]], int], addresses: list[str]) -> tuple[float, int]:
    started = time.perf_counter()
    broken = check(addresses)
    return time.perf_counter() - started, broken


if __name__ == "__main__":
    main()
