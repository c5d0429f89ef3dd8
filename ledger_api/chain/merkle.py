"""Merkle Patricia tries built at once from all their pairs: roots and proofs of a block's receipts (yellow paper, appendix D).

Nothing is stored and nothing is changed later, which makes it short and several times quicker than a trie that can.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import rlp
from eth_hash.auto import keccak
from rlp.codec import encode_raw

Pair: TypeAlias = tuple[bytes, bytes]
"""Nibbles of a key, one a byte; its value."""

Node: TypeAlias = Any
"""A decoded node, or a hash in the place of one: rlp gives bytes and lists of them, as deep as they go."""

EMPTY_ROOT = keccak(rlp.encode(b""))
"""The root of a trie without pairs."""


class Trie:
    """The trie of `pairs`: keys and their values, keys different from one another, values not empty."""

    def __init__(self, pairs: Sequence[tuple[bytes, bytes]]) -> None:
        self._nodes: dict[bytes, bytes] = {}
        listed = sorted((nibbles(key), value) for key, value in pairs)
        self._top = self._node(listed, 0) if listed else rlp.encode(b"")
        self.root = keccak(self._top)

    @property
    def nodes(self) -> Mapping[bytes, bytes]:
        """All nodes that a proof can need, by their hash."""
        return {self.root: self._top, **self._nodes}

    def proof(self, key: bytes) -> tuple[bytes, ...]:
        """The nodes from the root to `key`, as far as there are any."""
        return walk(self.nodes, self.root, key)

    def _node(self, pairs: Sequence[Pair], depth: int) -> bytes:
        """The RLP of the node over `pairs`, whose keys agree in their first `depth` nibbles."""
        first, last = pairs[0][0], pairs[-1][0]
        if len(pairs) == 1:
            return bytes(encode_raw([compact(first[depth:], leaf=True), pairs[0][1]]))
        shared = _agree(first, last, depth)
        if shared > depth:
            return bytes(encode_raw([compact(first[depth:shared], leaf=False), self._child(pairs, shared)]))
        return self._branch(pairs, depth)

    def _branch(self, pairs: Sequence[Pair], depth: int) -> bytes:
        value = b""
        if len(pairs[0][0]) == depth:
            value, pairs = pairs[0][1], pairs[1:]
        children = []
        start = 0
        for nibble in range(16):
            end = start
            while end < len(pairs) and pairs[end][0][depth] == nibble:
                end += 1
            children.append(self._child(pairs[start:end], depth + 1) if end > start else b"")
            start = end
        return bytes(encode_raw([*children, value]))

    def _child(self, pairs: Sequence[Pair], depth: int) -> Node:
        """How a parent holds the node: by hash, or the node itself when that is shorter."""
        encoded = self._node(pairs, depth)
        if len(encoded) < 32:
            return rlp.decode(encoded)
        digest = keccak(encoded)
        self._nodes[digest] = encoded
        return digest


def walk(nodes: Mapping[bytes, bytes], root: bytes, key: bytes) -> tuple[bytes, ...]:
    """The nodes from `root` to `key`, as far as there are any; KeyError when one on the way is not among `nodes`."""
    if root == EMPTY_ROOT:
        return ()
    found = [nodes[root]]
    node, path = rlp.decode(found[0]), nibbles(key)
    while (step := _step(node, path)) is not None:
        node, path = step
        if isinstance(node, bytes):  # a hash; a shorter node stands in its parent
            found.append(nodes[node])
            node = rlp.decode(found[-1])
    return tuple(found)


def nibbles(key: bytes) -> bytes:
    """The half bytes of a key, one a byte."""
    return bytes(half for byte in key for half in (byte >> 4, byte & 15))


def compact(path: bytes, *, leaf: bool) -> bytes:
    """Hex-prefix encoding of a path (yellow paper, appendix C)."""
    flag = 2 * leaf + len(path) % 2
    padded = bytes((flag,)) + path if len(path) % 2 else bytes((flag, 0)) + path
    return bytes(padded[place] << 4 | padded[place + 1] for place in range(0, len(padded), 2))


def _agree(first: bytes, last: bytes, depth: int) -> int:
    """How many nibbles the smallest and the greatest key share, and so all between them."""
    end = min(len(first), len(last))
    while depth < end and first[depth] == last[depth]:
        depth += 1
    return depth


def _step(node: Node, path: bytes) -> tuple[Node, bytes] | None:
    """The child on the way along `path`, and the way that is left; None where the way ends."""
    if len(node) == 17:
        return (node[path[0]], path[1:]) if path and node[path[0]] else None
    prefix = nibbles(node[0])
    own = prefix[1:] if prefix[0] & 1 else prefix[2:]
    is_leaf = prefix[0] & 2
    return (node[1], path[len(own) :]) if not is_leaf and path[: len(own)] == own else None
