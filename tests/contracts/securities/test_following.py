"""A security follows the rights it lies on (Civil Code 406): whoever holds them now is asked, whoever gave it."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import Characterisation, Power, Right, Role, SecurityFlag
from tests.contracts.later import Later
from tests.contracts.loans import LENDING, LOAN, Lenders, Loans
from tests.contracts.procedure import ALL, DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage, enter
from tests.contracts.stage.stage import day

FOUR = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
MORTGAGE = {"character": Characterisation.MORTGAGE_395_7, "flags": SecurityFlag.FORFEITURE_FREE}


@pytest.fixture
def number(loans: Loans) -> int:
    """A mortgage, which stops no transfer."""
    return loans.recorded(security=MORTGAGE)


def sold(loans: Loans, number: int, rights: int = ALL) -> None:
    """Rights go to the second, the mortgage with them."""
    later = Later(loans.case)
    later.transfer(rights)
    later.decided(passed=rights).complete_transfer(burdens=[number])


def test_the_new_holder_asks_for_release_and_the_old_one_no_more(
    stage: Stage, cast: Cast, loans: Loans, number: int
) -> None:
    """Rule 73: unless it is the debtor."""
    sold(loans, number)
    assert loans.burden(number).grantor == cast.holder.number
    mark = stage.mark()
    loans.ask_release(number, by=[cast.second.one])
    stage.rewind(mark)
    loans.ask_release(number, by=[cast.holder.one])


def test_the_new_holder_demands_realisation(stage: Stage, cast: Cast, loans: Loans, number: int) -> None:
    """Rule 93."""
    sold(loans, number)
    stage.on("2027-09-01")
    with stage.refused("AssentMissing", party=cast.second, power=Power.CHARGE):
        loans.demand(number)
    loans.demand(number, by=[cast.second.one])


def test_the_new_holder_complains_that_the_filing_still_stands(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int
) -> None:
    """Rule 90."""
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    sold(loans, number)
    loans.release(number, by=lenders.bank.both)
    stage.on("2026-12-01")
    with stage.refused("AssentMissing", party=cast.second, power=Power.CHARGE):
        loans.escalate(number)
    loans.escalate(number, by=[cast.second.one])


def test_holder_and_debtor_agree_to_an_amendment(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int
) -> None:
    """Rules 63, 76: the holder's right answers for it, the debtor owes it."""
    sold(loans, number)
    word = replace(LOAN, debtor=0, maturity=day("2028-08-31"))
    acts: list[Any] = [("amendSecurity", loans.entry, number, word, 0, FOUR, [])]
    hands = [lenders.bank.one, cast.registrar.reviewer]
    with stage.refused("AssentMissing", party=cast.second, power=Power.CHARGE):
        stage.file([*hands, cast.holder.one], acts)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.ACCEPT):
        stage.file([*hands, cast.second.one], acts)
    stage.file([*hands, cast.holder.one, cast.second.one], acts)


def test_of_each_right_it_lies_on(stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, number: int) -> None:
    """Rule 63: HOLD went, OPERATE stayed."""
    sold(loans, number, Right.HOLD)
    word = replace(LOAN, debtor=0, maturity=day("2028-08-31"))
    acts: list[Any] = [("amendSecurity", loans.entry, number, word, 0, FOUR, [])]
    hands = [lenders.bank.one, cast.registrar.reviewer, cast.holder.one]
    with stage.refused("AssentMissing", party=cast.second, power=Power.CHARGE):
        stage.file(hands, acts)
    stage.file([*hands, cast.second.one], acts)


def test_the_claim_goes_to_no_holder_of_the_right(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, number: int
) -> None:
    """Rule 87: nobody is creditor of what it holds itself."""
    buyer = enter(stage, cast.operator, "lending buyer (虚构)", Role.HOLDER | Role.BANK, {"one": LENDING}, 540)
    later = Later(loans.case)
    later.transfer(to=buyer, by=[cast.holder.one, buyer.one])
    later.decided().complete_transfer(burdens=[number], by=[*cast.registrar.pair, buyer.one])
    acts = [("assignSecurity", loans.entry, number, buyer, FOUR)]
    with stage.refused("ChangeNotValid"):
        stage.file([*lenders.bank.both, buyer.one, cast.registrar.reviewer], acts)
