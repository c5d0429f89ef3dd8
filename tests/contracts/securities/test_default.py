"""Default and what else befalls a claim: notice, cure, the grantor's demand, the fixing of a maximum."""

import pytest

from ledger_api.domain.words import ClaimType, CrystallisationCause, DefaultEvent, Power
from tests.contracts.circumstances import suspend_accreditation
from tests.contracts.loans import Lenders, Loans
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

SEIZURE = CrystallisationCause.SEIZURE_NOTIFIED


@pytest.fixture
def number(stage: Stage, loans: Loans) -> int:
    """A loan recorded on 31 August and perfected on 2 September 2026."""
    found = loans.recorded()
    stage.on("2026-09-02", "14:00")
    return loans.perfected(found)


@pytest.fixture
def maximum(stage: Stage, loans: Loans) -> int:
    """A security up to a maximum."""
    window = {"window_from": stage.today, "window_until": day("2027-08-31")}
    return loans.recorded(security={"claim": ClaimType.MAX_AMOUNT}, debt=window)


def test_a_notice_of_default_says_what_happened_and_until_when_it_may_be_cured(
    stage: Stage, loans: Loans, number: int
) -> None:
    """Rule 94."""
    stage.on("2027-09-01")
    loans.notice(number, DefaultEvent.PAYMENT, "2027-09-30")
    debt = loans.debt(number)
    assert (debt.cause, debt.defaulted, debt.cure_until) == (DefaultEvent.PAYMENT, stage.today, day("2027-09-30"))
    with stage.refused("AlreadyDone"):
        loans.notice(number)


def test_the_creditor_gives_notice_and_notes_a_cure(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, number: int
) -> None:
    """Rule 94."""
    for by in ([cast.holder.one], [lenders.second.one]):
        with stage.refused("AssentMissing", party=lenders.bank, power=Power.ENFORCE):
            loans.notice(number, by=by)
    with stage.refused("NotInDefault"):
        loans.cure(number)
    loans.notice(number)
    with stage.refused("AssentMissing", party=lenders.bank, power=Power.ENFORCE):
        loans.cure(number, by=[cast.holder.one])
    loans.cure(number)
    assert (loans.debt(number).defaulted, loans.debt(number).cure_until, loans.debt(number).cause) == (0, 0, 0)
    loans.notice(number)


@pytest.mark.parametrize("code", [DefaultEvent.NONE, DefaultEvent.OTHER + 1])
def test_a_default_is_of_a_known_kind(stage: Stage, loans: Loans, number: int, code: int) -> None:
    """Rule 94."""
    with stage.refused("SecurityCodeUnknown", code=code):
        loans.notice(number, code)
    loans.notice(number, DefaultEvent.OTHER)


def test_a_cure_is_still_possible_when_notice_is_given(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 94: counted from the day the line is written, whatever day it bears."""
    stage.on("2026-09-03")
    with stage.refused("SecurityTermsNotValid"):
        loans.notice(number, cure="2026-09-02", at=instant("2026-09-02", "15:00"))
    loans.notice(number, cure="2026-09-03", at=instant("2026-09-02", "15:00"))
    assert loans.debt(number).defaulted == stage.today


def test_notice_dated_a_little_ahead_bears_its_own_day(stage: Stage, loans: Loans, number: int) -> None:
    """Rules 94, 124."""
    stage.on("2026-09-02", "23:55")
    with stage.refused("SecurityTermsNotValid"):
        loans.notice(number, cure="2026-09-02", at=instant("2026-09-03", "00:01"))


def test_the_grantor_demands_realisation_after_maturity(stage: Stage, cast: Cast, loans: Loans, number: int) -> None:
    """Rule 93: once, by legal time and by block time."""
    stage.on("2027-08-31", "23:50")
    for at in (0, instant("2027-09-01", "00:04")):
        with stage.refused("TermRunning", lastDay=day("2027-08-31")):
            loans.demand(number, at=at)
    stage.on("2027-09-01", "00:00")
    with stage.refused("TermRunning"):
        loans.demand(number, at=instant("2027-08-31", "23:59"))
    with stage.refused("AssentMissing", party=cast.holder, power=Power.CHARGE):
        loans.demand(number, by=[cast.buyer.one])
    loans.demand(number)
    assert loans.debt(number).demanded == stage.today
    with stage.refused("AlreadyDone"):
        loans.demand(number)


def test_a_maximum_is_fixed_once(stage: Stage, loans: Loans, maximum: int) -> None:
    """Rule 88."""
    loans.crystallise(maximum, SEIZURE)
    assert loans.security(maximum).crystallised == stage.today
    with stage.refused("AlreadyDone"):
        loans.crystallise(maximum, SEIZURE)


def test_a_single_claim_has_no_maximum(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 88."""
    with stage.refused("NotAMaximum"):
        loans.crystallise(number, SEIZURE)


@pytest.mark.parametrize("code", [CrystallisationCause.NONE, CrystallisationCause.OTHER + 1])
def test_a_maximum_is_fixed_for_a_known_cause(stage: Stage, loans: Loans, maximum: int, code: int) -> None:
    """Rule 88."""
    with stage.refused("SecurityCodeUnknown", code=code):
        loans.crystallise(maximum, code)
    loans.crystallise(maximum, CrystallisationCause.OTHER)


def test_the_registrars_pair_enters_that_the_creditor_was_notified(
    stage: Stage, cast: Cast, loans: Loans, maximum: int
) -> None:
    """Rules 3, 88: for the creditor may prefer not to know."""
    registrar = cast.registrar
    for by in ([registrar.reviewer], [cast.holder.one]):
        with stage.refused("PairMissing", registrar=registrar):
            loans.crystallise(maximum, SEIZURE, by=by)
    mark = stage.mark()
    suspend_accreditation(stage, cast, registrar)
    with stage.refused("NotAccredited", party=registrar):
        loans.crystallise(maximum, SEIZURE, by=registrar.pair)
    stage.rewind(mark)
    loans.crystallise(maximum, SEIZURE, by=registrar.pair)
