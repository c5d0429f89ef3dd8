"""What a holder agrees to: restrictions, negative pledges, priority notices (rules 74, 75); and marks of the registrar (rule 29)."""

import pytest

from ledger_api.domain.words import BurdenKind, BurdenState, Effect, LicenceKind, Right
from tests.contracts.burdened import EVERYTHING, Orders
from tests.contracts.circumstances import identity_expires
from tests.contracts.deals import Deals
from tests.contracts.pen import write
from tests.contracts.procedure import NO_DOCUMENT
from tests.contracts.stage.stage import day


def test_a_registered_restriction_stops_what_it_forbids(orders: Orders, deals: Deals) -> None:
    """Rule 74."""
    number = orders.clause_number(effects=Effect.LICENCE_EXCLUSIVE)
    burden = orders.burden(number)
    assert (burden.kind, burden.party, burden.grantor, burden.waivable, burden.until) == (
        BurdenKind.CLAUSE, orders.cast.second.number, orders.cast.holder.number, 1, 0,
    )  # fmt: skip
    deals.grant(burdens=[number])
    with orders.stage.refused("Burdened", number=number):
        deals.grant(burdens=[number], licences=[number + 1], kind=LicenceKind.EXCLUSIVE)


def test_its_beneficiary_waives_it_by_signing(orders: Orders, deals: Deals) -> None:
    """Rule 74."""
    number = orders.clause_number(effects=Effect.LICENCE_ORDINARY)
    recorder = orders.cast.exchange.recorder
    deals.grant(burdens=[number], by=[*deals.parties, recorder, orders.cast.second.one])
    with orders.stage.refused("Burdened"):
        deals.grant(burdens=[number], by=[*deals.parties, recorder, orders.cast.buyer.one])


def test_a_negative_pledge_is_such_a_restriction(orders: Orders) -> None:
    """Rule 75."""
    before = orders.head.edition
    assert orders.burden(orders.clause_number(effects=Effect.PLEDGE)).effects == Effect.PLEDGE
    assert (orders.head.burdens, orders.head.edition) == (1, before + 1)


def test_a_restriction_takes_the_holder(orders: Orders) -> None:
    for by in ([orders.cast.second.one], [*orders.cast.registrar.pair]):
        with orders.stage.refused("AssentMissing", party=orders.cast.holder.number):
            orders.clause(by=by)
        with orders.stage.refused("AssentMissing", party=orders.cast.holder.number):
            orders.priority(by=by)


@pytest.mark.parametrize("effects", [0, Effect.PAYMENT, Effect.ENFORCE, Effect.TRANSFER | Effect.ENFORCE, 1 << 10])
def test_nobody_forbids_what_others_have_a_right_to(orders: Orders, effects: int) -> None:
    with orders.stage.refused("EffectsNotForbidden"):
        orders.clause(effects=effects)


def test_a_restriction_is_for_somebody_else_who_exists(orders: Orders) -> None:
    with orders.stage.refused("BeneficiaryIsHolder"):
        orders.clause(beneficiary=orders.cast.holder)
    identity_expires(orders.stage, orders.cast, orders.cast.second)
    with orders.stage.refused("IdentityExpired"):
        orders.clause()


def test_only_live_rights_are_restricted(orders: Orders) -> None:
    for rights in (0, 8):
        with orders.stage.refused("RightsNotBurdened"):
            orders.clause(rights=rights)
    head = orders.head
    write(orders.stage, orders.cast, type(head).decode(head.encode() & ~(3 << 120)), orders.entry)
    with orders.stage.refused("RightNotLive", right=0):
        orders.clause(rights=Right.HOLD | Right.USE)
    orders.clause(rights=Right.USE)


def test_a_restriction_ends_on_its_last_day(orders: Orders) -> None:
    with orders.stage.refused("BurdenTermNotValid"):
        orders.clause(until=day("2026-08-19"))
    number = orders.clause_number(until=day("2026-08-20"))
    with orders.stage.refused("BurdenNotOver"):
        orders.close(number)
    orders.stage.on("2026-08-21")
    orders.close(number)


def test_one_without_end_is_not_closed_by_time(orders: Orders) -> None:
    number = orders.clause_number()
    orders.stage.on("2027-12-01")
    with orders.stage.refused("BurdenNotOver"):
        orders.close(number)


def test_its_beneficiary_gives_it_up(orders: Orders) -> None:
    number = orders.clause_number()
    with orders.stage.refused("AssentMissing"):
        orders.give_up(number, by=[orders.cast.holder.one])
    before = orders.head.edition
    orders.give_up(number)
    assert (orders.burden(number).state, orders.head.burdens) == (BurdenState.CLOSED, 0)
    assert orders.head.edition == before + 1
    with orders.stage.refused("WrongBurdenState"):
        orders.give_up(number)


