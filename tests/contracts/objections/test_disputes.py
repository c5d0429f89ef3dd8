"""A dispute from its first notice to its end: the holder answers, the registrar concludes, both accept, or a court decides."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenState,
    Conclusion,
    HolderResponse,
    ObjectionFlag,
    ObjectionOutcome,
    ObjectionState,
    Power,
    Right,
)
from tests.contracts.burdened import court
from tests.contracts.circumstances import join, mandate, set_parameters, suspend_accreditation
from tests.contracts.disputing import BOTH, HOLDER, OBJECTOR, Dispute
from tests.contracts.later import Later
from tests.contracts.procedure import COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

CHANGED, CANCELLED, STANDS = ObjectionOutcome.CHANGED, ObjectionOutcome.CANCELLED, ObjectionOutcome.STANDS


@pytest.fixture
def case(stage: Stage, cast: Cast) -> Procedure:
    """Registered on 11 August, a Tuesday."""
    return Procedure(stage, cast).registered("2026-08-11")


@pytest.fixture
def dispute(case: Procedure) -> Dispute:
    """A complete objection of that day."""
    return Dispute.over(case)


# ------------------------------------------------------------------------------------------------ the holder hears of it


def test_the_clock_to_notify_runs_from_completion(stage: Stage, dispute: Dispute) -> None:
    """Rule 38: five working days; a fact, which stops nobody who is late."""
    assert (dispute.word.run, dispute.word.limit) == (day("2026-08-11"), 5)
    stage.on("2026-10-30")
    dispute.notify()


def test_the_holder_is_told_and_has_its_days(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rule 38: by the parameter of the day."""
    set_parameters(stage, cast, answer_days=7)
    stage.on("2026-08-13")
    line = dispute.notify().line("HolderNotified")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.run, word.limit) == (ObjectionState.NOTIFIED, day("2026-08-13"), 7)
    assert (word.filed, word.completed) == (day("2026-08-11"), day("2026-08-11"))


def test_a_reviewer_tells_it_once(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    for by in ([cast.registrar.approver], [cast.objector.one]):
        with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
            dispute.notify(by=by)
    dispute.notify()
    with stage.refused("WrongObjectionState", state=ObjectionState.NOTIFIED):
        dispute.notify()


def test_nobody_is_told_of_what_is_not_complete(stage: Stage, case: Procedure) -> None:
    dispute = Dispute.filed(case)
    with stage.refused("WrongObjectionState", state=ObjectionState.FILED):
        dispute.notify()


# ------------------------------------------------------------------------------------------------ the holder answers


@pytest.mark.parametrize(
    "response, state",
    [(HolderResponse.ADMIT, ObjectionState.ADMITTED), (HolderResponse.CONTEST, ObjectionState.CONTESTED)],
)
def test_the_holder_admits_or_contests(
    stage: Stage, dispute: Dispute, response: HolderResponse, state: ObjectionState
) -> None:
    """Rule 38."""
    line = dispute.notified().respond(response).line("ObjectionAnswered")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.response, word.run) == (state, response, 0)
    assert (dispute.head.burdens, dispute.burden.state) == (1, BurdenState.OPEN)


@pytest.mark.parametrize("response", [HolderResponse.NONE, HolderResponse.SILENT, 4])
def test_there_are_two_answers(stage: Stage, dispute: Dispute, response: int) -> None:
    with stage.refused("ResponseUnknown", response=response):
        dispute.notified().respond(response)


def test_an_answer_that_comes_late_counts_until_silence_is_recorded(stage: Stage, dispute: Dispute) -> None:
    dispute.notify()
    stage.on("2026-10-30")
    dispute.respond(HolderResponse.ADMIT)


