"""The chain's SQLite file: one durable commit a block, and reads that never wait for it.

The owner writes on one connection (WAL, `synchronous=FULL`); every thread reads on a connection of its own and sees
committed blocks only.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files as package_files
from pathlib import Path
from typing import Literal

from hardhat_free_env.chain.blocks import Block, encode_header
from hardhat_free_env.chain.errors import ChainBroken, StorageFailed
from hardhat_free_env.chain.files import DATABASE
from hardhat_free_env.chain.seals import Rotation, Seal

SCHEMA_VERSION = 1
Durability = Literal["FULL", "OFF"]  # OFF for tests that never crash


class Store:
    """One chain's data. Thread-safe for reading; one thread commits."""

    def __init__(self, directory: Path, durability: Durability = "FULL") -> None:
        """Open, creating the tables in a new file."""
        self._path = directory / DATABASE
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._writer = self._connect()
        self._writer.execute("PRAGMA journal_mode=WAL")
        self._writer.execute(f"PRAGMA synchronous={durability}")
        self._prepare()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, cached_statements=64)
        connection.execute("PRAGMA busy_timeout=5000")
        connection.text_factory = bytes  # a damaged column is for `audit` to name, not for the driver to choke on
        return connection

    def _prepare(self) -> None:
        (version,) = self._writer.execute("PRAGMA user_version").fetchone()
        if version == 0:
            script = package_files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
            self._writer.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")
        elif version != SCHEMA_VERSION:
            raise ChainBroken(f"{self._path} has layout {version}; this program reads {SCHEMA_VERSION}")

    # -- writing

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, durable once left. StorageFailed when the disk refuses; then nothing has changed."""
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            yield self._writer
            self._writer.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):
                self._writer.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error | OSError):
                raise StorageFailed(_storage_reason(error, self._path)) from error
            raise

    def commit_block(self, block: Block, seal: Seal, signer: bytes, *, document: bytes | None = None) -> None:
        """Make a block durable with all that belongs to it; with the genesis `document` for block 0."""
        with self.transaction() as connection:
            if document is not None:
                connection.execute("INSERT INTO meta VALUES ('genesis', ?)", (document,))
            connection.executemany("INSERT OR IGNORE INTO node VALUES (?, ?)", sorted(block.written.nodes.items()))
            connection.executemany("INSERT OR IGNORE INTO code VALUES (?, ?)", sorted(block.written.code.items()))
            connection.execute(
                "INSERT INTO block VALUES (?, ?, ?, ?, ?)",
                (block.number, block.hash, encode_header(block.header), signer, seal.signature),
            )
            connection.executemany("INSERT INTO tx VALUES (?,?,?,?,?,?,?,?,?,?)", _tx_rows(block))
            connection.executemany("INSERT INTO log VALUES (?,?,?,?,?,?,?,?,?)", log_rows(block))

    def add_rotation(self, rotation: Rotation) -> None:
        """Record that another key seals from `rotation.start` on."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO rotation VALUES (?, ?, ?)", (rotation.start, rotation.next_signer, rotation.signature)
            )

    # -- reading

    @property
    def reader(self) -> sqlite3.Connection:
        """This thread's own connection; it cannot write."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
            connection.execute("PRAGMA query_only=1")
            with self._guard:
                self._readers.append(connection)
        return connection

    def node(self, digest: bytes) -> bytes | None:
        """A trie node by its hash."""
        return self._body("SELECT body FROM node WHERE digest = ?", digest)

    def code(self, digest: bytes) -> bytes | None:
        """Contract code by its hash."""
        return self._body("SELECT body FROM code WHERE digest = ?", digest)

    def _body(self, query: str, digest: bytes) -> bytes | None:
        row: tuple[bytes] | None = self.reader.execute(query, (digest,)).fetchone()
        return row[0] if row else None

    def meta(self, name: str) -> bytes | None:
        """A named value."""
        row: tuple[bytes] | None = self.reader.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def compact(self) -> None:
        """Give freed pages back to the disk; needs room for a copy while it runs."""
        try:
            self._writer.execute("VACUUM")
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise StorageFailed(_storage_reason(error, self._path)) from error

    def close(self) -> None:
        """Close every connection; the last one folds the log into the file."""
        with self._guard:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
        self._writer.close()


def _storage_reason(error: Exception, path: Path) -> str:
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_FULL"):
        return (
            f"the disk that holds {path} is full: free some space; "
            "the chain stands at its last block and goes on by itself"
        )
    return f"{path} could not be written ({code or type(error).__name__}: {error})"


def _tx_rows(block: Block) -> Iterator[tuple[object, ...]]:
    first_log = 0
    for position, included in enumerate(block.transactions):
        receipt = included.receipt
        yield (
            block.number,
            position,
            included.hash,
            included.raw,
            included.sender,
            included.created,
            receipt.kind,
            receipt.status,
            receipt.cumulative_gas,
            first_log,
        )
        first_log += len(receipt.logs)


def log_rows(block: Block) -> Iterator[tuple[object, ...]]:
    """Rows of the log index, in order of position."""
    position = 0
    for tx, included in enumerate(block.transactions):
        for log in included.receipt.logs:
            topics = (*log.topics, None, None, None, None)[:4]
            yield (block.number, position, tx, log.address, *topics, log.body)
            position += 1
