"""Posts to one HTTP address over kept connections that threads share.

The standard library's client: asking the node was two fifths of the indexer's work with a client that can do more.
"""

from collections import deque
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final
from urllib.parse import urlsplit

_HEADERS: Final = {"Content-Type": "application/json"}


class Wire:
    """`post` raises OSError or HTTPException when no answer comes within so many seconds."""

    def __init__(self, url: str, seconds: float) -> None:
        where = urlsplit(url)
        self._kind = HTTPSConnection if where.scheme == "https" else HTTPConnection
        self._host, self._port, self._seconds = where.hostname or "", where.port, seconds
        self._path = (where.path or "/") + (f"?{where.query}" if where.query else "")
        self._idle: deque[HTTPConnection] = deque()

    def post(self, body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer.

        What a kept connection does not answer is sent once more over a new one: the server may have closed it meanwhile. So
        only send what may arrive twice.
        """
        try:
            kept = self._idle.pop()
        except IndexError:
            return self._over(self._new(), body)
        try:
            return self._over(kept, body)
        except TimeoutError:
            raise
        except (OSError, HTTPException):
            return self._over(self._new(), body)

    def close(self) -> None:
        """Close what is idle."""
        while self._idle:
            self._idle.pop().close()

    def _new(self) -> HTTPConnection:
        return self._kind(self._host, self._port, timeout=self._seconds)

    def _over(self, connection: HTTPConnection, body: bytes) -> tuple[int, bytes]:
        try:
            connection.request("POST", self._path, body, _HEADERS)
            answer = connection.getresponse()
            said = answer.status, answer.read()
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        return said