def test_nobody_answers_for_the_holder(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rules 1, 3: a reviewer enters a contest, which silence would be too, but nobody else's admission."""
    dispute.notify()
    for by in ([cast.buyer.one], [cast.objector.one], [cast.registrar.approver]):
        with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
            dispute.respond(by=by)
    for by in ([cast.objector.one], [*cast.registrar.pair]):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
            dispute.respond(HolderResponse.ADMIT, by=by)
    dispute.respond(by=[cast.registrar.reviewer])


def test_an_agent_of_the_holder_answers(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    mandate(stage, cast.holder, cast.maker, Power.OBJECT)
    dispute.notified().respond(by=[cast.maker.one])


def test_whoever_holds_one_of_the_rights_contests_and_all_of_them_admit(stage: Stage, cast: Cast) -> None:
    """Rule 38: whoever contests keeps what all have; nobody gives in for another."""
    case = Procedure(stage, cast).registered("2026-08-11")
    later = Later(case)
    order = later.order(court(stage, cast, "court"))
    later.execute_transfer(order, Right.OPERATE)
    dispute = Dispute.over(case).notified()
    for by, missing in (([cast.holder.one], cast.second), ([cast.second.one], cast.holder)):
        with stage.refused("AssentMissing", party=missing, power=Power.DISPOSE):
            dispute.respond(HolderResponse.ADMIT, by=by)
    mark = stage.mark()
    dispute.respond(HolderResponse.ADMIT, by=[cast.holder.one, cast.second.one])
    stage.rewind(mark)
    dispute.respond(by=[cast.second.one])


def test_who_holds_none_of_the_rights_in_dispute_has_no_say(stage: Stage, cast: Cast) -> None:
    """Rule 38."""
    case = Procedure(stage, cast).registered("2026-08-11")
    later = Later(case)
    later.execute_transfer(later.order(court(stage, cast, "court")), Right.OPERATE)
    dispute = Dispute.over(case, Right.OPERATE).notified()
    with stage.refused("AssentMissing"):
        dispute.respond(by=[cast.holder.one])
    dispute.respond(HolderResponse.ADMIT, by=[cast.second.one])


def test_a_member_of_a_joint_holding_contests_and_its_quorum_admits(stage: Stage, cast: Cast) -> None:
    """Rules 38, 47."""
    joint = join(stage, [cast.holder, cast.second, cast.maker], quorum=(6_000, 10_000, 10_000, 10_000))
    hands = [cast.holder.one, cast.second.one, cast.maker.one]
    case = Procedure(stage, cast, applicant=joint, signers=hands).registered("2026-08-11")
    dispute = Dispute.over(case).notified()
    with stage.refused("AssentMissing", party=joint, power=Power.DISPOSE):
        dispute.respond(HolderResponse.ADMIT, by=[cast.maker.one])
    mark = stage.mark()
    dispute.respond(HolderResponse.ADMIT, by=hands[:2])
    stage.rewind(mark)
    dispute.respond(by=[cast.maker.one])


def test_of_rights_nobody_holds_nobody_admits(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).registered("2026-08-11", asked=Right.HOLD)
    dispute = Dispute.over(case, Right.USE).notified()
    with stage.refused("RightsNotInDispute", rights=Right.USE):
        dispute.respond(HolderResponse.ADMIT)


def test_silence_is_contest_and_anybody_records_it(stage: Stage, dispute: Dispute) -> None:
    """Rule 38: fifteen working days from 11 August end on 1 September."""
    dispute.notify()
    stage.on("2026-09-01", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-09-01")):
        dispute.deem()
    stage.on("2026-09-02", "00:00")
    dispute.deem()
    word = dispute.word
    assert (word.state, word.response, word.run) == (ObjectionState.CONTESTED, HolderResponse.SILENT, 0)
    assert word.since == stage.now
    with stage.refused("WrongObjectionState", state=ObjectionState.CONTESTED):
        dispute.deem()


def test_silence_is_recorded_at_block_time(stage: Stage, dispute: Dispute) -> None:
    """Rule 124."""
    dispute.notify()
    moment = stage.on("2026-09-02")
    with stage.refused("OnlyBlockTime", at=moment):
        dispute.deem(at=moment)


def test_who_was_not_told_is_not_silent(stage: Stage, dispute: Dispute) -> None:
    """Rule 38."""
    stage.on("2026-10-30")
    with stage.refused("WrongObjectionState", state=ObjectionState.COMPLETE):
        dispute.deem()


# ------------------------------------------------------------------------------------------------ the registrar concludes


def test_it_is_investigated_in_mediation_or_not(dispute: Dispute) -> None:
    """SM-3: mediation is a side state."""
    dispute.contested().investigate(ObjectionFlag.MEDIATING)
    assert (dispute.word.state, dispute.word.flags) == (ObjectionState.INVESTIGATING, ObjectionFlag.MEDIATING)
    dispute.investigate()
    assert (dispute.word.state, dispute.word.flags) == (ObjectionState.INVESTIGATING, ObjectionFlag(0))


def test_mediation_keeps_what_else_is_marked(case: Procedure) -> None:
    dispute = Dispute.filed(case)
    dispute.find_incomplete()
    dispute.refile()
    case.complete(dispute.number)
    dispute.contested().investigate(ObjectionFlag.MEDIATING)
    assert dispute.word.flags == ObjectionFlag.MEDIATING | ObjectionFlag.RETURNED
    dispute.conclude()
    assert dispute.word.flags == ObjectionFlag.RETURNED


@pytest.mark.parametrize("marks", [ObjectionFlag.RETURNED, 4])
def test_nothing_else_is_marked(stage: Stage, dispute: Dispute, marks: int) -> None:
    with stage.refused("MarkUnknown", marks=marks):
        dispute.contested().investigate(marks)


def test_a_reviewer_investigates_what_is_contested(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    dispute.notify()
    with stage.refused("WrongObjectionState", state=ObjectionState.NOTIFIED):
        dispute.investigate()
    dispute.respond()
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
        dispute.investigate(by=[cast.registrar.approver])


@pytest.mark.parametrize("conclusion", [Conclusion.UPHELD, Conclusion.PARTLY, Conclusion.DISMISSED])
def test_the_pair_concludes(stage: Stage, dispute: Dispute, conclusion: Conclusion) -> None:
    """Rule 38: whoever does not accept it sues within fifteen working days."""
    dispute.contested().investigate(ObjectionFlag.MEDIATING)
    line = dispute.conclude(conclusion).line("ObjectionConcluded")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.conclusion, word.flags) == (ObjectionState.CONCLUDED, conclusion, ObjectionFlag(0))
    assert (word.run, word.limit) == (stage.today, 15)
    assert line["reasons"] == DOCUMENT
    assert dispute.burden.state == BurdenState.OPEN


def test_how_long_one_may_wait_to_sue_is_a_parameter(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    set_parameters(stage, cast, litigation_days=9)
    assert dispute.concluded().word.limit == 9


def test_a_conclusion_takes_the_pair(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rule 3."""
    registrar = cast.registrar
    dispute.contested()
    for by in ([registrar.reviewer], [registrar.approver], [registrar.approver, registrar.approver2]):
        with stage.refused("PairMissing", registrar=registrar):
            dispute.conclude(by=by)


def test_a_suspended_registrar_concludes_nothing(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rule 4."""
    dispute.contested()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        dispute.conclude()


@pytest.mark.parametrize("conclusion", [Conclusion.NONE, 4])
def test_a_conclusion_is_one_of_three(stage: Stage, dispute: Dispute, conclusion: int) -> None:
    with stage.refused("ConclusionUnknown", conclusion=conclusion):
        dispute.contested().conclude(conclusion)


def test_the_registrar_concludes_nothing_before_the_holder_was_heard(stage: Stage, dispute: Dispute) -> None:
    """Rule 38."""
    dispute.notify()
    with stage.refused("WrongObjectionState", state=ObjectionState.NOTIFIED):
        dispute.conclude()


# ------------------------------------------------------------------------------------------------ both sides


def test_both_accept_one_after_the_other(dispute: Dispute) -> None:
    """SM-3."""
    dispute.concluded().accept(OBJECTOR)
    word = dispute.word
    assert (word.state, word.accepted) == (ObjectionState.CONCLUDED, OBJECTOR)
    assert word.run
    dispute.accept(HOLDER)
    assert (dispute.word.state, dispute.word.accepted, dispute.word.run) == (ObjectionState.ACCEPTED, BOTH, 0)


def test_both_accept_at_once(dispute: Dispute) -> None:
    assert dispute.accepted().word.state == ObjectionState.ACCEPTED


@pytest.mark.parametrize("sides", [0, 4, OBJECTOR, BOTH])
def test_a_side_accepts_once(stage: Stage, dispute: Dispute, sides: int) -> None:
    dispute.concluded().accept(OBJECTOR)
    with stage.refused("SideNotOpen", side=sides):
        dispute.accept(sides, by=[dispute.cast.objector.one, dispute.cast.holder.one])


def test_nobody_accepts_for_another(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rule 3: the objector's acceptance is entered by the pair, a holder's by nobody but itself."""
    dispute.concluded()
    registrar = cast.registrar
    for by in ([cast.holder.one], [registrar.reviewer], [registrar.approver]):
        with stage.refused("PairMissing", registrar=registrar):
            dispute.accept(OBJECTOR, by=by)
    for by in ([cast.objector.one], [*registrar.pair]):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
            dispute.accept(HOLDER, by=by)
    dispute.accept(OBJECTOR, by=registrar.pair)


@pytest.mark.parametrize("side", [OBJECTOR, HOLDER])
def test_a_side_rejects_and_the_time_to_sue_begins_anew(stage: Stage, dispute: Dispute, side: int) -> None:
    """SM-3."""
    dispute.concluded()
    stage.on("2026-08-20")
    line = dispute.reject(side).line("ConclusionRejected")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.run, word.limit) == (ObjectionState.REJECTED, day("2026-08-20"), 15)
    assert line["side"] == side
    with stage.refused("WrongObjectionState", state=ObjectionState.REJECTED):
        dispute.accept()


def test_a_rejection_comes_in_time(stage: Stage, dispute: Dispute) -> None:
    """Or it would begin the time to sue again and again."""
    dispute.concluded()
    stage.on("2026-09-02", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-09-01")):
        dispute.reject()


def test_who_accepted_does_not_reject(stage: Stage, dispute: Dispute) -> None:
    dispute.concluded().accept(OBJECTOR)
    with stage.refused("SideNotOpen", side=OBJECTOR):
        dispute.reject(OBJECTOR)
    dispute.reject(HOLDER)


@pytest.mark.parametrize("act", ["reject", "litigate"])
@pytest.mark.parametrize("side", [0, BOTH, 4])
def test_one_side_turns_a_dispute(stage: Stage, dispute: Dispute, act: str, side: int) -> None:
    dispute.concluded()
    with stage.refused("SideNotOpen", side=side):
        getattr(dispute, act)(side, by=[dispute.cast.objector.one, dispute.cast.holder.one])


@pytest.mark.parametrize("act", ["reject", "litigate"])
@pytest.mark.parametrize("side", [OBJECTOR, HOLDER])
def test_nobody_turns_a_dispute_for_another(stage: Stage, cast: Cast, dispute: Dispute, act: str, side: int) -> None:
    """Rule 3: one person of the registrar does not either; the pair enters it as receipt."""
    dispute.concluded()
    other = cast.holder if side == OBJECTOR else cast.objector
    for by in ([other.one], [cast.buyer.one], [cast.registrar.reviewer], [cast.registrar.approver]):
        with stage.refused("PairMissing", registrar=cast.registrar):
            getattr(dispute, act)(side, by=by)
    getattr(dispute, act)(side, by=cast.registrar.pair)


# ------------------------------------------------------------------------------------------------ a court


@pytest.mark.parametrize("rejected", [True, False])
def test_a_side_sues_in_time(stage: Stage, dispute: Dispute, rejected: bool) -> None:
    """SM-3: after the conclusion, or after its rejection."""
    dispute.concluded()
    if rejected:
        dispute.reject()
    stage.on("2026-09-01", "23:59")
    mark = stage.mark()
    line = dispute.litigate().line("ObjectionLitigated")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.run, line["side"], line["docket"]) == (ObjectionState.LITIGATION, 0, OBJECTOR, DOCUMENT)
    stage.rewind(mark)
    stage.on("2026-09-02", "00:00")
    with stage.refused("LimitPassed", lastDay=day("2026-09-01")):
        dispute.litigate()


@pytest.mark.parametrize("how", ["admitted", "accepted"])
def test_what_was_agreed_and_is_not_carried_out_is_sued_for_at_any_time(
    stage: Stage, dispute: Dispute, how: str
) -> None:
    """Rule 38."""
    getattr(dispute, how)()
    stage.on("2026-10-30")
    dispute.litigate()
    assert dispute.word.state == ObjectionState.LITIGATION


def test_nobody_sues_before_a_conclusion(stage: Stage, dispute: Dispute) -> None:
    with stage.refused("WrongObjectionState", state=ObjectionState.CONTESTED):
        dispute.contested().litigate()


@pytest.mark.parametrize("rejected", [True, False])
def test_when_nobody_sues_the_dispute_is_over(stage: Stage, dispute: Dispute, rejected: bool) -> None:
    """Rule 39: anybody records it, and the mark goes."""
    dispute.concluded()
    if rejected:
        dispute.reject()
    edition = dispute.head.edition
    stage.on("2026-09-01", "23:59")
    with stage.refused("TooEarly", lastDay=day("2026-09-01")):
        dispute.lapse()
    stage.on("2026-09-02", "00:00")
    line = dispute.lapse().line("ObjectionLapsed")
    assert (dispute.word.state, dispute.word.conclusion) == (ObjectionState.LAPSED, Conclusion.PARTLY)
    assert dispute.burden == line["burden"]
    assert dispute.burden.state == BurdenState.CLOSED
    assert (dispute.head.burdens, dispute.head.edition) == (0, edition + 1)


@pytest.mark.parametrize("state", ["notified", "admitted", "contested", "accepted", "litigated"])
def test_time_ends_no_dispute_that_somebody_works_on(stage: Stage, dispute: Dispute, state: str) -> None:
    """Rules 38, 39."""
    getattr(dispute, state)()
    stage.on("2026-12-30")
    with stage.refused("WrongObjectionState"):
        dispute.lapse()


# ------------------------------------------------------------------------------------------------ the end by agreement


def test_what_was_dismissed_and_accepted_stands(stage: Stage, dispute: Dispute) -> None:
    """Rules 38, 39."""
    dispute.accepted(Conclusion.DISMISSED)
    edition = dispute.head.edition
    line = dispute.resolve().line("ObjectionResolved")
    word = dispute.word
    assert word == line["objection"]
    assert (word.state, word.outcome, word.change, word.run) == (ObjectionState.RESOLVED, STANDS, 0, 0)
    assert (dispute.burden.state, dispute.burden.since) == (BurdenState.CLOSED, stage.now)
    assert dispute.head == line["head"]
    assert (dispute.head.burdens, dispute.head.edition) == (0, edition + 1)


def test_what_was_admitted_is_changed_by_a_case(stage: Stage, case: Procedure, dispute: Dispute) -> None:
    """Rule 38: the holder applies for it, and the objector hears that it was done."""
    dispute.admitted()
    later = Later(case)
    later.change()
    with stage.refused("ChangeNotDone", number=case.number):
        dispute.resolve(CHANGED, case.number)
    later.decided()
    later.complete_change(burdens=[dispute.number])
    dispute.resolve(CHANGED, case.number)
    assert (dispute.word.outcome, dispute.word.change) == (CHANGED, case.number)


def test_or_by_a_correction(stage: Stage, case: Procedure, dispute: Dispute) -> None:
    """Rule 38: whose line is named."""
    dispute.admitted()
    Later(case).correct(COLLECTED, burdens=[dispute.number])
    number = stage.journal(case.entry).lines
    dispute.resolve(CHANGED, number)
    assert dispute.word.change == number


def test_or_by_a_transfer_to_the_objector_who_agrees(
    stage: Stage, cast: Cast, case: Procedure, dispute: Dispute
) -> None:
    """Rules 38, 39: its own dispute does not stop it."""
    dispute.accepted(Conclusion.UPHELD)
    later = Later(case)
    later.transfer(to=cast.objector, by=[cast.holder.one, cast.objector.one])
    later.decided()
    later.complete_transfer(burdens=[dispute.number], by=[*case.keeper.pair, cast.objector.one])
    dispute.resolve(CHANGED, case.number)
    assert case.head.holder == (cast.objector.number,) * 3


def test_or_cancelled(stage: Stage, case: Procedure, dispute: Dispute) -> None:
    """Rule 38."""
    dispute.admitted()
    later = Later(case)
    later.cancel()
    later.decided()
    with stage.refused("ChangeNotDone", number=case.number):
        dispute.resolve(CANCELLED, case.number)
    later.complete_cancellation(burdens=[dispute.number])
    with stage.refused("ChangeNotDone", number=case.number):
        dispute.resolve(CHANGED, case.number)
    dispute.resolve(CANCELLED, case.number)
    assert (dispute.word.state, dispute.word.outcome) == (ObjectionState.RESOLVED, CANCELLED)


def test_a_change_of_another_kind_is_no_cancellation(stage: Stage, case: Procedure, dispute: Dispute) -> None:
    """Rule 38."""
    dispute.admitted()
    later = Later(case)
    later.change()
    later.decided().complete_change(burdens=[dispute.number])
    with stage.refused("ChangeNotDone"):
        dispute.resolve(CANCELLED, case.number)


def test_what_is_said_to_be_cancelled_is(stage: Stage, case: Procedure, dispute: Dispute) -> None:
    """Rule 38: whichever line is named, some right in dispute is cancelled."""
    dispute.admitted()
    Later(case).correct(COLLECTED, burdens=[dispute.number])
    with stage.refused("ChangeNotDone"):
        dispute.resolve(CANCELLED, stage.journal(case.entry).lines)


def test_what_was_done_before_the_objection_does_not_resolve_it(
    stage: Stage, case: Procedure, dispute: Dispute
) -> None:
    """Rule 38."""
    dispute.admitted()
    lines = stage.journal(case.entry).lines
    for number in (0, 1, case.number, dispute.number, lines + 1):
        with stage.refused("ChangeNotDone", number=number):
            dispute.resolve(CHANGED, number)


@pytest.mark.parametrize(
    "conclusion, outcome",
    [
        (Conclusion.DISMISSED, CHANGED),
        (Conclusion.DISMISSED, CANCELLED),
        (Conclusion.UPHELD, STANDS),
        (Conclusion.PARTLY, ObjectionOutcome.NONE),
        (Conclusion.PARTLY, 4),
    ],
)
def test_the_outcome_is_as_concluded(stage: Stage, dispute: Dispute, conclusion: int, outcome: int) -> None:
    """Rule 38."""
    with stage.refused("OutcomeNotFitting", outcome=outcome):
        dispute.accepted(Conclusion(conclusion)).resolve(outcome)


def test_what_was_admitted_does_not_stand(stage: Stage, dispute: Dispute) -> None:
    """Rule 38."""
    with stage.refused("OutcomeNotFitting", outcome=STANDS):
        dispute.admitted().resolve()


def test_what_stands_was_not_changed(stage: Stage, dispute: Dispute) -> None:
    dispute.accepted()
    number = stage.journal(dispute.case.entry).lines
    with stage.refused("ChangeNotDone", number=number):
        dispute.resolve(STANDS, number)


@pytest.mark.parametrize("state", ["notified", "contested", "concluded", "rejected", "litigated"])
def test_nobody_resolves_what_is_not_agreed(stage: Stage, dispute: Dispute, state: str) -> None:
    """Rule 38: then only an effective instrument decides."""
    getattr(dispute, state)()
    with stage.refused("WrongObjectionState"):
        dispute.resolve()


def test_a_resolution_takes_the_pair(stage: Stage, cast: Cast, dispute: Dispute) -> None:
    """Rule 3."""
    dispute.accepted()
    for by in ([cast.registrar.reviewer], [cast.registrar.approver], [cast.objector.one, cast.holder.one]):
        with stage.refused("PairMissing", registrar=cast.registrar):
            dispute.resolve(by=by)


# ------------------------------------------------------------------------------------------------ the end by an instrument


@pytest.mark.parametrize("state", ["notified", "contested", "concluded", "litigated"])
def test_an_instrument_ends_it_at_whatever_step(stage: Stage, cast: Cast, dispute: Dispute, state: str) -> None:
    """Rules 38, 116."""
    issuer = court(stage, cast, "court")
    getattr(dispute, state)()
    line = dispute.resolve_by_order(issuer).line("ObjectionResolvedByOrder")
    assert (dispute.word.state, dispute.word.outcome) == (ObjectionState.RESOLVED, STANDS)
    assert line["objection"] == dispute.word
    assert (dispute.burden.state, dispute.head.burdens) == (BurdenState.CLOSED, 0)


def test_an_instrument_that_gives_the_rights_away_is_executed_first(
    stage: Stage, cast: Cast, case: Procedure, dispute: Dispute
) -> None:
    """Rules 38, 116: its line is named."""
    issuer = court(stage, cast, "court")
    dispute.litigated()
    later = Later(case)
    later.execute_transfer(later.order(issuer), to=cast.objector, burdens=[dispute.number])
    number = stage.journal(case.entry).lines
    dispute.resolve_by_order(issuer, CHANGED, number)
    assert (dispute.word.outcome, dispute.word.change) == (CHANGED, number)


def test_or_cancels_them(stage: Stage, cast: Cast, case: Procedure, dispute: Dispute) -> None:
    """Rules 38, 116."""
    issuer = court(stage, cast, "court")
    dispute.litigated()
    later = Later(case)
    later.execute_cancellation(later.order(issuer), Right.OPERATE, burdens=[dispute.number])
    dispute.resolve_by_order(issuer, CANCELLED, stage.journal(case.entry).lines)
    assert dispute.word.outcome == CANCELLED


@pytest.mark.parametrize("outcome", [ObjectionOutcome.NONE, 4])
def test_an_instrument_has_an_outcome(stage: Stage, cast: Cast, dispute: Dispute, outcome: int) -> None:
    issuer = court(stage, cast, "court")
    with stage.refused("OutcomeNotFitting", outcome=outcome):
        dispute.litigated().resolve_by_order(issuer, outcome)


def test_it_is_an_effective_instrument_of_a_court_entered_by_the_pair(
    stage: Stage, cast: Cast, dispute: Dispute
) -> None:
    """Rules 3, 116."""
    issuer = court(stage, cast, "court")
    dispute.litigated()
    with stage.refused("NotAnIssuer", issuer=cast.buyer):
        dispute.resolve_by_order(cast.buyer)
    with stage.refused("InstrumentNotEffective"):
        dispute.resolve_by_order(issuer, effective=stage.now + 86_400)
    with stage.refused("PairMissing", registrar=cast.registrar):
        dispute.resolve_by_order(issuer, by=[cast.registrar.reviewer])


def test_what_is_not_complete_needs_no_instrument(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 39: there is no dispute yet."""
    dispute = Dispute.filed(case)
    with stage.refused("WrongObjectionState", state=ObjectionState.FILED):
        dispute.resolve_by_order(court(stage, cast, "court"))


# ------------------------------------------------------------------------------------------------ all along


STATES = ("notified", "admitted", "contested", "concluded", "accepted", "rejected", "litigated")


@pytest.mark.parametrize("state", STATES)
def test_the_objector_takes_it_back_at_any_time(stage: Stage, dispute: Dispute, state: str) -> None:
    """Rule 39: and the dispute is over."""
    getattr(dispute, state)()
    edition = dispute.head.edition
    dispute.withdraw()
    assert (dispute.word.state, dispute.word.run) == (ObjectionState.WITHDRAWN, 0)
    assert dispute.burden.state == BurdenState.CLOSED
    assert (dispute.head.burdens, dispute.head.edition) == (0, edition + 1)
    with stage.refused("WrongObjectionState", state=ObjectionState.WITHDRAWN):
        dispute.withdraw()


def test_taking_it_back_ends_mediation(dispute: Dispute) -> None:
    dispute.contested().investigate(ObjectionFlag.MEDIATING)
    dispute.withdraw()
    assert dispute.word.flags == ObjectionFlag(0)


def test_an_objection_in_a_notice_takes_none_of_these_steps(stage: Stage, cast: Cast) -> None:
    """Rules 27, 38."""
    case = Procedure(stage, cast).in_notice()
    dispute = Dispute(case, case.object_in_notice().line("NoticeObjected").number)
    for step in (dispute.find_incomplete, dispute.notify, dispute.conclude, dispute.resolve, dispute.lapse):
        with stage.refused("WrongObjectionState"):
            step()


def test_no_step_is_dated_before_the_one_before(stage: Stage, dispute: Dispute) -> None:
    """Rule 124."""
    stage.on("2026-08-12")
    dispute.notify()
    with stage.refused("OutOfOrder"):
        dispute.respond(at=instant("2026-08-11", "12:00"))


PAPERS: dict[str, tuple[str, tuple[int, ...]]] = {
    "notifyHolder": ("", ()),
    "respond": ("notified", (HolderResponse.CONTEST,)),
    "investigate": ("contested", (0,)),
    "conclude": ("contested", (Conclusion.PARTLY,)),
    "acceptConclusion": ("concluded", (BOTH,)),
    "rejectConclusion": ("concluded", (HOLDER,)),
    "litigate": ("concluded", (OBJECTOR,)),
    "resolveObjection": ("accepted", (STANDS, 0)),
}


@pytest.mark.parametrize("act", PAPERS)
def test_every_step_has_papers(stage: Stage, cast: Cast, dispute: Dispute, act: str) -> None:
    """Rule 123."""
    state, codes = PAPERS[act]
    if state:
        getattr(dispute, state)()
    signers: list[Any] = [*cast.registrar.pair, cast.holder.one, cast.objector.one]
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            stage.file(signers, [(act, dispute.case.entry, dispute.number, *codes, alg, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(signers, [(act, dispute.case.entry, dispute.number, *codes, SHA256, bytes(32))])
