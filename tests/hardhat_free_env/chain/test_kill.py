"""Kill -9 at any moment: no acknowledged block is lost, the chain opens at once, and its whole history passes the audit."""

import multiprocessing
import random
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from hardhat_free_env.chain import records
from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.prune import reachable
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, START, Sender, only_block
from tests.hardhat_free_env.chain.kill_writer import write
from tests.hardhat_free_env.chain.programs import STORE, creation

KILLS = 100
SEED = 20_260_803


@dataclass(frozen=True)
class Acknowledged:
    """The last block the writer said was sealed, and its next nonce then."""

    number: int
    block_hash: bytes
    nonce: int


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.hardhat_free_env.chain.kill_writer"])
    return context


@pytest.fixture
def contract(tmp_path: Path) -> bytes:
    """A new chain in `tmp_path` with one contract, closed again."""
    with closing(Node.open(tmp_path, Genesis(CHAIN_ID, START, demo=True, label="演示"), everybody=True)) as node:
        created = only_block(node.seal([Sender(account(0)).raw(None, creation(STORE))])).transactions[0].created
    assert created is not None
    return created


def run_and_kill(
    processes: ForkServerContext, directory: Path, contract: bytes, patience: float, *, torn: bool = False
) -> Acknowledged | None:
    """Start a writer, kill it `patience` seconds after it is ready, and return what it acknowledged last."""
    ours, theirs = processes.Pipe(duplex=False)
    writer = processes.Process(target=write, args=(directory, contract, theirs), kwargs={"torn": torn}, daemon=True)
    writer.start()
    theirs.close()
    with closing(ours):
        assert ours.recv() == "ready"
        time.sleep(patience)
        writer.kill()
        writer.join(20)
        writer.close()
        last = None
        try:
            while True:
                last = Acknowledged(*ours.recv())
        except EOFError:
            return last


def losses(directory: Path, last: Acknowledged | None) -> list[str]:
    """What is wrong with the chain after a kill; at most one block more than acknowledged may be there."""
    wrong: list[str] = []
    with closing(Node.open(directory, everybody=True)) as node:
        head, store = node.head, node.store
        if last is not None:
            there = records.sealed_header(store, last.number)
            if there is None or there.header.hash != last.block_hash:
                wrong.append(f"acknowledged block {last.number} is lost")
            if head.block_number not in (last.number, last.number + 1):
                wrong.append(f"the head is {head.block_number}, acknowledged was {last.number}")
        try:
            reachable(store, [head.state_root])
            reader = Reader(node)
            nonce = reader.account(account(0).address, reader.latest()).nonce
            if last is not None and nonce < last.nonce:
                wrong.append("a transaction is lost")
        except Exception as error:  # noqa: BLE001  whatever a torn store leads to
            wrong.append(f"the head's state is not there: {error}")
        if head.block_number > 1 and not records.places_in(store, head.block_number):
            wrong.append("the head's transactions are not there")
    return wrong


def test_a_hundred_kills_lose_no_acknowledged_block(
    processes: ForkServerContext, tmp_path: Path, contract: bytes
) -> None:
    chosen = random.Random(SEED)
    acknowledged = 0
    for kill in range(KILLS):
        last = run_and_kill(processes, tmp_path, contract, chosen.uniform(0, 0.06))
        assert losses(tmp_path, last) == [], f"kill {kill} of seed {SEED}"
        acknowledged = max(acknowledged, last.number if last else 0)
    with closing(Node.open(tmp_path)) as node:
        result = audit(node.store)
        assert result.finding is None
        assert result.blocks >= acknowledged > KILLS // 4  # a busy machine gets less done between kills


def test_a_store_that_commits_a_block_in_two_pieces_is_caught(
    processes: ForkServerContext, tmp_path: Path, contract: bytes
) -> None:
    """The check above can fail."""
    chosen = random.Random(SEED)
    for _ in range(40):
        last = run_and_kill(processes, tmp_path, contract, chosen.uniform(0, 0.06), torn=True)
        if losses(tmp_path, last):
            return
    pytest.fail("40 kills of a torn store went unnoticed")
