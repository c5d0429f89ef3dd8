"""Merkle Patricia trie that hashes lazily: nodes stay decoded in memory, a changed one is encoded and hashed once.

Roots and stored nodes equal those of py-trie's HexaryTrie (yellow paper, appendix D): either reads what the other wrote.
"""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

from eth_hash.auto import keccak

from hardhat_free_env.chain.encoding import Item, rlp_decode, rlp_encode, rlp_int, rlp_list, rlp_string
from hardhat_free_env.chain.errors import ChainBroken, NotAvailable

EMPTY_ROOT = keccak(b"\x80")

_NIBBLES = bytes.maketrans(b"0123456789abcdef", bytes(range(16)))


class NodeSource(Protocol):
    """Where encoded nodes are found by their hash."""

    def node(self, digest: bytes) -> bytes | None:
        """The RLP of a node, or None when it is not stored."""
        ...


class Leaf:
    """The end of a path, with its value. `ref` is set once hashed: from then on the node never changes."""

    __slots__ = ("path", "ref", "value")

    def __init__(self, path: bytes, value: bytes, ref: bytes | None = None) -> None:
        self.path, self.value, self.ref = path, value, ref


class Extension:
    """A stretch of path that several keys share."""

    __slots__ = ("child", "path", "ref")

    def __init__(self, path: bytes, child: "Child", ref: bytes | None = None) -> None:
        self.path, self.child, self.ref = path, child, ref


class Branch:
    """A fork into sixteen, with the value of the key that ends here."""

    __slots__ = ("children", "ref", "value")

    def __init__(self, children: "list[Child]", value: bytes = b"", ref: bytes | None = None) -> None:
        self.children, self.value, self.ref = children, value, ref


Node: TypeAlias = Leaf | Extension | Branch
# Nothing, a node in memory, or the hash of one not loaded yet.
Child: TypeAlias = "Node | bytes | None"


def nibbles(key: bytes) -> bytes:
    """A key as one byte per half byte."""
    return key.hex().encode().translate(_NIBBLES)


def _hex_prefix(path: bytes, *, leaf: bool) -> bytes:
    flag = 2 if leaf else 0
    even = bytes((flag + 1,)) + path if len(path) & 1 else bytes((flag, 0)) + path
    return bytes([high << 4 | low for high, low in zip(even[::2], even[1::2], strict=True)])


def _common_length(one: bytes, other: bytes) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _decoded(item: Item, ref: bytes) -> Node:
    if len(item) == 17:
        return Branch([_child(item[at]) for at in range(16)], _bytes(item[16]), ref)
    if len(item) != 2:
        raise ChainBroken("a stored trie node is neither branch nor path")
    prefixed = nibbles(_bytes(item[0]))
    path = prefixed[1:] if prefixed[0] & 1 else prefixed[2:]
    if prefixed[0] & 2:
        return Leaf(path, _bytes(item[1]), ref)
    return Extension(path, _child(item[1]), ref)


def _bytes(item: "Item | int") -> bytes:
    if not isinstance(item, bytes):
        raise ChainBroken("a stored trie node has a list where bytes belong")
    return item


def _child(item: "Item | int") -> Child:
    if isinstance(item, list):  # shorter than a hash: stands inside its parent
        return _decoded(item, rlp_encode(item))
    digest = _bytes(item)
    return digest or None


def decode_node(raw: bytes, digest: bytes) -> Node:
    """A node from its stored bytes."""
    return _decoded(rlp_decode(raw), b"\xa0" + digest)


