"""What one act costs in every way it can be done, and the least its storage, calldata and logs could cost.

The floor is 21 000 for the transaction, 16 or 4 a byte of the act's calldata, 22 100 for a slot written for the first time,
5 000 for one written again, 2 100 for one only read, and the logs; counted from what the act really touched. Deciding,
hashing, dispatch and signatures are above it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from eth_abi import encode
from eth_hash.auto import keccak

from hardhat_free_env.chain.state import JournaledState
from ledger_api.domain.words import Page
from tests.contracts.stage import Act, Done, Officer, Stage, signatories
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import AnAct

TRANSACTION, BYTE, ZERO_BYTE = 21_000, 16, 4
FRESH, AGAIN, READ = 22_100, 5_000, 2_100
LOG, LOG_BYTE = 375, 8
MOST_SIGNATURES = 4
FILED = keccak(b"Filed(bytes32,uint256,uint256)")


@dataclass(frozen=True)
class Cost:
    """One row: whole transactions, in gas."""

    needed: int
    """Signatures the act takes."""
    floor: int
    alone: int
    """The act without its signatures: called directly, or filed less what an empty filing costs."""
    direct: int | None
    """Called by one officer with its own key, where one is enough."""
    filed: dict[int, int] = field(default_factory=dict)
    """By number of signatures, from as many as it takes to four."""
    batch: int | None = None
    """An act of twenty in one filing with the signatures it takes."""

    @property
    def single(self) -> int:
        """Filed alone, with the signatures it takes."""
        return self.filed[self.needed]

    def as_json(self) -> dict[str, Any]:
        """As it is committed."""
        filed = {str(number): gas for number, gas in self.filed.items()}
        return {
            "needed": self.needed,
            "floor": self.floor,
            "alone": self.alone,
            "direct": self.direct,
            "filed": filed,
            "batch": self.batch,
        }


class Meter:
    """Measures acts on a stage, and leaves it as it was."""

    def __init__(self, stage: Stage, extras: Sequence[Officer], elsewhere: bytes) -> None:
        self.stage = stage
        self._extras = extras
        self._pin = ("pin", elsewhere, 0)
        """The emptiest act, of an entry no other act touches."""

    def cost(self, by: Sequence[Officer], acts: Sequence[AnAct]) -> Cost:
        """The first of the acts in every way, and all of them in one filing when there are several."""
        act, needed = acts[0], len(by)
        signers = {number: self._signers(by, number) for number in range(needed, max(needed, MOST_SIGNATURES) + 1)}
        filed = {number: self._filed(who, [act]) for number, who in signers.items()}
        direct = self._called(by[0], act) if needed == 1 else None
        signing = self._filed(by, [self._pin]) - self._called(by[0], self._pin)
        alone = filed[needed] - signing if direct is None else direct
        batch = self._filed(by, acts) // len(acts) if len(acts) > 1 else None
        return Cost(needed, self._floor(by, act), alone, direct, filed, batch)

    def signature(self, by: Sequence[Signs]) -> int:
        """What signing an empty filing costs above calling it directly."""
        return self._filed(by, [self._pin]) - self._called(self._extras[0], self._pin)

    def _signers(self, by: Sequence[Officer], number: int) -> list[Officer]:
        """As many as asked: those it takes, then others who only sign."""
        return [*by, *self._extras[: number - len(by)]]

    def _filed(self, by: Sequence[Signs], acts: Sequence[AnAct]) -> int:
        mark = self.stage.mark()
        try:
            return self.stage.file(by, acts).gas
        finally:
            self.stage.rewind(mark)

    def _called(self, officer: Officer, act: AnAct) -> int:
        mark = self.stage.mark()
        assert isinstance(act, tuple)
        try:
            return self.stage.direct(officer, *act).gas
        finally:
            self.stage.rewind(mark)

    # -- the floor

    def _floor(self, by: Sequence[Officer], act: AnAct) -> int:
        touched, done = self._touched(by, act)
        signing, _ = self._touched(by, self._pin)
        assert isinstance(act, tuple)
        calldata = self.stage.encode(Act(act[0], act[1:]), signatories(by))
        page = slot_of(Page, calldata[:4])
        slots = sum(
            cost for slot, (cost, times) in touched.items() if times > signing.get(slot, (0, 0))[1] and slot != page
        )
        zeros = calldata.count(0)
        logs = sum(
            LOG * (1 + len(log.topics)) + LOG_BYTE * len(log.body)
            for log in done.outcome.logs
            if log.topics[0] != FILED  # that one is part of filing
        )
        return TRANSACTION + BYTE * (len(calldata) - zeros) + ZERO_BYTE * zeros + slots + logs

    def _touched(self, by: Sequence[Officer], act: AnAct) -> tuple[dict[int, tuple[int, int]], Done]:
        """Slot → what touching it costs at least, and how often it was."""
        mark, chain, ledger = self.stage.mark(), self.stage.chain, self.stage.ledger.address
        try:
            with recorded(ledger) as times:
                done = self.stage.file(by, [act])
            before = chain.number - 1
            costs = {}
            for slot, often in times.items():
                old, new = chain.storage(ledger, slot, at=before), chain.storage(ledger, slot)
                costs[slot] = (READ if old == new else AGAIN if old else FRESH, often)
            return costs, done
        finally:
            self.stage.rewind(mark)


@contextmanager
def recorded(address: bytes) -> Iterator[Counter[int]]:
    """Count how often each slot of an account is looked at or written while inside."""
    times: Counter[int] = Counter()
    original = JournaledState.get_storage

    def get_storage(state: JournaledState, account: Any, slot: int, from_journal: bool = True) -> int:  # noqa: ANN401
        if account == address:
            times[slot] += 1
        return original(state, account, slot, from_journal)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(JournaledState, "get_storage", get_storage)
        yield times


def slot_of(kind: Any, *keys: bytes) -> int:  # noqa: ANN401  a word's class
    """Where a word with these keys lies."""
    slot: int = kind.SLOT
    for key in keys:
        slot = int.from_bytes(keccak(encode(["bytes32", "uint256"], [key.ljust(32, b"\0"), slot])), "big")
    return slot
