"""A registered folio to license: the holder's, OPERATE until 19 August 2031; it is 20 August 2026."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def deals(stage: Stage, cast: Cast) -> Deals:
    """Over all three rights, without limits."""
    return Deals(Procedure(stage, cast).registered())


@pytest.fixture
def over(stage: Stage, cast: Cast) -> Callable[..., Deals]:
    """Over what a test says of the application."""

    def make(**terms: Any) -> Deals:
        return Deals(Procedure(stage, cast).registered(**terms))

    return make