class LazyTrie:
    """One trie, changed in place. Keys are used as given (hash them first for a secure trie).

    Invariant: a node with a `ref` is immutable and may be shared with other tries and threads; one without belongs to
    this trie alone.
    """

    def __init__(self, source: NodeSource, root: Child = None) -> None:
        self._source = source
        self._root = root

    @property
    def root(self) -> Child:
        """The root node as held in memory; shareable after `commit`."""
        return self._root

    def _load(self, child: Child) -> Node | None:
        if not isinstance(child, bytes):
            return child
        raw = self._source.node(child)
        if raw is None:
            raise NotAvailable(f"state is not available: trie node 0x{child.hex()} is not stored (pruned?)")
        return decode_node(raw, child)

    def get(self, key: bytes) -> bytes:
        """The value, empty when absent. Loaded nodes are linked in, so the next access is a walk in memory."""
        path, at = nibbles(key), 0
        node = self._root = self._load(self._root)
        while node is not None:
            if isinstance(node, Leaf):
                return node.value if node.path == path[at:] else b""
            if isinstance(node, Branch):
                if at == len(path):
                    return node.value
                child = node.children[path[at]]
                if isinstance(child, bytes):
                    child = node.children[path[at]] = self._load(child)
                node, at = child, at + 1
            else:
                if not path.startswith(node.path, at):
                    return b""
                at += len(node.path)
                below = node.child = self._load(node.child)
                node = below
        return b""

    def set(self, key: bytes, value: bytes) -> None:
        """Store a value; an empty one deletes."""
        path = nibbles(key)
        self._root = self._with(self._root, path, value) if value else self._without(self._root, path)

    def delete(self, key: bytes) -> None:
        """Remove a key; one that is absent changes nothing."""
        self._root = self._without(self._root, nibbles(key))

    def _with(self, child: Child, path: bytes, value: bytes) -> Node:
        node = self._load(child)
        if node is None:
            return Leaf(path, value)
        if isinstance(node, Branch):
            owned = _owned(node)
            if path:
                owned.children[path[0]] = self._with(owned.children[path[0]], path[1:], value)
            else:
                owned.value = value
            return owned
        shared = _common_length(node.path, path)
        if shared == len(node.path):
            if isinstance(node, Extension):
                return Extension(node.path, self._with(node.child, path[shared:], value))
            if shared == len(path):
                return Leaf(path, value)
        return _split(node, path, shared, value)

    def _without(self, child: Child, path: bytes) -> Child:
        node = self._load(child)
        if node is None:
            return None
        if isinstance(node, Leaf):
            return None if node.path == path else node
        if isinstance(node, Extension):
            if not path.startswith(node.path):
                return node
            rest = self._without(node.child, path[len(node.path) :])
            return node if rest is node.child else self._joined(node.path, rest)
        return self._branch_without(node, path)

    def _branch_without(self, node: Branch, path: bytes) -> Child:
        if path:
            child = node.children[path[0]]
            rest = self._without(child, path[1:])
            if rest is child:
                return node
            owned = _owned(node)
            owned.children[path[0]] = rest
        else:
            owned = _owned(node)
            owned.value = b""
        live = [at for at, child in enumerate(owned.children) if child is not None]
        if len(live) + bool(owned.value) > 1:
            return owned
        if not live:
            return Leaf(b"", owned.value) if owned.value else None
        return self._joined(bytes((live[0],)), owned.children[live[0]])

    def _joined(self, path: bytes, child: Child) -> Child:
        node = self._load(child)
        if node is None:
            return None
        if isinstance(node, Branch):
            return Extension(path, node)
        if isinstance(node, Leaf):
            return Leaf(path + node.path, node.value)
        return Extension(path + node.path, node.child)

    def commit(self, fresh: dict[bytes, bytes]) -> bytes:
        """Hash what changed, put each new node into `fresh` (hash → RLP) and return the root hash."""
        if self._root is None:
            return EMPTY_ROOT
        if isinstance(self._root, bytes):
            return self._root
        ref = _reference(self._root, fresh)
        if len(ref) == 33 and ref[0] == 0xA0:
            return ref[1:]
        digest = keccak(ref)  # a root shorter than a hash is stored all the same
        fresh[digest] = ref
        return digest

    def prove(self, key: bytes) -> list[bytes]:
        """The stored nodes from the root towards `key` (EIP-1186), proving its value or absence. Commit first."""
        path, at = nibbles(key), 0
        proof: list[bytes] = []
        node, raw = self._raw(self._root, root=True)
        while node is not None:
            if raw:
                proof.append(raw)
            if isinstance(node, Leaf) or at == len(path):
                break
            if isinstance(node, Branch):
                node, raw = self._raw(node.children[path[at]])
                at += 1
            elif path.startswith(node.path, at):
                at += len(node.path)
                node, raw = self._raw(node.child)
            else:
                break
        return proof

    def _raw(self, child: Child, *, root: bool = False) -> tuple[Node | None, bytes]:
        """A node and its stored bytes; a node inside its parent has none of its own."""
        node = self._load(child)
        if node is None or node.ref is None:
            return node, b""
        if len(node.ref) != 33 or node.ref[0] != 0xA0:
            return node, node.ref if root else b""
        raw = self._source.node(node.ref[1:])
        if raw is None:
            raise NotAvailable(f"state is not available: trie node 0x{node.ref[1:].hex()} is not stored (pruned?)")
        return node, raw


def _owned(node: Branch) -> Branch:
    return node if node.ref is None else Branch(node.children[:], node.value)


def _split(node: Leaf | Extension, path: bytes, shared: int, value: bytes) -> Node:
    """A branch where two paths part, behind an extension when they have a stretch in common."""
    branch = Branch([None] * 16)
    old = node.path[shared:]
    if isinstance(node, Leaf):
        if old:
            branch.children[old[0]] = Leaf(old[1:], node.value)
        else:
            branch.value = node.value
    else:
        branch.children[old[0]] = Extension(old[1:], node.child) if len(old) > 1 else node.child
    new = path[shared:]
    if new:
        branch.children[new[0]] = Leaf(new[1:], value)
    else:
        branch.value = value
    return Extension(path[:shared], branch) if shared else branch


def _reference(child: Child, fresh: dict[bytes, bytes]) -> bytes:
    """What stands for a node inside its parent: its hash, or its RLP when that is shorter."""
    if child is None:
        return b"\x80"
    if isinstance(child, bytes):
        return b"\xa0" + child
    if child.ref is None:
        encoded = _encoded(child, fresh)
        if len(encoded) < 32:
            child.ref = encoded
        else:
            digest = keccak(encoded)
            fresh[digest] = encoded
            child.ref = b"\xa0" + digest
    return child.ref


def _encoded(node: Node, fresh: dict[bytes, bytes]) -> bytes:
    if isinstance(node, Branch):
        return rlp_list([*[_reference(child, fresh) for child in node.children], rlp_string(node.value)])
    if isinstance(node, Leaf):
        return rlp_list((rlp_string(_hex_prefix(node.path, leaf=True)), rlp_string(node.value)))
    return rlp_list((rlp_string(_hex_prefix(node.path, leaf=False)), _reference(node.child, fresh)))


class _Nothing:
    def node(self, digest: bytes) -> bytes | None:
        del digest
        return None


def ordered_root(items: Sequence[bytes]) -> bytes:
    """Root of the trie that holds a block's transactions or receipts under their position."""
    trie = LazyTrie(_Nothing())
    for position, item in enumerate(items):
        trie.set(rlp_int(position), item)
    return trie.commit({})
