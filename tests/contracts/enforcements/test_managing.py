"""Compulsory management: an operator licenses in the holder's place, income is reported, and the right returns."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    Effect,
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementState,
    Power,
    Recording,
    Right,
    SecurityState,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import Deals
from tests.contracts.enforcements.conftest import default
from tests.contracts.enforcing import Realising
from tests.contracts.later import Later
from tests.contracts.loans import Loans
from tests.contracts.procedure import DOCUMENT, NO_DOCUMENT, SHA256
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.stage import day

COURT = EnforcementBasis.COURT
MANAGEMENT = EnforcementMethod.COMPULSORY_LICENSING


@pytest.fixture
def agreed(case: Realising) -> Realising:
    """The bank and the holder agreed on management; 15 October 2027."""
    return case.ready(MANAGEMENT)


@pytest.fixture
def managed(agreed: Realising) -> Realising:
    """The maker (虚构 here) manages the right until the end of 2029."""
    agreed.take_over(agreed.cast.maker)
    return agreed


def licensed(case: Realising, licensor: Player, **terms: Any) -> Done:
    """A year's licence to the buyer, to which the bank consents."""
    hands = [licensor.one, case.cast.buyer.one, case.cast.exchange.recorder, case.bank.one]
    start, burdens = case.stage.today, terms.pop("burdens", [case.security])
    return Deals(case.loans.case).grant(
        licensee=case.cast.buyer, start=start, end=start + 364, burdens=burdens, by=hands, **terms
    )


