"""What stops an enforcement, and what ends it without a settlement."""

from collections.abc import Callable

import pytest

from ledger_api.domain.words import (
    Acknowledgement,
    BurdenState,
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementState,
    EnforcementTrigger,
    FilingAct,
    Guarantee,
    Power,
    SecurityState,
    Stay,
)
from tests.contracts.enforcements.conftest import default
from tests.contracts.enforcing import NO_ORDER, Realising
from tests.contracts.loans import FILED, Loans
from tests.contracts.procedure import DOCUMENT, NO_DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day


@pytest.mark.parametrize("code", [Stay.OBJECTED, Stay.SUSPENDED_BY_COURT, Stay.BANKRUPTCY])
def test_a_stay_stops_every_step(stage: Stage, cast: Cast, case: Realising, code: int) -> None:
    """Rule 99."""
    case.ready()
    line = case.suspend(code).line("EnforcementSuspended")
    assert (line["enforcement"], case.word.stay) == (case.word, code)
    steps: list[Callable[[], object]] = [
        case.notice, lambda: case.value(case.valuation), case.method, case.fail, lambda: case.sell(cast.buyer),
        lambda: case.suspend(code),
    ]  # fmt: skip
    for step in steps:
        with stage.refused("EnforcementStayed", stay=code):
            step()
    order = NO_ORDER if code == Stay.OBJECTED else case.order()
    line = case.resume(order=order).line("EnforcementResumed")
    assert (line["enforcement"].stay, case.word.stay) == (0, 0)
    case.sell(cast.buyer)


