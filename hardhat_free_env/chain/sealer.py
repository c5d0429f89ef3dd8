"""The thread that seals: it groups what arrives within 20 ms into one block, and keeps the head's time moving when nothing arrives.

All EVM work that changes the chain happens here. When the disk refuses, nothing is acknowledged, callers are told why, and it tries again.
"""

import logging
import threading
import time
from collections.abc import Sequence

from hardhat_free_env.chain import records
from hardhat_free_env.chain.errors import AlreadyKnown, ChainError, StorageFailed
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.pool import Gap, Pool
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.transactions import Transaction

BLOCK_TRANSACTIONS = 50
GROUPING = 0.020  # seconds a block stays open at most after the first transaction
QUIET = 0.005  # seconds without another transaction after which it closes sooner
HEARTBEAT = 15  # seconds of chain time after which an empty block is sealed; deadlines on chain pass only with a block
WATCH = 0.2  # seconds between looks at the clock and the sender list
CLOCK_JUMP = 2.0  # seconds by which a clock that was moved differs from one that only ran
RETRY = 1.0  # seconds to the next try after the disk refused

_log = logging.getLogger(__name__)


class Sealer:
    """Runs a node: `submit` transactions, they are sealed soon."""

    def __init__(self, node: Node, reader: Reader, *, heartbeat: int = HEARTBEAT) -> None:
        self._node = node
        self.pool = Pool(lambda sender: reader.account(sender, reader.latest()).nonce)
        self._heartbeat = heartbeat
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sealer", daemon=True)
        self._fault: StorageFailed | None = None
        self._drift = self._measure()
        self._gaps: set[Gap] = set()

    @property
    def fault(self) -> str | None:
        """Why nothing is sealed at the moment; None when all is well."""
        return str(self._fault) if self._fault else None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End once what is ready has been sealed."""
        self._stopping.set()
        self.pool.wake()
        self._thread.join()

    def submit(self, raw: bytes) -> bytes:
        """Put a transaction into the pool and return its hash. Refused, AlreadyKnown or StorageFailed say why not."""
        transaction = self._node.admit(raw)
        if records.is_known(self._node.store, transaction.hash):
            raise AlreadyKnown("already known")
        if self._fault is not None:
            raise StorageFailed(f"not taken: {self._fault}")
        self.pool.add(transaction)
        return transaction.hash

    def waiting(self, tx_hash: bytes) -> Transaction | None:
        """One not sealed yet."""
        return self.pool.get(tx_hash)

    def pending_nonce(self, sender: bytes) -> int:
        """The nonce after what waits."""
        return self.pool.pending_nonce(sender)

    # -- the thread

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._turn()
            except StorageFailed as failure:
                self._refuse(failure)
            except Exception:  # noqa: BLE001  a chain that stops sealing helps nobody
                _log.exception("the sealer failed; it goes on with the next block")
                self._stopping.wait(RETRY)
        self._finish()

    def _finish(self) -> None:
        """Seal what is ready, so that a clean stop loses nothing that could have been sealed."""
        try:
            while ready := self.pool.ready(BLOCK_TRANSACTIONS):
                self._seal(ready)
        except StorageFailed as failure:
            _log.error("%d transactions are lost with the pool: %s", len(self.pool), failure)

    def _turn(self) -> None:
        self._watch()
        if not len(self.pool):
            self.pool.wait(WATCH)
        if len(self.pool):
            self.pool.gather(BLOCK_TRANSACTIONS, GROUPING, QUIET)
            ready = self.pool.ready(BLOCK_TRANSACTIONS)
            if ready:
                self._seal(ready)
            else:
                self._wait_out_gaps()

    def _seal(self, transactions: Sequence[Transaction]) -> None:
        try:
            sealing = self._node.seal_admitted(transactions)
        except ChainError:
            raise
        except Exception:  # noqa: BLE001  one transaction that breaks the machine must not stop the others
            if len(transactions) == 1:
                _log.exception("transaction 0x%s cannot be executed and is dropped", transactions[0].hash.hex())
                self.pool.settle([transactions[0].hash])
            for alone in transactions if len(transactions) > 1 else ():
                self._seal([alone])
            return
        self._recovered()
        for tx_hash, reason in sealing.refused.items():
            _log.warning("transaction 0x%s was dropped: %s", tx_hash.hex(), reason)
        included = sealing.block.transactions if sealing.block else ()
        self.pool.settle([*sealing.refused, *(done.hash for done in included)])

    def _wait_out_gaps(self) -> None:
        gaps = set(self.pool.gaps())
        for gap in gaps - self._gaps:
            _log.warning("0x%s: nonce %d waits for nonce %d", gap.sender.hex(), gap.waiting, gap.missing)
        self._gaps = gaps
        for transaction in self.pool.expire():
            _log.warning("transaction 0x%s was dropped: its nonce never came up", transaction.hash.hex())
        self.pool.wait(WATCH)

    def _watch(self) -> None:
        """Notice a moved clock, an edited sender list, and a head that lags behind the clock."""
        self._node.admission.follow()
        drift = self._measure()
        moved = abs(drift - self._drift) > CLOCK_JUMP
        self._drift = drift
        lag = self._node.clock.now() - self._node.head.timestamp
        idle = self._heartbeat > 0 and lag >= self._heartbeat and not len(self.pool)
        if (moved and lag > 0) or idle or self._fault is not None:
            self._node.seal([])
            self._recovered()

    def _measure(self) -> float:
        return self._node.clock.now() - time.monotonic()

    def _refuse(self, failure: StorageFailed) -> None:
        if self._fault is None:
            _log.error("nothing is sealed until this is cured: %s", failure)
        self._fault = failure
        self._stopping.wait(RETRY)

    def _recovered(self) -> None:
        if self._fault is not None:
            _log.warning("sealing again")
            self._fault = None
