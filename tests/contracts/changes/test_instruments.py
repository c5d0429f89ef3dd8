"""Instruments against the holder's will: the registrar's pair executes what a court or an authority decided. (rules 36, 38, 116)"""

from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    BurdenState,
    Effect,
    Right,
    Role,
    SlotStatus,
)
from tests.contracts.burdening import Burdening
from tests.contracts.circumstances import another_registrar, identity_expires, join, suspend_accreditation
from tests.contracts.later import NOT_WHOLE, NOTICE, Later
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Player, Stage, enter

EACH = pytest.mark.parametrize("act", ["execute_transfer", "execute_cancellation"])


def test_an_instrument_gives_rights_to_another(stage: Stage, cast: Cast, later: Later, court: Player) -> None:
    """Rule 116: without the holder, whose other rights stay."""
    before = later.head
    order = later.order(court)
    line = later.execute_transfer(order, Right.OPERATE).line("TransferExecuted")
    assert later.head.holder == (cast.holder.number, cast.holder.number, cast.second.number)
    assert (later.head.until, later.head.edition) == (before.until, before.edition + 1)
    assert (line["head"], line["rights"], line["transferee"]) == (later.head, Right.OPERATE, cast.second.number)
    assert next(iter(line["order"].values() if isinstance(line["order"], dict) else line["order"])) == court.number
    assert line["ref"] == line.number


def test_an_instrument_ends_rights(cast: Cast, later: Later, court: Player) -> None:
    """Rules 36, 116: the former holder was told in writing; the slot remembers whose it was."""
    line = later.execute_cancellation(later.order(court), Right.USE).line("CancellationExecuted")
    assert later.head.status == (SlotStatus.ACTIVE, SlotStatus.CANCELLED, SlotStatus.ACTIVE)
    assert later.head.holder == (cast.holder.number,) * 3
    assert (line["head"], line["rights"], line["notice"]) == (later.head, Right.USE, NOTICE)


def test_no_cancellation_without_written_notice(stage: Stage, later: Later, court: Player) -> None:
    """Rule 36."""
    with stage.refused("DigestMissing"):
        later.execute_cancellation(later.order(court), notice=bytes(32))


def test_an_authority_s_instrument_counts_too(cast: Cast, later: Later) -> None:
    """Rule 116: an authority may be the issuer."""
    later.execute_cancellation(later.order(cast.regulator))
    assert later.head.status == (SlotStatus.CANCELLED,) * 3


@EACH
def test_nobody_else_gives_orders(stage: Stage, cast: Cast, later: Later, act: str) -> None:
    """Rule 116."""
    with stage.refused("NotAnIssuer", issuer=cast.objector):
        getattr(later, act)(later.order(cast.objector))


@EACH
@NOT_WHOLE
def test_the_instrument_is_whole(
    stage: Stage, later: Later, court: Player, act: str, parts: dict[str, Any], error: str
) -> None:
    """Rules 116, 123."""
    with stage.refused(error):
        getattr(later, act)(later.order(court, **parts))


@pytest.mark.parametrize("part, error", [("effective", "InstrumentNotEffective"), ("served", "InstrumentNotValid")])
def test_it_is_effective_and_served(stage: Stage, later: Later, court: Player, part: str, error: str) -> None:
    """Rule 116: by the legal time at which it is executed, to the second."""
    at = stage.now + 60
    with stage.refused(error):
        later.execute_transfer(later.order(court, **{part: at + 1}), at=at)
    later.execute_transfer(later.order(court, **{part: at}), at=at)


@EACH
def test_executing_takes_the_pair_of_the_entrys_registrar(
    stage: Stage, cast: Cast, later: Later, court: Player, act: str
) -> None:
    """Rules 3, 116: two persons, and of no other registrar."""
    other = another_registrar(stage, cast)
    for by in ([cast.registrar.approver], other.pair):
        with stage.refused("PairMissing", registrar=cast.registrar):
            getattr(later, act)(later.order(court), by=by)


@EACH
def test_a_suspended_registrar_executes_nothing(
    stage: Stage, cast: Cast, later: Later, court: Player, act: str
) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited"):
        getattr(later, act)(later.order(court))


@EACH
@pytest.mark.parametrize("rights", [0, 8])
def test_it_is_about_some_of_three_rights(stage: Stage, later: Later, court: Player, act: str, rights: int) -> None:
    with stage.refused("NothingAsked"):
        getattr(later, act)(later.order(court), rights)


