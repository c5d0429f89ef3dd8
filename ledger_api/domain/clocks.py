"""The clocks of a registration case, read on a day: what is due when, and what silence has already decided (rules 22–25).

The ledger stores starts and lengths, never due days; this reads them with the calendar of the moment. What a late act may
still change is marked provisional, until the late-entry days have passed (rule 124).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from ledger_api.domain.calendar import CalendarMissing, WorkingCalendar, legal_day
from ledger_api.domain.words import Case, CaseFlag, CaseState, Parameters


class Clock(Enum):
    """Which clock of a case runs."""

    ACCEPTANCE = "acceptance"
    """受理期限: the registrar accepts or asks for corrections (rule 23)."""
    CORRECTION = "correction"
    """补正期限: the applicant corrects (rule 22)."""
    REVIEW = "review"
    """审查期限: the registrar decides (rule 24)."""
    NOTICE = "notice"
    """公示期: anybody may object (rule 25)."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """By what a clock is read: the book's parameters and calendar, and the ledger's time, at one block."""

    calendar: WorkingCalendar
    parameters: Parameters
    time: int
    """Block time, unix seconds."""

    def open_until(self, day: int) -> int:
        """The last legal day on which an act dated `day` can still be entered (rule 124). Raises CalendarMissing."""
        return self.calendar.add(day, self.parameters.late_entry_days)

    def may_still_change(self, day: int) -> bool:
        """Whether an act dated `day` could still reach the ledger."""
        recent = legal_day(self.time - self.parameters.tolerance) <= day
        return recent or legal_day(self.time) <= self.open_until(day)


@dataclass(frozen=True, slots=True)
class Reading:
    """A case as it stands on a day."""

    case: Case
    """With what silence has decided written in: deemed acceptance, a correction list that ran out."""
    clock: Clock | None
    """The clock that runs, if one does."""
    due: int | None
    """Its last legal day; None also where the calendar of that year is not loaded."""
    passed: bool
    """Whether that day is over: an overdue review, a notice that has ended."""
    derived: bool
    """Whether `case` differs from the stored word because time alone decided."""
    provisional: bool
    """Whether a late entry may still undo what is derived."""


def read(case: Case, day: int, known: Knowledge) -> Reading:
    """The case on legal day `day`."""
    if case.state == CaseState.SUBMITTED:
        return _submitted(case, day, known)
    if case.state == CaseState.CORRECTION:
        return _correction(case, day, known)
    if case.state == CaseState.UNDER_REVIEW:
        return _running(case, Clock.REVIEW, _or_none(lambda: limit(case, known.calendar)), day)
    if case.state == CaseState.NOTICE:
        return _running(case, Clock.NOTICE, _or_none(lambda: notice_end(case, known.calendar)), day)
    return Reading(case, None, None, passed=False, derived=False, provisional=False)


def limit(case: Case, calendar: WorkingCalendar) -> int:
    """The last legal day of the running clock; when all was used before it ran on, the day it did. Raises CalendarMissing."""
    return calendar.add(case.run, max(case.limit - case.used, 0))


def notice_end(case: Case, calendar: WorkingCalendar) -> int:
    """The last legal day of the notice; the day of publication is not counted (rule 25). Raises CalendarMissing."""
    return calendar.add(case.notice, case.notice_length)


def _submitted(case: Case, day: int, known: Knowledge) -> Reading:
    last = _or_none(lambda: limit(case, known.calendar))
    if last is None or day <= last:
        return _running(case, Clock.ACCEPTANCE, last, day)
    accepted = _or_none(lambda: known.calendar.add(last, 1))
    if accepted is None or day < accepted:  # silence accepts on the next working day, not before it breaks
        return _running(case, Clock.ACCEPTANCE, last, day)
    deemed = replace(
        case,
        state=CaseState.UNDER_REVIEW,  # rule 23
        accepted=accepted,
        run=accepted,
        used=0,
        limit=known.parameters.review_days,
        flags=case.flags | CaseFlag.DEEMED,
    )
    reading = _running(deemed, Clock.REVIEW, _or_none(lambda: limit(deemed, known.calendar)), day)
    return replace(reading, derived=True, provisional=_provisional(last, known))


def _correction(case: Case, day: int, known: Knowledge) -> Reading:
    if day <= case.due:
        return _running(case, Clock.CORRECTION, case.due, day)
    lapsed = replace(case, state=CaseState.NOT_FILED)  # rule 22
    return Reading(lapsed, None, None, passed=False, derived=True, provisional=_provisional(case.due, known))


def _running(case: Case, clock: Clock, due: int | None, day: int) -> Reading:
    return Reading(case, clock, due, passed=due is not None and day > due, derived=False, provisional=False)


def _provisional(last: int, known: Knowledge) -> bool:
    """An act dated on the last day may still come; with no calendar to tell, it may."""
    try:
        return known.may_still_change(last)
    except CalendarMissing:
        return True


def _or_none(count: Callable[[], int]) -> int | None:
    try:
        return count()
    except CalendarMissing:
        return None
