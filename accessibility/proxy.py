"""The forward proxy that a crawling browser is forced through: it decides, at connect time, what is reached.

The proxy resolves each name itself, checks the answer, and connects to the very address that it checked: a
redirect, a sub-resource or a name that changes its answer (DNS rebinding) meets the same check. HTTP/1.1 is
read and written by h11, so that what goes out is what was understood, and nothing is smuggled in between.
"""

import asyncio
import socket
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import h11

from accessibility.listening import listening
from accessibility.network_rules import NetworkRules, Refused

CONNECT_SECONDS = 10
IDLE_SECONDS = 60
_CHUNK = 64 * 1024
_LONGEST_HEAD = 128 * 1024
_HOP_BY_HOP = frozenset(
    [b"connection", b"keep-alive", b"proxy-authenticate", b"proxy-authorization", b"proxy-connection"]
    + [b"te", b"trailer", b"upgrade"]
)

Resolve = Callable[[str, int], Awaitable[list[str]]]


class Proxy:
    """A forward proxy on an ephemeral port, in a thread of its own; a context manager.

    `resolve`: from a host and a port to its IP addresses, the system's resolver by default. `max_bytes`: of
    one response, or of one tunnel, beyond which the connection is cut. `refusals`: the last ones, a line
    each. Raises NotListening.
    """

    def __init__(
        self,
        rules: NetworkRules | None = None,
        *,
        resolve: Resolve | None = None,
        max_bytes: int = 200_000_000,
    ) -> None:
        self.rules = rules or NetworkRules()
        self.refusals: deque[str] = deque(maxlen=100)
        self.address = ""
        self._resolve = resolve or _resolve
        self._where = listening()
        self._max_bytes = max_bytes
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> "Proxy":
        """Listen; `address` is then `host:port`. Raises OSError when no port can be had."""
        ready: deque[BaseException | None] = deque(maxlen=1)
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready, started), name="parvis-proxy", daemon=True)
        self._thread.start()
        started.wait()
        if ready[0] is not None:
            raise ready[0]
        return self

    def stop(self) -> None:
        """Cut every connection and free the port."""
        if self._loop is not None and self._thread is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(timeout=10)

    def __enter__(self) -> "Proxy":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self, ready: deque, started: threading.Event) -> None:
        async def serve() -> None:
            self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
            try:
                server = await asyncio.start_server(self._serve_client, self._where.host, 0, limit=_CHUNK)
            except OSError as error:
                ready.append(error)
                started.set()
                return
            self.address = f"{self._where.host}:{server.sockets[0].getsockname()[1]}"
            ready.append(None)
            started.set()
            await self._stopping.wait()
            server.close()

        asyncio.run(serve())

    async def connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to a host that the rules allow. Raises Refused, or OSError when it cannot be reached."""
        host = host.lower()
        self.rules.check_port(host, port)
        refusal: Refused | None = None
        failure: OSError | None = None
        async with asyncio.timeout(CONNECT_SECONDS):
            for address in await self._resolve(host, port):
                try:
                    self.rules.check_address(host, address)
                    return await asyncio.open_connection(address, port, limit=_CHUNK)
                except Refused as error:
                    refusal = error
                except OSError as error:
                    failure = error
        raise failure or refusal or OSError(f"{host} has no address")

    async def _serve_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._where.answers(writer.get_extra_info("peername")[0]):
            return writer.close()
        client = _Peer(h11.Connection(h11.SERVER, max_incomplete_event_size=_LONGEST_HEAD), reader, writer)
        try:
            while True:
                request = await client.next_event()
                if not isinstance(request, h11.Request):
                    return
                if request.method == b"CONNECT":
                    return await self._tunnel(client, request)
                await self._forward(client, request)
                if client.http.our_state is not h11.DONE or client.http.their_state is not h11.DONE:
                    return
                client.http.start_next_cycle()
        except (OSError, TimeoutError, h11.ProtocolError, _TooLarge, asyncio.CancelledError):
            pass  # one connection is lost, or the proxy stops: nobody is left to tell
        finally:
            writer.close()

    async def _tunnel(self, client: "_Peer", request: h11.Request) -> None:
        await client.next_event()  # the end of the request: CONNECT has no body
        try:
            parts = urlsplit("//" + request.target.decode("ascii"))
            host, port = parts.hostname, parts.port
        except ValueError:
            host = port = None
        if not host or not port:
            return await client.answer(400, "CONNECT wants host:port")
        upstream = await self._connect_or_answer(client, host, port)
        if upstream is None:
            return
        reader, writer = upstream
        try:
            await client.send(h11.Response(status_code=200, headers=[], reason=b"Connection established"))
            if client.http.trailing_data[0]:
                writer.write(client.http.trailing_data[0])
            pumps = [
                asyncio.create_task(self._pump(client.reader, writer)),
                asyncio.create_task(self._pump(reader, client.writer)),
            ]
            await asyncio.wait(pumps, return_when=asyncio.FIRST_EXCEPTION)
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
        finally:
            writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = self._max_bytes
        while data := await reader.read(_CHUNK):
            left -= len(data)
            if left < 0:
                raise _TooLarge
            writer.write(data)
            async with asyncio.timeout(IDLE_SECONDS):
                await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()

    async def _forward(self, client: "_Peer", request: h11.Request) -> None:
        try:
            parts = urlsplit(request.target.decode("ascii"))
            host, port = parts.hostname, parts.port or 80
        except ValueError:
            host = None
        if not host or parts.scheme != "http":
            return await client.answer(400, "this is a proxy: it wants an absolute http address, or CONNECT")
        connection = await self._connect_or_answer(client, host, port)
        if connection is None:
            return
        upstream = _Peer(h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD), *connection)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            place = parts.netloc.rpartition("@")[2]
            headers = [("Host", place), *_kept(request.headers, drop=b"host"), ("Connection", "close")]
            await upstream.send(h11.Request(method=request.method, target=path, headers=headers))
            async for event in client.body():
                await upstream.send(event)
            await self._relay_answer(upstream, client)
        except (OSError, TimeoutError, h11.RemoteProtocolError) as error:
            if client.http.our_state is not h11.SEND_RESPONSE:
                raise
            await client.answer(502, f"{host}: {error or type(error).__name__}")
        finally:
            upstream.writer.close()

    async def _relay_answer(self, upstream: "_Peer", client: "_Peer") -> None:
        answer = await upstream.next_event()
        while isinstance(answer, h11.InformationalResponse):
            answer = await upstream.next_event()
        if not isinstance(answer, h11.Response):
            raise h11.RemoteProtocolError("the server closed without an answer")
        await client.send(
            h11.Response(status_code=answer.status_code, headers=_kept(answer.headers), reason=answer.reason)
        )
        left = self._max_bytes
        async for event in upstream.body():
            if isinstance(event, h11.Data):
                left -= len(event.data)
                if left < 0:
                    raise _TooLarge
            await client.send(event)

    async def _connect_or_answer(self, client: "_Peer", host: str, port: int):
        try:
            return await self.connect(host, port)
        except Refused as refusal:
            self.refusals.append(str(refusal))
            await client.answer(403, str(refusal))
        except TimeoutError:
            await client.answer(504, f"{host} did not answer within {CONNECT_SECONDS} s")
        except OSError as error:
            await client.answer(502, f"{host} cannot be reached: {error.strerror or error}")
        return None


class _TooLarge(Exception):
    pass


class _Peer:
    """One end of a proxied exchange: an h11 connection over a pair of streams."""

    def __init__(self, http: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.http, self.reader, self.writer = http, reader, writer

    async def next_event(self) -> h11.Event | type[h11.PAUSED]:
        while (event := self.http.next_event()) is h11.NEED_DATA:
            async with asyncio.timeout(IDLE_SECONDS):
                self.http.receive_data(await self.reader.read(_CHUNK))
        return event

    async def body(self):
        """The data of a message, then its end."""
        while True:
            event = await self.next_event()
            if isinstance(event, h11.Data):
                yield h11.Data(data=event.data)
            elif isinstance(event, h11.EndOfMessage):
                yield h11.EndOfMessage()
                return
            else:
                raise h11.RemoteProtocolError("the message was cut")

    async def send(self, event: h11.Event) -> None:
        if data := self.http.send(event):
            self.writer.write(data)
            async with asyncio.timeout(IDLE_SECONDS):
                await self.writer.drain()

    async def answer(self, status: int, text: str) -> None:
        """An answer of the proxy's own, in plain text; the connection is then closed."""
        body = (text + "\n").encode()
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("X-Content-Type-Options", "nosniff"),
            ("Connection", "close"),
        ]
        await self.send(h11.Response(status_code=status, headers=headers))
        await self.send(h11.Data(data=body))
        await self.send(h11.EndOfMessage())


def _kept(headers, drop: bytes = b"") -> list[tuple[bytes, bytes]]:
    """The headers that go through: not those of one hop (RFC 9110 §7.6.1), nor an overridden length."""
    named = {token.strip().lower() for name, value in headers if name == b"connection" for token in value.split(b",")}
    chunked = any(name == b"transfer-encoding" for name, _ in headers)
    dropped = _HOP_BY_HOP | named | {drop} | ({b"content-length"} if chunked else set())
    return [(name, value) for name, value in headers.raw_items() if name.lower() not in dropped]


async def _resolve(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        answers = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host} is no host name") from error
    return list(dict.fromkeys(answer[4][0] for answer in answers))
