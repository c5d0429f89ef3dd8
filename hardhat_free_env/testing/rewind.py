"""A node that can forget its last blocks, so that many tests share one deployment.

For tests only: a real chain never goes back.
"""

from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.records import sealed_header


class RewindableNode(Node):
    """`Node` with one more method."""

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
