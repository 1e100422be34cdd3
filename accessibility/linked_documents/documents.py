"""The documents of one crawl: each fetched and judged once, beside the browsers, for every page that links to it."""

import threading
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait

from accessibility.documents.judge import judge_document
from accessibility.linked_documents import unread
from accessibility.linked_documents.limits import DocumentLimits
from accessibility.linked_documents.reader import DocumentReader
from accessibility.linked_documents.unread import Unread
from accessibility.linked_documents.verdict import DocumentVerdict
from accessibility.page_errors import PageError

_AT_ONCE = 2
_LOOK = 0.2


class Asked:
    """The documents that one page asked for, by address, on their way."""

    def __init__(self, answers: Mapping[str, Future], stopping: threading.Event | None = None) -> None:
        self._answers = answers
        self._stopping = stopping or threading.Event()

    def come(self, *, within: float) -> bool:
        """Whether all of them are known, at once or within so many seconds."""
        return not wait(self._answers.values(), timeout=within).not_done

    def verdicts(self) -> dict[str, DocumentVerdict]:
        """What is known of each, waited for unless the crawl stops."""
        while not self.come(within=_LOOK) and not self._stopping.is_set():
            pass
        return {
            address: answer.result() if answer.done() and not answer.cancelled() else _not_read(address, unread.STOPPED)
            for address, answer in self._answers.items()
        }


class Documents:
    """Judges the documents that pages ask for. A context of its own; for several threads at once."""

    def __init__(self, reader: DocumentReader, limits: DocumentLimits) -> None:
        self._reader = reader
        self._limits = limits
        self._known: dict[str, Future] = {}
        self._bytes = 0
        self._seconds = 0.0
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="parvis-documents")

    def ask(self, addresses: Iterable[str]) -> Asked:
        """Have documents judged that are not known yet; returns at once."""
        with self._lock:
            return Asked({address: self._answer(address) for address in addresses}, self._stopping)

    def stop(self) -> None:
        """Judge nothing more."""
        with self._lock:
            self._stopping.set()
        self._reader.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _answer(self, address: str) -> Future:
        if address in self._known:
            return self._known[address]
        if self._stopping.is_set() or len(self._known) >= self._limits.documents:
            answer = Future()
            answer.set_result(_not_read(address, unread.OVER_THE_LIMITS))
            return answer
        self._known[address] = self._pool.submit(self._judged, address)
        return self._known[address]

    def _judged(self, address: str) -> DocumentVerdict:
        if self._seconds > self._limits.all_seconds or self._bytes > self._limits.all_bytes:
            return _not_read(address, unread.OVER_THE_LIMITS)
        started, size = time.monotonic(), 0
        try:
            data = self._reader.read(address)
            size = len(data)
            report = judge_document(data, address, timeout=self._limits.judge_seconds)
            return DocumentVerdict.of_report(address, report)
        except Unread as error:
            return _not_read(address, str(error))
        except PageError as error:
            return _not_read(address, unread.not_judged(str(error)))
        except Exception:  # a fault of ours, or of the system, costs this document, which a person then looks at
            return _not_read(address, unread.NOT_READ)
        finally:
            with self._lock:
                self._bytes += size
                self._seconds += time.monotonic() - started


def _not_read(address: str, reason: str) -> DocumentVerdict:
    return DocumentVerdict(address, unread=reason)
