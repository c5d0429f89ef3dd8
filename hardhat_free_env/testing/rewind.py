"""A node that can forget its last blocks, so that many tests share one deployment, and what they all do is reckoned once.

For tests only: a real chain never goes back.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hardhat_free_env.chain.builder import Attempt
from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.records import sealed_header
from hardhat_free_env.chain.transactions import Transaction

_K = TypeVar("_K")
_V = TypeVar("_V")

REMEMBERED = 4096
"""Blocks whose execution is kept, about 20 kB each, and transactions."""


class RewindableNode(Node):
    """`Node` with one more method.

    Tests that begin alike do the same again after each rewinding. The same bytes are the same transaction, and the same
    transactions at the same time on the same parent are the same block: it is committed again, and executed once.
    """

    remembered = REMEMBERED

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._admitted: OrderedDict[bytes, Transaction] = OrderedDict()
        self._built: OrderedDict[tuple[bytes, int, tuple[bytes, ...]], Attempt] = OrderedDict()

    def rewind(self, number: int) -> None:
        """Make block `number` the head again. Trie nodes stay: they are found by hash and harm nobody."""
        sealed = sealed_header(self.store, number)
        if sealed is None:
            raise BadRequest(f"there is no block {number} to go back to")
        with self._turn:
            with self.store.transaction() as connection:
                for table in ("block", "tx", "log"):
                    connection.execute(f"DELETE FROM {table} WHERE number > ?", (number,))  # noqa: S608  our own tables
            self._head = sealed.header

    def _build(self, transactions: Sequence[Transaction], time: int) -> Attempt:
        key = self._head.hash, time, tuple(transaction.hash for transaction in transactions)
        return self._once(self._built, key, lambda: super(RewindableNode, self)._build(transactions, time))

    def admit(self, raw: bytes) -> Transaction:
        """As `Node.admit`."""
        transaction = self._once(self._admitted, raw, lambda: super(RewindableNode, self).admit(raw))
        self.admission.check(transaction.sender)  # the list may have changed
        return transaction

    def _once(self, known: "OrderedDict[_K, _V]", key: _K, make: Callable[[], _V]) -> _V:
        value = known.pop(key, None) or make()
        known[key] = value
        while len(known) > self.remembered:
            known.popitem(last=False)
        return value
