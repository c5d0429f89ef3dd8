"""Parties, their officers, accreditations and mandates."""

from pydantic import Field

from ledger_api.api.schemas.base import Hex, Listed, Outgoing
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef
from ledger_api.api.schemas.standing import BurdenFacts


class Accreditation(Outgoing):
    """A licence to practise."""

    kind: str
    status: str
    in_force: bool
    start: str
    until: str
    successor: PartyRef | None


class Mandate(Outgoing):
    """What a party lets an agent do."""

    agent: PartyRef
    entry: str | None = Field(description="The entry it is for; null: all.")
    powers: list[str]
    state: str
    in_force: bool
    start: str
    until: str


class Member(Outgoing):
    """A member of a joint holding."""

    party: PartyRef
    weight: int = Field(description="Basis points.")


class Quorum(Outgoing):
    """Basis points of the members' weights that an act needs."""

    dispose: int
    charge: int
    exclusive: int
    ordinary: int


class Party(Outgoing):
    """A legal person, a natural person or a joint holding."""

    id: str
    name: str | None = Field(description="Public name; null where withheld or not known here.")
    kind: str
    status: str
    is_live: bool = Field(description="Whether it may act on the day: active, identity verified (rule 1).")
    roles: list[str]
    identity_verified_until: str
    identifier: str | None = Field(description="Digest of its credit code.")
    name_digest: str | None
    admitted_at: str
    open_burdens: int
    accreditations: list[Accreditation]
    mandates: list[Mandate]
    members: list[Member]
    quorum: Quorum | None
    as_of: AsOf


class Parties(Listed):
    """Parties, in the order they were admitted."""

    data: list[PartyRef]
    as_of: AsOf


class Officer(Outgoing):
    """One person, or one machine, signing for a party."""

    id: str
    party: PartyRef
    powers: list[str]
    in_office: bool
    until: str
    key: Hex = Field(description="Fingerprint: low 20 bytes of keccak256 of the ERC-7913 signer.")


class OfficerAnswer(Officer):
    """One officer, at a moment."""

    as_of: AsOf


class Officers(Outgoing):
    """All officers a party has had."""

    data: list[Officer]
    as_of: AsOf


class Restraint(BurdenFacts):
    """A freeze of all that a party holds."""

    number: int = Field(description="Its line in the party's journal.")


class Restraints(Outgoing):
    """All freezes of a party, by number."""

    data: list[Restraint]
    as_of: AsOf


class InvolvedItem(Outgoing):
    """Something that names a party, or once did."""

    id: str
    kind: str = Field(description="Entry, Case, Licence, Objection, Burden.")
    since_block: int


class Involvements(Listed):
    """What a party has to do with, newest first."""

    data: list[InvolvedItem]
    as_of: AsOf
