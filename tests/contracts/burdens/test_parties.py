"""Freezes of all a party holds (rules 114–116)."""

import pytest

from ledger_api.domain.words import BurdenKind, BurdenState
from tests.contracts.burdened import Orders, court
from tests.contracts.circumstances import join
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day


def test_a_frozen_party_licenses_nothing(orders: Orders, deals: Deals) -> None:
    """Rule 115: until the freeze is lifted; no list need name it."""
    holder = orders.cast.holder
    number = orders.restrain(holder)
    assert (orders.freeze(holder, number).state, orders.party(holder).burdens) == (BurdenState.OPEN, 1)
    assert orders.freeze(holder, number).until == day("2027-08-19")
    with orders.stage.refused("PartyFrozen", party=holder, burdens=1):
        deals.grant()
    orders.lift_restraint(holder, number)
    assert (orders.freeze(holder, number).state, orders.party(holder).burdens) == (BurdenState.CLOSED, 0)
    deals.grant()
    with orders.stage.refused("WrongBurdenState"):
        orders.lift_restraint(holder, number)


def test_nor_does_a_joint_holding_with_a_frozen_member(stage: Stage, cast: Cast, orders: Orders) -> None:
    """Rule 115."""
    joint = join(stage, [cast.holder, cast.second])
    case = Procedure(stage, cast, root=b"\x09" * 32, applicant=joint, signers=[cast.holder.one, cast.second.one])
    case.registered(on="2026-09-10")
    orders.restrain(cast.second)
    by = [cast.holder.one, cast.second.one, cast.maker.one, cast.exchange.recorder]
    with stage.refused("PartyFrozen", party=cast.second):
        Deals(case).grant(by=by)


@pytest.mark.parametrize("what", ["transfer", "cancel"])
def test_nor_does_it_transfer_or_cancel(orders: Orders, what: str) -> None:
    """Rule 115: also when the freeze comes after the application."""
    later = Later(orders.case)
    getattr(later, what)()
    later.decided()
    number = orders.restrain(orders.cast.holder)
    complete = later.complete_transfer if what == "transfer" else later.complete_cancellation
    with orders.stage.refused("PartyFrozen", party=orders.cast.holder):
        complete()
    orders.lift_restraint(orders.cast.holder, number)
    complete()


def test_nor_does_it_change_what_is_registered(orders: Orders) -> None:
    """Rule 115."""
    later = Later(orders.case)
    later.change()
    later.decided()
    number = orders.restrain(orders.cast.holder)
    with orders.stage.refused("PartyFrozen", party=orders.cast.holder):
        later.complete_change()
    with orders.stage.refused("PartyFrozen", party=orders.cast.holder):
        later.correct(COLLECTED)
    orders.lift_restraint(orders.cast.holder, number)
    later.complete_change()


def test_but_it_renews_what_would_be_lost(stage: Stage, cast: Cast) -> None:
    """Rules 32, 115: a renewal disposes of nothing and keeps what was frozen (as of a frozen trade mark)."""
    case = Procedure(stage, cast).registered(until="2027-01-29")
    orders = Orders(case, court(stage, cast, "court A"), cast.outsider)
    stage.on("2026-08-31")
    orders.restrain(cast.holder)
    later = Later(case)
    later.renew()
    later.decided().complete_renewal("2031-01-01")
    assert case.head.until == (day("2031-01-01"),) * 3


def test_nor_does_it_pledge(stage: Stage, cast: Cast, orders: Orders) -> None:
    """Rule 115."""
    loans = Loans(orders.case, Lenders.on(stage, cast))
    stage.on("2026-08-31")
    orders.restrain(cast.holder)
    with stage.refused("PartyFrozen", party=cast.holder):
        loans.record()


def test_nor_does_it_restrict_itself(orders: Orders) -> None:
    """Rule 115."""
    orders.restrain(orders.cast.holder)
    with orders.stage.refused("PartyFrozen"):
        orders.clause()


@pytest.mark.parametrize("who", ["holder", "maker"])
def test_nor_does_a_licence_change_hands(orders: Orders, deals: Deals, who: str) -> None:
    """Rules 52, 115: the licensor would license anew, the licensee give away what it holds."""
    number = deals.granted()
    orders.restrain(getattr(orders.cast, who))
    with orders.stage.refused("PartyFrozen", party=getattr(orders.cast, who)):
        deals.novate(number, orders.cast.buyer)


