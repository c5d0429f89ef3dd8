"""Court orders, controls and bankruptcies: who executes them, how long they run, how they queue (SM-4; rules 99, 114–117)."""

import pytest

from ledger_api.domain.words import BurdenKind, BurdenState, Effect, Instrument, LicenceKind, Right
from tests.contracts.burdened import EVERYTHING, Orders
from tests.contracts.circumstances import suspend_accreditation
from tests.contracts.deals import Deals
from tests.contracts.stage.stage import day


def test_a_freeze_forbids_everything_and_nobody_waives_it(orders: Orders, deals: Deals) -> None:
    """Rule 115: not even the court's own officers could; the list names it."""
    number = orders.imposed()
    burden = orders.burden(number)
    assert (burden.kind, burden.state, burden.effects) == (BurdenKind.COURT_ORDER, BurdenState.OPEN, EVERYTHING)
    assert (burden.party, burden.waivable, burden.rights) == (orders.court.number, 0, 7)
    assert orders.head.burdens == 1
    with orders.stage.refused("Burdened", number=number, kind=BurdenKind.COURT_ORDER):
        deals.grant(burdens=[number])
    with orders.stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        deals.grant()


def test_an_order_forbids_less_when_it_says_so(orders: Orders, deals: Deals) -> None:
    number = orders.imposed(effects=Effect.TRANSFER, rights=Right.HOLD)
    assert (orders.burden(number).effects, orders.burden(number).rights) == (Effect.TRANSFER, Right.HOLD)
    deals.grant(burdens=[number])


def test_a_freeze_moves_the_edition(orders: Orders) -> None:
    before = orders.head.edition
    number = orders.imposed()
    assert orders.head.edition == before + 1
    orders.renew(number, 1096, at=orders.stage.on("2026-08-21"))
    assert orders.head.edition == before + 2
    orders.lift(number)
    assert orders.head.edition == before + 3


def test_an_order_takes_the_registrars_pair(orders: Orders) -> None:
    """Rules 3, 116: neither one officer of it nor the holder."""
    registrar = orders.cast.registrar
    for by in ([registrar.reviewer], [registrar.approver], [registrar.reviewer, registrar.reviewer2]):
        with orders.stage.refused("PairMissing"):
            orders.impose(by=by)
    number = orders.imposed()
    with orders.stage.refused("PairMissing"):
        orders.lift(number, by=[registrar.reviewer])
    with orders.stage.refused("PairMissing"):
        orders.renew(number, 1000, by=[registrar.approver])


def test_a_suspended_registrar_executes_nothing(orders: Orders) -> None:
    """Rule 4."""
    suspend_accreditation(orders.stage, orders.cast, orders.cast.registrar)
    with orders.stage.refused("NotAccredited"):
        orders.impose()


def test_only_courts_and_regulators_issue_orders(orders: Orders) -> None:
    """Rule 116."""
    with orders.stage.refused("NotAnIssuer"):
        orders.impose(order=orders.order(orders.cast.buyer))


@pytest.mark.parametrize("kind", [BurdenKind.COURT_ORDER, BurdenKind.BANKRUPTCY])
def test_a_regulator_controls_but_does_not_freeze_as_a_court(orders: Orders, kind: int) -> None:
    """Rule 116."""
    order = orders.order(orders.cast.regulator)
    administrator = orders.cast.second if kind == BurdenKind.BANKRUPTCY else 0
    with orders.stage.refused("IssuerNotCompetent", kind=kind):
        orders.impose(kind=kind, administrator=administrator, order=order)
    number = orders.imposed(kind=BurdenKind.CONTROL, order=order)
    orders.lift(number, order=order)


def test_a_regulator_does_not_lift_or_renew_what_a_court_ordered(orders: Orders) -> None:
    """Rule 116."""
    number, order = orders.imposed(term=10), orders.order(orders.cast.regulator)
    with orders.stage.refused("IssuerNotCompetent"):
        orders.lift(number, order=order)
    with orders.stage.refused("IssuerNotCompetent"):
        orders.renew(number, 20, order=order)