@EACH
def test_only_rights_in_force_are_given_or_ended(stage: Stage, cast: Cast, court: Player, act: str) -> None:
    """Rule 28: one that was never registered, and one that lapsed."""
    later = Later(Procedure(stage, cast).registered(asked=Right.USE))
    with stage.refused("RightNotLive", right=0):
        getattr(later, act)(later.order(court), Right.HOLD | Right.USE)
    stage.on("2031-08-20")
    with stage.refused("RightNotLive", right=1):
        getattr(later, act)(later.order(court), Right.USE)


@EACH
def test_an_entry_never_registered_has_no_registrar_to_do_it(stage: Stage, cast: Cast, court: Player, act: str) -> None:
    later = Later(Procedure(stage, cast).opened())
    with stage.refused("NoSuchParty"):
        getattr(later, act)(later.order(court))


def test_the_registrar_gets_nothing_by_it(stage: Stage, cast: Cast, later: Later, court: Player) -> None:
    """Rule 2."""
    with stage.refused("RegistrarTakesPart", registrar=cast.registrar):
        later.execute_transfer(later.order(court), to=cast.registrar)


def test_nor_as_a_member_of_a_joint_holding(stage: Stage, cast: Cast, court: Player) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    later = Later(Procedure(stage, cast, registrar=registrar).registered())
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        later.execute_transfer(later.order(court), to=join(stage, [registrar, cast.second]))


def test_nor_does_one_who_has_it_already(stage: Stage, cast: Cast, later: Later, court: Player) -> None:
    """Rule 35: whoever holds one of the rights is given none of them twice."""
    later.execute_transfer(later.order(court), Right.USE)
    with stage.refused("TransfereeHolds", transferee=cast.second):
        later.execute_transfer(later.order(court), Right.USE | Right.OPERATE)
    later.execute_transfer(later.order(court), Right.HOLD | Right.OPERATE)


def test_nor_one_whose_identity_expired(stage: Stage, cast: Cast, later: Later, court: Player) -> None:
    """Rule 1."""
    identity_expires(stage, cast, cast.second)
    with stage.refused("IdentityExpired", party=cast.second):
        later.execute_transfer(later.order(court))


# -------------------------------------------------------------------------------------------- burdens


@EACH
def test_a_dispute_does_not_stop_what_ends_it(later: Later, court: Player, act: str) -> None:
    """Rule 38: unresolved, only an instrument changes the entry; and it does. Burdens stay."""
    number = later.case.disputed()
    getattr(later, act)(later.order(court), burdens=[number])
    assert later.head.burdens == 1


@EACH
def test_every_burden_is_listed(stage: Stage, later: Later, court: Player, act: str) -> None:
    """Rule 38: whoever executes has seen them all."""
    later.case.disputed()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        getattr(later, act)(later.order(court))


@EACH
@pytest.mark.parametrize("kind", [BurdenKind.COURT_ORDER, BurdenKind.CONTROL])
def test_another_s_order_stops_it(
    stage: Stage, cast: Cast, later: Later, court: Player, burdening: Burdening, act: str, kind: BurdenKind
) -> None:
    """Rule 116: an instrument stands in the place of the holder's will, not of another court's."""
    first = enter(stage, cast.operator, "first court", Role.COURT, {}, 410)
    number = burdening.lay(later.entry, kind, first)
    with stage.refused("Burdened", number=number, kind=kind):
        getattr(later, act)(later.order(court), burdens=[number])
    getattr(later, act)(later.order(first), burdens=[number])


WRONG = {"execute_transfer": Effect.CANCEL, "execute_cancellation": Effect.TRANSFER}


@EACH
@pytest.mark.parametrize(
    "changes",
    [
        {"state": BurdenState.QUEUED},
        {"state": BurdenState.CLOSED},
        {"rights": Right.HOLD},
        {"effects": None},
        {"kind": BurdenKind.SECURITY},
    ],
    ids=["queued", "closed", "another right", "another effect", "a security"],
)
def test_an_order_that_does_not_touch_it_does_not(
    cast: Cast, later: Later, court: Player, burdening: Burdening, act: str, changes: dict[str, Any]
) -> None:
    """Rules 114, 116: one that waits its turn forbids nothing yet; the security stays, whoever holds the right."""
    changes = {"kind": BurdenKind.COURT_ORDER} | changes
    if "effects" in changes:
        changes["effects"] = WRONG[act]
    number = burdening.lay(later.entry, changes.pop("kind"), cast.regulator, **changes)
    getattr(later, act)(later.order(court), Right.OPERATE, burdens=[number])
