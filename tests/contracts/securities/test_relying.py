"""What a loan relies on: a valuation that serves, and rights that last until the claim can be realised, or their renewal."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    AmendmentMark,
    AttestationPurpose,
    Right,
    SecurityFlag,
    SecurityState,
)
from tests.contracts.attestations.reports import VALUATION, Reports, attestor
from tests.contracts.loans import LOAN, PLEDGE, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.cast import YEARS
from tests.contracts.stage.stage import day

FOUR = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
COVENANT = {"flags": PLEDGE.flags | SecurityFlag.RENEWAL_COVENANT}


@pytest.fixture
def reports(stage: Stage, cast: Cast, loans: Loans) -> Reports:
    """By an appraiser."""
    return Reports(loans.case, attestor(stage, cast, AccreditationKind.APPRAISAL_FILING))


def suspend(stage: Stage, cast: Cast, body: Player, status: AccreditationStatus) -> None:
    """The appraiser's accreditation."""
    word = Accreditation(status=status, from_=YEARS[0], until=YEARS[1])
    terms = (body, AccreditationKind.APPRAISAL_FILING, word, cast.operator, SHA256, DOCUMENT)
    stage.file(cast.operator.both, [("accredit", *terms)])


def amend(loans: Loans, number: int, marks: int = 0, **debt: Any) -> None:
    """Agree on other terms of the debt."""
    word = replace(LOAN, **{"debtor": 0, **debt})
    hands = [loans.case.filer.one, loans.lenders.bank.one, loans.registrar.reviewer]
    loans.stage.file(hands, [("amendSecurity", loans.entry, number, word, marks, FOUR, [])])


# ---------------------------------------------------------------------------------------------- a valuation


def test_a_loan_relies_on_a_valuation_for_a_pledge(stage: Stage, loans: Loans, reports: Reports) -> None:
    """Rule 80: if it relies on one."""
    valuation = reports.attested()
    booking = reports.attested(purpose=AttestationPurpose.BOOKING)
    for number in (booking, valuation + 50):
        with stage.refused("AttestationNotUsable", number=number):
            loans.record(debt={"valuation": number})
    assert loans.debt(loans.recorded(debt={"valuation": valuation})).valuation == valuation
    loans.record(burdens=[loans.stage.journal(loans.entry).lines])


def test_one_that_a_second_appraiser_has_not_signed_is_none_yet(stage: Stage, loans: Loans, reports: Reports) -> None:
    """Rule 80."""
    waiting = reports.attested(by=[reports.body.one, loans.case.filer.one])
    with stage.refused("AttestationNotUsable", number=waiting):
        loans.record(debt={"valuation": waiting})


def test_its_base_day_is_at_most_twelve_months_old(stage: Stage, loans: Loans, reports: Reports) -> None:
    """Rule 80: as of 30 June 2026."""
    valuation = reports.attested()
    stage.on("2027-06-29")
    loans.record(debt={"valuation": valuation})
    stage.on("2027-06-30")
    with stage.refused("AttestationNotUsable", number=valuation):
        loans.record(debt={"valuation": valuation})


def test_scenario_18_a_suspended_appraiser_takes_its_valuations_along(
    stage: Stage, cast: Cast, loans: Loans, reports: Reports, lenders: Lenders
) -> None:
    """SC18, rules 80, 118: what was recorded stays, nothing new relies on the report, and another one takes its place."""
    valuation = reports.attested()
    number = loans.recorded(debt={"valuation": valuation})
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    suspend(stage, cast, reports.body, AccreditationStatus.SUSPENDED)
    assert loans.security(number).state == SecurityState.PERFECTED
    with stage.refused("AttestationNotUsable", number=valuation):
        loans.record(bank=lenders.second, debt={"valuation": valuation}, burdens=[number])
    amend(loans, number, valuation=valuation, cap=4_500)
    another = Reports(
        loans.case, attestor(stage, cast, AccreditationKind.APPRAISAL_FILING, first_account=270)
    ).attested(VALUATION)
    amend(loans, number, valuation=another)
    assert loans.debt(number).valuation == another
    with stage.refused("AttestationNotUsable", number=valuation):
        amend(loans, number, valuation=valuation)
    suspend(stage, cast, reports.body, AccreditationStatus.ACTIVE)
    amend(loans, number, valuation=valuation)


# ---------------------------------------------------------------------------------------------- renewal


def test_rights_last_until_two_years_after_maturity(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 81: or their renewal is agreed. The claim falls due on 31 August 2027."""
    case = Procedure(stage, cast).registered(until="2029-08-30")
    loans = Loans(case, lenders)
    with stage.refused("RenewalNotAgreed", right=0, until=day("2029-08-30"), needed=day("2029-08-31")):
        loans.record()
    loans.record(debt={"maturity": day("2027-08-30")})
    loans.record(security=COVENANT, burdens=[stage.journal(case.entry).lines])


def test_each_right_that_is_charged_lasts(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 81: another need not."""
    case = Procedure(stage, cast)
    case.registered(asked=Right.HOLD, until="2027-01-01")
    case.registered("2026-09-10", asked=Right.USE | Right.OPERATE, siblings=[case.entry])
    loans = Loans(case, lenders)
    with stage.refused("RenewalNotAgreed", right=0):
        loans.record()
    loans.record(rights=Right.USE | Right.OPERATE)


def test_a_longer_loan_agrees_on_renewal(stage: Stage, loans: Loans) -> None:
    """SC13, rule 81: due on 31 December 2031, the credential ends before; what is agreed stays agreed."""
    number, late = loans.recorded(), day("2031-12-31")
    with stage.refused("RenewalNotAgreed", until=day("2031-08-19"), needed=day("2033-12-31")):
        amend(loans, number, maturity=late)
    amend(loans, number, AmendmentMark.RENEWAL_COVENANT, maturity=late)
    assert loans.security(number).flags & SecurityFlag.RENEWAL_COVENANT
    assert loans.debt(number).maturity == late
    amend(loans, number, maturity=late + 1)


def test_an_amendment_that_lengthens_nothing_asks_no_renewal(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 81: the holder's right may have been shortened since."""
    loans = Loans(Procedure(stage, cast).registered(until="2029-08-31"), lenders)
    number = loans.recorded()
    amend(loans, number, cap=4_000)
    assert not loans.security(number).flags & SecurityFlag.RENEWAL_COVENANT
