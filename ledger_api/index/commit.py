"""One verified block into the store, in one transaction: raw rows, views, evidence, filings that are final now, events, cursor.

Either all of it is there afterwards, or nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from ledger_api.chain import proofs
from ledger_api.index.capture import Captured
from ledger_api.index.errors import Overtaken
from ledger_api.index.fetch import Mark, PlacedLine, ReadBlock
from ledger_api.index.happenings import happenings
from ledger_api.index.project import Projection, project
from ledger_api.ports.chain import Block
from ledger_api.store import UnitOfWork, chain_rows, events, landing
from ledger_api.store.chain_rows import IndexState
from ledger_api.store.landing import CarriedFiling, FinalBlock


@dataclass(frozen=True, slots=True)
class Checked:
    """A block that was verified, with what proves it."""

    read: ReadBlock
    captured: Captured | None


def commit(unit: UnitOfWork, before: IndexState, checked: Checked, now_ms: int) -> IndexState:
    """Write a block that follows `before`; answers the state after it.

    Raises JournalBroken, Overtaken; then the caller's transaction must fail.
    """
    connection = unit.connection
    block, placed, marks = checked.read.block, checked.read.lines, checked.read.marks
    header = block.header
    projection = project(placed, chain_rows.journals(connection, before.view, [each.line.subject for each in placed]))
    digest = projection.digest(before.digest, header.hash)
    if not chain_rows.advance(connection, before, header.number, header.hash, header.timestamp, digest):
        raise Overtaken(f"somebody else indexed block {header.number}")
    chain_rows.add_block(connection, block_row(block, digest))
    chain_rows.add_raw(connection, line_rows(placed, header.number), _mark_rows(marks, header.number))
    write_view(connection, before.view, header.number, projection)
    if checked.captured:
        chain_rows.add_evidence(connection, header.number, checked.captured.account, checked.captured.nodes)
    parties = chain_rows.parties_of(connection, before.view, [each.line.subject for each in placed])
    events.append(connection, list(happenings(placed, parties, header.number)), now_ms)
    _settle(connection, block, marks, now_ms)
    return replace(before, number=header.number, hash=header.hash, time=header.timestamp, digest=digest)


def write_view(connection: Connection, view: int, block: int, projection: Projection) -> None:
    """The rows of a view that a block changes."""
    chain_rows.write_words(connection, view, block, projection.words)
    rows = {"view": view, "block": block}
    chain_rows.add_entries(connection, [_fields(each) | rows for each in projection.entries])
    chain_rows.add_credentials(connection, [_fields(each) | rows for each in projection.credentials])
    ordered = sorted(projection.involvements, key=lambda each: (each.party, each.name, each.subject, each.number))
    chain_rows.add_involvements(connection, [_fields(each) | rows for each in ordered])


def _fields(item: Any) -> dict[str, Any]:  # noqa: ANN401  any of the projection's dataclasses
    return {name: getattr(item, name) for name in item.__slots__}


def block_row(block: Block, digest: bytes) -> dict[str, Any]:
    """A block as it is kept."""
    return {
        "number": block.header.number,
        "hash": block.header.hash,
        "time": block.header.timestamp,
        "header": proofs.header_rlp(block.header),
        "finality": json.dumps(block.finality.document) if block.finality else None,
        "digest": digest,
    }


def line_rows(placed: Iterable[PlacedLine], block: int) -> list[dict[str, Any]]:
    """Lines as they are kept."""
    return [
        {
            "subject": each.line.subject,
            "number": each.line.number,
            "block": block,
            "position": each.position,
            "receipt": each.receipt,
            "place": each.place,
            "transaction": each.transaction,
            "name": each.line.name,
            "ref": each.line.ref,
            "topics": b"".join(each.topics),
            "data": each.data,
        }
        for each in placed
    ]


def _mark_rows(marks: Iterable[Mark], block: int) -> list[dict[str, Any]]:
    return [
        {
            "block": block,
            "position": each.position,
            "kind": each.kind,
            "digest": each.digest,
            "by": each.by.to_bytes(32, "big"),
            "error": each.error or None,
            "transaction": each.transaction,
        }
        for each in marks
    ]


def _settle(connection: Connection, block: Block, marks: Iterable[Mark], now_ms: int) -> None:
    """Filings that this block decides: carried, withdrawn, or out of time."""
    final = FinalBlock(block.header.number, block.header.hash, block.header.timestamp)
    listed = list(marks)
    carried = [CarriedFiling(each.digest, each.by, each.transaction) for each in listed if each.kind == "filed"]
    landing.mark_filed(connection, carried, final, now_ms)
    for each in listed:
        if each.kind == "withdrawn":
            landing.mark_withdrawn(connection, each.digest, each.by, final, now_ms)
    landing.end_overdue(connection, final, now_ms)
