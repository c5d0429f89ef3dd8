"""A metered licence over a registered folio; it is 15 October 2026, or 20 August for those who want to set the meter."""

import pytest

from tests.contracts.deals import Deals
from tests.contracts.metering import Metered, gateway_of
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage


@pytest.fixture
def gateway(stage: Stage, cast: Cast) -> Player:
    """Who counts."""
    return gateway_of(stage, cast.operator)


@pytest.fixture
def unmetered(stage: Stage, cast: Cast, gateway: Player) -> Metered:
    """A licence without a meter, on 20 August."""
    return Metered(Deals(Procedure(stage, cast).registered()), gateway)


@pytest.fixture
def usage(unmetered: Metered) -> Metered:
    """With one, on 15 October."""
    return unmetered.running()
