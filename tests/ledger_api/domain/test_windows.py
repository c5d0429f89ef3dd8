"""Renewal windows, cancel filings and alerts, on the dates of scenarios SC1, SC13 and SC17."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import CalendarMissing, from_date, months_after, to_date
from ledger_api.domain.windows import (
    alert_days,
    alerted,
    cancel_filing_due,
    credential_end,
    outlasts,
    renewal_window,
)
from tests.ledger_api.domain.test_calendar import calendar

days = st.integers(0, 60_000)


def day(text: str) -> int:
    return from_date(date.fromisoformat(text))


@pytest.mark.parametrize(
    "start, months, end",
    [
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-08-31", -6, "2027-02-28"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-31", 0, "2026-12-31"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-12-15", 24, "2028-12-15"),
    ],
)
def test_a_term_of_months_ends_on_the_corresponding_day(start: str, months: int, end: str) -> None:
    assert to_date(months_after(day(start), months)) == date.fromisoformat(end)


@given(day=days, months=st.integers(0, 600))
def test_months_later_is_the_same_day_of_the_month_or_its_last(day: int, months: int) -> None:
    start, end = to_date(day), to_date(months_after(day, months))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(1)).day == 1)


def test_a_credential_ends_the_day_before_its_anniversary() -> None:
    """Rule 28, SC1."""
    assert to_date(credential_end(day("2026-08-20"), 5)) == date(2031, 8, 19)


@pytest.mark.parametrize(
    "filed, may", [("2031-02-18", False), ("2031-02-19", True), ("2031-08-18", True), ("2031-08-19", False)]
)
def test_a_credential_is_renewed_in_its_last_six_months_before_its_last_day(filed: str, may: bool) -> None:
    """Rule 32, SC13."""
    assert (day(filed) in renewal_window(day("2031-08-19"))) == may


def test_the_cancel_filing_is_due_ten_working_days_after_the_security_ended() -> None:
    """Rule 90, SC17."""
    assert to_date(cancel_filing_due(day("2027-08-31"), calendar())) == date(2027, 9, 14)


def test_a_due_day_beyond_the_calendar_is_not_guessed() -> None:
    """Rule 90."""
    with pytest.raises(CalendarMissing):
        cancel_filing_due(day("2027-12-20"), calendar())


def test_a_term_should_outlast_the_maturity_by_the_tail() -> None:
    """Rules 72, 81: SC1's filing does by a day; SC13's credential ends before the loan."""
    assert outlasts(day("2029-09-01"), day("2027-08-31"))
    assert outlasts(day("2029-08-31"), day("2027-08-31"))
    assert not outlasts(day("2029-08-30"), day("2027-08-31"))
    assert not outlasts(day("2031-08-19"), day("2031-12-31"), tail_months=0)


def test_alerts_come_nine_six_and_three_months_before_the_end() -> None:
    """Rule 81."""
    end = day("2031-08-19")
    assert [to_date(each).isoformat() for each in alert_days(end)] == ["2030-11-19", "2031-02-19", "2031-05-19"]
    assert [alerted(day(text), end) for text in ("2030-11-18", "2030-11-19", "2031-05-19")] == [0, 1, 3]


@given(end=days, day=days)
def test_a_window_is_never_open_on_the_last_day(end: int, day: int) -> None:
    """Rule 32."""
    window = renewal_window(end)
    assert end not in window
    assert (day in window) == (window.first <= day < end)
