"""Legal days and working days, with the same answers as Calendar.sol gives on chain (rules 25, 28, 125).

A legal day is a day in Beijing, counted from 1970-01-01. The day a term starts on is not counted (Civil Code 201).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

BEIJING: Final = 28_800
"""Seconds Beijing is ahead of UTC; China keeps no summer time."""

_EPOCH: Final = date(1970, 1, 1)


class CalendarMissing(Exception):
    """The working days of `year` are not loaded, so nothing can be counted into it."""

    def __init__(self, year: int) -> None:
        super().__init__(f"the working calendar of {year} is not loaded")
        self.year = year


def legal_day(time: int) -> int:
    """The legal day of a moment in unix seconds."""
    return (time + BEIJING) // 86_400


def day_start(day: int) -> int:
    """The first second of a legal day, unix."""
    return day * 86_400 - BEIJING


def day_end(day: int) -> int:
    """The last second of a legal day, unix: a validity ends with it (rule 32)."""
    return day_start(day + 1) - 1


def to_date(day: int) -> date:
    """The date of a legal day."""
    return _EPOCH + timedelta(days=day)


def from_date(day: date) -> int:
    """The legal day of a date."""
    return (day - _EPOCH).days


def last_day(day: int, years: int) -> int:
    """The last day of a term of `years` that starts on `day`: the anniversary less one (rule 28).

    The anniversary of 29 February in a common year is 1 March.
    """
    start = to_date(day)
    leap_day = (start.month, start.day) == (2, 29)
    if leap_day and not _is_leap(start.year + years):
        return from_date(date(start.year + years, 3, 1)) - 1
    return from_date(start.replace(year=start.year + years)) - 1


def months_after(day: int, months: int) -> int:
    """The corresponding day `months` later, or earlier when negative; the month's last where there is none (Civil Code 202)."""
    start = to_date(day)
    count = start.year * 12 + start.month - 1 + months
    year, month = count // 12, count % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(from_date(date(year, month, 1)) + start.day, from_date(following)) - 1


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days the book holds: a span of legal days, and one bit a day."""

    first: int
    """First legal day loaded."""
    until: int
    """Last legal day loaded."""
    version: int
    """How often it was loaded or corrected; a closed clock keeps the version it used (rule 125)."""
    groups: Mapping[int, int]
    """day // 256 → bitmap, bit day % 256."""

    def is_working(self, day: int) -> bool:
        """Whether `day` is worked. Raises CalendarMissing outside the span."""
        if not self.first <= day <= self.until:
            raise CalendarMissing(to_date(day).year)
        return bool(self.groups.get(day >> 8, 0) >> (day & 255) & 1)

    def add(self, day: int, count: int) -> int:
        """The `count`-th working day after `day`; `day` itself for 0. Raises CalendarMissing."""
        while count:
            day += 1
            count -= self.is_working(day)
        return day

    def count(self, start: int, end: int) -> int:
        """How many working days lie after `start`, up to and with `end`; 0 when `end` is not later.

        Raises CalendarMissing when a day of them lies outside the span.
        """
        if end <= start:
            return 0
        for edge in (start + 1, end):
            self.is_working(edge)
        return sum(self.is_working(day) for day in range(start + 1, end + 1))
