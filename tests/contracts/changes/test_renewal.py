"""续期: from six months before the last day to the day before it; while it is decided the right stays in force."""

from collections.abc import Callable

import pytest

from ledger_api.domain.words import CaseKind, CaseState, Right, SlotStatus, WorkingDays
from tests.contracts.circumstances import identity_expires
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import DOCUMENT, NO_DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day


@pytest.fixture
def calendar(stage: Stage, cast: Cast) -> None:
    """Every day of 2028 to 2032 is worked (演示)."""
    for year in range(2028, 2033):
        first, last = day(f"{year}-01-01"), day(f"{year}-12-31")
        words = [WorkingDays(working=(1 << 256) - 1)] * ((last >> 8) - (first >> 8) + 1)
        stage.file(cast.operator.both, [("loadCalendar", first, last, SHA256, DOCUMENT, words)])


Short = Callable[..., Later]


@pytest.fixture
def short(stage: Stage, cast: Cast) -> Later:
    """Registered from 20 August 2026 to 19 March 2027, within the calendar that ships."""
    return Later(Procedure(stage, cast).registered(until="2027-03-19"))


# -------------------------------------------------------------------------------------------- the window


@pytest.mark.parametrize("date", ["2031-02-19", "2031-08-18"])
def test_the_window_opens_six_months_before_and_closes_the_day_before(stage: Stage, later: Later, date: str) -> None:
    """Rule 32, SC13: a credential to 2031-08-19 is renewed from 02-19 on, at the latest on 08-18."""
    assert later.head.until == (day("2031-08-19"),) * 3
    stage.on(date)
    line = later.renew().line("RenewalApplied")
    assert (line["kase"].kind, line["kase"].state) == (CaseKind.RENEWAL, CaseState.SUBMITTED)
    assert later.case.case == line["kase"]


@pytest.mark.parametrize("date", ["2031-02-18", "2031-08-19"])
def test_neither_before_nor_on_the_last_day(stage: Stage, later: Later, date: str) -> None:
    """Rule 32, SC13: filed on the day of expiry is refused."""
    stage.on(date)
    with stage.refused("OutsideRenewal", opens=day("2031-02-19"), lastDay=day("2031-08-18")):
        later.renew()


def test_nor_after_it(stage: Stage, later: Later) -> None:
    """Rule 32, SC13: lapsed."""
    stage.on("2031-08-20")
    with stage.refused("RightNotLive", right=0):
        later.renew()


@pytest.mark.parametrize(
    "date, clock, shift",
    [
        ("2031-08-19", "00:05", -600),
        ("2031-08-18", "23:55", 600),
        ("2031-02-19", "00:05", -600),
        ("2031-02-18", "23:55", 600),
    ],
)
def test_no_legal_time_reaches_over_an_edge(stage: Stage, later: Later, date: str, clock: str, shift: int) -> None:
    """Rule 32: within it by legal time and by block time."""
    stage.on(date, clock)
    with stage.refused("OutsideRenewal"):
        later.renew(at=stage.now + shift)


def test_each_right_has_its_own_window(stage: Stage, cast: Cast) -> None:
    """Rule 32."""
    case = Procedure(stage, cast).registered("2026-08-20", asked=Right.HOLD, until="2026-12-31")
    Procedure(stage, cast).registered("2026-09-02", asked=Right.USE, until="2027-12-31", siblings=[case.entry])
    later = Later(case)
    with stage.refused("OutsideRenewal", lastDay=day("2027-12-30")):
        later.renew(Right.HOLD | Right.USE)
    later.renew(Right.HOLD)


def test_only_the_holder_renews(stage: Stage, cast: Cast, short: Later) -> None:
    """Rule 33: no other holder comes in so."""
    stage.on("2027-01-04")
    with stage.refused("NotTheHolder", holder=cast.holder):
        short.renew(applicant=cast.second.number, by=[cast.second.one])
    with stage.refused("AssentMissing", party=cast.holder):
        short.renew(by=[cast.second.one])


def test_a_right_is_renewed_by_one_case_at_a_time(stage: Stage, short: Later) -> None:
    """Rule 32: another may come when the first was withdrawn."""
    stage.on("2027-01-04")
    short.renew(Right.HOLD)
    first = short.case.number
    with stage.refused("RenewalPending", number=first):
        short.renew()
    short.renew(Right.USE)
    short.case.number = first
    short.case.withdraw()
    short.renew(Right.HOLD)


@NO_DOCUMENT
def test_an_application_is_there(stage: Stage, short: Later, alg: int, document: bytes, error: str) -> None:
    """Rule 123."""
    stage.on("2027-01-04")
    with stage.refused(error):
        stage.file(short.case.hands, [("applyRenewal", short.entry, short.kase(), alg, document)])


# -------------------------------------------------------------------------------------------- meanwhile


def test_a_right_stays_in_force_while_its_renewal_is_decided(
    stage: Stage, cast: Cast, later: Later, calendar: None
) -> None:
    """Rule 32: filed 2031-08-18, decided in September; the holder may still transfer, and nobody registers it anew."""
    stage.on("2031-08-18")
    later.renew()
    later.case.accept()
    stage.on("2031-08-25")
    number = later.case.number
    with stage.refused("AlreadyRegistered", entry=later.entry, right=0):
        later.case.submit()
    later.transfer(Right.HOLD)
    later.case.number = number
    later.case.publish()
    stage.on("2031-09-02")
    later.complete_renewal("2036-09-01")
    assert later.head.until == (day("2036-09-01"),) * 3
    assert later.head.status == (SlotStatus.ACTIVE,) * 3


