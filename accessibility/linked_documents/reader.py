"""Fetches the documents of a crawl as its pages are: through a proxy that keeps to its network rules (DESIGN §7)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from accessibility.fetch import Fetched, Fetcher, FetchError
from accessibility.linked_documents import unread
from accessibility.linked_documents.courtesy import Courtesy
from accessibility.linked_documents.limits import DocumentLimits
from accessibility.linked_documents.unread import Unread
from accessibility.network_rules import NetworkRules
from accessibility.proxy import Proxy

_KINDS = frozenset(
    {
        "",
        "application/pdf",
        "application/x-pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/vnd.oasis.opendocument.text",
        "application/zip",
        "application/octet-stream",
        "binary/octet-stream",
        "application/x-download",
        "application/force-download",
    }
)


class DocumentReader:
    """Fetches documents within limits. For several threads at once; `stop` cuts what is under way."""

    def __init__(self, rules: NetworkRules, courtesy: Courtesy, limits: DocumentLimits) -> None:
        self._rules = rules
        self._courtesy = courtesy
        self._limits = limits
        self._proxies: set[Proxy] = set()
        self._stopping = threading.Event()

    def read(self, address: str) -> bytes:
        """The bytes of the document at an address. Raises Unread."""
        with self._connection() as (_, fetcher):
            if not self._courtesy.allows(fetcher, address):
                raise Unread(unread.FORBIDDEN)
        if self._stopping.wait(self._courtesy.seconds_to_wait(address)):
            raise Unread(unread.STOPPED)
        with self._connection() as (proxy, fetcher):
            answer = self._fetched(proxy, fetcher, address)
        if answer.status >= 400:
            raise Unread(unread.answered(answer.status))
        if answer.kind not in _KINDS:
            raise Unread(unread.is_something_else(answer.kind))
        return answer.body

    def stop(self) -> None:
        """Cut every connection; what is read from now on is not."""
        self._stopping.set()
        for proxy in tuple(self._proxies):
            proxy.stop()

    def _fetched(self, proxy: Proxy, fetcher: Fetcher, address: str) -> Fetched:
        try:
            answer = fetcher.get(address, most_bytes=self._limits.bytes, kinds=_KINDS)
        except FetchError as error:
            if "larger than" in str(error):
                raise Unread(unread.too_heavy(self._limits.bytes)) from error
            answer = None
        if proxy.refusals:
            raise Unread(unread.refused(proxy.refusals[-1].partition(" ")[0]))
        if answer is None:
            raise Unread(unread.NOT_FETCHED)
        return answer

    @contextmanager
    def _connection(self) -> Iterator[tuple[Proxy, Fetcher]]:
        """A proxy for one file, cut when its time is up whatever the server does."""
        seconds = self._limits.fetch_seconds
        with Proxy(self._rules) as proxy:
            self._proxies.add(proxy)
            cut = threading.Timer(seconds, proxy.stop)
            cut.daemon = True
            cut.start()
            try:
                yield proxy, Fetcher(proxy.address, timeout=seconds)
            finally:
                cut.cancel()
                self._proxies.discard(proxy)
