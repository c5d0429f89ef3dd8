"""What became of a transaction that is in a block: which filings it carried, and why it did not carry the others.

A receipt is one node's word, so nothing is final by it: the indexer decides that, from blocks it has checked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from ledger_api.chain.codec import Refused as RefusedEvent
from ledger_api.domain.errors import LedgerError, Refused
from ledger_api.domain.progress import Progress
from ledger_api.filings.preflight import Preflight
from ledger_api.ports.chain import Receipt
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.store import Store, events, filings, lanes
from ledger_api.store.events import Happening
from ledger_api.store.filings import FilingRecord
from ledger_api.store.lanes import Lease, Travelling

MOST_TRIES: Final = 3
"""Transactions a filing may fail in although the ledger would take it; more gas does not help then."""
_UNDER_WAY: Final = (Progress.SIGNED, Progress.BROADCAST)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Takes in receipts."""

    store: Store
    preflight: Preflight
    clock: Clock

    def take_in(self, lease: Lease, arrived: Travelling, receipt: Receipt, lease_until_ms: int) -> None:
        """Note what a transaction did. Raises LeaseLost, NotNow."""
        with self.store.read() as connection:
            riders = filings.many(connection, lanes.riders(connection, arrived.hash))
            seals = filings.seals_of(connection, [each.id for each in riders])
        refused = self._refused(riders, receipt)
        # Asked outside the transaction: a node may take its time (case 14: the others of a batch are not held up).
        reasons = {
            each.id: self.preflight.why_not(each.filing, list(seals[each.id].values()))
            for each in refused
            if each.state in _UNDER_WAY
        }
        carried = [each.id for each in riders if each.id not in {one.id for one in refused}]
        now = self.clock.milliseconds()
        with self.store.begin() as unit:
            lanes.hold(unit.connection, lease, lease_until_ms)
            lanes.mark_mined(unit.connection, arrived.hash, receipt.block_number, succeeded=receipt.succeeded)
            filings.move(unit.connection, carried, _UNDER_WAY, Progress.INCLUDED, now)
            for each in refused:
                if each.id in reasons:
                    self._not_carried(unit.connection, each, reasons[each.id], now)
            crash_here("arrive.commit")
        crash_here("arrive.committed")

    def _refused(self, riders: Sequence[FilingRecord], receipt: Receipt) -> Sequence[FilingRecord]:
        """The filings that did not happen: all of a transaction that failed, or those a batch reports."""
        if not receipt.succeeded:
            return riders
        said = {
            found.digest
            for log in receipt.logs
            if isinstance(found := self.preflight.codec.decode_filing_event(log), RefusedEvent)
        }
        return [each for each in riders if each.digest in said]

    def _not_carried(self, connection: Connection, record: FilingRecord, why: LedgerError | None, now_ms: int) -> None:
        """Try again what the ledger would take now; report what it would not."""
        if why is None and record.tries + 1 < MOST_TRIES:
            filings.move(
                connection, [record.id], _UNDER_WAY, Progress.ACCEPTED, now_ms, tries=record.tries + 1, transaction=None
            )
            return
        error = why or Refused("out-of-gas")
        if filings.move(connection, [record.id], _UNDER_WAY, Progress.REFUSED, now_ms, error=error):
            events.append(connection, [Happening("filing.refused", record.id, {"code": error.code})], now_ms)
