"""What a filing did, from the copy of the chain: the lines between its own mark in a receipt and the next one."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, func, or_, select

from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.index import lines, marks

_FILED: Final = Prepared(
    select(marks.c.block, marks.c.position, marks.c.transaction).where(
        marks.c.digest == bindparam("of"), marks.c.kind == "filed"
    )
)
_FOLLOWING: Final = (
    select(func.min(marks.c.position))
    .where(marks.c.block == bindparam("block"), marks.c.position > bindparam("mark"), marks.c.kind == "filed")
    .scalar_subquery()
)
_DONE: Final = Prepared(
    select(lines.c.subject, lines.c.number, lines.c.name, lines.c.ref)
    .where(
        lines.c.block == bindparam("block"),
        lines.c.transaction == bindparam("carrier"),
        lines.c.position > bindparam("mark"),
        or_(_FOLLOWING.is_(None), lines.c.position < _FOLLOWING),
    )
    .order_by(lines.c.position)
)


@dataclass(frozen=True, slots=True)
class DoneLine:
    """A line that a filing wrote."""

    subject: bytes
    number: int
    name: str
    ref: int


def lines_of(connection: Connection, digest: bytes) -> tuple[DoneLine, ...]:
    """The lines of the filing with this digest, in order; none while it is in no final block."""
    filed = _FILED.first(connection, {"of": digest})
    if filed is None:
        return ()
    terms = {"block": filed.block, "mark": filed.position, "carrier": filed.transaction}
    return tuple(DoneLine(*row) for row in _DONE.all(connection, terms))
