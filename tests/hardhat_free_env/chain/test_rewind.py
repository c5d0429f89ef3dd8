"""A chain that goes back: what is done again the same way is the same block, and anything else is another."""

from collections.abc import Iterator

import pytest

from hardhat_free_env.testing import LocalChain
from tests.hardhat_free_env.chain.programs import assemble, creation

ADDER = creation(assemble("PUSH0 SLOAD TIMESTAMP ADD PUSH0 SSTORE STOP"))
"""Adds the time of each block it is called in to its only slot."""


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as opened:
        yield opened


@pytest.fixture
def adder(chain: LocalChain) -> bytes:
    created = chain.transact(None, ADDER).included.created
    assert created
    return created


def test_the_same_again_is_the_same_block(chain: LocalChain, adder: bytes) -> None:
    mark = chain.mark()
    first = [chain.transact(adder).block.hash for _ in range(3)]
    slot = chain.storage(adder, 0)
    chain.rewind(mark)
    assert chain.storage(adder, 0) == 0
    assert [chain.transact(adder).block.hash for _ in range(3)] == first
    assert chain.storage(adder, 0) == slot


def test_at_another_time_it_is_another(chain: LocalChain, adder: bytes) -> None:
    mark = chain.mark()
    chain.transact(adder)
    chain.rewind(mark)
    chain.forward(seconds=60)
    chain.transact(adder)
    assert chain.storage(adder, 0) == chain.now


def test_on_another_parent_it_is_another(chain: LocalChain, adder: bytes) -> None:
    mark = chain.mark()
    chain.transact(adder, sender=chain.accounts[1])
    chain.rewind(mark)
    chain.transact(adder)
    chain.transact(adder, sender=chain.accounts[1])
    assert chain.storage(adder, 0) == 2 * chain.now


def test_what_is_forgotten_is_executed_again(chain: LocalChain, adder: bytes) -> None:
    chain.node.remembered = 0
    mark = chain.mark()
    first = chain.transact(adder).block.hash
    chain.rewind(mark)
    assert chain.transact(adder).block.hash == first
