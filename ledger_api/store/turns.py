"""Lets the threads of one process write to SQLite one after another, and share one commit where several wait.

A commit costs a flush of the disk, several milliseconds. Whoever finishes while another waits leaves the transaction open
for it; the last one commits for all, and only then does any of them go on. Each is a savepoint: one that fails takes nothing
from the others.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Engine, RootTransaction

MOST: Final = 32
"""Writers that share a commit; more would make the first wait long."""


@dataclass(slots=True)
class _Group:
    """Writers whose work lies in one open transaction."""

    connection: Connection
    transaction: RootTransaction
    size: int = 0
    done: threading.Event = field(default_factory=threading.Event)
    failure: BaseException | None = None


class GroupBroken(Exception):
    """The database gave up the transaction this work was in; nothing of it happened."""


class Turns:
    """The writers of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = threading.Lock()
        self._count = threading.Lock()
        self._waiting = 0
        self._open: _Group | None = None

    @contextmanager
    def take(self) -> Iterator[Connection]:
        """Write. When the block ends without an error the work is durable; with one, or when the commit fails, it is undone."""
        self._enter()
        try:
            group = self._open or self._begin()
        except BaseException:
            self._turn.release()
            raise
        try:
            # Who begins a transaction has it for himself so far, and needs no savepoint to undo only his part.
            with group.connection.begin_nested() if group.size else nullcontext():
                yield group.connection
        except BaseException:
            # Others' work may be in the transaction: it is theirs to keep, and ours to pass on.
            self._leave(group, failed=True)
            raise
        self._leave(group, failed=False)
        group.done.wait()
        if group.failure is not None:
            raise group.failure

    def _enter(self) -> None:
        with self._count:
            self._waiting += 1
        try:
            self._turn.acquire()
        finally:
            with self._count:
                self._waiting -= 1

    def _begin(self) -> _Group:
        connection = self._engine.connect()
        try:
            return _Group(connection, connection.begin())
        except BaseException:
            connection.close()
            raise

    def _leave(self, group: _Group, *, failed: bool) -> None:
        """Pass the open transaction on to whoever waits, or end it for all."""
        group.size += not failed
        lost = not _is_open(group.connection)
        with self._count:
            passed_on = self._waiting > 0 and 0 < group.size < MOST and not lost
        self._open = group if passed_on else None
        try:
            if not passed_on:
                _end(group, lost=lost)
        finally:
            self._turn.release()


def _end(group: _Group, *, lost: bool) -> None:
    try:
        if lost:
            group.failure = GroupBroken("the database rolled the transaction back")
            group.transaction.rollback()
        elif group.size:
            group.transaction.commit()
        else:
            group.transaction.rollback()
    except BaseException as failure:  # noqa: BLE001 - whoever waits must learn of it, whatever it is
        group.failure = failure
        # After a commit that failed SQLite may still have the transaction open: the next writer gets a new connection.
        group.connection.invalidate()
    finally:
        group.done.set()
        group.connection.close()


def _is_open(connection: Connection) -> bool:
    """Whether SQLite still has the transaction: a full disk makes it roll back by itself."""
    raw = connection.connection.dbapi_connection
    return bool(raw is not None and getattr(raw, "in_transaction", True))
