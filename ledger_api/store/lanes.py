"""Lanes and what travels in them. Whoever writes here proves first that the lane is still its own.

A lease may be lost while its holder sleeps; the fence number then has grown, and nothing the old holder writes matches.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.lanes import lanes, rides, transactions

# What every turn asks is made once: making a statement takes longer than the database takes to answer it.
_LANE: Final = Prepared(select(lanes).where(lanes.c.id == bindparam("of")))
_TRAVELLING: Final = Prepared(
    select(transactions)
    .where(transactions.c.lane == bindparam("of"), transactions.c.state.in_(["signed", "broadcast"]))
    .order_by(transactions.c.nonce)
)
_HOLD: Final = Prepared(
    update(lanes)
    .where(lanes.c.id == bindparam("of"), lanes.c.fence == bindparam("by"), lanes.c.state == "open")
    .values(lease_until_ms=bindparam("until"))
)
_BROADCAST: Final = Prepared(
    update(transactions)
    .where(
        transactions.c.hash.in_(bindparam("hashes", expanding=True)), transactions.c.state.in_(["signed", "broadcast"])
    )
    .values(state="broadcast", sent_ms=bindparam("at_ms"))
)
_MINED: Final = Prepared(
    update(transactions)
    .where(transactions.c.hash == bindparam("of"), transactions.c.state != "mined")
    .values(state="mined", block=bindparam("in_block"), succeeded=bindparam("well"))
)
_RIDERS: Final = Prepared(
    select(rides.c.filing).where(rides.c.transaction == bindparam("of")).order_by(rides.c.position)
)
_SIGNED: Final = Prepared(insert(transactions))
_RIDE: Final = Prepared(insert(rides))
_NEXT: Final = Prepared(update(lanes).where(lanes.c.id == bindparam("of")).values(next_nonce=bindparam("following")))


class LeaseLost(Exception):
    """Another sender has the lane now, or it was stopped: nothing was written."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to use a lane, for a while."""

    lane: str
    holder: str
    fence: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A relayer's key on a chain."""

    id: str
    next_nonce: int
    holder: str | None
    lease_until_ms: int
    fence: int
    state: str
    """`open` or `stopped`."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class Travelling:
    """A signed transaction that is not known to be in a block."""

    hash: bytes
    nonce: int
    raw: bytes
    state: str
    """`signed` or `broadcast`."""
    sent_ms: int | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A transaction just signed, and the filings in it by position."""

    hash: bytes
    nonce: int
    raw: bytes
    filings: Sequence[str]


def lane(connection: Connection, name: str) -> Lane | None:
    """A lane by its name; None when it was never used."""
    row = _LANE.first(connection, {"of": name})
    return None if row is None else _lane(row)


def every_lane(connection: Connection) -> tuple[Lane, ...]:
    """All lanes."""
    return tuple(_lane(row) for row in connection.execute(select(lanes).order_by(lanes.c.id)))


def create(connection: Connection, name: str, next_nonce: int) -> None:
    """A lane that was never used, free to be taken."""
    connection.execute(insert(lanes).values(id=name, next_nonce=next_nonce, lease_until_ms=0, fence=0, state="open"))


def take(connection: Connection, name: str, holder: str, now_ms: int, lease_ms: int) -> Lease | None:
    """Take a lane that nobody holds now, or that this very holder had before it died; None for any other.

    A lease that ends later than any can was written before the clock was set back: it counts for nothing (case 34).
    """
    free = (lanes.c.lease_until_ms < now_ms) | (lanes.c.lease_until_ms > now_ms + 2 * lease_ms)
    changed = connection.execute(
        update(lanes)
        .where(lanes.c.id == name, lanes.c.state == "open", free | (lanes.c.holder == holder))
        .values(holder=holder, lease_until_ms=now_ms + lease_ms, fence=lanes.c.fence + 1)
    )
    if not changed.rowcount:
        return None
    return Lease(name, holder, connection.scalar(select(lanes.c.fence).where(lanes.c.id == name)) or 0)


