"""The sealing thread: groups, heartbeat, moved clocks, a disk that refuses."""

import time
from collections.abc import Callable, Iterator

import pytest

from hardhat_free_env.chain import records
from hardhat_free_env.chain import sealer as sealer_module
from hardhat_free_env.chain.blocks import Block
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.errors import AlreadyKnown, Refused, StorageFailed
from hardhat_free_env.chain.node import Node, Sealing
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.sealer import Sealer
from hardhat_free_env.chain.seals import Seal
from hardhat_free_env.chain.senders import change_senders
from hardhat_free_env.chain.transactions import Transaction
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import Sender
from tests.hardhat_free_env.chain.programs import COUNT


@pytest.fixture
def sealer(node: Node, reader: Reader) -> Iterator[Sealer]:
    running = Sealer(node, reader, heartbeat=0)
    running.start()
    yield running
    running.stop()


def eventually(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.005)


def test_what_arrives_together_is_sealed_together(
    node: Node, sealer: Sealer, sender: Sender, deploy: Callable[[bytes], bytes]
) -> None:
    counter = deploy(COUNT)
    hashes = [sealer.submit(sender.raw(counter)) for _ in range(120)]
    eventually(lambda: records.is_known(node.store, hashes[-1]))
    sizes = [len(records.places_in(node.store, number)) for number in range(2, node.head.block_number + 1)]
    assert sum(sizes) == 120
    assert max(sizes) <= sealer_module.BLOCK_TRANSACTIONS
    assert len(sizes) < 60


def test_a_resent_transaction_is_already_known_waiting_or_sealed(node: Node, sealer: Sealer, sender: Sender) -> None:
    sender.nonce = 1
    later = sender.raw(account(1).address)
    sealer.submit(later)
    with pytest.raises(AlreadyKnown):
        sealer.submit(later)
    sender.nonce = 0
    sealer.submit(sender.raw(account(1).address))
    eventually(lambda: records.is_known(node.store, node.admit(later).hash))
    with pytest.raises(AlreadyKnown):
        sealer.submit(later)


def test_a_gap_is_reported_once(
    sealer: Sealer, sender: Sender, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealer_module, "WATCH", 0.01)
    sender.nonce = 3
    sealer.submit(sender.raw(account(1).address))
    eventually(lambda: "nonce 3 waits for nonce 0" in caplog.text)
    time.sleep(0.1)
    assert caplog.text.count("waits for") == 1


def test_a_spent_nonce_is_too_low(node: Node, sealer: Sealer, sender: Sender) -> None:
    sealer.submit(sender.raw(account(1).address))
    eventually(lambda: node.head.block_number == 1)
    sender.nonce = 0
    with pytest.raises(Refused, match="nonce too low"):
        sealer.submit(sender.raw(account(2).address))


def test_a_moved_clock_is_in_the_head_within_a_second(node: Node, sealer: Sealer, clock: ManualClock) -> None:
    clock.forward(86_400)
    moved = time.monotonic()
    eventually(lambda: node.head.timestamp == clock.now())
    assert time.monotonic() - moved < 5
    assert node.head.block_number == 1


def test_an_idle_chain_keeps_its_time_moving(
    node: Node, reader: Reader, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sealer_module, "WATCH", 0.001
    )  # sees each second by itself: a clock that runs, not one that jumps
    running = Sealer(node, reader, heartbeat=15)
    running.start()
    try:
        for _ in range(14):
            clock.forward(1)
            time.sleep(0.02)
        assert node.head.block_number == 0
        clock.forward(1)
        eventually(lambda: node.head.block_number == 1)
        assert node.head.timestamp == clock.now()
    finally:
        running.stop()


def test_a_spoilt_list_of_senders_changes_nothing_and_is_logged_once(
    node: Node, sealer: Sealer, sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    node.admission.everybody = False
    change_senders(node.admission.directory, add=[sender.who.address])
    node.admission.refresh()
    (node.admission.directory / "senders").write_text("everybody\n")
    eventually(lambda: "stays as it was" in caplog.text)
    tx_hash = sealer.submit(sender.raw(account(1).address))
    eventually(lambda: records.is_known(node.store, tx_hash))
    assert caplog.text.count("stays as it was") == 1


def test_a_clean_stop_seals_what_is_ready(node: Node, reader: Reader, sender: Sender) -> None:
    stopping = Sealer(node, reader, heartbeat=0)
    hashes = [stopping.submit(sender.raw(account(1).address)) for _ in range(120)]
    stopping.start()
    stopping.stop()
    assert all(records.is_known(node.store, each) for each in hashes)


def test_a_disk_that_refuses_loses_nothing_and_is_told_to_the_caller(
    node: Node, sealer: Sealer, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, refusing = node.store.commit_block, True

    def commit_block(block: Block, seal: Seal, signer: bytes, *, document: bytes | None = None) -> None:
        if refusing:
            raise StorageFailed("the disk is full: free some space")
        commit(block, seal, signer, document=document)

    monkeypatch.setattr(node.store, "commit_block", commit_block)
    monkeypatch.setattr(sealer_module, "RETRY", 0.05)
    before, tx_hash = node.head.hash, sealer.submit(sender.raw(account(1).address))
    eventually(lambda: sealer.fault)
    with pytest.raises(StorageFailed, match="not taken: the disk is full: free some space"):
        sealer.submit(sender.raw(account(1).address))
    assert node.head.hash == before
    assert sealer.waiting(tx_hash)
    refusing = False
    eventually(lambda: records.is_known(node.store, tx_hash))
    assert sealer.fault is None


def test_a_transaction_that_breaks_the_machine_is_dropped_and_the_others_sealed(
    node: Node, sealer: Sealer, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal, poison = node.seal_admitted, Sender(account(7)).raw(account(1).address)

    def seal_admitted(transactions: list[Transaction]) -> Sealing:
        if any(each.raw == poison for each in transactions):
            raise RecursionError("a fault of the machine")
        return seal(transactions)

    monkeypatch.setattr(node, "seal_admitted", seal_admitted)
    bad, good = sealer.submit(poison), sealer.submit(sender.raw(account(1).address))
    eventually(lambda: records.is_known(node.store, good))
    eventually(lambda: sealer.waiting(bad) is None)
