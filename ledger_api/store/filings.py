"""Filings as they are kept. Every change of state names the states it may start from, so that two who act at once cannot both.

Whoever is too late finds that nothing matched, reads again and decides anew.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import orjson
from sqlalchemy import Connection, Row, Text, bindparam, cast, delete, func, insert, select, update

from ledger_api.domain.errors import LedgerError, NotFound, restore
from ledger_api.domain.filing import Filing
from ledger_api.domain.phrases import Phrase
from ledger_api.domain.progress import OPEN, Progress
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import concerned, filings, nonces, seals


@dataclass(frozen=True, slots=True)
class ComposedAct:
    """One act of a filing: its calldata, what was asked for, and the sentence everybody reads before signing."""

    name: str
    data: bytes
    given: Mapping[str, Any]
    sentence: Phrase


@dataclass(frozen=True, slots=True)
class Landed:
    """The final block a filing is in; `time` is the block's, unix seconds."""

    block: int
    block_hash: bytes
    time: int
    transaction: bytes


@dataclass(frozen=True, slots=True)
class FilingRecord:
    """A filing and how far it has come. Times `…_ms` are the machine's, the deadline is chain time."""

    seq: int
    id: str
    digest: bytes
    state: Progress
    owner: str
    filing: Filing
    acts: tuple[ComposedAct, ...]
    parties: tuple[int, ...]
    """Whom it concerns: the signatories' parties, and those its acts name."""
    signed: tuple[int, ...]
    """Officers whose seals are here, ascending."""
    was_ready: bool
    """All seals were here once: anybody may carry it until it is over."""
    tries: int
    created_ms: int
    changed_ms: int
    accepted_ms: int | None
    transaction: bytes | None
    landed: Landed | None
    error: LedgerError | None

    @property
    def may_still_land(self) -> bool:
        """Whether the ledger could still take it."""
        return self.was_ready and not self.state.is_over


@dataclass(frozen=True, slots=True)
class NewFiling:
    """A filing just composed."""

    id: str
    digest: bytes
    owner: str
    filing: Filing
    acts: tuple[ComposedAct, ...]
    parties: tuple[int, ...]


# Statements that every request asks are made once: making one takes longer than SQLite takes to answer it.
_ADD: Final = Prepared(insert(filings).returning(filings.c.seq))
_CONCERN: Final = Prepared(insert(concerned))
_SEAL: Final = Prepared(insert(seals))
_RESERVE: Final = Prepared(insert(nonces))


def add(connection: Connection, new: NewFiling, at_ms: int) -> FilingRecord:
    """Keep a draft; its number is reserved apart (`reserve`)."""
    added = _ADD.first(
        connection,
        {
            "id": new.id,
            "digest": new.digest,
            "state": Progress.DRAFT,
            "owner": new.owner,
            "signatories": new.filing.by.to_bytes(32),
            "officer": new.filing.signatories[0],
            "nonce": new.filing.nonce,
            "deadline": new.filing.deadline,
            "acts": _acts_text(new.acts),
            "was_ready": 0,
            "tries": 0,
            "created_ms": at_ms,
            "changed_ms": at_ms,
        },
    )
    assert added is not None  # noqa: S101 - one row was inserted
    _CONCERN.change_each(connection, [{"filing": new.id, "party": party} for party in new.parties])
    return FilingRecord(
        seq=added.seq,
        id=new.id,
        digest=new.digest,
        state=Progress.DRAFT,
        owner=new.owner,
        filing=new.filing,
        acts=new.acts,
        parties=new.parties,
        signed=(),
        was_ready=False,
        tries=0,
        created_ms=at_ms,
        changed_ms=at_ms,
        accepted_ms=None,
        transaction=None,
        landed=None,
        error=None,
    )


