"""What time has made of guarantees, attestations and consents on a day: stored states say what was done, these what holds."""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection

from ledger_api.domain.calendar import CalendarMissing, WorkingCalendar
from ledger_api.domain.subjects import party_subject
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Attestation,
    AttestationKind,
    AttestationState,
    Consent,
    ConsentState,
    Envelope,
    EnvelopeState,
    Guarantee,
    GuaranteeState,
    Silence,
)
from ledger_api.index.views.effective import effective
from ledger_api.index.views.moment import Moment


class GuaranteeStatus(Enum):
    """A guarantee on a day (SM-8)."""

    EFFECTIVE = "effective"
    CLAIMED = "claimed"
    PAID_OUT = "paid_out"
    RELEASED = "released"
    EXPIRED = "expired"
    """The period is over and nobody claimed, whether that was noted or not (rule 100)."""


class AttestationStatus(Enum):
    """An attestation on a day (SM-10)."""

    ISSUED = "issued"
    """Its second person has not signed."""
    NOT_BEGUN = "not_begun"
    ACTIVE = "active"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    """The accreditation it was given under is suspended or was taken away (rule 118)."""
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


class EnvelopeStatus(Enum):
    """A standing consent on a day."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    REVOKED = "revoked"


class ConsentStatus(Enum):
    """Consent to one matter on a day."""

    REQUESTED = "requested"
    GIVEN = "given"
    DEEMED = "deemed"
    """Nobody answered in time, where silence consents."""
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    """Nobody answered in time, where silence refuses."""
    LAPSED = "lapsed"
    """Given, and not used by its last day."""
    REVOKED = "revoked"
    USED = "used"


@dataclass(frozen=True, slots=True)
class ConsentView:
    """Consent of a burden's party to one matter."""

    matter: bytes
    word: Consent
    status: ConsentStatus
    due: int | None
    """Last legal day to answer; None once that was done, or where the calendar does not reach."""


_GUARANTEE = {
    GuaranteeState.CLAIMED: GuaranteeStatus.CLAIMED,
    GuaranteeState.PAID_OUT: GuaranteeStatus.PAID_OUT,
    GuaranteeState.RELEASED: GuaranteeStatus.RELEASED,
    GuaranteeState.EXPIRED: GuaranteeStatus.EXPIRED,
}
_ATTESTATION = {
    AttestationState.ISSUED: AttestationStatus.ISSUED,
    AttestationState.SUPERSEDED: AttestationStatus.SUPERSEDED,
    AttestationState.REVOKED: AttestationStatus.REVOKED,
}
_CONSENT = {
    ConsentState.REFUSED: ConsentStatus.REFUSED,
    ConsentState.REVOKED: ConsentStatus.REVOKED,
    ConsentState.USED: ConsentStatus.USED,
}
_PRACTICE = {
    AttestationKind.VALUATION: AccreditationKind.APPRAISAL_FILING,
    AttestationKind.QUALITY: AccreditationKind.QUALITY_LAB,
    AttestationKind.SECURITY: AccreditationKind.SECURITY_LAB,
    AttestationKind.ACCOUNTING: AccreditationKind.ACCOUNTING_FIRM,
    AttestationKind.CAPABILITY: AccreditationKind.CAPABILITY_BODY,
    AttestationKind.ETHICS: AccreditationKind.ETHICS_BOARD,
}
"""Which accreditation a kind takes, as Attesting.sol has it; all others that of a law firm."""
_TAKEN = frozenset({AccreditationStatus.SUSPENDED, AccreditationStatus.REMOVED})


def guarantee_status(word: Guarantee, day: int) -> GuaranteeStatus:
    """What a guarantee is on a legal day: it ends by silence, never before its last day is over (rule 100)."""
    over = GuaranteeStatus.EXPIRED if day > word.until else GuaranteeStatus.EFFECTIVE
    return _GUARANTEE.get(word.state, over)


def attestation_status(connection: Connection, moment: Moment, word: Attestation) -> AttestationStatus:
    """What an attestation is on the moment's day, its attestor's accreditation looked at (rule 118)."""
    if word.state != AttestationState.ACTIVE:
        return _ATTESTATION[word.state]
    if moment.on_day > word.until:
        return AttestationStatus.EXPIRED
    practice = _PRACTICE.get(word.kind, AccreditationKind.LAW_FIRM)
    held = effective(connection, moment, party_subject(word.attestor)).word(Accreditation, practice)
    if held is not None and held.status in _TAKEN:
        return AttestationStatus.SUSPENDED
    return AttestationStatus.NOT_BEGUN if moment.on_day < word.issued else AttestationStatus.ACTIVE


def envelope_status(word: Envelope, day: int) -> EnvelopeStatus | None:
    """What a standing consent is on a legal day; None when there never was one."""
    if word.state == EnvelopeState.NONE:
        return None
    if word.state == EnvelopeState.REVOKED:
        return EnvelopeStatus.REVOKED
    return EnvelopeStatus.EXPIRED if day > word.until else EnvelopeStatus.IN_FORCE


def consent_view(matter: bytes, word: Consent, days: WorkingCalendar, day: int) -> ConsentView:
    """What consent to a matter is on a legal day: silence speaks when the days to answer are over (rule 49)."""
    due = _due(word, days) if word.state == ConsentState.REQUESTED else None
    return ConsentView(matter, word, _consent_status(word, due, day), due)


def _consent_status(word: Consent, due: int | None, day: int) -> ConsentStatus:
    if word.state == ConsentState.GIVEN:
        return ConsentStatus.LAPSED if 0 < word.until < day else ConsentStatus.GIVEN
    if word.state != ConsentState.REQUESTED:
        return _CONSENT[word.state]
    if due is None or day <= due:
        return ConsentStatus.REQUESTED
    return ConsentStatus.DEEMED if word.silence == Silence.CONSENTS else ConsentStatus.UNANSWERED


def _due(word: Consent, days: WorkingCalendar) -> int | None:
    try:
        return days.add(word.day, word.sla)
    except CalendarMissing:
        return None
