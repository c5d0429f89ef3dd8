"""The statutory clocks, by the dates of the scenarios: SC1's registration, SC12's golden week, pauses and the extension."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import Algorithm, CaseFlag, CaseState, Parameters, Right, SlotStatus, WorkingDays
from tests.contracts.procedure import ALL, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

# --------------------------------------------------------------------------------------------------- SC1, to the day


def test_an_application_of_3_august_may_be_accepted_until_6_august(stage: Stage, cast: Cast) -> None:
    """Rule 23, SC1: three working days, the starting day excluded."""
    case = Procedure(stage, cast).submitted()
    assert (case.case.submitted, case.case.run, case.case.limit) == (day("2026-08-03"), day("2026-08-03"), 3)
    stage.on("2026-08-06", "23:59")
    case.accept()
    assert case.case.state == CaseState.UNDER_REVIEW


def test_on_7_august_it_is_too_late_to_accept(stage: Stage, cast: Cast) -> None:
    """Rule 23, SC1: silence has accepted by then, so that there is nothing to accept."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-07", "00:00")
    with stage.refused("WrongCaseState", state=CaseState.UNDER_REVIEW):
        case.accept()


def test_the_review_of_a_case_accepted_on_5_august_lasts_until_19_august(stage: Stage, cast: Cast) -> None:
    """Rule 24, SC1: ten working days, shown by when it is too late to extend."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-05")
    case.accept()
    assert (case.case.accepted, case.case.limit) == (day("2026-08-05"), 10)
    mark = stage.mark()
    stage.on("2026-08-19", "23:59")
    case.extend(10)
    stage.rewind(mark)
    stage.on("2026-08-20", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-08-19")):
        case.extend(10)


def test_the_extended_review_lasts_until_2_september(stage: Stage, cast: Cast) -> None:
    """Rule 24, SC1: 19 August and ten working days more."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-05")
    case.accept()
    case.extend(10)
    word = case.case
    assert (word.run, word.used, word.limit) == (day("2026-08-05"), 0, 20)
    working = [each for each in range(word.run + 1, day("2026-09-03")) if (each + 3) % 7 < 5]
    assert working[word.limit - 1] == day("2026-09-02")


def test_a_notice_of_12_august_is_over_after_19_august(stage: Stage, cast: Cast) -> None:
    """Rule 25, SC1: five working days, the day of publication excluded; it counts to the end of its last day."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-05")
    case.accept()
    stage.on("2026-08-12")
    case.publish()
    stage.on("2026-08-19", "23:59")
    with stage.refused("NoticeOpen", lastDay=day("2026-08-19")):
        case.anchor()
    stage.on("2026-08-20", "00:00")
    case.anchor("2031-08-19")


def test_a_right_anchored_on_20_august_2026_is_valid_until_19_august_2031(stage: Stage, cast: Cast) -> None:
    """Rule 28, SC1: five years at most, the anniversary less one day."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    with stage.refused("UntilTooFar", until=day("2031-08-20"), latest=day("2031-08-19")):
        case.anchor("2031-08-20")
    case.anchor("2031-08-19")
    head = case.head
    assert head.until == (day("2031-08-19"),) * 3
    assert head.holder == (cast.holder.number,) * 3
    assert head.status == (SlotStatus.ACTIVE,) * 3


