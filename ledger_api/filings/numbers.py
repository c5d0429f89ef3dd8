"""The number a filing spends: the lowest one its first signatory has neither used on chain nor reserved here.

Numbers may be used in any order, but lowest first is cheapest: a number in a fresh word costs 17 000 gas more.
"""

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, bindparam, select

from ledger_api.chain.slots import slot
from ledger_api.domain.errors import InTheWay, Refused
from ledger_api.domain.words import Nonces
from ledger_api.filings.asking import asking
from ledger_api.ports.chain import Chain
from ledger_api.ports.clock import Clock
from ledger_api.store import filings
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import nonces

WORD: Final = 256
"""Numbers in one word on chain."""
RECENT: Final = 5.0
"""Seconds for which what the chain said of an officer's numbers is believed."""


@dataclass(frozen=True, slots=True)
class Used:
    """Which of the numbers `group * 256 …` of an officer are used on chain."""

    group: int
    bits: int

    def has(self, nonce: int) -> bool:
        """Whether it says that `nonce` is used."""
        return nonce // WORD == self.group and bool(self.bits >> (nonce % WORD) & 1)


@dataclass(slots=True)
class Numbers:
    """Hands out numbers for the ledger at `ledger`."""

    chain: Chain
    ledger: bytes
    clock: Clock
    _said: dict[tuple[int, int], tuple[float, Used]] = field(default_factory=dict)
    _floor: dict[int, int] = field(default_factory=dict)
    """Below this, an officer's numbers were all taken when last seen: only where to begin looking."""

    def look(self, connection: Connection, officer: int, wanted: int | None) -> Used:
        """What the chain says of the numbers about to be handed out. Asks the node: not inside a transaction. Raises NotNow."""
        while True:
            nonce = self.lowest_free(connection, officer, None) if wanted is None else wanted
            used = self._recent(officer, nonce // WORD) if wanted is None else self._ask(officer, nonce // WORD)
            if wanted is not None or not used.has(nonce):
                return used
            self._floor[officer] = nonce + 1

    def take(self, connection: Connection, officer: int, wanted: int | None, used: Used, filing: str) -> int:
        """Reserve a number for a filing, inside the caller's transaction.

        Raises InTheWay (`nonce-reserved`) for one another filing has, Refused (`nonce-used`) for one used on chain.
        """
        if wanted is None:
            nonce = self._floor[officer] = self.lowest_free(connection, officer, used)
        else:
            nonce = wanted
            _refuse_taken(connection, officer, nonce, used)
        filings.reserve(connection, officer, nonce, filing)
        return nonce

    def returned(self, officer: int, nonce: int) -> None:
        """A number is free again: look there first."""
        if nonce < self._floor.get(officer, 0):
            self._floor[officer] = nonce

    def _recent(self, officer: int, group: int) -> Used:
        """What the chain said a moment ago: a number used since without us is found out when the filing is submitted."""
        said = self._said.get((officer, group))
        if said is None or not 0 <= self.clock.elapsed() - said[0] < RECENT:
            return self._ask(officer, group)
        return said[1]

    def _ask(self, officer: int, group: int) -> Used:
        with asking():
            used = Used(group, self.used_on_chain(officer, group))
        self._said[officer, group] = (self.clock.elapsed(), used)
        return used

    def used_on_chain(self, officer: int, group: int, block: int | None = None) -> int:
        """The word of used numbers, now or at the end of a block."""
        return self.chain.storage(self.ledger, slot(Nonces, officer, group), "latest" if block is None else block)

    def lowest_free(self, connection: Connection, officer: int, used: Used | None) -> int:
        """The lowest number not reserved here, nor used as far as `used` tells."""
        candidate = self._floor.get(officer, 0)
        taken = (row.nonce for row in _TAKEN.all(connection, {"of": officer, "first": candidate}))
        following = next(taken, None)
        while following == candidate or (used is not None and used.has(candidate)):
            if following == candidate:
                following = next(taken, None)
            candidate += 1
        return candidate


_TAKEN: Final = Prepared(
    select(nonces.c.nonce)
    .where(nonces.c.officer == bindparam("of"), nonces.c.nonce >= bindparam("first"))
    .order_by(nonces.c.nonce)
)


def _refuse_taken(connection: Connection, officer: int, nonce: int, used: Used) -> None:
    if used.has(nonce):
        raise Refused("nonce-used", officer=officer, nonce=nonce)
    holder = connection.scalar(select(nonces.c.filing).where(nonces.c.officer == officer, nonces.c.nonce == nonce))
    if holder is not None:
        raise InTheWay("nonce-reserved", blocking=[holder], officer=officer, nonce=nonce)
