"""An opened folio of the holder's on 3 August 2026, and the same registered, OPERATE until 19 August 2031, on 20 August 2026."""

import pytest

from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.sourcing import Sourcing
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def early(stage: Stage, cast: Cast) -> Sourcing:
    """Before any case."""
    return Sourcing(Procedure(stage, cast).opened())


@pytest.fixture
def sources(stage: Stage, cast: Cast) -> Sourcing:
    """All three rights."""
    return Sourcing(Procedure(stage, cast).registered())


@pytest.fixture
def deals(sources: Sourcing) -> Deals:
    """Licences over the same folio."""
    return Deals(sources.case)
