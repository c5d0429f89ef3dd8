"""A registered folio of the holder's, OPERATE until 19 August 2031, and two courts; it is 20 August 2026."""

import pytest

from tests.contracts.burdened import Orders, court
from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def orders(stage: Stage, cast: Cast) -> Orders:
    """Over all three rights."""
    return Orders(Procedure(stage, cast).registered(), court(stage, cast, "court A"), court(stage, cast, "court B"))


@pytest.fixture
def deals(orders: Orders) -> Deals:
    """Licences over the same folio."""
    return Deals(orders.case)