def test_an_operator_takes_the_right_over(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 96: it licenses in the holder's place, who does so no more."""
    line = agreed.take_over(cast.maker).line("RightTakenOver")
    word = agreed.management
    assert line["management"] == word
    assert line["enforcement"] == agreed.word
    assert (word.operator, word.enforcement, word.over) == (cast.maker.number, agreed.number, 0)
    assert (word.from_, word.until, word.through) == (stage.today, day("2029-12-31"), stage.today - 1)
    assert agreed.word.state == EnforcementState.MANAGED
    with stage.refused("AssentMissing", party=cast.maker, power=Power.LICENSE):
        licensed(agreed, cast.holder)
    granted = licensed(agreed, cast.maker).line("LicenceGranted")
    assert granted["licensor"] == cast.maker.number
    assert agreed.head.holder == (cast.holder.number,) * 3


def test_an_instrument_ends_it_whatever_the_creditor_wants(stage: Stage, managed: Realising) -> None:
    """Rule 116: with the enforcement; and the security after it, in the same filing."""
    for code in (EnforcementEnd.CURED, EnforcementEnd.SATISFIED, EnforcementEnd.WITHDRAWN):
        with stage.refused("WrongEnforcementState", state=EnforcementState.MANAGED):
            managed.end(code)
    order = managed.order()
    with stage.refused("PairMissing"):
        managed.end(EnforcementEnd.ORDERED, order=order)
    ended = ("endEnforcement", managed.entry, managed.number, EnforcementEnd.ORDERED, order, SHA256, DOCUMENT)
    done = stage.file(managed.pair, [ended, ("extinguishSecurity", managed.entry, managed.security, order)])
    assert done.line("EnforcementEnded")["management"] == managed.management
    assert (managed.management.over, managed.word.state) == (1, EnforcementState.ENDED)
    assert managed.loans.security(managed.security).state == SecurityState.EXTINGUISHED
    with stage.refused("AssentMissing", party=managed.cast.holder, power=Power.LICENSE):
        licensed(managed, managed.cast.maker, burdens=[])


@NO_DOCUMENT
def test_management_has_documents(
    stage: Stage, cast: Cast, agreed: Realising, alg: int, document: bytes, error: str
) -> None:
    """Rule 123: where it begins, when income is reported, and where it ends."""
    agreed.papers = alg, document
    with stage.refused(error):
        agreed.take_over(cast.maker)
    agreed.papers = Realising.papers
    agreed.take_over(cast.maker)
    stage.chain.forward(days=1)
    agreed.papers = alg, document
    with stage.refused(error):
        agreed.report(cast.maker, "2027-10-15")
    with stage.refused(error):
        agreed.give_back()


def test_it_ends_and_changes_what_was_licensed_before(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 54: whoever exercises the right speaks for it."""
    licence = licensed(agreed, cast.holder).line("LicenceGranted").number
    agreed.take_over(cast.maker)
    deals = Deals(agreed.loans.case)
    with stage.refused("AssentMissing", party=cast.maker):
        deals.end(licence, by=[cast.holder.one, cast.buyer.one])
    deals.end(licence, by=[cast.maker.one, cast.buyer.one])


def test_only_in_the_income_period(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 85: after its last day the holder licenses again."""
    agreed.take_over(cast.maker, "2027-10-31")
    stage.on("2027-10-31", "23:00")
    with stage.refused("AssentMissing", party=cast.maker):
        licensed(agreed, cast.holder)
    stage.on("2027-11-01", "00:01")
    licensed(agreed, cast.holder)


def test_income_is_reported_day_after_day(stage: Stage, cast: Cast, managed: Realising) -> None:
    """Rule 85: no day twice, none left out, none ahead."""
    stage.on("2027-11-30")
    line = managed.report(cast.maker, "2027-10-31").line("IncomeReported")
    assert line["management"] == managed.management
    assert managed.management.through == day("2027-10-31")
    for until in ("2027-10-31", "2027-12-01"):
        with stage.refused("DayOutside", day=day(until), first=day("2027-11-01"), last=day("2027-11-30")):
            managed.report(cast.maker, until)
    managed.report(cast.maker, "2027-11-30")


def test_by_the_operator_and_the_creditor(stage: Stage, cast: Cast, managed: Realising) -> None:
    """Rule 85."""
    with stage.refused("AssentMissing", party=cast.maker, power=Power.LICENSE):
        managed.report(cast.maker, "2027-10-15", by=[managed.bank.one])
    with stage.refused("AssentMissing", party=managed.bank, power=Power.ENFORCE):
        managed.report(cast.maker, "2027-10-15", by=[cast.maker.one])


def test_and_no_further_than_the_period(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 85."""
    agreed.take_over(cast.maker, "2027-10-20")
    stage.on("2027-11-01")
    with stage.refused("DayOutside", last=day("2027-10-20")):
        agreed.report(cast.maker, "2027-10-21")
    agreed.report(cast.maker, "2027-10-20")


def test_the_right_returns(stage: Stage, cast: Cast, managed: Realising) -> None:
    """Rule 85."""
    with stage.refused("TwoPersonsMissing", party=managed.bank):
        managed.give_back(by=[managed.bank.one])
    line = managed.give_back().line("RightReturned")
    assert (line["management"], managed.management.over) == (managed.management, 1)
    assert managed.word.state == EnforcementState.FAILED
    licensed(managed, cast.holder)
    managed.method(MANAGEMENT)
    managed.take_over(cast.second)
    licensed(managed, cast.second)


def test_after_the_period_anyone_returns_it(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 85."""
    agreed.take_over(cast.maker, "2027-10-20")
    stage.on("2027-10-20")
    with stage.refused("TwoPersonsMissing"):
        agreed.give_back(by=[cast.holder.one])
    stage.on("2027-10-21")
    agreed.give_back(by=[cast.holder.one])


def test_what_is_managed_is_returned_before_it_ends(stage: Stage, managed: Realising) -> None:
    """Rule 94."""
    with stage.refused("WrongEnforcementState", state=EnforcementState.MANAGED):
        managed.end()
    managed.give_back()
    managed.end()


def test_who_agrees_on_the_operator(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rules 1, 2, 3: the operator, the creditor and the holder; never the registrar or the holder itself."""
    hands = [*agreed.bank.both, agreed.holder]
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        agreed.take_over(cast.maker, by=hands)
    with stage.refused("TwoPersonsMissing"):
        agreed.take_over(cast.maker, by=[agreed.bank.one, agreed.holder, cast.maker.one])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
        agreed.take_over(cast.maker, by=[*agreed.bank.both, cast.maker.one])
    with stage.refused("RegistrarTakesPart"):
        stage.file(hands, [_taking(agreed, cast.registrar)])
    with stage.refused("TransfereeHolds"):
        stage.file(hands, [_taking(agreed, cast.holder)])


def _taking(case: Realising, operator: Player) -> tuple[object, ...]:
    until = day("2029-12-31")
    return ("takeOver", case.entry, case.number, operator, until, 2, bytes([1]) * 32, list(case.burdens))


def test_one_named_in_the_security_needs_no_holder(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 93."""
    number = loans.recorded(debt={"takeover": cast.maker.number})
    case = Realising(loans, default(loans, number), court).ready(MANAGEMENT)
    case.take_over(cast.maker, by=[*case.bank.both, cast.maker.one])


def test_a_court_puts_in_whom_it_chose(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 3, 116."""
    case.ready(EnforcementMethod.AUCTION, COURT)
    case.fail()
    case.fail()
    case.method(MANAGEMENT, COURT)
    with stage.refused("PairMissing"):
        case.take_over(cast.maker, by=[*case.bank.both, cast.maker.one])
    case.take_over(cast.maker)
    with stage.refused("PairMissing"):
        case.give_back(by=case.bank.both)
    case.give_back()


def test_within_the_rights_term_and_while_it_is_in_force(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rule 28."""
    last = day("2031-08-19")
    for until in ("2031-08-20", "2027-10-14"):
        with stage.refused("DayOutside", day=day(until), first=stage.today, last=last):
            agreed.take_over(cast.maker, until)
    agreed.take_over(cast.maker, "2031-08-19")


def test_a_lapsed_right_is_not_taken_over_though_dated_back(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rules 28, 124: by the later of legal day and block day."""
    last = stage.on("2031-08-19", "23:55")
    stage.on("2031-08-20", "00:05")
    with stage.refused("RightNotLive", right=0):
        agreed.take_over(cast.maker, "2031-08-19", at=last)


def test_nor_is_one_that_an_instrument_ended(stage: Stage, cast: Cast, agreed: Realising) -> None:
    """Rules 28, 116."""
    later = Later(agreed.loans.case)
    later.execute_cancellation(later.order(agreed.court), Right.USE, burdens=agreed.burdens)
    with stage.refused("RightNotLive", right=1):
        agreed.take_over(cast.maker)


def test_five_days_after_notice(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 96."""
    case.opened().notice()
    case.value()
    case.method(MANAGEMENT)
    with stage.refused("DayOutside"):
        case.take_over(cast.maker)


def test_not_by_another_method_nor_past_a_bankruptcy_or_a_freeze(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 99, 115."""
    case.ready()
    with stage.refused("MethodNotFitting"):
        case.take_over(cast.maker)
    case.method(MANAGEMENT)
    orders = Orders(case.loans.case, case.court, case.court)
    mark = stage.mark()
    case.burdens = [case.security, orders.imposed(kind=BurdenKind.BANKRUPTCY, term=0, administrator=cast.second)]
    with stage.refused("Burdened", kind=BurdenKind.BANKRUPTCY):
        case.take_over(cast.maker)
    stage.rewind(mark)
    case.burdens = [case.security]
    orders.restrain(cast.holder)
    with stage.refused("PartyFrozen"):
        case.take_over(cast.maker)


def test_what_the_operator_grants_is_dated(stage: Stage, cast: Cast, managed: Realising) -> None:
    """Rule 51: it needed the bank's consent, and has it; so it survives a later sale."""
    line = licensed(managed, cast.maker).line("LicenceGranted")
    recording = stage.word(Recording, managed.entry, line.number)
    assert recording == line["recording"] == Recording(time=line["at"], effects=Effect.LICENCE_ORDINARY)
