"""Legal time: signed by those who act, a little ahead of block time at most, one working day back at most (rule 124)."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import Parameters
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Done, Stage
from tests.contracts.stage.cast import DOCUMENT, SHA256
from tests.contracts.stage.stage import day, instant

TOLERANCE = 900


def opened(stage: Stage, cast: Cast, at: int) -> Done:
    """An act that has a legal time of its own."""
    return stage.file([cast.holder.one], [("open", 2, keccak(b"at %d" % at), cast.holder)], at=at)


def test_no_time_means_block_time_and_the_line_says_it(stage: Stage, cast: Cast) -> None:
    assert opened(stage, cast, 0).line("Opened")["at"] == stage.now


def test_a_time_is_kept_as_it_was_signed(stage: Stage, cast: Cast) -> None:
    for at in (stage.now + TOLERANCE, stage.now - TOLERANCE, stage.now - 3_600):
        assert opened(stage, cast, at).line("Opened")["at"] == at


def test_a_time_further_ahead_than_the_tolerance_is_refused(stage: Stage, cast: Cast) -> None:
    with stage.refused("LegalTimeAhead", at=stage.now + TOLERANCE + 1, latest=stage.now + TOLERANCE):
        opened(stage, cast, stage.now + TOLERANCE + 1)


@pytest.mark.parametrize(
    "entered, acted, passes",
    [
        ("2026-08-05", "2026-08-04", True),  # the working day before
        ("2026-08-05", "2026-08-03", False),
        ("2026-08-10", "2026-08-07", True),  # Monday, of the Friday before
        ("2026-08-10", "2026-08-06", False),
        ("2026-08-08", "2026-08-07", True),  # Saturday: no working day has passed
        ("2026-08-09", "2026-08-06", False),
        ("2026-10-08", "2026-09-30", True),  # over the golden week
        ("2026-10-08", "2026-09-29", False),
        ("2026-10-10", "2026-10-09", True),  # a Saturday that is worked
    ],
)
def test_an_act_is_entered_on_the_next_working_day_at_the_latest(
    stage: Stage, cast: Cast, entered: str, acted: str, passes: bool
) -> None:
    stage.on(entered, "23:59")
    at = instant(acted, "00:00")
    if passes:
        opened(stage, cast, at)
    else:
        with stage.refused("LegalTimeTooOld", at=at):
            opened(stage, cast, at)


def test_within_the_tolerance_no_calendar_is_asked(stage: Stage, cast: Cast) -> None:
    stage.on("2028-06-01")  # no calendar of that year is loaded
    opened(stage, cast, stage.now - TOLERANCE)
    with stage.refused("CalendarMissing", year=2028):
        opened(stage, cast, stage.now - TOLERANCE - 1)


def test_what_may_be_entered_late_follows_the_parameter(stage: Stage, cast: Cast) -> None:
    parameters = replace(stage.word(Parameters), late_entry_days=0)
    stage.file(cast.operator.both, [("setParameters", parameters, SHA256, DOCUMENT)])
    stage.on("2026-08-05", "12:00")
    opened(stage, cast, instant("2026-08-05", "00:00"))
    with stage.refused("LegalTimeTooOld", lastDay=day("2026-08-04")):
        opened(stage, cast, instant("2026-08-04", "23:59"))


def test_an_act_is_never_earlier_than_the_case_s_last(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    submitted = case.case.since
    stage.chain.forward(hours=2)
    with stage.refused("OutOfOrder", at=submitted - 1, since=submitted):
        case.accept(at=submitted - 1)
    case.accept(at=submitted)
