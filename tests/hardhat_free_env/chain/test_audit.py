"""Audit by re-execution: a sound chain passes, and whatever is changed in the file is found at its block."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.store import Store
from tests.hardhat_free_env.chain.conftest import Sender
from tests.hardhat_free_env.chain.programs import BURN, COUNT, REVERT, STORE, logger, word

Deploy = Callable[[bytes], bytes]

BUSY = 8  # the block that the tests tamper with


@pytest.fixture
def directory(node: Node, deploy: Deploy, sender: Sender, clock: ManualClock, tmp_path: Path) -> Path:
    """A closed chain of ten blocks with storage, logs, reverts, exhausted gas and equal seconds."""
    counter, store, burn, revert, four = (deploy(each) for each in (COUNT, STORE, BURN, REVERT, logger(4)))
    node.seal([sender.raw(counter)])
    clock.forward(5)
    node.seal([])
    block = node.seal(
        [
            sender.raw(counter),
            sender.raw(store, word(1) + word(2)),
            sender.raw(store, word(1) + word(0)),
            sender.raw(burn),
            sender.raw(revert, b"no"),
            sender.raw(four, b"".join(map(word, range(4)))),
        ]
    ).block
    assert block is not None
    assert block.number == BUSY
    node.seal([sender.raw(store, word(9) + word(9))])
    node.seal([])
    node.close()
    return tmp_path


def audited(directory: Path) -> str | None:
    store = Store(directory)
    try:
        finding = audit(store).finding
    finally:
        store.close()
    return str(finding) if finding else None


def test_a_sound_chain_passes_with_everything_counted(directory: Path) -> None:
    store = Store(directory)
    result = audit(store)
    store.close()
    assert (result.blocks, result.transactions, result.finding) == (10, 13, None)


TAMPERING = {
    "header": "UPDATE block SET header = (SELECT header FROM block WHERE number = 6) WHERE number = 8",
    "hash": "UPDATE block SET hash = zeroblob(32) WHERE number = 8",
    "seal": "UPDATE block SET seal = (SELECT seal FROM block WHERE number = 7) WHERE number = 8",
    "signer": "UPDATE block SET signer = zeroblob(20) WHERE number = 8",
    "missing block": "DELETE FROM block WHERE number = 8",
    "missing transaction": "DELETE FROM tx WHERE number = 8 AND position = 5",
    "status": "UPDATE tx SET status = 1 WHERE number = 8 AND position = 4",
    "gas": "UPDATE tx SET cumulative_gas = cumulative_gas + 1 WHERE number = 8 AND position = 1",
    "sender": "UPDATE tx SET sender = zeroblob(20) WHERE number = 8 AND position = 0",
    "transaction hash": "UPDATE tx SET hash = zeroblob(32) WHERE number = 8 AND position = 0",
    "creation": "UPDATE tx SET created = zeroblob(20) WHERE number = 8 AND position = 0",
    "first log": "UPDATE tx SET first_log = 0 WHERE number = 8 AND position = 5",
    "log body": "UPDATE log SET body = zeroblob(32) WHERE number = 8 AND position = 0",
    "log address": "UPDATE log SET address = zeroblob(20) WHERE number = 8 AND position = 0",
    "log topic": "UPDATE log SET topic3 = NULL WHERE number = 8 AND position = 1",
    "log missing": "DELETE FROM log WHERE number = 8 AND position = 1",
    "log position": "UPDATE log SET position = 7 WHERE number = 8 AND position = 1",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING.keys())
def test_a_changed_row_is_found_at_its_block(directory: Path, statement: str) -> None:
    with sqlite3.connect(directory / "chain.sqlite") as connection:
        assert connection.execute(statement).rowcount == 1
    connection.close()
    finding = audited(directory)
    assert finding is not None
    assert finding.startswith(f"block {BUSY}: ")


@pytest.mark.parametrize("table", ["node", "code"])
@pytest.mark.parametrize("change", ["UPDATE {} SET body = body || x'00'", "DELETE FROM {}"])
def test_a_changed_or_missing_state_is_found(directory: Path, table: str, change: str) -> None:
    with sqlite3.connect(directory / "chain.sqlite") as connection:
        connection.execute(change.format(table))
    connection.close()
    assert audited(directory) is not None


def test_a_log_without_a_transaction_is_found(directory: Path) -> None:
    with sqlite3.connect(directory / "chain.sqlite") as connection:
        connection.execute(
            "INSERT INTO log SELECT 9, 99, 99, address, topic0, topic1, topic2, topic3, body FROM log LIMIT 1"
        )
    connection.close()
    assert audited(directory) == "block 9: log index differs: stored [99], should be []"


def test_blocks_after_the_head_are_found(directory: Path) -> None:
    with sqlite3.connect(directory / "chain.sqlite") as connection:
        connection.execute(
            "INSERT INTO log SELECT 99, 0, 0, address, topic0, topic1, topic2, topic3, body FROM log LIMIT 1"
        )
    connection.close()
    assert audited(directory) is not None
