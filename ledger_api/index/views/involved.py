"""What a party has to do with: its entries, cases, licences, objections, burdens; and a registrar's queue."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads

Kind = Literal["Head", "Case", "Licence", "Objection", "Burden"]
"""The word that names the party."""


@dataclass(frozen=True, slots=True)
class Involved:
    """An entry (`Head`) or a dependant of one that names a party, or once did."""

    kind: Kind
    entry: bytes
    number: int
    """Of the dependant; 0 for the entry itself."""
    since: int
    """The block that first named it."""

    @property
    def public_id(self) -> str:
        """`E-…` or `E-…/n`."""
        return ids.dependant_id(self.entry, self.number) if self.number else ids.entry_id(self.entry)


def involved(connection: Connection, moment: Moment, party: int, kinds: Iterable[Kind]) -> tuple[Involved, ...]:
    """What ever named `party` by the moment, newest first. Whether it still does, the thing itself says."""
    rows = chain_reads.involved(connection, moment.at, party, tuple(kinds))
    return tuple(Involved(row["name"], row["subject"], row["number"], row["block"]) for row in rows)
