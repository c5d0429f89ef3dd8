"""What a report on a security says beside its facts."""

from dataclasses import replace

import pytest

from ledger_api.domain.disclosures import REFRESH_DAYS, Circumstances, Disclosure, disclosures
from ledger_api.domain.words import BurdenKind, Security, SecurityFlag, SecurityState

DAY = 20_700
SECURITY = Security(state=SecurityState.PERFECTED)
AROUND = Circumstances(day=DAY, recorded=DAY - 100, escrow_proven=DAY)


def test_every_report_says_that_licences_need_not_be_all() -> None:
    """Rule 83."""
    assert Disclosure.NOT_EXHAUSTIVE in disclosures(SECURITY, AROUND)


def test_a_security_goes_on_in_what_comes_in_its_objects_place() -> None:
    """Rule 85."""
    assert Disclosure.SURROGATES in disclosures(SECURITY, AROUND)


@pytest.mark.parametrize(
    "proven, weak", [(DAY, False), (DAY - REFRESH_DAYS, False), (DAY - REFRESH_DAYS - 1, True), (None, True)]
)
def test_control_is_weak_without_fresh_proof_of_an_escrowed_copy(proven: int | None, weak: bool) -> None:
    """Rule 84."""
    found = disclosures(SECURITY, replace(AROUND, escrow_proven=proven))
    assert (Disclosure.CONTROL_WEAK in found) is weak


@pytest.mark.parametrize(
    "kind, day, told",
    [
        (BurdenKind.SOURCE_LOSS, DAY, True),
        (BurdenKind.SOURCE_LOSS, DAY - 100, True),
        (BurdenKind.SOURCE_LOSS, DAY - 101, False),
        (BurdenKind.DISPUTE, DAY + 1, False),
        (BurdenKind.CLAUSE, DAY, False),
    ],
)
def test_what_lessens_the_value_since_it_was_recorded_shows(kind: BurdenKind, day: int, told: bool) -> None:
    """Rule 84."""
    found = disclosures(SECURITY, replace(AROUND, burdens=[(kind, day)]))
    assert (Disclosure.VALUE_AT_RISK in found) is told


def test_another_holder_of_the_same_right_lessens_it_too() -> None:
    """Rule 84."""
    assert Disclosure.VALUE_AT_RISK in disclosures(SECURITY, replace(AROUND, parallel=[DAY]))
    assert Disclosure.VALUE_AT_RISK not in disclosures(SECURITY, AROUND)


def test_derived_data_are_covered_only_where_that_was_agreed() -> None:
    """Rule 86."""
    derived = replace(AROUND, derived=1)
    assert Disclosure.DERIVED_NOT_COVERED in disclosures(SECURITY, derived)
    assert Disclosure.DERIVED_NOT_COVERED not in disclosures(SECURITY, AROUND)
    agreed = replace(SECURITY, flags=SecurityFlag.INCLUDES_DERIVED)
    assert Disclosure.DERIVED_NOT_COVERED not in disclosures(agreed, derived)


def test_new_credit_for_old_is_warned_of_its_rank() -> None:
    """Rule 91."""
    assert Disclosure.RELEASE_ENDS_RANK in disclosures(SECURITY, replace(AROUND, refinanced=True))
    assert Disclosure.RELEASE_ENDS_RANK not in disclosures(SECURITY, AROUND)


@pytest.mark.parametrize("state", [SecurityState.NONE, SecurityState.RELEASED, SecurityState.VOIDED])
def test_of_what_has_ended_nothing_is_said(state: SecurityState) -> None:
    assert disclosures(replace(SECURITY, state=state), replace(AROUND, refinanced=True)) == Disclosure(0)


def test_each_has_its_term() -> None:
    assert all(each.zh for each in Disclosure)
    assert len(Disclosure.terms()) == len(Disclosure)
