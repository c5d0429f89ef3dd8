"""What a filing did, from the copy of the chain: the lines between its own mark in a receipt and the next one."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from ledger_api.store.tables.index import lines, marks


@dataclass(frozen=True, slots=True)
class DoneLine:
    """A line that a filing wrote."""

    subject: bytes
    number: int
    name: str
    ref: int


def lines_of(connection: Connection, digest: bytes) -> tuple[DoneLine, ...]:
    """The lines of the filing with this digest, in order; none while it is in no final block."""
    filed = connection.execute(
        select(marks.c.block, marks.c.position, marks.c.transaction).where(
            marks.c.digest == digest, marks.c.kind == "filed"
        )
    ).first()
    if filed is None:
        return ()
    following = select(func.min(marks.c.position)).where(
        marks.c.block == filed.block, marks.c.position > filed.position, marks.c.kind == "filed"
    )
    end = connection.scalar(following)
    query = select(lines).where(
        lines.c.block == filed.block,
        lines.c.transaction == filed.transaction,
        lines.c.position > filed.position,
    )
    if end is not None:
        query = query.where(lines.c.position < end)
    rows = connection.execute(query.order_by(lines.c.position))
    return tuple(DoneLine(row.subject, row.number, row.name, row.ref) for row in rows)