@pytest.mark.parametrize("kind", [0, 7])
def test_an_instrument_is_of_a_known_kind(orders: Orders, kind: int) -> None:
    with orders.stage.refused("InstrumentNotValid"):
        orders.impose(order=orders.order(kind=kind))


@pytest.mark.parametrize("kind", [Instrument.JUDGMENT, Instrument.NOTARIAL])
def test_every_known_instrument_will_do(orders: Orders, kind: int) -> None:
    orders.impose(order=orders.order(kind=kind))


def test_an_instrument_is_effective_and_served_before_it_is_executed(orders: Orders) -> None:
    """Rule 116."""
    later = orders.stage.now + 1000
    for effective in (0, later):
        with orders.stage.refused("InstrumentNotEffective"):
            orders.impose(order=orders.order(effective_at=effective))
    for served in (0, later):
        with orders.stage.refused("InstrumentNotValid"):
            orders.impose(order=orders.order(served_at=served))


def test_an_instrument_has_a_document(orders: Orders) -> None:
    with orders.stage.refused("DigestMissing"):
        orders.impose(order=orders.order(document=bytes(32)))
    with orders.stage.refused("UnknownAlgorithm"):
        orders.impose(order=orders.order(alg=9))


def test_a_court_freezes_for_three_years_at_most(orders: Orders) -> None:
    """Rule 114: the last day is the anniversary less one."""
    for term in (0, 1097):
        with orders.stage.refused("BurdenTermNotValid"):
            orders.impose(term=term)
    assert orders.burden(orders.imposed(term=1096)).until == day("2029-08-19")


def test_others_run_as_long_as_they_say_or_without_end(orders: Orders) -> None:
    assert orders.burden(orders.imposed(kind=BurdenKind.CONTROL, term=0)).until == 0
    assert orders.burden(orders.imposed(kind=BurdenKind.CONTROL, term=2000)).until == day("2026-08-20") + 1999


@pytest.mark.parametrize("kind", [0, BurdenKind.SECURITY, BurdenKind.CLAUSE, BurdenKind.SOURCE_LOSS, 31, 32, 255])
def test_only_what_an_order_may_be_is_imposed(orders: Orders, kind: int) -> None:
    with orders.stage.refused("WrongBurdenKind"):
        orders.impose(kind=kind)


def test_an_order_names_rights_and_known_effects(orders: Orders) -> None:
    for rights in (0, 8):
        with orders.stage.refused("RightsNotBurdened"):
            orders.impose(rights=rights)
    with orders.stage.refused("EffectsNotForbidden"):
        orders.impose(effects=1 << 10)


def test_what_is_not_registered_is_not_burdened(orders: Orders) -> None:
    orders.case.root = b"\x07" * 32
    orders.case.opened()
    with orders.stage.refused("NotRegistered"):
        orders.impose()


def test_the_administrator_of_a_bankruptcy_may_consent(orders: Orders, deals: Deals) -> None:
    """Rule 99: the stay yields to the administrator, and to nobody else."""
    number = orders.imposed(kind=BurdenKind.BANKRUPTCY, term=0, administrator=orders.cast.second)
    with orders.stage.refused("Burdened", number=number):
        deals.grant(burdens=[number])
    parties = [*deals.parties, orders.cast.exchange.recorder]
    deals.grant(burdens=[number], by=[*parties, orders.cast.second.one])


def test_only_a_bankruptcy_has_an_administrator(orders: Orders) -> None:
    """Rule 99."""
    with orders.stage.refused("NotAdministered"):
        orders.impose(kind=BurdenKind.BANKRUPTCY, term=0)
    with orders.stage.refused("NotAdministered"):
        orders.impose(administrator=orders.cast.second)
    with orders.stage.refused("NoSuchParty"):
        orders.impose(kind=BurdenKind.BANKRUPTCY, administrator=9999)


# -- the queue


