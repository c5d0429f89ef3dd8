"""HTTP for JSON-RPC, on loopback only: the chain has no accounts to lose, but gas is free and nobody else's business.

Requests run on a few threads of their own, so that a slow call holds up neither the sealer nor the next caller.
"""

import asyncio
import ipaddress
import signal
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

import uvicorn

from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.rpc.dispatch import Dispatcher

BODY = 5_000_000  # bytes
DRAIN = 10 * BODY  # bytes after which a body is no longer even read
WORKERS = 4
QUEUE = 256  # requests that run or wait
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]", ""})

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]


class Refusal(Exception):
    """An HTTP status instead of an answer."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Application:
    """The ASGI application. `ready` is called once it can answer."""

    def __init__(self, dispatcher: Dispatcher, ready: Callable[[], None]) -> None:
        self._dispatcher, self._ready = dispatcher, ready
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="rpc")
        self._running = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request, or the life of the server."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        self._ready()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._threads.shutdown(cancel_futures=True)
        await send({"type": "lifespan.shutdown.complete"})

    async def _http(self, scope: Message, receive: Receive, send: Send) -> None:
        try:
            _check(scope)
            answer = await self._answer(await _body(receive))
        except Refusal as refusal:
            await _respond(send, refusal.status, f"{refusal}\n".encode(), b"text/plain; charset=utf-8")
        else:
            await _respond(send, 200, answer, b"application/json")

    async def _answer(self, body: bytes) -> bytes:
        if self._running >= QUEUE:
            raise Refusal(503, f"busy: {QUEUE} requests are running or waiting; try again")
        self._running += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._dispatcher.answer, body)
        finally:
            self._running -= 1


def _check(scope: Message) -> None:
    headers = dict(scope["headers"])
    if _name(headers.get(b"host", b"").decode("latin-1")) not in LOCAL_NAMES:
        raise Refusal(
            403, "invalid host: this node answers on loopback only"
        )  # a page that rebinds its name gets no further
    if scope["method"] != "POST":
        raise Refusal(405, "JSON-RPC is sent by POST")
    if headers.get(b"content-type", b"").split(b";")[0].strip().lower() != b"application/json":
        raise Refusal(415, "the content type is application/json")


def _name(host: str) -> str:
    if host.startswith("["):
        return host[: host.find("]") + 1]
    return host.rsplit(":", 1)[0].lower() if ":" in host else host.lower()


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refusal(400, "the client went away")
        part = message.get("body", b"")
        size += len(part)
        parts = [*parts, part] if size <= BODY else []  # read on, so that the sender comes to hear of it
        if size > BODY and (size > DRAIN or not message.get("more_body")):
            raise Refusal(413, f"body too large: the limit is {BODY} bytes")
        if not message.get("more_body"):
            return b"".join(parts)


async def _respond(send: Send, status: int, body: bytes, kind: bytes) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def bind(host: str, port: int) -> socket.socket:
    """A listening socket on loopback; BadRequest for any other address. Port 0 takes a free one."""
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError as error:
        raise BadRequest(f"{host} is not an IP address") from error
    if not address.is_loopback:
        raise BadRequest(f"{host} is not loopback: this node serves its own machine only; put a network behind a proxy")
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    try:
        listening = socket.create_server((str(address), port), family=family)
    except OSError as error:
        raise BadRequest(f"cannot listen on {host}:{port}: {error.strerror}; choose another --port") from error
    # Connections inherit it; without, head and body of an answer wait 40 ms for each other.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def url_of(listening: socket.socket) -> str:
    """Where clients find it."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(application: Application, listening: socket.socket) -> None:
    """Answer until SIGTERM or SIGINT, then return. For the main thread."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # uvicorn raises the signal again once it has stopped
    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        lifespan="on",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])
