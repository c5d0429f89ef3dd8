"""A registrar's clock that ran out: anybody reports it, once a clock, and nothing else changes (SM-1)."""

from typing import Any

import pytest

from ledger_api.domain.words import CaseState, ObjectionState, Overdue, OverdueClock, Power, Role
from tests.contracts.circumstances import another_registrar
from tests.contracts.disputing import Dispute
from tests.contracts.procedure import Procedure, Someone
from tests.contracts.stage import Cast, Done, Stage, enter
from tests.contracts.stage.stage import day


def report(case: Procedure, number: int = 0, *, by: Someone = None, at: int = 0) -> Done:
    """Report a case, or what has this number."""
    return case.file(by, [case.cast.buyer.one], "reportOverdue", case.entry, number or case.number, at=at)


def overdue(case: Procedure, number: int = 0) -> Overdue:
    """What was reported last."""
    return case.stage.word(Overdue, case.entry, number or case.number)


def test_an_application_nobody_accepted_in_time_is_overdue(stage: Stage, cast: Cast) -> None:
    """Rule 23: three working days from Wednesday, 5 August, end on Monday the 10th."""
    stage.on("2026-08-05")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-10", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-08-10")):
        report(case)
    stage.on("2026-08-11", "00:00")
    before = case.case
    line = report(case).line("OverdueReported")
    word = overdue(case)
    assert word == line["overdue"]
    assert (word.clock, word.registrar, word.since) == (OverdueClock.ACCEPT, cast.registrar.number, stage.now)
    assert (word.started, word.last) == (day("2026-08-05"), day("2026-08-10"))
    assert case.case == before


def test_anybody_reports_it(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-11")
    stranger = enter(stage, cast.operator, "stranger (虚构)", Role.HOLDER, {"one": Power.FILE}, 700)
    report(case, by=[stranger.one])


def test_it_is_reported_once_a_clock(stage: Stage, cast: Cast) -> None:
    """Rule 24: the review clock is another one, and runs from the day silence accepted."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-11")
    report(case)
    with stage.refused("AlreadyReported", number=case.number):
        report(case)
    case.deem()
    with stage.refused("TooEarly"):
        report(case)
    stage.on("2026-08-31")
    report(case)
    assert overdue(case).clock == OverdueClock.REVIEW
    with stage.refused("AlreadyReported", number=case.number):
        report(case)


def test_a_pause_begins_no_new_clock(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-31")
    report(case)
    case.pause()
    with stage.refused("NoClockRuns", number=case.number):
        report(case)
    case.resume()
    stage.on("2026-09-30")
    with stage.refused("AlreadyReported", number=case.number):
        report(case)


def test_an_application_filed_again_has_a_new_clock(stage: Stage, cast: Cast) -> None:
    """Rules 22, 23."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-31")
    with stage.refused("NoClockRuns"):
        report(case)
    stage.on("2026-08-12")
    case.resubmit()
    stage.on("2026-08-18")
    report(case)
    assert overdue(case).started == day("2026-08-12")


@pytest.mark.parametrize("state", [CaseState.NOTICE, CaseState.ANCHORED, CaseState.WITHDRAWN])
def test_nothing_is_overdue_where_no_clock_of_the_registrar_runs(stage: Stage, cast: Cast, state: CaseState) -> None:
    case = Procedure(stage, cast)
    if state == CaseState.NOTICE:
        case.in_notice()
    elif state == CaseState.ANCHORED:
        case.registered()
    else:
        case.submitted().withdraw()
    stage.on("2026-12-30")
    with stage.refused("NoClockRuns", number=case.number):
        report(case)


def test_an_objection_in_a_notice_is_decided_in_time(stage: Stage, cast: Cast) -> None:
    """Rule 27: by whoever decides the case."""
    case = Procedure(stage, cast).in_notice()
    number = case.object_in_notice().line("NoticeObjected").number
    heir = another_registrar(stage, cast)
    act = ("reassign", case.entry, case.number, heir, 0, 2, bytes([1] * 32))
    stage.file([*cast.registrar.pair, *heir.pair], [act])
    stage.on("2026-08-17", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-08-17")):
        report(case, number)
    stage.on("2026-08-18")
    report(case, number)
    word = overdue(case, number)
    assert (word.clock, word.registrar) == (OverdueClock.DECIDE, heir.number)
    case.resolve(number, by=heir.pair)
    with stage.refused("NoClockRuns"):
        report(case, number)


def test_after_registration_it_is_examined_and_the_holder_notified_in_time(stage: Stage, cast: Cast) -> None:
    """Rule 38: two clocks."""
    case = Procedure(stage, cast).registered("2026-08-11")
    dispute = Dispute.filed(case)
    stage.on("2026-08-18", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-08-18")):
        report(case, dispute.number)
    stage.on("2026-08-19")
    report(case, dispute.number)
    assert overdue(case, dispute.number).clock == OverdueClock.EXAMINE
    case.complete(dispute.number)
    with stage.refused("TooEarly", lastDay=day("2026-08-26")):
        report(case, dispute.number)
    stage.on("2026-08-27")
    report(case, dispute.number)
    word = overdue(case, dispute.number)
    assert (word.clock, word.registrar) == (OverdueClock.NOTIFY, cast.registrar.number)
    with stage.refused("AlreadyReported"):
        report(case, dispute.number)
    assert dispute.word.state == ObjectionState.COMPLETE
    dispute.notify()


def test_a_supplemented_objection_is_examined_by_a_new_clock(stage: Stage, cast: Cast) -> None:
    """Rule 38."""
    case = Procedure(stage, cast).registered("2026-08-11")
    dispute = Dispute.filed(case)
    stage.on("2026-08-19")
    report(case, dispute.number)
    dispute.find_incomplete()
    with stage.refused("NoClockRuns"):
        report(case, dispute.number)
    stage.on("2026-08-20")
    dispute.refile()
    stage.on("2026-08-28")
    report(case, dispute.number)
    assert overdue(case, dispute.number).started == day("2026-08-20")


@pytest.mark.parametrize("state", ["notified", "contested", "concluded", "rejected", "litigated"])
def test_what_others_must_do_is_not_the_registrars(stage: Stage, cast: Cast, state: str) -> None:
    """Rule 38: it ends by acts of its own."""
    case = Procedure(stage, cast).registered("2026-08-11")
    dispute = Dispute.over(case)
    getattr(dispute, state)()
    stage.on("2026-12-30")
    with stage.refused("NoClockRuns", number=dispute.number):
        report(case, dispute.number)


def test_what_is_neither_case_nor_objection_has_no_clock(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    for number in (1, case.number + 1):
        with stage.refused("NoSuchObjection", number=number):
            report(case, number)


def test_it_is_reported_at_block_time(stage: Stage, cast: Cast) -> None:
    """Rule 124."""
    case = Procedure(stage, cast).submitted()
    moment: Any = stage.on("2026-08-11")
    with stage.refused("OnlyBlockTime", at=moment):
        report(case, at=moment)
