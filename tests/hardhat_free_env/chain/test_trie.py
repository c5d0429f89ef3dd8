"""The lazily hashed trie against py-trie: roots, stored nodes, contents, proofs."""

from dataclasses import dataclass, field

import pytest
import rlp
from hypothesis import given, settings
from hypothesis import strategies as st
from trie import HexaryTrie

from hardhat_free_env.chain.errors import NotAvailable
from hardhat_free_env.chain.trie import EMPTY_ROOT, LazyTrie, ordered_root

# Keys of one length, as on a chain: py-trie cannot read a key that ends inside an extension.
SHORT = st.binary(min_size=2, max_size=2)  # with short values these make nodes that stand inside their parents
LONG = st.sampled_from([bytes([first]) + bytes(30) + bytes([last]) for first in (0, 1, 16) for last in (0, 1, 16, 17)])
VALUES = st.one_of(st.just(b""), st.binary(min_size=1, max_size=5), st.binary(min_size=30, max_size=70))


def histories(keys: st.SearchStrategy[bytes]) -> st.SearchStrategy[list[tuple[bytes, bytes] | str]]:
    return st.lists(st.one_of(st.tuples(keys, VALUES), st.sampled_from(["commit", "reload"])), max_size=120)


@dataclass
class Nodes:
    stored: dict[bytes, bytes] = field(default_factory=dict)

    def node(self, digest: bytes) -> bytes | None:
        return self.stored.get(digest)


@given(st.one_of(histories(SHORT), histories(LONG)))
@settings(max_examples=300, deadline=None)
def test_any_history_of_writes_and_deletes_gives_py_tries_root_nodes_and_proofs(
    history: list[tuple[bytes, bytes] | str],
) -> None:
    nodes = Nodes()
    reference_nodes: dict[bytes, bytes] = {}
    trie, reference = LazyTrie(nodes), HexaryTrie(reference_nodes)
    contents: dict[bytes, bytes] = {}
    for step in [*history, "commit"]:
        if isinstance(step, str):
            root = trie.commit(nodes.stored)
            assert root == reference.root_hash
            if step == "reload":
                trie = LazyTrie(nodes, None if root == EMPTY_ROOT else root)
        else:
            key, value = step
            trie.set(key, value)
            reference[key] = value
            contents[key] = value
    assert all(reference_nodes[digest] == body for digest, body in nodes.stored.items() if digest in reference_nodes)
    for key, value in contents.items():
        assert trie.get(key) == value == HexaryTrie(nodes.stored, root)[key]
        proof = [rlp.decode(node) for node in trie.prove(key)]
        assert HexaryTrie.get_from_proof(root, key, proof) == value  # type: ignore[no-untyped-call]


@given(st.one_of(st.dictionaries(SHORT, VALUES, max_size=60), st.dictionaries(LONG, VALUES)))
@settings(deadline=None)
def test_what_is_stored_is_exactly_what_py_trie_stores(contents: dict[bytes, bytes]) -> None:
    nodes = Nodes()
    trie = LazyTrie(nodes)
    for key, value in contents.items():
        trie.set(key, value)
    trie.commit(nodes.stored)
    kept: dict[bytes, bytes] = {}
    pruned = HexaryTrie(kept, prune=True)
    for key, value in contents.items():
        pruned[key] = value
    assert {digest: body for digest, body in kept.items() if digest != EMPTY_ROOT} == nodes.stored


@given(st.lists(st.binary(min_size=1, max_size=90), max_size=150))
@settings(max_examples=40, deadline=None)
def test_the_root_over_a_blocks_items_is_py_tries(items: list[bytes]) -> None:
    reference = HexaryTrie({})
    for position, item in enumerate(items):
        reference[rlp.encode(position)] = item
    assert ordered_root(items) == reference.root_hash


def test_a_committed_root_is_not_changed_by_a_trie_that_goes_on_from_it() -> None:
    nodes = Nodes()
    first = LazyTrie(nodes)
    for number in range(50):
        first.set(bytes([number]) * 3, b"one")
    root = first.commit(nodes.stored)
    shared = first.root
    for trie in (LazyTrie(nodes, shared), LazyTrie(nodes, shared)):
        trie.set(b"\x05" * 3, b"two")
        trie.delete(b"\x06" * 3)
        assert trie.commit({}) != root
    assert LazyTrie(nodes, shared).get(b"\x05" * 3) == b"one"
    assert LazyTrie(nodes, shared).commit({}) == root


def test_a_missing_node_is_named() -> None:
    trie = LazyTrie(Nodes(), b"\x07" * 32)
    with pytest.raises(NotAvailable, match="0x0707"):
        trie.get(b"key")
