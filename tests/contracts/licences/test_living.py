"""A licence's life: suspended and resumed, notice of breach, ended, closed."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenState,
    EndReason,
    LicenceFlag,
    LicenceKind,
    LicenceState,
    Power,
    SuspendReason,
)
from tests.contracts.circumstances import (
    another_registrar,
    identity_expires,
    set_parameters,
    suspend_accreditation,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

# ------------------------------------------------------------------------------------------------ suspending


def test_the_licensor_suspends_and_resumes(stage: Stage, cast: Cast, deals: Deals) -> None:
    """SM-5."""
    number = deals.granted()
    edition = deals.head.edition
    stage.on("2026-08-21")
    assert deals.suspend(number, SuspendReason.SOURCE_LOSS).line("LicenceSuspended")["code"] == 4
    word = deals.licence(number)
    assert (word.state, word.flags, word.last) == (LicenceState.SUSPENDED, LicenceFlag(0), stage.today)
    deals.resume(number)
    assert deals.licence(number).state == LicenceState.ACTIVE
    assert deals.head.edition == edition + 2


def test_the_entrys_registrar_suspends_and_resumes(stage: Stage, cast: Cast, deals: Deals) -> None:
    """SM-5: for the authority, or for a source that was lost."""
    number = deals.granted()
    deals.suspend(number, SuspendReason.AUTHORITY, by=[cast.registrar.reviewer])
    assert deals.licence(number).flags == LicenceFlag.SUSPENDED_BY_REGISTRAR
    deals.resume(number, by=[cast.registrar.reviewer2])
    assert (deals.licence(number).state, deals.licence(number).flags) == (LicenceState.ACTIVE, LicenceFlag(0))


def test_only_who_suspended_it_resumes_it(stage: Stage, cast: Cast, deals: Deals) -> None:
    """SM-5."""
    number = deals.granted()
    deals.suspend(number)
    with stage.refused("NotTheSuspender"):
        deals.resume(number, by=[cast.registrar.reviewer])
    deals.resume(number)
    deals.suspend(number, by=[cast.registrar.reviewer])
    with stage.refused("NotTheSuspender"):
        deals.resume(number)


@pytest.mark.parametrize("who", ["licensee", "exchange", "other registrar", "approver"])
def test_nobody_else_suspends(stage: Stage, cast: Cast, deals: Deals, who: str) -> None:
    """SM-5: not the licensee, not an exchange whose deal it may not be."""
    officer = {
        "licensee": lambda: cast.maker.one,
        "exchange": lambda: cast.exchange.recorder,
        "other registrar": lambda: another_registrar(stage, cast).reviewer,
        "approver": lambda: cast.registrar.approver,
    }[who]()
    number = deals.granted()
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        deals.suspend(number, by=[officer])
    deals.suspend(number)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        deals.resume(number, by=[officer])


def test_a_suspended_registrar_suspends_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 4."""
    number = deals.granted()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        deals.suspend(number, by=[cast.registrar.reviewer])


def test_suspending_an_exclusive_licence_needs_the_power_to_give_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 47."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    stage.file(cast.operator.both, [("empower", cast.holder.one, Power.LICENSE, (1 << 40) - 1, 2, DOCUMENT)])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE_EXCLUSIVE):
        deals.suspend(number)


@pytest.mark.parametrize("code", [SuspendReason.NONE, SuspendReason.SOURCE_LOSS + 1])
def test_a_suspension_has_a_reason(stage: Stage, deals: Deals, code: int) -> None:
    number = deals.granted()
    with stage.refused("ReasonUnknown", code=code):
        deals.suspend(number, code)


