"""The audit log: appended to in the transaction of what it records, read from the beginning."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Connection, Row, func, insert, select

from ledger_api.domain.audit import START, AuditRecord, link
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.access import audit

_LOCK: Final = 0x6175646974  # "audit": appenders of one PostgreSQL wait for each other
_ADD: Final = Prepared(insert(audit))
_LAST: Final = Prepared(select(audit.c.seq, audit.c.link).order_by(audit.c.seq.desc()).limit(1))


def append(
    connection: Connection,
    *,
    at_ms: int,
    key: str | None,
    party: int | None,
    action: str,
    subject: str,
    details: Mapping[str, str | int | bool | None] | None = None,
) -> AuditRecord:
    """Add a record. It holds if and only if the caller's transaction does."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last = _LAST.first(connection)
    seq, previous = (last.seq + 1, last.link) if last else (1, START)
    record = AuditRecord(seq, at_ms, key, party, action, subject, details or {})
    _ADD.change(
        connection,
        {
            "seq": seq,
            "at_ms": at_ms,
            "key": key,
            "party": party,
            "action": action,
            "subject": subject,
            "details": json.dumps(record.details, ensure_ascii=False),
            "link": link(previous, record),
        },
    )
    return record


def head(connection: Connection) -> bytes:
    """The newest link; anchored daily, it fixes the whole log."""
    found: bytes | None = connection.scalar(select(audit.c.link).order_by(audit.c.seq.desc()).limit(1))
    return found or START


def records(connection: Connection) -> Iterator[tuple[AuditRecord, bytes]]:
    """All records with their links, oldest first."""
    for row in connection.execute(select(audit).order_by(audit.c.seq)):
        yield _record(row), row.link


def _record(row: Row[tuple[object, ...]]) -> AuditRecord:
    return AuditRecord(row.seq, row.at_ms, row.key, row.party, row.action, row.subject, json.loads(row.details))
