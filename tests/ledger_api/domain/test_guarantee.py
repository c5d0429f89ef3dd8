"""What a guarantor answers for after its creditor acted without it: scenarios SC1, SC15 and SC17."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import from_date, to_date
from ledger_api.domain.guarantee import (
    Change,
    Mode,
    Step,
    bank_keeps_too_little,
    claim_alert,
    exceeds_policy,
    liability,
    mode_of,
    period,
    step_of,
)
from ledger_api.domain.words import Acknowledgement

DEBT, SHARE = Decimal(10_000_000), 8_000
RELEASE = Change(Acknowledgement.RELEASE, Decimal(3_000_000))


def day(text: str) -> int:
    return from_date(date.fromisoformat(text))


def test_as_long_as_nothing_happens_the_guarantor_answers_for_its_share() -> None:
    """SC15."""
    whole = liability(Decimal(10_370_500), SHARE)
    assert (whole.full, whole.owed, whole.is_reduced, whole.reduction_bps) == (Decimal(8_296_400),) * 2 + (False, 0)


def test_a_release_without_the_guarantor_frees_it_of_the_priority_lost() -> None:
    """Rule 103, SC17: forced by an instrument, the reduction is computed and shown."""
    left = liability(DEBT, SHARE, [RELEASE])
    assert (left.full, left.owed, left.reduction) == (Decimal(8_000_000), Decimal(5_000_000), Decimal(3_000_000))
    assert (left.is_reduced, left.reduction_bps, left.counted) == (True, 3_750, (RELEASE,))


def test_a_released_security_worth_the_debt_frees_it_of_everything() -> None:
    """Rule 103, SC17."""
    left = liability(DEBT, SHARE, [replace(RELEASE, amount=Decimal(11_800_000))])
    assert (left.owed, left.reduction_bps) == (Decimal(0), 10_000)


@pytest.mark.parametrize("cause", list(Acknowledgement))
def test_what_the_guarantor_agreed_to_frees_it_of_nothing(cause: Acknowledgement) -> None:
    """Rule 103."""
    assert not liability(DEBT, SHARE, [Change(cause, Decimal(1), is_consented=True)]).is_reduced
    assert liability(DEBT, SHARE, [Change(cause, Decimal(1))]).is_reduced


@pytest.mark.parametrize(
    "cause, frees",
    [("RELEASE", False), ("RANK", False), ("SUBSTITUTE", False), ("AMEND_UP", True), ("DEBT_TRANSFER", True)],
)
def test_giving_up_a_third_partys_security_frees_no_guarantor(cause: str, frees: bool) -> None:
    """Rule 103: only the debtor's own was to be used first."""
    change = Change(Acknowledgement[cause], Decimal(100), is_debtors=False)
    assert liability(DEBT, SHARE, [change]).is_reduced == frees


def test_debt_added_without_the_guarantor_is_not_covered() -> None:
    """Rule 103: twelve million are owed, of ten it bears its share."""
    grown = liability(Decimal(12_000_000), SHARE, [Change(Acknowledgement.AMEND_UP, Decimal(2_000_000))])
    assert (grown.full, grown.owed) == (Decimal(9_600_000), Decimal(8_000_000))


def test_debt_transferred_without_the_guarantor_is_not_covered() -> None:
    """Rule 103."""
    assert liability(DEBT, SHARE, [Change(Acknowledgement.DEBT_TRANSFER, DEBT)]).owed == 0
    assert liability(DEBT, SHARE, [Change(Acknowledgement.DEBT_TRANSFER, DEBT + 1), RELEASE]).owed == 0


def test_a_maximum_bounds_the_liability_before_and_after() -> None:
    """Rule 103: what a maximum keeps out was never guaranteed, so that losing it frees of nothing."""
    change = Change(Acknowledgement.AMEND_UP, Decimal(2_000_000))
    bounded = liability(Decimal(12_000_000), SHARE, [change], maximum=Decimal(8_000_000))
    assert (bounded.full, bounded.owed) == (Decimal(8_000_000), Decimal(8_000_000))


