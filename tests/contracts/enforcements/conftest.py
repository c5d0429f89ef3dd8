"""A loan of 31 August 2026, perfected on 2 September and in default since 1 September 2027; its time to cure is over."""

import pytest

from tests.contracts.burdened import court as court_of
from tests.contracts.enforcing import Realising
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage


@pytest.fixture
def lenders(stage: Stage, cast: Cast) -> Lenders:
    """The banks and the guarantor."""
    return Lenders.on(stage, cast)


@pytest.fixture
def court(stage: Stage, cast: Cast) -> Player:
    """A court (虚构)."""
    return court_of(stage, cast, "court")


@pytest.fixture
def loans(stage: Stage, cast: Cast, lenders: Lenders) -> Loans:
    """On 31 August 2026, over rights registered on the 20th."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-20"), lenders)
    stage.on("2026-08-31")
    return loans


def default(loans: Loans, number: int) -> int:
    """Perfected on 2 September 2026, default noticed on 1 September 2027, the time to cure over; its number."""
    stage = loans.stage
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    stage.on("2027-09-01")
    loans.notice(number)
    stage.on("2027-10-08")
    return number


@pytest.fixture
def case(loans: Loans, court: Player) -> Realising:
    """A pledge in default, on 8 October 2027."""
    return Realising(loans, default(loans, loans.recorded()), court)
