"""Objections in the notice: they stop anchoring until decided or taken back, and may narrow what passes."""

import pytest

from ledger_api.domain.words import (
    CaseState,
    Conclusion,
    Ground,
    ObjectionPhase,
    ObjectionState,
    Power,
    Refusal,
    Right,
    SlotStatus,
)
from tests.contracts.circumstances import (
    identity_expires,
    set_parameters,
    suspend_accreditation,
    with_a_chief,
)
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant


def objected(stage: Stage, cast: Cast) -> tuple[Procedure, int]:
    """A case in notice with one objection, and its number."""
    case = Procedure(stage, cast).in_notice()
    return case, case.object_in_notice().line("NoticeObjected").number


# ------------------------------------------------------------------------------------------------ objecting


def test_an_objection_says_who_objects_to_what_and_until_when_it_is_decided(stage: Stage, cast: Cast) -> None:
    """Rule 27: ten working days from receipt."""
    case = Procedure(stage, cast).in_notice(passed=Right.HOLD | Right.OPERATE)
    number = case.object_in_notice(ground=Ground.DUPLICATE).line("NoticeObjected").number
    word = case.objection(number)
    assert (word.state, word.phase, word.ground) == (ObjectionState.FILED, ObjectionPhase.NOTICE, Ground.DUPLICATE)
    assert (word.objector, word.case_number) == (cast.objector.number, case.number)
    assert (word.rights, word.filed, word.limit) == (Right.HOLD | Right.OPERATE, stage.today, 10)
    assert case.case.objections == 1


def test_an_open_objection_stops_anchoring(stage: Stage, cast: Cast) -> None:
    """Rule 26."""
    case, number = objected(stage, cast)
    stage.on("2026-08-20")
    with stage.refused("ObjectionsOpen", count=1):
        case.anchor()
    case.resolve(number)
    case.anchor()


def test_every_open_objection_stops_anchoring(stage: Stage, cast: Cast) -> None:
    """Rule 26."""
    case, first = objected(stage, cast)
    second = case.object_in_notice(objector=cast.buyer, by=[cast.buyer.one]).line("NoticeObjected").number
    stage.on("2026-08-20")
    case.resolve(first)
    with stage.refused("ObjectionsOpen", count=1):
        case.anchor()
    case.resolve(second)
    case.anchor()


def test_scenario_10_a_co_developer_objects_and_later_consents(stage: Stage, cast: Cast) -> None:
    """SC10, rules 16, 26, 27: notice 12 to 19 August, objection on the 14th, decision by the 28th."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-05")
    case.accept()
    stage.on("2026-08-12")
    case.publish()
    used = case.case.used
    stage.on("2026-08-14")
    number = case.object_in_notice().line("NoticeObjected").number
    word = case.objection(number)
    working = [each for each in range(word.filed + 1, day("2026-09-02")) if (each + 3) % 7 < 5]
    assert working[word.limit - 1] == day("2026-08-28")
    assert (case.case.run, case.case.used) == (0, used)
    stage.on("2026-08-28")
    case.resolve(number, Conclusion.PARTLY, Right.HOLD | Right.USE)
    case.anchor("2031-08-27")
    assert case.head.status == (SlotStatus.ACTIVE, SlotStatus.ACTIVE, SlotStatus.EMPTY)
    case.submit(asked=Right.OPERATE)


def test_an_objection_comes_within_the_notice(stage: Stage, cast: Cast) -> None:
    """Rule 26: until the end of its last day."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-10", "23:59")
    mark = stage.mark()
    case.object_in_notice()
    stage.rewind(mark)
    stage.on("2026-08-11", "00:00")
    with stage.refused("NoticeClosed", lastDay=day("2026-08-10")):
        case.object_in_notice()


