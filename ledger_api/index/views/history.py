"""Journals as people read them: each line decoded, with the block that made it true."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping

from ledger_api.chain.codec import Codec, WordWrite
from ledger_api.domain.signatories import unpack
from ledger_api.index.stored import placed
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of a journal."""

    number: int
    name: str
    """The event's name; empty when this program does not know it."""
    ref: int
    """Number of the dependant it is about; 0 when it is about none."""
    at: int
    """Legal time, unix seconds."""
    officers: tuple[int, ...]
    """Who signed; nobody for what the ledger began with."""
    args: Mapping[str, Any]
    """What else it says; packed words are ints, digests bytes."""
    words: tuple[WordWrite, ...]
    """The words it wrote."""
    block: int
    transaction: bytes


def history(
    connection: Connection, moment: Moment, subject: bytes, *, after: int = 0, most: int | None = None
) -> tuple[HistoryLine, ...]:
    """Lines of a subject known at the moment, in order, after line `after`; all of them, whatever `on` is."""
    rows = chain_reads.lines_of(connection, subject, moment.block, after=after, most=most)
    return tuple(_read(rows))


def of_dependant(connection: Connection, moment: Moment, subject: bytes, number: int) -> tuple[HistoryLine, ...]:
    """Lines about one dependant: what was done with a case, a licence."""
    return tuple(line for line in history(connection, moment, subject) if line.ref == number)


def _read(rows: Sequence[RowMapping]) -> Iterator[HistoryLine]:
    codec = Codec.load()
    for row in rows:
        line = placed(codec, row).line
        yield HistoryLine(
            number=line.number,
            name=line.name,
            ref=line.ref,
            at=line.at,
            officers=unpack(line.by),
            args=line.args,
            words=line.words,
            block=row["block"],
            transaction=row["transaction"],
        )