@NO_DOCUMENT
def test_what_is_agreed_or_given_up_has_a_document(orders: Orders, alg: int, document: bytes, error: str) -> None:
    """Rule 123."""
    number = orders.clause_number()
    with orders.stage.refused(error):
        orders.file([orders.cast.second.one], "giveUp", orders.entry, number, alg, document)


def test_an_order_is_not_given_up(orders: Orders) -> None:
    number = orders.imposed()
    with orders.stage.refused("WrongBurdenKind"):
        orders.give_up(number)


def test_a_court_lifts_a_restriction(orders: Orders) -> None:
    """Rule 116."""
    number = orders.clause_number()
    with orders.stage.refused("IssuerNotCompetent"):
        orders.lift(number, order=orders.order(orders.cast.regulator))
    orders.lift(number)
    assert orders.burden(number).state == BurdenState.CLOSED


def test_a_holder_leaves_room_for_orders(orders: Orders) -> None:
    """Nobody keeps a court out by filling the folio with restrictions."""
    head = orders.head
    write(orders.stage, orders.cast, type(head).decode(head.encode() | 63 << 150), orders.entry)
    assert orders.head.burdens == 63
    orders.clause()
    with orders.stage.refused("TooManyBurdens"):
        orders.clause()
    with orders.stage.refused("TooManyBurdens"):
        orders.priority()
    orders.imposed()


def test_a_priority_notice_keeps_a_place_for_some_working_days(orders: Orders, deals: Deals) -> None:
    for days in (0, 21):
        with orders.stage.refused("BurdenTermNotValid"):
            orders.priority(days)
    orders.priority(20)
    number = orders.priority(2).line("PriorityNoted").number
    burden = orders.burden(number)
    assert (burden.until, burden.waivable) == (day("2026-08-24"), 1)  # Thursday and two working days
    assert burden.effects == Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.PLEDGE | Effect.LEASE
    with orders.stage.refused("Burdened", number=number - 1):
        deals.grant(burdens=[number - 1, number], kind=LicenceKind.EXCLUSIVE)
    orders.give_up(number - 1)
    with orders.stage.refused("Burdened", number=number):
        deals.grant(burdens=[number], kind=LicenceKind.EXCLUSIVE)
    orders.stage.on("2026-08-25")
    deals.grant(burdens=[number], kind=LicenceKind.EXCLUSIVE)
    orders.close(number)


@pytest.mark.parametrize("kind", [BurdenKind.SOURCE_LOSS, BurdenKind.SYNC_CONFLICT])
def test_the_registrar_marks_what_stops_new_acts(orders: Orders, deals: Deals, kind: int) -> None:
    """Rule 29: until the registers agree again; nobody waives it."""
    before = orders.head.edition
    number = orders.mark(kind).line("EntryMarked").number
    burden = orders.burden(number)
    assert (burden.effects, burden.waivable, burden.party) == (EVERYTHING, 0, orders.cast.registrar.number)
    with orders.stage.refused("Burdened", number=number):
        deals.grant(burdens=[number])
    with orders.stage.refused("WrongBurdenKind"):
        orders.lift(number)
    with orders.stage.refused("WrongBurdenKind"):
        orders.close(number)
    with orders.stage.refused("PairMissing"):
        orders.clear_mark(number, by=[orders.cast.registrar.reviewer])
    orders.clear_mark(number)
    assert (orders.head.burdens, orders.head.edition) == (0, before + 2)
    deals.grant()


def test_a_mark_takes_the_pair_and_its_own_kinds(orders: Orders) -> None:
    """Rules 3, 29."""
    with orders.stage.refused("PairMissing"):
        orders.mark(BurdenKind.SOURCE_LOSS, by=[orders.cast.registrar.approver])
    for kind in (BurdenKind.COURT_ORDER, BurdenKind.CLAUSE):
        with orders.stage.refused("WrongBurdenKind"):
            orders.mark(kind)
    with orders.stage.refused("WrongBurdenKind"):
        orders.clear_mark(orders.clause_number())


def test_a_source_may_be_lost_for_some_rights_and_acts(orders: Orders) -> None:
    done = orders.mark(BurdenKind.SOURCE_LOSS, rights=Right.OPERATE, effects=Effect.PLEDGE)
    assert done.line("EntryMarked")["burden"].effects == Effect.PLEDGE
    assert done.line("EntryMarked")["burden"].rights == Right.OPERATE
