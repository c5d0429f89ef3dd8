"""Looks a key up in a Merkle Patricia trie of which only the nodes of one proof are at hand.

Stricter than the library beneath it: every node given must be used, in the order given.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from eth_hash.auto import keccak
from rlp.exceptions import RLPException
from trie.exceptions import InvalidNode, MissingTrieNode, ValidationError
from trie.hexary import HexaryTrie

EMPTY_ROOT: Final = keccak(b"\x80")


class ProofBroken(Exception):
    """A proof does not lead anywhere; the message is one of `reasons.PROBLEMS`."""


class _Nodes(Mapping[bytes, bytes]):
    """The nodes of a proof by hash; remembers which were asked for."""

    def __init__(self, proof: Sequence[bytes]) -> None:
        self._nodes = {keccak(node): node for node in proof}
        self.used: list[bytes] = []

    def __getitem__(self, digest: bytes) -> bytes:
        node = self._nodes[digest]
        self.used.append(node)
        return node

    def __contains__(self, digest: object) -> bool:
        return digest in self._nodes

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


def look_up(root: bytes, key: bytes, proof: Sequence[bytes]) -> bytes:
    """The value under `key` in the trie with this root, empty when the proof shows that there is none. Raises ProofBroken."""
    if root == EMPTY_ROOT and not proof:
        return b""
    nodes = _Nodes(proof)
    try:
        value: bytes = HexaryTrie(nodes, root)[key]
    except (MissingTrieNode, RLPException, InvalidNode, ValidationError, KeyError) as error:
        raise ProofBroken("a node is missing or altered") from error
    if nodes.used != list(proof):
        raise ProofBroken("a node is not used")
    return value
