"""Several processes at work on one list of addresses, each with its own browser; none outlives its parent.

Processes rather than threads: to judge a page takes about as long in Python as in the browser.
"""

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait

from accessibility.page_errors import NotAPage, PageError
from accessibility.report import PageReport

Page = tuple[str, str]
"""The name that the caller gave, and the address."""
Result = tuple[str, PageReport | Exception]
Judge = Callable[[str, str], PageReport]
Tools = Callable[[], AbstractContextManager[Judge]]
"""What a worker opens when it starts: gives how it judges a page, told its name and address. Raises PageError."""

_TO_END = 10
"""Seconds that a worker has to end its browser, once asked to."""
_LOOK = 0.5


def check_pages(pages: Sequence[Page], *, jobs: int, tools: Tools) -> Iterator[Result]:
    """Check pages, `jobs` processes at once, and give each report or error as it comes; findings without their nodes.

    A worker that dies costs the page that it had in hand.
    """
    todo = deque(pages)
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(pages))):
            workers.append(_Worker(tools, workers))
            workers[-1].take(todo.popleft())
        while busy := [worker for worker in workers if worker.page]:
            ready = wait([worker.connection for worker in busy])
            for position, worker in enumerate(workers):
                if worker.connection not in ready:
                    continue
                yield worker.result()
                if todo and worker.is_lost:
                    workers[position] = worker = _Worker(tools, workers)
                if todo:
                    worker.take(todo.popleft())
    finally:
        for worker in workers:
            worker.stop()
        for worker in workers:
            worker.join()


class _Worker:
    """One process, and the page that it has in hand."""

    def __init__(self, tools: Tools, others: "Sequence[_Worker]") -> None:
        self.connection, far_end = Pipe()
        self.page: Page | None = None
        self.is_lost = False
        near_ends = [self.connection, *(other.connection for other in others)]
        self._process = get_context("fork").Process(target=_work, args=(tools, far_end, near_ends), daemon=True)
        self._process.start()
        far_end.close()

    def take(self, page: Page) -> None:
        self.page = page
        with suppress(OSError):  # a dead worker says so when it is asked for its result
            self.connection.send(page)

    def result(self) -> Result:
        name, _ = self.page
        self.page = None
        try:
            return name, self.connection.recv()
        except (EOFError, OSError):
            self.is_lost = True
            return name, PageError("lost with the process that judged it")

    def stop(self) -> None:
        self.connection.close()
        self._process.terminate()

    def join(self) -> None:
        self._process.join(_TO_END)
        self._process.kill()


def _work(tools: Tools, connection: Connection, near_ends: Sequence[Connection]) -> None:
    """What a worker does until its parent asks for no more page, or is no more."""
    for near_end in near_ends:
        near_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_die_without_parent, args=(os.getppid(),), daemon=True).start()
    with suppress(EOFError, OSError), tools() as judge:
        while True:
            connection.send(_judged(judge, *connection.recv()))


def _judged(judge: Judge, name: str, address: str) -> PageReport | Exception:
    try:
        report = judge(name, address)
        return replace(report, findings=[replace(finding, node=None) for finding in report.findings])
    except Exception as error:
        kind = NotAPage if isinstance(error, NotAPage) else PageError
        return kind(str(error) or type(error).__name__)


def _leave(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit()


def _die_without_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
