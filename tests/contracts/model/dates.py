"""Legal days, working days and terms, by Python's own dates: a second opinion on the arithmetic of the contracts."""

import tomllib
from bisect import bisect_right
from datetime import date, timedelta
from pathlib import Path

import hardhat_free_env.deploy

EPOCH = date(1970, 1, 1)
CALENDARS = Path(hardhat_free_env.deploy.__file__).parent / "calendars"
BEIJING = 8 * 3600
SECONDS = 86_400


class OutsideCalendar(Exception):
    """No holidays are known for the year."""


def _working_days() -> tuple[list[int], int, int]:
    days: list[int] = []
    known: list[int] = []
    for file in sorted(CALENDARS.glob("*.toml")):
        year = tomllib.loads(file.read_text(encoding="utf-8"))
        day = date(year["year"], 1, 1)
        while day.year == year["year"]:
            holiday = any(first <= day <= end for first, end in year["holidays"])
            if day in year["made_up"] or (day.weekday() < 5 and not holiday):
                days.append((day - EPOCH).days)
            known.append((day - EPOCH).days)
            day += timedelta(days=1)
    return days, known[0], known[-1]


WORKING, KNOWN_FROM, KNOWN_UNTIL = _working_days()


def day_of(time: int) -> int:
    """The Chinese day of a moment."""
    return (time + BEIJING) // SECONDS


def after(day: int, working: int) -> int:
    """The so-manieth working day after a day; a term's first day is not counted (Civil Code 201)."""
    if not working:
        return day
    place = bisect_right(WORKING, day) + working - 1
    if day + 1 < KNOWN_FROM or place >= len(WORKING):
        raise OutsideCalendar(day)
    return WORKING[place]


def working_days(first: int, last: int) -> int:
    """Working days after the first up to and with the last."""
    if last <= first:
        return 0
    if first + 1 < KNOWN_FROM or last > KNOWN_UNTIL:
        raise OutsideCalendar(last)
    return bisect_right(WORKING, last) - bisect_right(WORKING, first)


def last_of_years(day: int, years: int) -> int:
    """The last day of a term of years: the day before the anniversary (rule 28)."""
    start = _date(day)
    try:
        end = start.replace(year=start.year + years)
    except ValueError:  # 29 February
        end = date(start.year + years, 3, 1)
    return _number(end) - 1


def months_on(day: int, months: int) -> int:
    """The same day of a month so many months later or, below zero, earlier; the month's last where it has none (Civil Code 202)."""
    start = _date(day)
    first, following = _months(start, months), _months(start, months + 1)
    return min(_number(first) + start.day - 1, _number(following) - 1)


def last_of_months(day: int, months: int) -> int:
    """The last day of a term of months: before the corresponding day, or the month's last where it has none (Civil Code 202)."""
    start = _date(day)
    first, following = _months(start, months), _months(start, months + 1)
    corresponding = _number(first) + start.day - 1
    return corresponding - 1 if corresponding < _number(following) else _number(following) - 1


def _months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _date(day: int) -> date:
    return EPOCH + timedelta(days=day)


def _number(of: date) -> int:
    return (of - EPOCH).days