@pytest.mark.parametrize(
    "change",
    [
        Change(Acknowledgement.RELEASE, Decimal(-1)),
        Change(Acknowledgement.RELEASE | Acknowledgement.RANK, Decimal(1)),
        Change(Acknowledgement(0), Decimal(1)),
    ],
)
def test_a_change_has_one_cause_and_an_amount(change: Change) -> None:
    with pytest.raises(ValueError, match="one cause"):
        liability(DEBT, SHARE, [change])


def test_a_guarantee_without_liability_is_reduced_by_nothing() -> None:
    assert liability(Decimal(0), SHARE, [RELEASE]).reduction_bps == 0


def test_a_silent_contract_is_a_general_guarantee() -> None:
    """Rule 100."""
    assert mode_of(None) is Mode.GENERAL
    assert mode_of(Mode.JOINT) is Mode.JOINT
    assert step_of(Mode.GENERAL) is Step.SUE_DEBTOR
    assert step_of(Mode.JOINT) is Step.DEMAND_OF_GUARANTOR


MATURITY = day("2027-08-31")


@pytest.mark.parametrize(
    "agreed, last, statutory",
    [
        (None, "2028-02-29", True),
        ("2027-08-31", "2028-02-29", True),
        ("2027-09-01", "2027-09-01", False),
        ("2030-08-31", "2030-08-31", False),  # SC1: three years
    ],
)
def test_a_silent_period_is_six_months_after_maturity(agreed: str | None, last: str, statutory: bool) -> None:
    """Rule 100: and a period that ends with the debt is none."""
    found = period(MATURITY, agreed and day(agreed))  # type: ignore[arg-type]
    assert (to_date(found.last).isoformat(), found.is_statutory) == (last, statutory)


@pytest.mark.parametrize(
    "on, alert",
    [
        ("2027-11-30", None),
        ("2027-12-01", 90),
        ("2028-01-29", 90),
        ("2028-01-30", 30),
        ("2028-02-19", 10),
        ("2028-02-29", 10),
        ("2028-03-01", None),
    ],
)
def test_the_creditor_is_told_to_claim_before_the_period_ends(on: str, alert: int | None) -> None:
    """Rule 100."""
    assert claim_alert(period(MATURITY, None).last, day(on)) == alert


def test_a_policy_guarantor_is_warned_above_ten_million_or_a_tenth_of_its_assets() -> None:
    """Rule 101: the loan of SC1 sits exactly at the limit."""
    assets = Decimal(100_000_000)
    assert exceeds_policy(DEBT, assets) is False
    assert exceeds_policy(DEBT + Decimal("0.01"), None) is True
    assert exceeds_policy(DEBT, assets - Decimal("0.01")) is True
    assert exceeds_policy(DEBT, None) is None


def test_a_bank_should_keep_a_fifth() -> None:
    """Rule 102."""
    assert [bank_keeps_too_little(bps) for bps in (1_999, 2_000)] == [True, False]


amounts = st.integers(0, 10**12).map(lambda fen: Decimal(fen).scaleb(-2))
changes = st.lists(
    st.builds(Change, st.sampled_from(list(Acknowledgement)), amounts, st.booleans(), st.booleans()), max_size=5
)


@given(debt=amounts, bps=st.integers(0, 10_000), happened=changes, more=changes, maximum=st.none() | amounts)
def test_whatever_happens_more_frees_more_and_never_below_nothing(
    debt: Decimal, bps: int, happened: list[Change], more: list[Change], maximum: Decimal | None
) -> None:
    """Rule 103."""
    one, two = (liability(debt, bps, each, maximum) for each in (happened, happened + more))
    assert 0 <= two.owed <= one.owed <= one.full == two.full
    assert liability(debt, bps, happened[::-1], maximum).owed == one.owed
    with_all_consents = [replace(each, is_consented=True) for each in happened]
    assert liability(debt, bps, with_all_consents, maximum).owed == one.full
