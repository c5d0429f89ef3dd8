"""Sealing: what a block takes, refuses and postpones, and that it is all there after reopening."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eth_account import Account as EthAccount

from hardhat_free_env.chain import records
from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.errors import BadRequest, ChainBroken, DirectoryOwned
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.transactions import TRANSACTION_GAS_CAP
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, START, Opener, Sender, only_block
from tests.hardhat_free_env.chain.programs import BURN, COUNT, STORE, creation, word

Deploy = Callable[[bytes], bytes]


def test_a_sealed_block_is_there_after_reopening(open_node: Opener, sender: Sender) -> None:
    node = open_node()
    block = only_block(node.seal([sender.raw(None, creation(COUNT))]))
    counter = block.transactions[0].created
    assert counter is not None
    block = only_block(node.seal([sender.raw(counter), sender.raw(counter)]))
    node = open_node()
    assert node.head.hash == block.hash
    assert [place.included.receipt for place in records.places_in(node.store, 2)] == [
        done.receipt for done in block.transactions
    ]
    assert Reader(node).storage(counter, 0, Reader(node).latest()) == 2


def test_blocks_of_one_second_share_its_time(node: Node, sender: Sender, clock: ManualClock) -> None:
    for _ in range(3):
        node.seal([sender.raw(account(9).address)])
    assert node.head.timestamp == START
    clock.forward(7)
    node.seal([])
    assert (node.head.timestamp, node.head.block_number) == (START + 7, 4)
    assert audit(node.store).finding is None


def test_a_clock_behind_the_head_gives_the_heads_time(node: Node, clock: ManualClock) -> None:
    node.seal([])
    clock.time = START - 100
    assert only_block(node.seal([])).header.timestamp == START


def test_the_base_fee_stays_zero_after_full_blocks(node: Node, sender: Sender, deploy: Deploy) -> None:
    burner = deploy(BURN)
    for _ in range(3):
        only_block(node.seal([sender.raw(burner, gas=TRANSACTION_GAS_CAP) for _ in range(3)]))
        assert node.head.gas_used > node.head.gas_limit // 2
    assert only_block(node.seal([sender.raw(account(1).address)])).header.base_fee_per_gas == 0
    assert audit(node.store).finding is None


def test_a_full_block_postpones_the_rest_in_order(node: Node, sender: Sender, deploy: Deploy) -> None:
    burner = deploy(BURN)
    raws = [sender.raw(burner, gas=TRANSACTION_GAS_CAP) for _ in range(5)]
    sealing = node.seal(raws)
    assert [done.raw for done in only_block(sealing).transactions] == raws[:3]
    assert [waiting.raw for waiting in sealing.postponed] == raws[3:]
    assert not sealing.refused
    assert len(only_block(node.seal_admitted(sealing.postponed)).transactions) == 2


def test_gas_that_was_not_used_makes_room_in_the_block(node: Node, sender: Sender, deploy: Deploy) -> None:
    counter = deploy(COUNT)
    sealing = node.seal([sender.raw(counter, gas=TRANSACTION_GAS_CAP) for _ in range(5)])
    assert len(only_block(sealing).transactions) == 5


def test_a_transaction_above_the_gas_cap_is_refused(node: Node, sender: Sender) -> None:
    sealing = node.seal([sender.raw(account(1).address, gas=TRANSACTION_GAS_CAP + 1)])
    assert sealing.block is None
    assert "gas limit too high" in next(iter(sealing.refused.values()))


@pytest.mark.parametrize("kind", ["legacy", "access list", "dynamic fee"])
def test_a_transaction_for_another_chain_is_refused_whatever_its_type(node: Node, kind: str) -> None:
    fields: dict[str, Any] = {"nonce": 0, "gas": 21_000, "to": "0x" + "11" * 20, "value": 0, "chainId": 999}
    kinds: dict[str, dict[str, Any]] = {
        "legacy": {"gasPrice": 0},
        "access list": {"gasPrice": 0, "accessList": [], "type": 1},
        "dynamic fee": {"maxFeePerGas": 0, "maxPriorityFeePerGas": 0, "type": 2},
    }
    fields |= kinds[kind]
    raw = bytes(EthAccount.sign_transaction(fields, account(0).secret).raw_transaction)
    assert "invalid chain id" in refusal_of(node, raw)
    fields["chainId"] = CHAIN_ID
    assert node.seal([bytes(EthAccount.sign_transaction(fields, account(0).secret).raw_transaction)]).block is not None


def test_a_transaction_for_any_chain_is_refused(node: Node) -> None:
    fields = {"nonce": 0, "gas": 21_000, "to": "0x" + "11" * 20, "value": 0, "gasPrice": 0}
    raw = bytes(EthAccount.sign_transaction(fields, account(0).secret).raw_transaction)
    assert "EIP-155" in refusal_of(node, raw)


def refusal_of(node: Node, raw: bytes) -> str:
    head = node.head.hash
    sealing = node.seal([raw])
    assert sealing.block is None
    assert node.head.hash == head
    return next(iter(sealing.refused.values()))


@pytest.mark.parametrize(
    "raw, complaint",
    [
        (b"", "empty"),
        (b"\x02", "cannot be decoded"),
        (b"\x03" + b"\xc0", "blob|decoded|invalid"),
        (b"\x04\xc0", "decoded|invalid"),
        (b"\x7f\x00", "decoded|invalid"),
        (b"\xc0", "decoded|invalid"),
        (b"hello", "decoded|invalid"),
        (bytes(200_000), "oversized"),
    ],
)
def test_bytes_that_are_no_transaction_are_refused(node: Node, raw: bytes, complaint: str) -> None:
    assert re.search(complaint, refusal_of(node, raw))


def test_a_forged_signature_gives_another_sender_who_is_not_listed(open_node: Opener, sender: Sender) -> None:
    node = open_node(Genesis(CHAIN_ID, START, senders=(sender.who.address,)), everybody=False)
    raw = bytearray(sender.raw(account(1).address))
    raw[-40] ^= 1
    assert "invalid" in (reason := refusal_of(node, bytes(raw))) or "not allowed" in reason


def test_a_used_nonce_is_too_low_and_a_later_one_too_high(node: Node, sender: Sender) -> None:
    first = sender.raw(account(1).address)
    node.seal([first])
    assert "nonce too low" in refusal_of(node, first)
    sender.nonce = 5
    assert "nonce too high" in refusal_of(node, sender.raw(account(1).address))


def test_value_without_funds_is_refused(node: Node, sender: Sender) -> None:
    assert "insufficient funds" in refusal_of(node, sender.raw(account(1).address, value=1))


def test_a_refused_transaction_does_not_take_its_block_down(node: Node, sender: Sender, deploy: Deploy) -> None:
    store = deploy(STORE)
    good, late = sender.raw(store, word(1) + word(2)), Sender(account(3))
    late.nonce = 7
    sealing = node.seal([late.raw(store), good, b"junk"])
    assert len(only_block(sealing).transactions) == 1
    assert len(sealing.refused) == 2


def test_a_reverted_transaction_is_in_the_block_with_status_zero(node: Node, sender: Sender, deploy: Deploy) -> None:
    reverting = deploy(bytes.fromhex("5f5ffd"))
    done = only_block(node.seal([sender.raw(reverting)])).transactions[0]
    assert (done.receipt.status, done.receipt.logs) == (0, ())
    assert audit(node.store).finding is None


def test_a_second_opener_is_told_who_has_the_directory(node: Node, tmp_path: Path) -> None:
    with pytest.raises(DirectoryOwned, match="Stop that process"):
        Node.open(tmp_path)


def test_another_genesis_document_is_refused(open_node: Opener, tmp_path: Path) -> None:
    open_node().close()
    with pytest.raises(BadRequest, match="another chain"):
        Node.open(tmp_path, Genesis(CHAIN_ID, START + 1, demo=True, label="演示"))
    with pytest.raises(BadRequest, match="no chain"):
        Node.open(tmp_path / "elsewhere")


def test_a_chain_is_not_opened_with_another_key(node: Node, tmp_path: Path) -> None:
    node.close()
    (tmp_path / "node.key").write_text("11" * 32)
    with pytest.raises(ChainBroken, match="sealed by"):
        Node.open(tmp_path)


def test_a_key_that_others_can_read_is_refused(node: Node, tmp_path: Path) -> None:
    assert (tmp_path / "node.key").stat().st_mode & 0o777 == 0o600
    node.close()
    (tmp_path / "node.key").chmod(0o644)
    with pytest.raises(ChainBroken, match="chmod 600"):
        Node.open(tmp_path)


def test_everybody_may_send_on_a_demo_chain_only(open_node: Opener) -> None:
    with pytest.raises(BadRequest, match="demo chains"):
        open_node(Genesis(CHAIN_ID, START), everybody=True)


def test_only_listed_senders_are_taken_and_the_list_can_grow(open_node: Opener, tmp_path: Path) -> None:
    from hardhat_free_env.chain.senders import change_senders

    listed, stranger = Sender(account(0)), Sender(account(1))
    node = open_node(Genesis(CHAIN_ID, START, senders=(listed.who.address,)), everybody=False)
    only_block(node.seal([listed.raw(account(5).address)]))
    raw = stranger.raw(account(5).address)
    assert "sender not allowed" in refusal_of(node, raw)
    change_senders(tmp_path, add=[stranger.who.address])
    node.admission.refresh()
    only_block(node.seal([raw]))
    change_senders(tmp_path, remove=[listed.who.address])
    node.admission.refresh()
    assert "sender not allowed" in refusal_of(node, listed.raw(account(5).address))
