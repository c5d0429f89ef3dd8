"""Transactions that wait to be sealed, in memory: a kill may lose them, whoever sent them sends them again.

Each sender's run in the order of their nonces; one with a later nonce waits for those before it, within bounds. Refusals are in geth's
words, so that clients recognise them.
"""

import heapq
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hardhat_free_env.chain.errors import AlreadyKnown, Refused
from hardhat_free_env.chain.transactions import Transaction

CAPACITY = 10_000
AHEAD = 4_096  # how far a nonce may be ahead of the sender's next
PATIENCE = 600.0  # seconds a transaction waits for the nonces before it


@dataclass(frozen=True, slots=True, order=True)
class _Waiting:
    arrival: int
    since: float = field(compare=False)
    transaction: Transaction = field(compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A sender whose nonce `missing` has not come while later ones, from `waiting` on, are here."""

    sender: bytes
    missing: int
    waiting: int


class Pool:
    """Thread-safe. `next_nonce` tells a sender's nonce in the head's state."""

    def __init__(self, next_nonce: Callable[[bytes], int]) -> None:
        self._next_nonce = next_nonce
        self._changed = threading.Condition()
        self._by_hash: dict[bytes, _Waiting] = {}
        self._by_sender: dict[bytes, dict[int, _Waiting]] = {}
        self._arrivals = 0

    def __len__(self) -> int:
        return len(self._by_hash)

    def add(self, transaction: Transaction) -> None:
        """Take a transaction that was admitted; Refused says why not."""
        sender, nonce = transaction.sender, transaction.nonce
        with self._changed:
            if transaction.hash in self._by_hash:
                raise AlreadyKnown("already known")
            self._check_nonce(sender, nonce)
            if len(self._by_hash) >= CAPACITY:
                raise Refused(f"txpool is full: {CAPACITY} transactions are waiting; send again later")
            waiting = _Waiting(self._arrivals, time.monotonic(), transaction)
            self._arrivals += 1
            self._by_hash[transaction.hash] = self._by_sender.setdefault(sender, {})[nonce] = waiting
            self._changed.notify_all()

    def _check_nonce(self, sender: bytes, nonce: int) -> None:
        expected = self._next_nonce(sender)
        if nonce < expected:
            raise Refused(f"nonce too low: address 0x{sender.hex()}, tx: {nonce} state: {expected}")
        if nonce > expected + AHEAD:
            raise Refused(
                f"nonce too high: address 0x{sender.hex()}, tx: {nonce} state: {expected}; "
                f"at most {AHEAD} ahead are kept waiting"
            )
        if nonce in self._by_sender.get(sender, {}):
            raise Refused("replacement transaction underpriced")  # gas is free: nothing can be offered for the place

    def get(self, tx_hash: bytes) -> Transaction | None:
        """One that waits."""
        waiting = self._by_hash.get(tx_hash)
        return waiting.transaction if waiting else None

    def pending_nonce(self, sender: bytes) -> int:
        """The nonce the sender would use next, counting what waits without a gap."""
        with self._changed:
            nonce, queue = self._next_nonce(sender), self._by_sender.get(sender, {})
            while nonce in queue:
                nonce += 1
            return nonce

    def ready(self, limit: int) -> list[Transaction]:
        """Up to `limit` that can run now, by arrival, each sender's in order. They stay here until `settle`."""
        with self._changed:
            heap = [(first.arrival, sender, nonce) for sender, nonce, first in self._first_of_each()]
            heapq.heapify(heap)
            chosen: list[Transaction] = []
            while heap and len(chosen) < limit:
                arrival, sender, nonce = heapq.heappop(heap)
                queue = self._by_sender[sender]
                chosen.append(queue[nonce].transaction)
                if following := queue.get(nonce + 1):
                    heapq.heappush(heap, (max(arrival, following.arrival), sender, nonce + 1))
            return chosen

    def _first_of_each(self) -> Iterable[tuple[bytes, int, _Waiting]]:
        for sender, queue in self._by_sender.items():
            nonce = self._next_nonce(sender)
            if first := queue.get(nonce):
                yield sender, nonce, first

    def gaps(self) -> list[Gap]:
        """Senders whose transactions wait for one that has not come."""
        with self._changed:
            nonces = ((sender, self._next_nonce(sender), queue) for sender, queue in self._by_sender.items())
            return [Gap(sender, missing, min(queue)) for sender, missing, queue in nonces if missing not in queue]

    def settle(self, hashes: Iterable[bytes]) -> None:
        """Forget transactions that are in a block now, or never will be."""
        with self._changed:
            for tx_hash in hashes:
                self._forget(tx_hash)

    def _forget(self, tx_hash: bytes) -> None:
        waiting = self._by_hash.pop(tx_hash, None)
        if waiting:
            transaction = waiting.transaction
            queue = self._by_sender[transaction.sender]
            del queue[transaction.nonce]
            if not queue:
                del self._by_sender[transaction.sender]

    def expire(self) -> list[Transaction]:
        """Drop and return what has waited too long for the nonces before it."""
        with self._changed:
            deadline = time.monotonic() - PATIENCE
            late = [waiting.transaction for waiting in self._by_hash.values() if waiting.since < deadline]
            for transaction in late:
                self._forget(transaction.hash)
            return late

    def wait(self, seconds: float) -> None:
        """Until something changes, or the time is over."""
        with self._changed:
            self._changed.wait(seconds)

    def gather(self, count: int, seconds: float, quiet: float) -> None:
        """Until `count` wait, or `seconds` are over, or nothing has come for `quiet` seconds."""
        deadline = time.monotonic() + seconds
        with self._changed:
            before = -1
            while before < len(self._by_hash) < count and (left := deadline - time.monotonic()) > 0:
                before = len(self._by_hash)
                self._changed.wait(min(left, quiet))

    def wake(self) -> None:
        """Let waiters look again."""
        with self._changed:
            self._changed.notify_all()
