"""Filings: what composes them, what they look like while they are signed and carried, and how they end."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any

from pydantic import Field

from ledger_api.api.answering import hexed, instant, instant_ms
from ledger_api.api.schemas.base import Bilingual, Hex, Incoming, Listed, Outgoing
from ledger_api.domain.acts import catalogue
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import LedgerError
from ledger_api.domain.ids import officer_id, party_id
from ledger_api.filings.values import Record
from ledger_api.store.filings import ComposedAct, FilingRecord

OfficerId = Annotated[str | int, Field(description="`O-7`, or the bare number.", examples=["O-7"])]
Instant = Annotated[str, Field(description="RFC 3339, with its offset.", examples=["2026-08-03T09:00:00+08:00"])]


class AskedAct(Incoming):
    """One act of a filing; GET /v1/acts lists them with their terms."""

    act: str = Field(description="Its name in the catalogue.", examples=["open"])
    args: dict[str, Any] = Field(description="Its terms. `#n` means what act n of the same filing makes.")
    at: Instant | None = Field(default=None, description="Legal time of the act; the block's when left out.")


class Signing(Incoming):
    """Who is to sign, and until when it may be carried."""

    signatories: list[OfficerId] = Field(description="One to ten officers.", examples=[["O-7", "O-9"]])
    deadline: Instant | None = Field(default=None, description="At most 30 days ahead; a week when left out.")


class NewFiling(Signing):
    """Acts that happen together or not at all."""

    acts: list[AskedAct]
    nonce: int | None = Field(
        default=None, ge=0, lt=1 << 53, description="The first signatory's number; the lowest free one when left out."
    )


class EthereumDomain(Incoming):
    """For which ledger a wallet signed (EIP-712), as it says."""

    chainId: int | str  # noqa: N815 - EIP-712's own spelling
    verifyingContract: str  # noqa: N815 - likewise


class NewSignature(Incoming):
    """An officer's signature over a filing's typed data."""

    officer: OfficerId
    seal: str = Field(
        description="65 bytes r ‖ s ‖ v of a plain key; a whole seal n ‖ signer ‖ signature of a contract or passkey.",
        pattern=r"^0x([0-9a-fA-F]{2})+$",
        max_length=32_768,
    )
    domain: EthereumDomain | None = Field(default=None, description="If given, it is held against this ledger's.")


class Submission(Incoming):
    """What may be handed in together with a submission."""

    signatures: list[NewSignature] = Field(default=[], max_length=10, description="Signatures that are still missing.")


class Signatory(Outgoing):
    """An officer who is to sign."""

    officer: str
    signed: bool


class Act(Outgoing):
    """One act, as everybody reads it before signing."""

    position: int = Field(description="From 1; `#n` in later acts.")
    act: str
    title: Bilingual
    sentence: Bilingual
    args: dict[str, Any] = Field(description="As they were asked for, without what is withheld.")
    data: Hex = Field(description="What the ledger gets, and what is signed.")


class Number(Outgoing):
    """The number a filing spends: its first signatory's."""

    officer: str
    number: int


class Landing(Outgoing):
    """The final block a filing is in."""

    block: int
    hash: Hex
    time: str
    transaction: Hex


class Reason(Outgoing):
    """Why a filing is refused or over."""

    code: str
    titles: Bilingual
    remedy: Bilingual
    blocking: list[str]
    details: dict[str, Any]

    @classmethod
    def of(cls, error: LedgerError) -> "Reason":
        """The same error as a shape."""
        return cls(
            code=error.code,
            titles=Bilingual.of(error.titles),
            remedy=Bilingual.of(error.remedy),
            blocking=list(error.blocking),
            details=error.details,
        )


class Made(Outgoing):
    """Something a filing brought into being, or changed, on the ledger."""

    id: str = Field(description="Public id: `E-…`, `E-…/n`, `P-n`, `O-n`.")
    line: str = Field(description="The event that says so.")


class Filing(Outgoing):
    """A filing and how far it has come."""

    id: str
    state: str = Field(description="A code of the enumeration FilingState.")
    digest: Hex = Field(description="What is signed (EIP-712), and its name on the ledger.")
    signatories: list[Signatory]
    deadline: str
    nonce: Number
    acts: list[Act]
    sentences: list[Bilingual] = Field(description="What the acts say, in order: read them before signing.")
    typed_data: dict[str, Any] = Field(description="For eth_signTypedData_v4; every officer signs the same.")
    parties: list[str] = Field(description="Whom it concerns: they see it.")
    may_still_land: bool = Field(description="Whether the ledger could still take it.")
    created_at: str
    accepted_at: str | None
    transaction: Hex | None
    landed: Landing | None
    made: list[Made] = Field(description="What it brought into being; known once it has landed.")
    error: Reason | None

    @classmethod
    def of(cls, record: FilingRecord, typed_data: Mapping[str, Any], made: Collection[Made] = ()) -> "Filing":
        """As it is kept."""
        acts = [_act(position, each) for position, each in enumerate(record.acts, start=1)]
        landed = record.landed
        return cls(
            id=record.id,
            state=record.state.value,
            digest=hexed(record.digest),
            signatories=[
                Signatory(officer=officer_id(each), signed=each in record.signed) for each in record.filing.signatories
            ],
            deadline=instant(record.filing.deadline),
            nonce=Number(officer=officer_id(record.filing.signatories[0]), number=record.filing.nonce),
            acts=acts,
            sentences=[each.sentence for each in acts],
            typed_data=dict(typed_data),
            parties=[party_id(each) for each in record.parties],
            may_still_land=record.may_still_land,
            created_at=instant_ms(record.created_ms),
            accepted_at=None if record.accepted_ms is None else instant_ms(record.accepted_ms),
            transaction=None if record.transaction is None else hexed(record.transaction),
            landed=None
            if landed is None
            else Landing(
                block=landed.block,
                hash=hexed(landed.block_hash),
                time=instant(landed.time),
                transaction=hexed(landed.transaction),
            ),
            made=list(made),
            error=None if record.error is None else Reason.of(record.error),
        )


class Filings(Listed):
    """Filings, newest first."""

    data: list[Filing]


class Opening(Outgoing):
    """One withheld field with what it takes to recompute its root (docs/commitments.md)."""

    field: str
    value: Any
    key: Hex
    index: int
    count: int
    path: list[Hex]


class OpenedRecord(Outgoing):
    """A withheld record of one act, opened for a party it concerns."""

    act: int = Field(description="Position in the filing.")
    root: Hex = Field(description="What stands on the ledger.")
    fields: list[Opening]

    @classmethod
    def of(cls, record: Record) -> "OpenedRecord":
        """All fields of a record."""
        return cls(act=record.act, root=hexed(record.commitment.root), fields=_openings(record.commitment))


class OpenedRecords(Outgoing):
    """The withheld records of a filing."""

    data: list[OpenedRecord]


def _act(position: int, act: ComposedAct) -> Act:
    return Act(
        position=position,
        act=act.name,
        title=Bilingual.of(catalogue()[act.name].title),
        sentence=Bilingual.of(act.sentence),
        args=dict(act.given),
        data=hexed(act.data),
    )


def _openings(commitment: Commitment) -> list[Opening]:
    return [Opening(**commitment.opening(name).document()) for name in commitment.names]
