"""An instrument ends a security whatever its creditor and the guarantor want; its filing must be cancelled then. (Civil Code 393)"""

from typing import Any

import pytest

from ledger_api.domain.words import BurdenState, FilingAct, SecurityState
from tests.contracts.burdened import court as court_of
from tests.contracts.later import NOT_WHOLE, Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import instant


@pytest.fixture
def court(stage: Stage, cast: Cast) -> Player:
    """A court (虚构)."""
    return court_of(stage, cast, "court")


@pytest.fixture
def number(stage: Stage, loans: Loans, lenders: Lenders) -> int:
    """The loan of SC1, perfected; its guarantor acknowledges a release."""
    found = loans.recorded(guarantor=lenders.guarantor)
    stage.on("2026-09-02", "14:00")
    return loans.perfected(found)


def test_an_instrument_ends_a_security(stage: Stage, loans: Loans, court: Player, number: int) -> None:
    """Rules 89, 90, 116: nobody of the bank or the guarantor signs."""
    edition, order = loans.head.edition, Later(loans.case).order(court)
    line = loans.extinguish(number, order).line("SecurityExtinguished")
    word, burden, head = loans.security(number), loans.burden(number), loans.head
    assert (word.state, word.closed, word.cancel_days) == (SecurityState.EXTINGUISHED, stage.today, 10)
    assert (burden.state, head.burdens, head.edition) == (BurdenState.CLOSED, 0, edition + 1)
    assert (line["ref"], line["security"], line["burden"], line["head"]) == (number, word, burden, head)
    assert next(iter(line["order"].values() if isinstance(line["order"], dict) else line["order"])) == court.number
    for act in (loans.release, loans.notice, loans.lapse, lambda each: loans.extinguish(each, order)):
        with stage.refused("WrongSecurityState", state=SecurityState.EXTINGUISHED):
            act(number)


def test_the_pair_enters_it(stage: Stage, loans: Loans, lenders: Lenders, court: Player, number: int) -> None:
    """Rules 3, 116: the registrar's, not the creditor's."""
    order = Later(loans.case).order(court)
    for by in (lenders.bank.both, loans.registrar.pair[:1]):
        with stage.refused("PairMissing"):
            loans.extinguish(number, order, by=by)


@NOT_WHOLE
def test_the_instrument_is_whole(
    stage: Stage, loans: Loans, court: Player, number: int, parts: dict[str, Any], error: str
) -> None:
    """Rules 116, 123."""
    with stage.refused(error):
        loans.extinguish(number, Later(loans.case).order(court, **parts))


def test_a_creditor_gives_no_orders(stage: Stage, loans: Loans, lenders: Lenders, number: int) -> None:
    """Rule 116."""
    with stage.refused("NotAnIssuer", issuer=lenders.bank):
        loans.extinguish(number, Later(loans.case).order(lenders.bank))


def test_its_filing_is_cancelled_in_ten_working_days(stage: Stage, loans: Loans, court: Player, number: int) -> None:
    """Rule 90: as after a release; from day eleven the grantor may escalate."""
    loans.extinguish(number, Later(loans.case).order(court))
    with stage.refused("TermRunning"):
        loans.escalate(number)
    mark = stage.mark()
    loans.filed(number, FilingAct.CANCEL, filed_at=stage.now - 60)
    stage.rewind(mark)
    stage.on("2026-09-17")
    loans.escalate(number)


def test_what_was_never_filed_has_nothing_to_cancel(loans: Loans, court: Player) -> None:
    """Rule 90."""
    number = loans.recorded()
    loans.extinguish(number, Later(loans.case).order(court))
    assert (loans.security(number).state, loans.security(number).cancel_days) == (SecurityState.EXTINGUISHED, 0)


def test_not_before_its_last_act(stage: Stage, loans: Loans, court: Player, number: int) -> None:
    """Rule 124."""
    with stage.refused("OutOfOrder"):
        loans.extinguish(number, Later(loans.case).order(court), at=instant("2026-09-02", "13:59"))
