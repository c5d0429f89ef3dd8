"""A registered folio, the holder's, all rights until 19 August 2031; it is 20 August 2026."""

import pytest

from ledger_api.domain.words import Role
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.versioning import Data


@pytest.fixture
def data(stage: Stage, cast: Cast) -> Data:
    """Over all three rights."""
    return Data(Procedure(stage, cast).registered())


@pytest.fixture
def court(stage: Stage, cast: Cast) -> Player:
    """A court (演示), a party without officers."""
    return enter(stage, cast.operator, "court", Role.COURT, {}, 400)
