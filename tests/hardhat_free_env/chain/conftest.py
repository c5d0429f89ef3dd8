"""A chain in a temporary directory, opened as the program opens it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from hardhat_free_env.chain.blocks import Block
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.node import Node, Sealing
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.testing import Account, account

START = 1_785_718_800
CHAIN_ID = 20_825


class Sender:
    """One account's transactions, nonces counted."""

    def __init__(self, who: Account, chain_id: int = CHAIN_ID) -> None:
        self.who, self.chain_id, self.nonce = who, chain_id, 0

    def raw(self, to: bytes | None, data: bytes = b"", *, gas: int = 500_000, value: int = 0) -> bytes:
        self.nonce += 1
        return self.who.transaction(self.chain_id, self.nonce - 1, to, data, gas=gas, value=value)


class Opener(Protocol):
    def __call__(self, genesis: Genesis | None = None, *, everybody: bool = True) -> Node: ...


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
def demo() -> Genesis:
    return Genesis(CHAIN_ID, START, demo=True, label="演示")


@pytest.fixture
def open_node(tmp_path: Path, clock: ManualClock, demo: Genesis) -> Iterator[Opener]:
    opened: list[Node] = []

    def opener(genesis: Genesis | None = None, *, everybody: bool = True) -> Node:
        for earlier in opened:
            earlier.close()
        opened[:] = [Node.open(tmp_path, genesis or demo, clock=clock, everybody=everybody)]
        return opened[0]

    yield opener
    for node in opened:
        node.close()


@pytest.fixture
def node(open_node: Opener) -> Node:
    return open_node()


@pytest.fixture
def reader(node: Node) -> Reader:
    return Reader(node)


@pytest.fixture
def sender() -> Sender:
    return Sender(account(0))


@pytest.fixture
def deploy(node: Node, sender: Sender) -> Callable[[bytes], bytes]:
    from tests.hardhat_free_env.chain.programs import creation

    def deployed(runtime: bytes) -> bytes:
        block = only_block(node.seal([sender.raw(None, creation(runtime))]))
        created = block.transactions[0].created
        assert created is not None
        return created

    return deployed


def only_block(sealing: Sealing) -> Block:
    assert sealing.block is not None, sealing.refused
    return sealing.block
