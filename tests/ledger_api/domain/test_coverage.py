"""Coverage, headroom and loan to value, with the figures of scenarios SC1, SC8 and SC18."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import from_date, to_date
from ledger_api.domain.coverage import UNKNOWN, Answer, Headroom, Valuation, check_loan, coverage, headroom, limit
from tests.ledger_api.domain.test_calendar import calendar

HALF = 5_000


def day(text: str) -> int:
    return from_date(date.fromisoformat(text))


def yuan(millions: str) -> Decimal:
    return Decimal(millions) * 1_000_000


VALUED = Valuation(yuan("23.6"), day("2026-06-30"), day("2027-06-29"))
REVALUED = Valuation(yuan("31.0"), day("2027-01-10"), day("2028-01-09"))
LOWER = Valuation(yuan("17.8"), day("2027-02-28"), day("2028-02-27"))
LOAN, MAXIMUM = yuan("10"), yuan("12")
TODAY = day("2027-01-15")

amounts = st.integers(1, 10**12).map(lambda fen: Decimal(fen).scaleb(-2))


def test_there_is_no_headroom_behind_a_maximum_that_exceeds_the_cap() -> None:
    """Rules 78, 79, SC8: 11.8 − 12.0 < 0."""
    assert coverage(VALUED, HALF, [MAXIMUM], TODAY) == yuan("-0.2")
    assert headroom(yuan("1"), VALUED, HALF, [MAXIMUM], TODAY) == Headroom(Answer.NO, day("2027-01-22"))


def test_after_a_revaluation_there_is() -> None:
    """Rules 78, 79, SC8: 15.5 − 12.0 = 3.5, valid seven days."""
    assert coverage(REVALUED, HALF, [MAXIMUM], TODAY) == yuan("3.5")
    assert headroom(yuan("1"), REVALUED, HALF, [MAXIMUM], TODAY) == Headroom(Answer.YES, day("2027-01-22"))


def test_headroom_of_exactly_what_is_asked_is_enough() -> None:
    """Rule 78."""
    assert headroom(yuan("3.5"), REVALUED, HALF, [MAXIMUM], TODAY).answer is Answer.YES
    assert headroom(yuan("3.5") + Decimal("0.01"), REVALUED, HALF, [MAXIMUM], TODAY).answer is Answer.NO


def test_an_answer_on_headroom_has_no_place_for_an_amount() -> None:
    """Rule 78."""
    assert [each.name for each in fields(Headroom)] == ["answer", "last"]


def test_an_answer_on_headroom_outlives_no_valuation() -> None:
    """Rules 78, 80."""
    assert headroom(yuan("1"), REVALUED, HALF, [], day("2028-01-05")).last == day("2028-01-09")


@pytest.mark.parametrize(
    "valuation, on",
    [
        (None, "2027-01-15"),
        (replace(VALUED, is_active=False), "2027-01-15"),  # SC18: the appraiser's accreditation was suspended
        (replace(VALUED, is_for_pledge=False), "2027-01-15"),
        (VALUED, "2027-06-30"),
        (VALUED, "2026-06-29"),
        (replace(VALUED, valid_until=day("2029-06-29")), "2027-07-01"),
    ],
)
def test_without_a_valuation_that_may_be_used_nothing_is_known(valuation: Valuation | None, on: str) -> None:
    """Rule 80, SC18."""
    assert coverage(valuation, HALF, [MAXIMUM], day(on)) is None
    assert headroom(yuan("1"), valuation, HALF, [], day(on)) == Headroom(Answer.UNKNOWN, None)
    assert check_loan(LOAN, valuation, HALF, day(on)) == UNKNOWN


def test_a_valuation_may_be_used_until_its_last_day_and_its_base_date_is_a_year_old() -> None:
    """Rule 80."""
    assert VALUED.is_usable(day("2027-06-29"))
    longer = replace(VALUED, valid_until=day("2029-06-29"))
    assert longer.is_usable(day("2027-06-30"))
    assert not longer.is_usable(day("2026-12-31"), months=6)
    assert coverage(longer, HALF, [], day("2026-12-31"), months=6) is None
    assert headroom(yuan("1"), longer, HALF, [], day("2026-12-30"), months=6).last == day("2026-12-30")
    assert check_loan(LOAN, longer, HALF, day("2026-12-31"), months=6) == UNKNOWN


def test_a_prior_amount_that_is_not_known_makes_headroom_unknown() -> None:
    """Rule 79."""
    assert headroom(Decimal(0), REVALUED, HALF, [None], TODAY).answer is Answer.UNKNOWN


def test_the_loan_of_scenario_one_is_within_its_cap() -> None:
    """Rule 79, SC1: 42.4 %."""
    checked = check_loan(LOAN, VALUED, HALF, TODAY)
    assert (checked.is_within, checked.ltv) == (Answer.YES, 4_237)
    assert (checked.prepayment, checked.top_up) == (Decimal(0), Decimal(0))


def test_a_lower_value_breaches_the_covenant() -> None:
    """Rule 79, SC18: 56.2 % > 50 %, cured by 1.1 m or 2.2 m more value."""
    checked = check_loan(LOAN, LOWER, HALF, day("2027-03-01"))
    assert (checked.is_within, checked.ltv) == (Answer.NO, 5_618)
    assert (checked.prepayment, checked.top_up) == (yuan("1.1"), yuan("2.2"))
    assert to_date(calendar().add(day("2027-03-01"), 10)) == date(2027, 3, 15)


def test_where_nothing_may_be_lent_no_value_is_enough() -> None:
    """Rule 79."""
    checked = check_loan(LOAN, LOWER, 0, day("2027-03-01"))
    assert (checked.prepayment, checked.top_up) == (LOAN, None)


def test_a_thing_worth_nothing_is_not_measured_by() -> None:
    """Rule 79."""
    assert check_loan(LOAN, replace(LOWER, amount=Decimal(0)), HALF, day("2027-03-01")) == UNKNOWN


@given(loan=amounts, value=amounts, cap=st.integers(1, 10_000))
def test_the_cure_is_enough_and_a_cent_less_is_not(loan: Decimal, value: Decimal, cap: int) -> None:
    """Rule 79."""
    on = VALUED.base_date
    valued = replace(VALUED, amount=value)
    checked = check_loan(loan, valued, cap, on)
    assert checked.prepayment is not None
    assert checked.top_up is not None
    assert (checked.is_within is Answer.YES) == (loan * 10_000 <= value * cap)
    for repaid, more in ((checked.prepayment, Decimal(0)), (Decimal(0), checked.top_up)):
        cured = check_loan(loan - repaid, replace(valued, amount=value + more), cap, on)
        assert cured.is_within is Answer.YES
    if checked.is_within is Answer.NO:
        cent = Decimal("0.01")
        assert check_loan(loan - checked.prepayment + cent, valued, cap, on).is_within is Answer.NO
        less = replace(valued, amount=value + checked.top_up - cent)
        assert check_loan(loan, less, cap, on).is_within is Answer.NO


@given(value=amounts, cap=st.integers(0, 10_000), priors=st.lists(amounts, max_size=5), asked=amounts)
def test_who_lends_up_to_the_headroom_is_covered(
    value: Decimal, cap: int, priors: list[Decimal], asked: Decimal
) -> None:
    """Rules 78, 79."""
    valued = replace(VALUED, amount=value)
    answer = headroom(asked, valued, cap, priors, VALUED.base_date).answer
    assert (answer is Answer.YES) == (sum(priors) + asked <= limit(value, cap))
