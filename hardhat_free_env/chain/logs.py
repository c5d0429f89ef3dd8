"""eth_getLogs answered from the log index: one SQL query, in block order, with limits that say how to narrow the question."""

from collections.abc import Sequence
from dataclasses import dataclass

from hardhat_free_env.chain.blocks import Log
from hardhat_free_env.chain.errors import TooLarge
from hardhat_free_env.chain.records import Row
from hardhat_free_env.chain.store import Store

RANGE = 100_000  # blocks
RESULTS = 10_000  # logs


@dataclass(frozen=True, slots=True)
class Filter:
    """Blocks `first` to `last` inclusive; any of `addresses`; at each topic position any of the given. Empty means all."""

    first: int
    last: int
    addresses: tuple[bytes, ...] = ()
    topics: tuple[tuple[bytes, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLog:
    """A log with its place; `position` counts through the block."""

    number: int
    block_hash: bytes
    position: int
    tx: int
    tx_hash: bytes
    log: Log


def find_logs(store: Store, wanted: Filter) -> list[FoundLog]:
    """All matching logs. TooLarge when the range or the result is over its limit."""
    if wanted.last - wanted.first >= RANGE:
        raise TooLarge(f"block range too large: {wanted.last - wanted.first + 1} blocks, limit {RANGE}; ask in pieces")
    where, values = _conditions(wanted)
    rows = store.reader.execute(
        "SELECT log.number, block.hash, log.position, log.tx, tx.hash, address, topic0, topic1, topic2, topic3, body "  # noqa: S608  conditions hold names of ours, values are bound
        "FROM log JOIN block ON block.number = log.number "
        "JOIN tx ON tx.number = log.number AND tx.position = log.tx "
        f"WHERE {where} ORDER BY log.number, log.position LIMIT ?",
        (*values, RESULTS + 1),
    ).fetchall()
    if len(rows) > RESULTS:
        raise TooLarge(
            f"query returned more than {RESULTS} results; the first {RESULTS} end in block {rows[-1][0]}: "
            f"ask for a smaller range"
        )
    return [_found(row) for row in rows]


def _conditions(wanted: Filter) -> tuple[str, list[object]]:
    conditions = ["log.number BETWEEN ? AND ?"]
    bound: list[object] = [wanted.first, wanted.last]
    columns: Sequence[tuple[str, tuple[bytes, ...]]] = (
        ("address", wanted.addresses),
        *((f"topic{position}", any_of) for position, any_of in enumerate(wanted.topics)),
    )
    for column, any_of in columns:
        if any_of:
            conditions.append(f"log.{column} IN ({','.join('?' * len(any_of))})")
            bound.extend(any_of)
    needed = len(wanted.topics)
    if needed:  # a filter of three positions matches no log with two topics
        conditions.append(f"log.topic{needed - 1} IS NOT NULL")
    return " AND ".join(conditions), bound


def _found(row: Row) -> FoundLog:
    number, block_hash, position, tx, tx_hash = row[:5]
    return FoundLog(number, block_hash, position, tx, tx_hash, _log(row[5:]))


def _log(row: Sequence[bytes | None]) -> Log:
    *topics, body = row[1:]
    return Log(row[0] or b"", tuple(topic for topic in topics if topic is not None), body or b"")
