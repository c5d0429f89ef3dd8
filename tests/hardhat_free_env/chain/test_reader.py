"""Calls and estimates: whose context, which state, what a revert says."""

from collections.abc import Callable

import pytest
from eth_abi.abi import encode

from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.errors import ChainError, ExecutionReverted, NotAvailable
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.reverts import ERROR_STRING, PANIC, custom_error
from hardhat_free_env.chain.vm import Call
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, START, Sender, only_block
from tests.hardhat_free_env.chain.programs import CONTEXT, COUNT, LOAD, REVERT, SPIN, STORE, creation, word

Deploy = Callable[[bytes], bytes]


def ask(to: bytes, data: bytes = b"", gas: int = 1_000_000) -> Call:
    return Call(account(1).address, to, data, 0, gas)


def words(output: bytes) -> list[int]:
    return [int.from_bytes(output[at : at + 32], "big") for at in range(0, len(output), 32)]


def test_a_call_at_the_head_sees_the_block_that_would_be_sealed_now(
    node: Node, reader: Reader, deploy: Deploy, clock: ManualClock
) -> None:
    context = deploy(CONTEXT)
    clock.forward(100)
    seen = words(reader.call(ask(context), reader.latest()))
    assert seen == [START + 100, 2, 0, 0, int.from_bytes(node.head.hash, "big"), 0, CHAIN_ID]


def test_a_call_at_a_past_block_sees_that_block_and_its_state(
    node: Node, reader: Reader, deploy: Deploy, sender: Sender, clock: ManualClock
) -> None:
    context, counter = deploy(CONTEXT), deploy(COUNT)
    clock.forward(50)
    node.seal([sender.raw(counter)])
    clock.forward(50)
    node.seal([sender.raw(counter)])
    seen = words(reader.call(ask(context), reader.at(3)))
    assert (seen[0], seen[1], seen[4]) == (START + 50, 3, int.from_bytes(node.head.parent_hash, "big") and seen[4])
    assert [reader.storage(counter, 0, reader.at(number)) for number in (2, 3, 4)] == [0, 1, 2]
    assert reader.storage(counter, 0, reader.latest()) == 2


def test_what_a_call_writes_is_forgotten(node: Node, reader: Reader, deploy: Deploy) -> None:
    counter = deploy(COUNT)
    for _ in range(3):
        reader.call(ask(counter), reader.latest())
    assert reader.storage(counter, 0, reader.latest()) == 0
    assert node.head.block_number == 1


def test_a_revert_carries_its_bytes(reader: Reader, deploy: Deploy) -> None:
    reverting = deploy(REVERT)
    with pytest.raises(ExecutionReverted, match=r"^execution reverted$") as caught:
        reader.call(ask(reverting, b"\x01\x02\x03\x04rest"), reader.latest())
    assert caught.value.output == b"\x01\x02\x03\x04rest"
    assert caught.value.code == 3


@pytest.mark.parametrize(
    "data, message",
    [
        (ERROR_STRING + encode(["string"], ["not yours"]), "execution reverted: not yours"),
        (PANIC + encode(["uint256"], [0x11]), "execution reverted: arithmetic underflow or overflow"),
        (PANIC + encode(["uint256"], [0x99]), "execution reverted: unknown panic code: 0x99"),
        (ERROR_STRING + b"\xff" * 5, "execution reverted"),
        (b"", "execution reverted"),
    ],
)
def test_solidity_reasons_are_read(reader: Reader, deploy: Deploy, data: bytes, message: str) -> None:
    reverting = deploy(REVERT)
    with pytest.raises(ExecutionReverted) as caught:
        reader.call(ask(reverting, data), reader.latest())
    assert str(caught.value) == message


def test_a_custom_error_is_named_by_its_abi() -> None:
    abi = [{"type": "error", "name": "Taken", "inputs": [{"name": "entry", "type": "uint256"}, {"type": "address"}]}]
    from eth_hash.auto import keccak

    output = keccak(b"Taken(uint256,address)")[:4] + encode(["uint256", "address"], [7, "0x" + "22" * 20])
    error = custom_error(output, abi)
    assert error is not None
    assert str(error) == f"Taken(entry=7, 1={'0x' + '22' * 20!r})"
    assert custom_error(b"\x00\x00\x00\x00", abi) is None


def test_running_out_of_gas_is_not_a_revert(reader: Reader, deploy: Deploy) -> None:
    spinning = deploy(SPIN)
    with pytest.raises(ChainError, match="out of gas") as caught:
        reader.call(ask(spinning, gas=100_000), reader.latest())
    assert not isinstance(caught.value, ExecutionReverted)


def test_value_that_nobody_has_is_refused(reader: Reader) -> None:
    with pytest.raises(ChainError, match=r"[Ii]nsufficient"):
        reader.call(Call(account(1).address, account(2).address, b"", 1, 100_000), reader.latest())


@pytest.mark.parametrize("runtime", [COUNT, STORE, LOAD])
def test_an_estimate_suffices_and_is_not_far_above_what_is_used(
    node: Node, reader: Reader, deploy: Deploy, sender: Sender, runtime: bytes
) -> None:
    contract = deploy(runtime)
    data = word(1) + word(2)
    estimate = reader.estimate(Call(sender.who.address, contract, data, 0, 10_000_000), reader.latest())
    done = only_block(node.seal([sender.raw(contract, data, gas=estimate)])).transactions[0]
    assert done.receipt.status == 1
    assert done.gas_used <= estimate <= done.gas_used * 1.2 + 2300


def test_an_estimate_of_a_creation_suffices(node: Node, reader: Reader, sender: Sender) -> None:
    code = creation(COUNT)
    estimate = reader.estimate(Call(sender.who.address, b"", code, 0, 10_000_000), reader.latest())
    assert only_block(node.seal([sender.raw(None, code, gas=estimate)])).transactions[0].receipt.status == 1


def test_an_estimate_of_what_reverts_says_so(reader: Reader, deploy: Deploy) -> None:
    with pytest.raises(ExecutionReverted):
        reader.estimate(ask(deploy(REVERT), b"no"), reader.latest())


def test_a_block_that_is_not_there_is_said_not_to_be(reader: Reader) -> None:
    with pytest.raises(NotAvailable, match="block 5 not found"):
        reader.at(5)
