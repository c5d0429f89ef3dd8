"""Proofs of the node, verified by `@ethereumjs/mpt`."""

from collections.abc import Callable
from typing import Any

import pytest

from hardhat_free_env.chain.proofs import prove
from hardhat_free_env.chain.rpc import shapes
from hardhat_free_env.testing import LocalChain, account
from tests.conformance.conftest import Program
from tests.hardhat_free_env.chain.programs import STORE, creation, word

Asked = Callable[[int, bytes, list[int]], dict[str, Any]]


@pytest.fixture
def chain() -> Any:  # noqa: ANN401  a generator of one
    with LocalChain() as chain:
        yield chain


@pytest.fixture
def contract(chain: LocalChain) -> bytes:
    """Filled with forty slots over ten blocks: slot n holds n + 1."""
    created = chain.transact(None, creation(STORE)).included.created
    assert created is not None
    for number in range(40):
        chain.transact(created, word(number) + word(number + 1))
    return created


@pytest.fixture
def asked(chain: LocalChain) -> Asked:
    """What eth_getProof answers, with the state root of its block."""

    def ask(number: int, address: bytes, slots: list[int]) -> dict[str, Any]:
        proof = shapes.proof(prove(chain.node.state, chain.reader.at(number), address, slots))
        return {"stateRoot": "0x" + chain.reader.header(number).state_root.hex(), "proof": proof}

    return ask


def test_slots_present_and_absent_verify_at_new_and_old_blocks(
    chain: LocalChain, contract: bytes, asked: Asked, javascript: Program
) -> None:
    for number in (2, 20, chain.number):
        seen = javascript("mpt.mjs", stdin=asked(number, contract, [0, 17, 39, 99]))
        assert seen == {"account": True, "slots": [True, True, True, True]}


def test_an_absent_account_verifies(chain: LocalChain, contract: bytes, asked: Asked, javascript: Program) -> None:
    del contract
    seen = javascript("mpt.mjs", stdin=asked(chain.number, account(9).address, []))
    assert seen == {"account": True, "slots": []}


def test_a_changed_value_or_node_does_not_verify(
    chain: LocalChain, contract: bytes, asked: Asked, javascript: Program
) -> None:
    answer = asked(chain.number, contract, [17, 17, 17])
    first, second, third = answer["proof"]["storageProof"]
    first["value"] = "0x13"
    second["proof"][-1] = second["proof"][-1][:-2] + "ff"
    third["proof"] = third["proof"][:-1]
    answer["proof"]["nonce"] = "0x7"
    seen = javascript("mpt.mjs", stdin=answer)
    assert seen["account"] is False
    assert True not in seen["slots"]
