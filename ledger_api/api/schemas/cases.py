"""Registration cases with their clocks."""

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef


class Clock(Outgoing):
    """The clock that runs in a case."""

    code: str = Field(description="acceptance, correction, review, notice.")
    due: str | None = Field(description="Its last legal day; null where the calendar of that year is not loaded.")
    passed: bool = Field(description="Whether that day is over.")


class Term(Outgoing):
    """The last legal day asked for a right."""

    right: str
    until: str


class Claim(Outgoing):
    """What a case says of the data."""

    origins: list[str]
    form: str | None
    sensitivity: list[str]
    limits: list[str]
    bases: list[str]
    source_until: str | None
    opinion: str | None = Field(description="The compliance opinion it relies on (rule 20).")
    terms: list[Term]


class Case(Outgoing):
    """A registration case."""

    id: str
    entry: str
    kind: str
    state: str = Field(description="On the day asked about, with what silence has decided.")
    stored_state: str = Field(description="As the ledger's last act on it left it.")
    derived: bool = Field(description="Whether time alone made the difference.")
    provisional: bool = Field(description="Whether a late entry may still undo what is derived.")
    clock: Clock | None
    applicant: PartyRef
    registrar: PartyRef
    reviewer: str | None = Field(description="The officer who accepted; never the approver (rule 3).")
    asked: list[str]
    passed: list[str]
    marks: list[str] = Field(description="Codes of the enumeration CaseFlag.")
    claim: Claim
    last_act_at: str
    submitted_on: str | None
    accepted_on: str | None
    published_on: str | None
    objections: list[str]
    open_objections: int
    may_be_anchored: bool


class CaseAnswer(Case):
    """One case, at a moment."""

    as_of: AsOf


class Cases(Outgoing):
    """All cases of an entry."""

    data: list[Case]
    as_of: AsOf
