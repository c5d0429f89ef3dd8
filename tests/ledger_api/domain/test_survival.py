"""Licences and the enforcement of a security: scenario SC15's three of the snapshot, those of the envelope, and one without consent."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger_api.domain.calendar import legal_day
from ledger_api.domain.rank import Interest, Publicity
from ledger_api.domain.survival import LEASED, Grant, Survival, against, forbade, survival
from ledger_api.domain.words import Burden, Effect, Security


def time(text: str) -> int:
    return int(datetime.fromisoformat(f"{text}+08:00").timestamp())


SURVIVES, REMOVABLE = Survival.SURVIVES, Survival.REMOVABLE
FILED, SALE = time("2026-09-02 10:31:22"), time("2027-12-01 10:00:00")
SECURITY = Interest(12, Publicity(FILED, legal_day(time("2029-09-01 00:00:00"))))
SNAPSHOT = [Grant(number, FILED - number) for number in (3, 4, 5)]
ENVELOPE = [Grant(20, FILED + 100, consented=frozenset({12})), Grant(21, FILED + 200, consented=frozenset({12}))]
UNCONSENTED = Grant(22, FILED + 300)


def test_the_snapshot_and_the_envelope_survive_and_the_unconsented_one_does_not() -> None:
    """Rule 51, SC15."""
    assert survival([UNCONSENTED, *ENVELOPE, *SNAPSHOT], [SECURITY], SALE) == {
        **dict.fromkeys((3, 4, 5, 20, 21), SURVIVES),
        22: REMOVABLE,
    }


@pytest.mark.parametrize("number, asked", [(8, LEASED), (9, LEASED), (10, Effect.CANCEL), (11, Effect.CANCEL)])
def test_a_lease_that_was_found_to_be_a_loan_forbade_what_leases_do_until_then(number: int, asked: Effect) -> None:
    """Rules 51, 109, 113: the judgment is line 10 of the journal."""
    assert forbade(Security(judged=10), Burden(effects=Effect.CANCEL), number) == asked


@pytest.mark.parametrize("recorded, fate", [(FILED - 1, SURVIVES), (FILED, REMOVABLE)])
def test_a_licence_must_come_before_the_filing(recorded: int, fate: Survival) -> None:
    """Rule 51."""
    assert against(Grant(1, recorded), SECURITY, SALE) is fate


def test_a_security_without_publicity_removes_nothing() -> None:
    """Rules 51, 67, 71: not filed, not verified, or lapsed by the day of the sale."""
    unverified = replace(SECURITY.filing, is_verified=False) if SECURITY.filing else None
    for filing in (None, unverified, Publicity(FILED, legal_day(SALE) - 1)):
        assert against(UNCONSENTED, Interest(12, filing), SALE) is SURVIVES


def test_a_security_filed_again_takes_licences_as_it_finds_them() -> None:
    """Rules 51, 71."""
    again = Interest(12, Publicity(FILED + 400, legal_day(SALE)))
    assert against(UNCONSENTED, again, SALE) is SURVIVES


def test_a_licence_must_withstand_every_security_whoever_enforces() -> None:
    """Rules 51, 97: consent of one creditor is not the other's."""
    second = Interest(30, Publicity(FILED + 50, legal_day(SALE)))
    assert survival(ENVELOPE, [SECURITY, second], SALE) == {20: REMOVABLE, 21: REMOVABLE}
    both = replace(ENVELOPE[0], consented=frozenset({12, 30}))
    between = Grant(9, FILED + 20)
    assert survival([both, between], [second, SECURITY], SALE) == {9: REMOVABLE, 20: SURVIVES}


def test_a_sublicence_stands_and_falls_with_its_parent() -> None:
    """Rules 51, 54."""
    subs = [Grant(40, FILED + 900, parent=3), Grant(41, FILED + 901, parent=40), Grant(42, FILED + 902, parent=22)]
    found = survival([*subs, *SNAPSHOT, UNCONSENTED], [SECURITY], SALE)
    assert (found[40], found[41], found[42]) == (SURVIVES, SURVIVES, REMOVABLE)
    consented = replace(subs[2], consented=frozenset({12}))
    assert survival([consented, UNCONSENTED], [SECURITY], SALE)[42] is REMOVABLE


def test_without_securities_every_licence_stays() -> None:
    assert survival([UNCONSENTED], [], SALE) == {22: SURVIVES}
    assert survival([], [SECURITY], SALE) == {}


grants = st.lists(
    st.builds(
        Grant,
        st.integers(1, 9),
        st.integers(FILED - 5, FILED + 5),
        st.just(0),
        st.sets(st.integers(1, 3)).map(frozenset),
    ),
    unique_by=lambda each: each.number,
)
securities = st.lists(
    st.builds(
        lambda number, offset: Interest(number, Publicity(FILED + offset, legal_day(SALE))),
        st.integers(1, 3),
        st.integers(-3, 3),
    ),
    unique_by=lambda each: each.number,
)


@given(given_=grants, held=securities)
def test_a_further_security_saves_no_licence_and_earlier_recording_loses_none(
    given_: list[Grant], held: list[Interest]
) -> None:
    """Rule 51."""
    found = survival(given_, held, SALE)
    for fewer in (held[1:], held[:-1]):
        assert all(
            survival(given_, fewer, SALE)[number] is SURVIVES for number, fate in found.items() if fate is SURVIVES
        )
    earlier = [replace(each, recorded_at=each.recorded_at - 1) for each in given_]
    assert all(survival(earlier, held, SALE)[number] is SURVIVES for number, fate in found.items() if fate is SURVIVES)
