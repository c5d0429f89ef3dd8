"""注销: by the holder, with every burden listed; who still uses the data under a licence has said that it knows."""

from ledger_api.domain.words import BurdenKind, CaseKind, CaseState, Effect, LicenceState, Power, Right, SlotStatus
from tests.contracts.burdening import Burdening
from tests.contracts.circumstances import mandate
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import NO_DOCUMENT
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day


def test_the_holder_cancels_rights(cast: Cast, later: Later) -> None:
    """Rule 7: the slot remembers whose the right was."""
    before = later.head
    applied = later.cancel(Right.HOLD | Right.USE).line("CancellationApplied")
    assert applied["kase"].kind is CaseKind.CANCELLATION
    line = later.decided(passed=Right.HOLD | Right.USE).complete_cancellation().line("Cancelled")
    assert later.head.status == (SlotStatus.CANCELLED, SlotStatus.CANCELLED, SlotStatus.ACTIVE)
    assert (later.head.holder, later.head.edition) == (before.holder, before.edition + 1)
    assert (line["head"], line["kase"]) == (later.head, later.case.case)
    assert later.case.case.state is CaseState.ANCHORED


def test_only_what_passed_is_cancelled(later: Later) -> None:
    later.cancel()
    later.decided(passed=Right.USE).complete_cancellation()
    assert later.head.status == (SlotStatus.ACTIVE, SlotStatus.CANCELLED, SlotStatus.ACTIVE)


def test_its_last_holder_may_register_it_again(later: Later) -> None:
    """Rule 11: where its burdens are."""
    later.cancel(Right.USE)
    later.decided(passed=Right.USE).complete_cancellation()
    later.case.submit(asked=Right.USE)


def test_a_cancellation_has_no_credential(stage: Stage, later: Later) -> None:
    """Rule 30: there is nothing to show one for."""
    later.cancel()
    later.decided().complete_cancellation()
    with stage.refused("WrongCaseKind", kind=CaseKind.CANCELLATION):
        later.case.issue("SJ3312026090001")


def test_the_holder_must_be_able_to_dispose(stage: Stage, cast: Cast, later: Later) -> None:
    mandate(stage, cast.holder, cast.maker, Power.FILE)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
        later.cancel(by=[cast.maker.one])


def test_nobody_else_cancels(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 116."""
    with stage.refused("NotTheHolder", holder=cast.holder):
        later.cancel(applicant=cast.second.number, by=[cast.second.one])


def test_what_is_cancelled_is_not_cancelled_again(stage: Stage, later: Later) -> None:
    """Rule 28."""
    later.cancel(Right.USE)
    later.decided(passed=Right.USE).complete_cancellation()
    with stage.refused("RightNotLive", right=1):
        later.cancel(Right.USE)


@NO_DOCUMENT
def test_an_application_is_there(stage: Stage, later: Later, alg: int, document: bytes, error: str) -> None:
    """Rule 123."""
    with stage.refused(error):
        stage.file(later.case.hands, [("applyCancellation", later.entry, later.kase(), alg, document)])


def test_completing_takes_the_pair(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 3."""
    later.cancel()
    later.decided()
    with stage.refused("PairMissing"):
        later.complete_cancellation(by=[cast.registrar.approver])


# -------------------------------------------------------------------------------------------- burdens


def test_a_burden_that_forbids_it_stops_it(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 39: until its party agrees; one that forbids other things does not."""
    pledge = burdening.lay(
        later.entry, BurdenKind.SECURITY, cast.second, effects=Effect.CANCEL, waivable=1, rights=Right.OPERATE
    )
    clause = burdening.lay(later.entry, BurdenKind.CLAUSE, cast.second, effects=~Effect.CANCEL)
    later.cancel()
    later.decided()
    with stage.refused("Burdened", number=pledge):
        later.complete_cancellation(burdens=[pledge, clause])
    later.complete_cancellation(burdens=[pledge, clause], by=[*cast.registrar.pair, cast.second.one])
    assert later.head.burdens == 2


def test_every_burden_is_listed(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 39."""
    burdening.lay(later.entry, BurdenKind.CLAUSE, cast.second, effects=Effect.LEASE)
    later.cancel()
    later.decided()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        later.complete_cancellation()


# -------------------------------------------------------------------------------------------- licences


def test_whose_licence_is_in_force_acknowledges(stage: Stage, cast: Cast, later: Later) -> None:
    number = Deals(later.case).granted()
    later.cancel()
    later.decided()
    with stage.refused("LicenceListIncomplete", listed=0, unclosed=1):
        later.complete_cancellation()
    with stage.refused("LicenceInForce", number=number):
        later.complete_cancellation(licences=[number])
    later.complete_cancellation(licences=[number], by=[*cast.registrar.pair, cast.maker.one])


def test_a_suspended_licence_is_in_force_too(stage: Stage, later: Later) -> None:
    deals = Deals(later.case)
    number = deals.granted()
    deals.suspend(number)
    later.cancel()
    later.decided()
    with stage.refused("LicenceInForce", number=number):
        later.complete_cancellation(licences=[number])


def test_an_ended_one_and_a_closed_one_need_nobody(later: Later) -> None:
    deals = Deals(later.case)
    ended, closed = deals.granted(delete_within=30), deals.granted()
    for number in (ended, closed):
        deals.end(number)
    deals.close(closed)
    later.cancel()
    later.decided().complete_cancellation(licences=[ended, closed])
    assert deals.licence(ended).state is LicenceState.ENDED
    assert later.head.licences == 1


def test_nor_does_one_that_expired(stage: Stage, later: Later) -> None:
    """Rule 124: by legal time and by block time; on its last day it is in force."""
    number = Deals(later.case).granted(end=day("2026-09-10"))
    later.cancel()
    later.decided("2026-09-10")
    for at in (0, stage.now + 600):
        with stage.refused("LicenceInForce", number=number):
            later.complete_cancellation(licences=[number], at=at)
    stage.on("2026-09-10", "23:55")
    with stage.refused("LicenceInForce", number=number):
        later.complete_cancellation(licences=[number], at=stage.now + 600)
    stage.on("2026-09-11", "00:05")
    with stage.refused("LicenceInForce", number=number):
        later.complete_cancellation(licences=[number], at=stage.now - 600)
    later.complete_cancellation(licences=[number])


def test_licences_are_of_the_right_to_operate(later: Later) -> None:
    """Rule 43: without it nobody loses anything by the end of the others."""
    Deals(later.case).granted()
    later.cancel(Right.HOLD)
    later.decided(passed=Right.HOLD).complete_cancellation()
