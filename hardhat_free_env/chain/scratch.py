"""A throw-away database for re-execution: SQLite's temporary file, gone when closed, with the current block's writes in memory."""

import sqlite3

from eth.db.backends.base import BaseDB


class ScratchDB(BaseDB):
    """py-evm's key-value store. Not durable, not for two threads."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute("CREATE TABLE entry (name BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID")
        self._written: dict[bytes, bytes | None] = {}

    def __getitem__(self, key: bytes) -> bytes:
        body = self._written[key] if key in self._written else self._stored(key)
        if body is None:
            raise KeyError(key)
        return body

    def _stored(self, key: bytes) -> bytes | None:
        row = self._connection.execute("SELECT body FROM entry WHERE name = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self._written[key] = value

    def __delitem__(self, key: bytes) -> None:
        if key not in self:
            raise KeyError(key)
        self._written[key] = None

    def _exists(self, key: bytes) -> bool:
        return (self._written[key] if key in self._written else self._stored(key)) is not None

    def flush(self) -> None:
        """Move the writes out of memory; call between blocks."""
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "REPLACE INTO entry VALUES (?, ?)", [(key, body) for key, body in self._written.items() if body is not None]
        )
        self._connection.executemany(
            "DELETE FROM entry WHERE name = ?", [(key,) for key, body in self._written.items() if body is None]
        )
        self._connection.execute("COMMIT")
        self._written.clear()

    def close(self) -> None:
        """Remove it."""
        self._connection.close()