def test_a_licence_is_suspended_once_and_resumed_once(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    with stage.refused("WrongLicenceState", number=number, state=LicenceState.ACTIVE):
        deals.resume(number)
    deals.suspend(number)
    with stage.refused("WrongLicenceState", number=number, state=LicenceState.SUSPENDED):
        deals.suspend(number)


def test_the_licensor_of_a_sublicence_suspends_it(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 44."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    with stage.refused("AssentMissing", party=cast.maker):
        deals.suspend(child, by=[cast.holder.one])
    deals.suspend(child, by=[cast.maker.one])


# ------------------------------------------------------------------------------------------------ notice of breach


def test_either_side_gives_notice_of_breach(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54: it changes no right, so the edition stays."""
    number = deals.granted()
    edition = deals.head.edition
    deals.notice(number)
    assert (deals.licence(number).noticed, deals.licence(number).flags) == (
        stage.today,
        LicenceFlag.NOTICED_BY_LICENSOR,
    )
    stage.on("2026-08-25")
    deals.notice(number, by=[cast.maker.one])
    assert deals.licence(number).noticed == stage.today
    assert deals.licence(number).flags == LicenceFlag.NOTICED_BY_LICENSOR | LicenceFlag.NOTICED_BY_LICENSEE
    assert deals.head.edition == edition


def test_neither_side_gives_notice_twice(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54: so that nobody puts off the other's end for ever."""
    number = deals.granted()
    deals.notice(number)
    deals.notice(number, by=[cast.maker.one])
    for by in ([cast.holder.one], [cast.maker.one]):
        with stage.refused("AlreadyNoticed"):
            deals.notice(number, by=by)


def test_nobody_else_gives_notice(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54."""
    number = deals.granted()
    for officer in (cast.buyer.one, cast.registrar.reviewer, cast.exchange.recorder):
        with stage.refused("AssentMissing", party=cast.holder):
            deals.notice(number, by=[officer])


def test_notice_is_given_to_a_licensee_whose_identity_expired(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 1, 54: its own failure to be verified does not protect it."""
    number = deals.granted()
    identity_expires(stage, cast, cast.maker)
    deals.notice(number)


@pytest.mark.parametrize("state", ["suspended", "ended"])
def test_notice_is_given_while_a_licence_stands(stage: Stage, deals: Deals, state: str) -> None:
    """Rule 54."""
    number = deals.granted()
    if state == "suspended":
        deals.suspend(number)
        deals.notice(number)
    else:
        deals.end(number)
        with stage.refused("WrongLicenceState"):
            deals.notice(number)


# ------------------------------------------------------------------------------------------------ ending


def test_both_sides_end_a_licence(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54: it is in force to the end of that day, and stays counted until it is closed."""
    number = deals.granted()
    edition = deals.head.edition
    stage.on("2026-10-12")
    deals.end(number)
    word = deals.licence(number)
    assert (word.state, word.end, word.last) == (LicenceState.ENDED, day("2026-10-12"), day("2026-10-12"))
    assert (deals.head.licences, deals.head.edition) == (1, edition + 1)


def test_one_side_alone_ends_nothing_by_agreement(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54."""
    number = deals.granted()
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        deals.end(number, by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        deals.end(number, by=[cast.maker.one])


def test_an_end_agreed_after_the_last_day_does_not_move_it(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    stage.on("2027-10-12")
    deals.end(number)
    assert deals.licence(number).end == READING.end


def test_an_ended_exclusive_licence_burdens_no_more(stage: Stage, deals: Deals) -> None:
    """Rule 46."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    line = deals.end(number).line("LicenceEnded")
    assert deals.burden(number) == line["burden"]
    assert (deals.burden(number).state, deals.head.burdens) == (BurdenState.CLOSED, 0)
    deals.close(number)
    assert (deals.head.burdens, deals.head.licences) == (0, 0)


@pytest.mark.parametrize("who", ["holder", "maker"])
def test_who_gave_notice_of_breach_ends_it_when_thirty_days_are_over(
    stage: Stage, cast: Cast, deals: Deals, who: str
) -> None:
    """Rule 54: noticed on 20 August, from 20 September on, the starting day excluded."""
    by = [getattr(cast, who).one]
    number = deals.granted()
    deals.notice(number, by=by)
    stage.on("2026-09-19", "23:59")
    with stage.refused("NoticeNotElapsed", earliest=day("2026-09-20")):
        deals.end(number, EndReason.BREACH, by=by)
    stage.on("2026-09-20", "00:00")
    deals.end(number, EndReason.BREACH, by=by)
    assert deals.licence(number).end == day("2026-09-20")


def test_dating_ahead_shortens_no_notice(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 54, 124."""
    number = deals.granted()
    deals.notice(number)
    stage.on("2026-09-19", "23:50")
    with stage.refused("NoticeNotElapsed"):
        deals.end(number, EndReason.BREACH, by=[cast.holder.one], at=instant("2026-09-20", "00:01"))


def test_nor_does_dating_back_end_a_licence_before_its_notice_was_over(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 54, 124."""
    number = deals.granted()
    deals.notice(number)
    stage.on("2026-09-20")
    with stage.refused("NoticeNotElapsed"):
        deals.end(number, EndReason.BREACH, by=[cast.holder.one], at=instant("2026-09-19"))


def test_how_long_a_notice_of_breach_runs_is_a_parameter(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54."""
    set_parameters(stage, cast, notice_of_breach_days=0)
    number = deals.granted()
    deals.notice(number)
    stage.on("2026-08-21")
    deals.end(number, EndReason.BREACH, by=[cast.holder.one])


@pytest.mark.parametrize("who", ["holder", "maker"])
def test_whoever_gave_no_notice_ends_nothing_for_cause(stage: Stage, cast: Cast, deals: Deals, who: str) -> None:
    """Rule 54: the other side's notice is not one's own."""
    number = deals.granted()
    me, other = (cast.holder, cast.maker) if who == "holder" else (cast.maker, cast.holder)
    with stage.refused("NotNoticed"):
        deals.end(number, EndReason.BREACH, by=[me.one])
    deals.notice(number, by=[other.one])
    stage.on("2026-10-12")
    with stage.refused("NotNoticed"):
        deals.end(number, EndReason.BREACH, by=[me.one])


def test_nobody_else_ends_a_licence_for_cause(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54."""
    number = deals.granted()
    deals.notice(number)
    stage.on("2026-10-12")
    for officer in (cast.buyer.one, cast.registrar.reviewer):
        with stage.refused("AssentMissing", party=cast.holder):
            deals.end(number, EndReason.BREACH, by=[officer])


@pytest.mark.parametrize(
    "code", [EndReason.NONE, EndReason.INSOLVENCY, EndReason.SOURCE_LOSS, EndReason.ORDER, EndReason.ORDER + 1]
)
def test_other_ends_need_an_instrument(stage: Stage, deals: Deals, code: int) -> None:
    """Rule 54: that is none of these acts."""
    number = deals.granted()
    with stage.refused("ReasonUnknown", code=code):
        deals.end(number, code)


def test_a_suspended_licence_may_be_ended_and_an_ended_one_not_again(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    deals.suspend(number)
    deals.end(number)
    with stage.refused("WrongLicenceState", state=LicenceState.ENDED):
        deals.end(number)


# ------------------------------------------------------------------------------------------------ closing


def test_anyone_closes_an_expired_licence(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 45, 46: time alone decided; whoever signs, signed filings stay good: the edition does not move."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    edition = deals.head.edition
    stage.on("2027-08-31", "23:59")
    with stage.refused("NotYetOver", lastDay=READING.end):
        deals.close(number)
    stage.on("2027-09-01", "00:00")
    done = stage.direct(cast.buyer.two, "close", deals.entry, number, SHA256, bytes(32))
    assert done.line("LicenceClosed")["licence"] == deals.licence(number)
    assert deals.licence(number).state == LicenceState.CLOSED
    assert deals.burden(number).state == BurdenState.CLOSED
    assert (deals.head.licences, deals.head.burdens, deals.head.edition) == (0, 0, edition)


def test_a_suspended_licence_that_expired_is_closed_too(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    deals.suspend(number)
    stage.on("2027-09-01")
    deals.close(number)
    assert deals.head.licences == 0


def test_closing_spoils_no_filing_that_listed_the_licence(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: a listed one closed since is skipped, and a pin holds."""
    expired = deals.granted(kind=LicenceKind.EXCLUSIVE)
    stage.on("2027-09-01")
    word = replace(
        READING,
        licensee=cast.buyer.number,
        kind=LicenceKind.EXCLUSIVE,
        start=day("2027-09-01"),
        end=day("2028-08-31"),
    )
    acts: list[Any] = [
        ("pin", deals.entry, deals.head.edition),
        ("grant", deals.entry, cast.exchange, word, deals.agreement(), [expired], [expired]),
    ]
    signed = stage.sealed([cast.holder.one, cast.buyer.one, cast.exchange.recorder], acts)
    deals.close(expired)
    stage.carry(signed)
    assert (deals.head.licences, deals.head.burdens) == (1, 1)


@pytest.mark.parametrize("clock", ["ahead", "back"])
def test_an_expiry_is_over_by_legal_time_and_by_block_time(stage: Stage, deals: Deals, clock: str) -> None:
    """Rule 124."""
    number = deals.granted()
    if clock == "ahead":
        stage.on("2027-08-31", "23:50")
        at = instant("2027-09-01", "00:01")
    else:
        stage.on("2027-09-01")
        at = instant("2027-08-31")
    with stage.refused("NotYetOver"):
        deals.close(number, at=at)


def test_an_ended_licence_is_closed_at_once(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    deals.end(number)
    deals.close(number, document=bytes(32))
    assert deals.head.licences == 0


def test_where_deletion_is_owed_the_licensee_closes_with_its_certificate(
    stage: Stage, cast: Cast, deals: Deals
) -> None:
    """Rule 55."""
    number = deals.granted(delete_within=30)
    deals.end(number)
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        deals.close(number)
    with stage.refused("DigestMissing"):
        deals.close(number, by=[cast.maker.one], document=bytes(32))
    deals.close(number, by=[cast.maker.one])
    assert deals.licence(number).state == LicenceState.CLOSED


def test_a_licence_is_closed_once(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    deals.end(number)
    deals.close(number)
    with stage.refused("WrongLicenceState", state=LicenceState.CLOSED):
        deals.close(number)


def test_a_licence_in_force_is_not_closed(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    with stage.refused("NotYetOver", lastDay=READING.end):
        deals.close(number)


# ------------------------------------------------------------------------------------------------ with the parent


@pytest.mark.parametrize("how", ["ended", "closed", "expired", "two above"])
def test_children_fall_with_their_parent_and_anyone_closes_them(
    stage: Stage, cast: Cast, deals: Deals, how: str
) -> None:
    """Rule 54."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    under: dict[str, Any] = {"licensor": cast.maker, "licensee": cast.buyer, "parent": parent}
    child = deals.granted(flags=LicenceFlag.SUBLICENSE, **under)
    last = child
    if how == "two above":
        last = deals.granted(licensor=cast.buyer, licensee=cast.second, parent=child)
    with stage.refused("NotYetOver"):
        deals.close(last)
    if how == "expired":
        # The parent is narrowed to an earlier end than its child's.
        deals.narrow(parent, end=day("2026-12-31"))
        stage.on("2026-12-31", "23:59")
        with stage.refused("NotYetOver"):
            deals.close(child)
        stage.on("2027-01-01")
    else:
        deals.end(parent)
        if how == "closed":
            deals.close(parent)
    deals.close(last)
    assert deals.licence(last).state == LicenceState.CLOSED


def test_a_suspended_parent_drops_no_children(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54: it may come back."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    deals.suspend(parent)
    with stage.refused("NotYetOver"):
        deals.close(child)


def test_a_fallen_exclusive_sublicence_burdens_until_it_is_closed(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46."""
    parent = deals.granted(kind=LicenceKind.EXCLUSIVE, flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(
        licensor=cast.maker,
        licensee=cast.buyer,
        parent=parent,
        kind=LicenceKind.EXCLUSIVE,
        burdens=[parent],
        licences=[parent],
    )
    deals.end(parent)
    assert deals.head.burdens == 1
    deals.close(child)
    assert deals.head.burdens == 0


# ------------------------------------------------------------------------------------------------ every act


STEPS: dict[str, tuple[int, ...]] = {
    "suspend": (SuspendReason.BREACH,),
    "resumeLicence": (),
    "noticeBreach": (),
    "end": (EndReason.MUTUAL,),
    "close": (),
}


def _ready(deals: Deals, act: str) -> int:
    """A licence on which the act may be done now."""
    number = deals.granted(delete_within=30 if act == "close" else 0)
    if act == "resumeLicence":
        deals.suspend(number)
    if act == "close":
        deals.end(number)
    return number


@pytest.mark.parametrize("act", STEPS)
def test_an_act_has_papers(stage: Stage, deals: Deals, act: str) -> None:
    """Rule 123."""
    number = _ready(deals, act)
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(deals.parties, [(act, deals.entry, number, *STEPS[act], alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(deals.parties, [(act, deals.entry, number, *STEPS[act], SHA256, bytes(32))])
    stage.file(deals.parties, [(act, deals.entry, number, *STEPS[act], SHA256, DOCUMENT)])


@pytest.mark.parametrize("act", STEPS)
def test_an_act_is_not_dated_before_the_licences_last(stage: Stage, deals: Deals, act: str) -> None:
    """Rule 124."""
    stage.on("2026-08-21")
    number = _ready(deals, act)
    with stage.refused("OutOfOrder"):
        terms = (act, deals.entry, number, *STEPS[act], SHA256, DOCUMENT)
        stage.file(deals.parties, [terms], at=instant("2026-08-20"))


@pytest.mark.parametrize("act", STEPS)
def test_a_licence_that_does_not_exist_is_named(stage: Stage, deals: Deals, act: str) -> None:
    with stage.refused("NoSuchLicence", number=1):
        stage.file(deals.parties, [(act, deals.entry, 1, *STEPS[act], SHA256, DOCUMENT)])


@pytest.mark.parametrize("act", STEPS)
def test_an_act_says_which_words_it_wrote(stage: Stage, deals: Deals, act: str) -> None:
    """The line carries the new value of head, licence and, when it changed, burden."""
    number = _ready(deals, act)
    done = stage.file(deals.parties, [(act, deals.entry, number, *STEPS[act], SHA256, DOCUMENT)])
    (line,) = [line for line in done.lines if "licence" in line.arguments]
    assert (line["head"], line["licence"]) == (deals.head, deals.licence(number))
    assert (line["ref"], line.subject) == (number, deals.entry)
