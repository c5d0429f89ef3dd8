"""A registered folio, the holder's, all rights until 19 August 2031; it is 20 August 2026. A court, and burdens of any kind."""

import pytest

from ledger_api.domain.words import Role
from tests.contracts.burdening import Burdening
from tests.contracts.later import Later
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage, enter


@pytest.fixture
def later(stage: Stage, cast: Cast) -> Later:
    """Over all three rights, without limits."""
    return Later(Procedure(stage, cast).registered())


@pytest.fixture
def court(stage: Stage, cast: Cast) -> Player:
    """A court (演示), a party without officers."""
    return enter(stage, cast.operator, "court", Role.COURT, {}, 400)


@pytest.fixture
def burdening(stage: Stage, cast: Cast) -> Burdening:
    """Lays burdens."""
    return Burdening(stage, cast)
