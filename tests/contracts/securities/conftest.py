"""A folio registered on 20 August 2026 and those who lend on it."""

import pytest

from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def lenders(stage: Stage, cast: Cast) -> Lenders:
    """The banks and the guarantor."""
    return Lenders.on(stage, cast)


@pytest.fixture
def loans(stage: Stage, cast: Cast, lenders: Lenders) -> Loans:
    """On 31 August, over rights registered on the 20th."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-20"), lenders)
    stage.on("2026-08-31")
    return loans