def test_scenario_1_runs_from_submission_to_credential(stage: Stage, cast: Cast) -> None:
    """SC1, registration half, origin 采集生成: its dates and its number."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-05")
    case.accept()
    stage.on("2026-08-12")
    case.publish()
    stage.on("2026-08-20")
    anchored = case.anchor("2031-08-19").line("Anchored")
    assert (anchored["kase"].state, anchored["parallel"]) == (CaseState.ANCHORED, 0)
    issued = case.issue("SJ3312026080001").line("CredentialIssued")
    assert issued["number"].rstrip(b"\0") == b"SJ3312026080001"
    assert case.case.state == CaseState.CREDENTIALED
    assert case.head.registrar == cast.registrar.number


# ---------------------------------------------------------------------------------------------- SC12, the golden week


def test_before_mid_autumn_the_acceptance_limit_moves_to_30_september(stage: Stage, cast: Cast) -> None:
    """Rule 23, SC12 (a): 25 to 27 September are a holiday, so 24 September and three working days is 30 September."""
    stage.on("2026-09-24")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-09-30", "23:59")
    case.accept()
    assert case.case.accepted == day("2026-09-30")


def test_a_notice_of_28_september_ends_on_the_saturday_worked_for_it(stage: Stage, cast: Cast) -> None:
    """Rule 25, SC12 (b): 29 and 30 September, 8, 9 and 10 October, a make-up working day."""
    stage.on("2026-09-28")
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-10-10", "23:59")
    with stage.refused("NoticeOpen", lastDay=day("2026-10-10")):
        case.anchor("2031-10-09")
    stage.on("2026-10-11", "00:00")
    case.anchor("2031-10-09")


def test_silence_over_the_golden_week_accepts_on_8_october(stage: Stage, cast: Cast) -> None:
    """Rule 23, SC12 (c): the limit was 30 September, the next working day is 8 October."""
    stage.on("2026-09-24")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-10-08", "00:00")
    case.deem()
    assert (case.case.accepted, case.case.run) == (day("2026-10-08"), day("2026-10-08"))
    assert case.case.flags == CaseFlag.DEEMED


@pytest.mark.parametrize("date", ["2026-09-30", "2026-10-01", "2026-10-07"])
def test_silence_accepts_no_sooner(stage: Stage, cast: Cast, date: str) -> None:
    """Rule 23, SC12 (c): on the days between, nothing is accepted yet."""
    stage.on("2026-09-24")
    case = Procedure(stage, cast).submitted()
    stage.on(date, "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-10-07")):
        case.deem()


# ------------------------------------------------------------------------------------------------ pauses


def test_a_pause_keeps_the_days_used_and_resuming_runs_on(stage: Stage, cast: Cast) -> None:
    """Rule 24: accepted Monday 3rd; paused Thursday 6th (three used), resumed Monday 10th, paused Wednesday (two more)."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-06")
    case.pause()
    assert (case.case.state, case.case.run, case.case.used) == (CaseState.SUPPLEMENTING, 0, 3)
    stage.on("2026-08-10")
    case.resume()
    assert (case.case.state, case.case.run, case.case.used) == (CaseState.UNDER_REVIEW, day("2026-08-10"), 3)
    stage.on("2026-08-12")
    case.pause()
    assert case.case.used == 5


def test_time_spent_supplementing_does_not_count(stage: Stage, cast: Cast) -> None:
    """Rule 24: three used by the 6th, two weeks away, seven left from the 20th: until the 31st."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-06")
    case.pause()
    stage.on("2026-08-20")
    case.resume()
    mark = stage.mark()
    stage.on("2026-08-31", "23:59")
    case.extend()
    stage.rewind(mark)
    stage.on("2026-09-01", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-08-31")):
        case.extend()


def test_pausing_and_resuming_on_one_day_costs_that_day_once(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-06")
    case.pause()
    case.resume()
    case.pause()
    assert case.case.used == 3


def test_a_review_paused_when_nothing_is_left_stays_overdue(stage: Stage, cast: Cast) -> None:
    """Rule 24: eleven days used of ten; resuming gives none back, and no extension cures it."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-18")
    case.pause()
    assert case.case.used == 11
    case.resume()
    stage.on("2026-08-19")
    with stage.refused("LimitPassed", lastDay=day("2026-08-18")):
        case.extend()


def test_more_days_used_than_the_word_can_hold_stay_at_its_most(stage: Stage, cast: Cast) -> None:
    """Rule 24: a review forgotten for half a year can still be stopped."""
    case = Procedure(stage, cast).under_review()
    stage.on("2027-01-29")
    case.pause()
    assert case.case.used == 63


