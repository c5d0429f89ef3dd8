"""Objections after registration: once complete, a dispute lies on the rights until it is taken back."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    Burden,
    BurdenKind,
    BurdenState,
    Effect,
    Ground,
    ObjectionPhase,
    ObjectionState,
    Power,
    Right,
)
from tests.contracts.circumstances import set_parameters, suspend_accreditation
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import instant


@pytest.fixture
def case(stage: Stage, cast: Cast) -> Procedure:
    """Registered on 11 August."""
    return Procedure(stage, cast).registered("2026-08-11")


def objected(case: Procedure, **terms: Any) -> int:
    """An objection filed; its number."""
    return case.object(**terms).line("Objected").number


# ------------------------------------------------------------------------------------------------ objecting


def test_an_objection_alone_burdens_nothing(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rules 38, 39: anybody may object; only a complete one puts the rights in dispute."""
    number = objected(case, rights=Right.OPERATE, ground=Ground.ERROR)
    word = case.objection(number)
    assert (word.state, word.phase, word.ground) == (ObjectionState.FILED, ObjectionPhase.AFTER, Ground.ERROR)
    assert (word.objector, word.rights, word.case_number) == (cast.objector.number, Right.OPERATE, 0)
    assert (word.filed, word.limit) == (stage.today, 5)
    assert case.head.burdens == 0


def test_what_is_not_registered_is_not_objected_to_after_registration(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).in_notice()
    with stage.refused("NotRegistered", entry=case.entry):
        case.object()


def test_who_disputes_one_right_may_dispute_another(case: Procedure) -> None:
    """Rule 38: on the same ground; the earlier objection says nothing of it."""
    objected(case, rights=Right.HOLD | Right.OPERATE)
    objected(case, rights=Right.USE)
    objected(case, rights=Right.OPERATE, ground=Ground.ERROR)
    objected(case, rights=Right.HOLD, ground=Ground.ERROR)


@pytest.mark.parametrize("rights", [0, 8])
def test_an_objection_is_to_some_of_the_three_rights(stage: Stage, case: Procedure, rights: int) -> None:
    with stage.refused("RightsNotInDispute", rights=rights):
        case.object(rights)


@pytest.mark.parametrize("ground", [Ground.NONE, Ground.OTHER + 1])
def test_an_objection_has_a_ground(stage: Stage, case: Procedure, ground: int) -> None:
    with stage.refused("GroundUnknown", ground=ground):
        case.object(ground=ground)


