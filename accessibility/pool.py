"""Several browsers at work on one list of addresses, none of which outlives it, however it ends."""

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from accessibility import engine
from accessibility.browser import Browser
from accessibility.probes.all_probes import Probing
from accessibility.report import PageReport

Result = tuple[str, PageReport | Exception]


def check_pages(
    pages: Sequence[tuple[str, str]], *, jobs: int, timeout: float, probing: Probing = Probing.ALL
) -> Iterator[Result]:
    """Check pages (name, address), `jobs` browsers at once, and give each report or error as it comes."""
    todo: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()
    for page in pages:
        todo.put(page)
    done: queue.SimpleQueue[Result] = queue.SimpleQueue()
    with _workers(min(jobs, len(pages)), todo, done, timeout, probing):
        for _ in pages:
            yield done.get()


@contextmanager
def _workers(
    number: int, todo: queue.SimpleQueue, done: queue.SimpleQueue, timeout: float, probing: Probing
) -> Iterator[None]:
    stopped = threading.Event()
    browsers = [Browser(timeout=timeout) for _ in range(number)]
    threads = [threading.Thread(target=_work, args=(browser, todo, done, stopped, probing)) for browser in browsers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stopped.set()
        for browser, thread in zip(browsers, threads, strict=True):
            while thread.is_alive():
                browser.stop()  # a worker that was about to open a window starts its browser again: hence the loop
                thread.join(0.2)


def _work(
    browser: Browser,
    todo: queue.SimpleQueue,
    done: queue.SimpleQueue,
    stopped: threading.Event,
    probing: Probing,
) -> None:
    with browser_stopped_after(browser):
        while not stopped.is_set():
            try:
                name, address = todo.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((name, engine.check_url(browser, address, probing=probing)))
            except Exception as error:
                done.put((name, error))


@contextmanager
def browser_stopped_after(browser: Browser) -> Iterator[None]:
    """Stop the browser at the end; it starts by itself at the first page."""
    try:
        yield
    finally:
        browser.stop()
