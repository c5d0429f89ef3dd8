"""Leases that may turn out to be loans, and rents that are too late: scenario SC2."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.money import level_plan, total
from ledger_api.domain.money import share as share_of
from ledger_api.domain.recharacterisation import (
    GRAVE,
    Ground,
    Lease,
    Risk,
    default_amount,
    grounds,
    highest_price,
    is_in_default,
    overdue_share,
    risk,
)

SOUND = Lease(
    price=Decimal(8_000_000),
    appraised=Decimal(9_400_000),
    book_value=Decimal(8_600_000),
    has_object=True,
    passes_title=True,
    is_filed=True,
    was_unburdened=True,
    is_lessor_licensed=True,
    has_opinion=True,
)
"""Variant a of SC2, with everything on record."""


def test_a_lease_with_nothing_against_it_has_a_low_risk() -> None:
    """Rule 113."""
    assert grounds(SOUND) == Ground(0)
    assert risk(grounds(SOUND)) is Risk.LOW


@pytest.mark.parametrize(
    "change, ground, found",
    [
        ({"has_object": False}, Ground.NO_OBJECT, Risk.HIGH),
        ({"passes_title": False}, Ground.TITLE_STAYS, Risk.HIGH),  # variant b of SC2
        (
            {"price": Decimal("9400000.01"), "book_value": Decimal(9_500_000)},
            Ground.ABOVE_VALUE,
            Risk.HIGH,
        ),
        ({"appraised": None}, Ground.NOT_APPRAISED, Risk.MEDIUM),
        ({"price": Decimal("8600000.01")}, Ground.ABOVE_BOOK, Risk.MEDIUM),
        ({"book_value": None}, Ground.ABOVE_BOOK, Risk.MEDIUM),
        ({"is_filed": False}, Ground.NOT_FILED, Risk.MEDIUM),
        ({"was_unburdened": False}, Ground.BURDENED, Risk.MEDIUM),
        ({"is_lessor_licensed": False}, Ground.LESSOR_NOT_LICENSED, Risk.MEDIUM),
        ({"has_opinion": False}, Ground.NO_OPINION, Risk.MEDIUM),
    ],
)
def test_each_ground_is_named_and_weighs(change: dict[str, object], ground: Ground, found: Risk) -> None:
    """Rules 106–108, 113."""
    lease = replace(SOUND, **change)  # type: ignore[arg-type]
    assert grounds(lease) == ground
    assert risk(ground) is found


def test_a_price_of_exactly_the_value_is_not_above_it() -> None:
    """Rule 107."""
    at_value = replace(SOUND, price=Decimal(8_000_000), appraised=Decimal(8_000_000), book_value=Decimal(8_000_000))
    assert grounds(at_value) == Ground(0)


def test_every_ground_and_class_has_its_term() -> None:
    assert (len(Ground.terms()), len(Risk.terms())) == (len(Ground), len(Risk))
    assert (Risk.HIGH.zh, Ground.NO_OPINION.zh) == ("高", "无定性意见")


@pytest.mark.parametrize("price, fits", [("8600000", True), ("8700000", False)])
def test_a_leaseback_costs_no_more_than_the_book_value(price: str, fits: bool) -> None:
    """Rule 107, SC2."""
    assert (Decimal(price) <= highest_price(Decimal(8_600_000), Decimal(9_400_000))) == fits


def test_nor_more_than_the_cap_on_the_appraised_value() -> None:
    """Rule 107."""
    assert highest_price(Decimal(8_600_000), Decimal(9_400_000), cap=8_000) == Decimal(7_520_000)


RENTS = total(level_plan(Decimal(8_000_000), Decimal("0.052"), 12))


def test_fifteen_per_cent_of_the_rents_of_scenario_two() -> None:
    """Rule 110."""
    assert default_amount(RENTS) == Decimal("1303800.16")


@pytest.mark.parametrize(
    "instalments, overdue, reached",
    [
        (0, "0", False),
        (1, "724333.42", False),
        (2, "1448666.84", True),  # pays four, misses two
        (2, "0.02", True),
        (1, "1303800.15", False),
        (1, "1303800.16", True),
    ],
)
def test_two_instalments_or_fifteen_per_cent_are_a_default(instalments: int, overdue: str, reached: bool) -> None:
    """Rule 110, SC2."""
    assert is_in_default(instalments, Decimal(overdue), RENTS) == reached


@pytest.mark.parametrize(
    "overdue, share",
    [
        ("0", 0),
        ("724333.42", 833),
        ("1303800.15", 1_499),
        ("1303800.16", 1_500),
        ("1448666.84", 1_666),
        ("8692001.05", 10_000),
    ],
)
def test_the_share_that_is_stated_reaches_the_threshold_with_the_amount(overdue: str, share: int) -> None:
    """Rule 110, SC2: the ledger compares basis points, not amounts."""
    assert overdue_share(Decimal(overdue), RENTS) == share


@given(rents=st.integers(1, 10**12), part=st.integers(0, 10_000))
def test_fifteen_per_cent_by_share_are_fifteen_per_cent_by_amount(rents: int, part: int) -> None:
    """Rule 110: to the cent, whatever the rents."""
    all_rents = Decimal(rents).scaleb(-2)
    for cent in (-1, 0, 1):
        overdue = share_of(all_rents, part) + cent * Decimal("0.01")
        if 0 < overdue <= all_rents:
            stated = overdue_share(overdue, all_rents)
            assert (stated >= 1_500) == is_in_default(1, overdue, all_rents)
            assert 0 <= stated <= 10_000


@pytest.mark.parametrize("overdue, rents", [("0.01", "0"), ("2", "1"), ("-1", "1")])
def test_no_more_is_overdue_than_all_rents(overdue: str, rents: str) -> None:
    """Rule 110."""
    with pytest.raises(ValueError, match="is no part of"):
        overdue_share(Decimal(overdue), Decimal(rents))


def test_where_no_rent_is_due_nothing_is_overdue() -> None:
    """Rule 110."""
    assert not is_in_default(0, Decimal(0), Decimal(0))


def _all(some: list[Ground]) -> Ground:
    found = Ground(0)
    for each in some:
        found |= each
    return found


sets = st.lists(st.sampled_from(list(Ground)), max_size=4).map(_all)


@given(found=sets, more=sets)
def test_a_further_ground_never_lowers_the_risk(found: Ground, more: Ground) -> None:
    """Rule 113."""
    assert risk(found | more) >= risk(found)
    assert (risk(found) is Risk.HIGH) == bool(found & GRAVE)
