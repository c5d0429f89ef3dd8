"""Licences: who may do what with the data, for what, where, until when; and whether that holds on a day."""

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.entries import HistoryLine, Label
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef


class Agreement(Outgoing):
    """What both parties signed besides the terms; digests with their algorithm."""

    template: str | None
    contract: str | None
    policy: str | None
    withheld: str | None = Field(description="Merkle root of the salted commitments to what is not public.")
    cross_border: str | None


class Licence(Outgoing):
    """A licence; an empty set of codes means all."""

    id: str
    entry: str
    label: Label = Field(description="Its effect (rule 9).")
    kind: str
    status: str = Field(
        description="On the day asked about: not_begun, in_force, suspended, expired, fallen, ended, closed."
    )
    stored_state: str
    in_force: bool = Field(description="Whether it allows anything on that day.")
    basis_lapsed: bool = Field(description="Whether the right it was given under is not live on that day.")
    licensor: PartyRef | None = Field(description="null: a blind licensee, and the caller is not told (rule 60).")
    licensee: PartyRef | None = Field(description="null: the licence is blind, and the caller is not told (rule 60).")
    recorder: PartyRef
    start: str | None
    end: str | None
    parent: str | None
    depth: int
    actions: list[str]
    purposes: list[str]
    industries: list[str]
    regions: list[str]
    environments: list[str]
    flags: list[str] = Field(description="What is expressly agreed; silence is no (rule 59).")
    delete_within_days: int | None = Field(description="Days after the end to certify deletion.")
    breach_noticed_on: str | None
    last_act_on: str | None
    granted_at: str
    agreement: Agreement


class LicenceAnswer(Licence):
    """One licence, at a moment, with everything that was done about it."""

    history: list[HistoryLine]
    as_of: AsOf


class Licences(Outgoing):
    """All licences of an entry that were granted by the moment, in the order of their grant."""

    data: list[Licence]
    proven_exhaustive: bool = Field(
        description="Always false: that all recorded ones are listed is proved, not that there are no others (rule 83)."
    )
    as_of: AsOf
