"""Chains with one harness each."""

from collections.abc import Iterator

import pytest

from hardhat_free_env.testing import LocalChain


@pytest.fixture(scope="module")
def bare() -> Iterator[LocalChain]:
    """A chain with nothing on it, for the tests of one module."""
    with LocalChain() as chain:
        yield chain
