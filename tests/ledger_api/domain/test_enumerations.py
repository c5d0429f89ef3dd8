import pytest

from ledger_api.domain.enumerations import Enumeration, enumerations, term, terms
from ledger_api.domain.words import CaseFlag, CaseState, Purpose, Region


@pytest.mark.parametrize("enumeration", enumerations().values(), ids=lambda each: each.name)
def test_every_code_has_a_term_in_both_languages(enumeration: Enumeration) -> None:
    assert enumeration.zh
    assert enumeration.en
    for each in enumeration.terms:
        assert each.zh
        assert each.en.isascii()


@pytest.mark.parametrize("enumeration", enumerations().values(), ids=lambda each: each.name)
def test_no_two_codes_of_a_kind_read_the_same(enumeration: Enumeration) -> None:
    assert len({each.en for each in enumeration.terms}) == len(enumeration.terms)
    assert len({each.zh for each in enumeration.terms}) == len(enumeration.terms)


def test_a_code_knows_its_terms() -> None:
    assert term(CaseState.NOTICE).zh == "公示中"
    assert term(CaseState.NOTICE).en == "In public notice"


def test_a_mark_has_its_chinese_term_from_the_table() -> None:
    assert term(CaseFlag.DEEMED).zh == "视为受理"


def test_a_mask_is_told_bit_by_bit_from_the_lowest() -> None:
    assert [each.en for each in terms(Purpose.STAGE_PERFORMANCE | Purpose.RESEARCH)] == [
        "Scientific research",
        "Stage performance",
    ]
    assert terms(Region(0)) == ()


def test_a_mask_of_several_bits_has_no_single_term() -> None:
    with pytest.raises(KeyError):
        term(Region.CN11 | Region.CN12)


def test_values_are_those_on_chain() -> None:
    region = enumerations()["Region"]
    assert region.kind == "mask"
    assert region.terms[-1].value == Region.ABROAD == 1 << 34
