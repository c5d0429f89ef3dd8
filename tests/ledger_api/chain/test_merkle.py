"""Tries built at once, against the trie library on the same pairs."""

import random

import pytest
import rlp
from hypothesis import given
from hypothesis import strategies as st
from trie.hexary import HexaryTrie

from ledger_api.chain.merkle import EMPTY_ROOT, Trie, compact, walk


def library(pairs: dict[bytes, bytes]) -> HexaryTrie:
    trie = HexaryTrie({})
    for key, value in pairs.items():
        trie[key] = value
    return trie


KEYS = st.binary(max_size=3)
VALUES = st.binary(min_size=1, max_size=60)


@given(st.dictionaries(KEYS, VALUES, max_size=40))
def test_roots_and_proofs_are_those_of_the_library(pairs: dict[bytes, bytes]) -> None:
    ours, theirs = Trie(list(pairs.items())), library(pairs)
    assert ours.root == theirs.root_hash
    for key, value in pairs.items():
        nodes = [rlp.decode(node) for node in ours.proof(key)]
        assert HexaryTrie.get_from_proof(ours.root, key, nodes) == value  # type: ignore[no-untyped-call]


def test_a_block_of_hundreds_has_the_library_s_root() -> None:
    rng = random.Random(7)
    pairs = {rlp.encode(place): rng.randbytes(rng.randrange(1, 600)) for place in range(300)}
    assert Trie(list(pairs.items())).root == library(pairs).root_hash


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=20), KEYS)
def test_a_proof_of_absence_proves_absence(pairs: dict[bytes, bytes], absent: bytes) -> None:
    trie = Trie([(key, value) for key, value in pairs.items() if key != absent])
    nodes = [rlp.decode(node) for node in trie.proof(absent)]
    if trie.root != EMPTY_ROOT:
        assert HexaryTrie.get_from_proof(trie.root, absent, nodes) == b""  # type: ignore[no-untyped-call]


def test_no_pairs_have_the_empty_root() -> None:
    assert Trie([]).root == EMPTY_ROOT
    assert Trie([]).proof(b"key") == ()


def test_a_node_that_is_not_there_is_missed() -> None:
    trie = Trie([(bytes([place]), bytes(40)) for place in range(20)])
    nodes = {digest: node for digest, node in trie.nodes.items() if digest == trie.root}
    with pytest.raises(KeyError):
        walk(nodes, trie.root, b"\x01")


def test_paths_are_packed_as_the_yellow_paper_says() -> None:
    assert compact(bytes([1, 2, 3, 4, 5]), leaf=False) == bytes.fromhex("112345")
    assert compact(bytes([0, 1, 2, 3, 4, 5]), leaf=False) == bytes.fromhex("00012345")
    assert compact(bytes([15, 1, 12, 11, 8]), leaf=True) == bytes.fromhex("3f1cb8")
