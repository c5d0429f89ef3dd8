"""Acceptance: by whom, in time, or by silence; the one correction list; not accepted, not filed."""

import pytest

from ledger_api.domain.words import CaseFlag, CaseState, Claim, Form, Origin, Power, Refusal
from tests.contracts.circumstances import (
    another_registrar,
    identity_expires,
    mandate,
    suspend_accreditation,
    with_a_chief,
)
from tests.contracts.procedure import COLLECTED, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

# ------------------------------------------------------------------------------------------------ accepting


def test_a_reviewer_accepts_alone_and_is_remembered(stage: Stage, cast: Cast) -> None:
    """Rule 3: whoever accepts is the case's reviewer."""
    case = Procedure(stage, cast).submitted()
    case.accept()
    assert case.case.reviewer == cast.registrar.reviewer.number


@pytest.mark.parametrize("officer", ["approver", "approver2"])
def test_an_approver_accepts_nothing(stage: Stage, cast: Cast, officer: str) -> None:
    case = Procedure(stage, cast).submitted()
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
        case.accept(by=[cast.registrar.officers[officer]])


def test_another_registrars_reviewer_accepts_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 4."""
    other = another_registrar(stage, cast)
    case = Procedure(stage, cast).submitted()
    with stage.refused("AssentMissing", party=cast.registrar):
        case.accept(by=[other.reviewer])


@pytest.mark.parametrize(
    "act", ["accept", "pause", "resume", "extend", "publish", "waive", "decline", "request_correction"]
)
def test_a_suspended_registrar_does_nothing_in_its_cases(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 4: suspension blocks new acts of the registrar, whichever."""
    case = Procedure(stage, cast).submitted(flags=CaseFlag.WAIVER_ASKED)
    if act not in {"accept", "request_correction"}:
        case.accept()
    if act == "resume":
        case.pause()
    suspend_accreditation(stage, cast, cast.registrar)
    arguments = ["2026-08-10"] if act == "request_correction" else []
    by = {"by": [cast.registrar.reviewer]} if act == "resume" else {}
    with stage.refused("NotAccredited", party=cast.registrar):
        getattr(case, act)(*arguments, **by)


@pytest.mark.parametrize("act", ["anchor", "issue"])
def test_a_suspended_registrar_completes_nothing(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 4."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    if act == "issue":
        case.anchor()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        case.anchor() if act == "anchor" else case.issue("SJ3312026080001")


@pytest.mark.parametrize("act", ["accept", "request_correction"])
def test_nothing_is_accepted_on_the_weekend_after_the_limit(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 23: submitted Tuesday 4th, the limit is Friday 7th; on Saturday it is too late, and not yet accepted by silence."""
    stage.on("2026-08-04")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-08")
    with stage.refused("LimitPassed", lastDay=day("2026-08-07")):
        case.accept() if act == "accept" else case.request_correction("2026-08-20")
    with stage.refused("TooEarly", lastDay=day("2026-08-09")):
        case.deem()
    stage.on("2026-08-10", "00:00")
    case.deem()
    assert case.case.accepted == day("2026-08-10")


def test_the_applicant_may_withdraw_on_that_weekend(stage: Stage, cast: Cast) -> None:
    """SM-1."""
    stage.on("2026-08-04")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-08")
    case.withdraw()
    assert case.case.state == CaseState.WITHDRAWN


def test_nobody_declines_for_want_of_scope_on_that_weekend(stage: Stage, cast: Cast) -> None:
    """Rule 23."""
    stage.on("2026-08-04")
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-08")
    with stage.refused("LimitPassed", lastDay=day("2026-08-07")):
        case.decline(Refusal.OUT_OF_SCOPE)


# ------------------------------------------------------------------------------------------------ silence


@pytest.mark.parametrize("who", ["applicant", "exchange", "regulator", "stranger"])
def test_anyone_records_that_silence_accepted(stage: Stage, cast: Cast, who: str) -> None:
    """Rule 23."""
    officer = {
        "applicant": cast.holder.one,
        "exchange": cast.exchange.recorder,
        "regulator": cast.regulator.one,
        "stranger": cast.buyer.two,
    }[who]
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-12")
    done = stage.direct(officer, "deem", case.entry, case.number)
    assert done.line("DeemedAccepted")["kase"] == case.case
    assert case.case.state == CaseState.UNDER_REVIEW
    assert case.case.accepted == case.case.run == day("2026-08-07")
    assert case.case.flags == CaseFlag.DEEMED
    assert case.case.reviewer == 0


def test_silence_is_recorded_once(stage: Stage, cast: Cast) -> None:
    """Rule 23."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-12")
    case.deem()
    with stage.refused("WrongCaseState", state=CaseState.UNDER_REVIEW):
        case.deem()


def test_silence_accepted_no_case_that_was_accepted(stage: Stage, cast: Cast) -> None:
    """Rule 23."""
    case = Procedure(stage, cast).under_review()
    stage.on("2026-08-12")
    with stage.refused("WrongCaseState", state=CaseState.UNDER_REVIEW):
        case.deem()


def test_nothing_has_to_be_recorded_for_silence_to_accept(stage: Stage, cast: Cast) -> None:
    """Rule 23: the next act, whatever it is, finds the case accepted and stores the day."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-12")
    case.publish()
    assert (case.case.state, case.case.accepted, case.case.flags) == (
        CaseState.NOTICE,
        day("2026-08-07"),
        CaseFlag.DEEMED,
    )
    assert case.case.used == 3


def test_after_silence_any_approver_of_the_registrar_may_decide(stage: Stage, cast: Cast) -> None:
    """Rule 3: nobody reviewed, so nobody is excluded, but there are two."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-12")
    with stage.refused("PairMissing"):
        case.publish(by=[cast.registrar.reviewer, cast.registrar.reviewer2])
    case.publish(by=[cast.registrar.reviewer2, cast.registrar.approver2])


