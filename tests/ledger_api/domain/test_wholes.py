"""Sets of codes that read as one in the sentences people sign."""

from ledger_api.domain.enumerations import WHOLES, terms
from ledger_api.domain.phrases import value_text
from ledger_api.domain.words import Region

MAINLAND = WHOLES[Region].value


def test_all_mainland_provinces_read_as_one() -> None:
    assert value_text(MAINLAND, "Region?", "zh") == "中国内地全境"


def test_what_lies_outside_a_whole_is_still_named() -> None:
    assert value_text(MAINLAND | Region.CN81, "Region?", "zh") == "中国内地全境、香港"


def test_a_whole_with_one_province_missing_names_the_others_one_by_one() -> None:
    assert len(terms(Region(MAINLAND) & ~Region.CN33)) == 30
