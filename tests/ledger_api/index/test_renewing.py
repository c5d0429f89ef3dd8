"""A right whose timely renewal is not decided is in force, whatever its last day. (rule 32)"""

from dataclasses import replace

import pytest

from ledger_api.domain.packing import Word
from ledger_api.domain.words import Case, CaseKind, CaseState, Head, Right, SlotStatus
from ledger_api.index.views.effective import Effective
from ledger_api.index.views.entries import RightState, rights

HEAD = Head(
    holder=(5, 5, 6), until=(100, 100, 100), status=(SlotStatus.ACTIVE, SlotStatus.CANCELLED, SlotStatus.ACTIVE)
)
RENEWAL = Case(
    kind=CaseKind.RENEWAL, state=CaseState.UNDER_REVIEW, asked=Right.HOLD | Right.USE | Right.OPERATE, applicant=5
)


def states(case: Case, day: int = 101) -> list[RightState]:
    words: dict[tuple[str, int, bytes], Word] = {("Head", 0, b""): HEAD, ("Case", 7, b""): case}
    effective = Effective(bytes(32), {key: word.encode() for key, word in words.items()})
    return [each.state for each in rights(effective, day)]


def test_only_rights_of_its_applicant_that_were_not_cancelled() -> None:
    assert states(RENEWAL) == [RightState.LIVE, RightState.CANCELLED, RightState.LAPSED]


@pytest.mark.parametrize(
    "case",
    [
        replace(RENEWAL, kind=CaseKind.CHANGE),
        replace(RENEWAL, asked=Right.USE),
        replace(RENEWAL, state=CaseState.REFUSED),
        replace(RENEWAL, state=CaseState.WITHDRAWN),
        replace(RENEWAL, state=CaseState.CORRECTION, due=100),
    ],
)
def test_no_other_case_keeps_it_so(case: Case) -> None:
    assert states(case)[0] is RightState.LAPSED


def test_a_correction_list_keeps_it_until_its_last_day() -> None:
    assert states(replace(RENEWAL, state=CaseState.CORRECTION, due=101))[0] is RightState.LIVE


def test_on_its_last_day_it_needs_no_renewal() -> None:
    assert states(replace(RENEWAL, asked=Right.USE), day=100)[0] is RightState.LIVE
