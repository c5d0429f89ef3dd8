"""Registration cases, as answers show them."""

from ledger_api.api.answering import instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import cases as shape
from ledger_api.api.schemas.values import codes, day, name_of
from ledger_api.domain.ids import dependant_id, entry_id, officer_id
from ledger_api.domain.words import Claim, Right
from ledger_api.index.views import CaseView


def case(read: Reading, view: CaseView) -> shape.Case:
    """A case."""
    seen, stored = view.reading.case, view.word
    return shape.Case(
        id=view.public_id,
        entry=entry_id(view.entry),
        kind=stored.kind.name,
        state=seen.state.name,
        stored_state=stored.state.name,
        derived=view.reading.derived,
        provisional=view.reading.provisional,
        clock=_clock(view),
        applicant=read.somebody(stored.applicant),
        registrar=read.somebody(stored.registrar),
        reviewer=officer_id(stored.reviewer) if stored.reviewer else None,
        asked=codes(stored.asked),
        passed=codes(stored.passed),
        marks=codes(seen.flags),
        claim=_claim(view.entry, view.claim),
        last_act_at=instant(stored.since),
        submitted_on=day(stored.submitted),
        accepted_on=day(seen.accepted),
        published_on=day(stored.notice),
        objections=[dependant_id(view.entry, number) for number in view.objections],
        open_objections=stored.objections,
        may_be_anchored=view.may_be_anchored,
    )


def answer(read: Reading, view: CaseView) -> shape.CaseAnswer:
    """One case, with its moment."""
    return shape.CaseAnswer(**dict(case(read, view)), as_of=read.as_of)


def _clock(view: CaseView) -> shape.Clock | None:
    reading = view.reading
    if reading.clock is None:
        return None
    return shape.Clock(code=reading.clock.value, due=day(reading.due), passed=reading.passed)


def _claim(entry: bytes, claim: Claim) -> shape.Claim:
    return shape.Claim(
        origins=codes(claim.origins),
        form=name_of(claim.form),
        sensitivity=codes(claim.sensitivity),
        limits=codes(claim.limits),
        bases=codes(claim.bases),
        source_until=day(claim.source_until),
        opinion=dependant_id(entry, claim.opinion) if claim.opinion else None,
        terms=[
            shape.Term(right=right.name or "", until=until)
            for right, last in zip(Right, claim.term, strict=True)
            if (until := day(last))
        ],
    )
