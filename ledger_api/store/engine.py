"""The door to the database: one transaction to write, one snapshot to read. SQLite and PostgreSQL alike.

A write is durable when `with store.begin()` has been left without an error, never earlier (SQLite: WAL, FULL, fsync).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Engine, Pool, QueuePool, create_engine, event, make_url
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.exc import OperationalError

from ledger_api.domain.errors import NotNow
from ledger_api.store.turns import GroupBroken, Turns

READERS: Final = 16
"""Connections for reading; more readers wait."""
BUSY_SECONDS: Final = 30
"""How long a writer waits for another process that writes."""


@dataclass(slots=True)
class UnitOfWork:
    """One write transaction: everything done through `connection` happens together, or not at all."""

    connection: Connection
    _done: list[Callable[[], None]] = field(default_factory=list)

    def after_commit(self, hint: Callable[[], None]) -> None:
        """Call `hint` once the transaction is durable. It may be lost in a crash: only for waking somebody up."""
        self._done.append(hint)

    def announce(self) -> None:
        """Call the hints; the store does this after the commit."""
        for hint in self._done:
            hint()


class Store:
    """An open database. Threads share it; each transaction belongs to the thread that began it."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer = writer
        self._reader = reader
        # SQLite has one writer at a time. Waiting here is fairer and quicker than its sleeping and trying again.
        self._turns = Turns(writer) if writer.dialect.name == "sqlite" else None

    @property
    def dialect(self) -> Dialect:
        """Which database this is."""
        return self._writer.dialect

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Write: durable when the block has ended, undone when it raises. Never nest two in a thread.

        Raises NotNow (`not-durable`) when the database cannot keep it: then nothing happened.
        """
        unit: UnitOfWork | None = None
        try:
            with self._turns.take() if self._turns else self._writer.begin() as connection:
                unit = UnitOfWork(connection)
                yield unit
        except (OperationalError, GroupBroken) as error:
            raise NotNow("not-durable") from error
        unit.announce()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read one consistent snapshot; writing through it is an error."""
        with self._reader.connect() as connection:
            connection.begin()
            yield connection

    def migrate(self) -> None:
        """Bring the tables to the shape this version of the program wants; nothing happens when they have it."""
        from ledger_api.store.migrations import upgrade  # noqa: PLC0415 - Alembic is slow to import; only start-up needs it

        with self.begin() as unit:
            upgrade(unit.connection)

    def close(self) -> None:
        """Close all connections; what is open in another thread ends with an error."""
        self._reader.dispose()
        self._writer.dispose()


def open_store(url: str) -> Store:
    """Open `sqlite:///path` or `postgresql+psycopg://…`; raises ValueError for another kind."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return _open_sqlite(where)
    if where.get_backend_name() == "postgresql":
        writer = create_engine(where, pool_size=8)
        snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return Store(writer, create_engine(where, pool_size=READERS, max_overflow=0, execution_options=snapshot))
    raise ValueError(f"the store can be SQLite or PostgreSQL, not {where.get_backend_name()}")


def _open_sqlite(where: URL) -> Store:
    if where.database in {None, "", ":memory:"}:
        raise ValueError("a store in memory would forget what was promised: name a file")
    writer = _sqlite(where, pool_size=1, opening="BEGIN IMMEDIATE")
    return Store(writer, _sqlite(where, pool_size=READERS, opening="BEGIN", query_only="ON"))


def _sqlite(where: URL, *, pool_size: int, opening: str, query_only: str = "OFF") -> Engine:
    pool: type[Pool] = QueuePool
    engine = create_engine(
        where, poolclass=pool, pool_size=pool_size, max_overflow=0, connect_args={"check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI connections have no common type
        connection.isolation_level = None  # the driver would otherwise begin by itself, and too late
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA query_only = {query_only}")

    def begin(connection: Any) -> None:  # noqa: ANN401 - likewise
        connection.execute(opening)

    # Not by an event: one listener makes every statement of the engine look for listeners, more than half of what it takes.
    engine.dialect.do_begin = begin  # type: ignore[method-assign, assignment]
    _write_savepoints(engine.dialect)
    return engine


def _write_savepoints(dialect: Dialect) -> None:
    """Have savepoints made by their words: SQLAlchemy's own compiles a statement for each, which takes five times as long."""

    def doing(words: str) -> Callable[[Connection, str], None]:
        def do(connection: Connection, name: str) -> None:
            connection.exec_driver_sql(f"{words} {name}")

        return do

    dialect.do_savepoint = doing("SAVEPOINT")  # type: ignore[assignment, method-assign]
    dialect.do_release_savepoint = doing("RELEASE SAVEPOINT")  # type: ignore[assignment, method-assign]
    dialect.do_rollback_to_savepoint = doing("ROLLBACK TO SAVEPOINT")  # type: ignore[assignment, method-assign]
