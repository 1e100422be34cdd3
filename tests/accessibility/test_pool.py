"""The processes that share a list of pages: one that dies costs its page, and none is left behind."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psutil

from accessibility.engine import check_source
from accessibility.page_errors import PageError
from accessibility.pool import Judge, check_pages
from accessibility.report import PageReport
from tests.accessibility.web_server import CLEAN

PAGES = [(f"page {number}", str(number)) for number in range(12)]
FATAL = "5"


@contextmanager
def sources() -> Iterator[Judge]:
    def judge(name: str, address: str) -> PageReport:
        if address == FATAL:
            os.kill(os.getpid(), signal.SIGKILL)
        return check_source(CLEAN.format(f"<p>{name}</p>"), f"http://example.org/{address}")

    yield judge


def test_a_worker_that_dies_costs_the_page_that_it_had_in_hand():
    results = dict(check_pages(PAGES, jobs=2, tools=sources))
    assert set(results) == {name for name, _ in PAGES}
    lost = results.pop(f"page {FATAL}")
    assert isinstance(lost, PageError) and "process" in str(lost)
    assert {name: report.url for name, report in results.items()} == {
        name: f"http://example.org/{address}" for name, address in PAGES if address != FATAL
    }


def test_no_worker_is_left_when_the_results_are_no_longer_wanted():
    before = set(psutil.Process().children())
    with closing(check_pages(PAGES, jobs=3, tools=sources)) as results:
        next(results)
        workers = set(psutil.Process().children()) - before
        assert workers
    assert [worker for worker in workers if worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE] == []
