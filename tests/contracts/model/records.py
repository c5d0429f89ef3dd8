"""What else a folio keeps, as plain records: sources, versions, leases, enforcements, clocks that ran out."""

from dataclasses import dataclass

from tests.contracts.model.register import Names, Rights

NONE: Names = frozenset()


@dataclass
class Source:
    """What gives the data or a right in them; `until` 0 is open-ended, `grantor` 0 nobody who is a party here."""

    kind: str
    rights: Rights
    grantor: int
    start: int
    until: int = 0
    limits: Names = NONE
    declarant: int = 0
    place: int = 0
    state: str = "ACTIVE"
    revoked: int = 0
    successor: int = 0
    since: int = 0


@dataclass
class Lineage:
    """The entry was made from another one's data."""

    parent: bytes
    kind: str
    user: int
    licence: int
    assenter: int
    since: int


@dataclass
class Lease:
    """A finance lease; its burden and its filing have the same number."""

    structure: str
    title: str
    end: str
    instalments: int
    grace: int
    lessee: int
    flags: Names
    valuation: int
    book_value: int
    until: int
    default_after: int = 0
    default_share: int = 0
    lessor: int = 0
    state: str = "IN_TERM"
    remedy: str = "NONE"
    paid: int = 0
    overdue: int = 0
    overdue_share: int = 0
    demanded: int = 0
    back: int = 0
    """The licence that gives the use back to the lessee."""
    since: int = 0


@dataclass
class Enforcement:
    """A security being realised."""

    trigger: str
    rights: Rights
    security: int
    state: str = "OPENED"
    method: str = "NONE"
    basis: str = "NONE"
    stay: str = "NONE"
    rounds: int = 0
    court: int = 0
    ordered: int = 0
    """The line of the latest instrument it follows."""
    noticed: int = 0
    valuation: int = 0
    buyer: int = 0
    settled: int = 0
    settled_on: int = 0
    since: int = 0


@dataclass
class Management:
    """Somebody operates the right for the creditors; `through` is the last day reported."""

    operator: int = 0
    enforcement: int = 0
    start: int = 0
    until: int = 0
    through: int = 0
    over: bool = False


@dataclass(frozen=True)
class Version:
    """The data an entry is about now, when they are others than at first."""

    seq: int = 0
    line: int = 0
    day: int = 0
    root: bytes = b""
    since: int = 0


@dataclass
class Succession:
    """What an entry comes out of, as far as anybody has said, and how many came out of it."""

    kind: str = "NONE"
    predecessor: bytes = b""
    cleared: int = 0
    cleared_at: int = 0
    edition: int = 0
    """The predecessor's, when all there agreed."""
    successors: int = 0
    remainder: int = 0
    """The line of the version that the last split left behind."""


@dataclass(frozen=True)
class Overdue:
    """A registrar's clock that ran out, as somebody reported it."""

    clock: str
    started: int
    last: int
    registrar: int
    since: int = 0