def test_an_objection_of_the_last_day_may_be_entered_late(stage: Stage, cast: Cast) -> None:
    """Rules 26, 124."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-11")
    case.object_in_notice(by=[cast.registrar.reviewer], at=instant("2026-08-10", "17:00"))
    with stage.refused("ObjectionsOpen"):
        case.anchor("2031-08-10")


@pytest.mark.parametrize("state", ["review", "anchored", "withdrawn"])
def test_there_is_no_objection_in_a_notice_that_is_not_held(stage: Stage, cast: Cast, state: str) -> None:
    """Rule 26."""
    case = Procedure(stage, cast).under_review()
    if state == "anchored":
        case.publish()
        stage.on("2026-08-20")
        case.anchor()
    if state == "withdrawn":
        case.withdraw()
    with stage.refused("WrongCaseState"):
        case.object_in_notice()


@pytest.mark.parametrize("ground", [Ground.NONE, Ground.OTHER + 1])
def test_an_objection_has_a_ground(stage: Stage, cast: Cast, ground: int) -> None:
    case = Procedure(stage, cast).in_notice()
    with stage.refused("GroundUnknown", ground=ground):
        case.object_in_notice(ground=ground)


def test_nobody_objects_for_another(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).in_notice()
    for stranger in (cast.buyer.one, cast.registrar.approver):
        with stage.refused("AssentMissing", party=cast.objector, power=Power.OBJECT):
            case.object_in_notice(by=[stranger])


def test_a_reviewer_enters_what_a_party_without_officers_handed_in(stage: Stage, cast: Cast) -> None:
    """Rule 26: outsiders object too; their paper is the evidence."""
    case = Procedure(stage, cast).in_notice()
    number = case.object_in_notice(objector=cast.outsider, by=[cast.registrar.reviewer]).line("NoticeObjected").number
    assert case.objection(number).objector == cast.outsider.number


def test_a_reviewer_enters_nothing_for_a_party_that_does_not_exist(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).in_notice()
    terms = (case.entry, case.number, 12_345, Ground.OWNERSHIP, SHA256, DOCUMENT)
    with stage.refused("NoSuchParty", party=12_345):
        stage.file([cast.registrar.reviewer], [("objectInNotice", *terms)])


def test_nor_for_one_whose_identity_expired(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).in_notice()
    identity_expires(stage, cast, cast.outsider)
    with stage.refused("IdentityExpired", party=cast.outsider):
        case.object_in_notice(objector=cast.outsider, by=[cast.registrar.reviewer])


def test_a_suspended_registrar_enters_no_objection(stage: Stage, cast: Cast) -> None:
    """Rule 4."""
    case = Procedure(stage, cast).in_notice()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        case.object_in_notice(objector=cast.outsider, by=[cast.registrar.reviewer])


def test_how_long_a_decision_may_take_is_a_parameter(stage: Stage, cast: Cast) -> None:
    """Rule 27."""
    set_parameters(stage, cast, decide_days=7)
    case, number = objected(stage, cast)
    assert case.objection(number).limit == 7


# ------------------------------------------------------------------------------------------------ deciding


@pytest.mark.parametrize("conclusion", [Conclusion.UPHELD, Conclusion.PARTLY])
def test_an_objection_upheld_narrows_what_passes(stage: Stage, cast: Cast, conclusion: Conclusion) -> None:
    """Rule 27."""
    case, number = objected(stage, cast)
    case.resolve(number, conclusion, Right.HOLD)
    assert (case.case.passed, case.case.objections, case.case.state) == (Right.HOLD, 0, CaseState.NOTICE)
    word = case.objection(number)
    assert (word.state, word.conclusion) == (ObjectionState.RESOLVED, conclusion)


def test_a_dismissed_objection_changes_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 27."""
    case, number = objected(stage, cast)
    with stage.refused("RightsNotInDispute", rights=Right.HOLD):
        case.resolve(number, Conclusion.DISMISSED, Right.HOLD)
    case.resolve(number, Conclusion.DISMISSED, ALL)
    assert case.case.passed == ALL


def test_a_decision_never_widens_what_passes(stage: Stage, cast: Cast) -> None:
    """Rule 27; with nothing left to pass the case is refused instead."""
    case = Procedure(stage, cast).in_notice(passed=Right.HOLD | Right.USE)
    number = case.object_in_notice().line("NoticeObjected").number
    for passed in (ALL, Right.OPERATE, 0, 8):
        with stage.refused("RightsNotInDispute", rights=passed):
            case.resolve(number, Conclusion.PARTLY, passed)
    case.decline(Refusal.OWNERSHIP_DISPUTE)
    assert case.case.state == CaseState.REFUSED


@pytest.mark.parametrize("conclusion", [Conclusion.NONE, Conclusion.DISMISSED + 1])
def test_a_decision_has_a_conclusion(stage: Stage, cast: Cast, conclusion: int) -> None:
    """Rule 27."""
    case, number = objected(stage, cast)
    with stage.refused("ConclusionUnknown", conclusion=conclusion):
        case.resolve(number, conclusion)


