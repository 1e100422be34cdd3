"""The crawler's proxy, with real sockets: what it lets through, what it refuses, and at which moment."""

import socket
import threading

import pytest

from accessibility.browser import Browser
from accessibility.fetch import Fetcher, FetchError
from accessibility.network_rules import NetworkRules
from accessibility.proxy import Proxy
from tests.small_site import SmallSite, html, redirect, send

OUTSIDE, INSIDE = "127.0.0.2", "127.0.0.1"
"""Two addresses of the loopback: the tests allow the first, which stands for the public web."""


@pytest.fixture
def inside():
    """A server that nothing may reach."""
    with SmallSite({"/": html("Secret", "<p>Secret</p>"), "/secret.png": b"secret"}, host=INSIDE) as site:
        yield site


def rules_for(*sites: SmallSite, names: tuple[str, ...] = ()) -> NetworkRules:
    """Rules under which OUTSIDE is public, and the ports of these sites are named for every name."""
    hosts = (OUTSIDE, INSIDE, "localhost", "::1", *names)
    return NetworkRules(allowed=[OUTSIDE], named=frozenset((host, site.port) for site in sites for host in hosts))


def exchange(proxy: Proxy, data: bytes) -> bytes:
    """Send raw bytes to the proxy and read until it closes."""
    with socket.create_connection(proxy.address.split(":"), timeout=10) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


def test_what_is_allowed_goes_through():
    with SmallSite({"/?a=1": html("Ville", "")}, host=OUTSIDE) as site, Proxy(rules_for(site)) as proxy:
        answer = Fetcher(proxy.address).get(f"{site.url}/?a=1")
    assert answer.status == 200 and b"<title>Ville</title>" in answer.body
    assert not proxy.refusals


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "127.1"])
def test_every_spelling_of_a_private_address_is_refused(inside, host):
    named = frozenset({(host, inside.port)})
    with Proxy(NetworkRules(named=named)) as proxy:
        answer = exchange(proxy, f"GET http://{host}:{inside.port}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 403 ") and b"text/plain" in answer
    assert b"not a public address" in answer and not inside.asked
    assert len(proxy.refusals) == 1


