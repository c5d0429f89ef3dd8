"""Objections whose material is incomplete, and those that come again."""

import pytest

from ledger_api.domain.words import (
    BurdenState,
    Conclusion,
    Ground,
    ObjectionFlag,
    ObjectionOutcome,
    ObjectionState,
    Power,
    Right,
)
from tests.contracts.circumstances import set_parameters, suspend_accreditation
from tests.contracts.disputing import OBJECTOR, Dispute
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day


@pytest.fixture
def case(stage: Stage, cast: Cast) -> Procedure:
    """Registered on 11 August, a Tuesday."""
    return Procedure(stage, cast).registered("2026-08-11")


@pytest.fixture
def filed(case: Procedure) -> Dispute:
    """An objection filed that day."""
    return Dispute.filed(case)


# ------------------------------------------------------------------------------------------------ incomplete


def test_what_is_missing_is_asked_for_with_a_term(stage: Stage, filed: Dispute) -> None:
    """SM-3."""
    line = filed.find_incomplete(5).line("ObjectionIncomplete")
    word = filed.word
    assert word == line["objection"]
    assert (word.state, word.run, word.limit) == (ObjectionState.INCOMPLETE, stage.today, 5)
    assert word.flags == ObjectionFlag.RETURNED
    assert filed.head.burdens == 0


def test_a_reviewer_asks_for_it(stage: Stage, cast: Cast, filed: Dispute) -> None:
    for by in ([cast.registrar.approver], [cast.objector.one]):
        with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
            filed.find_incomplete(by=by)


def test_a_suspended_registrar_asks_for_nothing(stage: Stage, cast: Cast, filed: Dispute) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        filed.find_incomplete()


@pytest.mark.parametrize("days", [0, 64])
def test_a_term_is_one_to_sixty_three_working_days(stage: Stage, filed: Dispute, days: int) -> None:
    with stage.refused("DaysNotValid", days_=days):
        filed.find_incomplete(days)


def test_sixty_three_days_fit(filed: Dispute) -> None:
    filed.find_incomplete(63)
    assert filed.word.limit == 63


def test_a_list_is_given_once(stage: Stage, filed: Dispute) -> None:
    """Or a reviewer could keep an objection from ever being complete."""
    filed.find_incomplete()
    filed.refile()
    with stage.refused("MaterialAskedBefore"):
        filed.find_incomplete()


def test_what_is_incomplete_is_not_found_complete(stage: Stage, case: Procedure, filed: Dispute) -> None:
    filed.find_incomplete()
    with stage.refused("WrongObjectionState", state=ObjectionState.INCOMPLETE):
        case.complete(filed.number)


def test_what_is_complete_is_not_found_incomplete(stage: Stage, case: Procedure, filed: Dispute) -> None:
    """Rule 39: nobody ends a dispute that way."""
    case.complete(filed.number)
    with stage.refused("WrongObjectionState", state=ObjectionState.COMPLETE):
        filed.find_incomplete()


# ------------------------------------------------------------------------------------------------ supplemented


def test_a_supplemented_objection_is_examined_anew(stage: Stage, cast: Cast, case: Procedure, filed: Dispute) -> None:
    """Rule 38: the registrar's clock begins again, by the parameter of the day."""
    filed.find_incomplete(2)
    set_parameters(stage, cast, notify_days=4)
    stage.on("2026-08-13", "23:59")
    filed.refile()
    word = filed.word
    assert (word.state, word.run, word.limit) == (ObjectionState.FILED, day("2026-08-13"), 4)
    case.complete(filed.number)