_signed = (
    select(func.aggregate_strings(cast(seals.c.officer, Text), " "))
    .where(seals.c.filing == filings.c.id)
    .scalar_subquery()
)
_concerned = (
    select(func.aggregate_strings(cast(concerned.c.party, Text), " "))
    .where(concerned.c.filing == filings.c.id)
    .scalar_subquery()
)
_FILINGS: Final = select(filings, _signed.label("signed"), _concerned.label("parties"))
_ONE: Final = Prepared(_FILINGS.where(filings.c.id == bindparam("filing")))
_MANY: Final = Prepared(_FILINGS.where(filings.c.id.in_(bindparam("filings", expanding=True))).order_by(filings.c.seq))
_WAITING: Final = Prepared(
    _FILINGS.where(filings.c.state == bindparam("waiting")).order_by(filings.c.seq).limit(bindparam("most"))
)
_SEALS: Final = Prepared(
    select(seals.c.filing, seals.c.officer, seals.c.seal)
    .where(seals.c.filing.in_(bindparam("filings", expanding=True)))
    .order_by(seals.c.officer)
)

_UNSEAL: Final = Prepared(
    delete(seals).where(seals.c.filing == bindparam("of"), seals.c.officer.in_(bindparam("officers", expanding=True)))
)


def find(connection: Connection, filing: str) -> FilingRecord:
    """A filing by its id; raises NotFound."""
    row = _ONE.first(connection, {"filing": filing})
    if row is None:
        raise NotFound("not-found", id=filing)
    return _record(row)


def many(connection: Connection, ids: Collection[str]) -> tuple[FilingRecord, ...]:
    """Those of `ids` that there are, oldest first."""
    return tuple(map(_record, _MANY.all(connection, {"filings": list(ids)})))


