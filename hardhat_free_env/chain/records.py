"""Blocks, transactions and receipts read back from the store, by number or hash.

Queries only; what a JSON-RPC client sees of them is shaped in `rpc/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from hardhat_free_env.chain.blocks import Header, Included, Log, Receipt, decode_header
from hardhat_free_env.chain.seals import Rotation, Seal
from hardhat_free_env.chain.store import Store

_TX = "number, position, hash, raw, sender, created, kind, status, cumulative_gas, first_log"
Row: TypeAlias = tuple[Any, ...]

ANCESTORS = 256  # as far back as BLOCKHASH sees


@dataclass(frozen=True, slots=True)
class Place:
    """A transaction as stored: where it is, and how it went. `first_log` is the position in the block of its first log."""

    number: int
    position: int
    first_log: int
    included: Included


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header with the signature that makes it final."""

    header: Header
    signer: bytes
    signature: bytes


def head_number(store: Store) -> int | None:
    """Height of the last committed block; None in an empty store."""
    (number,) = store.reader.execute("SELECT max(number) FROM block").fetchone()
    return number if number is None else int(number)


def sealed_header(store: Store, number: int) -> SealedHeader | None:
    """A block's header and seal."""
    row = store.reader.execute("SELECT header, signer, seal FROM block WHERE number = ?", (number,)).fetchone()
    return SealedHeader(decode_header(row[0]), row[1], row[2]) if row else None


def number_of(store: Store, block_hash: bytes) -> int | None:
    """Height of the block with this hash."""
    row = store.reader.execute("SELECT number FROM block WHERE hash = ?", (block_hash,)).fetchone()
    return int(row[0]) if row else None


def ancestors(store: Store, number: int) -> Iterator[bytes]:
    """Hashes of block `number` and the ones before it, newest first."""
    rows = store.reader.execute(
        "SELECT hash FROM block WHERE number <= ? ORDER BY number DESC LIMIT ?", (number, ANCESTORS)
    )
    return (row[0] for row in rows.fetchall())


def place_of(store: Store, tx_hash: bytes) -> Place | None:
    """A transaction by its hash."""
    row = store.reader.execute(f"SELECT {_TX} FROM tx WHERE hash = ?", (tx_hash,)).fetchone()  # noqa: S608  our own columns
    return _place(store, row) if row else None


def is_known(store: Store, tx_hash: bytes) -> bool:
    """Whether a block holds it."""
    return store.reader.execute("SELECT 1 FROM tx WHERE hash = ?", (tx_hash,)).fetchone() is not None


def places_in(store: Store, number: int) -> list[Place]:
    """All transactions of a block, in order."""
    rows = store.reader.execute(f"SELECT {_TX} FROM tx WHERE number = ? ORDER BY position", (number,))  # noqa: S608  our own columns
    return _places(rows.fetchall(), _logs_in(store, number))


def _place(store: Store, row: Row) -> Place:
    number, position = row[0], row[1]
    earlier = store.reader.execute(
        "SELECT cumulative_gas FROM tx WHERE number = ? AND position = ?", (number, position - 1)
    ).fetchone()
    logs = store.reader.execute(
        "SELECT address, topic0, topic1, topic2, topic3, body FROM log WHERE number = ? AND position >= ? AND tx = ? "
        "ORDER BY position",
        (number, row[9], position),
    )
    return _built(row, tuple(map(_log, logs)), earlier[0] if earlier else 0)


def _places(rows: list[Row], logs: dict[int, list[Log]]) -> list[Place]:
    places, gas_before = [], 0
    for row in rows:
        places.append(_built(row, tuple(logs.get(row[1], ())), gas_before))
        gas_before = row[8]
    return places


def _built(row: Row, logs: tuple[Log, ...], gas_before: int) -> Place:
    number, position, tx_hash, raw, sender, created, kind, status, cumulative_gas, first_log = row
    receipt = Receipt(kind, status, cumulative_gas, logs)
    included = Included(tx_hash, raw, sender, created, receipt, cumulative_gas - gas_before)
    return Place(number, position, first_log, included)


def _logs_in(store: Store, number: int) -> dict[int, list[Log]]:
    found: dict[int, list[Log]] = {}
    rows = store.reader.execute(
        "SELECT address, topic0, topic1, topic2, topic3, body, tx FROM log WHERE number = ? ORDER BY position",
        (number,),
    )
    for row in rows:
        found.setdefault(row[6], []).append(_log(row))
    return found


def _log(row: Row) -> Log:
    return Log(row[0], tuple(topic for topic in row[1:5] if topic is not None), row[5])


def rotations(store: Store, chain_id: int, genesis_hash: bytes) -> tuple[Rotation, ...]:
    """All hand-overs of the sealing key, in order."""
    rows = store.reader.execute("SELECT start, next, signature FROM rotation ORDER BY start")
    return tuple(Rotation(chain_id, genesis_hash, *row) for row in rows)


def seal_of(sealed: SealedHeader, chain_id: int, genesis_hash: bytes) -> Seal:
    """The seal in the form that `seals` checks."""
    return Seal(chain_id, genesis_hash, sealed.header.block_number, sealed.header.hash, sealed.signature)