# ------------------------------------------------------------------------------------------------ the correction list


def test_a_correction_list_stops_the_clock_until_its_day(stage: Stage, cast: Cast) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    word = case.case
    assert (word.state, word.run, word.due) == (CaseState.CORRECTION, 0, day("2026-08-14"))
    assert (word.flags, word.reviewer) == (CaseFlag.CORRECTED_ONCE, cast.registrar.reviewer.number)


def test_the_clock_begins_anew_with_the_corrected_application(stage: Stage, cast: Cast) -> None:
    """Rules 22, 23: handed in on Friday 14th, the new limit is Wednesday 19th."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    stage.on("2026-08-14", "23:59")
    corrected = Claim(origins=Origin.COLLECTED | Origin.CONTRACT, form=Form.PRODUCT)
    case.resubmit(claim=corrected)
    word = case.case
    assert (word.state, word.submitted, word.run, word.due) == (
        CaseState.SUBMITTED,
        day("2026-08-14"),
        day("2026-08-14"),
        0,
    )
    assert stage.word(Claim, case.entry, case.number) == corrected
    stage.on("2026-08-20", "00:00")
    case.deem()
    assert case.case.accepted == day("2026-08-20")


def test_there_is_one_correction_list(stage: Stage, cast: Cast) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    case.resubmit()
    with stage.refused("CorrectionAlreadyAsked"):
        case.request_correction("2026-08-20")
    case.accept()


def test_corrections_come_by_the_day_the_list_set(stage: Stage, cast: Cast) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    stage.on("2026-08-15", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-08-14")):
        case.resubmit()


def test_a_correction_of_the_last_day_may_be_entered_late(stage: Stage, cast: Cast) -> None:
    """Rules 22, 124."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    stage.on("2026-08-17")
    case.resubmit(at=instant("2026-08-14", "23:00"))
    assert case.case.submitted == day("2026-08-14")


@pytest.mark.parametrize("due", ["2026-08-03", "2026-08-02"])
def test_a_list_leaves_at_least_a_day(stage: Stage, cast: Cast, due: str) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    with stage.refused("DueDayNotAhead", due=day(due)):
        case.request_correction(due)


