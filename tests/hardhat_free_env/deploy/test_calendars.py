"""Working days of the years that ship, against the dates the State Council set and the dates of the scenarios."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from hardhat_free_env.deploy import calendars
from hardhat_free_env.deploy.errors import PlanInvalid


def worked(day: date) -> bool:
    return calendars.legal_day(day) in calendars.load(str(day.year)).working


@pytest.mark.parametrize(
    "first, last",
    [("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"), ("06-19", "06-21"),
     ("09-25", "09-27"), ("10-01", "10-07")],
)  # fmt: skip
def test_no_day_of_a_holiday_of_2026_is_worked(first: str, last: str) -> None:
    day = date.fromisoformat(f"2026-{first}")
    while day <= date.fromisoformat(f"2026-{last}"):
        assert not worked(day), day
        day += timedelta(1)


@pytest.mark.parametrize("day", ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"])
def test_the_made_up_days_of_2026_are_worked(day: str) -> None:
    assert worked(date.fromisoformat(f"2026-{day}"))


def test_an_ordinary_week_is_worked_from_monday_to_friday() -> None:
    monday = date(2026, 8, 3)
    assert [worked(monday + timedelta(offset)) for offset in range(7)] == [True] * 5 + [False] * 2


def test_2026_has_the_working_days_that_its_holidays_leave() -> None:
    # 261 days from Monday to Friday, 19 of them holidays, six days made up
    weekdays = sum((date(2026, 1, 1) + timedelta(offset)).weekday() < 5 for offset in range(365))
    assert weekdays == 261
    assert len(calendars.load("2026").working) == 261 - 19 + 6


def test_only_the_year_nobody_has_set_is_marked_as_a_demonstration() -> None:
    assert (calendars.load("2026").demo, calendars.load("2027").demo) == (False, True)


def test_bitmaps_hold_exactly_the_working_days() -> None:
    year = calendars.load("2027")
    groups = range(year.first >> 8, (year.last >> 8) + 1)
    assert len(year.words()) == len(groups)
    bits = {
        (group << 8) + bit
        for group, word in zip(groups, year.words(), strict=True)
        for bit in range(256)
        if word >> bit & 1
    }
    assert bits == year.working


@pytest.mark.parametrize(
    "text, complaint",
    [
        ("year = 2028\ndemo = true\nholidays = [[2027-01-01, 2027-01-02]]\nmade_up = []", "not in 2028"),
        ("year = 2028\ndemo = true\nholidays = [[2028-01-03, 2028-01-02]]\nmade_up = []", "no span"),
        ("year = 2028\ndemo = true\nholidays = []\nmade_up = [2028-01-03]", "worked anyway"),
        ("year = 2028\ndemo = true\nholidays = []", "made_up"),
        ("year = ", "calendar"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "2028.toml"
    file.write_text(text)
    with pytest.raises(PlanInvalid, match=complaint):
        calendars.load(file)


def test_a_calendar_that_is_not_there_is_named() -> None:
    with pytest.raises(PlanInvalid, match="1999"):
        calendars.load("1999")
