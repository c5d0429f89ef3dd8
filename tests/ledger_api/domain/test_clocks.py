"""The clocks of a case, on the dates of scenario SC1 and around the ends of terms."""

from dataclasses import replace
from datetime import date

import pytest

from ledger_api.domain.calendar import day_start, from_date, to_date
from ledger_api.domain.clocks import Clock, Knowledge, Reading, read
from ledger_api.domain.words import Case, CaseFlag, CaseState, Parameters
from tests.ledger_api.domain.test_calendar import calendar

PARAMETERS = Parameters(accept_days=3, review_days=10, notice_days=5, tolerance=900, late_entry_days=1)


def day(text: str) -> int:
    return from_date(date.fromisoformat(text))


def known(text: str) -> Knowledge:
    """What is known at noon of a day."""
    return Knowledge(calendar(), PARAMETERS, day_start(day(text)) + 43_200)


def on(case: Case, text: str, as_of: str = "") -> Reading:
    return read(case, day(text), known(as_of or text))


SUBMITTED = Case(
    state=CaseState.SUBMITTED, submitted=day("2026-08-03"), run=day("2026-08-03"), limit=3, flags=CaseFlag.WAIVER_ASKED
)
REVIEWED = replace(SUBMITTED, state=CaseState.UNDER_REVIEW, accepted=day("2026-08-05"), run=day("2026-08-05"), limit=10)
NOTICED = replace(REVIEWED, state=CaseState.NOTICE, run=0, notice=day("2026-08-12"), notice_length=5)


def test_acceptance_is_due_on_the_third_working_day() -> None:
    reading = on(SUBMITTED, "2026-08-06")
    assert (reading.clock, reading.derived, reading.passed) == (Clock.ACCEPTANCE, False, False)
    assert reading.due == day("2026-08-06")


def test_silence_is_acceptance_on_the_next_working_day() -> None:
    reading = on(SUBMITTED, "2026-08-07")
    assert reading.case.state == CaseState.UNDER_REVIEW
    assert to_date(reading.case.accepted) == date(2026, 8, 7)
    assert reading.case.flags == CaseFlag.WAIVER_ASKED | CaseFlag.DEEMED
    assert (reading.clock, reading.derived) == (Clock.REVIEW, True)
    assert reading.due == day("2026-08-21")


def test_until_the_next_working_day_breaks_silence_has_decided_nothing() -> None:
    friday = replace(SUBMITTED, run=day("2026-08-04"))  # its limit is Friday the 7th
    reading = on(friday, "2026-08-09")
    assert (reading.case, reading.clock, reading.passed) == (friday, Clock.ACCEPTANCE, True)
    assert on(friday, "2026-08-10").case.state == CaseState.UNDER_REVIEW


def test_deemed_acceptance_is_provisional_while_a_late_entry_may_come() -> None:
    assert on(SUBMITTED, "2026-08-07").provisional
    assert not on(SUBMITTED, "2026-08-10").provisional
    assert on(SUBMITTED, "2026-08-07", as_of="2026-08-10").provisional is False


def test_an_extended_review_is_due_later() -> None:
    assert on(REVIEWED, "2026-08-10").due == day("2026-08-19")
    assert on(replace(REVIEWED, limit=20), "2026-08-10").due == day("2026-09-02")


def test_a_paused_clock_keeps_the_days_it_used() -> None:
    resumed = replace(REVIEWED, used=4, run=day("2026-08-24"))
    assert on(resumed, "2026-08-25").due == day("2026-09-01")
    assert on(replace(REVIEWED, state=CaseState.SUPPLEMENTING, run=0, used=4), "2026-08-25").clock is None


def test_a_review_past_its_limit_is_overdue_and_nothing_else() -> None:
    reading = on(REVIEWED, "2026-08-20")
    assert (reading.case, reading.passed, reading.derived) == (REVIEWED, True, False)


def test_a_used_up_clock_that_runs_again_is_due_at_once() -> None:
    assert on(replace(REVIEWED, used=12, run=day("2026-08-24")), "2026-08-24").due == day("2026-08-24")


@pytest.mark.parametrize("text, over", [("2026-08-19", False), ("2026-08-20", True)])
def test_a_notice_ends_with_its_fifth_working_day(text: str, over: bool) -> None:
    reading = on(NOTICED, text)
    assert (reading.clock, reading.due, reading.passed) == (Clock.NOTICE, day("2026-08-19"), over)


def test_a_correction_list_that_ran_out_was_never_an_application() -> None:
    case = replace(SUBMITTED, state=CaseState.CORRECTION, run=0, due=day("2026-08-10"))
    assert on(case, "2026-08-10").case.state == CaseState.CORRECTION
    reading = on(case, "2026-08-11")
    assert (reading.case.state, reading.derived, reading.provisional) == (CaseState.NOT_FILED, True, True)
    assert not on(case, "2026-08-12").provisional


def test_a_day_beyond_the_calendar_is_unknown_not_an_error() -> None:
    case = replace(REVIEWED, run=day("2027-12-28"))
    reading = on(case, "2027-12-29")
    assert (reading.due, reading.passed, reading.clock) == (None, False, Clock.REVIEW)


def test_a_case_that_is_over_has_no_clock() -> None:
    case = replace(REVIEWED, state=CaseState.ANCHORED)
    assert on(case, "2026-08-25") == Reading(case, None, None, passed=False, derived=False, provisional=False)
