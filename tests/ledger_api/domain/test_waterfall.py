"""Distribution of a sale's proceeds: scenario SC15, and that not a cent is lost or made."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.money import cents, share
from ledger_api.domain.rank import Interest, Publicity, Ranked, effective_rank
from ledger_api.domain.waterfall import Claim, Payment, claims, distribute, net_proceeds, split

BANK, GUARANTOR, JUNIOR, LATE = 12, 40, 50, 60
AT, TERM = 1_000_000_000, 20_000


def ranked(number: int, place: int, maximum: str | None = None, tranche: int = 0, behind: int = 0) -> Ranked:
    return Ranked(number, tranche, place, True, None if maximum is None else Decimal(maximum), behind)


def test_the_figures_of_scenario_fifteen() -> None:
    """Rules 95, 97, 104: the guarantor stands behind the bank's remainder and ahead of everybody else."""
    owed = Decimal(10_000_000 + 318_500 + 52_000)
    remainder, recourse = split(owed, share(owed, 8_000))
    assert (remainder, recourse) == (Decimal(2_074_100), Decimal(8_296_400))
    net = net_proceeds(Decimal(11_800_000), Decimal(426_000))
    assert net == Decimal(11_374_000)
    filing = Publicity(AT, TERM, maximum=Decimal(12_000_000))
    interests = [Interest(GUARANTOR, filing, behind=BANK), Interest(BANK, filing)]
    due = claims(effective_rank(interests, AT), {BANK: remainder, GUARANTOR: recourse})
    paid = distribute(net, due)
    assert paid.payments == (
        Payment(BANK, 1, remainder, remainder),
        Payment(GUARANTOR, 2, recourse, recourse),
    )
    assert paid.surplus == Decimal(1_003_500)


def test_what_is_short_is_short_for_the_guarantor_first() -> None:
    """Rule 104: whoever paid for the debtor must not harm the creditor."""
    paid = distribute(Decimal(3_000_000), [Claim(GUARANTOR, 2, Decimal(8_296_400)), Claim(BANK, 1, Decimal(2_074_100))])
    assert [(each.number, each.paid, each.missing) for each in paid.payments] == [
        (BANK, Decimal(2_074_100), Decimal(0)),
        (GUARANTOR, Decimal(925_900), Decimal(7_370_500)),
    ]
    assert paid.surplus == 0


def test_surplus_goes_to_the_next_rank_before_the_grantor() -> None:
    """Rule 95, SC15 with a second lien."""
    paid = distribute(Decimal(1_003_500), [Claim(JUNIOR, 3, Decimal(1_000_000))])
    assert (paid.paid(JUNIOR), paid.surplus) == (Decimal(1_000_000), Decimal(3_500))


def test_those_of_one_place_share_in_proportion() -> None:
    """Rule 68."""
    paid = distribute(Decimal(100), [Claim(2, 1, Decimal(200)), Claim(1, 1, Decimal(100)), Claim(3, 2, Decimal(1))])
    assert [(each.number, str(each.paid)) for each in paid.payments] == [(1, "33.33"), (2, "66.67"), (3, "0.00")]


def test_costs_come_first_and_may_eat_up_the_price() -> None:
    """Rule 95."""
    assert net_proceeds(Decimal(10), Decimal(11)) == 0
    assert net_proceeds(Decimal("0.50"), Decimal(0)) == Decimal("0.50")
    assert net_proceeds(Decimal(0), Decimal("0.50")) == 0
    for price, costs in ((-1, 0), (0, -1)):
        with pytest.raises(ValueError, match="below zero"):
            net_proceeds(Decimal(price), Decimal(costs))


def test_the_registered_maximum_bounds_what_has_priority() -> None:
    """Rule 69: the rest is owed without security."""
    assert claims([ranked(BANK, 1, "12")], {BANK: Decimal(15)}) == (Claim(BANK, 1, Decimal(12)),)


def test_an_amount_not_known_bounds_nothing_and_nothing_owed_claims_nothing() -> None:
    due = claims([ranked(BANK, 1), ranked(JUNIOR, 2, "5"), ranked(LATE, 3)], {BANK: Decimal(15), LATE: Decimal(0)})
    assert due == (Claim(BANK, 1, Decimal(15)),)


def test_an_increase_has_priority_in_its_own_place() -> None:
    """Rule 77."""
    places = [ranked(BANK, 3, "2", tranche=1), ranked(JUNIOR, 2, "5"), ranked(BANK, 1, "12")]
    assert claims(places, {BANK: Decimal(13)}) == (Claim(BANK, 1, Decimal(12)), Claim(BANK, 3, Decimal(1)))
    due = claims(places, {BANK: Decimal(15), JUNIOR: Decimal(4)})
    assert due == (Claim(BANK, 1, Decimal(12)), Claim(JUNIOR, 2, Decimal(4)), Claim(BANK, 3, Decimal(2)))
    assert distribute(Decimal(17), due).paid(BANK) == Decimal(13)


