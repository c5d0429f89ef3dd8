"""Nodes that misbehave, around a real one: what a sender must get along with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ledger_api.ports.chain import Chain, NodeUnreachable, Receipt


@dataclass
class Between:
    """Stands between the facade and its chain. Every method goes through unless it is spoiled."""

    chain: Chain
    send: Callable[["Between", bytes], bytes] | None = None
    """What sending does instead."""
    deaf: bool = False
    """Nothing is answered."""
    hide_receipts: bool = False
    sent: list[bytes] = field(default_factory=list)
    """Raw transactions that were handed over, in order."""

    def send_raw(self, raw: bytes) -> bytes:
        self._listen()
        self.sent.append(raw)
        return self.send(self, raw) if self.send else self.chain.send_raw(raw)

    def receipt(self, transaction_hash: bytes) -> Receipt | None:
        self._listen()
        return None if self.hide_receipts else self.chain.receipt(transaction_hash)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any method
        self._listen()
        return getattr(self.chain, name)

    def _listen(self) -> None:
        if self.deaf:
            raise NodeUnreachable("no answer")
