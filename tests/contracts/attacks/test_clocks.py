"""Nobody wins a clock by the day it writes on its act."""

from ledger_api.domain.words import EndReason
from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant


def test_a_notice_of_breach_runs_from_the_day_it_is_recorded(stage: Stage, cast: Cast) -> None:
    """Rule 54: dated 30 September and entered after the golden week it took eight of thirty days from the other side."""
    deals = Deals(Procedure(stage, cast).registered())
    number = deals.granted()
    stage.on("2026-10-08")
    deals.notice(number, at=instant("2026-09-30", "17:00"))
    assert deals.licence(number).noticed == day("2026-10-08")
    stage.on("2026-10-31")
    with stage.refused("NoticeNotElapsed", earliest=day("2026-11-08")):
        deals.end(number, EndReason.BREACH, by=[cast.holder.one])


def test_a_notice_of_breach_dated_ahead_of_midnight_runs_from_its_own_day(stage: Stage, cast: Cast) -> None:
    """Rule 54: the later of both."""
    deals = Deals(Procedure(stage, cast).registered())
    number = deals.granted()
    stage.on("2026-09-07", "23:55")
    deals.notice(number, at=instant("2026-09-08", "00:05"))
    assert deals.licence(number).noticed == day("2026-09-08")
