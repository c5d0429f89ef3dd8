"""What follows, on a day, from what is recorded of securities, guarantees, attestations, listings and consents."""

from pydantic import Field

from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.cases import Case, Clock
from ledger_api.api.schemas.entries import Label
from ledger_api.api.schemas.refs import PartyRef


class Facts(Outgoing):
    """What every such thing has."""

    label: Label = Field(description="Its effect: 国家登记, 链上备案 or 法定公示 (rule 9).")
    status: str = Field(description="On the day asked about.")


class Rank(Outgoing):
    """Where a security stands, by the verified filings (rules 67, 68)."""

    places: list[int] = Field(
        description="From 1: of what was filed first, then of its increases. Empty: it has no rank."
    )
    ahead: list[str] = Field(description="Securities paid before it, or beside it in proportion.")


class SecurityTerms(Outgoing):
    """What is told to those a security concerns."""

    creditor: PartyRef | None
    clocks: list[Clock] = Field(description="perfection, filing_term, maturity, cure, cancellation: those that run.")
    purchase_money: bool = Field(description="Whether it goes ahead of the buyer's other security (rule 70).")
    coverage: str = Field(description="Always unknown here: amounts are committed to, not recorded (rules 10, 79).")
    valuation_until: str | None = Field(
        description="Last day on which the valuation relied on may be used; null: there is none that may (rule 80)."
    )
    removable_licences: list[str] = Field(description="Licences that a sale of the right may remove (rules 51, 97).")
    licences_proven_exhaustive: bool = Field(
        description="Always false: recorded licences are not proven to be all there are (rule 83)."
    )


class SecurityFacts(Facts):
    """A security. Anybody reads that it exists, its rank and its period; the rest is null but for those it concerns (rules 60, 78)."""

    status: str = Field(
        description="On the day: recorded, perfected, lapsed, released, voided, enforcing, realised, partly_realised, extinguished."
    )
    rights: list[str]
    rank: Rank
    filed_at: str | None = Field(description="When the verified filing was made: the beginning of its period.")
    until: str | None = Field(description="Last day of its filing.")
    terms: SecurityTerms | None = Field(description="Null: not for the caller.")


class BurdenFacts(Facts):
    """Something that may stop an act on an entry, or on all that a party holds. Of a security, those it concerns alone read whose it is."""

    status: str = Field(description="On the day: queued, biting, expired, closed.")
    kind: str
    rights: list[str]
    forbids: list[str] = Field(description="Codes of the enumeration Effect.")
    party: PartyRef | None = Field(description="Whose it is; of a security null but for those it concerns.")
    grantor: PartyRef | None = Field(description="Who gave it; likewise.")
    may_be_waived: bool = Field(description="Whether its party may consent to an act.")
    acknowledged_by: PartyRef | None = Field(
        description="A linked guarantor, who must acknowledge some acts on it; likewise."
    )
    acknowledges: list[str] = Field(description="Which: codes of the enumeration Acknowledgement.")
    recorded_on: str | None
    until: str | None = Field(description="Last legal day; null: open-ended, or queued.")
    queue_place: int | None = Field(description="Of a queued order, from 1 (rule 114).")
    runs_days: int | None = Field(description="Of a queued order: how long it will run; 0: open-ended.")
    last_act_at: str


class GuaranteeFacts(Facts):
    """A guarantee. Anybody reads that it exists and its period; the rest is null but for those it concerns (rule 78)."""

    status: str = Field(description="On the day: effective, claimed, paid_out, released, expired.")
    start: str | None = Field(description="First day to claim.")
    until: str | None = Field(description="Last day to claim (rule 100).")
    claim_alert: int | None = Field(
        description="The nearest alert that has come, in days before its end: 90, 30, 10; null: not for the caller, or none."
    )


class AttestationFacts(Facts):
    """What an accredited body says."""

    status: str = Field(
        description="On the day: issued, not_begun, active, expired, suspended (its accreditation is), superseded, revoked."
    )


class ListingFacts(Facts):
    """A product offered on an exchange."""

    status: str = Field(description="On the day: listed, suspended, delisted.")
    basis_lapsed: bool = Field(description="Whether the OPERATE right it rests on is not live on the day (rule 118).")


class ConsentToMatter(Outgoing):
    """Consent to exactly one matter."""

    matter: str = Field(description="keccak256 of the act's selector and its static terms after legal time.")
    status: str = Field(description="On the day: requested, given, deemed, refused, unanswered, lapsed, revoked, used.")
    stored_state: str | None
    party: PartyRef | None = Field(description="Who is asked.")
    requester: PartyRef | None
    asked_on: str | None
    due: str | None = Field(description="Last day to answer.")
    until: str | None = Field(description="Last day to use it; null: until it is revoked.")


class ConsentFacts(Facts):
    """What the party of a burden agrees to beforehand, and what it was asked; of a security for those it concerns alone."""

    status: str = Field(description="Of the standing consent: none, in_force, expired, revoked.")
    matters: list[ConsentToMatter] = Field(description="Empty also where they are not for the caller.")


class TransferFacts(Facts):
    """A transfer of rights."""

    status: str = Field(description="Of its case, on the day.")
    transferee: PartyRef
    case: Case
