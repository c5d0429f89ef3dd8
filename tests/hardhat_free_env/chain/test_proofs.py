"""EIP-1186 proofs, checked by py-trie as a stranger would."""

from collections.abc import Callable

import pytest
import rlp
from eth_hash.auto import keccak
from trie import HexaryTrie
from trie.exceptions import BadTrieProof

from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.proofs import AccountProof, prove
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.state import NO_ACCOUNT
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import Opener, Sender
from tests.hardhat_free_env.chain.programs import STORE, word

Deploy = Callable[[bytes], bytes]


def looked_up(root: bytes, key: bytes, nodes: tuple[bytes, ...]) -> bytes:
    return bytes(HexaryTrie.get_from_proof(root, keccak(key), [rlp.decode(node) for node in nodes]))  # type: ignore[no-untyped-call]


def check(root: bytes, proof: AccountProof) -> None:
    proved = looked_up(root, proof.address, proof.nodes)
    assert proved == (b"" if proof.account == NO_ACCOUNT else proof.account.encode())
    for slot in proof.slots:
        proved = looked_up(proof.account.storage_root, word(slot.slot), slot.nodes)
        assert proved == (rlp.encode(slot.value) if slot.value else b"")


@pytest.fixture
def filled(node: Node, deploy: Deploy, sender: Sender) -> bytes:
    """A contract whose slots were filled over several blocks, each block n leaving slot n at 1000 + n."""
    store = deploy(STORE)
    for number in range(1, 60):
        node.seal([sender.raw(store, word(number) + word(1000 + number)) for number in (number, number + 1000)])
    return store


def test_present_and_absent_slots_are_proved_at_every_block(node: Node, reader: Reader, filled: bytes) -> None:
    for number in (0, 1, 2, 30, node.head.block_number):
        proof = prove(node.state, reader.at(number), filled, [1, 2, 40, 1059, 2**256 - 1])
        check(reader.header(number).state_root, proof)
    assert [slot.value for slot in prove(node.state, reader.latest(), filled, [1, 40, 1059]).slots] == [
        1001,
        1040,
        2059,
    ]
    assert [slot.value for slot in prove(node.state, reader.at(30), filled, [1, 40]).slots] == [1001, 0]


def test_absent_accounts_are_proved_absent(node: Node, reader: Reader, filled: bytes) -> None:
    del filled
    proof = prove(node.state, reader.latest(), account(9).address, [0])
    check(node.head.state_root, proof)
    assert proof.account == NO_ACCOUNT
    assert proof.slots[0].nodes == ()


def test_proofs_are_the_same_after_reopening(open_node: Opener, sender: Sender) -> None:
    from tests.hardhat_free_env.chain.conftest import only_block
    from tests.hardhat_free_env.chain.programs import creation

    node = open_node()
    store = only_block(node.seal([sender.raw(None, creation(STORE))])).transactions[0].created or b""
    node.seal([sender.raw(store, word(number) + word(7)) for number in range(20)])
    before = prove(node.state, Reader(node).latest(), store, [3, 99])
    node = open_node()
    assert prove(node.state, Reader(node).latest(), store, [3, 99]) == before


def test_a_changed_node_is_refused_by_the_verifier(node: Node, reader: Reader, filled: bytes) -> None:
    proof = prove(node.state, reader.latest(), filled, [1])
    spoilt = bytearray(proof.slots[0].nodes[-1])
    spoilt[-1] ^= 1
    nodes = (*proof.slots[0].nodes[:-1], bytes(spoilt))
    with pytest.raises(BadTrieProof):
        looked_up(proof.account.storage_root, word(1), nodes)
