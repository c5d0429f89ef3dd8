"""What final blocks say of filings: carried, withdrawn, or out of time. Called by the indexer inside its own commit.

A filing is known on chain by its digest alone: anybody may have carried it, in any transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from ledger_api.domain.errors import LedgerError, Refused
from ledger_api.domain.progress import OPEN, OVER, Progress
from ledger_api.domain.signatories import unpack
from ledger_api.store import events
from ledger_api.store.events import Happening
from ledger_api.store.filings import FilingRecord, due, error_text, move, open_of, release
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import filings

# Made once: making a statement takes longer than the database takes to answer it.
_CARRIED: Final = Prepared(
    select(filings.c.id, filings.c.digest).where(
        filings.c.digest.in_(bindparam("digests", expanding=True)),
        filings.c.state.not_in([Progress.FINAL, Progress.DISCARDED]),
    )
)
_LAND: Final = Prepared(update(filings).where(filings.c.id == bindparam("of")))


@dataclass(frozen=True, slots=True)
class FinalBlock:
    """A block whose finality was checked. `time` is unix seconds."""

    number: int
    hash: bytes
    time: int


@dataclass(frozen=True, slots=True)
class CarriedFiling:
    """A `Filed` of that block: digest, signatories packed, and the transaction it was in."""

    digest: bytes
    by: int
    transaction: bytes


def mark_filed(connection: Connection, carried: Sequence[CarriedFiling], block: FinalBlock, at_ms: int) -> None:
    """The filings with these digests are final, whatever was thought of them before."""
    if not carried:
        return
    by_digest = {each.digest: each for each in carried}
    rows = _CARRIED.all(connection, {"digests": list(by_digest)})
    if not rows:
        return
    same = {"state": Progress.FINAL, "changed_ms": at_ms, "error": None}
    where = {"block": block.number, "block_hash": block.hash, "block_time": block.time}
    landed = [{"of": row.id, "transaction": by_digest[row.digest].transaction, **same, **where} for row in rows]
    _LAND.change_each(connection, landed)
    transactions = {row.id: "0x" + by_digest[row.digest].transaction.hex() for row in rows}
    payloads = {row.id: {"digest": "0x" + row.digest.hex(), "transaction": transactions[row.id]} for row in rows}
    events.append(
        connection,
        [Happening("filing.final", each, payload, block.number) for each, payload in payloads.items()],
        at_ms,
    )


def mark_withdrawn(connection: Connection, digest: bytes, by: int, block: FinalBlock, at_ms: int) -> None:
    """A signatory took its seal back: the filing can never land. The first signatory spends the number with it."""
    query = select(filings.c.id, filings.c.officer).where(
        filings.c.digest == digest, filings.c.state.not_in(list(OVER))
    )
    for row in connection.execute(query).all():
        records = [each for each in open_of(connection, row.officer) if each.id == row.id]
        move(connection, [row.id], OPEN, Progress.WITHDRAWN, at_ms, error=Refused("withdrawn"))
        if unpack(by)[0] != row.officer:
            release(connection, records)
        events.append(
            connection, [Happening("filing.withdrawn", row.id, {"by": list(unpack(by))}, block.number)], at_ms
        )


def end_overdue(connection: Connection, block: FinalBlock, at_ms: int) -> int:
    """End every filing whose deadline lies before a final block, and give its number back; how many there were.

    All blocks up to this one must have been marked: what landed in time is final by now.
    """
    overdue = due(connection, block.time)
    for record in overdue:
        _end(connection, record, block, at_ms)
    release(connection, overdue)
    return len(overdue)


def end_of_overdue(record: FilingRecord) -> tuple[Progress, LedgerError]:
    """How a filing ends that did not land before its deadline."""
    if record.error is not None and record.state is Progress.REFUSED:
        return (Progress.REJECTED if record.accepted_ms is None else Progress.FAILED), record.error
    return Progress.EXPIRED, Refused("deadline-passed-waiting", deadline=record.filing.deadline)


def end_superseded(connection: Connection, record: FilingRecord, block: int, at_ms: int) -> None:
    """End a filing whose number another one has used up; the number stays taken."""
    officer, nonce = record.filing.signatories[0], record.filing.nonce
    to = Progress.SUPERSEDED if record.accepted_ms is None else Progress.FAILED
    error = Refused("nonce-spent", officer=officer, nonce=nonce)
    if move(connection, [record.id], OPEN, to, at_ms, error=error):
        events.append(connection, [_over(record, to, error, block)], at_ms)


def _end(connection: Connection, record: FilingRecord, block: FinalBlock, at_ms: int) -> None:
    to, error = end_of_overdue(record)
    if move(connection, [record.id], OPEN, to, at_ms, error=error_text(error)):
        events.append(connection, [_over(record, to, error, block.number)], at_ms)


def _over(record: FilingRecord, to: Progress, error: LedgerError, block: int) -> Happening:
    return Happening(f"filing.{to}", record.id, {"code": error.code}, block)
