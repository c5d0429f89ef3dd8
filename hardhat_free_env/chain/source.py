"""Committed state for the EVM: nodes and code from the store, with decoded tries kept in memory from block to block.

A trie root that is warm shares its decoded nodes with whoever asks; they are immutable, so threads may.
"""

from collections import OrderedDict
from threading import Lock

from hardhat_free_env.chain.state import Written
from hardhat_free_env.chain.store import Store
from hardhat_free_env.chain.trie import EMPTY_ROOT, Child, decode_node

WARM_ROOTS = 256
WARM_NODES = 200_000  # decoded nodes kept at most, roughly 100 MB; counted by what blocks add and reads load
CODES = 512


class CommittedState:
    """A `StateSource` over the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._warm: OrderedDict[bytes, Child] = OrderedDict()
        self._made = 0
        self._code: OrderedDict[bytes, bytes] = OrderedDict()

    def node(self, digest: bytes) -> bytes | None:
        """From disk; what is warm is not asked for."""
        self._made += 1
        return self._store.node(digest)

    def code(self, digest: bytes) -> bytes | None:
        """Contract code; the same object each time, so that what is derived from it can be remembered."""
        code = self._code.get(digest)
        if code is None and (code := self._store.code(digest)) is not None:
            with self._lock:
                self._code[digest] = code
                if len(self._code) > CODES:
                    self._code.popitem(last=False)
        return code

    def warm(self, root: bytes) -> Child:
        """The root node in memory, loaded when it is not there yet; its hash when the store does not have it."""
        if root == EMPTY_ROOT:
            return None
        node = self._warm.get(root)
        if node is None:
            raw = self.node(root)
            if raw is None:
                return root
            node = decode_node(raw, root)
            self._remember(root, node)
        return node

    def keep_warm(self, written: Written) -> None:
        """Remember a block's new roots with all that is decoded below them. Call once the block is committed."""
        self._made += len(written.nodes)
        for root, node in written.roots.items():
            self._remember(root, node)

    def _remember(self, root: bytes, node: Child) -> None:
        with self._lock:
            if self._made > WARM_NODES:
                self._warm.clear()
                self._made = 0
            self._warm[root] = node
            self._warm.move_to_end(root)
            if len(self._warm) > WARM_ROOTS:
                self._warm.popitem(last=False)
