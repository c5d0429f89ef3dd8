"""The flags over rights, from burdens, slots and licences."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import from_date
from ledger_api.domain.overlays import NOTHING, Facts, Overlay, entry_overlays, overlays
from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Head, Licence, LicenceState, Right, SlotStatus

TODAY, END = from_date(date(2026, 11, 2)), from_date(date(2031, 8, 19))
ALL = Right.HOLD | Right.USE | Right.OPERATE
HEAD = Head(holder=(5, 5, 5), until=(END, END, END), status=(SlotStatus.ACTIVE,) * 3)


def burden(kind: BurdenKind, **fields: object) -> Burden:
    return replace(Burden(kind=kind, state=BurdenState.OPEN, rights=ALL, day=TODAY), **fields)  # type: ignore[arg-type]


def flags(*burdens: Burden, day: int = TODAY, right: Right = Right.OPERATE, **facts: object) -> Overlay:
    numbered = dict(enumerate(burdens, start=10))
    return overlays(replace(Facts(HEAD, numbered), **facts), right, day)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind, flag",
    [
        (BurdenKind.LEASE, Overlay.LEASED),
        (BurdenKind.COURT_ORDER, Overlay.FROZEN),
        (BurdenKind.CONTROL, Overlay.CONTROLLED),
        (BurdenKind.DISPUTE, Overlay.DISPUTED),
        (BurdenKind.BANKRUPTCY, Overlay.BANKRUPT),
        (BurdenKind.SOURCE_LOSS, Overlay.BASIS_LAPSED),
        (BurdenKind.SYNC_CONFLICT, Overlay.CONFLICT),
        (BurdenKind.CLAUSE, NOTHING),
        (BurdenKind.PRIORITY_NOTICE, NOTHING),
    ],
)
def test_an_open_burden_shows_its_flag(kind: BurdenKind, flag: Overlay) -> None:
    """Rule 37."""
    assert flags(burden(kind)) == flag
    assert flags(burden(kind, state=BurdenState.CLOSED)) == NOTHING
    assert flags(burden(kind, state=BurdenState.QUEUED)) == NOTHING


def test_a_burden_shows_through_its_last_day() -> None:
    """Rule 114."""
    frozen = burden(BurdenKind.COURT_ORDER, until=TODAY + 3)
    assert flags(frozen, day=TODAY + 3) == Overlay.FROZEN
    assert flags(frozen, day=TODAY + 4) == NOTHING


def test_a_burden_shows_on_the_rights_it_lies_on() -> None:
    leased = burden(BurdenKind.LEASE, rights=Right.USE | Right.OPERATE)
    assert [flags(leased, right=right) for right in Right] == [NOTHING, Overlay.LEASED, Overlay.LEASED]


def test_a_security_shows_once_it_is_perfected() -> None:
    """Rule 67, SC1: recorded on the ledger, it is no pledge to the world."""
    recorded = burden(BurdenKind.SECURITY)
    assert flags(recorded) == NOTHING
    assert flags(recorded, perfected=frozenset({10})) == Overlay.PLEDGED
    assert flags(recorded, perfected=frozenset({11})) == NOTHING


def test_an_exclusive_licence_shows_as_long_as_it_can_come_to_life() -> None:
    """Rules 46, 54."""
    exclusive = burden(BurdenKind.EXCLUSIVE_LICENCE)
    live = Licence(licensee=8, state=LicenceState.ACTIVE, start=TODAY, end=TODAY + 9)
    for licence, day, flag in (
        (live, TODAY - 1, Overlay.EXCLUSIVELY_LICENSED),
        (live, TODAY + 9, Overlay.EXCLUSIVELY_LICENSED),
        (live, TODAY + 10, NOTHING),
        (replace(live, state=LicenceState.SUSPENDED), TODAY, Overlay.EXCLUSIVELY_LICENSED),
        (replace(live, state=LicenceState.ENDED), TODAY, NOTHING),
        (replace(live, parent=3), TODAY, NOTHING),
    ):
        licences = {10: licence, 3: replace(live, state=LicenceState.ENDED)}
        assert flags(exclusive, day=day, licences=licences) == flag
    assert flags(exclusive) == NOTHING


def test_a_right_past_its_last_day_has_lost_its_basis_and_keeps_its_security() -> None:
    """Rule 32, SC13."""
    assert flags(burden(BurdenKind.SECURITY), day=END, perfected=frozenset({10})) == Overlay.PLEDGED
    assert (
        flags(burden(BurdenKind.SECURITY), day=END + 1, perfected=frozenset({10}))
        == Overlay.PLEDGED | Overlay.BASIS_LAPSED
    )


def test_a_source_past_its_end_takes_the_basis_of_every_right() -> None:
    """SC4."""
    sourced = replace(HEAD, source_until=TODAY)
    assert entry_overlays(Facts(sourced), TODAY) == NOTHING
    assert entry_overlays(Facts(sourced), TODAY + 1) == Overlay.BASIS_LAPSED


@pytest.mark.parametrize("status", [SlotStatus.EMPTY, SlotStatus.CANCELLED])
def test_a_right_that_is_not_there_has_no_basis_to_lose(status: SlotStatus) -> None:
    gone = replace(HEAD, status=(status,) * 3)
    assert entry_overlays(Facts(gone), END + 1) == NOTHING


def test_what_is_frozen_at_a_party_shows_on_the_rights_it_holds() -> None:
    """Rule 114."""
    shared = replace(HEAD, holder=(5, 5, 6))
    facts = Facts(shared, of_holders={6: [burden(BurdenKind.COURT_ORDER)], 7: [burden(BurdenKind.CONTROL)]})
    assert [overlays(facts, right, TODAY) for right in Right] == [NOTHING, NOTHING, Overlay.FROZEN]
    assert entry_overlays(facts, TODAY) == Overlay.FROZEN


def test_a_partys_burden_shows_while_it_bites_and_on_its_rights() -> None:
    past = burden(BurdenKind.COURT_ORDER, until=TODAY - 1)
    elsewhere = burden(BurdenKind.CONTROL, rights=Right.HOLD)
    assert overlays(Facts(HEAD, of_holders={5: [past, elsewhere]}), Right.OPERATE, TODAY) == NOTHING


def test_every_flag_and_every_kind_of_burden_is_spoken_for() -> None:
    assert len(Overlay.terms()) == len(Overlay)
    assert (Overlay.FROZEN | Overlay.PLEDGED).zh == "查封、质押"
    for kind in list(BurdenKind)[1:]:
        assert flags(burden(kind)) in {*Overlay, NOTHING}


@given(
    kinds=st.lists(st.sampled_from(list(BurdenKind)[1:]), max_size=6),
    more=st.sampled_from(list(BurdenKind)[1:]),
    data=st.data(),
)
def test_one_more_burden_hides_no_flag_and_their_order_says_nothing(
    kinds: list[BurdenKind], more: BurdenKind, data: st.DataObject
) -> None:
    shown = flags(*map(burden, kinds))
    assert shown & flags(*map(burden, [*kinds, more])) == shown
    assert flags(*map(burden, data.draw(st.permutations(kinds)))) == shown