def test_a_split_claim_shares_one_registered_amount() -> None:
    """Rules 69, 104: two creditors have no more priority than the one they were."""
    places = [ranked(BANK, 1, "12"), ranked(GUARANTOR, 2, "12", behind=BANK), ranked(LATE, 3, "12", behind=GUARANTOR)]
    due = claims(places, {BANK: Decimal(3), GUARANTOR: Decimal(8), LATE: Decimal(7)})
    assert [each.owed for each in due] == [Decimal(3), Decimal(8), Decimal(1)]
    assert claims(places[1:2], {GUARANTOR: Decimal(8)}) == (Claim(GUARANTOR, 2, Decimal(8)),)


def test_unperfected_claims_are_paid_last_and_in_full_if_they_can_be() -> None:
    """Rules 67, 68."""
    unperfected = [replace(ranked(n, 2), is_perfected=False) for n in (JUNIOR, LATE)]
    due = claims([ranked(BANK, 1, "12"), *unperfected], {BANK: Decimal(12), JUNIOR: Decimal(30), LATE: Decimal(10)})
    paid = distribute(Decimal(20), due)
    assert [(each.number, each.paid) for each in paid.payments] == [
        (BANK, Decimal(12)),
        (JUNIOR, Decimal(6)),
        (LATE, Decimal(2)),
    ]


def test_an_unperfected_part_is_not_bounded_by_what_it_was_split_from() -> None:
    """Rules 67, 69: it has no priority there, and is owed all of it in the last place."""
    part = Ranked(GUARANTOR, 0, 2, is_perfected=False, maximum=None, behind=BANK)
    due = claims([ranked(BANK, 1, "12"), part], {BANK: Decimal(10), GUARANTOR: Decimal(8)})
    assert [each.owed for each in due] == [Decimal(10), Decimal(8)]


def test_more_than_is_owed_is_no_part_payment() -> None:
    """Rule 104."""
    for paid in (Decimal(-1), Decimal(11)):
        with pytest.raises(ValueError, match="not part"):
            split(Decimal(10), paid)
    with pytest.raises(ValueError, match="nothing"):
        distribute(Decimal(-1), [])


amounts = st.integers(0, 10**11).map(lambda fen: Decimal(fen).scaleb(-2))
owed = st.lists(st.builds(Claim, st.integers(1, 5), st.integers(1, 4), amounts), max_size=8)


@given(net=amounts, due=owed)
def test_exactly_the_net_is_distributed(net: Decimal, due: list[Claim]) -> None:
    """Rule 95."""
    paid = distribute(net, due)
    assert sum(each.paid for each in paid.payments) + paid.surplus == net
    assert all(0 <= each.paid <= each.owed and each.paid == cents(each.paid) for each in paid.payments)
    assert sorted((each.number, each.place, each.owed) for each in paid.payments) == sorted(
        (each.number, each.place, each.owed) for each in due
    )


@given(net=amounts, due=owed)
def test_nobody_is_paid_before_all_ahead_are_paid_in_full(net: Decimal, due: list[Claim]) -> None:
    """Rules 68, 95."""
    paid = distribute(net, due)
    short = [each.place for each in paid.payments if each.missing]
    assert all(each.paid == 0 for each in paid.payments if short and each.place > min(short))
    assert paid.surplus == 0 or not short


@given(net=amounts, more=amounts, due=owed, data=st.data())
def test_a_higher_price_harms_nobody_and_the_order_of_claims_says_nothing(
    net: Decimal, more: Decimal, due: list[Claim], data: st.DataObject
) -> None:
    """Rule 95. Within a place rounding may move a cent."""
    low, high = distribute(net, due), distribute(net + more, due)
    assert distribute(net, data.draw(st.permutations(due))) == low
    for one, two in zip(low.payments, high.payments, strict=True):
        assert one.paid <= two.paid + Decimal("0.01")


@given(debt=amounts, bps=st.integers(0, 10_000), net=amounts, junior=amounts)
def test_a_pay_out_moves_nothing_from_those_behind(debt: Decimal, bps: int, net: Decimal, junior: Decimal) -> None:
    """Rule 104: bank and guarantor together get what the bank alone would have got."""
    remainder, recourse = split(debt, share(debt, bps))
    alone = distribute(net, [Claim(BANK, 1, debt), Claim(JUNIOR, 3, junior)])
    both = distribute(net, [Claim(BANK, 1, remainder), Claim(GUARANTOR, 2, recourse), Claim(JUNIOR, 3, junior)])
    assert both.paid(BANK) + both.paid(GUARANTOR) == alone.paid(BANK)
    assert (both.paid(JUNIOR), both.surplus) == (alone.paid(JUNIOR), alone.surplus)
    assert both.paid(BANK) == min(net, remainder)
