"""Legal days and working days: the year 2026 as set by the State Council, and Calendar.sol on an EVM beside the Python."""

import random
from datetime import date
from functools import cache

import pytest

from hardhat_free_env.compiler.build import compile_paths
from hardhat_free_env.compiler.sources import ROOT, SourceTree
from hardhat_free_env.deploy import calendars
from ledger_api.domain.calendar import (
    CalendarMissing,
    WorkingCalendar,
    day_end,
    day_start,
    from_date,
    last_day,
    legal_day,
    to_date,
)
from tests.hardhat_free_env.compiler.evm import Deployed, Reverted, new_tester, selector

HARNESS = """// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;
import {Book} from "contracts/core/Book.sol";
import {Calendar} from "contracts/core/Calendar.sol";
import {Span, WorkingDays} from "contracts/types/words/Book.sol";

contract CalendarHarness {
    constructor() {
        Book.store().span = Span.wrap(__SPAN__);
__WORDS__    }
    function add(uint256 day, uint256 n) external view returns (uint256) { return Calendar.add(day, n); }
    function count(uint256 from, uint256 to) external view returns (uint256) { return Calendar.count(from, to); }
    function dayOf(uint256 time) external pure returns (uint256) { return Calendar.dayOf(time); }
    function lastDay(uint256 day, uint256 n) external pure returns (uint256) { return Calendar.lastDay(day, n); }
    function yearOf(uint256 day) external pure returns (uint256) { return Calendar.yearOf(day); }
}
"""


@cache
def calendar() -> WorkingCalendar:
    """The two years that ship."""
    years = [calendars.load(name) for name in ("2026", "2027")]
    groups: dict[int, int] = {}
    for year in years:
        for group, word in enumerate(year.words(), year.first >> 8):
            groups[group] = groups.get(group, 0) | word
    return WorkingCalendar(years[0].first, years[-1].last, len(years), groups)


@pytest.fixture(scope="module")
def solidity() -> Deployed:
    days = calendar()
    words = "".join(
        f"        Book.store().workingDays[{group}] = WorkingDays.wrap({word});\n"
        for group, word in days.groups.items()
    )
    span = days.first | days.until << 16 | days.version << 32
    source = HARNESS.replace("__SPAN__", str(span)).replace("__WORDS__", words)
    compiled = compile_paths(SourceTree(ROOT, {"harness/C.sol": source}), ["harness/C.sol"])
    return Deployed.deploy(new_tester(), compiled["CalendarHarness"].bytecode)


def day(text: str) -> int:
    return from_date(date.fromisoformat(text))


def test_a_legal_day_begins_at_midnight_in_beijing() -> None:
    midnight = 1_785_686_400  # 2026-08-03T00:00+08:00
    assert to_date(legal_day(midnight)) == date(2026, 8, 3)
    assert to_date(legal_day(midnight - 1)) == date(2026, 8, 2)
    assert day_start(legal_day(midnight)) == midnight
    assert day_end(legal_day(midnight)) == midnight + 86_399


@pytest.mark.parametrize(
    "start, count, end",
    [
        ("2026-08-03", 3, "2026-08-06"),
        ("2026-08-05", 10, "2026-08-19"),
        ("2026-08-12", 5, "2026-08-19"),
        ("2026-09-28", 5, "2026-10-10"),  # over the golden week, with its working Saturday
        ("2026-08-03", 0, "2026-08-03"),
    ],
)
def test_working_days_are_counted_after_the_first(start: str, count: int, end: str) -> None:
    assert to_date(calendar().add(day(start), count)) == date.fromisoformat(end)
    assert calendar().count(day(start), day(end)) == count


@pytest.mark.parametrize(
    "start, years, last",
    [
        ("2026-08-20", 5, "2031-08-19"),
        ("2028-02-29", 1, "2029-02-28"),
        ("2028-02-29", 4, "2032-02-28"),
        ("2026-01-01", 1, "2026-12-31"),
        ("2028-02-29", 72, "2100-02-28"),
    ],
)
def test_a_term_of_years_ends_the_day_before_the_anniversary(start: str, years: int, last: str) -> None:
    assert to_date(last_day(day(start), years)) == date.fromisoformat(last)


def test_counting_into_a_year_that_is_not_loaded_names_the_year() -> None:
    with pytest.raises(CalendarMissing) as caught:
        calendar().add(day("2027-12-30"), 5)
    assert caught.value.year == 2028
    with pytest.raises(CalendarMissing) as caught:
        calendar().count(day("2025-12-30"), day("2026-01-05"))
    assert caught.value.year == 2025


def test_nothing_is_counted_backwards() -> None:
    assert calendar().count(day("2026-08-05"), day("2026-08-03")) == 0


def test_solidity_gives_the_same_days(solidity: Deployed) -> None:
    rng = random.Random(20_260_803)
    days = calendar()
    for _ in range(150):
        start, count = rng.randrange(days.first - 3, days.until + 3), rng.randrange(40)
        assert answer(solidity, "add(uint256,uint256)", start, count) == mine(lambda s=start, c=count: days.add(s, c))
        end = rng.randrange(days.first - 3, days.until + 3)
        assert answer(solidity, "count(uint256,uint256)", start, end) == mine(lambda s=start, e=end: days.count(s, e))


def test_solidity_gives_the_same_dates(solidity: Deployed) -> None:
    rng = random.Random(20_260_804)
    leap = [day(f"{year}-02-29") for year in range(2000, 2060, 4)]
    for start in [rng.randrange(15_000, 60_000) for _ in range(60)] + leap:
        years = rng.randrange(1, 16)
        assert answer(solidity, "lastDay(uint256,uint256)", start, years) == last_day(start, years)
        assert answer(solidity, "yearOf(uint256)", start) == to_date(start).year
        time = start * 86_400 + rng.randrange(86_400)
        assert answer(solidity, "dayOf(uint256)", time) == legal_day(time)


def answer(solidity: Deployed, function: str, *arguments: int) -> int | str:
    try:
        return int(solidity.call(function, list(arguments), "uint256"))
    except Reverted as reverted:
        year = reverted.data.removeprefix(selector("CalendarMissing(uint256)"))
        return f"missing {int.from_bytes(year, 'big')}"


def mine(count: object) -> int | str:
    assert callable(count)
    try:
        return int(count())
    except CalendarMissing as missing:
        return f"missing {missing.year}"
