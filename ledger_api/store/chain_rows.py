"""Writes the copy of the chain: raw rows and the rows of a view, and takes them back when an old backup was restored."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ledger_api.store.prepared import Prepared, Row
from ledger_api.store.tables.index import (
    OPEN,
    blocks,
    credentials,
    entries,
    evidence,
    index_state,
    involvements,
    lines,
    marks,
    replaced_blocks,
    words,
)

WordKey = tuple[bytes, str, int, bytes]
"""Subject, word, number, scope."""

_STATE: Final = 1
_AT_ONCE: Final = 500
"""Values in one question; SQLite takes some thousands."""
_VIEWS: Final = (words, entries, credentials, involvements)


@dataclass(frozen=True, slots=True)
class IndexState:
    """Where the copy stands, and of what it is a copy."""

    chain_id: int
    genesis_hash: bytes
    ledger: bytes
    signer: bytes
    number: int
    hash: bytes
    time: int
    digest: bytes
    view: int
    alarm: str | None = None
    divergent: int = 0


_WHERE_IT_STANDS: Final = Prepared(select(*(index_state.c[each.name] for each in fields(IndexState))))


def state(connection: Connection) -> IndexState | None:
    """The state; None before anything was indexed."""
    row = _WHERE_IT_STANDS.first(connection)
    return None if row is None else IndexState(*row)


def begin(connection: Connection, start: IndexState) -> None:
    """Write the first state; IntegrityError when there is one."""
    values = {name: getattr(start, name) for name in IndexState.__slots__}
    connection.execute(insert(index_state).values(id=_STATE, **values))


# What every block asks is made once: making a statement takes longer than the database takes to answer it.
_ADVANCE: Final = Prepared(
    update(index_state)
    .where(index_state.c.number == bindparam("of_number"), index_state.c.hash == bindparam("of_hash"))
    .where(index_state.c.view == bindparam("of_view"))
    .values({name: bindparam(f"new_{name}") for name in ("number", "hash", "time", "digest")})
)


_ADD_BLOCK: Final = Prepared(insert(blocks))
_ADD_EVIDENCE: Final = Prepared(insert(evidence))
_ADD: Final = {table: Prepared(insert(table)) for table in (lines, marks, words, entries, credentials, replaced_blocks)}


def advance(connection: Connection, before: IndexState, number: int, hash_: bytes, time: int, digest: bytes) -> bool:
    """Move the cursor on from exactly where it was; False when somebody else moved it."""
    of = {"of_number": before.number, "of_hash": before.hash, "of_view": before.view}
    new = {"new_number": number, "new_hash": hash_, "new_time": time, "new_digest": digest}
    return _ADVANCE.change(connection, of | new) == 1


def switch(connection: Connection, old: int, new: int, digest: bytes) -> None:
    """Let reads use another view, and drop the old one."""
    connection.execute(update(index_state).values(view=new, digest=digest))
    drop_view(connection, old)


def raise_alarm(connection: Connection, reason: str | None) -> None:
    """Say why somebody must look; None when somebody has."""
    connection.execute(update(index_state).values(alarm=reason))


def set_divergent(connection: Connection, count: int) -> None:
    """How many entries the last audit found to differ from the chain."""
    connection.execute(update(index_state).values(divergent=count))


def add_block(connection: Connection, row: Mapping[str, Any]) -> None:
    """Keep a block."""
    _ADD_BLOCK.change(connection, row)


def set_digest(connection: Connection, number: int, digest: bytes) -> None:
    """What a block projected to, anew."""
    connection.execute(update(blocks).where(blocks.c.number == number).values(digest=digest))


def add_raw(
    connection: Connection, line_rows: Sequence[Mapping[str, Any]], mark_rows: Sequence[Mapping[str, Any]]
) -> None:
    """Keep a block's lines and marks."""
    _insert(connection, lines, line_rows)
    _insert(connection, marks, mark_rows)


def add_evidence(connection: Connection, block: int, account: Mapping[str, Any], nodes: bytes) -> None:
    """Keep what proves a block's words and receipts."""
    _ADD_EVIDENCE.change(connection, {"block": block, "account": json.dumps(account), "nodes": nodes})


