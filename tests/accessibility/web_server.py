"""A real HTTP server on loopback, whose pages a test writes."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CLEAN = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Horaires de la mairie</title></head>
<body><header><a href="#contenu">Aller au contenu</a></header>
<main id="contenu"><h1>Horaires</h1><p>La mairie ouvre à neuf heures.</p>{}</main></body></html>"""
"""A page in which nothing fails; what replaces `{}` is its own."""


@dataclass
class Answer:
    """What the server sends at one address. `wait`, `linger`: seconds before it does, and before it hangs up.

    `drip`: seconds between the bytes that it adds for ever, when not 0.
    """

    body: str | bytes = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    linger: float = 0
    drip: float = 0


class Site:
    """Pages by path, whatever the query unless it is in the path. A page given as a string is HTML."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}

    def page(self, path: str, answer: str | Answer) -> str:
        """Put a page there, and return its whole address."""
        self.answers[path] = Answer(answer) if isinstance(answer, str) else answer
        return self.address + path


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve until the end of the block, over TLS if told with what."""
    server = _Server(("127.0.0.1", 0), _handler(lambda: site))
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site = Site(f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(site: Callable[[], Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = site().answers
            path = self.path if self.path in answers else self.path.partition("?")[0]
            answer = answers.get(path, Answer(CLEAN.format("<p>Introuvable.</p>"), status=404))
            time.sleep(answer.wait)
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            length = {} if answer.drip else {"Content-Length": str(len(body))}
            for name, value in ({"Content-Type": answer.kind} | length | answer.headers).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(body)
                while answer.drip:
                    self.wfile.write(b" ")
                    time.sleep(answer.drip)
            time.sleep(answer.linger)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
