"""Settlement moves title in place, and clears what does not survive it."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    BurdenState,
    Characterisation,
    Effect,
    EnforcementBasis,
    EnforcementMethod,
    EnforcementState,
    FilingAct,
    LicenceKind,
    LicenceState,
    Power,
    Right,
    SecurityState,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import identity_expires, mandate
from tests.contracts.deals import READING, Deals
from tests.contracts.enforcements.conftest import default
from tests.contracts.enforcing import Realising
from tests.contracts.loans import Loans
from tests.contracts.procedure import NO_DOCUMENT
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day, instant

AUCTION, COURT = EnforcementMethod.AUCTION, EnforcementBasis.COURT
REALISED, PARTLY = SecurityState.REALISED, SecurityState.PARTLY_REALISED


def two_liens(loans: Loans, court: Player, rights: int = 7) -> Realising:
    """Two pledges, the second bank's recorded first but filed second; the first bank enforces."""
    junior = loans.recorded(
        bank=loans.lenders.second,
        rights=7,
        by=[loans.case.filer.one, loans.lenders.second.one, loans.registrar.reviewer],
    )
    number = loans.recorded(burdens=[junior], rights=rights)
    loans.stage.on("2026-09-02", "13:00")
    loans.perfected(junior, filed_at=loans.stage.now - 60)
    default(loans, number)
    return Realising(loans, number, court, burdens=[junior, number])


# -- the settlement


