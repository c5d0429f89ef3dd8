"""Later registrations: transfer, change, renewal, cancellation, corrections, and what instruments order (SM-1; rules 31–39, 65, 116)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import burdens, dates, licences, sources
from tests.contracts.model.cases import (
    CREDENTIAL_YEARS,
    agreed,
    applying,
    begin_again,
    claim_fits,
    disinterested,
    find,
    keep,
    keeps,
    learn,
    notice_over,
    opinion,
    origins,
)
from tests.contracts.model.folio import Case, Claim, Folio
from tests.contracts.model.register import EVERY_RIGHT, OPERATE, Deed, Order, Papers, Rights, Try

RENEWAL_MONTHS = 6
STANDING = frozenset(("COURT_ORDER", "CONTROL"))
"""Orders that stand until whoever gave them lifts them."""

# ---------------------------------------------------------------------------------------------------- applying


def apply_transfer(t: Try, folio: Folio, case: Case, papers: Papers) -> Deed:
    """Both sides apply; the transferee holds nothing of it yet (rules 2, 34, 35)."""
    _apply(t, folio, case)
    disinterested(t, case.transferee, case.registrar)
    t.needs(case.applicant, "DISPOSE")
    t.needs(case.transferee, "FILE")
    t.unless(case.transferee != case.applicant, "TransfereeHolds")
    t.papers(papers)
    yield
    keep(t, folio, folio.next, case)


def apply_change(t: Try, folio: Folio, case: Case, claim: Claim, papers: Papers) -> Deed:
    """What a folio says is said of all its rights in force (rule 33)."""
    _apply(t, folio, case)
    _all_in_force(t, folio, case)
    _endless(t, claim)
    claim_fits(t, folio, claim, case.asked)
    t.papers(papers)
    yield
    case.claim = claim
    keep(t, folio, folio.next, case)


def apply_renewal(t: Try, folio: Folio, case: Case, papers: Papers) -> Deed:
    """From six months before the last day to the day before it, once at a time (rule 32)."""
    _apply(t, folio, case)
    for right in case.asked:
        last = folio.until[right]
        if last:
            opens = dates.months_on(last, -RENEWAL_MONTHS)
            t.unless(opens <= min(t.day, t.today) and t.later < last, "OutsideRenewal")
        t.unless(not folio.renewal(right, t.today), "RenewalPending")
    t.papers(papers)
    yield
    for right in case.asked:
        folio.renewals[right] = folio.next
    keep(t, folio, folio.next, case)


def apply_cancellation(t: Try, folio: Folio, case: Case, papers: Papers) -> Deed:
    """The holder gives rights up."""
    _apply(t, folio, case)
    t.needs(case.applicant, "DISPOSE")
    t.papers(papers)
    yield
    keep(t, folio, folio.next, case)


def reapply(t: Try, folio: Folio, number: int, claim: Claim | None, papers: Papers) -> Deed:
    """Handed in again, corrected; only a change has a claim (rule 22)."""
    case = find(t, folio, number, "CORRECTION")
    t.unless(case.kind != "INITIAL", "WrongCaseKind")
    agreed(t, case)
    t.unless(t.day <= case.due, "LimitPassed")
    if case.kind == "CHANGE":
        given = claim or Claim(origins=frozenset(), form="NONE")
        _endless(t, given)
        claim_fits(t, folio, given, case.asked)
    else:
        t.unless(claim is None, "ClaimNotValid")
    t.papers(papers)
    yield
    if claim is not None:
        case.claim = claim
    begin_again(t, folio, number, case)


def _apply(t: Try, folio: Folio, case: Case) -> None:
    t.timely()
    applying(t, folio, case)
    _held(t, folio, case.asked, case.applicant)


# ---------------------------------------------------------------------------------------------------- completing


def complete_transfer(
    t: Try, folio: Folio, number: int, papers: Papers, listed: Sequence[int], licence_list: Sequence[int]
) -> Deed:
    """The rights change hands in place, licences and burdens stay; never to a creditor (rules 34, 65)."""
    case = _decided(t, folio, number, "TRANSFER")
    t.unless(case.passed == case.asked, "PassedNotAsked")
    t.free(case.applicant)
    disinterested(t, case.transferee, case.registrar)
    t.needs(case.transferee, "ACCEPT")
    t.unless(not t.has(t.register.keeper(case.registrar), "ACCEPT"), "RegistrarTakesPart")
    burdens.clear(t, folio, case.passed, frozenset(("TRANSFER",)), listed)
    burdens.no_creditor(t, folio, case.transferee, listed)
    licences.room(t, folio, licence_list, None)
    t.papers(papers)
    yield
    for right in case.passed:
        folio.holder[right] = case.transferee
    _anchored(t, folio, number, case)


def complete_change(t: Try, folio: Folio, number: int, papers: Papers, listed: Sequence[int]) -> Deed:
    """The folio says more of the data (rule 33)."""
    case = _decided(t, folio, number, "CHANGE")
    _all_in_force(t, folio, case)
    t.free(case.applicant)
    burdens.clear(t, folio, EVERY_RIGHT, frozenset(("UPDATE",)), listed)
    origins(t, folio, case.claim, folio.facts, case.asked)
    opinion(t, folio, case.claim)
    t.papers(papers)
    yield
    learn(folio, case.claim)
    _anchored(t, folio, number, case)


def complete_renewal(t: Try, folio: Folio, number: int, until: int, papers: Papers) -> Deed:
    """The rights last longer, five years from now at most (rules 28, 32)."""
    case = _decided(t, folio, number, "RENEWAL")
    t.unless(t.day <= until <= dates.last_of_years(t.day, CREDENTIAL_YEARS), "UntilTooFar")
    t.unless(all(until >= folio.until[right] for right in case.passed), "RenewalShortens")
    t.papers(papers)
    yield
    for right in case.passed:
        folio.until[right] = until
    _anchored(t, folio, number, case)


def complete_cancellation(
    t: Try, folio: Folio, number: int, papers: Papers, listed: Sequence[int], licence_list: Sequence[int]
) -> Deed:
    """The rights end; who may still use the data acknowledges it."""
    case = _decided(t, folio, number, "CANCELLATION")
    t.free(case.applicant)
    burdens.clear(t, folio, case.passed, frozenset(("CANCEL",)), listed)
    if OPERATE in case.passed:
        licences.room(t, folio, licence_list, None)
        licences.acknowledged(t, folio, licence_list)
    t.papers(papers)
    yield
    for right in case.passed:
        folio.status[right] = "CANCELLED"
    _anchored(t, folio, number, case)


def correct(t: Try, folio: Folio, facts: Claim, papers: Papers, listed: Sequence[int]) -> Deed:
    """What was registered wrongly is put right, every holder agreeing; the old words stand in the line (rules 7, 116)."""
    t.timely()
    t.needs_pair(folio.registrar)
    live = folio.live(t.day, t.today)
    for right in live:
        t.needs(folio.holder[right], "FILE")
        t.free(folio.holder[right])
    t.unless(facts.form != "NONE", "ClaimNotValid")
    _endless(t, facts)
    ends = sources.earliest(folio)
    t.unless(not ends or 0 < facts.source_until <= ends, "ClaimLoosens")
    origins(t, folio, facts, facts, live)
    opinion(t, folio, facts)
    burdens.clear(t, folio, EVERY_RIGHT, frozenset(("UPDATE",)), listed)
    t.papers(papers)
    yield
    folio.facts = replace(facts)
    folio.edition += 1
    folio.lines += 1


def _anchored(t: Try, folio: Folio, number: int, case: Case) -> None:
    case.state = "ANCHORED"
    folio.edition += 1
    keep(t, folio, number, case)


# ---------------------------------------------------------------------------------------------------- instruments (rules 36, 38, 116)


def execute_transfer(
    t: Try, folio: Folio, rights: Rights, transferee: int, order: Order, listed: Sequence[int]
) -> Deed:
    """An instrument gives rights to somebody."""
    _executed(t, folio, rights, "TRANSFER", order, listed)
    t.live(transferee)
    disinterested(t, transferee, folio.registrar)
    t.unless(all(folio.holder[right] != transferee for right in rights & EVERY_RIGHT), "TransfereeHolds")
    yield
    for right in rights:
        folio.holder[right] = transferee
    folio.edition += 1
    folio.lines += 1


def execute_cancellation(
    t: Try, folio: Folio, rights: Rights, order: Order, noticed: bool, listed: Sequence[int]
) -> Deed:
    """An instrument ends rights; the former holder got a written notice (rule 36)."""
    _executed(t, folio, rights, "CANCEL", order, listed)
    t.unless(noticed, "DigestMissing")
    yield
    for right in rights:
        folio.status[right] = "CANCELLED"
    folio.edition += 1
    folio.lines += 1


def _executed(t: Try, folio: Folio, rights: Rights, effect: str, order: Order, listed: Sequence[int]) -> None:
    """It stands in the place of the holder's will; only another court's or authority's order stops it."""
    t.timely()
    t.ordered(order, folio.registrar)
    t.unless(rights and rights <= EVERY_RIGHT, "NothingAsked")
    for right in rights & EVERY_RIGHT:
        t.unless(folio.is_live(right, t.later, t.today), "RightNotLive")
    burdens.clear(t, folio, rights, frozenset(), listed)
    for each in (folio.burdens[number] for number in listed if number in folio.burdens):
        stands = each.state == "OPEN" and each.kind in STANDING and each.party != order.issuer
        t.unless(not (stands and each.rights & rights and effect in each.effects), "Burdened")


# ---------------------------------------------------------------------------------------------------- guards


def _held(t: Try, folio: Folio, rights: Rights, applicant: int) -> None:
    """The applicant's, and in force by legal time and by block time (rule 28)."""
    for right in rights:
        t.unless(folio.holder[right] == applicant, "NotTheHolder")
        t.unless(folio.is_live(right, t.later, t.today), "RightNotLive")


def _decided(t: Try, folio: Folio, number: int, kind: str) -> Case:
    """Passed, the notice over, its applicant still the holder."""
    case = find(t, folio, number, "NOTICE", "CLEARED")
    t.unless(case.kind == kind, "WrongCaseKind")
    t.needs_pair(case.registrar, case.reviewer)
    keeps(t, folio, case)
    t.live(case.applicant)
    if case.state in {"NOTICE", "CLEARED"}:
        notice_over(t, case)
    _held(t, folio, case.passed, case.applicant)
    return case


def _all_in_force(t: Try, folio: Folio, case: Case) -> None:
    t.unless(case.asked == folio.live(t.day, t.today), "NotAllInForce")


def _endless(t: Try, claim: Claim) -> None:
    """It says how things are, not how long they last."""
    t.unless(not any(claim.terms) and claim.form != "NONE", "ClaimNotValid")
