"""The audit log's chain: each record carries a link over itself and the link before it.

Who holds one link can tell whether any earlier record was changed, dropped or put in (rule 122).
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import rfc8785

START: Final = bytes(32)
"""The link before the first record."""


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Somebody did something: `action` upon `subject`, at `at_ms` machine time."""

    seq: int
    at_ms: int
    key: str | None
    """API key that was used; None for the facade itself."""
    party: int | None
    """Party the key acts for."""
    action: str
    subject: str
    details: Mapping[str, str | int | bool | None]
    """Never a secret, an amount or personal data (rule 10): digests and ids."""


def link(previous: bytes, record: AuditRecord) -> bytes:
    """SHA-256 over the link before and the record's canonical JSON (RFC 8785)."""
    fields: dict[str, object] = {
        "seq": record.seq,
        "at_ms": record.at_ms,
        "key": record.key,
        "party": record.party,
        "action": record.action,
        "subject": record.subject,
        "details": dict(record.details),
    }
    return hashlib.sha256(previous + rfc8785.dumps(fields)).digest()  # type: ignore[arg-type]  # details are JSON


def first_broken(records: Iterable[tuple[AuditRecord, bytes]]) -> int | None:
    """The number of the first record, of all from the beginning, that its link does not fit; None if all do."""
    previous, expected = START, 1
    for record, stored in records:
        if record.seq != expected or link(previous, record) != stored:
            return expected
        previous, expected = stored, expected + 1
    return None
