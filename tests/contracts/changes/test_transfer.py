"""转让: both sides apply, the pair completes; the slot changes hands in place, burdens and licences stay."""

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    BurdenState,
    CaseKind,
    CaseState,
    Effect,
    Power,
    Refusal,
    Right,
    SlotStatus,
)
from tests.contracts.burdening import Burdening
from tests.contracts.circumstances import another_registrar, identity_expires, join, mandate
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day


def test_rights_change_hands_in_place(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: the transferor keeps nothing of what moves; validity, registrar and facts stay."""
    before = later.head
    applied = later.transfer().line("TransferApplied")
    assert (applied["kase"].kind, applied["kase"].applicant) == (CaseKind.TRANSFER, cast.holder.number)
    assert later.transfer_word.transferee == applied["transfer"].transferee == cast.second.number
    done = later.decided().complete_transfer().line("Transferred")
    assert later.head.holder == (cast.second.number,) * 3
    assert (later.head.until, later.head.status, later.head.registrar) == (
        before.until,
        (SlotStatus.ACTIVE,) * 3,
        before.registrar,
    )
    assert later.head.edition == before.edition + 1
    assert (done["head"], done["kase"]) == (later.head, later.case.case)
    assert later.case.case.state is CaseState.ANCHORED


def test_some_rights_may_move_and_others_stay(cast: Cast, later: Later) -> None:
    """Rule 34: partial by right."""
    later.transfer(Right.USE)
    later.decided(passed=Right.USE).complete_transfer()
    assert later.head.holder == (cast.holder.number, cast.second.number, cast.holder.number)


def test_a_credential_is_issued_for_the_new_holder(later: Later) -> None:
    """Rule 34: the credential is adjusted."""
    later.transfer()
    later.decided().complete_transfer()
    later.case.issue("SJ3312026090001")
    assert later.case.case.state is CaseState.CREDENTIALED


@pytest.mark.parametrize("who", ["holder", "second"])
def test_one_side_alone_applies_for_nothing(stage: Stage, cast: Cast, later: Later, who: str) -> None:
    """Rule 34: jointly."""
    other = {"holder": cast.second, "second": cast.holder}[who]
    with stage.refused("AssentMissing", party=other, power=Power.FILE):
        later.transfer(by=[getattr(cast, who).one])


def test_the_transferor_must_be_able_to_dispose(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: filing is not disposing."""
    mandate(stage, cast.holder, cast.maker, Power.FILE)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
        later.transfer(by=[cast.maker.one, cast.second.one])


def test_only_a_right_that_the_transferor_holds_moves(stage: Stage, cast: Cast, later: Later) -> None:
    with stage.refused("NotTheHolder", right=0, holder=cast.holder):
        later.transfer(applicant=cast.second.number, to=cast.maker, by=[cast.second.one, cast.maker.one])


def test_a_lapsed_right_does_not_move(stage: Stage, later: Later) -> None:
    """Rule 28."""
    stage.on("2031-08-20")
    with stage.refused("RightNotLive", right=0):
        later.transfer()


def test_nor_by_a_legal_time_before_its_end(stage: Stage, later: Later) -> None:
    """Rule 28: over by block time is over."""
    stage.on("2031-08-20", "00:05")
    with stage.refused("RightNotLive", right=0):
        later.transfer(at=stage.now - 600)


def test_nor_by_a_legal_time_after_it(stage: Stage, later: Later) -> None:
    """Rule 28: over by legal time is over."""
    stage.on("2031-08-19", "23:55")
    with stage.refused("RightNotLive", right=0):
        later.transfer(at=stage.now + 600)


def test_nothing_is_transferred_to_whoever_has_it(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 35: what is kept is no transfer."""
    with stage.refused("TransfereeHolds", transferee=cast.holder):
        later.transfer(to=cast.holder)


def test_the_registrar_is_no_transferee(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 2."""
    with stage.refused("RegistrarTakesPart", registrar=cast.registrar):
        later.transfer(to=cast.registrar, by=[cast.holder.one])


def test_nor_as_a_member_of_a_joint_holding(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    later = Later(Procedure(stage, cast, registrar=registrar).registered())
    joint = join(stage, [registrar, cast.second], quorum=(5_000,) * 4)
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        later.transfer(to=joint, by=[cast.holder.one, cast.second.one])


def test_nor_its_officer_the_transferees_agent(stage: Stage, cast: Cast) -> None:
    """Rule 2: neither in the application nor in accepting the rights."""
    registrar = another_registrar(stage, cast)
    later = Later(Procedure(stage, cast, registrar=registrar).registered())
    mandate(stage, cast.second, registrar, Power.FILE | Power.ACCEPT)
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        later.transfer(by=[cast.holder.one, registrar.reviewer])
    later.transfer()
    later.decided()
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        later.complete_transfer(by=registrar.pair)


def test_another_registrar_takes_no_case_of_the_entry(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 31."""
    other = another_registrar(stage, cast)
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        later.transfer(registrar=other.number)


def test_the_case_says_only_what_an_applicant_may_say(stage: Stage, later: Later) -> None:
    with stage.refused("ClaimNotValid"):
        later.transfer(passed=ALL)


def test_some_right_is_asked_for(stage: Stage, later: Later) -> None:
    with stage.refused("NothingAsked"):
        later.transfer(0)


@pytest.mark.parametrize(
    "alg, document, error", [(0, DOCUMENT, "UnknownAlgorithm"), (SHA256, bytes(32), "DigestMissing")]
)
def test_application_and_acknowledgement_are_there(
    stage: Stage, cast: Cast, later: Later, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    terms = (later.entry, later.kase(), cast.second, alg, document)
    with stage.refused(error):
        stage.file(later.both, [("applyTransfer", *terms)])
    later.transfer()
    later.decided()
    with stage.refused(error):
        later.complete_transfer(alg=alg, national=document)


# -------------------------------------------------------------------------------------------- on the way


def test_both_sides_withdraw(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: what both applied for one does not take back."""
    later.transfer()
    for who, missing in ((cast.holder, cast.second), (cast.second, cast.holder)):
        with stage.refused("AssentMissing", party=missing, power=Power.FILE):
            later.case.withdraw(by=[who.one])
    later.case.withdraw(by=later.both)
    assert later.case.case.state is CaseState.WITHDRAWN


def test_both_sides_hand_in_again(stage: Stage, cast: Cast, later: Later) -> None:
    """Rules 22, 34."""
    later.transfer()
    later.case.request_correction("2026-08-28")
    with stage.refused("AssentMissing", party=cast.second, power=Power.FILE):
        later.reapply(by=[cast.holder.one])
    stage.on("2026-08-28")
    later.reapply(by=later.both)
    assert (later.case.case.state, later.case.case.submitted) == (CaseState.SUBMITTED, day("2026-08-28"))


def test_not_after_the_last_day(stage: Stage, later: Later) -> None:
    """Rule 22."""
    later.transfer()
    later.case.request_correction("2026-08-28")
    stage.on("2026-08-29")
    with stage.refused("LimitPassed", lastDay=day("2026-08-28")):
        later.reapply(by=later.both)


def test_only_a_case_to_be_corrected_is_handed_in_again(stage: Stage, later: Later) -> None:
    """Rule 22."""
    later.transfer()
    with stage.refused("WrongCaseState", state=CaseState.SUBMITTED):
        later.reapply(by=later.both)


def test_a_transfer_says_nothing_of_the_data(stage: Stage, later: Later) -> None:
    later.transfer()
    later.case.request_correction("2026-08-28")
    with stage.refused("ClaimNotValid"):
        later.reapply(COLLECTED, by=later.both)


def test_an_initial_case_is_handed_in_again_as_such(stage: Stage, cast: Cast, later: Later) -> None:
    other = Later(Procedure(stage, cast, root=b"\1" * 32).submitted())
    other.case.request_correction("2026-08-28")
    with stage.refused("WrongCaseKind", kind=CaseKind.INITIAL):
        other.reapply()
    later.transfer()
    later.case.request_correction("2026-08-28")
    with stage.refused("WrongCaseKind", kind=CaseKind.TRANSFER):
        later.case.resubmit()


def test_it_may_be_declined(later: Later) -> None:
    later.transfer()
    later.case.accept()
    later.case.decline(Refusal.OWNERSHIP_DISPUTE)
    assert later.case.case.state is CaseState.REFUSED


# -------------------------------------------------------------------------------------------- completion


def test_a_transfer_is_completed_as_one(stage: Stage, later: Later) -> None:
    later.transfer()
    later.decided()
    with stage.refused("WrongCaseKind", kind=CaseKind.TRANSFER):
        later.case.anchor(siblings=[later.entry])
    with stage.refused("WrongCaseKind", kind=CaseKind.TRANSFER):
        later.complete_change()
    with stage.refused("WrongCaseKind", kind=CaseKind.TRANSFER):
        later.complete_renewal("2031-08-19")
    with stage.refused("WrongCaseKind", kind=CaseKind.TRANSFER):
        later.complete_cancellation()


def test_an_initial_case_is_no_transfer(stage: Stage, cast: Cast) -> None:
    later = Later(Procedure(stage, cast).submitted())
    later.decided()
    with stage.refused("WrongCaseKind", kind=CaseKind.INITIAL):
        later.complete_transfer()


def test_completing_takes_the_pair(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 3: the reviewer who accepted does not approve, and one officer is no pair."""
    later.transfer()
    later.decided()
    with stage.refused("PairMissing", registrar=cast.registrar):
        later.complete_transfer(by=[cast.registrar.approver, cast.second.one])


def test_the_transferee_accepts(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: it acknowledges what it takes over, at the moment it does."""
    later.transfer()
    later.decided()
    with stage.refused("AssentMissing", party=cast.second, power=Power.ACCEPT):
        later.complete_transfer(by=cast.registrar.pair)


@pytest.mark.parametrize("who", ["holder", "second"])
def test_whose_identity_expired_neither_gives_nor_gets(stage: Stage, cast: Cast, later: Later, who: str) -> None:
    """Rule 1."""
    later.transfer()
    later.decided()
    player = getattr(cast, who)
    identity_expires(stage, cast, player)
    with stage.refused("IdentityExpired", party=player):
        later.complete_transfer()


def test_not_before_the_notice_is_over(stage: Stage, later: Later) -> None:
    """Rule 25: published 20 August, over on the 27th."""
    later.transfer()
    later.decided("2026-08-27")
    with stage.refused("NoticeOpen", lastDay=day("2026-08-27")):
        later.complete_transfer()
    stage.on("2026-08-28")
    later.complete_transfer()


def test_not_while_somebody_objects(stage: Stage, later: Later) -> None:
    """Rule 26."""
    later.transfer()
    later.case.accept()
    later.case.publish()
    later.case.object_in_notice()
    stage.on("2026-08-28")
    with stage.refused("ObjectionsOpen", count=1):
        later.complete_transfer()


def test_what_was_agreed_on_passes_as_a_whole(stage: Stage, later: Later) -> None:
    """Rule 34: neither side signed for a part."""
    later.transfer()
    later.decided(passed=Right.HOLD)
    with stage.refused("PassedNotAsked", passed=Right.HOLD):
        later.complete_transfer()


def test_whoever_lost_the_right_meanwhile_transfers_nothing(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: of two cases the second to be completed finds nothing."""
    later.transfer()
    first = later.case.number
    later.transfer(to=cast.maker, by=[cast.holder.one, cast.maker.one])
    second = later.case.number
    for number in (first, second):
        later.case.number = number
        later.case.accept()
        later.case.publish()
    stage.on("2026-08-28")
    later.case.number = first
    later.complete_transfer()
    later.case.number = second
    with stage.refused("NotTheHolder", right=0, holder=cast.second):
        later.complete_transfer(by=[*cast.registrar.pair, cast.maker.one])


# -------------------------------------------------------------------------------------------- burdens and licences


def test_a_dispute_stops_it_until_the_objector_agrees(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 39."""
    later.transfer()
    number = later.case.disputed(Right.USE)
    later.decided()
    with stage.refused("Burdened", number=number, kind=BurdenKind.DISPUTE):
        later.complete_transfer(burdens=[number])
    later.complete_transfer(burdens=[number], by=[*cast.registrar.pair, cast.second.one, cast.objector.one])
    assert later.head.burdens == 1


def test_a_dispute_about_another_right_does_not(stage: Stage, later: Later) -> None:
    """Rule 39."""
    later.transfer(Right.HOLD)
    number = later.case.disputed(Right.USE)
    later.decided(passed=Right.HOLD).complete_transfer(burdens=[number])
    assert later.head.holder[1] != later.head.holder[0]


def test_every_burden_is_listed(stage: Stage, later: Later) -> None:
    """Rule 39."""
    later.transfer()
    later.case.disputed(Right.USE)
    later.decided()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        later.complete_transfer()


def test_licences_follow_and_the_transferee_knows_each(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: the list is proved complete by the number in the head."""
    number = Deals(later.case).granted()
    later.transfer()
    later.decided()
    with stage.refused("LicenceListIncomplete", listed=0, unclosed=1):
        later.complete_transfer()
    later.complete_transfer(licences=[number])
    assert later.head.licences == 1
    assert later.head.holder[2] == cast.second.number


def test_the_licensor_is_whoever_holds_the_right_now(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 34: the former holder suspends nothing any more."""
    deals = Deals(later.case)
    number = deals.granted()
    later.transfer()
    later.decided().complete_transfer(licences=[number])
    with stage.refused("AssentMissing"):
        deals.suspend(number, by=[cast.holder.one])
    deals.suspend(number, by=[cast.second.one])


@pytest.mark.parametrize("state", [BurdenState.OPEN, BurdenState.QUEUED])
def test_title_goes_to_no_creditor(
    stage: Stage, cast: Cast, later: Later, burdening: Burdening, state: BurdenState
) -> None:
    """Rule 65: not even one whose security forbids no transfer and lies on another right."""
    number = burdening.lay(
        later.entry, BurdenKind.SECURITY, cast.second, rights=Right.OPERATE, effects=Effect.PLEDGE, state=state
    )
    later.transfer(Right.HOLD)
    later.decided(passed=Right.HOLD)
    with stage.refused("TitleToCreditor", number=number):
        later.complete_transfer(burdens=[number])


def test_nor_to_a_joint_holding_it_is_a_member_of(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 65."""
    number = burdening.lay(later.entry, BurdenKind.SECURITY, cast.second, effects=Effect.PLEDGE)
    joint = join(stage, [cast.second, cast.maker])
    signs = [cast.second.one, cast.maker.one]
    later.transfer(to=joint, by=[cast.holder.one, *signs])
    later.decided()
    with stage.refused("TitleToCreditor", number=number):
        later.complete_transfer(burdens=[number], by=[*cast.registrar.pair, *signs])


def test_nor_to_a_member_of_a_joint_creditor(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 65."""
    joint = join(stage, [cast.second, cast.maker])
    number = burdening.lay(later.entry, BurdenKind.SECURITY, joint, effects=Effect.PLEDGE)
    later.transfer()
    later.decided()
    with stage.refused("TitleToCreditor", number=number):
        later.complete_transfer(burdens=[number])


def test_a_closed_security_and_anothers_stop_nobody(cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 65: released is released, and the pledgee that is not the transferee has its own effects."""
    closed = burdening.lay(later.entry, BurdenKind.SECURITY, cast.second, state=BurdenState.CLOSED)
    other = burdening.lay(later.entry, BurdenKind.SECURITY, cast.maker, effects=Effect.PLEDGE)
    lease = burdening.lay(later.entry, BurdenKind.LEASE, cast.second, effects=Effect.PLEDGE)
    later.transfer()
    later.decided().complete_transfer(burdens=[closed, other, lease])
    assert later.head.holder == (cast.second.number,) * 3