def test_nobody_objects_for_another(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 1."""
    with stage.refused("AssentMissing", party=cast.objector, power=Power.OBJECT):
        case.object(by=[cast.buyer.one])


def test_a_reviewer_enters_an_outsiders_objection(stage: Stage, cast: Cast, case: Procedure) -> None:
    case.object(objector=cast.outsider, by=[cast.registrar.reviewer])


def test_how_long_the_holder_may_wait_to_hear_of_it_is_a_parameter(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 38."""
    set_parameters(stage, cast, notify_days=3)
    assert case.objection(objected(case)).limit == 3


# ------------------------------------------------------------------------------------------------ complete


def test_a_complete_objection_puts_the_rights_in_dispute(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 39: a burden of the same number, which by default forbids what would be hard to undo."""
    number = objected(case, rights=Right.OPERATE)
    edition = case.head.edition
    stage.on("2026-08-13")
    line = case.complete(number).line("ObjectionCompleted")
    burden = stage.word(Burden, case.entry, number)
    assert burden == line["burden"]
    assert (burden.kind, burden.state, burden.rights) == (BurdenKind.DISPUTE, BurdenState.OPEN, Right.OPERATE)
    assert burden.effects == Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.PLEDGE | Effect.LEASE
    assert (burden.party, burden.grantor, burden.waivable) == (cast.objector.number, 0, 1)
    assert (burden.since, burden.day, burden.until) == (stage.now, stage.today, 0)
    assert (case.objection(number).state, case.objection(number).completed) == (ObjectionState.COMPLETE, stage.today)
    assert (case.head.burdens, case.head.edition) == (1, edition + 1)


def test_what_a_dispute_forbids_is_a_parameter(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 39."""
    set_parameters(stage, cast, dispute_effects=Effect.CANCEL)
    assert stage.word(Burden, case.entry, case.disputed()).effects == Effect.CANCEL


def test_finding_an_objection_complete_takes_the_pair(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 3: it stops the holder."""
    number = objected(case)
    registrar = cast.registrar
    for by in ([registrar.reviewer], [registrar.approver], [registrar.approver, registrar.approver2]):
        with stage.refused("PairMissing", registrar=registrar):
            case.complete(number, by=by)


def test_a_suspended_registrar_finds_nothing_complete(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 4."""
    number = objected(case)
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        case.complete(number)


def test_an_objection_is_found_complete_once(stage: Stage, case: Procedure) -> None:
    number = case.disputed()
    with stage.refused("WrongObjectionState", number=number, state=ObjectionState.COMPLETE):
        case.complete(number)


def test_an_objection_in_a_notice_is_never_a_dispute(stage: Stage, cast: Cast) -> None:
    """Rule 39: it has its own ending."""
    case = Procedure(stage, cast).in_notice()
    number = case.object_in_notice().line("NoticeObjected").number
    with stage.refused("WrongObjectionState", number=number, state=ObjectionState.FILED):
        case.complete(number)


def test_an_objection_after_registration_is_not_decided_as_one_in_a_notice(stage: Stage, case: Procedure) -> None:
    """Rule 38: only an effective instrument changes the entry."""
    number = objected(case)
    with stage.refused("WrongObjectionState", number=number, state=ObjectionState.FILED):
        case.resolve(number)


def test_a_finding_is_not_dated_before_the_objection(stage: Stage, case: Procedure) -> None:
    """Rule 124."""
    stage.on("2026-08-12")
    number = objected(case)
    with stage.refused("OutOfOrder"):
        case.complete(number, at=instant("2026-08-11", "12:00"))


# ------------------------------------------------------------------------------------------------ taking back


def test_a_dispute_ends_when_its_objection_is_taken_back(stage: Stage, case: Procedure) -> None:
    """Rule 39."""
    number = case.disputed()
    edition = case.head.edition
    line = case.take_back(number).line("ObjectionWithdrawn")
    assert stage.word(Burden, case.entry, number).state == line["burden"].state == BurdenState.CLOSED
    assert (case.head.burdens, case.head.edition) == (0, edition + 1)
    assert case.objection(number).state == ObjectionState.WITHDRAWN


def test_an_objection_that_was_never_complete_is_taken_back_without_a_trace_on_the_head(
    stage: Stage, case: Procedure
) -> None:
    number = objected(case)
    head = case.head
    case.take_back(number)
    assert case.head == head
    assert stage.word(Burden, case.entry, number) == Burden()


def test_an_objection_is_taken_back_once(stage: Stage, case: Procedure) -> None:
    number = case.disputed()
    case.take_back(number)
    with stage.refused("WrongObjectionState", state=ObjectionState.WITHDRAWN):
        case.take_back(number)


def test_one_officer_of_the_registrar_ends_no_dispute(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 3."""
    number = case.disputed()
    registrar = cast.registrar
    for by in ([registrar.reviewer], [registrar.approver], [cast.holder.one]):
        with stage.refused("PairMissing", registrar=registrar):
            case.take_back(number, by=by)
    case.take_back(number, by=registrar.pair)


def test_several_disputes_are_counted(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 39: the number in the head proves a list complete."""
    first, second = case.disputed(Right.HOLD), case.disputed(Right.OPERATE)
    assert case.head.burdens == 2
    case.take_back(first)
    assert case.head.burdens == 1
    assert stage.word(Burden, case.entry, second).state == BurdenState.OPEN


def test_a_withdrawal_is_not_dated_before_the_finding(stage: Stage, case: Procedure) -> None:
    """Rule 124."""
    number = objected(case)
    stage.on("2026-08-12")
    case.complete(number)
    with stage.refused("OutOfOrder"):
        case.take_back(number, at=instant("2026-08-11", "12:00"))


@pytest.mark.parametrize("act", ["object", "complete", "withdrawObjection"])
def test_an_objection_has_papers(stage: Stage, cast: Cast, case: Procedure, act: str) -> None:
    """Rule 123."""
    number = objected(case)
    signers = [*cast.registrar.pair, cast.objector.one]
    terms: tuple[object, ...] = (cast.objector, ALL, Ground.ERROR) if act == "object" else (number,)
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(signers, [(act, case.entry, *terms, alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(signers, [(act, case.entry, *terms, SHA256, bytes(32))])
    stage.file(signers, [(act, case.entry, *terms, SHA256, DOCUMENT)])
