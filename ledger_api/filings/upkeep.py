"""Finds filings whose number somebody else has used: they can never land, and nobody should wait for them.

What a block says directly (carried, withdrawn, out of time) the indexer marks in its own commit. A number used by a filing
that never came through here shows only in the ledger's storage, so it is looked up there, at the newest final block.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ledger_api.domain.errors import NotNow
from ledger_api.domain.progress import Progress
from ledger_api.filings.facts import Registers
from ledger_api.filings.numbers import WORD, Numbers, Used
from ledger_api.ports.chain import ChainError
from ledger_api.ports.clock import Clock
from ledger_api.store import Store, filings, landing
from ledger_api.store.filings import FilingRecord

SECONDS: Final = 10.0
"""Between looks."""
SUSPECT: Final = (Progress.DRAFT, Progress.COLLECTING, Progress.READY, Progress.REFUSED)
"""Not on their way, so that nothing else would tell."""
MOST: Final = 2000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Looks after filings nobody carries."""

    store: Store
    registers: Registers
    numbers: Numbers
    clock: Clock

    def run(self, wait: Callable[[float], bool]) -> None:
        """Look every so often until `wait` answers that it is time to stop."""
        while not wait(SECONDS):
            try:
                self.look()
            except (ChainError, NotNow) as trouble:
                _log.warning("upkeep waits: %s", trouble)

    def look(self) -> int:
        """End every filing whose number is used up; how many there were."""
        with self.store.read() as connection:
            block = self.registers(connection).block()
            # Read after the block: a filing carried up to it is final in this list, or not in it at all.
            found = [each for state in SUSPECT for each in filings.waiting(connection, state, MOST)]
        spent = [each for group, each in self._grouped(found, block) if group.has(each.filing.nonce)]
        for record in spent:
            with self.store.begin() as unit:
                landing.end_superseded(unit.connection, record, block, self.clock.milliseconds())
        return len(spent)

    def _grouped(self, found: list[FilingRecord], block: int) -> list[tuple[Used, FilingRecord]]:
        """Each filing with what the chain says of its number; one question for each word of numbers."""
        groups: dict[tuple[int, int], list[FilingRecord]] = defaultdict(list)
        for record in found:
            groups[record.filing.signatories[0], record.filing.nonce // WORD].append(record)
        return [
            (Used(group, self.numbers.used_on_chain(officer, group, block)), record)
            for (officer, group), records in groups.items()
            for record in records
        ]
