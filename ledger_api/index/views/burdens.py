"""Burdens at a moment: what may stop an act on an entry, and whether it still bites on the day (rule 37)."""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Licence
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.licences import LicenceStatus, status
from ledger_api.index.views.moment import Moment


class BurdenStatus(Enum):
    """A burden on a day."""

    QUEUED = "queued"
    """It waits for an earlier order to end, and stops nothing yet (rule 114)."""
    BITING = "biting"
    EXPIRED = "expired"
    """Past its last day, and not closed yet: it is listed, and stops nothing."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class BurdenView:
    """A burden."""

    entry: bytes
    number: int
    """Also the number of what it belongs to: a dispute's objection, an exclusive licence."""
    word: Burden
    status: BurdenStatus

    @property
    def public_id(self) -> str:
        """`E-…/n`."""
        return ids.dependant_id(self.entry, self.number)


def burdens(connection: Connection, moment: Moment, entry: bytes) -> tuple[BurdenView, ...]:
    """All burdens an entry has had by the moment, by number: their order is their queue."""
    words = effective(connection, moment, entry)
    return tuple(_view(words, number, word, moment.on_day) for number, _, word in words.scoped(Burden))


def queue_place(words: Effective, number: int) -> int:
    """Where a queued order stands among those that wait, from 1."""
    return sum(each <= number for each, _, word in words.scoped(Burden) if word.state == BurdenState.QUEUED)


def _view(words: Effective, number: int, word: Burden, day: int) -> BurdenView:
    return BurdenView(words.subject, number, word, burden_status(words, number, word, day))


def burden_status(words: Effective, number: int, word: Burden, day: int) -> BurdenStatus:
    """What a burden is on a legal day."""
    if word.state == BurdenState.CLOSED:
        return BurdenStatus.CLOSED
    if word.state == BurdenState.QUEUED:  # its `until` holds days
        return BurdenStatus.QUEUED
    if word.kind == BurdenKind.EXCLUSIVE_LICENCE:  # it lives as long as its licence (rule 46)
        licence = words.word(Licence, number)
        is_over = licence is None or status(words, licence, day) in _OVER
    else:
        is_over = word.until != 0 and day > word.until
    return BurdenStatus.EXPIRED if is_over else BurdenStatus.BITING


_OVER = frozenset({LicenceStatus.EXPIRED, LicenceStatus.FALLEN, LicenceStatus.ENDED, LicenceStatus.CLOSED})