def test_a_freeze_with_its_queue(orders: Orders, deals: Deals) -> None:
    """SC14, rules 114, 115, 117: court A freezes, B waits, A lifts, B runs; a licence signed between them is refused."""
    security = orders.clause_number(effects=Effect.PLEDGE)
    earlier = orders.burden(security)
    orders.stage.on("2026-11-02")
    first = orders.imposed(term=1096)
    assert orders.burden(first).until == day("2029-11-01")
    orders.stage.on("2026-11-05")
    with orders.stage.refused("Burdened", number=first):
        deals.grant(burdens=[security, first])
    orders.stage.on("2026-11-10")
    second = orders.imposed(term=1096, order=orders.order(orders.other))
    assert (orders.burden(second).state, orders.burden(second).until) == (BurdenState.QUEUED, 1096)
    assert (orders.queue.orders, orders.queue.latest) == (2, second)
    orders.stage.on("2026-12-01")
    with orders.stage.refused("EarlierOrderUnclosed", number=first):
        orders.promote(second, [security, first, second])
    orders.lift(first)
    with orders.stage.refused("Burdened", number=second):
        deals.grant(burdens=[security, second])
    edition = orders.head.edition
    orders.promote(second, [security, second])
    assert (orders.burden(second).state, orders.burden(second).until) == (BurdenState.OPEN, day("2029-11-30"))
    assert orders.head.edition == edition
    with orders.stage.refused("Burdened", number=second):
        deals.grant(burdens=[security, second])
    assert orders.burden(security) == earlier
    assert orders.queue.orders == 1


def test_what_waits_never_expires(orders: Orders, deals: Deals) -> None:
    """Rule 114: the days it holds are no day."""
    orders.imposed(term=10)
    second = orders.imposed(term=5)
    orders.stage.on("2026-12-01")
    with orders.stage.refused("Burdened", number=second):
        deals.grant(burdens=[second - 1, second])
    with orders.stage.refused("WrongBurdenState"):
        orders.close(second)


def test_an_order_that_waits_is_promoted_when_the_earlier_has_expired(orders: Orders) -> None:
    """Rule 114: closed or not, by anyone; the term runs from then."""
    first, second = orders.imposed(term=10), orders.imposed(term=5)
    orders.stage.on("2026-08-29")
    with orders.stage.refused("EarlierOrderUnclosed", number=first):
        orders.promote(second, [first, second])
    orders.stage.on("2026-08-30")
    orders.promote(second, [first, second])
    assert orders.burden(second).until == day("2026-09-03")


def test_a_promotion_lists_every_court_order(orders: Orders) -> None:
    """Rule 114: other burdens may be listed or not."""
    first, second, third = (orders.imposed(term=10) for _ in range(3))
    clause = orders.clause_number()
    orders.lift(first)
    with orders.stage.refused("EarlierOrderUnclosed", number=second):
        orders.promote(third, [second, third])
    for listed in ([second], [third], [clause], []):
        with orders.stage.refused("BurdenListIncomplete", unclosed=2):
            orders.promote(second, listed)
    with orders.stage.refused("ListDisordered"):
        orders.promote(second, [third, second])
    with orders.stage.refused("ListDisordered"):
        orders.promote(second, [second, second])
    orders.promote(second, [first, second, third, clause])
    with orders.stage.refused("WrongBurdenState"):
        orders.promote(second, [second, third])


def test_promotion_happens_at_block_time(orders: Orders) -> None:
    first, second = orders.imposed(term=10), orders.imposed(term=5)
    orders.lift(first)
    with orders.stage.refused("OnlyBlockTime"):
        orders.promote(second, [second], at=orders.stage.now)


def test_what_waits_has_a_term_of_three_years_at_most(orders: Orders) -> None:
    """Rule 114."""
    orders.imposed()
    for term in (0, 1097):
        with orders.stage.refused("BurdenTermNotValid", latest=1096):
            orders.impose(term=term)


def test_three_years_without_a_leap_day_are_cut_to_three_years(orders: Orders) -> None:
    """Rule 114: 1 096 days would be a day too many from 1 March 2028 on."""
    first, second = orders.imposed(), orders.imposed(term=1096)
    orders.stage.on("2028-03-01")
    orders.lift(first)
    orders.promote(second, [second])
    assert orders.burden(second).until == day("2031-02-28")


def test_a_control_does_not_queue(orders: Orders) -> None:
    orders.imposed(kind=BurdenKind.CONTROL)
    assert orders.queue.orders == 0
    assert orders.burden(orders.imposed()).state == BurdenState.OPEN
    assert orders.burden(orders.imposed(kind=BurdenKind.CONTROL)).state == BurdenState.OPEN