def waiting(connection: Connection, state: Progress, most: int) -> tuple[FilingRecord, ...]:
    """The oldest in a state."""
    return tuple(map(_record, _WAITING.all(connection, {"waiting": state, "most": most})))


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose filings a caller may see: those it composed, and those that concern its party; all, when neither is given."""

    owner: str | None = None
    party: int | None = None


def listed(
    connection: Connection, sight: Sight, *, state: Progress | None = None, before: int | None = None, most: int = 50
) -> tuple[FilingRecord, ...]:
    """Filings a caller may see, newest first, those older than sequence number `before`."""
    query = _FILINGS.order_by(filings.c.seq.desc()).limit(most)
    if sight.owner is not None or sight.party is not None:
        theirs = select(concerned.c.filing).where(concerned.c.party == sight.party)
        query = query.where((filings.c.owner == sight.owner) | filings.c.id.in_(theirs))
    if state is not None:
        query = query.where(filings.c.state == state)
    if before is not None:
        query = query.where(filings.c.seq < before)
    return tuple(map(_record, connection.execute(query)))


def visible(record: FilingRecord, sight: Sight) -> bool:
    """Whether a caller may see it (the same rule as `listed`)."""
    if sight.owner is None and sight.party is None:
        return True
    return record.owner == sight.owner or (sight.party is not None and sight.party in record.parties)


def move(
    connection: Connection,
    ids: Collection[str],
    states: Iterable[Progress],
    to: Progress,
    at_ms: int,
    **values: Any,
) -> int:
    """Bring those of `ids` that are in one of `states` to another; how many there were. `error` may be a LedgerError."""
    if isinstance(values.get("error"), LedgerError):
        values["error"] = error_text(values["error"])
    return _moving(tuple(sorted(values))).change(
        connection,
        {"of": list(ids), "before": list(states), "to": to, "at_ms": at_ms}
        | {f"new_{name}": value for name, value in values.items()},
    )


@cache
def _moving(names: tuple[str, ...]) -> Prepared:
    """The statement of `move` for these further columns."""
    return Prepared(
        update(filings)
        .where(
            filings.c.id.in_(bindparam("of", expanding=True)), filings.c.state.in_(bindparam("before", expanding=True))
        )
        .values(
            state=bindparam("to"), changed_ms=bindparam("at_ms"), **{each: bindparam(f"new_{each}") for each in names}
        )
    )


_DUE: Final = Prepared(
    _FILINGS.where(filings.c.state.in_(list(OPEN)), filings.c.deadline < bindparam("time")).limit(500)
)


def due(connection: Connection, time: int) -> tuple[FilingRecord, ...]:
    """Those still open whose deadline lies before `time` (chain time); the first 500."""
    return tuple(map(_record, _DUE.all(connection, {"time": time})))


def open_of(connection: Connection, officer: int) -> tuple[FilingRecord, ...]:
    """Those still open that use a number of `officer`."""
    query = _FILINGS.where(filings.c.officer == officer, filings.c.state.in_(list(OPEN)))
    return tuple(map(_record, connection.execute(query)))


# -------------------------------------------------------------------- seals


def add_seals(connection: Connection, filing: str, found: Mapping[int, bytes], at_ms: int) -> None:
    """Keep seals by officer, in place of earlier ones."""
    _UNSEAL.change(connection, {"of": filing, "officers": list(found)})
    rows = [{"filing": filing, "officer": each, "seal": seal, "received_ms": at_ms} for each, seal in found.items()]
    _SEAL.change_each(connection, rows)


def seals_of(connection: Connection, ids: Iterable[str]) -> dict[str, dict[int, bytes]]:
    """The seals of each filing, by officer, ascending."""
    found: dict[str, dict[int, bytes]] = {each: {} for each in ids}
    for row in _SEALS.all(connection, {"filings": list(found)}):
        found[row.filing][row.officer] = row.seal
    return found


# -------------------------------------------------------------------- numbers


def reserved(connection: Connection, officer: int) -> dict[int, str]:
    """Numbers of an officer that are taken here, and by which filing."""
    rows = connection.execute(select(nonces.c.nonce, nonces.c.filing).where(nonces.c.officer == officer))
    return {row.nonce: row.filing for row in rows}


def reserve(connection: Connection, officer: int, nonce: int, filing: str) -> None:
    """Take a number. An IntegrityError means that another filing has it."""
    _RESERVE.change(connection, {"officer": officer, "nonce": nonce, "filing": filing})


def release(connection: Connection, records: Iterable[FilingRecord]) -> None:
    """Give the numbers of filings back that can never land."""
    for record in records:
        officer, nonce = record.filing.signatories[0], record.filing.nonce
        connection.execute(
            delete(nonces).where(nonces.c.officer == officer, nonces.c.nonce == nonce, nonces.c.filing == record.id)
        )


# -------------------------------------------------------------------- rows


def error_text(error: LedgerError) -> str:
    """An error as it is kept."""
    return json.dumps(
        {"code": error.code, "blocking": list(error.blocking), "details": error.details}, ensure_ascii=False
    )


def read_error(text: str) -> LedgerError:
    """The error that was kept."""
    kept = json.loads(text)
    return restore(kept["code"], kept["blocking"], kept["details"])


def _acts_text(acts: Sequence[ComposedAct]) -> str:
    return json.dumps(
        [{"name": a.name, "data": a.data.hex(), "given": a.given, "sentence": a.sentence} for a in acts],
        ensure_ascii=False,
    )


def _record(row: Row[Any]) -> FilingRecord:
    acts = tuple(
        ComposedAct(each["name"], bytes.fromhex(each["data"]), each["given"], each["sentence"])
        for each in orjson.loads(row.acts)
    )
    filing = Filing(int.from_bytes(row.signatories), row.nonce, row.deadline, tuple(act.data for act in acts))
    landed = None
    if row.block is not None:
        landed = Landed(row.block, row.block_hash, row.block_time, row.transaction)
    return FilingRecord(
        seq=row.seq,
        id=row.id,
        digest=row.digest,
        state=Progress(row.state),
        owner=row.owner,
        filing=filing,
        acts=acts,
        parties=_numbers(row.parties),
        signed=_numbers(row.signed),
        was_ready=bool(row.was_ready),
        tries=row.tries,
        created_ms=row.created_ms,
        changed_ms=row.changed_ms,
        accepted_ms=row.accepted_ms,
        transaction=row.transaction,
        landed=landed,
        error=None if row.error is None else read_error(row.error),
    )


def _numbers(text: str | None) -> tuple[int, ...]:
    """Numbers the database put into one text, ascending."""
    return tuple(sorted(map(int, text.split()))) if text else ()
