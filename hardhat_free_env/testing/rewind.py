"""A node that can forget its last blocks, so that many tests share one deployment, and what they all do is reckoned once.

For tests only: a real chain never goes back.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from hardhat_free_env.chain.builder import Attempt
from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.records import sealed_header
from hardhat_free_env.chain.transactions import Transaction

REMEMBERED = 4096
"""Blocks whose execution is kept; about 20 kB each."""


class RewindableNode(Node):
    """`Node` with one more method.

    Tests that begin alike do the same again after each rewinding. The same transactions at the same time on the same
    parent are the same block: it is committed again, and executed once.
    """

    remembered = REMEMBERED

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
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
        attempt = self._built.pop(key, None) or super()._build(transactions, time)
        self._built[key] = attempt
        while len(self._built) > self.remembered:
            self._built.popitem(last=False)
        return attempt