@pytest.mark.parametrize("name", ["assignSecurity", "splitSecurity"])
def test_nor_does_a_creditor_assign(stage: Stage, cast: Cast, orders: Orders, name: str) -> None:
    """Rules 87, 115: a claim and its security are what it holds."""
    loans = Loans(orders.case, Lenders.on(stage, cast))
    stage.on("2026-09-02", "14:00")
    number = loans.perfected(loans.recorded())
    bank, second = loans.lenders.bank, loans.lenders.second
    orders.restrain(bank)
    act = (name, loans.entry, number, second, (SHA256, DOCUMENT, DOCUMENT, DOCUMENT))
    with stage.refused("PartyFrozen", party=bank):
        stage.file([*bank.both, second.one, loans.registrar.reviewer], [act])


def test_a_frozen_party_may_take_a_licence(orders: Orders, deals: Deals) -> None:
    orders.restrain(orders.cast.maker)
    deals.grant()


def test_freezing_a_party_takes_a_registrars_pair_and_a_court(orders: Orders) -> None:
    """Rules 3, 116."""
    holder = orders.cast.holder
    with orders.stage.refused("PairMissing"):
        orders.restrain(holder, by=[orders.cast.registrar.reviewer])
    with orders.stage.refused("IssuerNotCompetent"):
        orders.restrain(holder, order=orders.order(orders.cast.regulator))
    with orders.stage.refused("WrongBurdenKind"):
        orders.restrain(holder, kind=BurdenKind.CLAUSE)
    number = orders.restrain(holder)
    with orders.stage.refused("PairMissing"):
        orders.lift_restraint(holder, number, by=[orders.cast.registrar.reviewer])
    with orders.stage.refused("PairMissing"):
        orders.renew_restraint(holder, number, 500, by=[orders.cast.registrar.reviewer])
    with orders.stage.refused("IssuerNotCompetent"):
        orders.lift_restraint(holder, number, order=orders.order(orders.cast.regulator))


def test_there_must_be_such_a_party_and_such_a_freeze(orders: Orders) -> None:
    """Nobody writes into the journal of a party that is still to come."""
    with orders.stage.refused("NoSuchParty"):
        orders.restrain(type(orders.cast.holder)(9999))
    with orders.stage.refused("NoSuchBurden"):
        orders.lift_restraint(orders.cast.holder, 1)


def test_a_freeze_of_a_party_runs_three_years_at_most_and_is_renewed_before_it_ends(orders: Orders) -> None:
    """Rule 114."""
    holder = orders.cast.holder
    with orders.stage.refused("BurdenTermNotValid"):
        orders.restrain(holder, term=1097)
    number = orders.restrain(holder, term=8)
    orders.renew_restraint(holder, number, 10)
    assert orders.freeze(holder, number).until == day("2026-08-29")
    orders.stage.on("2026-08-30")
    with orders.stage.refused("BurdenExpired"):
        orders.renew_restraint(holder, number, 10)


def test_anyone_closes_a_freeze_that_is_over(orders: Orders, deals: Deals) -> None:
    """Rule 114: until then it is counted."""
    holder = orders.cast.holder
    number = orders.restrain(holder, term=8)
    orders.restrain(holder, kind=BurdenKind.CONTROL, term=0)
    orders.stage.on("2026-08-27")
    with orders.stage.refused("BurdenNotOver"):
        orders.close_restraint(holder, number)
    orders.stage.on("2026-08-28")
    with orders.stage.refused("PartyFrozen", burdens=2):
        deals.grant()
    with orders.stage.refused("OnlyBlockTime"):
        terms = ("closeRestraint", holder, number)
        orders.stage.file([orders.cast.buyer.one], [terms], at=orders.stage.now)
    orders.close_restraint(holder, number)
    with orders.stage.refused("PartyFrozen", burdens=1):
        deals.grant()


def test_steps_on_a_party_follow_each_other(orders: Orders) -> None:
    """Rule 124."""
    holder = orders.cast.holder
    number, earlier = orders.restrain(holder), orders.stage.now - 100
    order = orders.order(effective_at=earlier, served_at=earlier)
    keeper = orders.case.keeper
    for act in (
        ("liftRestraint", holder, number, keeper, order),
        ("renewRestraint", holder, number, 500, keeper, order),
    ):
        with orders.stage.refused("OutOfOrder"):
            orders.stage.file(keeper.pair, [act], at=earlier)
