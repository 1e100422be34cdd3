"""The checker: one local process with a warm browser that judges HTML for the gate, over a Unix socket.

One connection, one request, one answer, both a line of JSON:
`{"html": …, "url": …, "files": [["/static/", ["/folder", …]], …]}` is answered by
`{"report": {…as the command line prints it…}, "fingerprint": …}` or `{"error": "…", "fingerprint": …}`.
`{"ping": true}` is answered by the fingerprint alone once a browser is ready.
"""

import contextlib
import json
import logging
import os
import signal
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from accessibility import engine
from accessibility.axe import AxeMissing
from accessibility.browser import Browser
from accessibility.chromium import ChromiumMissing
from accessibility.outcome import Verdict
from accessibility.page import detected_language
from accessibility.page.digest import digest_of
from accessibility.page_errors import PageError
from accessibility.probes.all_probes import Probing
from accessibility.report import PageReport
from accessibility.site_files import FileRoot, Site, SiteProxy

logger = logging.getLogger(__name__)
LONGEST_REQUEST = 32 * 1024 * 1024
LONGEST_SILENCE = 30
"""Seconds left to whoever asks to send a request, or to take its answer: the next one waits meanwhile."""
_ADDRESS = "http://parvis.localhost/"
_FIRST_PAGE = '<!DOCTYPE html><html lang="fr"><head><title>Parvis</title></head><body><h1>Parvis</h1></body></html>'


class Checker:
    """A warm browser without network, and judgements one at a time."""

    def __init__(self, *, timeout: float = 30) -> None:
        self._proxy = SiteProxy()
        self._browser = Browser(timeout=timeout, proxy=self._proxy.address)
        self._lock = threading.Lock()
        self._is_warm = False

    def warm_up(self) -> None:
        """Start the browser, read the languages, and judge a page once: the first editor waits no longer than the next.

        Raises ChromiumMissing or AxeMissing.
        """
        with self._lock:
            self._browser.start()
        if not self._is_warm:
            detected_language.warm_up()
            with contextlib.suppress(PageError):
                self.judge(_FIRST_PAGE, _ADDRESS, [])
            self._is_warm = True

    def judge(self, html: str, url: str, roots: list[FileRoot]) -> PageReport:
        """The report on HTML as the page at this address. Raises PageError, ChromiumMissing, AxeMissing."""
        with self.judged(html, url, roots) as report:
            return report

    @contextlib.contextmanager
    def judged(self, html: str, url: str, roots: list[FileRoot]) -> Iterator[PageReport]:
        """The same, given before the browser is made ready for the next page: nobody need wait for that."""
        watch = engine.Stopwatch()
        shown = _plain_address(url)
        with self._lock:
            watch.lap("wait")
            self._proxy.show(Site(shown, html, roots))
            try:
                with self._browser.window() as window:
                    window.navigate(shown)
                    if window.url.partition("#")[0] != shown:
                        raise PageError("the page left its own address while it was judged")
                    yield engine.judge_window(window, watch, source=html, probing=Probing.KEYBOARD, must_settle=True)
            finally:
                self._proxy.show(None)

    def close(self) -> None:
        """Stop the browser and its proxy."""
        self._browser.stop()
        self._proxy.close()


def serve(path: Path, *, timeout: float = 30) -> None:
    """Serve on a Unix socket until SIGTERM or SIGINT. The socket is for this user only."""
    signal.signal(signal.SIGTERM, _stop)
    checker = Checker(timeout=timeout)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    mask = os.umask(0o177)
    try:
        server = CheckerServer(path, checker)
    finally:
        os.umask(mask)
    try:
        try:
            checker.warm_up()
        except (ChromiumMissing, AxeMissing) as error:
            logger.error("%s", error)
        print(f"checker ready on {path}", flush=True)
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        checker.close()
        server.server_close()
        path.unlink(missing_ok=True)


class CheckerServer(socketserver.ThreadingUnixStreamServer):
    """Listens on a Unix socket for a checker."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, path: Path, checker: Checker) -> None:
        self.checker = checker
        super().__init__(str(path), _Request)


class _Request(socketserver.StreamRequestHandler):
    server: CheckerServer
    timeout = LONGEST_SILENCE

    def handle(self) -> None:
        self._told = False
        try:
            line = self.rfile.readline(LONGEST_REQUEST + 1)
            if len(line) > LONGEST_REQUEST:
                raise PageError("the page is too large to be judged")
            self._answer(json.loads(line))
        except (PageError, ChromiumMissing, AxeMissing) as error:
            self._tell({"error": str(error)})
        except Exception as error:
            logger.exception("a judgement failed")
            self._tell({"error": f"{type(error).__name__}: {error}"})

    def _answer(self, request: dict[str, Any]) -> None:
        if request.get("ping"):
            self.server.checker.warm_up()
            self._tell({})
            return
        roots = [FileRoot(prefix, tuple(Path(folder) for folder in folders)) for prefix, folders in request["files"]]
        with self.server.checker.judged(request["html"], request["url"], roots) as report:
            self._tell({"report": _with_digests(report)})

    def _tell(self, answer: dict[str, Any]) -> None:
        """Send the one answer of this connection. What fails after it is the next page's affair."""
        if self._told:
            return
        self._told = True
        with contextlib.suppress(OSError):
            self.wfile.write(json.dumps({"fingerprint": engine.fingerprint(), **answer}).encode() + b"\n")


def _with_digests(report: PageReport) -> dict[str, Any]:
    """The report as JSON, each failure with the digest of its whole element, where it has one."""
    told = report.as_json()
    for finding, row in zip(report.findings, told["findings"], strict=True):
        if finding.verdict is Verdict.FAIL and finding.node is not None:
            row["digest"] = digest_of(finding.node)
    return told


def _plain_address(url: str) -> str:
    """The page's address as plain HTTP, on a name that no browser forces to HTTPS: the proxy sees its requests."""
    parts = urlsplit(url)
    host = (parts.hostname or "site") + (".localhost" if parts.scheme == "https" else "")
    port = f":{parts.port}" if parts.port and parts.scheme == "http" else ""
    return urlunsplit(("http", host + port, parts.path or "/", parts.query, ""))


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