def journals(connection: Connection, view: int, subjects: Iterable[bytes]) -> dict[bytes, int]:
    """The journals of some subjects as they are now."""
    rows = _current(connection, view, subjects, "Journal")
    return {row.subject: int.from_bytes(row.value, "big") for row in rows}


def parties_of(connection: Connection, view: int, subjects: Iterable[bytes]) -> dict[bytes, int]:
    """Numbers of the parties whose subjects are among these."""
    return {row.subject: row.number for row in _current(connection, view, subjects, "Party")}


_CURRENT: Final = Prepared(
    select(words.c.subject, words.c.number, words.c.value).where(
        words.c.view == bindparam("of_view"),
        words.c.subject.in_(bindparam("subjects", expanding=True)),
        words.c.name == bindparam("of_name"),
        words.c.valid_to == OPEN,
    )
)


def _current(connection: Connection, view: int, subjects: Iterable[bytes], name: str) -> Iterator[Row]:
    wanted = list(set(subjects))
    for start in range(0, len(wanted), _AT_ONCE):
        of = {"of_view": view, "subjects": wanted[start : start + _AT_ONCE], "of_name": name}
        yield from _CURRENT.all(connection, of)


_CLOSE: Final = Prepared(
    update(words)
    .where(
        words.c.view == bindparam("of_view"),
        words.c.subject == bindparam("of_subject"),
        words.c.name == bindparam("of_name"),
        words.c.number == bindparam("of_number"),
        words.c.scope == bindparam("of_scope"),
        words.c.valid_to == OPEN,
    )
    .values(valid_to=bindparam("until"))
)


def write_words(connection: Connection, view: int, block: int, written: Mapping[WordKey, int]) -> None:
    """New values of words from a block on."""
    if not written:
        return
    names = ("of_subject", "of_name", "of_number", "of_scope")
    closing = [dict(zip(names, key, strict=True)) | {"of_view": view, "until": block} for key in written]
    _CLOSE.change_each(connection, closing)
    opening = [
        dict(zip(("subject", "name", "number", "scope"), key, strict=True))
        | {"view": view, "valid_from": block, "valid_to": OPEN, "value": value.to_bytes(32, "big")}
        for key, value in written.items()
    ]
    _insert(connection, words, opening)


def add_entries(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Folios that came into being."""
    _insert(connection, entries, rows)


def add_credentials(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Credential numbers that were issued."""
    _insert(connection, credentials, rows)


_INVOLVE: Final = {
    "sqlite": Prepared(sqlite.insert(involvements).on_conflict_do_nothing()),
    "postgresql": Prepared(postgresql.insert(involvements).on_conflict_do_nothing()),
}


def add_involvements(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Parties named; those known already are left as they are."""
    _INVOLVE[connection.dialect.name].change_each(connection, rows)


def drop_view(connection: Connection, view: int) -> None:
    """Delete all rows of a view."""
    for table in _VIEWS:
        connection.execute(delete(table).where(table.c.view == view))


def take_back(connection: Connection, above: int, seen_ms: int) -> None:
    """Undo all blocks above `above`, in every view; the blocks themselves are kept aside."""
    gone = connection.execute(select(blocks).where(blocks.c.number > above)).mappings().all()
    columns = ("hash", "number", "header", "finality")
    _insert(connection, replaced_blocks, [{name: row[name] for name in columns} | {"seen_ms": seen_ms} for row in gone])
    for table, column in _CHANGED_FROM:
        connection.execute(delete(table).where(table.c[column] > above))
    connection.execute(update(words).where(words.c.valid_to > above, words.c.valid_to < OPEN).values(valid_to=OPEN))
    last = connection.execute(select(blocks).where(blocks.c.number == above)).mappings().one()
    connection.execute(
        update(index_state).values(number=above, hash=last["hash"], time=last["time"], digest=last["digest"])
    )


_CHANGED_FROM: Final[tuple[tuple[Table, str], ...]] = (
    (words, "valid_from"),
    (entries, "block"),
    (credentials, "block"),
    (involvements, "block"),
    (lines, "block"),
    (marks, "block"),
    (evidence, "block"),
    (blocks, "number"),
)


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    _ADD[table].change_each(connection, rows)
