"""Officers packed into one word."""

import pytest

from ledger_api.domain.filing import Filing, missing
from ledger_api.domain.signatories import pack, unpack


def test_officers_stand_ascending_from_the_low_end() -> None:
    assert pack([9, 7]) == 7 | 9 << 24
    assert unpack(pack([9, 7])) == (7, 9)


def test_nobody_is_zero() -> None:
    assert unpack(0) == ()


@pytest.mark.parametrize("officers", [[], list(range(1, 12)), [3, 3], [0], [1 << 24]])
def test_a_list_no_act_can_have_is_refused(officers: list[int]) -> None:
    with pytest.raises(ValueError, match="officer"):
        pack(officers)


@pytest.mark.parametrize("by", [9 | 7 << 24, 7 << 24, 7 | 7 << 24, 1 << 255])
def test_a_word_no_list_makes_is_refused(by: int) -> None:
    with pytest.raises(ValueError, match="officer"):
        unpack(by)


def test_who_has_not_signed_yet_is_known() -> None:
    assert missing(Filing(pack([7, 9]), 0, 0, ()), [9]) == (7,)
