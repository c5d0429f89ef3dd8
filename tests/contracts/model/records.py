"""What else a folio keeps, as plain records: sources, versions, leases, enforcements, clocks that ran out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Overdue:
    """A registrar's clock that ran out, as somebody reported it."""

    clock: str
    started: int
    last: int
    registrar: int
    since: int = 0
