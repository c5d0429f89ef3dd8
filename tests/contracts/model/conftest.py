"""The scene of every walk: a ledger of its own, with everybody and five folios; each walk begins there."""

from collections.abc import Iterator

import pytest

from hardhat_free_env.testing import LocalChain
from tests.contracts.model.walk import Scene, prepare
from tests.contracts.stage.opening import BEGINNING, opening


@pytest.fixture(scope="session")
def scene() -> Iterator[Scene]:
    """See the module."""
    with LocalChain(time=BEGINNING) as chain:
        yield prepare(*opening(chain))