def test_only_a_reviewer_asks_for_corrections(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
        case.request_correction("2026-08-14", by=[cast.registrar.approver])


def test_corrections_are_asked_before_the_case_is_accepted(stage: Stage, cast: Cast) -> None:
    """Rules 22, 23: on the 7th it is accepted by silence."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-07")
    with stage.refused("WrongCaseState", state=CaseState.UNDER_REVIEW):
        case.request_correction("2026-08-14")


def test_whoever_asked_for_corrections_does_not_approve(stage: Stage, cast: Cast) -> None:
    """Rule 3: the case's reviewer, even when silence accepted it afterwards."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    case.request_correction("2026-08-04", by=[registrar.chief])
    case.resubmit()
    stage.on("2026-08-12")
    with stage.refused("PairMissing", registrar=registrar, reviewer=registrar.chief):
        case.publish(by=[registrar.chief, registrar.reviewer])
    case.publish(by=[registrar.chief, registrar.approver])


def test_only_the_applicant_hands_in_again(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        case.resubmit(by=[cast.second.one])


def test_an_officer_of_the_registrar_hands_nothing_in_again(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    mandate(stage, cast.holder, registrar, Power.FILE)
    case.request_correction("2026-08-14")
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        case.resubmit(by=[registrar.reviewer])


@pytest.mark.parametrize(
    "claim, error",
    [
        (Claim(origins=Origin.COLLECTED), "ClaimNotValid"),
        (Claim(origins=Origin.GOVERNMENT, form=Form.RESOURCE), "OriginNotRegistrable"),
    ],
)
def test_a_corrected_claim_is_judged_like_the_first(stage: Stage, cast: Cast, claim: Claim, error: str) -> None:
    """Rules 14–20."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    with stage.refused(error):
        case.resubmit(claim=claim)


def test_nothing_is_handed_in_again_unasked(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    with stage.refused("WrongCaseState", state=CaseState.SUBMITTED):
        case.resubmit()


def test_an_application_not_corrected_in_time_was_never_filed(stage: Stage, cast: Cast) -> None:
    """Rule 22: anyone may say so, from the day after."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    stage.on("2026-08-14", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-08-14")):
        case.lapse()
    stage.on("2026-08-15", "00:00")
    done = stage.direct(cast.buyer.one, "lapse", case.entry, case.number)
    assert done.line("NotFiled")["kase"].state == case.case.state == CaseState.NOT_FILED


@pytest.mark.parametrize("act", ["resubmit", "lapse", "withdraw", "accept"])
def test_what_was_never_filed_stays_so(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    case.request_correction("2026-08-14")
    stage.on("2026-08-17")
    case.lapse()
    with stage.refused("WrongCaseState", state=CaseState.NOT_FILED):
        getattr(case, act)()


def test_only_a_case_in_correction_lapses(stage: Stage, cast: Cast) -> None:
    """Rule 22."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-04")
    with stage.refused("WrongCaseState", state=CaseState.SUBMITTED):
        case.lapse()


# ------------------------------------------------------------------------------------------------ not accepted


def test_an_application_outside_its_scope_is_not_accepted(stage: Stage, cast: Cast) -> None:
    """SM-1: before acceptance the registrar judges its competence and nothing else."""
    case = Procedure(stage, cast).submitted()
    with stage.refused("CodeUnknown", code=Refusal.UNLAWFUL_SOURCE):
        case.decline(Refusal.UNLAWFUL_SOURCE)
    case.decline(Refusal.OUT_OF_SCOPE)
    assert (case.case.state, case.case.run) == (CaseState.NOT_ACCEPTED, 0)


def test_competence_is_not_judged_after_acceptance(stage: Stage, cast: Cast) -> None:
    """SM-1."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("CodeUnknown", code=Refusal.OUT_OF_SCOPE):
        case.decline(Refusal.OUT_OF_SCOPE)


def test_one_officer_declines_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    case = Procedure(stage, cast).submitted()
    for alone in (cast.registrar.reviewer, cast.registrar.approver):
        with stage.refused("PairMissing"):
            case.decline(Refusal.OUT_OF_SCOPE, by=[alone])


def test_an_applicant_whose_identity_expired_hands_nothing_in(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).opened()
    identity_expires(stage, cast, cast.holder)
    with stage.refused("IdentityExpired", party=cast.holder):
        case.submit(claim=COLLECTED)
