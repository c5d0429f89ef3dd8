"""Reads the copy of the chain: words as they were at a block, lines of journals, what entries are found by."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, bindparam, select

from ledger_api.store.prepared import Prepared, Row
from ledger_api.store.tables.index import blocks, credentials, entries, evidence, involvements, lines, words


@dataclass(frozen=True, slots=True)
class At:
    """As of which block, in which view."""

    block: int
    view: int


@dataclass(frozen=True, slots=True)
class StoredWord:
    """A word as it was at a block."""

    subject: bytes
    name: str
    number: int
    scope: bytes
    value: int
    since: int
    """The block that wrote it."""


def _held(at: At) -> ColumnElement[bool]:
    return and_(words.c.view == at.view, words.c.valid_from <= at.block, words.c.valid_to > at.block)


# Statements that every filing asks are made once: making one takes longer than the database takes to answer it.
_HELD: Final = select(words).where(
    words.c.view == bindparam("in_view"),
    words.c.valid_from <= bindparam("as_of"),
    words.c.valid_to > bindparam("as_of"),
    words.c.name == bindparam("called"),
)
_NUMBERED: Final = Prepared(_HELD.where(words.c.number == bindparam("numbered")))
_OF_SUBJECT: Final = _HELD.where(words.c.subject == bindparam("of"))
_TYPE_OF_SUBJECT: Final = Prepared(_OF_SUBJECT.order_by(words.c.name, words.c.number, words.c.scope))
_ONE_OF_SUBJECT: Final = Prepared(_OF_SUBJECT.where(words.c.number == bindparam("numbered"), words.c.scope == b""))
_LINES: Final = (
    select(lines)
    .where(lines.c.subject == bindparam("of"), lines.c.block <= bindparam("as_of"), lines.c.number > bindparam("after"))
    .order_by(lines.c.number)
)
_FIRST_LINE: Final = Prepared(
    select(lines.c.name, lines.c.topics, lines.c.data).where(
        lines.c.subject == bindparam("of"), lines.c.block <= bindparam("as_of"), lines.c.number == 1
    )
)
_SOME_LINES: Final = _LINES.limit(bindparam("most"))


def _terms(at: At, name: str) -> dict[str, Any]:
    return {"in_view": at.view, "as_of": at.block, "called": name}


def words_of(connection: Connection, at: At, subject: bytes, name: str | None = None) -> tuple[StoredWord, ...]:
    """All words of a subject, or all of one type, by number."""
    if name is not None:
        return tuple(map(_word, _TYPE_OF_SUBJECT.all(connection, {**_terms(at, name), "of": subject})))
    query = select(words).where(_held(at), words.c.subject == subject)
    return tuple(map(_word, connection.execute(query.order_by(words.c.name, words.c.number, words.c.scope))))


def word(connection: Connection, at: At, subject: bytes, name: str, number: int = 0) -> StoredWord | None:
    """One word; None when it was not written yet."""
    terms = {**_terms(at, name), "of": subject, "numbered": number}
    row = _ONE_OF_SUBJECT.first(connection, terms)
    return None if row is None else _word(row)


def numbered(connection: Connection, at: At, name: str, number: int) -> StoredWord | None:
    """A word known by its own number alone: a party, an officer."""
    row = _NUMBERED.first(connection, {**_terms(at, name), "numbered": number})
    return None if row is None else _word(row)


def all_of(connection: Connection, at: At, name: str) -> tuple[StoredWord, ...]:
    """Every word of a type, by number: all parties, all officers."""
    query = select(words).where(_held(at), words.c.name == name).order_by(words.c.number)
    return tuple(map(_word, connection.execute(query)))


def _word(row: Row) -> StoredWord:
    return StoredWord(row.subject, row.name, row.number, row.scope, int.from_bytes(row.value, "big"), row.valid_from)


def lines_of(
    connection: Connection, subject: bytes, block: int, *, after: int = 0, most: int | None = None
) -> tuple[RowMapping, ...]:
    """Lines of a subject up to a block, in order, after line `after`."""
    terms = {"of": subject, "as_of": block, "after": after}
    found = (
        connection.execute(_LINES, terms) if most is None else connection.execute(_SOME_LINES, {**terms, "most": most})
    )
    return tuple(found.mappings())


def first_line(connection: Connection, subject: bytes, block: int) -> Row | None:
    """The first line of a subject, if it had one up to a block: its name, topics, data."""
    return _FIRST_LINE.first(connection, {"of": subject, "as_of": block})


def lines_between(connection: Connection, above: int, to: int) -> tuple[RowMapping, ...]:
    """All lines of blocks above `above` up to `to`, in the order they were logged."""
    query = select(lines).where(lines.c.block > above, lines.c.block <= to)
    return tuple(connection.execute(query.order_by(lines.c.block, lines.c.position)).mappings())


def blocks_between(connection: Connection, above: int, to: int) -> tuple[RowMapping, ...]:
    """Number, hash and digest of blocks above `above` up to `to`, ascending."""
    query = select(blocks.c.number, blocks.c.hash, blocks.c.digest)
    query = query.where(blocks.c.number > above, blocks.c.number <= to).order_by(blocks.c.number)
    return tuple(connection.execute(query).mappings())


def block(connection: Connection, number: int) -> RowMapping | None:
    """A block that was indexed."""
    return connection.execute(select(blocks).where(blocks.c.number == number)).mappings().first()


def block_by_hash(connection: Connection, hash_: bytes) -> RowMapping | None:
    """A block that was indexed, by its hash."""
    return connection.execute(select(blocks).where(blocks.c.hash == hash_)).mappings().first()


def block_at(connection: Connection, time: int) -> RowMapping | None:
    """The last block not later than a moment (unix seconds); None before the first."""
    query = select(blocks).where(blocks.c.time <= time).order_by(blocks.c.time.desc(), blocks.c.number.desc()).limit(1)
    return connection.execute(query).mappings().first()


def first_block(connection: Connection) -> int:
    """The number of the oldest block kept; 0 when there is none."""
    return connection.scalar(select(blocks.c.number).order_by(blocks.c.number).limit(1)) or 0


def entry_row(connection: Connection, at: At, entry: bytes) -> RowMapping | None:
    """What an entry was opened with."""
    return connection.execute(select(entries).where(_known(at), entries.c.entry == entry)).mappings().first()


def entries_called(connection: Connection, at: At, public_id: str) -> tuple[bytes, ...]:
    """Entries with this public id: one, unless 60 bits of two ids agree."""
    return tuple(connection.scalars(select(entries.c.entry).where(_known(at), entries.c.public_id == public_id)))


def entries_on(connection: Connection, at: At, root: bytes) -> tuple[bytes, ...]:
    """Folios opened on a content root, by whatever algorithm, oldest first."""
    query = select(entries.c.entry).where(_known(at), entries.c.root == root).order_by(entries.c.block)
    return tuple(connection.scalars(query))


def entries_listed(connection: Connection, at: At, after: bytes, most: int) -> tuple[RowMapping, ...]:
    """Entries in the order of their ids, after one of them."""
    query = select(entries).where(_known(at), entries.c.entry > after).order_by(entries.c.entry).limit(most)
    return tuple(connection.execute(query).mappings())


def _known(at: At) -> ColumnElement[bool]:
    return and_(entries.c.view == at.view, entries.c.block <= at.block)


def credential(connection: Connection, at: At, text: str) -> tuple[RowMapping, ...]:
    """Who has this credential number; schemes may use the same."""
    query = select(credentials).where(
        credentials.c.view == at.view, credentials.c.block <= at.block, credentials.c.text == text
    )
    return tuple(connection.execute(query).mappings())


def credentials_of(connection: Connection, at: At, entry: bytes) -> tuple[RowMapping, ...]:
    """Credentials of an entry, oldest first."""
    query = select(credentials).where(
        credentials.c.view == at.view, credentials.c.block <= at.block, credentials.c.entry == entry
    )
    return tuple(connection.execute(query.order_by(credentials.c.block)).mappings())


def involved(connection: Connection, at: At, party: int, names: Sequence[str]) -> tuple[RowMapping, ...]:
    """Words of these types that ever named a party, newest first."""
    query = select(involvements).where(
        involvements.c.view == at.view,
        involvements.c.block <= at.block,
        involvements.c.party == party,
        involvements.c.name.in_(names),
    )
    order = (involvements.c.block.desc(), involvements.c.subject, involvements.c.number)
    return tuple(connection.execute(query.order_by(*order)).mappings())


def evidence_at(connection: Connection, number: int) -> tuple[Mapping[str, Any], bytes] | None:
    """The captured account and nodes of a block; None when nothing of it was captured."""
    row = connection.execute(select(evidence).where(evidence.c.block == number)).mappings().first()
    return None if row is None else (json.loads(row["account"]), row["nodes"])


def subjects(connection: Connection) -> Iterator[bytes]:
    """Every subject that has a journal."""
    yield from connection.scalars(select(lines.c.subject).where(lines.c.number == 1).order_by(lines.c.subject))