def hold(connection: Connection, lease: Lease, until_ms: int) -> None:
    """Begin every write with this: prolongs the lease, or raises LeaseLost."""
    if not _HOLD.change(connection, {"of": lease.lane, "by": lease.fence, "until": until_ms}):
        raise LeaseLost(lease.lane)


def give_back(connection: Connection, lease: Lease) -> None:
    """Let others have the lane at once."""
    connection.execute(
        update(lanes)
        .where(lanes.c.id == lease.lane, lanes.c.fence == lease.fence)
        .values(holder=None, lease_until_ms=0)
    )


def stop(connection: Connection, lease: Lease, reason: str) -> None:
    """Nobody uses the lane until an operator has looked."""
    connection.execute(
        update(lanes)
        .where(lanes.c.id == lease.lane, lanes.c.fence == lease.fence)
        .values(state="stopped", reason=reason, holder=None, lease_until_ms=0)
    )


def reopen(connection: Connection, name: str, next_nonce: int) -> bool:
    """An operator has looked: go on with this nonce. Says whether the lane was stopped."""
    changed = connection.execute(
        update(lanes)
        .where(lanes.c.id == name, lanes.c.state == "stopped")
        .values(state="open", reason=None, next_nonce=next_nonce)
    )
    return bool(changed.rowcount)


def store_signed(connection: Connection, lease: Lease, signed: Sequence[Signed], now_ms: int) -> None:
    """Keep signed bytes and take their nonces, before anything is sent."""
    same = {"lane": lease.lane, "state": "signed", "signed_ms": now_ms}
    _SIGNED.change_each(
        connection, [{"hash": each.hash, "nonce": each.nonce, "raw": each.raw} | same for each in signed]
    )
    _RIDE.change_each(
        connection,
        [
            {"transaction": each.hash, "filing": filing, "position": place}
            for each in signed
            for place, filing in enumerate(each.filings)
        ],
    )
    following = max(each.nonce for each in signed) + 1
    _NEXT.change(connection, {"of": lease.lane, "following": following})


def travelling(connection: Connection, name: str) -> tuple[Travelling, ...]:
    """What is signed and not known to be in a block, in the order of nonces."""
    rows = _TRAVELLING.all(connection, {"of": name})
    return tuple(Travelling(row.hash, row.nonce, row.raw, row.state, row.sent_ms) for row in rows)


def last_mined(connection: Connection, name: str) -> int | None:
    """The highest nonce of a lane known to be in a block."""
    query = select(func.max(transactions.c.nonce)).where(transactions.c.lane == name, transactions.c.state == "mined")
    found: int | None = connection.scalar(query)
    return found


def riders(connection: Connection, transaction: bytes) -> tuple[str, ...]:
    """The filings in a transaction, by position."""
    return tuple(row.filing for row in _RIDERS.all(connection, {"of": transaction}))


def mark_broadcast(connection: Connection, hashes: Collection[bytes], now_ms: int) -> None:
    """These were handed to the node."""
    _BROADCAST.change(connection, {"hashes": list(hashes), "at_ms": now_ms})


def mark_mined(connection: Connection, transaction: bytes, block: int, *, succeeded: bool) -> bool:
    """It is in a block. Says whether that was news."""
    return bool(_MINED.change(connection, {"of": transaction, "in_block": block, "well": int(succeeded)}))


def mark_lost(connection: Connection, hashes: Collection[bytes]) -> None:
    """These can never be in a block: their nonces were used by others."""
    connection.execute(update(transactions).where(transactions.c.hash.in_(hashes)).values(state="lost"))


def _lane(row: Row[tuple[object, ...]]) -> Lane:
    return Lane(row.id, row.next_nonce, row.holder, row.lease_until_ms, row.fence, row.state, row.reason)