def test_what_waits_can_be_lifted(orders: Orders) -> None:
    orders.imposed()
    second = orders.imposed()
    orders.lift(second)
    assert (orders.burden(second).state, orders.queue.orders, orders.head.burdens) == (BurdenState.CLOSED, 1, 1)
    with orders.stage.refused("WrongBurdenState"):
        orders.lift(second)


# -- how they end


def test_a_freeze_is_renewed_before_it_expires(orders: Orders) -> None:
    """Rule 114: to a later day, three years from the renewal at most."""
    number = orders.imposed(term=10)
    orders.stage.on("2026-08-29")
    for term in (0, 1, 1097):
        with orders.stage.refused("BurdenTermNotValid"):
            orders.renew(number, term)
    orders.renew(number, 1096)
    assert orders.burden(number).until == day("2029-08-28")


def test_an_expired_freeze_is_not_renewed(orders: Orders) -> None:
    """Rule 114: neither by block time nor by legal time."""
    number = orders.imposed(term=8)
    back = orders.stage.on("2026-08-27", "20:00")
    orders.stage.on("2026-08-28")
    order = orders.order(effective_at=back, served_at=back)
    for at in (0, back):
        with orders.stage.refused("BurdenExpired"):
            orders.renew(number, 100, at=at, order=order)


def test_what_has_no_end_is_not_renewed(orders: Orders) -> None:
    number = orders.imposed(kind=BurdenKind.CONTROL, term=0)
    with orders.stage.refused("BurdenTermNotValid"):
        orders.renew(number, 100)


def test_a_control_is_renewed_without_end(orders: Orders) -> None:
    number = orders.imposed(kind=BurdenKind.CONTROL, term=10)
    orders.renew(number, 0)
    assert orders.burden(number).until == 0


def test_what_waits_is_not_renewed(orders: Orders) -> None:
    orders.imposed()
    with orders.stage.refused("WrongBurdenState"):
        orders.renew(orders.imposed(), 100)


def test_what_is_no_order_is_not_renewed(orders: Orders) -> None:
    with orders.stage.refused("WrongBurdenKind"):
        orders.renew(orders.clause_number(until=day("2026-12-31")), 100)


def test_a_freeze_ends_by_itself_and_anyone_closes_it(orders: Orders, deals: Deals) -> None:
    """Rule 114: after its last day; a close does not move the edition."""
    number = orders.imposed(term=8)
    orders.stage.on("2026-08-27", "23:00")
    with orders.stage.refused("BurdenNotOver"):
        orders.close(number)
    with orders.stage.refused("Burdened"):
        deals.grant(burdens=[number])
    orders.stage.on("2026-08-28", "00:00")
    deals.grant(burdens=[number])
    edition = orders.head.edition
    orders.close(number)
    assert (orders.head.burdens, orders.head.edition, orders.queue.orders) == (0, edition, 0)
    deals.grant(burdens=[number])  # one closed since may be listed


def test_a_close_happens_at_block_time(orders: Orders) -> None:
    number = orders.imposed(term=1)
    orders.stage.on("2026-09-01")
    with orders.stage.refused("OnlyBlockTime"):
        orders.close(number, at=orders.stage.now)


def test_nobody_closes_what_belongs_to_something_else(orders: Orders, deals: Deals) -> None:
    """A licence's burden ends with the licence, a dispute with the objection."""
    licence = deals.granted(kind=LicenceKind.EXCLUSIVE)
    for act in (orders.close, orders.lift, orders.give_up, orders.clear_mark):
        with orders.stage.refused("WrongBurdenKind"):
            act(licence)


def test_there_must_be_such_a_burden(orders: Orders) -> None:
    with orders.stage.refused("NoSuchBurden"):
        orders.lift(1)


def test_steps_follow_each_other_in_legal_time(orders: Orders) -> None:
    """Rule 124."""
    number = orders.imposed()
    with orders.stage.refused("OutOfOrder"):
        orders.lift(number, at=orders.stage.now - 100)
