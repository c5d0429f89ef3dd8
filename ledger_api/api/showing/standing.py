"""Securities, guarantees, attestations, listings, consents and transfers, as answers show them: rows of `nouns` name these."""

from collections.abc import Callable

from ledger_api.api.answering import instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import standing as shape
from ledger_api.api.schemas.cases import Clock
from ledger_api.api.schemas.values import codes, day, name_of
from ledger_api.api.showing import cases, entries
from ledger_api.api.showing.labels import label, recorded
from ledger_api.domain.guarantee import claim_alert
from ledger_api.domain.ids import dependant_id
from ledger_api.domain.labels import EffectLabel
from ledger_api.domain.words import (
    Attestation,
    Burden,
    BurdenState,
    Consent,
    Enforcement,
    Envelope,
    Guarantee,
    GuaranteeState,
    Lease,
    Listing,
    Security,
    Source,
    Transfer,
)
from ledger_api.index import views
from ledger_api.index.views import ConsentView, Dependant, RightState, SecurityStatus, SecurityView

OPERATE = 2
"""The place of the right that products are offered under."""


def by_state(kind: type[Source] | type[Lease] | type[Enforcement]) -> Callable[..., shape.Facts]:
    """What tells of a thing the state that is recorded."""

    def tell(_: Reading, found: Dependant, **__: bool) -> shape.Facts:
        return shape.Facts(label=recorded(), status=found.word(kind).state.name.lower())

    return tell


def security(read: Reading, found: Dependant, *, concerned: bool) -> shape.SecurityFacts:
    """A security, with its terms only for those it concerns."""
    every = read.once(("securities", found.entry), lambda: views.securities(read.connection, read.moment, found.entry))
    view = next(each for each in every if each.dependant.number == found.number)
    word = found.word(Security)
    is_published = view.status is SecurityStatus.PERFECTED or bool(view.places)  # the latter also while it is realised
    return shape.SecurityFacts(
        label=label(EffectLabel.STATUTORY_FILING if is_published else EffectLabel.LEDGER_RECORD),
        status=view.status.value,
        rights=codes(found.word(Burden).rights),
        rank=shape.Rank(places=list(view.places), ahead=_ids(found, view.ahead)),
        filed_at=instant(word.filed_at) if word.filed_at else None,
        until=day(word.until),
        terms=_terms(read, view) if concerned else None,
    )


def _terms(read: Reading, view: SecurityView) -> shape.SecurityTerms:
    return shape.SecurityTerms(
        creditor=read.party(view.dependant.word(Burden).party),
        clocks=[Clock(code=each.code, due=day(each.due), passed=each.passed) for each in view.deadlines],
        purchase_money=view.purchase_money,
        coverage="unknown",
        valuation_until=day(view.valuation_until),
        removable_licences=_ids(view.dependant, view.removable),
        licences_proven_exhaustive=False,
    )


def burden(read: Reading, found: Dependant, *, concerned: bool = True) -> shape.BurdenFacts:
    """Something that may stop an act; of a security, whose it is only for those it concerns."""
    word = found.word(Burden)
    is_queued = word.state == BurdenState.QUEUED
    return shape.BurdenFacts(
        label=recorded(),
        status=views.burden_status(found.words, found.number, word, read.moment.on_day).value,
        kind=word.kind.name,
        rights=codes(word.rights),
        forbids=codes(word.effects),
        party=read.party(word.party) if concerned else None,
        grantor=read.party(word.grantor) if concerned else None,
        may_be_waived=bool(word.waivable),
        acknowledged_by=read.party(word.ack) if concerned else None,
        acknowledges=codes(word.acks) if concerned else [],
        recorded_on=day(word.day),
        until=None if is_queued else day(word.until),
        queue_place=views.queue_place(found.words, found.number) if is_queued else None,
        runs_days=word.until if is_queued else None,
        last_act_at=instant(word.since),
    )


def guarantee(read: Reading, found: Dependant, *, concerned: bool) -> shape.GuaranteeFacts:
    """A guarantee."""
    word = found.word(Guarantee)
    unclaimed = word.state == GuaranteeState.EFFECTIVE
    return shape.GuaranteeFacts(
        label=recorded(),
        status=views.guarantee_status(word, read.moment.on_day).value,
        start=day(word.from_),
        until=day(word.until),
        claim_alert=claim_alert(word.until, read.moment.on_day) if concerned and unclaimed else None,
    )


def attestation(read: Reading, found: Dependant, **_: bool) -> shape.AttestationFacts:
    """What an accredited body says."""
    status = views.attestation_status(read.connection, read.moment, found.word(Attestation))
    return shape.AttestationFacts(label=recorded(), status=status.value)


def listing(read: Reading, found: Dependant, **_: bool) -> shape.ListingFacts:
    """A product offered on an exchange."""
    operate = views.rights(found.words, read.moment.on_day)[OPERATE]
    return shape.ListingFacts(
        label=recorded(),
        status=found.word(Listing).state.name.lower(),
        basis_lapsed=operate.state is not RightState.LIVE,
    )


def consent(read: Reading, found: Dependant, *, concerned: bool) -> shape.ConsentFacts:
    """What a burden's party agrees to beforehand, and what it was asked; of a security only for those it concerns."""
    status = views.envelope_status(found.word(Envelope), read.moment.on_day)
    days = views.calendar(read.connection, read.moment)
    asked = (
        (matter, word) for number, matter, word in found.words.scoped(Consent) if number == found.number and concerned
    )
    return shape.ConsentFacts(
        label=recorded(),
        status="none" if status is None else status.value,
        matters=[_matter(read, views.consent_view(*each, days, read.moment.on_day)) for each in asked],
    )


def _matter(read: Reading, view: ConsentView) -> shape.ConsentToMatter:
    word = view.word
    return shape.ConsentToMatter(
        matter=f"keccak256:{view.matter.hex()}",
        status=view.status.value,
        stored_state=name_of(word.state),
        party=read.party(word.party),
        requester=read.party(word.requester),
        asked_on=day(word.day),
        due=day(view.due),
        until=day(word.until),
    )


def transfer(read: Reading, found: Dependant, **_: bool) -> shape.TransferFacts:
    """A transfer; it has the effect of its entry only when it is completed."""
    view = views.case(read.connection, read.moment, found.entry, found.number)
    is_complete = view.state in views.COMPLETED
    entry = views.entry(read.connection, read.moment, found.entry)
    return shape.TransferFacts(
        label=entries.label_of(entry) if is_complete else recorded(),
        status=view.state.name.lower(),
        transferee=read.somebody(found.word(Transfer).transferee),
        case=cases.case(read, view),
    )


def _ids(found: Dependant, numbers: tuple[int, ...]) -> list[str]:
    return [dependant_id(found.entry, each) for each in numbers]