def test_it_comes_within_its_term(stage: Stage, filed: Dispute) -> None:
    filed.find_incomplete(2)
    stage.on("2026-08-14", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-08-13")):
        filed.refile()


def test_the_objector_supplements_or_a_reviewer_for_an_outsider(stage: Stage, cast: Cast, filed: Dispute) -> None:
    """Rule 1."""
    filed.find_incomplete()
    with stage.refused("AssentMissing", party=cast.objector, power=Power.OBJECT):
        filed.refile(by=[cast.buyer.one])
    filed.refile(by=[cast.registrar.reviewer])


def test_only_what_is_incomplete_is_supplemented(stage: Stage, filed: Dispute) -> None:
    with stage.refused("WrongObjectionState", state=ObjectionState.FILED):
        filed.refile()


# ------------------------------------------------------------------------------------------------ lapsed


def test_what_nobody_supplements_lapses(stage: Stage, filed: Dispute) -> None:
    """Anybody records it, from the day after."""
    filed.find_incomplete(2)
    head = filed.head
    stage.on("2026-08-13", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-08-13")):
        filed.lapse()
    stage.on("2026-08-14", "00:00")
    line = filed.lapse().line("ObjectionLapsed")
    assert line["objection"] == filed.word
    assert (filed.word.state, filed.word.run) == (ObjectionState.LAPSED, 0)
    assert filed.head == head
    assert filed.burden.state == BurdenState.NONE


def test_time_alone_ends_no_objection_that_waits_for_the_registrar(
    stage: Stage, case: Procedure, filed: Dispute
) -> None:
    """Rules 38, 39."""
    stage.on("2026-10-30")
    with stage.refused("WrongObjectionState", state=ObjectionState.FILED):
        filed.lapse()
    case.complete(filed.number)
    with stage.refused("WrongObjectionState", state=ObjectionState.COMPLETE):
        filed.lapse()


def test_lapsing_takes_block_time(stage: Stage, filed: Dispute) -> None:
    """Rule 124."""
    filed.find_incomplete(2)
    moment = stage.on("2026-08-14")
    with stage.refused("OnlyBlockTime", at=moment):
        filed.lapse(at=moment)


def test_an_incomplete_objection_is_taken_back(filed: Dispute) -> None:
    filed.find_incomplete()
    filed.withdraw()
    assert filed.word.state == ObjectionState.WITHDRAWN


# ------------------------------------------------------------------------------------------------ once only


@pytest.mark.parametrize("rights", [ALL, Right.HOLD, Right.USE | Right.OPERATE])
def test_nobody_objects_twice_at_a_time_on_one_ground(
    stage: Stage, case: Procedure, filed: Dispute, rights: int
) -> None:
    """Rule 38: to the same rights, or to some of them."""
    with stage.refused("AlreadyObjected", number=filed.number):
        case.object(rights)
    case.complete(filed.number)
    with stage.refused("AlreadyObjected", number=filed.number):
        case.object(rights)


def test_others_and_other_grounds_and_more_rights_are_something_else(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 38."""
    case.object(Right.HOLD)
    case.object(Right.HOLD, ground=Ground.ERROR)
    case.object(Right.HOLD, objector=cast.buyer, by=[cast.buyer.one])
    case.object(Right.HOLD | Right.USE)


def test_an_objection_in_a_notice_does_not_bar_one_after_registration(stage: Stage, cast: Cast) -> None:
    """Rules 26, 38: what was decided there was whether to register."""
    case = Procedure(stage, cast).in_notice()
    case.resolve(case.object_in_notice().line("NoticeObjected").number)
    stage.on("2026-08-11")
    case.anchor("2031-08-10")
    case.object()


@pytest.mark.parametrize("end", ["carried out", "taken back", "lapsed"])
def test_what_was_decided_is_not_objected_to_again(stage: Stage, case: Procedure, end: str) -> None:
    """Rule 38: whoever disagrees sues; taking it back after the conclusion evades nothing."""
    dispute = Dispute.over(case).concluded(Conclusion.DISMISSED)
    if end == "carried out":
        dispute.accept()
        dispute.resolve(ObjectionOutcome.STANDS)
    elif end == "taken back":
        dispute.withdraw()
    else:
        dispute.reject(OBJECTOR)
        stage.on("2026-10-30")
        dispute.lapse()
    for rights in (ALL, Right.OPERATE):
        with stage.refused("DecidedBefore", number=dispute.number):
            case.object(rights)
    case.object(ground=Ground.ERROR)


def test_what_was_admitted_is_decided(stage: Stage, case: Procedure) -> None:
    """Rule 38."""
    dispute = Dispute.over(case).admitted()
    facts = ("correctFacts", case.entry, COLLECTED, SHA256, DOCUMENT, [dispute.number])
    stage.file([*case.keeper.pair, *case.hands], [facts])
    dispute.resolve(ObjectionOutcome.CHANGED, stage.journal(case.entry).lines)
    with stage.refused("DecidedBefore", number=dispute.number):
        case.object()


@pytest.mark.parametrize("end", ["taken back", "lapsed"])
def test_what_was_never_decided_may_come_again(stage: Stage, case: Procedure, filed: Dispute, end: str) -> None:
    if end == "taken back":
        filed.withdraw()
    else:
        filed.find_incomplete()
        stage.on("2026-08-31")
        filed.lapse()
    case.object()


@pytest.mark.parametrize("act", ["findIncomplete", "refile"])
def test_a_step_has_papers(stage: Stage, cast: Cast, case: Procedure, filed: Dispute, act: str) -> None:
    """Rule 123."""
    days: tuple[int, ...] = (5,)
    if act == "refile":
        filed.find_incomplete()
        days = ()
    signer = [cast.registrar.reviewer]
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(signer, [(act, case.entry, filed.number, *days, alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(signer, [(act, case.entry, filed.number, *days, SHA256, bytes(32))])
