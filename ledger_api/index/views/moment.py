"""As of what, and on what day: every read names the block whose knowledge it uses and the moment of effect it judges by (rule 8).

`as_of` is *what the ledger knew*: a block, or the last one not later than a time. `on` is *when it is asked about*: by default the
instant of `as_of`.
"""

import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, RowMapping

from ledger_api.domain import readings
from ledger_api.domain.calendar import day_end, legal_day
from ledger_api.domain.errors import NotNow, NotUnderstood
from ledger_api.store import chain_reads, chain_rows
from ledger_api.store.chain_reads import At
from ledger_api.store.chain_rows import IndexState

LEEWAY: Final = 60
"""Seconds the newest block may lie behind the present: when nothing happens a chain seals seldom."""

_NUMBER: Final = re.compile(r"\d{1,18}", re.ASCII)
_HASH: Final = re.compile(r"0x[0-9a-fA-F]{64}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A block and a moment of effect."""

    block: int
    hash: bytes
    time: int
    """The block's, unix seconds."""
    on_time: int
    """The moment of effect, unix seconds; of a day, its last second."""
    on_day: int
    """Its legal day."""
    view: int
    """Which rows are read."""

    @property
    def at(self) -> At:
        """What the store is asked for."""
        return At(self.block, self.view)

    @property
    def looks_back(self) -> bool:
        """Whether it is asked about a moment before the block's: acts dated later have no effect then."""
        return self.on_time < self.time


def moment(connection: Connection, as_of: str | None = None, on: str | None = None) -> Moment:
    """Read `as_of` (a time, a block number or a block hash) and `on` (a date or a time).

    Raises NotUnderstood `value-not-valid`, `time-in-future` or `block-unknown`, and NotNow `not-ready` before anything is indexed.
    """
    state = chain_rows.state(connection)
    if state is None:
        raise NotNow("not-ready", reason="nothing is indexed yet")
    block = _block(connection, state, as_of)
    on_time, on_day = _effect(on, block["time"], state.time)
    return Moment(block["number"], block["hash"], block["time"], on_time, on_day, state.view)


def _block(connection: Connection, state: IndexState, as_of: str | None) -> RowMapping:
    if as_of is None:
        found = chain_reads.block(connection, state.number)
    elif _NUMBER.fullmatch(as_of):
        found = chain_reads.block(connection, int(as_of))
    elif _HASH.fullmatch(as_of):
        found = chain_reads.block_by_hash(connection, bytes.fromhex(as_of[2:]))
    else:
        time = readings.moment(as_of, "as_of")
        if time > state.time + LEEWAY:
            raise NotUnderstood("time-in-future", field="as_of")
        found = chain_reads.block_at(connection, time)
    if found is None:
        raise NotUnderstood("block-unknown", block=as_of)
    return found


def _effect(on: str | None, as_of: int, newest: int) -> tuple[int, int]:
    """Time and legal day of effect. A day that has begun may be asked about; it is judged by its end."""
    if on is None:
        return as_of, legal_day(as_of)
    if _DAY.fullmatch(on):
        day = readings.day(on, "on")
        if day > legal_day(newest + LEEWAY):
            raise NotUnderstood("time-in-future", field="on")
        return day_end(day), day
    time = readings.moment(on, "on")
    if time > newest + LEEWAY:
        raise NotUnderstood("time-in-future", field="on")
    return time, legal_day(time)
