"""The usage of a licence: how it is counted, what was reported and answered, what was stated and paid."""

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.entries import HistoryLine
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef

_ANSWER = Field(
    description="On the day asked about: awaited, agreed, silent (the days of silence are over, nobody has recorded it yet), "
    "deemed, contested, reconciled, sent_back, paid."
)


class Meter(Outgoing):
    """How usage is counted."""

    unit: str | None
    quota: int | None
    window: str | None = Field(description="What the quota is for.")
    left: int | None = Field(description="Of a quota for the whole term, agreed usage counted.")
    total: int = Field(description="What both sides stand by.")
    reported_until: str
    settled_until: str
    waiting: int = Field(description="Batches neither accepted nor reconciled.")
    gateway: PartyRef | None = Field(description="null: it may tell whose a blind licence is (rule 60).")


class Batch(Outgoing):
    """What was used in a period."""

    number: int = Field(description="On the licence's own journal.")
    starts: str
    ends: str = Field(description="Not part of it.")
    accepted: int
    rejected: int
    answer: str = _ANSWER
    stored_state: str | None
    contested_for: str | None
    due: str | None = Field(description="Last day to contest it.")


class Statement(Outgoing):
    """A statement of settlement."""

    number: int = Field(description="On the licence's own journal.")
    starts: str
    ends: str
    quantity: int
    answer: str = _ANSWER
    stored_state: str | None
    route: str | None = Field(description="Where the money is to go; once paid, where it went.")
    route_due: str | None = Field(description="Where the burdens of the entry want it (rule 50).")
    diverted: bool = Field(description="Whether the two differ.")
    due: str | None = Field(description="Last day to send it back.")


class Usage(Outgoing):
    """The usage of a licence at a moment."""

    licence: str
    subject: str = Field(description="Of its own journal: keccak256(LICENCE ‖ entry ‖ number).")
    meter: Meter | None
    batches: list[Batch]
    statements: list[Statement]
    history: list[HistoryLine]
    as_of: AsOf