@pytest.mark.parametrize("end", ["withdrawn", "declined"])
def test_and_no_longer(stage: Stage, later: Later, calendar: None, end: str) -> None:
    """Rule 32: not renewed, lapsed."""
    stage.on("2031-08-18")
    later.renew()
    later.case.accept()
    stage.on("2031-08-25")
    if end == "withdrawn":
        later.case.withdraw()
    else:
        later.case.decline()
    with stage.refused("RightNotLive", right=0):
        later.transfer()
    later.case.submit()  # by its last holder, in the same folio, where the burdens are


def test_a_list_of_corrections_that_ran_out_ends_it(stage: Stage, later: Later, calendar: None) -> None:
    """Rules 22, 32: whether or not anybody has recorded it."""
    stage.on("2031-08-18")
    later.renew()
    later.case.request_correction("2031-08-25")
    stage.on("2031-08-25")
    number = later.case.number
    later.cancel()
    later.case.number = number
    stage.on("2031-08-26")
    with stage.refused("RightNotLive", right=0):
        later.cancel()


def test_a_corrected_renewal_is_still_in_time(stage: Stage, later: Later, calendar: None) -> None:
    """Rules 22, 32: filed before the end, corrected after it."""
    stage.on("2031-08-18")
    later.renew()
    later.case.request_correction("2031-08-25")
    stage.on("2031-08-25")
    later.reapply()
    later.decided().complete_renewal("2036-08-19")
    assert later.head.until == (day("2036-08-19"),) * 3


def test_licences_are_granted_no_longer_than_the_right_is_sure_to_last(
    stage: Stage, later: Later, calendar: None
) -> None:
    """Rules 32, 45: in force, but until when is not decided."""
    stage.on("2031-08-18")
    later.renew()
    stage.on("2031-08-25")
    deals = Deals(later.case)
    with stage.refused("TermTooLong", latest=day("2031-08-19")):
        deals.grant(start=day("2031-09-01"), end=day("2031-12-31"))


def test_a_former_holders_renewal_keeps_nobody_else_from_renewing(stage: Stage, cast: Cast, short: Later) -> None:
    """Rule 32: it counts for the right only while its applicant holds it."""
    stage.on("2027-01-04")
    short.renew()
    short.transfer()
    short.decided().complete_transfer()
    short.renew(applicant=cast.second.number, by=[cast.second.one])


# -------------------------------------------------------------------------------------------- completion


def test_a_renewal_gives_up_to_five_years_from_its_completion(stage: Stage, short: Later) -> None:
    """Rules 28, 32."""
    stage.on("2027-01-04")
    short.renew(Right.OPERATE)
    before = short.head
    short.decided("2027-01-20", passed=Right.OPERATE)
    with stage.refused("UntilTooFar", until=day("2032-01-20"), latest=day("2032-01-19")):
        short.complete_renewal("2032-01-20")
    line = short.complete_renewal("2032-01-19").line("Renewed")
    assert short.head.until == (day("2027-03-19"), day("2027-03-19"), day("2032-01-19"))
    assert (line["head"], line["kase"]) == (short.head, short.case.case)
    assert (short.head.edition, short.head.holder) == (before.edition + 1, before.holder)
    short.case.issue("SJ3312027010001")


def test_it_shortens_nothing(stage: Stage, short: Later) -> None:
    """Rule 32."""
    stage.on("2027-01-04")
    short.renew()
    short.decided()
    with stage.refused("RenewalShortens", until=day("2027-03-18"), present=day("2027-03-19")):
        short.complete_renewal("2027-03-18")
    short.complete_renewal("2027-03-19")


def test_nor_gives_days_that_are_over(stage: Stage, later: Later, calendar: None) -> None:
    """Rule 28."""
    stage.on("2031-08-18")
    later.renew()
    later.decided("2031-09-02")
    with stage.refused("UntilTooFar", until=day("2031-09-01")):
        later.complete_renewal("2031-09-01")
    later.complete_renewal("2031-09-02")


def test_completing_takes_the_pair(stage: Stage, cast: Cast, short: Later) -> None:
    """Rule 3."""
    stage.on("2027-01-04")
    short.renew()
    short.decided()
    with stage.refused("PairMissing"):
        short.complete_renewal("2027-03-19", by=[cast.registrar.reviewer])


def test_whose_identity_expired_renews_nothing(stage: Stage, cast: Cast, short: Later) -> None:
    """Rule 1."""
    stage.on("2027-01-04")
    short.renew()
    short.decided()
    identity_expires(stage, cast, cast.holder)
    with stage.refused("IdentityExpired", party=cast.holder):
        short.complete_renewal("2027-03-19")


def test_not_in_the_notice(stage: Stage, short: Later) -> None:
    """Rule 25."""
    stage.on("2027-01-04")
    short.renew()
    short.case.accept()
    short.case.publish()
    with stage.refused("NoticeOpen"):
        short.complete_renewal("2027-03-19")
