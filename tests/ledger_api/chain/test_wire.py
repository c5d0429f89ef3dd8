"""Kept connections against a server that closes them, is slow, or is gone."""

import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from ledger_api.chain.wire import Wire


class Handler(BaseHTTPRequestHandler):
    """Counts connections; closes each behind a body that says so, without telling."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[list[int]] = []

    def setup(self) -> None:
        super().setup()
        self.connections.append(1)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if body == b"slow":
            time.sleep(2)
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # whoever asked slowly has gone
            self.wfile.write(body)
        self.close_connection = body == b"last"

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def wire() -> Iterator[Wire]:
    Handler.connections.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    made = Wire(f"http://127.0.0.1:{server.server_port}/path", seconds=0.5)
    yield made
    made.close()
    server.shutdown()
    server.server_close()


def test_a_connection_is_kept(wire: Wire) -> None:
    assert [wire.post(b"one"), wire.post(b"two")] == [(200, b"one"), (200, b"two")]
    assert len(Handler.connections) == 1


def test_one_the_server_closed_meanwhile_is_replaced(wire: Wire) -> None:
    assert wire.post(b"last") == (200, b"last")
    assert wire.post(b"again") == (200, b"again")
    assert len(Handler.connections) == 2


def test_whoever_is_slow_is_asked_once_only(wire: Wire) -> None:
    wire.post(b"one")
    with pytest.raises(TimeoutError):
        wire.post(b"slow")
    assert len(Handler.connections) == 1
    assert wire.post(b"two") == (200, b"two")


def test_nobody_there_is_an_error() -> None:
    with pytest.raises(OSError, match="refused"):
        Wire("http://127.0.0.1:9", seconds=0.5).post(b"one")
