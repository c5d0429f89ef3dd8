"""The usage of a licence at a moment: its meter, batches and statements, and what silence has made of them (SM-12, rule 56).

Everything stands in the licence's own journal; the numbers of batches and statements are its line numbers.
"""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection

from ledger_api.domain.calendar import CalendarMissing, WorkingCalendar
from ledger_api.domain.subjects import licence_subject
from ledger_api.domain.words import Batch, BatchState, Meter, QuotaWindow, Statement, StatementState
from ledger_api.index.views.book import calendar
from ledger_api.index.views.effective import effective
from ledger_api.index.views.history import HistoryLine, history
from ledger_api.index.views.licences import licence
from ledger_api.index.views.moment import Moment


class Answer(Enum):
    """What the licensee has said on a day, or silence has said for it."""

    AWAITED = "awaited"
    AGREED = "agreed"
    SILENT = "silent"
    """The days of silence are over; anyone may record that."""
    DEEMED = "deemed"
    CONTESTED = "contested"
    RECONCILED = "reconciled"
    SENT_BACK = "sent_back"
    PAID = "paid"


_BATCH = {
    BatchState.COUNTERSIGNED: Answer.AGREED,
    BatchState.DEEMED: Answer.DEEMED,
    BatchState.DISPUTED: Answer.CONTESTED,
    BatchState.RECONCILED: Answer.RECONCILED,
}
_STATEMENT = {
    StatementState.CONFIRMED: Answer.AGREED,
    StatementState.REFUSED: Answer.SENT_BACK,
    StatementState.PAID: Answer.PAID,
}


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch."""

    number: int
    word: Batch
    answer: Answer
    due: int | None
    """Last legal day to contest it; None once it is answered, or where the calendar does not reach."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement of settlement."""

    number: int
    word: Statement
    answer: Answer
    due: int | None
    """Last legal day to send it back; None once it is answered, or where the calendar does not reach."""

    @property
    def is_diverted(self) -> bool:
        """Whether the money is to go, or went, elsewhere than the burdens of the entry want it (rule 50)."""
        return self.word.route != self.word.due


@dataclass(frozen=True, slots=True)
class UsageView:
    """The usage of a licence."""

    entry: bytes
    number: int
    subject: bytes
    meter: Meter | None
    """None while nobody has agreed on one."""
    batches: tuple[BatchView, ...]
    statements: tuple[StatementView, ...]
    lines: tuple[HistoryLine, ...]

    @property
    def left(self) -> int | None:
        """What is left of a quota for the whole term, agreed usage counted; None for other quotas and none."""
        if self.meter is None or self.meter.window != QuotaWindow.TERM:
            return None
        return max(0, self.meter.quota - self.meter.total)


def usage(connection: Connection, moment: Moment, entry: bytes, number: int) -> UsageView:
    """The usage of licence `number` of an entry. Raises NotFound where there is no such licence."""
    licence(connection, moment, entry, number)
    subject = licence_subject(entry, number)
    days = calendar(connection, moment)
    words = effective(connection, moment, subject)
    return UsageView(
        entry=entry,
        number=number,
        subject=subject,
        meter=words.word(Meter),
        batches=tuple(_batch(each, word, days, moment.on_day) for each, _, word in words.scoped(Batch)),
        statements=tuple(_statement(each, word, days, moment.on_day) for each, _, word in words.scoped(Statement)),
        lines=history(connection, moment, subject),
    )


def _batch(number: int, word: Batch, days: WorkingCalendar, day: int) -> BatchView:
    if word.state != BatchState.SUBMITTED:
        return BatchView(number, word, _BATCH[word.state], None)
    due = _due(word.submitted, word.window, days)
    return BatchView(number, word, _awaited(due, day), due)


def _statement(number: int, word: Statement, days: WorkingCalendar, day: int) -> StatementView:
    if word.state != StatementState.ISSUED:
        return StatementView(number, word, _STATEMENT[word.state], None)
    due = _due(word.issued, word.window, days)
    return StatementView(number, word, _awaited(due, day), due)


def _awaited(due: int | None, day: int) -> Answer:
    return Answer.SILENT if due is not None and day > due else Answer.AWAITED


def _due(since: int, window: int, days: WorkingCalendar) -> int | None:
    try:
        return days.add(since, window)
    except CalendarMissing:
        return None
