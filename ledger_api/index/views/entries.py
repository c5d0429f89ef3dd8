"""Entries at a moment: what is true of a folio, its three rights with what time has done to them, and how it is found."""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.errors import NotFound
from ledger_api.domain.subjects import content_subject
from ledger_api.domain.words import (
    Burden,
    BurdenState,
    Case,
    CaseKind,
    CaseState,
    Head,
    Licence,
    LicenceState,
    Right,
    SlotStatus,
)
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.history import history
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads
from ledger_api.store.chain_reads import At
from ledger_api.store.chain_rows import state

UNDECIDED = frozenset(
    {
        CaseState.SUBMITTED,
        CaseState.CORRECTION,
        CaseState.UNDER_REVIEW,
        CaseState.SUPPLEMENTING,
        CaseState.NOTICE,
        CaseState.CLEARED,
    }
)
"""States of a case that nobody has decided."""


class RightState(Enum):
    """A right of an entry on a day."""

    EMPTY = "empty"
    """Nobody registered it."""
    LIVE = "live"
    """Not past its last day, or its timely renewal is not decided yet (rule 32)."""
    LAPSED = "lapsed"
    """Past its last day: registered again only by its last holder (rule 32)."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class RightView:
    """One of the three rights."""

    right: Right
    state: RightState
    holder: int
    """Party number; 0 when nobody ever held it."""
    until: int
    """Last legal day; 0 when it was never registered."""


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential that was issued."""

    text: str
    scheme: int
    case: int
    block: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry."""

    id: bytes
    public_id: str
    alg: int
    root: bytes
    applicant: int
    """Party that opened the folio."""
    opened: int
    """The block it was opened in."""
    head: Head
    """As in effect; zero until the first anchoring."""
    rights: tuple[RightView, RightView, RightView]
    credentials: tuple[CredentialView, ...]
    lines: int
    """Of its journal, at the block."""

    @property
    def is_registered(self) -> bool:
        """Whether it was ever anchored."""
        return self.head.registrar != 0


def entry(connection: Connection, moment: Moment, entry_id: bytes) -> EntryView:
    """An entry by its 32 bytes. Raises NotFound `not-found`, or `not-found-then` when it was opened later."""
    row = chain_reads.entry_row(connection, moment.at, entry_id)
    if row is None:
        raise _absent(connection, moment, ids.entry_id(entry_id), entry_id)
    words = effective(connection, moment, entry_id)
    head = words.word(Head) or Head()
    journal = chain_reads.word(connection, moment.at, entry_id, "Journal")
    return EntryView(
        id=entry_id,
        public_id=row["public_id"],
        alg=row["alg"],
        root=row["root"],
        applicant=row["applicant"],
        opened=row["block"],
        head=head,
        rights=rights(words, moment.on_day),
        credentials=credentials(connection, moment, entry_id),
        lines=0 if journal is None else journal.value & 0xFFFFFF,
    )


def rights(words: Effective, day: int) -> tuple[RightView, RightView, RightView]:
    """The three rights on a legal day."""
    head = words.word(Head) or Head()
    hold, use, operate = (
        RightView(right, _right_state(words, head, place, day), head.holder[place], head.until[place])
        for place, right in enumerate(Right)
    )
    return hold, use, operate


def _right_state(words: Effective, head: Head, place: int, day: int) -> RightState:
    status = head.status[place]
    if status == SlotStatus.ACTIVE:
        in_force = day <= head.until[place] or _is_renewing(words, head.holder[place], place, day)
        return RightState.LIVE if in_force else RightState.LAPSED
    return RightState.CANCELLED if status == SlotStatus.CANCELLED else RightState.EMPTY


def _is_renewing(words: Effective, holder: int, place: int, day: int) -> bool:
    """Its holder applied in time to renew it and nobody has decided yet: it stays in force (rule 32)."""
    return any(
        case.kind == CaseKind.RENEWAL
        and case.asked >> place & 1 == 1
        and case.applicant == holder
        and case.state in UNDECIDED
        and not (case.state == CaseState.CORRECTION and day > case.due)
        for _, _, case in words.scoped(Case)
    )


def credentials(connection: Connection, moment: Moment, entry_id: bytes) -> tuple[CredentialView, ...]:
    """Credentials issued for an entry, oldest first."""
    rows = chain_reads.credentials_of(connection, moment.at, entry_id)
    return tuple(CredentialView(row["text"], row["scheme"], row["case"], row["block"]) for row in rows)


def find(connection: Connection, moment: Moment, name: str | bytes) -> bytes:
    """The entry called so: its 32 bytes, its public id in canonical spelling, or one of its credential numbers.

    Raises NotFound `not-found`, or `not-found-then` when it came into being later.
    """
    found = _called(connection, moment.at, name)
    if found is None:
        raise _absent(connection, moment, name if isinstance(name, str) else ids.entry_id(name), name)
    return found


def _called(connection: Connection, at: At, name: str | bytes) -> bytes | None:
    if isinstance(name, bytes):
        return name if chain_reads.entry_row(connection, at, name) else None
    if name.startswith("E-"):
        called = chain_reads.entries_called(connection, at, name)
        return called[0] if len(called) == 1 else None  # of two, neither: only its 32 bytes tell
    held = {row["entry"] for row in chain_reads.credential(connection, at, name)}
    return held.pop() if len(held) == 1 else None


def _absent(connection: Connection, moment: Moment, shown: str, name: str | bytes) -> NotFound:
    newest = state(connection)
    if newest is not None and _called(connection, At(newest.number, moment.view), name) is not None:
        return NotFound("not-found-then", block=moment.block, id=shown)
    return NotFound("not-found", id=shown)


def head(connection: Connection, moment: Moment, entry_id: bytes) -> Head:
    """An entry's head as stored at the block: what guards look at. Zero until the first anchoring."""
    stored = chain_reads.word(connection, moment.at, entry_id, "Head")
    return Head() if stored is None else Head.decode(stored.value)


def edition(connection: Connection, moment: Moment, entry_id: bytes) -> int:
    """What a `pin` must name: it moves with holders, validity, burdens and licences."""
    return head(connection, moment, entry_id).edition


def unclosed_burdens(connection: Connection, moment: Moment, entry_id: bytes) -> tuple[int, ...]:
    """Numbers of all burdens not closed, queued ones among them, ascending: the list a disposing act must give (rule 49)."""
    stored = chain_reads.words_of(connection, moment.at, entry_id, "Burden")
    return tuple(each.number for each in stored if Burden.decode(each.value).state != BurdenState.CLOSED)


def unclosed_licences(connection: Connection, moment: Moment, entry_id: bytes) -> tuple[int, ...]:
    """Numbers of all licences not closed, ascending: the list an exclusive grant must give (rule 46)."""
    stored = chain_reads.words_of(connection, moment.at, entry_id, "Licence")
    return tuple(each.number for each in stored if Licence.decode(each.value).state != LicenceState.CLOSED)


def siblings(connection: Connection, moment: Moment, alg: int, root: bytes) -> tuple[bytes, ...]:
    """All folios anchored on a content root, in the order they were: the list an anchoring must give (rules 11, 13)."""
    return tuple(line.args["entry"] for line in history(connection, moment, content_subject(alg, root)))


def parallel(connection: Connection, moment: Moment, view: EntryView) -> tuple[bytes, ...]:
    """Other folios anchored on the same content (rules 12, 20)."""
    return tuple(each for each in siblings(connection, moment, view.alg, view.root) if each != view.id)
