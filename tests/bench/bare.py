"""The baseline of the facade: the same HTTP server, and a table into which each request's bytes go with a durable commit of their own.

`python -m tests.bench.bare FILE` prints its address. What the facade takes longer than this is its own work.
"""

import json
import socket
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from tests.bench import processes
from tests.bench.client import post
from tests.bench.report import WrongResult


class Shelf:
    """One SQLite file as the facade opens its own: WAL, synchronous=FULL, one writer at a time."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        self._turn = threading.Lock()

    def keep(self, body: bytes) -> None:
        """Durable when it returns."""
        with self._turn:
            self._connection.execute("INSERT INTO kept (body) VALUES (?)", (body,))


@contextmanager
def serving() -> Iterator[Callable[[bytes], float]]:
    """The server as a process of its own; answers what asks it to keep some bytes."""
    with tempfile.TemporaryDirectory(prefix="bench-bare-") as folder:
        place = Path(folder)
        with processes.serving(place / "log", "tests.bench.bare", str(place / "kept.sqlite")) as server:
            yield lambda body: _keep(server.url, body)


def _keep(url: str, body: bytes) -> float:
    status, _ = post(url, "/kept", body, {})
    if status != 201:
        raise WrongResult(f"the bare server answered {status}")
    return 0.0


def main(file: Path) -> None:
    """Serve until stopped."""
    shelf, app = Shelf(file), FastAPI()

    @app.post("/kept")
    async def kept(request: Request) -> Response:
        await run_in_threadpool(shelf.keep, await request.body())
        return Response(status_code=201)

    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as the facade's
    print(json.dumps({"url": f"http://127.0.0.1:{listening.getsockname()[1]}"}), flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listening])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