def test_the_notice_stops_the_review(stage: Stage, cast: Cast) -> None:
    """Rule 24: publication pauses it for good."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-06")
    case.publish()
    assert (case.case.run, case.case.used, case.case.notice) == (0, 3, day("2026-08-06"))


def test_lengths_are_those_of_the_day_the_clock_began(stage: Stage, cast: Cast) -> None:
    """Rules 23–25: a parameter changed afterwards moves no running clock."""
    case = Procedure(stage, cast).in_notice()
    other = Procedure(stage, cast, root=b"\7" * 32).submitted()
    shorter = replace(stage.word(Parameters), notice_days=1, accept_days=1, review_days=2)
    stage.file(cast.operator.both, [("setParameters", shorter, Algorithm.SHA256, b"\1" * 32)])
    stage.on("2026-08-06")
    with stage.refused("NoticeOpen", lastDay=day("2026-08-10")):
        case.anchor()
    other.accept()
    assert (other.case.limit, stage.word(Parameters).review_days) == (2, 2)


# ------------------------------------------------------------------------------------------------ legal time


def test_an_acceptance_of_the_last_day_may_be_entered_the_next_working_day(stage: Stage, cast: Cast) -> None:
    """Rules 23, 124: given on Thursday 6 August, entered on Friday: the notice was in time, the entry is late."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-07", "17:00")
    case.accept(at=instant("2026-08-06", "17:00"))
    assert (case.case.accepted, case.case.flags) == (day("2026-08-06"), 0)


def test_it_may_not_be_entered_later(stage: Stage, cast: Cast) -> None:
    """Rules 23, 124: on Monday the Thursday is two working days back."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-10")
    with stage.refused("LegalTimeTooOld", lastDay=day("2026-08-07")):
        case.accept(at=instant("2026-08-06", "17:00"))


def test_an_acceptance_recorded_as_silence_is_not_undone_by_a_late_entry(stage: Stage, cast: Cast) -> None:
    """Rule 23: whoever comes first on the next working day has the last word."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-07")
    case.deem()
    with stage.refused("OutOfOrder"):
        case.accept(at=instant("2026-08-06", "17:00"))


def test_an_act_before_the_cases_last_act_is_refused(stage: Stage, cast: Cast) -> None:
    """Rule 124: legal times of one case are monotone."""
    case = Procedure(stage, cast).submitted()
    with stage.refused("OutOfOrder", at=stage.now - 60, since=instant("2026-08-03")):
        case.accept(at=stage.now - 60)


def test_legal_time_ahead_of_block_time_ends_no_notice_early(stage: Stage, cast: Cast) -> None:
    """Rules 25, 124: fifteen minutes of tolerance are no shortcut over midnight."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-10", "23:50")
    with stage.refused("NoticeOpen", lastDay=day("2026-08-10")):
        case.anchor(at=instant("2026-08-11", "00:01"))


def test_a_backdated_anchoring_does_not_precede_the_end_of_the_notice(stage: Stage, cast: Cast) -> None:
    """Rules 25, 124."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-11", "09:00")
    with stage.refused("NoticeOpen", lastDay=day("2026-08-10")):
        case.anchor(at=instant("2026-08-10", "23:59"))


@pytest.mark.parametrize("act", ["deem", "lapse"])
def test_what_time_alone_decides_takes_block_time(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 124: anyone may poke, so nobody may choose the moment."""
    case = Procedure(stage, cast).submitted()
    if act == "lapse":
        case.request_correction("2026-08-10")
    stage.on("2026-08-12")
    with stage.refused("OnlyBlockTime"):
        getattr(case, act)(at=stage.now - 1)
    getattr(case, act)()


def test_a_calendar_correction_recounts_a_running_clock_only(stage: Stage, cast: Cast) -> None:
    """Rule 125: 6 August becomes a holiday: a running acceptance clock ends on the 7th, used days stay used."""
    running = Procedure(stage, cast).submitted()
    stopped = Procedure(stage, cast, root=b"\7" * 32).under_review()
    stage.on("2026-08-06")
    stopped.pause()
    holiday = day("2026-08-06")
    words = [WorkingDays(working=0)]
    stage.file(cast.operator.both, [("loadCalendar", holiday, holiday, Algorithm.SHA256, b"\1" * 32, words)])
    stage.on("2026-08-07", "12:00")
    running.accept()
    assert running.case.accepted == day("2026-08-07")
    assert stopped.case.used == 3


def test_rights_of_a_case_are_those_asked(stage: Stage, cast: Cast) -> None:
    """Rule 28: only what passed is registered."""
    case = Procedure(stage, cast).in_notice(passed=Right.HOLD | Right.USE)
    stage.on("2026-08-11")
    case.anchor("2031-08-10")
    assert case.head.status == (SlotStatus.ACTIVE, SlotStatus.ACTIVE, SlotStatus.EMPTY)
    assert case.head.holder[2] == 0
    assert case.case.asked == ALL
