"""Legal days and working days on chain, held against Python's own calendar and a plain list of days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from tests.contracts.core.harnesses import CALENDAR, deploy

EPOCH = date(1970, 1, 1)
FIRST, UNTIL = (date(2026, 1, 1) - EPOCH).days, (date(2027, 12, 31) - EPOCH).days
HOLIDAYS = {
    *(date(2026, 10, day) for day in range(1, 8)),
    *(date(2026, 9, day) for day in (25, 26, 27)),
    *(date(2027, 2, day) for day in range(5, 15)),
}
MAKE_UP = {date(2026, 10, 10), date(2026, 9, 20), date(2027, 2, 20)}

QUICK = settings(max_examples=120, deadline=None, derandomize=True)


def works(day: int) -> bool:
    """Whether a legal day is worked: Monday to Friday, but for the holidays and the days made up for them."""
    when = EPOCH + timedelta(days=day)
    return when in MAKE_UP or (when.weekday() < 5 and when not in HOLIDAYS)


@pytest.fixture(scope="module")
def calendar(bare: LocalChain) -> Contract:
    harness = deploy(bare, CALENDAR)
    groups = range(FIRST >> 8, (UNTIL >> 8) + 1)
    # Every day of the first and last group has a bit: those outside the span must not be believed.
    words = [sum(works(day) << (day & 255) for day in range(group << 8, (group + 1) << 8)) for group in groups]
    harness.transact("load", FIRST, UNTIL, groups[0], words)
    return harness


@given(start=st.integers(FIRST - 1, UNTIL - 100), n=st.integers(0, 60))
@QUICK
def test_the_nth_working_day_is_found_by_walking(calendar: Contract, start: int, n: int) -> None:
    """Rule 25: the starting day is not counted."""
    day = start
    for _ in range(n):
        day += 1
        while not works(day):
            day += 1
    assert calendar.call("add", start, n) == day


@given(start=st.integers(FIRST - 1, UNTIL), length=st.integers(-5, 700))
@example(start=FIRST - 1, length=UNTIL - FIRST + 1)
@QUICK
def test_working_days_between_are_counted_one_by_one(calendar: Contract, start: int, length: int) -> None:
    """Rule 24: a clock uses the days after its start, up to and with the day it stops on."""
    end = min(start + length, UNTIL)
    assert calendar.call("count", start, end) == sum(works(day) for day in range(start + 1, end + 1))


@given(start=st.integers(FIRST - 1, UNTIL - 100), n=st.integers(1, 60))
@QUICK
def test_counting_to_the_nth_working_day_gives_n(calendar: Contract, start: int, n: int) -> None:
    assert calendar.call("count", start, calendar.call("add", start, n)) == n


@pytest.mark.parametrize(
    "call, year",
    [
        (("add", UNTIL, 1), 2028),
        (("add", UNTIL - 3, 9), 2028),
        (("add", FIRST - 2, 1), 2025),
        (("count", UNTIL - 3, UNTIL + 1), 2028),
        (("count", FIRST - 2, FIRST + 5), 2025),
        (("count", FIRST - 2, UNTIL + 1), 2025),
    ],
)
def test_a_day_that_is_not_loaded_is_named_by_its_year(
    calendar: Contract, call: tuple[str, int, int], year: int
) -> None:
    """Rule 125: nothing is counted into a year that is not loaded."""
    with pytest.raises(Reverted) as refused:
        calendar.call(*call)
    assert (refused.value.name, refused.value.arguments) == ("CalendarMissing", {"year": year})


def test_no_days_from_a_day_that_is_not_loaded_is_that_day(calendar: Contract) -> None:
    assert calendar.call("add", UNTIL + 5, 0) == UNTIL + 5
    assert calendar.call("count", UNTIL + 5, UNTIL + 5) == 0


@given(day=st.integers(0, 65_535))
@example(day=(date(2000, 2, 29) - EPOCH).days)
@example(day=(date(2100, 2, 28) - EPOCH).days)
@example(day=(date(2100, 3, 1) - EPOCH).days)
@example(day=65_535)
@QUICK
def test_a_legal_day_has_the_date_that_the_calendar_says(calendar: Contract, day: int) -> None:
    when = EPOCH + timedelta(days=day)
    assert calendar.call("civil", day) == (when.year, when.month, when.day)
    assert calendar.call("fromCivil", when.year, when.month, when.day) == day


@given(day=st.integers(FIRST, UNTIL), years=st.integers(1, 15))
@example(day=(date(2028, 2, 29) - EPOCH).days, years=1)
@example(day=(date(2028, 2, 29) - EPOCH).days, years=4)
@example(day=(date(2026, 8, 20) - EPOCH).days, years=5)
@QUICK
def test_a_term_ends_the_day_before_its_anniversary(calendar: Contract, day: int, years: int) -> None:
    """Rule 28. What has no anniversary has it on 1 March."""
    start = EPOCH + timedelta(days=day)
    try:
        anniversary = start.replace(year=start.year + years)
    except ValueError:
        anniversary = date(start.year + years, 3, 1)
    assert calendar.call("lastDay", day, years) == (anniversary - EPOCH).days - 1


@given(time=st.integers(0, 5_662_000_000))
@example(time=int(datetime(2026, 8, 3, 15, 59, 59, tzinfo=UTC).timestamp()))
@example(time=int(datetime(2026, 8, 3, 16, 0, 0, tzinfo=UTC).timestamp()))
@QUICK
def test_a_legal_day_begins_at_midnight_in_beijing(calendar: Contract, time: int) -> None:
    beijing = datetime.fromtimestamp(time, timezone(timedelta(hours=8)))
    assert calendar.call("dayOf", time) == (beijing.date() - EPOCH).days


def test_today_is_the_legal_day_of_the_block(calendar: Contract, bare: LocalChain) -> None:
    assert calendar.call("today") == (bare.now + 28_800) // 86_400


@pytest.mark.parametrize(
    "later, months, earlier",
    [
        ("2031-08-19", 6, "2031-02-19"),
        ("2031-08-31", 6, "2031-02-28"),
        ("2028-08-30", 6, "2028-02-29"),
        ("2027-06-30", 6, "2026-12-30"),
        ("2027-05-31", 6, "2026-11-30"),
        ("2027-03-31", 3, "2026-12-31"),
        ("2027-12-31", 0, "2027-12-31"),
    ],
)
def test_months_before_a_day_keep_its_number_or_end_the_month(
    calendar: Contract, later: str, months: int, earlier: str
) -> None:
    """Rule 32, Civil Code 202."""
    assert (
        calendar.call("monthsBefore", (date.fromisoformat(later) - EPOCH).days, months)
        == (date.fromisoformat(earlier) - EPOCH).days
    )
