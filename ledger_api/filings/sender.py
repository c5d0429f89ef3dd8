"""Carries accepted filings to the ledger, in one lane. Signed bytes are stored together with their nonce before they are sent.

Whatever happens in between, the same bytes are sent again; "already known" and "nonce too low" both mean: look up my hash.
The numbers beside the lines are those of the failures this must survive (docs/adr/0030-promises-and-lanes.md).
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from ledger_api.domain.errors import NotNow
from ledger_api.domain.filing import SealedFiling
from ledger_api.domain.progress import Progress
from ledger_api.filings.arrivals import Arrivals
from ledger_api.filings.packing import Waiting, loads
from ledger_api.filings.preflight import Preflight
from ledger_api.filings.transactions import Transaction
from ledger_api.ports.chain import AlreadyKnown, Chain, ChainError, NonceTooLow
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.ports.signer import Signer
from ledger_api.store import Store, filings, lanes
from ledger_api.store.lanes import Lane, Lease, LeaseLost, Signed, Travelling

WINDOW: Final = 4
"""Transactions under way at once: throughput comes from packing, not from a deeper window."""
MOST_WAITING: Final = 60
"""Filings looked at in one turn."""
LEASE_MS: Final = 15_000
RESEND_MS: Final = 3_000
"""After this long without a receipt the same bytes are sent again (case 10: a node forgets its pool)."""
IDLE_SECONDS: Final = 0.05
"""Between looks when nothing is under way; accepted in another process, a filing waits for the next one."""
BUSY_SECONDS: Final = 0.05
TROUBLE_SECONDS: Final = 1.0

_log = logging.getLogger(__name__)


class LaneStopped(Exception):
    """The lane cannot be used until an operator has looked; the reason says at what."""


@dataclass(slots=True)
class Sender:
    """One lane: the account of `signer` on `chain`. Several processes may run it; one at a time holds it."""

    store: Store
    chain: Chain
    preflight: Preflight
    signer: Signer
    clock: Clock
    chain_id: int
    name: str
    """Of this process, in leases: one that is started again under its name takes over at once."""
    fee: int = 0
    """Wei per gas."""
    _lease: Lease | None = None
    _hint: threading.Event = field(default_factory=threading.Event)

    @property
    def lane_name(self) -> str:
        """The lane, as rows name it."""
        return f"{self.chain_id}:0x{self.signer.address.hex()}"

    def wake(self) -> None:
        """There may be something to carry."""
        self._hint.set()

    def run(self, stop: Callable[[], bool]) -> None:
        """Carry what is accepted until `stop` says so; goes on through every trouble that may pass."""
        while not stop():
            try:
                busy = self.turn()
                self._pause(BUSY_SECONDS if busy else IDLE_SECONDS)
            except LeaseLost:
                self._lease = None
            except (ChainError, NotNow, LaneStopped) as trouble:
                _log.warning("sending waits: %s", trouble)
                self._pause(TROUBLE_SECONDS)
            except Exception:  # noqa: BLE001 - promises must be kept whatever it was; the lane is taken anew
                _log.exception("sending failed")
                self._lease = None
                self._pause(TROUBLE_SECONDS)
        self.rest()

    def rest(self) -> None:
        """Let another process have the lane."""
        if self._lease is not None:
            with self.store.begin() as unit:
                lanes.give_back(unit.connection, self._lease)
            self._lease = None

    def turn(self) -> bool:
        """Look after what is under way, then send what waits. Says whether anything is under way.

        Raises LeaseLost, LaneStopped, ChainError, NotNow: nothing is lost by any of them.
        """
        lease = self._held()
        if lease is None:
            return False
        with self.store.read() as connection:
            under_way = lanes.travelling(connection, self.lane_name)
        left = self._follow(lease, under_way)
        signed = self._sign(lease, WINDOW - len(left))
        self._send(lease, signed)
        return bool(left or signed)

    # -- the lease

    def _held(self) -> Lease | None:
        """The lease, taken now if nobody has it."""
        if self._lease is not None:
            return self._lease
        with self.store.read() as connection:
            known = lanes.lane(connection, self.lane_name)
        if known is not None and known.state == "stopped":
            raise LaneStopped(f"{known.id}: {known.reason}")
        count = self.chain.transaction_count(self.signer.address)
        now = self.clock.milliseconds()
        with self.store.begin() as unit:
            if lanes.lane(unit.connection, self.lane_name) is None:
                lanes.create(unit.connection, self.lane_name, count)
            self._lease = lanes.take(unit.connection, self.lane_name, self.name, now, LEASE_MS)
            crash_here("lane.commit")
        if self._lease is not None:
            self._resume(self._lease, count)
        return self._lease

    def _resume(self, lease: Lease, count: int) -> None:
        """A new holder: compare the account with what the lane remembers, and send everything under way again (cases 6, 7, 10)."""
        with self.store.read() as connection:
            lane = lanes.lane(connection, lease.lane)
            mined = lanes.last_mined(connection, lease.lane)
            under_way = lanes.travelling(connection, lease.lane)
        assert lane is not None  # noqa: S101 - it was just taken
        self._check(lease, lane, count, mined)
        self._hand_over(under_way)
        self._mark_broadcast(lease, under_way)

    def _check(self, lease: Lease, lane: Lane, count: int, mined: int | None) -> None:
        if count > lane.next_nonce:  # case 11: somebody else uses the key, or an old store was restored (case 22)
            self._stop(lease, f"the account has sent {count} transactions, this lane knows of {lane.next_nonce}")
        if mined is not None and count <= mined:  # case 22: an old chain was restored
            self._stop(lease, f"the account has sent {count} transactions, but number {mined} was in a block")

    def _stop(self, lease: Lease, reason: str) -> None:
        """Alarm: an operator must look. What has not arrived goes back to waiting; a number on chain keeps it from happening twice."""
        _log.error("lane %s stopped: %s", lease.lane, reason)
        with self.store.begin() as unit:
            lost = lanes.travelling(unit.connection, lease.lane)
            riders = [each for lane in lost for each in lanes.riders(unit.connection, lane.hash)]
            lanes.mark_lost(unit.connection, [each.hash for each in lost])
            _wait_again(unit.connection, riders, self.clock.milliseconds())
            lanes.stop(unit.connection, lease, reason)
        self._lease = None
        raise LaneStopped(f"{lease.lane}: {reason}")

    # -- what is under way

    def _follow(self, lease: Lease, under_way: Sequence[Travelling]) -> Sequence[Travelling]:
        """Take in what has arrived, in order; send again what has not for long. Answers what is left."""
        arrivals = Arrivals(self.store, self.preflight, self.clock)
        left = list(under_way)
        while left:
            receipt = self.chain.receipt(left[0].hash)
            if receipt is None:
                break
            arrivals.take_in(lease, left.pop(0), receipt, self.clock.milliseconds() + LEASE_MS)
        if left:
            self._look_after(lease, left)
        return left

    def _look_after(self, lease: Lease, left: Sequence[Travelling]) -> None:
        now = self.clock.milliseconds()
        late = [each for each in left if each.sent_ms is None or abs(now - each.sent_ms) > RESEND_MS]
        if not late:
            return
        count = self.chain.transaction_count(self.signer.address)
        if (
            count > left[0].nonce and self.chain.receipt(left[0].hash) is None
        ):  # case 11: the nonce went to another transaction
            self._stop(lease, f"nonce {left[0].nonce} was used by a transaction that is not ours")
        self._hand_over(late)
        self._mark_broadcast(lease, late)

    # -- what waits

    def _sign(self, lease: Lease, room: int) -> list[Signed]:
        """Give nonces to what waits, and keep the signed bytes; nothing is sent before that is durable (case 6)."""
        if room <= 0:
            return []
        with self.store.read() as connection:
            waiting = _waiting(connection)
            lane = lanes.lane(connection, lease.lane)
        if not waiting or lane is None:
            return []
        packed = loads(waiting, self.preflight.codec)[:room]
        signed = [
            self._signed(lane.next_nonce + place, load.data, load.gas, load.filings)
            for place, load in enumerate(packed)
        ]
        now = self.clock.milliseconds()
        with self.store.begin() as unit:
            lanes.hold(unit.connection, lease, now + LEASE_MS)  # case 12: a stale holder stops here
            lanes.store_signed(unit.connection, lease, signed, now)
            for each in signed:
                filings.move(
                    unit.connection, each.filings, [Progress.ACCEPTED], Progress.SIGNED, now, transaction=each.hash
                )
            crash_here("send.commit")
        crash_here("send.committed")
        return signed

    def _signed(self, nonce: int, data: bytes, gas: int, riders: Sequence[str]) -> Signed:
        ledger = self.preflight.ledger
        raw, digest = Transaction(self.chain_id, nonce, ledger, data, gas, self.fee).signed(self.signer)
        return Signed(digest, nonce, raw, riders)

    def _send(self, lease: Lease, signed: Sequence[Signed]) -> None:
        if not signed:
            return
        self._hand_over(signed)
        crash_here("send.sent")
        self._mark_broadcast(lease, signed)

    def _hand_over(self, travelling: Sequence[Signed | Travelling]) -> None:
        """Send bytes, in order. Raises NodeUnreachable: then it is unknown whether they arrived, and they are sent again."""
        for each in travelling:
            try:
                said = self.chain.send_raw(each.raw)
            except (AlreadyKnown, NonceTooLow):  # cases 7, 8: a receipt will tell
                continue
            if said != each.hash:  # case 9
                _log.error("the node calls 0x%s another name, 0x%s; ours is asked for", each.hash.hex(), said.hex())
            crash_here("send.one")

    def _mark_broadcast(self, lease: Lease, sent: Sequence[Signed | Travelling]) -> None:
        if not sent:
            return
        now = self.clock.milliseconds()
        with self.store.begin() as unit:
            lanes.hold(unit.connection, lease, now + LEASE_MS)
            lanes.mark_broadcast(unit.connection, [each.hash for each in sent], now)
            for each in sent:
                riders = lanes.riders(unit.connection, each.hash)
                filings.move(unit.connection, riders, [Progress.SIGNED], Progress.BROADCAST, now)
            crash_here("mark.commit")
        crash_here("mark.committed")

    def _pause(self, seconds: float) -> None:
        self._hint.wait(seconds)
        self._hint.clear()


def _waiting(connection: Connection) -> list[Waiting]:
    """Accepted filings in the order they were composed."""
    records = filings.waiting(connection, Progress.ACCEPTED, MOST_WAITING)
    seals = filings.seals_of(connection, [each.id for each in records])
    return [
        Waiting(
            each.id,
            SealedFiling(each.filing, tuple(seals[each.id][officer] for officer in each.filing.signatories)),
            alone=each.tries > 0,
        )
        for each in records
    ]


def _wait_again(connection: Connection, riders: Sequence[str], now_ms: int) -> None:
    filings.move(connection, riders, [Progress.SIGNED, Progress.BROADCAST], Progress.ACCEPTED, now_ms)
