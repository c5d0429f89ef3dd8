"""Rank by the statutory filing: scenario SC7, the cases of Civil Code 414–416, and that the order of the facts says nothing."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import from_date
from ledger_api.domain.rank import Interest, Publicity, Ranked, ahead_of, effective_rank, is_purchase_money


def time(text: str) -> int:
    return int(datetime.fromisoformat(f"{text}+08:00").timestamp())


def day(text: str) -> int:
    return from_date(datetime.fromisoformat(text).date())


def filed(text: str, **fields: object) -> Publicity:
    return replace(Publicity(time(text), day("2029-09-01")), **fields)  # type: ignore[arg-type]


def places(interests: list[Interest], at: str) -> dict[int, int]:
    return {each.number: each.place for each in effective_rank(interests, time(at)) if each.tranche == 0}


FIRST_BANK = Interest(12, filed("2026-09-02 10:31:22"))
SECOND_BANK = Interest(19, filed("2026-09-01 16:00:00"))
"""B2 of SC7: recorded on the ledger later, filed earlier."""
RECORDED = Interest(3)
NOW = "2026-09-10 12:00:00"


def test_the_filing_decides_and_not_the_ledger() -> None:
    """Rule 68, SC7: recorded on 5 September and filed on the 1st goes ahead of recorded on 31 August and filed on the 2nd. (rule 117)"""
    assert places([FIRST_BANK, SECOND_BANK], NOW) == {19: 1, 12: 2}


def test_a_filing_that_was_not_verified_gives_no_rank() -> None:
    """Rule 67, SC7: a description that fits no right stays unverified until people decide."""
    pending = Interest(19, filed("2026-09-01 16:00:00", is_verified=False))
    assert effective_rank([FIRST_BANK, pending], time(NOW)) == (
        Ranked(12, 0, 1, is_perfected=True, maximum=None),
        Ranked(19, 0, 2, is_perfected=False, maximum=None),
    )


def test_before_it_is_filed_an_interest_has_no_rank() -> None:
    """Rule 67, SC1."""
    assert FIRST_BANK.perfected_since(time("2026-09-02 10:31:21")) is None
    assert FIRST_BANK.perfected_since(time("2026-09-02 10:31:22")) == time("2026-09-02 10:31:22")


def test_unperfected_interests_share_the_last_place() -> None:
    """Rule 68."""
    assert places([RECORDED, FIRST_BANK, Interest(4)], NOW) == {12: 1, 3: 2, 4: 2}
    assert places([RECORDED, Interest(4)], NOW) == {3: 1, 4: 1}


def test_perfection_lasts_through_the_last_day_of_the_term() -> None:
    """Rule 71."""
    assert places([FIRST_BANK, RECORDED], "2029-09-01 23:59:59") == {12: 1, 3: 2}
    assert places([FIRST_BANK, RECORDED], "2029-09-02 00:00:00") == {12: 1, 3: 1}


def test_filing_again_after_a_lapse_gives_a_new_time() -> None:
    """Rule 71: the junior has moved up and stays there."""
    again = replace(SECOND_BANK, filing=filed("2029-09-03 09:00:00", until=day("2031-01-01")))
    other = replace(FIRST_BANK, filing=filed("2026-09-02 10:31:22", until=day("2031-01-01")))
    assert places([again, other], "2029-09-03 09:00:00") == {12: 1, 19: 2}


def test_filings_of_one_second_are_ordered_by_their_sequence() -> None:
    """Rule 68."""
    one, two = (Interest(n, filed("2026-09-02 10:31:22", sequence=n)) for n in (1, 2))
    assert places([two, one], NOW) == {1: 1, 2: 2}


def test_filings_of_one_second_share_a_place_unless_all_have_a_sequence() -> None:
    """Rule 68."""
    known = [Interest(n, filed("2026-09-02 10:31:22", sequence=n)) for n in (1, 2)]
    unknown = Interest(3, filed("2026-09-02 10:31:22"))
    assert places([*known, unknown, SECOND_BANK], NOW) == {19: 1, 1: 2, 2: 2, 3: 2}


@pytest.mark.parametrize(
    "when, advances", [("2026-08-01 09:00", True), ("2026-09-12 23:59:59", True), ("2026-09-13 00:00:00", False)]
)
def test_purchase_money_filed_within_ten_days_goes_ahead(when: str, advances: bool) -> None:
    """Rule 70: the day of delivery is not counted."""
    seller = Interest(30, filed(when), delivered=day("2026-09-02"))
    assert is_purchase_money(seller) == advances
    earlier = Interest(5, filed("2026-07-01 09:00:00"))
    assert places([earlier, seller], "2026-10-01 00:00:00") == ({30: 1, 5: 2} if advances else {5: 1, 30: 2})


def test_several_purchase_money_securities_rank_by_time_among_themselves() -> None:
    """Rule 70; security interpretation 57."""
    one, two = (Interest(n, filed(f"2026-09-0{n} 09:00:00"), delivered=day("2026-09-01")) for n in (2, 3))
    assert places([two, one, Interest(9, filed("2026-01-01 00:00:00"))], NOW) == {2: 1, 3: 2, 9: 3}


def test_an_unfiled_purchase_money_security_has_no_rank() -> None:
    """Rules 67, 70."""
    unfiled = Interest(30, delivered=day("2026-09-01"))
    assert not is_purchase_money(unfiled)
    assert places([unfiled, FIRST_BANK], NOW) == {12: 1, 30: 2}


def test_an_increase_ranks_by_its_own_filing() -> None:
    """Rule 77: and never by the delivery of what the first loan bought (rule 70)."""
    increase = filed("2026-09-05 09:00:00", maximum=Decimal(2_000_000))
    grown = replace(
        FIRST_BANK,
        filing=filed("2026-09-02 10:31:22", maximum=Decimal(12_000_000)),
        increases=(increase,),
        delivered=day("2026-09-01"),
    )
    between = Interest(20, filed("2026-09-03 09:00:00", maximum=Decimal(1)))
    ranked = effective_rank([grown, between], time(NOW))
    assert [(each.number, each.tranche, each.place, each.maximum) for each in ranked] == [
        (12, 0, 1, Decimal(12_000_000)),
        (20, 0, 2, Decimal(1)),
        (12, 1, 3, Decimal(2_000_000)),
    ]


def test_an_increase_falls_with_the_filing_it_increases() -> None:
    """Rules 71, 77."""
    lapsed = Interest(
        1,
        filed("2026-09-02 09:00:00", until=day("2026-09-09")),
        (filed("2026-09-03 09:00:00"), filed("2026-09-04 09:00:00")),
    )
    assert {each.is_perfected for each in effective_rank([lapsed], time(NOW))} == {False}


def test_an_increase_not_yet_verified_shares_the_last_place() -> None:
    """Rules 67, 77."""
    grown = replace(FIRST_BANK, increases=(filed("2026-09-03 09:00:00", is_verified=False),))
    assert [each.place for each in effective_rank([grown, RECORDED], time(NOW))] == [1, 2, 2]


def test_a_guarantor_that_paid_stands_right_behind_the_remainder() -> None:
    """Rule 104: behind its creditor, ahead of whoever comes next; when the creditor is paid off, in its place."""
    guarantor = Interest(40, SECOND_BANK.filing, behind=19)
    assert places([guarantor, FIRST_BANK, SECOND_BANK], NOW) == {19: 1, 40: 2, 12: 3}
    assert places([guarantor, FIRST_BANK], NOW) == {40: 1, 12: 2}


def test_a_guarantor_stands_behind_the_remainder_where_sequences_are_not_told() -> None:
    """Rules 68, 104."""
    filing = filed("2026-09-02 10:31:22", sequence=7)
    others = [Interest(1, filing), Interest(2, filing, behind=1), Interest(3, filed("2026-09-02 10:31:22"))]
    assert places(others, NOW) == {1: 1, 3: 1, 2: 2}


def test_what_stands_in_a_circle_or_twice_is_refused() -> None:
    filing = FIRST_BANK.filing
    with pytest.raises(ValueError, match="behind itself"):
        effective_rank([Interest(1, filing, behind=2), Interest(2, filing, behind=1)], time(NOW))
    with pytest.raises(ValueError, match="one number"):
        effective_rank([FIRST_BANK, FIRST_BANK], time(NOW))


def test_who_is_ahead_includes_who_shares_the_place() -> None:
    ranked = effective_rank([FIRST_BANK, SECOND_BANK, RECORDED, Interest(4)], time(NOW))
    assert [each.number for each in ahead_of(ranked, 19)] == []
    assert [each.number for each in ahead_of(ranked, 12)] == [19]
    assert [each.number for each in ahead_of(ranked, 3)] == [19, 12, 4]
    grown = replace(SECOND_BANK, increases=(filed("2026-09-03 09:00:00"),))
    assert ahead_of(effective_rank([FIRST_BANK, grown], time(NOW)), 19) == ()


BASE = time("2026-09-01 00:00:00")
publicities = st.builds(
    lambda offset, days, sequence, verified: Publicity(
        BASE + offset, day("2026-09-01") + days, sequence, is_verified=verified
    ),
    st.integers(0, 3).map(lambda n: n * 86_400),
    st.integers(0, 6),
    st.integers(0, 2),
    st.sampled_from((True, True, False)),
)


@st.composite
def many(draw: st.DrawFn) -> list[Interest]:
    numbers = draw(st.lists(st.integers(1, 20), unique=True, max_size=7))
    return [
        Interest(
            number,
            draw(st.none() | publicities),
            tuple(draw(st.lists(publicities, max_size=2))),
            draw(st.none() | st.just(day("2026-08-23"))),
        )
        for number in numbers
    ]


@given(interests=many(), at=st.integers(0, 8), data=st.data())
def test_the_order_of_the_facts_says_nothing(interests: list[Interest], at: int, data: st.DataObject) -> None:
    """Rules 67, 68."""
    shuffled = data.draw(st.permutations(interests))
    assert effective_rank(shuffled, BASE + at * 86_400) == effective_rank(interests, BASE + at * 86_400)


@given(interests=many(), at=st.integers(0, 8))
def test_places_are_a_total_preorder_by_filing_time(interests: list[Interest], at: int) -> None:
    """Rules 68, 70: one after the other from 1, unperfected ones last together, an earlier filing never behind a later one."""
    moment = BASE + at * 86_400
    ranked = effective_rank(interests, moment)
    assert sorted({each.place for each in ranked}) == list(range(1, len({each.place for each in ranked}) + 1))
    assert len(ranked) == sum(1 + len(each.increases) for each in interests)
    last = {each.place for each in ranked if not each.is_perfected}
    assert len(last) <= 1
    assert all(each.place < min(last) for each in ranked if last and each.is_perfected)
    found = {each.number: each for each in interests}
    perfected = [each for each in ranked if each.is_perfected]
    for one in perfected:
        for two in perfected:
            a, b = (_times(found[each.number], each.tranche) for each in (one, two))
            if a < b:
                assert one.place < two.place


def _times(interest: Interest, tranche: int) -> tuple[bool, int]:
    filing = (interest.filing, *interest.increases)[tranche]
    assert filing is not None
    return not (tranche == 0 and is_purchase_money(interest)), filing.filed_at


@given(interests=many(), at=st.integers(0, 8))
def test_whoever_comes_later_moves_nobody_ahead_of_it(interests: list[Interest], at: int) -> None:
    """Rule 68."""
    moment = BASE + at * 86_400
    late = Interest(99, Publicity(BASE + 5 * 86_400, day("2027-01-01")))
    before = {
        (each.number, each.tranche): each.place for each in effective_rank(interests, moment) if each.is_perfected
    }
    after = {(each.number, each.tranche): each.place for each in effective_rank([*interests, late], moment)}
    assert before.items() <= after.items()


def test_who_let_another_go_ahead_stands_right_behind_it_and_its_parts() -> None:
    """Rule 76: with the assent of all, the first goes behind the third; the second, who gave it, is not put back by it."""
    first = Interest(2, filed("2026-09-01 10:00:00"), after=4)
    second, third = Interest(3, filed("2026-09-02 10:00:00")), Interest(4, filed("2026-09-03 10:00:00"))
    part = Interest(5, filed("2026-09-03 10:00:00"), behind=4)
    last = Interest(6, filed("2026-09-04 10:00:00"))
    assert places([first, second, third, part, last], NOW) == {3: 1, 4: 2, 5: 3, 2: 4, 6: 5}


def test_who_ceded_to_one_that_is_not_perfected_or_stands_ahead_anyway_loses_nothing() -> None:
    """Rule 76."""
    first = Interest(2, filed("2026-09-01 10:00:00"), after=3)
    assert places([first, Interest(3)], NOW) == {2: 1, 3: 2}
    assert places([replace(FIRST_BANK, after=19), SECOND_BANK], NOW) == {19: 1, 12: 2}
    assert places([replace(FIRST_BANK, after=99)], NOW) == {12: 1}


def test_a_circle_of_cessions_is_refused() -> None:
    circle = [replace(FIRST_BANK, after=19), replace(SECOND_BANK, after=12)]
    with pytest.raises(ValueError, match="behind itself"):
        effective_rank(circle, time(NOW))
