"""One answer to one Idempotency-Key: whoever asks again with the same words gets the same answer, and nothing happens twice.

The answer is kept in the transaction of what it answers for, as long as the filing itself.
"""

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
import rfc8785
from sqlalchemy import Connection, bindparam, insert, select

from ledger_api.domain.errors import InTheWay, Refused
from ledger_api.ports.clock import Clock
from ledger_api.store import Store, UnitOfWork
from ledger_api.store.filings import FilingRecord
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import answers

_ADD: Final = Prepared(insert(answers))
_FOUND: Final = Prepared(
    select(answers).where(
        answers.c.tenant == bindparam("of"), answers.c.route == bindparam("to"), answers.c.key == bindparam("under")
    )
)

Say = Callable[[FilingRecord], Mapping[str, Any]]
"""Shapes the body of an answer about a filing."""
Beside = Callable[[UnitOfWork, FilingRecord], None]
"""What else belongs into the transaction of a change: the caller's line in the audit log."""


def nothing_beside(_unit: UnitOfWork, _record: FilingRecord) -> None:
    """Nothing else belongs into it."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A request as its sender will repeat it: whose, to what, under which key, and what it said."""

    tenant: str
    route: str
    key: str
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: HTTP status and body. `replayed` says that it was kept from an earlier time."""

    status: int
    body: Mapping[str, Any]
    filing: str | None = None
    replayed: bool = False


def fingerprint(tenant: str, route: str, body: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """SHA-256 of the canonical request (RFC 8785): the same for the same words in another order or spacing."""
    return hashlib.sha256(rfc8785.dumps([tenant, route, body])).digest()


@dataclass(slots=True)
class Answers:
    """The answers of one facade."""

    store: Store
    clock: Clock
    _busy: set[tuple[str, str, str]] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def turn(self, keyed: Keyed) -> Iterator[None]:
        """Take one's turn with this key; then look whether it was answered already (`found`).

        Raises InTheWay (`still-processing`) when somebody has the turn in this process. In another process both may
        work; `keep` then lets the first win.
        """
        place = (keyed.tenant, keyed.route, keyed.key)
        with self._lock:
            if place in self._busy:
                raise InTheWay("still-processing")
            self._busy.add(place)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(place)

    def keep(self, connection: Connection, keyed: Keyed, work: Callable[[], Answer]) -> Answer:
        """Inside the caller's transaction: `work`, and its answer kept; or the answer somebody else was quicker to give."""
        earlier = self.found(connection, keyed)
        if earlier is not None:
            return earlier
        answer = work()
        _ADD.change(
            connection,
            {
                "tenant": keyed.tenant,
                "route": keyed.route,
                "key": keyed.key,
                "fingerprint": keyed.fingerprint,
                "status": answer.status,
                "body": orjson.dumps(answer.body).decode(),
                "filing": answer.filing,
                "created_ms": self.clock.milliseconds(),
            },
        )
        return answer

    def found(self, connection: Connection, keyed: Keyed) -> Answer | None:
        """The answer this key was given. Raises Refused (`key-reused`) when it was asked something else."""
        row = _FOUND.first(connection, {"of": keyed.tenant, "to": keyed.route, "under": keyed.key})
        if row is None:
            return None
        if row.fingerprint != keyed.fingerprint:
            raise Refused("key-reused")
        return Answer(row.status, orjson.loads(row.body), row.filing, replayed=True)
