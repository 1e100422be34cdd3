"""A small real web site on the loopback, for tests that crawl: pages by path, and what was asked of it."""

import contextlib
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class SmallSite:
    """A server that answers from a dictionary: text is an HTML page, bytes are as they are, a function answers itself.

    `asked` holds the path of each request, `agents` what the visitors called themselves. A context manager.
    """

    def __init__(self, pages: dict[str, str | bytes | Answer], host: str = "127.0.0.1", port: int = 0) -> None:
        self.pages = pages
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self._server = ThreadingHTTPServer((host, port), self._handler())
        self._server.daemon_threads = True
        self.host, self.port = host, self._server.server_address[1]
        self.url = f"http://{host}:{self.port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self) -> "SmallSite":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def times(self, path: str) -> int:
        """How many times a path was asked for."""
        return self.asked.count(path)

    def _handler(site) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers.get("User-Agent", ""))
                page = site.pages.get(self.path)
                if callable(page):
                    page(self)
                elif page is None:
                    send(self, html("Absente", "<p>Rien ici.</p>"), status=404)
                else:
                    send(self, page)

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def send(handler: BaseHTTPRequestHandler, body: str | bytes, *, status: int = 200, **headers: str) -> None:
    """Answer with a body; headers are given by name, `_` for `-`."""
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    kind = "text/html; charset=utf-8" if isinstance(body, str) else "application/octet-stream"
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in ({"Content-Type": kind, "Content-Length": str(len(data))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    with contextlib.suppress(OSError):
        handler.wfile.write(data)


def slow(body: str, seconds: float) -> Answer:
    """An answer that takes its time, for a test to strike while the page is under way."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        send(handler, body)

    return answer


def redirect(address: str) -> Answer:
    """An answer that sends elsewhere."""
    return lambda handler: send(handler, b"", status=302, Location=address)


def html(title: str, body: str) -> str:
    """A page that breaks nothing by itself."""
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )


def links(*addresses: str) -> str:
    """A list of links."""
    return "<ul>" + "".join(f'<li><a href="{address}">Vers {address}</a></li>' for address in addresses) + "</ul>"
