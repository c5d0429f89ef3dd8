"""Pruning: the kept blocks answer and prove as before, older ones say that they were pruned, sealing goes on."""

from pathlib import Path

import pytest

from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.errors import BadRequest, NotAvailable
from hardhat_free_env.chain.proofs import prove
from hardhat_free_env.chain.prune import prune
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.store import Store
from tests.hardhat_free_env.chain.conftest import Opener, Sender, only_block
from tests.hardhat_free_env.chain.programs import STORE, creation, word
from tests.hardhat_free_env.chain.test_proofs import check

BLOCKS = 40


@pytest.fixture
def store(open_node: Opener, sender: Sender) -> bytes:
    node = open_node()
    created = only_block(node.seal([sender.raw(None, creation(STORE))])).transactions[0].created
    assert created is not None
    for number in range(BLOCKS):
        node.seal([sender.raw(created, word(each) + word(number + 1)) for each in (0, number)])
    node.close()
    return created


def pruned(directory: Path, blocks: int) -> int:
    opened = Store(directory)
    try:
        return prune(opened, blocks).deleted
    finally:
        opened.close()


def test_kept_blocks_prove_as_before_and_older_ones_say_they_were_pruned(
    open_node: Opener, store: bytes, tmp_path: Path
) -> None:
    assert pruned(tmp_path, 5) > BLOCKS
    node = open_node()
    reader = Reader(node)
    for number in range(BLOCKS - 3, BLOCKS + 2):
        check(reader.header(number).state_root, prove(node.state, reader.at(number), store, [0, 5, 77]))
    assert reader.storage(store, 0, reader.at(BLOCKS - 3)) == BLOCKS - 4
    with pytest.raises(NotAvailable, match=f"was pruned; state is kept from block {BLOCKS - 3}"):
        reader.at(BLOCKS - 4)


def test_a_pruned_chain_goes_on_and_still_passes_its_audit(
    open_node: Opener, store: bytes, sender: Sender, tmp_path: Path
) -> None:
    pruned(tmp_path, 1)
    node = open_node()
    only_block(node.seal([sender.raw(store, word(each) + word(3)) for each in range(10)]))
    assert Reader(node).storage(store, 7, Reader(node).latest()) == 3
    assert audit(node.store).finding is None


def test_pruning_twice_finds_nothing_more(store: bytes, tmp_path: Path) -> None:
    del store
    assert pruned(tmp_path, 5) > 0
    assert pruned(tmp_path, 5) == 0


def test_pruning_more_than_there_is_deletes_nothing(store: bytes, tmp_path: Path) -> None:
    del store
    assert pruned(tmp_path, BLOCKS * 2) == 0


def test_the_head_cannot_be_pruned(store: bytes, tmp_path: Path) -> None:
    del store
    with pytest.raises(BadRequest, match="1 or more"):
        pruned(tmp_path, 0)
