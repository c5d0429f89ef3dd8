"""A full disk: the block is refused as a whole, the error says what to do, and the chain goes on once there is room."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.errors import StorageFailed
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.node import Node
from hardhat_free_env.testing.rpc import RpcError, RunningNode
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, START, Sender, only_block
from tests.hardhat_free_env.chain.programs import STORE, creation, word

SIZE = 3_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a small tmpfs can be mounted by root only")
    if (done := subprocess.run(mount, capture_output=True, text=True, check=False)).returncode:
        pytest.skip(f"mounting a small tmpfs is not possible here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(node: Node, sender: Sender, contract: bytes) -> bytes:
    """Seal until the disk refuses; returns the hash of the last block that was acknowledged."""
    acknowledged: bytes = node.head.hash
    for slot in range(0, 100_000, 20):
        raws = [sender.raw(contract, word(slot + each) + word(2**256 - 1)) for each in range(20)]
        try:
            acknowledged = only_block(node.seal(raws)).hash
        except StorageFailed as failure:
            if "is full: free some space" in str(failure):
                return acknowledged
            raise
    raise AssertionError("the disk never refused")


def begin(directory: Path, sender: Sender) -> tuple[Node, bytes]:
    node = Node.open(directory, Genesis(CHAIN_ID, START, demo=True, label="演示"), everybody=True)
    contract = only_block(node.seal([sender.raw(None, creation(STORE))])).transactions[0].created
    assert contract is not None
    return node, contract


def test_a_block_that_does_not_fit_is_as_if_it_had_never_been(small_disk: Path, sender: Sender) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(SIZE // 3))
    node, contract = begin(small_disk, sender)
    with closing(node):
        acknowledged = fill(node, sender, contract)
        assert node.head.hash == acknowledged
    with closing(Node.open(small_disk, everybody=True)) as node:
        assert node.head.hash == acknowledged
        ballast.unlink()
        sender.nonce -= 20
        again = [sender.raw(contract, word(each) + word(2)) for each in range(20)]
        assert len(only_block(node.seal(again)).transactions) == 20
        assert audit(node.store).finding is None


def test_a_running_node_says_why_keeps_what_waits_and_goes_on_by_itself(small_disk: Path, sender: Sender) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(SIZE // 3))
    node, contract = begin(small_disk, sender)
    node.close()
    hashes: list[str] = []
    with RunningNode.start(small_disk, "--open", "--heartbeat", "0") as running:

        def send() -> None:
            raw = sender.raw(contract, word(len(hashes)) + word(2**256 - 1))
            hashes.append(running.ask("eth_sendRawTransaction", "0x" + raw.hex()))

        def send_until_refused() -> None:
            for _ in range(20_000):
                send()

        with pytest.raises(RpcError, match=r"not taken: the disk .* is full: free some space") as refusal:
            send_until_refused()
        assert refusal.value.code == -32000
        head = running.ask("eth_getBlockByNumber", "latest", False)["hash"]
        assert running.ask("eth_getTransactionByHash", hashes[-1])["blockHash"] is None
        assert running.ask("eth_getTransactionReceipt", hashes[-1]) is None
        ballast.unlink()
        deadline = time.monotonic() + 20
        while running.ask("eth_getTransactionReceipt", hashes[-1]) is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert running.ask("eth_getBlockByHash", head, False) is not None
        receipts = running.ask_all([("eth_getTransactionReceipt", [each]) for each in hashes[-900:]])
        assert all(receipt["status"] == "0x1" for receipt in receipts)


def test_a_file_that_may_not_grow_is_refused_the_same_way(node: Node, sender: Sender) -> None:
    """Where nothing can be mounted: SQLite's own limit gives the same error as a full disk."""
    contract = only_block(node.seal([sender.raw(None, creation(STORE))])).transactions[0].created or b""
    (pages,) = node.store._writer.execute("PRAGMA page_count").fetchone()
    node.store._writer.execute(f"PRAGMA max_page_count={pages + 5}")
    acknowledged = fill(node, sender, contract)
    assert node.head.hash == acknowledged
    node.store._writer.execute("PRAGMA max_page_count=1000000")
    sender.nonce -= 20
    only_block(node.seal([sender.raw(contract, word(1) + word(2))]))
    assert audit(node.store).finding is None
