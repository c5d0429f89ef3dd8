"""Entries: what is true of a data object's three rights, and everything that was ever done about it."""

from typing import Any

from pydantic import Field

from ledger_api.api.schemas.base import Bilingual, Hex, Listed, Outgoing
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.refs import PartyRef


class Right(Outgoing):
    """One of the three rights."""

    right: str = Field(description="A code of the enumeration Right.")
    state: str = Field(description="On the day asked about: empty, live, lapsed, cancelled.")
    holder: PartyRef | None
    until: str | None = Field(description="Last legal day.")
    overlays: list[str] = Field(
        description="Flags over it on the day: FROZEN 查封, CONTROLLED 管控, DISPUTED 争议, PLEDGED 质押 (a perfected security; "
        "one only recorded has no flag, rule 67), LEASED 租赁, EXCLUSIVELY_LICENSED 独占许可, BASIS_LAPSED 权利基础失效, "
        "CONFLICT 与国家登记不一致, BANKRUPT 破产."
    )


class Credential(Outgoing):
    """A credential that was issued; its number finds the entry too."""

    number: str
    scheme: str | None
    case: str
    block: int


class Label(Outgoing):
    """Which of 国家登记, 链上备案, 法定公示 a record is."""

    code: str
    terms: Bilingual


class DataVersion(Outgoing):
    """Other data of the same sources and structure, which the entry is about now."""

    line: int = Field(description="Line of the journal that recorded it.")
    seq: int = Field(description="1 for the first refresh.")
    since: str | None = Field(description="Legal day it holds from.")
    content: str = Field(description="Fingerprint of these data.")


class Entry(Outgoing):
    """One registration of one data object by one applicant."""

    id: str
    entry: Hex = Field(description="The whole id, 32 bytes.")
    label: Label
    content: str = Field(description="Fingerprint of the data it was opened with, with its algorithm.")
    version: DataVersion | None = Field(description="Null while it is about the data it was opened with.")
    predecessor: str | None = Field(description="The entry it comes out of, by a material change or a split.")
    successors: int = Field(description="Entries that came out of it.")
    name: str | None = Field(description="Public name; null when withheld.")
    summary: str | None
    applicant: PartyRef = Field(description="Who opened it.")
    registrar: PartyRef | None = Field(description="Who keeps it; null until it is registered.")
    is_registered: bool = Field(description="Whether it was ever anchored.")
    rights: list[Right]
    origins: list[str]
    sensitivity: list[str]
    limits: list[str]
    bases: list[str]
    source_until: str | None = Field(description="Earliest end of a source's term.")
    open_burdens: int = Field(description="Burdens not closed; proves lists complete.")
    open_licences: int = Field(description="Licences not closed; proves lists complete.")
    edition: int = Field(
        description="Moves with holders, validity, burdens, licences and data; sign at an edition by `pin`."
    )
    credentials: list[Credential]
    parallel: list[str] = Field(description="Other entries on the same content (rules 12, 20).")
    lines: int = Field(description="Lines of its journal: what /history lists.")
    as_of: AsOf


_WITHHELD = "null: it would tell the caller whose a blind licence is (rule 60)."


class WordWritten(Outgoing):
    """A word's new value."""

    word: str
    number: int
    value: Hex


class HistoryLine(Outgoing):
    """One line of a journal: something that was done, once and for good."""

    number: int
    event: str
    about: str = Field(description="Public id of what it is about.")
    at: str = Field(description="Legal time.")
    officers: list[str] | None = Field(description=f"Who signed; nobody for what the ledger began with. {_WITHHELD}")
    details: dict[str, Any] | None = Field(description=f"What it says, as the ledger logged it. {_WITHHELD}")
    words: list[WordWritten] | None = Field(description=f"The words it wrote. {_WITHHELD}")
    block: int
    transaction: Hex | None = Field(description=_WITHHELD)


class History(Listed):
    """Lines of a journal, oldest first; complete up to the block."""

    data: list[HistoryLine]
    as_of: AsOf


class Objection(Outgoing):
    """An objection, in a notice or after registration."""

    id: str
    phase: str
    state: str
    ground: str | None
    conclusion: str | None
    objector: PartyRef
    case: str | None = Field(description="The case in whose notice it was made.")
    rights: list[str]
    filed_on: str | None
    completed_on: str | None
    response: str | None = Field(description="What the holder said to it.")
    in_mediation: bool
    accepted_by: list[str] = Field(
        description="Sides that accepted the conclusion, codes of the enumeration DisputeSide."
    )
    outcome: str | None = Field(description="What became of the entry, a code of the enumeration ObjectionOutcome.")
    change: str | None = Field(description="The case or line that changed the entry.")
    due: str | None = Field(description="Last legal day of the clock that runs, whoever's it is.")
    overdue: bool


class Objections(Outgoing):
    """All objections against an entry or its cases."""

    data: list[Objection]
    as_of: AsOf