def test_nor_is_a_sale_settled_meanwhile(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 99."""
    case.sold(cast.buyer).suspend()
    with stage.refused("EnforcementStayed"):
        case.settle(cast.buyer)
    case.resume()
    case.settle(cast.buyer)


def test_what_an_instrument_stopped_only_one_lets_go_on(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 99, 116."""
    case.opened()
    with stage.refused("NotAnIssuer"):
        case.suspend(Stay.BANKRUPTCY, order=case.order(cast.regulator))
    with stage.refused("PairMissing"):
        case.suspend(Stay.BANKRUPTCY, by=case.bank.both)
    with stage.refused("InstrumentNotValid"):
        case.suspend(Stay.OBJECTED, order=case.order())
    with stage.refused("PairMissing"):
        case.suspend(by=case.bank.both)
    case.suspend(Stay.SUSPENDED_BY_COURT)
    with stage.refused("NotAnIssuer", issuer=0):
        case.resume()
    case.resume(order=case.order())
    with stage.refused("NotStayed"):
        case.resume()


@pytest.mark.parametrize("code", [Stay.NONE, 4, 200])
def test_a_stay_is_one_of_three(stage: Stage, case: Realising, code: int) -> None:
    """Rule 99."""
    case.opened()
    with stage.refused("EnforcementCodeUnknown", code=code):
        case.suspend(code)


def test_a_cure_ends_it_and_the_default(stage: Stage, case: Realising) -> None:
    """Rule 94: the next default takes a notice of its own."""
    case.ready()
    line = case.end().line("EnforcementEnded")
    security, debt = case.loans.security(case.security), case.loans.debt(case.security)
    assert (case.word.state, security.state) == (EnforcementState.ENDED, SecurityState.PERFECTED)
    assert (debt.defaulted, debt.cure_until, debt.cause) == (0, 0, 0)
    assert (line["security"], line["debt"], line["enforcement"]) == (security, debt, case.word)
    assert line["head"].encode() == 0
    with stage.refused("NotInDefault"):
        case.open()
    with stage.refused("WrongEnforcementState", state=EnforcementState.ENDED):
        case.notice()


def test_a_withdrawal_leaves_the_default(stage: Stage, case: Realising) -> None:
    """Rule 94."""
    case.opened().end(EnforcementEnd.WITHDRAWN)
    assert case.loans.debt(case.security).defaulted
    case.open()


def test_ending_takes_two_persons_of_the_creditor(stage: Stage, case: Realising) -> None:
    """Rules 3, 89."""
    case.opened()
    for code in (EnforcementEnd.CURED, EnforcementEnd.WITHDRAWN, EnforcementEnd.SATISFIED):
        with stage.refused("TwoPersonsMissing", party=case.bank):
            case.end(code, by=[case.bank.one])


@pytest.mark.parametrize("code", [EnforcementEnd.NONE, 5])
def test_an_end_has_a_reason(stage: Stage, case: Realising, code: int) -> None:
    """Rule 94."""
    case.opened()
    with stage.refused("EnforcementCodeUnknown", code=code):
        case.end(code)


@NO_DOCUMENT
def test_a_stay_and_an_end_have_a_document(
    stage: Stage, case: Realising, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    case.opened().papers = alg, document
    for step in (case.suspend, case.end):
        with stage.refused(error):
            step()
    case.papers = Realising.papers
    case.suspend()
    case.papers = alg, document
    with stage.refused(error):
        case.resume()


def test_when_all_is_paid_the_security_is_over(stage: Stage, case: Realising) -> None:
    """Rules 89, 90: its filing is to be cancelled."""
    case.opened()
    before = case.head
    line = case.end(EnforcementEnd.SATISFIED).line("EnforcementEnded")
    security = case.loans.security(case.security)
    assert (security.state, security.closed, security.cancel_days) == (SecurityState.REALISED, stage.today, 10)
    assert case.burden(case.security).state == BurdenState.CLOSED
    assert (case.head.burdens, case.head.edition) == (before.burdens - 1, before.edition + 1)
    assert (line["head"], line["burden"]) == (case.head, case.burden(case.security))
    case.loans.filed(case.security, FilingAct.CANCEL)
    with stage.refused("WrongSecurityState", state=SecurityState.REALISED):
        case.loans.release(case.security)


def test_an_instrument_ends_it(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 116."""
    case.sold(cast.buyer)
    with stage.refused("InstrumentNotValid"):
        case.end(order=case.order())
    with stage.refused("PairMissing"):
        case.end(EnforcementEnd.ORDERED, order=case.order())
    case.end(EnforcementEnd.ORDERED, order=case.order(), by=case.pair)
    assert case.loans.security(case.security).state == SecurityState.PERFECTED


def test_an_instrument_ends_the_enforcement_before_the_security(stage: Stage, case: Realising) -> None:
    """Rule 116: both in one filing."""
    case.opened()
    order = case.order()
    with stage.refused("WrongSecurityState", state=SecurityState.ENFORCING):
        case.loans.extinguish(case.security, order)
    ended = ("endEnforcement", case.entry, case.number, EnforcementEnd.ORDERED, order, SHA256, DOCUMENT)
    stage.file(case.pair, [ended, ("extinguishSecurity", case.entry, case.security, order)])
    assert case.loans.security(case.security).state == SecurityState.EXTINGUISHED


def test_after_a_sale_the_buyer_agrees(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 94: whoever bought has a claim to the right."""
    case.sold(cast.buyer)
    with stage.refused("AssentMissing", party=cast.buyer, power=Power.ACCEPT):
        case.end()
    case.end(by=[*case.bank.both, cast.buyer.one])


def test_a_stay_does_not_keep_the_right_from_its_holder(stage: Stage, case: Realising) -> None:
    """Rule 99: it stops what disposes of the right."""
    case.opened().suspend(Stay.BANKRUPTCY)
    case.end()
    assert case.word.stay == Stay.NONE


def test_meanwhile_nothing_is_released_cured_or_lapsed(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 71, 89, 94: the enforcement ends first."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=day("2027-10-20"))
    stage.on("2027-09-01")
    loans.notice(number)
    stage.on("2027-10-08")
    case = Realising(loans, number, court).opened()
    hands = [*loans.lenders.bank.both]
    acts: list[Callable[[], object]] = [
        lambda: loans.release(number, by=hands), lambda: loans.cure(number), lambda: loans.notice(number),
        lambda: loans.demand(number),
    ]  # fmt: skip
    for act in acts:
        with stage.refused("WrongSecurityState", number=number, state=SecurityState.ENFORCING):
            act()
    stage.on("2027-10-21")
    with stage.refused("WrongSecurityState", state=SecurityState.ENFORCING):
        loans.lapse(number)
    loans.ask_release(number)
    case.end()
    assert loans.security(number).state == SecurityState.LAPSED


def test_a_filing_is_extended_or_made_anew_meanwhile(stage: Stage, case: Realising) -> None:
    """Rule 71: it stays in enforcement."""
    loans = case.loans
    case.opened()
    loans.filed(case.security, FilingAct.EXTEND, until=day("2030-09-01"), filed_at=stage.now - 60)
    security = loans.security(case.security)
    assert (security.state, security.until, security.filed_at) == (
        SecurityState.ENFORCING, day("2030-09-01"), FILED.filed_at,
    )  # fmt: skip
    loans.filed(case.security, FilingAct.AMEND, until=day("2030-09-01"), filed_at=stage.now - 30)


def test_what_was_only_recorded_is_published_meanwhile(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 67, 71."""
    number = loans.recorded()
    loans.notice(number, cure="2026-08-31")
    case = Realising(loans, number, court)
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)
    mark = stage.mark()
    case.end(EnforcementEnd.WITHDRAWN)
    assert loans.security(number).state == SecurityState.RECORDED
    stage.rewind(mark)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    security = loans.security(number)
    assert (security.state, security.filed_at) == (SecurityState.ENFORCING, FILED.filed_at)


def test_a_guarantor_who_pays_meanwhile_shares_in_the_proceeds(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 97, 104: what it steps into is not itself being realised."""
    bank, guarantor = loans.lenders.bank, loans.lenders.guarantor
    number = loans.recorded(guarantor=guarantor)
    terms = Guarantee(
        guarantor=guarantor.number, debtor=loans.case.filer.number, creditor=bank.number, security=number,
        coverage=8_000, acks=Acknowledgement.RELEASE,
    )  # fmt: skip
    hands = [*guarantor.both, bank.one, loans.case.filer.one, loans.registrar.reviewer]
    act = ("bindGuarantee", loans.entry, terms, (SHA256, DOCUMENT, DOCUMENT))
    bound = stage.file(hands, [act]).line("GuaranteeBound").number
    case = Realising(loans, default(loans, number), court).opened()
    stage.file([bank.one], [("claimGuarantee", loans.entry, bound, SHA256, DOCUMENT)])
    papers = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    paid = stage.file([*guarantor.both, bank.one], [("payOut", loans.entry, bound, papers)])
    part = paid.line("GuaranteePaidOut")["ref"]
    security = loans.security(part)
    assert (security.state, security.behind, security.split_of) == (SecurityState.PERFECTED, number, number)
    assert loans.security(number).state == SecurityState.ENFORCING
    assert case.word.basis == EnforcementBasis.NONE
    assert case.word.method == EnforcementMethod.NONE


def test_an_assignee_goes_on(stage: Stage, case: Realising) -> None:
    """Rule 87: whoever has the claim has its enforcement."""
    second = case.loans.lenders.second
    case.opened()
    papers = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    act = ("assignSecurity", case.entry, case.security, second, papers)
    stage.file([*case.bank.both, second.one, case.loans.registrar.reviewer], [act])
    with stage.refused("PairMissing"):
        case.notice()
    case.notice(by=[second.one])
