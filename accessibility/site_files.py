"""What the gate's browser can reach: the page under judgement and the site's own static and media files.

A forward proxy on an ephemeral port that never opens a connection: it answers from memory and from disk, and refuses
everything else, so that nothing leaves the machine and no web worker waits on another.
"""

import mimetypes
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from accessibility.listening import Listening, listening


@dataclass(frozen=True)
class FileRoot:
    """Files under an address: `/static/` is answered from the first of `folders` that has the file."""

    prefix: str
    folders: tuple[Path, ...]

    def find(self, path: str) -> Path | None:
        """The file for an address's path, None when it is not under this root or there is none."""
        if not path.startswith(self.prefix):
            return None
        relative = unquote(path.removeprefix(self.prefix))
        for folder in self.folders:
            file = (folder / relative).resolve()
            if file.is_relative_to(folder.resolve()) and file.is_file():
                return file
        return None


@dataclass(frozen=True)
class Site:
    """The site as the browser sees it during one judgement."""

    url: str
    html: str
    roots: Sequence[FileRoot]
    requests: list[str] = field(default_factory=list)


class SiteProxy:
    """The proxy of one browser. `show` sets what it answers until the next call. Raises NotListening."""

    def __init__(self) -> None:
        proxy = self
        where = listening()

        class Handler(_Handler):
            @property
            def site(self) -> Site | None:
                return proxy._site

        self._site: Site | None = None
        self._server = _Server(where, Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True, name="site-proxy").start()

    @property
    def address(self) -> str:
        """`host:port`, for the browser."""
        return "{}:{}".format(*self._server.server_address[:2])

    def show(self, site: Site | None) -> None:
        """Answer for this site from now on; None answers nothing."""
        self._site = site

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, where: Listening, handler: type[BaseHTTPRequestHandler]) -> None:
        self._where = where
        super().__init__((where.host, 0), handler)

    def verify_request(self, request: object, client_address: tuple) -> bool:
        return self._where.answers(client_address[0])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site | None

    def do_GET(self) -> None:
        site = self.site
        address = urlsplit(self.path)
        if site is None or address.hostname != urlsplit(site.url).hostname:
            return self._refuse()
        if self.path.partition("#")[0] == site.url:
            return self._answer(site.html.encode(), "text/html; charset=utf-8")
        file = next(filter(None, (root.find(address.path) for root in site.roots)), None)
        if file is None:
            return self._refuse()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return self._answer(file.read_bytes(), kind)

    def do_CONNECT(self) -> None:
        self._refuse()

    do_POST = do_PUT = do_HEAD = do_OPTIONS = do_CONNECT

    def _refuse(self) -> None:
        self.close_connection = True
        self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: what a judged page asks for is nobody's log."""
