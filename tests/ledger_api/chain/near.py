"""The facade's JSON-RPC client over a `LocalChain` in the same process: the node's own dispatcher, no HTTP, no threads."""

from hardhat_free_env.chain import records
from hardhat_free_env.chain.errors import AlreadyKnown, Refused
from hardhat_free_env.chain.rpc.dispatch import Dispatcher
from hardhat_free_env.chain.rpc.methods import Methods
from hardhat_free_env.chain.transactions import Transaction
from hardhat_free_env.testing import LocalChain
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.wire import Wire


class SealedAtOnce:
    """Where transactions go: each into a block of its own, before the answer."""

    def __init__(self, local: LocalChain) -> None:
        self._local = local

    def submit(self, raw: bytes) -> bytes:
        transaction = self._local.node.admit(raw)
        if records.is_known(self._local.node.store, transaction.hash):
            raise AlreadyKnown("already known")
        sealing = self._local.seal_all([raw])
        if sealing.block is None:
            raise Refused("; ".join(sealing.refused.values()))
        return transaction.hash

    def waiting(self, _: bytes) -> Transaction | None:
        return None

    def pending_nonce(self, sender: bytes) -> int:
        return self._local.nonce(sender)


class Near(Wire):
    """Asks the dispatcher instead of a server."""

    def __init__(self, local: LocalChain) -> None:
        super().__init__("http://127.0.0.1:1", seconds=1)
        self._local = local
        self._dispatcher, self._reader = _dispatcher(local), local.reader

    def post(self, body: bytes) -> tuple[int, bytes]:
        local = self._local
        if self._reader is not local.reader:  # the chain was rewound
            self._dispatcher, self._reader = _dispatcher(local), local.reader
        return 200, self._dispatcher.answer(body)


def _dispatcher(local: LocalChain) -> Dispatcher:
    return Dispatcher(Methods(local.node, local.reader, SealedAtOnce(local)).table)


def near(local: LocalChain) -> JsonRpcChain:
    """A client of the chain; it follows rewinds."""
    return JsonRpcChain("", wire=Near(local))
