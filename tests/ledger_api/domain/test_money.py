"""Amounts to the cent: the figures of scenario SC2, and that parts always add up."""

from decimal import ROUND_DOWN, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.money import (
    amount,
    cents,
    cents_enough,
    cents_within,
    in_basis_points,
    level_plan,
    pro_rata,
    share,
    total,
)

amounts = st.integers(0, 10**13).map(lambda fen: Decimal(fen).scaleb(-2))


def test_half_a_cent_is_rounded_up() -> None:
    assert cents(Decimal("0.005")) == Decimal("0.01")
    assert cents(Decimal("1251.744")) == Decimal("1251.74")  # SC6
    assert cents(Decimal("-0.005")) == Decimal("-0.01")


def test_a_limit_is_rounded_down_and_a_need_up() -> None:
    assert (cents_within(Decimal("0.019")), cents_enough(Decimal("0.011"))) == (Decimal("0.01"), Decimal("0.02"))
    assert (cents_within(Decimal("0.02")), cents_enough(Decimal("0.02"))) == (Decimal("0.02"), Decimal("0.02"))


@pytest.mark.parametrize(
    "value", ["0.001", "-0.01", "NaN", "Infinity", "-Infinity", "ten", "", "1e20", Decimal("sNaN")]
)
def test_what_is_no_amount_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        amount(value)


@pytest.mark.parametrize(
    "value, read", [("23600000", "23600000.00"), (5, "5.00"), ("1.50", "1.50"), ("1e3", "1000.00"), ("-0", "0.00")]
)
def test_an_amount_has_two_decimals(value: str | int, read: str) -> None:
    assert str(amount(value)) == read


def test_the_largest_amount_is_a_cent_less_than_too_much() -> None:
    assert amount("99999999999999999999.99") < Decimal(10) ** 20


def test_a_share_is_rounded_half_up() -> None:
    assert share(Decimal("8692001.05"), 1_500) == Decimal("1303800.16")  # SC2: 1 303 800.1575
    assert share(Decimal(10_370_500), 8_000) == Decimal(8_296_400)  # SC15
    assert share(Decimal("0.01"), 5_000) == Decimal("0.01")


def test_a_ratio_is_shown_in_basis_points() -> None:
    assert in_basis_points(Decimal(1), Decimal(3)) == 3_333
    assert in_basis_points(Decimal(1), Decimal(20_000)) == 1
    assert in_basis_points(Decimal("0.25"), Decimal("0.50")) == 5_000
    with pytest.raises(ValueError, match="nothing"):
        in_basis_points(Decimal(1), Decimal(0))


def test_the_rents_of_scenario_two() -> None:
    plan = level_plan(Decimal(8_000_000), Decimal("0.052"), 12)
    assert [str(each.amount) for each in plan] == ["724333.42"] * 11 + ["724333.43"]
    assert total(plan) == Decimal("8692001.05")
    assert plan[0].interest == Decimal("104000.00")
    assert plan[-1].outstanding == 0


def test_without_interest_the_price_is_spread() -> None:
    plan = level_plan(Decimal(100), Decimal(0), 3)
    assert [str(each.amount) for each in plan] == ["33.33", "33.33", "33.34"]


def test_a_monthly_plan_has_twelve_periods_a_year() -> None:
    (only,) = level_plan(Decimal(1_200), Decimal("0.12"), 1, periods_a_year=12)
    assert (only.interest, only.amount) == (Decimal(12), Decimal(1_212))
    (yearly,) = level_plan(Decimal(1_200), Decimal("0.12"), 1, periods_a_year=1)
    assert yearly.interest == Decimal(144)


@pytest.mark.parametrize(
    "price, rate, count, periods", [("0", "0.05", 4, 4), ("1", "-0.01", 4, 4), ("1", "0.05", 0, 4), ("1", "0.05", 4, 0)]
)
def test_terms_that_make_no_plan_are_refused(price: str, rate: str, count: int, periods: int) -> None:
    with pytest.raises(ValueError, match="plan"):
        level_plan(Decimal(price), Decimal(rate), count, periods)


def test_a_price_of_fewer_cents_than_instalments_is_refused() -> None:
    for price, count in (("0.07", 12), ("0.01", 2), ("0.01", 3)):
        with pytest.raises(ValueError, match="too little"):
            level_plan(Decimal(price), Decimal(0), count)
    assert [str(each.amount) for each in level_plan(Decimal("0.03"), Decimal(0), 3)] == ["0.01"] * 3


@given(
    price=st.integers(10_000, 10**12).map(lambda fen: Decimal(fen).scaleb(-2)),
    rate=st.integers(0, 3_000),
    count=st.integers(1, 60),
)
def test_a_plan_pays_off_exactly_its_price(price: Decimal, rate: int, count: int) -> None:
    plan = level_plan(price, Decimal(rate) / 10_000, count)
    assert sum(each.principal for each in plan) == price
    assert plan[-1].outstanding == 0
    assert all(each.amount == each.interest + each.principal == cents(each.amount) for each in plan)
    assert len({each.amount for each in plan[:-1]}) <= 1


@given(whole=amounts, claims=st.lists(amounts, max_size=6))
def test_parts_are_whole_cents_that_add_up_and_exceed_no_claim(whole: Decimal, claims: list[Decimal]) -> None:
    """Rule 68."""
    parts = pro_rata(whole, claims)
    assert sum(parts) == min(whole, sum(claims))
    assert all(0 <= part <= claim and part == cents(part) for part, claim in zip(parts, claims, strict=True))


@given(whole=amounts, claims=st.lists(amounts, min_size=2, max_size=6))
def test_no_part_is_a_cent_from_proportion(whole: Decimal, claims: list[Decimal]) -> None:
    """Rule 68."""
    owed = sum(claims)
    for part, claim in zip(pro_rata(whole, claims), claims, strict=True):
        assert abs(part - min(whole, owed) * claim / (owed or 1)) < Decimal("0.01")


def test_cents_left_over_go_to_the_largest_remainder() -> None:
    assert pro_rata(Decimal("1.00"), [Decimal(1), Decimal(2)]) == (Decimal("0.33"), Decimal("0.67"))
    assert pro_rata(Decimal("0.01"), [Decimal(1), Decimal(1)]) == (Decimal("0.01"), Decimal("0.00"))


def test_the_callers_context_changes_nothing() -> None:
    plain = level_plan(Decimal(8_000_000), Decimal("0.052"), 12)
    with localcontext() as context:
        context.prec, context.rounding = 3, ROUND_DOWN
        assert level_plan(Decimal(8_000_000), Decimal("0.052"), 12) == plain
        assert str(total(plain)) == "8692001.05"
