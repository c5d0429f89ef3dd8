"""Objections at a moment: in a notice, or after registration (SM-3), with the last day of the clock that runs (rules 27, 38)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.calendar import CalendarMissing, WorkingCalendar
from ledger_api.domain.errors import NotFound
from ledger_api.domain.words import Objection
from ledger_api.index.views.book import calendar
from ledger_api.index.views.effective import effective
from ledger_api.index.views.moment import Moment


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """An objection."""

    entry: bytes
    number: int
    word: Objection
    due: int | None
    """Last legal day of the running clock: to decide it in a notice; after registration to notify the holder, to supplement, to
    answer, to sue. None when none runs, or where the calendar does not reach."""
    passed: bool
    """Whether that day is over."""

    @property
    def public_id(self) -> str:
        """`E-…/n`."""
        return ids.dependant_id(self.entry, self.number)


def objections(connection: Connection, moment: Moment, entry: bytes) -> tuple[ObjectionView, ...]:
    """All objections against an entry or its cases by the moment, by number."""
    days = calendar(connection, moment)
    words = effective(connection, moment, entry)
    return tuple(_view(entry, number, word, days, moment.on_day) for number, _, word in words.scoped(Objection))


def objection(connection: Connection, moment: Moment, entry: bytes, number: int) -> ObjectionView:
    """One objection. Raises NotFound."""
    for each in objections(connection, moment, entry):
        if each.number == number:
            return each
    raise NotFound("not-found", id=ids.dependant_id(entry, number))


def _view(entry: bytes, number: int, word: Objection, days: WorkingCalendar, day: int) -> ObjectionView:
    due = _due(word, days)
    return ObjectionView(entry, number, word, due, passed=due is not None and day > due)


def _due(word: Objection, days: WorkingCalendar) -> int | None:
    if not word.run:
        return None
    try:
        return days.add(word.run, word.limit)
    except CalendarMissing:
        return None
