"""As of what a read is made: `as_of` is what the ledger knew, `on` the moment of effect, `at_least_block` one's own writes.

Every answer names the block it is true at, in its body and in the header `Ledger-Block`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, TypeVar

from fastapi import Depends, Query, Response
from sqlalchemy import Connection

from ledger_api.api.pages import Cursor
from ledger_api.api.posting import note_reads
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef
from ledger_api.auth.callers import ANYBODY, Caller
from ledger_api.auth.sight import sees
from ledger_api.domain.errors import NotNow
from ledger_api.domain.ids import dependant_id
from ledger_api.filings.facts import Register
from ledger_api.index import views
from ledger_api.index.views import Moment, Veil
from ledger_api.services import Services
from ledger_api.store import chain_rows

T = TypeVar("T")
_SPACED: Final = re.compile(r"(T[\d:.]+) (\d{2}:\d{2})$")

AsOfParameter = Annotated[
    str | None,
    Query(
        description="What the ledger knew: a block number, a block hash, or a time (RFC 3339), then the last block not later. "
        "The newest block when left out; the future is a 400.",
        examples=["2026-08-20T12:00:00+08:00"],
    ),
]
OnParameter = Annotated[
    str | None,
    Query(
        description="The moment of effect, by which expiry is judged: a date or a time; that of `as_of` when left out.",
        examples=["2026-08-20"],
    ),
]
AtLeastParameter = Annotated[
    int | None,
    Query(ge=0, lt=1 << 53, description="Read your writes: 503 while the newest block indexed is an earlier one."),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """As of what somebody asks."""

    as_of: str | None = None
    on: str | None = None
    at_least_block: int | None = None


def asked(as_of: AsOfParameter = None, on: OnParameter = None, at_least_block: AtLeastParameter = None) -> Asked:
    """The three parameters of every read."""
    return Asked(_plus(as_of), _plus(on), at_least_block)


When = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True)
class Reading:
    """One snapshot of the register at one moment."""

    connection: Connection
    moment: Moment
    register: Register
    caller: Caller = ANYBODY
    """Who reads."""
    _names: dict[int, str | None] = field(default_factory=dict)
    _found: dict[object, Any] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    @property
    def told(self) -> list[str]:
        """Blind licences whose licensee the answer tells, by public id."""
        return sorted(self._told)

    @property
    def as_of(self) -> AsOf:
        """The moment, as answers name it."""
        return AsOf.of(self.moment)

    def party(self, number: int) -> PartyRef | None:
        """A party with its public name, where that is known; None for nobody (0)."""
        if not number:
            return None
        if number not in self._names:
            self._names[number] = self.register.name(number)
        return PartyRef.of(number, self._names[number])

    def once(self, key: object, find: Callable[[], T]) -> T:
        """What `find` answers, asked once in this snapshot."""
        if key not in self._found:
            self._found[key] = find()
        found: T = self._found[key]
        return found

    def veil(self, entry: bytes) -> Veil:
        """What of an entry the reader is not told (rule 60)."""
        return self.once(
            ("veil", entry), lambda: views.veil(self.connection, entry, lambda told: sees(self.caller, lambda: told))
        )

    def tell(self, entry: bytes, numbers: Iterable[int]) -> None:
        """Remember which blind licences among these the answer tells of: that is noted."""
        self._told.update(dependant_id(entry, each) for each in self.veil(entry).lifted.intersection(numbers))

    def somebody(self, number: int) -> PartyRef:
        """A party that there is."""
        return self.party(number) or PartyRef.of(number, None)


@contextmanager
def reading(
    services: Services, when: Asked, response: Response, pinned: Cursor | None = None, caller: Caller = ANYBODY
) -> Iterator[Reading]:
    """Read at a moment; the response's header names its block. A cursor pins the block of the first page.

    Who reads what names a licensee says who he is; what he is told that others are not is noted (rules 60, 122).

    Raises NotUnderstood (`value-not-valid`, `time-in-future`, `block-unknown`), NotNow (`not-ready`, `index-behind`).
    """
    with services.store.read() as connection:
        _wait_not(connection, when.at_least_block)
        moment = views.moment(connection, when.as_of if pinned is None else str(pinned.block), when.on)
        response.headers["Ledger-Block"] = f"{moment.block}, 0x{moment.hash.hex()}"
        read = Reading(connection, moment, services.registers(connection), caller)
        yield read
    if read.told:
        note_reads(services, caller, "licence.read", read.told)


def _wait_not(connection: Connection, wanted: int | None) -> None:
    state = chain_rows.state(connection)
    if wanted is not None and state is not None and state.number < wanted:
        raise NotNow("index-behind", block=state.number, wanted=wanted)


def _plus(text: str | None) -> str | None:
    """A `+` in a query means a space; in a time it was an offset."""
    return None if text is None else _SPACED.sub(r"\1+\2", text)
