"""Release: two persons of the creditor and a linked guarantor, for good; and the filing that must be cancelled then."""

import pytest

from ledger_api.domain.words import (
    Acknowledgement,
    BurdenState,
    FilingAct,
    Power,
    Provider,
    SecurityFlag,
    SecurityState,
)
from tests.contracts.circumstances import identity_expires
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

CANCEL = FilingAct.CANCEL


@pytest.fixture
def number(stage: Stage, loans: Loans, lenders: Lenders) -> int:
    """The loan of SC1, perfected."""
    found = loans.recorded(guarantor=lenders.guarantor)
    stage.on("2026-09-02", "14:00")
    return loans.perfected(found)


def test_a_release_ends_a_security_for_good(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 89."""
    edition = loans.head.edition
    line = loans.release(number).line("SecurityReleased")
    assert line["security"] == loans.security(number)
    assert (loans.security(number).state, loans.security(number).closed) == (SecurityState.RELEASED, stage.today)
    assert loans.burden(number).state == BurdenState.CLOSED
    assert (loans.head.burdens, loans.head.edition) == (0, edition + 1)
    for act in (loans.release, loans.importing, loans.ask_release, loans.notice, loans.cure, loans.demand, loans.lapse):
        with stage.refused("WrongSecurityState", state=SecurityState.RELEASED):
            act(number)


def test_scenario_17_without_the_guarantor_nothing_is_released(
    stage: Stage, loans: Loans, lenders: Lenders, number: int
) -> None:
    """SC17, rule 89: after a partial repayment the bank alone cannot give the guarantor's recourse away."""
    with stage.refused("GuarantorAcknowledgementMissing", guarantor=lenders.guarantor):
        loans.release(number, by=lenders.bank.both)
    assert loans.security(number).state == SecurityState.PERFECTED


def test_a_release_takes_two_persons_of_the_creditor(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int
) -> None:
    """Rules 3, 89."""
    bank, guarantor = lenders.bank, lenders.guarantor
    for by in ([bank.one], [*guarantor.both], [*lenders.second.both], [bank.one, cast.holder.one, lenders.second.two]):
        with stage.refused("TwoPersonsMissing", party=bank, power=Power.RELEASE):
            loans.release(number, by=[*{each.number: each for each in (*by, guarantor.one)}.values()])


def test_without_a_guarantor_the_creditor_releases(loans: Loans, lenders: Lenders) -> None:
    """Rule 89."""
    number = loans.recorded()
    loans.release(number, by=lenders.bank.both)


def test_what_was_never_filed_has_nothing_to_cancel(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """Rule 90."""
    number = loans.recorded()
    loans.release(number, by=lenders.bank.both)
    assert loans.security(number).cancel_days == 0
    stage.on("2026-12-01")
    with stage.refused("CancellationNotDue"):
        loans.escalate(number)


def test_scenario_17_the_filing_is_cancelled_in_ten_working_days(stage: Stage, loans: Loans, number: int) -> None:
    """SC17, rule 90: repaid 31 August 2027, due 14 September; from the 15th the grantor may escalate."""
    stage.on("2027-08-31")
    loans.release(number)
    assert loans.security(number).cancel_days == 10
    stage.on("2027-09-14", "23:50")
    for at in (0, instant("2027-09-15", "00:04")):
        with stage.refused("TermRunning", lastDay=day("2027-09-14")):
            loans.escalate(number, at=at)
    stage.on("2027-09-15", "00:00")
    with stage.refused("TermRunning"):
        loans.escalate(number, at=instant("2027-09-14", "23:59"))
    loans.escalate(number)
    assert loans.security(number).flags & SecurityFlag.ESCALATED
    with stage.refused("CancellationNotDue"):
        loans.escalate(number)


def test_what_was_cancelled_is_not_escalated(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 90."""
    loans.release(number)
    loans.filed(number, CANCEL, filed_at=stage.now)
    stage.on("2026-12-01")
    with stage.refused("CancellationNotDue"):
        loans.escalate(number)


def test_the_grantor_escalates(stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int) -> None:
    """Rule 90."""
    loans.release(number)
    stage.on("2026-12-01")
    for by in ([lenders.bank.one], [cast.buyer.one]):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.CHARGE):
            loans.escalate(number, by=by)


def test_what_is_not_released_has_no_cancellation_due(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 90."""
    with stage.refused("WrongSecurityState", state=SecurityState.PERFECTED):
        loans.escalate(number)


def test_the_grantor_or_the_debtor_asks_for_release_once(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders
) -> None:
    """Rule 90: the day it asked is on record."""
    terms = {"debtor": cast.maker, "security": {"provider": Provider.THIRD_PARTY}}
    hands = [cast.holder.one, cast.maker.one, lenders.bank.one, cast.registrar.reviewer]
    number = loans.recorded(by=hands, **terms)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.CHARGE):
        loans.ask_release(number, by=[lenders.bank.one])
    mark = stage.mark()
    loans.ask_release(number, by=[cast.maker.one])
    stage.rewind(mark)
    loans.ask_release(number)
    assert loans.debt(number).release_asked == stage.today
    with stage.refused("AlreadyDone"):
        loans.ask_release(number)


def test_a_lapsed_security_is_released_like_any(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """Rules 71, 89: its filing ran out, it is still the creditor's."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=stage.today)
    stage.on("2026-09-03")
    loans.lapse(number)
    loans.release(number, by=lenders.bank.both)


def test_a_guarantor_whose_identity_expired_has_not_acknowledged(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int
) -> None:
    """Rules 1, 89."""
    identity_expires(stage, cast, lenders.guarantor)
    with stage.refused("GuarantorAcknowledgementMissing"):
        loans.release(number)


@pytest.mark.parametrize("act", ["requestRelease", "releaseSecurity"])
def test_a_release_has_papers(stage: Stage, loans: Loans, lenders: Lenders, number: int, act: str) -> None:
    """Rule 123."""
    hands = [*lenders.bank.both, lenders.guarantor.one, loans.cast.holder.one]
    with stage.refused("DigestMissing"):
        stage.file(hands, [(act, loans.entry, number, SHA256, bytes(32))])
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(hands, [(act, loans.entry, number, alg, DOCUMENT)])


def test_a_guarantor_is_linked_by_what_it_must_acknowledge(loans: Loans, number: int) -> None:
    """Rule 89."""
    assert loans.burden(number).acks & Acknowledgement.RELEASE
