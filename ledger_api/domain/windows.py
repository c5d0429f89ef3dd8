"""Days on which something may be done, is due or should be looked at: renewals, cancel filings, alerts before an end.

Legal days in and out. Where working days are counted the calendar must reach so far; otherwise CalendarMissing is raised.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ledger_api.domain.calendar import WorkingCalendar, last_day, months_after

RENEWAL_MONTHS: Final = 6
"""A credential may be renewed in its last six months (rule 32; the Guide's article 36)."""

CANCEL_FILING_DAYS: Final = 10
"""Working days in which the filing of an extinct security is to be cancelled (rule 90)."""

FILING_TAIL_MONTHS: Final = 24
"""Months a filing and a credential should outlast the maturity they secure (rules 72, 81): time to enforce."""

CREDENTIAL_ALERTS: Final = (9, 6, 3)
"""Months before a credential ends at which those who rely on it are told (rule 81)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Legal days from the first to the last, both counted."""

    first: int
    last: int

    def __contains__(self, day: int) -> bool:
        return self.first <= day <= self.last


def credential_end(anchored: int, years: int) -> int:
    """The last day of a credential anchored on a day: the anniversary less one (rule 28). `years` is a parameter, at most 5."""
    return last_day(anchored, years)


def renewal_window(valid_to: int) -> Window:
    """The days on which a credential's renewal can be filed: from six months before its last day to the day before it (rule 32).

    On the last day it is still in force and no longer renewable.
    """
    return Window(months_after(valid_to, -RENEWAL_MONTHS), valid_to - 1)


def cancel_filing_due(extinct: int, calendar: WorkingCalendar, days: int = CANCEL_FILING_DAYS) -> int:
    """The last day to cancel the filing of a security that ended on `extinct`, that day not counted (rule 90). Raises CalendarMissing.

    The day after, the grantor may escalate.
    """
    return calendar.add(extinct, days)


def outlasts(end: int, maturity: int, tail_months: int = FILING_TAIL_MONTHS) -> bool:
    """Whether a filing's term or a credential reaches to the maturity and the tail after it (rules 72, 81)."""
    return end >= months_after(maturity, tail_months)


def alert_days(end: int, months_before: Iterable[int] = CREDENTIAL_ALERTS) -> tuple[int, ...]:
    """The days on which to tell that something ends on `end`, earliest first (rule 81)."""
    return tuple(sorted(months_after(end, -months) for months in months_before))


def alerted(day: int, end: int, months_before: Iterable[int] = CREDENTIAL_ALERTS) -> int:
    """How many of the alerts before `end` have come by `day` (rule 81)."""
    return sum(alert <= day for alert in alert_days(end, months_before))
