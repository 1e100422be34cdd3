"""What declared controls open in a real browser, and that it is closed again."""

import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from accessibility.browser import Browser, PageError
from accessibility.engine import read_window
from accessibility.probes import opened_states
from accessibility.probes.opened_states import open_states
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("probes")

TOGGLE = "p.hidden = !p.hidden; this.setAttribute('aria-expanded', String(!p.hidden))"
OPENING = {
    "details": "<details><summary>Plus</summary><p>Suite</p></details>",
    "expanded": f'<button aria-expanded="false" onclick="{TOGGLE}">Menu</button><p id="p" hidden>Suite</p>',
    "popover": '<button popovertarget="p">Aide</button><p id="p" popover>Suite</p>',
    "modal": '<button aria-haspopup="dialog" onclick="d.showModal()">Ouvrir</button><dialog id="d"><p>Suite</p>'
    "</dialog>",
}


@pytest.fixture(scope="module")
def browser():
    with Browser(timeout=16) as running:
        yield running


@pytest.mark.parametrize("way", OPENING)
def test_what_is_opened_is_seen_and_closed(site, browser, way):
    with browser.window() as window:
        window.navigate(site.page(f"/{way}", CLEAN.format(OPENING[way])))
        page = read_window(window, window.source()).page
        (state,) = open_states(window, page)
    assert "p" in state.shown
    assert state.undone


def test_what_cannot_be_closed_ends_the_probe(site, browser):
    stuck = '<button aria-expanded="false" class="a" onclick="p.hidden = false">A</button><p id="p" hidden>Suite</p>'
    with browser.window() as window:
        window.navigate(site.page("/stuck", CLEAN.format(stuck + OPENING["details"])))
        states = open_states(window, read_window(window, window.source()).page)
    assert [state.undone for state in states] == [False]


@pytest.fixture
def counted():
    """A server that writes down the method and path of every request: (address, requests)."""
    received = []

    class Handler(BaseHTTPRequestHandler):
        body = b""

        def do_GET(self):
            received.append(self.requestline)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(Handler.body)

        do_POST = do_GET

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", received, Handler
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("offline", [True, False])
@pytest.mark.parametrize(
    "leaving",
    ["fetch('/sent', {method: 'POST'})", "navigator.sendBeacon('/sent')", "location.assign('/sent')", "f.submit()"],
)
def test_no_request_reaches_the_server_thanks_to_the_cut(counted, browser, leaving, offline, monkeypatch):
    address, received, handler = counted
    form = '<form id="f" action="/sent" method="post"></form>'
    handler.body = CLEAN.format(f'{form}<button aria-expanded="false" onclick="{leaving}">Menu</button>').encode()
    if not offline:
        monkeypatch.setattr(opened_states, "_set_network", lambda *_, **__: None)
    with browser.window() as window:
        window.navigate(f"{address}/leaving")
        page = read_window(window, window.source()).page
        with suppress(PageError):
            opened_states.open_states(window, page)
        time.sleep(0.2)
    assert any("/sent" in line for line in received) is not offline
