"""Review: pauses, the extension, letting pass with a notice or without, refusing; and the two persons of a decision."""

from collections.abc import Callable

import pytest

from ledger_api.domain.words import (
    CaseFlag,
    CaseState,
    ExtensionReason,
    Power,
    Refusal,
    Right,
    Scheme,
    WaiverReason,
)
from tests.contracts.circumstances import registrar_of, set_parameters, with_a_chief
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Officer, Stage
from tests.contracts.stage.stage import day

# ------------------------------------------------------------------------------------------------ pauses


def test_a_reviewer_asks_for_more_material(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
        case.pause(by=[cast.registrar.approver])
    case.pause()
    with stage.refused("WrongCaseState", state=CaseState.SUPPLEMENTING):
        case.pause()


@pytest.mark.parametrize("who", ["applicant", "reviewer"])
def test_the_applicant_or_a_reviewer_resumes(stage: Stage, cast: Cast, who: str) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    case.pause()
    case.resume(by=[cast.holder.one if who == "applicant" else cast.registrar.reviewer2])
    assert case.case.state == CaseState.UNDER_REVIEW


def test_nobody_else_resumes(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    case.pause()
    for officer in (cast.second.one, cast.registrar.approver, cast.exchange.recorder):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
            case.resume(by=[officer])


def test_only_a_paused_review_is_resumed(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).under_review()
    with stage.refused("WrongCaseState", state=CaseState.UNDER_REVIEW):
        case.resume()


def test_a_paused_review_decides_nothing_but_no(stage: Stage, cast: Cast) -> None:
    """Rule 24: with the material outstanding nothing passes; it may be refused."""
    case = Procedure(stage, cast).under_review()
    case.pause()
    for step in (case.publish, case.waive, case.extend):
        with stage.refused("WrongCaseState", state=CaseState.SUPPLEMENTING):
            step()
    case.decline(Refusal.UNVERIFIABLE)
    assert case.case.state == CaseState.TERMINATED


# ------------------------------------------------------------------------------------------------ the extension


def test_a_review_is_extended_once(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    case.extend(5)
    assert (case.case.limit, case.case.flags) == (15, CaseFlag.EXTENDED)
    with stage.refused("AlreadyExtended"):
        case.extend(5)


@pytest.mark.parametrize("days", [0, 11])
def test_an_extension_is_of_one_to_ten_days(stage: Stage, cast: Cast, days: int) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("ExtensionTooLong", days_=days, most=10):
        case.extend(days)


def test_how_long_an_extension_may_be_is_a_parameter(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    set_parameters(stage, cast, extension_days=12)
    case.extend(12)
    assert case.case.limit == 22


@pytest.mark.parametrize("code", [ExtensionReason.NONE, ExtensionReason.HUGE_VOLUME + 1])
def test_an_extension_has_a_reason(stage: Stage, cast: Cast, code: int) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("CodeUnknown", code=code):
        case.extend(5, code)


def test_a_huge_volume_is_a_reason(stage: Stage, cast: Cast) -> None:
    """Rule 24."""
    case = Procedure(stage, cast).under_review()
    assert case.extend(5, ExtensionReason.HUGE_VOLUME).line("Extended")["code"] == ExtensionReason.HUGE_VOLUME


def test_a_reviewer_extends_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.APPROVE):
        case.extend(5, by=[cast.registrar.reviewer])


def test_whoever_accepted_does_not_extend_even_with_the_power_to(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    case.accept(by=[registrar.chief])
    with stage.refused("PairMissing", registrar=registrar, reviewer=registrar.chief):
        case.extend(5, by=[registrar.chief])
    case.extend(5, by=[registrar.approver])


# ------------------------------------------------------------------------------------------------ letting pass


def test_what_passes_is_some_of_what_was_asked(stage: Stage, cast: Cast) -> None:
    """Rule 14."""
    case = Procedure(stage, cast).under_review(asked=Right.HOLD | Right.USE)
    for passed in (0, Right.OPERATE, ALL, 8):
        with stage.refused("PassedNotAsked", passed=passed):
            case.publish(passed)
    case.publish(Right.USE)
    assert case.case.passed == Right.USE


def test_a_notice_begins_on_the_day_it_is_published(stage: Stage, cast: Cast) -> None:
    """Rule 25."""
    case = Procedure(stage, cast).in_notice()
    word = case.case
    assert (word.state, word.notice, word.notice_length) == (CaseState.NOTICE, stage.today, 5)


def test_a_notice_is_waived_when_the_applicant_asked_for_it(stage: Stage, cast: Cast) -> None:
    """Rule 40."""
    case = Procedure(stage, cast).under_review(flags=CaseFlag.WAIVER_ASKED)
    case.waive(Right.HOLD)
    word = case.case
    assert (word.state, word.passed) == (CaseState.CLEARED, Right.HOLD)
    assert word.flags == CaseFlag.WAIVER_ASKED | CaseFlag.WAIVED
    case.anchor("2031-08-02")


def test_a_notice_is_not_waived_unasked(stage: Stage, cast: Cast) -> None:
    """Rule 40."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("WaiverNotAsked"):
        case.waive()


@pytest.mark.parametrize("code", [WaiverReason.NONE, WaiverReason.SECURITY + 1])
def test_a_waiver_has_a_reason(stage: Stage, cast: Cast, code: int) -> None:
    """Rule 40."""
    case = Procedure(stage, cast).under_review(flags=CaseFlag.WAIVER_ASKED)
    with stage.refused("CodeUnknown", code=code):
        case.waive(ALL, code)


@pytest.mark.parametrize("code", [WaiverReason.STATE_SECRET, WaiverReason.SECURITY])
def test_every_named_reason_waives(stage: Stage, cast: Cast, code: int) -> None:
    """Rule 40."""
    case = Procedure(stage, cast).under_review(flags=CaseFlag.WAIVER_ASKED)
    assert case.waive(ALL, code).line("NoticeWaived")["code"] == code


def test_a_notice_may_be_held_although_a_waiver_was_asked(stage: Stage, cast: Cast) -> None:
    """Rule 40: the registrar grants it or not."""
    case = Procedure(stage, cast).in_notice(flags=CaseFlag.WAIVER_ASKED)
    assert case.case.flags == CaseFlag.WAIVER_ASKED


# ------------------------------------------------------------------------------------------------ refusing


@pytest.mark.parametrize(
    "code, state",
    [
        (Refusal.HARMFUL, CaseState.REFUSED),
        (Refusal.UNLAWFUL_SOURCE, CaseState.REFUSED),
        (Refusal.OWNERSHIP_DISPUTE, CaseState.REFUSED),
        (Refusal.CONCEALMENT, CaseState.REFUSED),
        (Refusal.OTHER_LAW, CaseState.REFUSED),
        (Refusal.UNVERIFIABLE, CaseState.TERMINATED),
    ],
)
def test_a_review_ends_with_the_reason_it_was_refused_for(
    stage: Stage, cast: Cast, code: Refusal, state: CaseState
) -> None:
    """SM-1, Guide 18 and 22."""
    case = Procedure(stage, cast).under_review()
    assert case.decline(code).line("Declined")["code"] == code
    assert (case.case.state, case.case.run) == (state, 0)


@pytest.mark.parametrize("code", [Refusal.NONE, Refusal.OUT_OF_SCOPE + 1])
def test_a_refusal_has_a_reason(stage: Stage, cast: Cast, code: int) -> None:
    """SM-1: written, and of the list."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("CodeUnknown", code=code):
        case.decline(code)


@pytest.mark.parametrize("state", ["review", "supplementing", "notice", "cleared"])
def test_a_case_may_be_refused_until_it_is_anchored(stage: Stage, cast: Cast, state: str) -> None:
    """SM-1."""
    case = Procedure(stage, cast).under_review(flags=CaseFlag.WAIVER_ASKED)
    steps: dict[str, Callable[[], object]] = {
        "review": lambda: None,
        "supplementing": case.pause,
        "notice": case.publish,
        "cleared": case.waive,
    }
    steps[state]()
    case.decline()
    assert case.case.state == CaseState.REFUSED


@pytest.mark.parametrize("state", ["correction", "anchored", "withdrawn"])
def test_a_case_that_is_not_the_registrars_to_decide_is_not_refused(stage: Stage, cast: Cast, state: str) -> None:
    """SM-1: while the applicant corrects, and once it is over."""
    case = Procedure(stage, cast).submitted()
    if state == "correction":
        case.request_correction("2026-08-14")
    elif state == "withdrawn":
        case.withdraw()
    else:
        case.accept()
        case.publish()
        stage.on("2026-08-20")
        case.anchor()
    with stage.refused("WrongCaseState"):
        case.decline()


# ------------------------------------------------------------------------------------------------ two persons

DECISIONS = ["publish", "waive", "decline", "anchor", "issue"]


def until(case: Procedure, decision: str, accepted_by: Officer) -> None:
    """As far as the decision needs, accepted by somebody."""
    case.submitted(flags=CaseFlag.WAIVER_ASKED).accept(by=[accepted_by])
    if decision in {"anchor", "issue"}:
        case.waive()
    if decision == "issue":
        case.anchor("2031-08-02")


def decide(case: Procedure, decision: str, *by: Officer) -> None:
    """Take the decision, signed by these."""
    arguments = {"anchor": ["2031-08-02"], "issue": ["SJ3312026080001"]}.get(decision, [])
    getattr(case, decision)(*arguments, by=by)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_takes_a_reviewer_and_an_approver(stage: Stage, cast: Cast, decision: str) -> None:
    """Rule 3."""
    case, registrar = Procedure(stage, cast), cast.registrar
    until(case, decision, registrar.reviewer)
    for by in (
        [registrar.reviewer],
        [registrar.approver],
        [registrar.reviewer, registrar.reviewer2],
        [registrar.approver, registrar.approver2],
        [registrar.reviewer, cast.exchange.recorder],
    ):
        with stage.refused("PairMissing", registrar=registrar):
            decide(case, decision, *by)
    decide(case, decision, registrar.reviewer2, registrar.approver2)


@pytest.mark.parametrize("decision", DECISIONS)
def test_whoever_accepted_a_case_does_not_approve_it(stage: Stage, cast: Cast, decision: str) -> None:
    """Rule 3: the power to approve does not help the case's own reviewer; beside an approver it may review."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar)
    until(case, decision, registrar.chief)
    with stage.refused("PairMissing", registrar=registrar, reviewer=registrar.chief):
        decide(case, decision, registrar.chief, registrar.reviewer)
    decide(case, decision, registrar.chief, registrar.approver)


def test_who_accepted_another_case_may_approve_this_one(stage: Stage, cast: Cast) -> None:
    """Rule 3: it is the case's reviewer who is excluded."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar)
    until(case, "publish", registrar.reviewer)
    case.publish(by=[registrar.chief, registrar.reviewer])


def test_a_machine_and_a_person_are_no_pair(stage: Stage, cast: Cast) -> None:
    """Rule 3: a machine never counts in a pair."""
    officers = {"machine": Power.REVIEW | Power.MACHINE, "reviewer": Power.REVIEW, "approver": Power.APPROVE}
    registrar = registrar_of(stage, cast, officers, 230)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    case.accept()
    with stage.refused("PairMissing", registrar=registrar):
        case.publish(by=[registrar.machine, registrar.approver])
    case.publish()


# ------------------------------------------------------------------------------------------------ papers


PAPERED = {
    "accept": ("submitted", ()),
    "requestCorrection": ("submitted", (day("2026-08-14"),)),
    "pause": ("review", ()),
    "resume": ("supplementing", ()),
    "extend": ("review", (5, ExtensionReason.COMPLEX_SOURCE)),
    "publish": ("review", (ALL,)),
    "waive": ("review", (ALL, WaiverReason.SECURITY)),
    "decline": ("review", (Refusal.HARMFUL,)),
    "issueCredential": ("anchored", (Scheme.NATIONAL, b"SJ3312026080001".ljust(32, b"\0"))),
}


@pytest.mark.parametrize("act", PAPERED)
def test_a_step_has_a_document_and_says_which_algorithm_made_its_digest(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 123."""
    state, codes = PAPERED[act]
    case = Procedure(stage, cast).submitted(flags=CaseFlag.WAIVER_ASKED)
    if state != "submitted":
        case.accept()
    if state == "supplementing":
        case.pause()
    if state == "anchored":
        case.waive()
        case.anchor("2031-08-02")
    signers = [*cast.registrar.pair]
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(signers, [(act, case.entry, case.number, *codes, alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(signers, [(act, case.entry, case.number, *codes, SHA256, bytes(32))])
    stage.file(signers, [(act, case.entry, case.number, *codes, SHA256, DOCUMENT)])