def test_the_rights_change_hands_in_place(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 34, 65, 97."""
    case.sold(cast.buyer)
    before = case.head
    done = case.settle(cast.buyer)
    line, head = done.line("SaleSettled"), case.head
    assert head.holder == (cast.buyer.number,) * 3
    assert head == replace(before, holder=head.holder, edition=before.edition + 1)
    word = case.word
    assert (word.state, word.settled, word.settled_on) == (EnforcementState.SETTLED, line.number, stage.today)
    assert (line["head"], line["enforcement"]) == (head, word)
    assert case.burden(case.security).state == BurdenState.OPEN


def test_it_takes_the_pair_the_creditor_and_the_buyer(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 3, 65."""
    case.sold(cast.buyer)
    with stage.refused("PairMissing"):
        case.settle(cast.buyer, by=[case.pair[0], *case.bank.both, cast.buyer.one])
    with stage.refused("TwoPersonsMissing", party=case.bank, power=Power.ENFORCE):
        case.settle(cast.buyer, by=[*case.pair, case.bank.one, cast.buyer.one])
    with stage.refused("AssentMissing", party=cast.buyer, power=Power.ACCEPT):
        case.settle(cast.buyer, by=[*case.pair, *case.bank.both])


def test_nobody_of_the_registrar_accepts_for_the_buyer(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 2."""
    case.sold(cast.buyer)
    mandate(stage, cast.buyer, cast.registrar, Power.ACCEPT)
    clerk = cast.registrar.officers["reviewer2"]
    powers = Power.REVIEW | Power.RECORD | Power.ACCEPT
    stage.file(cast.operator.both, [("empower", clerk, powers, (1 << 40) - 1, 2, bytes([1]) * 32)])
    with stage.refused("RegistrarTakesPart", registrar=cast.registrar):
        case.settle(cast.buyer, by=[*case.pair, clerk, *case.bank.both])


def test_a_court_sale_is_settled_with_an_instrument(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 116: against the holder's will nothing else moves title."""
    case.ready(AUCTION, COURT)
    case.sell(cast.buyer)
    with stage.refused("InstrumentMissing"):
        case.settle(cast.buyer)
    with stage.refused("NotAnIssuer"):
        case.settle(cast.buyer, order=case.order(cast.regulator))
    with stage.refused("PairMissing"):
        case.settle(cast.buyer, order=case.order(), by=case.bank.both)
    case.settle(cast.buyer, order=case.order())
    assert case.word.ordered == case.word.settled


def test_an_agreed_sale_too_may_be(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 116: when somebody who agreed does not sign."""
    case.sold(cast.buyer).settle(cast.buyer, order=case.order())


def test_the_creditor_gets_title_only_so(stage: Stage, case: Realising) -> None:
    """Rule 65: valued, agreed at that value, and settled."""
    case.ready(EnforcementMethod.DISCOUNT)
    case.sell(case.bank)
    case.settle(case.bank)
    assert case.head.holder == (case.bank.number,) * 3


@pytest.mark.parametrize("paper", ["paid", "distribution", "national"])
def test_payment_distribution_and_receipt_are_proved(stage: Stage, cast: Cast, case: Realising, paper: str) -> None:
    """Rules 65, 85, 95, 97."""
    case.sold(cast.buyer)
    papers: dict[str, Any] = {paper: bytes(32)}
    with stage.refused("DigestMissing"):
        case.settle(cast.buyer, **papers)
    with stage.refused("UnknownAlgorithm"):
        case.settle(cast.buyer, alg=7)


def test_all_burdens_and_all_licences_are_listed(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 51, 97: the counts in the head prove it."""
    licence = _consented(case)
    case.licences = [licence]
    case.sold(cast.buyer)
    case.licences = []
    with stage.refused("LicenceListIncomplete", listed=0, unclosed=1):
        case.settle(cast.buyer)
    case.licences, case.burdens = [licence], []
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        case.settle(cast.buyer)
    case.burdens = [case.security]
    case.settle(cast.buyer)
    assert case.head.licences == 1


def _consented(case: Realising, **terms: Any) -> int:
    """A licence from today, to which the bank consents."""
    start = case.stage.today
    hands = [
        case.holder,
        case.cast.maker.one,
        case.cast.exchange.recorder,
        case.bank.one,
        case.loans.lenders.second.one,
    ]
    reading = replace(READING, start=start, end=start + 364)
    return Deals(case.loans.case).granted(reading, burdens=list(case.burdens), by=hands, **terms)


def test_lapsed_rights_are_not_settled(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 28."""
    case = Realising(loans, default(loans, loans.recorded()), court).sold(cast.buyer)
    stage.on("2031-08-20")
    with stage.refused("RightNotLive"):
        case.settle(cast.buyer)


def test_the_buyer_is_still_fit(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 1, 2."""
    case.sold(cast.buyer)
    identity_expires(stage, cast, cast.buyer)
    with stage.refused("IdentityExpired"):
        case.settle(cast.buyer)
    with stage.refused("IdentityExpired"):
        case.settle(cast.buyer, order=case.order())


def test_a_freeze_a_bankruptcy_or_a_dispute_since_stops_it(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 39, 97, 99, 115: an instrument of the court passes all three."""
    case.sold(cast.buyer)
    orders = Orders(case.loans.case, case.court, case.court)
    mark = stage.mark()
    orders.restrain(cast.holder)
    with stage.refused("PartyFrozen"):
        case.settle(cast.buyer)
    stage.rewind(mark)
    for kind in (BurdenKind.DISPUTE, BurdenKind.BANKRUPTCY, BurdenKind.COURT_ORDER):
        if kind == BurdenKind.DISPUTE:
            number = case.loans.case.disputed()
        elif kind == BurdenKind.BANKRUPTCY:
            number = orders.imposed(kind=kind, term=0, administrator=cast.maker)
        else:
            number = orders.imposed(term=30)
        case.burdens = [case.security, number]
        with stage.refused("Burdened", number=number, kind=kind):
            case.settle(cast.buyer)
        inner = stage.mark()
        if kind != BurdenKind.DISPUTE:
            case.settle(cast.buyer, order=case.order())
        stage.rewind(inner)
        stage.rewind(mark)


# -- what falls


def test_securities_leave_the_right(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 97: all of them, whoever enforced; the one that did last of all."""
    case = two_liens(loans, court).settled(cast.buyer)
    junior, number = case.burdens
    with stage.refused("NotOfThisSale", number=number):
        case.clear(number)
    with stage.refused("SecurityNotCleared", number=junior):
        case.complete(burdens=[junior, number])
    line = case.clear(junior).line("BurdenCleared")
    assert (loans.security(junior).state, loans.security(junior).cancel_days) == (PARTLY, 10)
    assert (line["burden"], line["security"], line["head"]) == (loans.burden(junior), loans.security(junior), case.head)
    assert (loans.burden(junior).state, case.head.burdens) == (BurdenState.CLOSED, 1)
    with stage.refused("NotOfThisSale", number=junior):
        case.clear(junior)
    line = case.complete(burdens=[junior, number]).line("EnforcementCompleted")
    assert (loans.security(number).state, loans.security(number).closed) == (REALISED, stage.today)
    assert (case.word.state, case.head.burdens) == (EnforcementState.COMPLETED, 0)
    assert (line["security"], line["burden"], line["enforcement"]) == (
        loans.security(number),
        loans.burden(number),
        case.word,
    )
    for each in (junior, number):
        loans.filed(each, FilingAct.CANCEL, filed_at=stage.now - 60)


def test_in_one_filing(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 97: the buyer signs what stays and what falls."""
    case = two_liens(loans, court).sold(cast.buyer)
    junior = case.burdens[0]
    acts = [case.settlement(), case.clearing(junior, PARTLY), case.completion(REALISED, case.burdens)]
    stage.file([*case.pair, *case.bank.both, cast.buyer.one], acts)
    assert (case.head.burdens, case.head.holder) == (0, (cast.buyer.number,) * 3)
    with stage.refused("WrongEnforcementState", state=EnforcementState.COMPLETED):
        case.clear(junior)


def test_what_was_not_sold_stays_charged(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 97: a wider security keeps the rights that were not sold."""
    sold = Right.USE | Right.OPERATE
    case = two_liens(loans, court, rights=sold).settled(cast.buyer)
    junior, number = case.burdens
    assert case.head.holder == (cast.holder.number, cast.buyer.number, cast.buyer.number)
    line = case.clear(junior).line("BurdenCleared")
    burden = loans.burden(junior)
    assert (burden.rights, burden.state) == (Right.HOLD, BurdenState.OPEN)
    assert (loans.security(junior).state, line["security"].encode()) == (SecurityState.PERFECTED, 0)
    with stage.refused("NotOfThisSale"):
        case.clear(junior)
    case.complete(burdens=[junior, number])
    assert case.head.burdens == 1


@pytest.mark.parametrize("result", [0, SecurityState.RELEASED, 9])
def test_a_security_ends_paid_or_paid_in_part(
    stage: Stage, cast: Cast, loans: Loans, court: Player, result: int
) -> None:
    """Rule 97."""
    case = two_liens(loans, court).settled(cast.buyer)
    with stage.refused("ResultNotValid", result=result):
        case.clear(case.burdens[0], result)
    with stage.refused("ResultNotValid", result=result):
        case.complete(result, burdens=case.burdens)


def test_what_the_holder_agreed_to_later_falls(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 97: nobody takes from the security what it had; what came before it stays."""
    orders = Orders(loans.case, court, court)
    early = orders.clause_number(beneficiary=cast.maker, effects=Effect.UPDATE)
    number = loans.recorded(burdens=[early])
    late = orders.clause_number(beneficiary=cast.maker, effects=Effect.TRANSFER)
    case = Realising(loans, default(loans, number), court, burdens=[early, number, late])
    dispute = case.loans.case.disputed(Right.HOLD)
    case.burdens.append(dispute)
    case.ready(AUCTION, COURT)
    case.sell(cast.buyer)
    case.settle(cast.buyer, order=case.order())
    with stage.refused("WrongBurdenKind", kind=BurdenKind.CLAUSE):
        case.clear(early, 0)
    with stage.refused("WrongBurdenKind", kind=BurdenKind.DISPUTE):
        case.clear(dispute, 0)
    with stage.refused("ResultNotValid"):
        case.clear(late, REALISED)
    line = case.clear(late, 0).line("BurdenCleared")
    assert (case.burden(late).state, line["security"].encode()) == (BurdenState.CLOSED, 0)
    case.complete(burdens=[early, number, dispute])


def test_only_the_pair_clears(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 3."""
    case = two_liens(loans, court).settled(cast.buyer)
    hands = [case.pair[0], *case.bank.both, cast.buyer.one]
    for act in (case.clearing(case.burdens[0]), case.completion(REALISED, case.burdens), case.removal(1)):
        with stage.refused("PairMissing"):
            stage.file(hands, [act])


def test_what_the_buyer_charged_since_stays(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 97."""
    case.settled(cast.buyer)
    loans, second = case.loans, case.loans.lenders.second
    hands = [cast.buyer.one, second.one, case.bank.one, loans.registrar.reviewer]
    own = loans.recorded(
        bank=second, debtor=cast.buyer, burdens=[case.security], by=hands, debt={"maturity": day("2028-10-01")}
    )
    with stage.refused("NotOfThisSale", number=own):
        case.clear(own)
    case.complete(burdens=[case.security, own])
    assert loans.burden(own).state == BurdenState.OPEN


def test_the_last_list_is_complete_too(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 97."""
    case = two_liens(loans, court).settled(cast.buyer)
    junior, number = case.burdens
    with stage.refused("BurdenListIncomplete"):
        case.complete(burdens=[number])
    with stage.refused("ListDisordered"):
        case.complete(burdens=[number, number])
    case.clear(junior)


@NO_DOCUMENT
def test_clearing_and_completion_have_a_document(
    stage: Stage, cast: Cast, loans: Loans, court: Player, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    case = two_liens(loans, court).settled(cast.buyer)
    junior, number = case.burdens
    case.papers = alg, document
    with stage.refused(error):
        case.clear(junior)
    case.papers = Realising.papers
    case.clear(junior)
    case.papers = alg, document
    with stage.refused(error):
        case.complete(burdens=[number])


# -- licences


def mortgage(loans: Loans, court: Player) -> tuple[Realising, list[int]]:
    """A mortgage, which lets the holder license: one licence before it, one after its record, and three after its filing."""
    deals = Deals(loans.case)
    term = replace(READING, end=day("2028-08-31"), actions=READING.actions)
    first = deals.granted(term)
    number = loans.recorded(security={"character": Characterisation.MORTGAGE_395_7})
    second = deals.granted(term, burdens=[number])
    loans.stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    third = deals.granted(term, burdens=[number], start=loans.stage.today)
    fourth = deals.granted(
        term, burdens=[number], start=loans.stage.today, kind=LicenceKind.SOLE, licences=[first, second, third]
    )
    loans.stage.on("2027-09-01")
    loans.notice(number)
    loans.stage.on("2027-10-08")
    case = Realising(loans, number, court, burdens=[number, fourth], licences=[first, second, third, fourth])
    return case, [first, second, third, fourth]


def test_licences_after_the_filing_and_without_consent_fall(
    stage: Stage, cast: Cast, loans: Loans, court: Player
) -> None:
    """Rule 51."""
    case, (first, second, third, fourth) = mortgage(loans, court)
    case.settled(cast.buyer)
    for survivor in (first, second):
        with stage.refused("LicenceSurvives", number=survivor):
            case.remove(survivor)
    line = case.remove(third).line("LicenceRemoved")
    licence = case.licence(third)
    assert (licence.state, licence.end, licence.last) == (LicenceState.ENDED, stage.today, stage.today)
    assert (line["licence"], line["head"], line["burden"].encode()) == (licence, case.head, 0)
    assert (line["enforcement"], line["security"]) == (case.number, case.security)
    with stage.refused("WrongLicenceState", number=third, state=LicenceState.ENDED):
        case.remove(third)
    line = case.remove(fourth).line("LicenceRemoved")
    assert (case.burden(fourth).state, case.head.burdens) == (BurdenState.CLOSED, 1)
    assert line["burden"] == case.burden(fourth)


def test_a_suspended_one_falls_too_and_an_ended_one_is_over(
    stage: Stage, cast: Cast, loans: Loans, court: Player
) -> None:
    """Rule 51."""
    case, (_, _, third, fourth) = mortgage(loans, court)
    deals = Deals(loans.case)
    deals.suspend(third)
    deals.end(fourth)
    case.burdens.remove(fourth)
    case.settled(cast.buyer)
    case.remove(third)
    with stage.refused("WrongLicenceState", state=LicenceState.ENDED):
        case.remove(fourth)


def test_none_is_removed_before_its_last_act(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 124: the pair dates the removal of Friday, the buyer has suspended it on Monday."""
    case, (_, _, third, _) = mortgage(loans, court)
    case.settled(cast.buyer)
    stage.chain.forward(seconds=60)
    settled = stage.now
    stage.on("2027-10-18")
    Deals(loans.case).suspend(third, by=[cast.buyer.one])
    with stage.refused("OutOfOrder", since=stage.today):
        case.remove(third, at=settled)
    case.remove(third)


@NO_DOCUMENT
def test_a_removal_has_a_document(
    stage: Stage, cast: Cast, loans: Loans, court: Player, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    case, (_, _, third, _) = mortgage(loans, court)
    case.settled(cast.buyer).papers = alg, document
    with stage.refused(error):
        case.remove(third)


def test_what_the_buyer_licensed_since_stays(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 51."""
    case, (*_, fourth) = mortgage(loans, court)
    case.settled(cast.buyer).remove(fourth)
    own = Deals(loans.case).granted(
        replace(READING, start=stage.today, end=day("2028-08-31")), burdens=[case.security], licensor=cast.buyer
    )
    with stage.refused("NotOfThisSale", number=own):
        case.remove(own)


def test_only_a_security_on_the_right_removes_it(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rules 51, 97: one that is not cleared yet."""
    case, (_, _, third, fourth) = mortgage(loans, court)
    case.settled(cast.buyer)
    with stage.refused("NoSuchSecurity", number=fourth):
        case.remove(third, security=fourth)
    case.complete(burdens=case.burdens)
    with stage.refused("WrongEnforcementState"):
        case.remove(third)


def test_legal_times_follow_each_other(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 124."""
    moment = stage.now
    case.sold(cast.buyer)
    early = stage.now
    stage.chain.forward(seconds=60)
    case.settle(cast.buyer)
    with stage.refused("OutOfOrder"):
        case.complete(at=early)
    assert moment < instant("2027-12-31")
