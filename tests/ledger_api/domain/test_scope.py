"""Scopes of licences: scenario SC3, and who stands in a new one's way. The chain's own answers: tests/contracts/core/test_licensing.py."""

from dataclasses import replace
from datetime import date

import pytest

from ledger_api.domain.calendar import from_date
from ledger_api.domain.scope import contains, descends, in_the_way, is_fallen, is_live, is_over, meets
from ledger_api.domain.words import Action, Environment, Industry, Licence, LicenceKind, LicenceState, Purpose, Region

START, END = from_date(date(2026, 9, 1)), from_date(date(2028, 8, 31))
TODAY = START + 30

CHINA = Region((1 << 34) - 1)
HUMANOIDS = Licence(
    licensee=8,
    state=LicenceState.ACTIVE,
    start=START,
    end=END,
    actions=Action.READ | Action.DERIVE | Action.TRAIN,
    purposes=Purpose.HUMANOID_TRAINING,
    regions=CHINA,
)
"""P8's licence of SC3."""
EXCLUSIVE = replace(HUMANOIDS, licensee=9, kind=LicenceKind.EXCLUSIVE)


def test_an_exclusive_licence_for_what_another_may_do_is_in_conflict() -> None:
    """Rule 46, SC3."""
    assert meets(HUMANOIDS, EXCLUSIVE)
    assert in_the_way(EXCLUSIVE, TODAY, {3: HUMANOIDS}) == (3,)


def test_for_another_purpose_there_is_room_unless_the_first_has_all_purposes() -> None:
    """Rule 46, SC3."""
    stage = replace(EXCLUSIVE, purposes=Purpose.STAGE_PERFORMANCE)
    assert in_the_way(stage, TODAY, {3: HUMANOIDS}) == ()
    assert in_the_way(stage, TODAY, {3: replace(HUMANOIDS, purposes=Purpose(0))}) == (3,)


def test_one_licensee_is_not_kept_out_by_itself() -> None:
    """Rule 46."""
    assert in_the_way(replace(EXCLUSIVE, licensee=8), TODAY, {3: HUMANOIDS}) == ()


def test_licences_that_share_one_day_meet() -> None:
    """Rule 46."""
    assert meets(HUMANOIDS, replace(EXCLUSIVE, start=END, end=END + 9))
    assert not meets(HUMANOIDS, replace(EXCLUSIVE, start=END + 1, end=END + 9))
    assert not meets(replace(EXCLUSIVE, start=END + 1, end=END + 9), HUMANOIDS)
    assert meets(replace(EXCLUSIVE, start=END, end=END + 9), HUMANOIDS)


@pytest.mark.parametrize(
    "field, one, other",
    [
        ("actions", Action.READ, Action.TRAIN),
        ("purposes", Purpose.TEACHING, Purpose.MARKETING),
        ("industries", Industry.C, Industry.T),
        ("regions", Region.CN33, Region.ABROAD),
    ],
)
def test_one_dimension_apart_keeps_licences_apart(field: str, one: int, other: int) -> None:
    """Rules 44, 46: an empty set is everything, on either side."""
    wide = replace(HUMANOIDS, actions=Action(0), purposes=Purpose(0), regions=Region(0))
    a, b = replace(wide, **{field: one}), replace(wide, licensee=9, **{field: other})  # type: ignore[arg-type]
    assert not meets(a, b)
    assert meets(a, replace(wide, licensee=9))
    assert meets(replace(wide, licensee=9), a)
    assert not contains(a, b)
    assert not contains(a, wide)
    assert contains(wide, a)


def test_non_exclusive_licences_stand_in_nobodys_way_but_an_exclusive_ones() -> None:
    """Rule 46."""
    other = replace(HUMANOIDS, licensee=9)
    sole = replace(HUMANOIDS, kind=LicenceKind.SOLE)
    assert in_the_way(other, TODAY, {3: HUMANOIDS}) == ()
    assert in_the_way(other, TODAY, {3: sole, 2: replace(EXCLUSIVE, licensee=7)}) == (2, 3)


@pytest.mark.parametrize("state, stands", [("ACTIVE", True), ("SUSPENDED", True), ("ENDED", True), ("CLOSED", False)])
def test_only_a_closed_licence_stands_in_nobodys_way(state: str, stands: bool) -> None:
    """Rule 46."""
    stored = {3: replace(HUMANOIDS, state=LicenceState[state])}
    assert bool(in_the_way(EXCLUSIVE, TODAY, stored)) == stands


def test_a_sublicence_is_not_kept_out_by_what_it_is_given_under() -> None:
    """Rules 44, 46."""
    stored = {3: HUMANOIDS, 4: replace(HUMANOIDS, licensee=7, parent=3), 5: replace(HUMANOIDS, licensee=6, parent=4)}
    assert descends(stored[5], 3, stored)
    assert not descends(stored[3], 5, stored)
    assert in_the_way(replace(EXCLUSIVE, parent=4), TODAY, stored) == (5,)


def test_sublicences_fall_with_what_they_were_given_under() -> None:
    """Rules 46, 54."""
    stored = {3: replace(HUMANOIDS, end=TODAY), 4: replace(HUMANOIDS, licensee=7, parent=3)}
    assert is_live(stored[4], TODAY, stored)
    assert not is_fallen(stored[4], TODAY, stored)
    assert is_fallen(stored[4], TODAY + 1, stored)
    assert is_over(stored[4], TODAY + 1, stored)
    assert not is_live(stored[4], TODAY + 1, stored)
    assert in_the_way(EXCLUSIVE, TODAY + 1, stored) == (3,)


def test_a_suspended_licence_is_neither_live_nor_over() -> None:
    """Rule 54."""
    suspended = replace(HUMANOIDS, state=LicenceState.SUSPENDED)
    assert not is_live(suspended, TODAY, {})
    assert not is_over(suspended, END, {})
    assert is_over(suspended, END + 1, {})
    assert is_over(replace(HUMANOIDS, state=LicenceState.ENDED), TODAY, {})
    assert not is_live(HUMANOIDS, END + 1, {})


def test_a_sublicence_lies_within_its_parent_in_every_dimension() -> None:
    """Rule 44."""
    outer = replace(HUMANOIDS, environments=Environment.SANDBOX)
    assert contains(outer, outer)
    assert contains(outer, replace(outer, actions=Action.READ, start=START + 1, end=END - 1))
    for wider in (
        replace(outer, actions=Action.READ | Action.DISTRIBUTE),
        replace(outer, purposes=Purpose(0)),
        replace(outer, regions=Region(0)),
        replace(outer, environments=Environment(0)),
        replace(outer, start=START - 1),
        replace(outer, end=END + 1),
    ):
        assert not contains(outer, wider)
