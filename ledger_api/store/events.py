"""Appends to the event log and reads it. A row is written in the transaction that makes it true, never after."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, insert, select, text

from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.events import events

_ORDER_LOCK: Final = 0x6470725F65767473
"""PostgreSQL's advisory lock around the insert: without it a reader could skip a smaller `seq` that commits later."""

_ADD: Final = Prepared(insert(events))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to `subject` (a public id)."""

    seq: int
    type: str
    subject: str
    at_ms: int
    block: int | None
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event not yet in the log."""

    type: str
    subject: str
    payload: Mapping[str, Any]
    block: int | None = None


def append(connection: Connection, happenings: Sequence[Happening], at_ms: int) -> None:
    """Add to the log, in order. Give all of a transaction at once where that is easy."""
    if not happenings:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ORDER_LOCK})
    _ADD.change_each(
        connection,
        [
            {
                "type": each.type,
                "subject": each.subject,
                "at_ms": at_ms,
                "block": each.block,
                "payload": json.dumps(each.payload, ensure_ascii=False, separators=(",", ":")),
            }
            for each in happenings
        ],
    )


def after(connection: Connection, seq: int, most: int = 100) -> tuple[Event, ...]:
    """The next events after `seq`, oldest first."""
    rows = connection.execute(select(events).where(events.c.seq > seq).order_by(events.c.seq).limit(most))
    return tuple(Event(row.seq, row.type, row.subject, row.at_ms, row.block, json.loads(row.payload)) for row in rows)