def test_a_decision_on_an_objection_takes_the_pair(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    case, number = objected(stage, cast)
    registrar = cast.registrar
    for by in ([registrar.reviewer], [registrar.approver], [registrar.reviewer, registrar.reviewer2]):
        with stage.refused("PairMissing", registrar=registrar):
            case.resolve(number, by=by)


def test_whoever_accepted_the_case_approves_no_decision_on_an_objection(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    case.accept(by=[registrar.chief])
    case.publish()
    number = case.object_in_notice().line("NoticeObjected").number
    with stage.refused("PairMissing", registrar=registrar, reviewer=registrar.chief):
        case.resolve(number, by=[registrar.chief, registrar.reviewer])


def test_a_suspended_registrar_decides_no_objection(stage: Stage, cast: Cast) -> None:
    """Rule 4."""
    case, number = objected(stage, cast)
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        case.resolve(number)


def test_an_objection_is_decided_once(stage: Stage, cast: Cast) -> None:
    case, number = objected(stage, cast)
    case.resolve(number)
    with stage.refused("WrongObjectionState", number=number, state=ObjectionState.RESOLVED):
        case.resolve(number)
    with stage.refused("WrongObjectionState", number=number):
        case.take_back(number)


def test_an_objection_is_decided_while_its_case_is_in_notice(stage: Stage, cast: Cast) -> None:
    """SM-1: with the application withdrawn there is nothing to decide."""
    case, number = objected(stage, cast)
    case.withdraw()
    with stage.refused("WrongCaseState", state=CaseState.WITHDRAWN):
        case.resolve(number)


def test_an_objection_that_does_not_exist_is_named(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).in_notice()
    with stage.refused("NoSuchObjection", entry=case.entry, number=case.number):
        case.resolve(case.number)


def test_an_overdue_decision_is_still_made(stage: Stage, cast: Cast) -> None:
    """Rule 27: the clock is on record; nobody's right lapses for the registrar's delay."""
    case, number = objected(stage, cast)
    stage.on("2026-09-30")
    case.resolve(number)
    case.anchor("2031-09-29")


# ------------------------------------------------------------------------------------------------ taking back


def test_an_objection_taken_back_stops_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 26."""
    case, number = objected(stage, cast)
    case.take_back(number)
    assert (case.objection(number).state, case.case.objections) == (ObjectionState.WITHDRAWN, 0)
    stage.on("2026-08-20")
    case.anchor()


def test_the_pair_enters_what_the_objector_took_back(stage: Stage, cast: Cast) -> None:
    """Rule 3: one officer of the registrar alone ends no objection."""
    case, number = objected(stage, cast)
    registrar = cast.registrar
    for by in ([registrar.reviewer], [registrar.approver], [cast.buyer.one]):
        with stage.refused("PairMissing", registrar=registrar):
            case.take_back(number, by=by)
    case.take_back(number, by=registrar.pair)


def test_whoever_accepted_the_case_is_not_the_approver_of_that_receipt(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    registrar = with_a_chief(stage, cast)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    case.accept(by=[registrar.chief])
    case.publish()
    number = case.object_in_notice().line("NoticeObjected").number
    with stage.refused("PairMissing", registrar=registrar, reviewer=registrar.chief):
        case.take_back(number, by=[registrar.chief, registrar.reviewer])


def test_an_objection_may_be_taken_back_after_its_case_ended(stage: Stage, cast: Cast) -> None:
    """SM-3; the case, being over, does not change."""
    case, number = objected(stage, cast)
    case.withdraw()
    before = case.case
    stage.on("2026-08-04")
    case.take_back(number)
    after = case.case
    assert (after.state, after.objections) == (CaseState.WITHDRAWN, before.objections)
    assert case.objection(number).since == after.since == stage.now


def test_a_withdrawal_is_not_dated_before_the_objection(stage: Stage, cast: Cast) -> None:
    """Rule 124."""
    case, number = objected(stage, cast)
    with stage.refused("OutOfOrder"):
        case.take_back(number, at=stage.now - 60)


@pytest.mark.parametrize("act", ["objectInNotice", "resolveInNotice", "withdrawObjection"])
def test_an_objection_has_papers(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 123."""
    case, number = objected(stage, cast)
    signers = [*cast.registrar.pair, cast.objector.one]
    terms: dict[str, tuple[object, ...]] = {
        "objectInNotice": (case.number, cast.objector, Ground.DUPLICATE),
        "resolveInNotice": (number, Conclusion.DISMISSED, ALL),
        "withdrawObjection": (number,),
    }
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(signers, [(act, case.entry, *terms[act], alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(signers, [(act, case.entry, *terms[act], SHA256, bytes(32))])
    stage.file(signers, [(act, case.entry, *terms[act], SHA256, DOCUMENT)])