@pytest.mark.parametrize("host", ["[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::127.0.0.1]"])
@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_ipv6_forms_are_refused(inside, host, method):
    named = frozenset({(host.strip("[]"), inside.port)})
    target = f"{host}:{inside.port}" if method == "CONNECT" else f"http://{host}:{inside.port}/"
    with Proxy(NetworkRules(named=named)) as proxy:
        answer = exchange(proxy, f"{method} {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert not inside.asked


def test_loopback_is_reached_when_the_setting_allows_it(inside):
    rules = NetworkRules(allowed=["127.0.0.1"], named=frozenset({("localhost", inside.port)}))
    with Proxy(rules) as proxy:
        assert Fetcher(proxy.address).get(f"http://localhost:{inside.port}/").status == 200


def test_a_port_that_is_no_web_port_is_refused(inside):
    with Proxy(NetworkRules(allowed=True)) as proxy:
        answer = exchange(proxy, f"GET {inside.url}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert b"403" in answer and b"not a web port" in answer
    assert not inside.asked


def test_a_name_that_changes_its_answer_is_checked_at_each_connection(inside):
    """DNS rebinding: the first answer is public, the second private; one answer serves the check and the connection."""
    answers = [[OUTSIDE], [INSIDE], [INSIDE, OUTSIDE]]
    asked = []

    async def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    page = {"/": html("Dehors", "")}
    with (
        SmallSite(page, host=OUTSIDE, port=inside.port) as outside,
        Proxy(rules_for(outside, names=("piege.example",)), resolve=resolve) as proxy,
    ):
        request = f"GET http://piege.example:{inside.port}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode()
        first, second, third = (exchange(proxy, request) for _ in range(3))
    assert b"Dehors" in first and len(asked) == 3
    assert second.startswith(b"HTTP/1.1 403 ")
    assert b"Dehors" in third
    assert not inside.asked


def test_a_redirect_to_a_private_address_is_refused(inside):
    with (
        SmallSite({"/": redirect(f"{inside.url}/")}, host=OUTSIDE) as outside,
        Proxy(rules_for(outside, inside)) as proxy,
    ):
        answer = Fetcher(proxy.address).get(f"{outside.url}/")
    assert answer.status == 403 and not inside.asked
    assert "127.0.0.1" in proxy.refusals[0]


def test_a_browser_cannot_reach_inside_by_redirect_frame_image_script_or_socket(inside):
    trap = html(
        "Piège",
        f'<img src="{inside.url}/secret.png" alt="x"><iframe title="x" src="{inside.url}/"></iframe>'
        f'<script>fetch("{inside.url}/", {{mode: "no-cors"}}); new WebSocket("ws://127.0.0.1:{inside.port}/")</script>',
    )
    with (
        SmallSite({"/": trap, "/go": redirect(f"{inside.url}/")}, host=OUTSIDE) as outside,
        Proxy(rules_for(outside, inside)) as proxy,
        Browser(timeout=20, proxy=proxy.address) as browser,
    ):
        for path in ("/", "/go"):
            with browser.window() as window:
                window.navigate(outside.url + path)
                window.settle()
    assert outside.asked.count("/") == 1 and not inside.asked
    assert len(proxy.refusals) >= 4


def test_a_tunnel_carries_bytes_both_ways():
    with socket.create_server((OUTSIDE, 0)) as server:
        port = server.getsockname()[1]

        def echo() -> None:
            connection, _ = server.accept()
            with connection:
                while data := connection.recv(1024):
                    connection.sendall(data.upper())

        threading.Thread(target=echo, daemon=True).start()
        rules = NetworkRules(allowed=[OUTSIDE], named=frozenset({(OUTSIDE, port)}))
        with Proxy(rules) as proxy:
            answer = exchange(proxy, f"CONNECT {OUTSIDE}:{port} HTTP/1.1\r\nHost: x\r\n\r\nbonjour".encode())
    assert answer.startswith(b"HTTP/1.1 200 ") and answer.endswith(b"\r\n\r\nBONJOUR")


def received_by_server(request: bytes) -> tuple[bytes, bytes]:
    """What a server gets of a request sent through the proxy (`PLACE` stands for its address), and the answer."""
    got = b""
    with socket.create_server((OUTSIDE, 0)) as server:
        port = server.getsockname()[1]

        def serve() -> None:
            nonlocal got
            connection, _ = server.accept()
            with connection:
                connection.settimeout(1)
                try:
                    while data := connection.recv(65536):
                        got += data
                except TimeoutError:
                    pass
                connection.sendall(
                    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\n\r\nok"
                )

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        rules = NetworkRules(allowed=[OUTSIDE], named=frozenset({(OUTSIDE, port)}))
        with Proxy(rules) as proxy:
            answer = exchange(proxy, request.replace(b"PLACE", f"{OUTSIDE}:{port}".encode()))
            thread.join(5)
    return got, answer


def test_headers_of_one_hop_stay_behind_and_the_host_is_that_of_the_address():
    got, answer = received_by_server(
        b"GET http://user:word@PLACE/a?b HTTP/1.1\r\nHost: elsewhere\r\nConnection: X-Mine\r\nX-Mine: 1\r\n"
        b"Proxy-Authorization: Basic x\r\nUpgrade: h2c\r\nAccept: */*\r\n\r\n"
    )
    head = got.decode().lower()
    assert head.startswith("get /a?b http/1.1\r\nhost: 127.0.0.2:") and "accept: */*" in head
    assert not [word for word in ("elsewhere", "x-mine", "proxy-auth", "upgrade", "word@") if word in head]
    assert b"x-hop" not in answer.lower() and answer.endswith(b"ok")


def test_two_framings_of_a_body_do_not_go_through():
    got, _ = received_by_server(
        b"POST http://PLACE/ HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    )
    assert b"content-length" not in got.lower() and b"smuggled" not in got


@pytest.mark.parametrize(
    "request_text",
    [
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET ftp://127.0.0.2/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT 127.0.0.2 HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT 127.0.0.2:999999 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_no_proxy_request_is_a_400(request_text):
    with Proxy(NetworkRules(allowed=True)) as proxy:
        assert exchange(proxy, request_text.encode()).startswith(b"HTTP/1.1 400 ")


def test_two_hosts_in_a_request_are_not_forwarded(inside):
    with Proxy(NetworkRules(allowed=True, named=frozenset({(INSIDE, inside.port)}))) as proxy:
        exchange(proxy, f"GET {inside.url}/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".encode())
    assert not inside.asked


def test_a_response_beyond_the_limit_is_cut():
    with (
        SmallSite({"/": lambda handler: send(handler, b"x" * 500_000)}, host=OUTSIDE) as site,
        Proxy(rules_for(site), max_bytes=100_000) as proxy,
        pytest.raises(FetchError),
    ):
        Fetcher(proxy.address).get(f"{site.url}/")


def test_a_server_that_is_not_there_is_a_502():
    with socket.create_server((OUTSIDE, 0)) as server:
        port = server.getsockname()[1]
    rules = NetworkRules(allowed=[OUTSIDE], named=frozenset({(OUTSIDE, port)}))
    with Proxy(rules) as proxy:
        assert b"502" in exchange(proxy, f"GET http://{OUTSIDE}:{port}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())[:20]


def test_a_stopped_proxy_answers_nobody():
    with Proxy() as proxy:
        address = proxy.address
    with pytest.raises(OSError):
        socket.create_connection(address.split(":"), timeout=2)
