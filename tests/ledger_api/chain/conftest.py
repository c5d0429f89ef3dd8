"""A real ledger on a real chain in this process, with the cast of the contracts' tests."""

import pytest

from ledger_api.chain.jsonrpc import JsonRpcChain
from tests.contracts import conftest as theirs
from tests.contracts.stage import Stage
from tests.ledger_api.chain.near import near

_assembled, stage, cast = theirs._assembled, theirs.stage, theirs.cast
"""The fixtures of the contracts' tests."""


@pytest.fixture
def chain(stage: Stage) -> JsonRpcChain:
    """The port over the stage's chain."""
    return near(stage.chain)
