"""The stage every test of the contracts stands on: deployed once a session, rewound after each test."""

from collections.abc import Iterator

import pytest

from hardhat_free_env.testing import LocalChain
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.opening import BEGINNING, opening


@pytest.fixture(scope="session")
def _assembled() -> Iterator[tuple[Stage, Cast]]:
    with LocalChain(time=BEGINNING) as chain:
        yield opening(chain)


@pytest.fixture
def stage(_assembled: tuple[Stage, Cast]) -> Iterator[Stage]:
    """The ledger, at 2026-08-03 09:00 Beijing. When the test ends, the journals it touched must replay."""
    stage, _ = _assembled
    mark = stage.mark()
    yield stage
    stage.check_journals()
    stage.rewind(mark)


@pytest.fixture
def cast(_assembled: tuple[Stage, Cast]) -> Cast:
    """Everybody on the stage."""
    return _assembled[1]
