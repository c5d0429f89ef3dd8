"""Which rights may be registered for data of which origin: domain table 1.2, every set of origins and bases against a model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from ledger_api.domain.words import Basis, Claim, Form, Head, Origin, Right, Sensitivity
from tests.contracts.core.harnesses import ORIGINS, deploy

ALL = Right.HOLD | Right.USE | Right.OPERATE
QUICK = settings(max_examples=300, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def origins(bare: LocalChain) -> Contract:
    return deploy(bare, ORIGINS)


def verdict(contract: Contract, claim: Claim, rights: int, head: Head | None = None) -> str:
    """The error that refuses the claim, or nothing."""
    try:
        contract.call("check", claim.encode(), (head or Head()).encode(), rights)
    except Reverted as refused:
        return refused.name
    return ""


def admissible(claim: Claim, rights: int, head: Head) -> bool:
    """Table 1.2 as prose has it, origin by origin."""
    bases = claim.bases | head.bases
    operate = bool(rights & Right.OPERATE)
    allowed = {
        Origin.ENTRUSTED: False,
        Origin.GOVERNMENT: False,
        Origin.PUBLIC_AUTHORISED: Basis.PUBLIC_DATA_NUMBER in bases,
        Origin.DERIVED: Basis.SOURCE_RIGHT in bases,
        Origin.SCRAPED_PUBLIC: not operate or (claim.form != Form.RESOURCE and Basis.NO_SUBSTITUTION in bases),
        Origin.FUSED: not operate or bool(bases & (Basis.CONTRACT_ALLOCATES | Basis.PARTICIPANTS_CONSENT)),
    }
    sensitive_without_opinion = bool(claim.sensitivity) and Basis.COMPLIANCE_OPINION not in bases
    return (
        bool(claim.origins)
        and all(allowed.get(each, True) for each in claim.origins | head.origins)
        and Sensitivity.CORE not in claim.sensitivity
        and not sensitive_without_opinion
    )


def masks(kind: type[Origin] | type[Basis] | type[Sensitivity]) -> st.SearchStrategy[int]:
    return st.lists(st.sampled_from(list(kind)), unique=True, max_size=3).map(sum)


@given(
    own=masks(Origin),
    earlier=masks(Origin),
    bases=masks(Basis),
    held=masks(Basis),
    sensitivity=masks(Sensitivity),
    form=st.sampled_from([Form.RESOURCE, Form.PRODUCT, Form.SERVICE]),
    rights=st.integers(1, 7),
)
@QUICK
def test_every_right_passes_for_each_origin_or_none_does(
    origins: Contract, own: int, earlier: int, bases: int, held: int, sensitivity: int, form: Form, rights: int
) -> None:
    """Rules 14–20."""
    claim = Claim(origins=Origin(own), form=form, bases=Basis(bases), sensitivity=Sensitivity(sensitivity))
    head = Head(origins=Origin(earlier), bases=Basis(held))
    assert (verdict(origins, claim, rights, head) == "") == admissible(claim, rights, head)


@pytest.mark.parametrize(
    "claim, rights, error",
    [
        (Claim(form=Form.RESOURCE), ALL, "OriginMissing"),
        (Claim(origins=Origin.ENTRUSTED, form=Form.RESOURCE), Right.HOLD, "OriginNotRegistrable"),  # rule 17
        (
            Claim(origins=Origin.GOVERNMENT | Origin.COLLECTED, form=Form.RESOURCE),
            Right.USE,
            "OriginNotRegistrable",
        ),  # rule 19
        (Claim(origins=Origin.PUBLIC_AUTHORISED, form=Form.PRODUCT), Right.HOLD, "BasisMissing"),  # rule 19
        (Claim(origins=Origin.DERIVED, form=Form.RESOURCE), Right.HOLD, "BasisMissing"),  # rule 18
        (Claim(origins=Origin.SCRAPED_PUBLIC, form=Form.RESOURCE), ALL, "RawScrapedData"),  # rule 15
        (Claim(origins=Origin.SCRAPED_PUBLIC, form=Form.PRODUCT), ALL, "BasisMissing"),  # rule 15
        (Claim(origins=Origin.FUSED, form=Form.RESOURCE), ALL, "BasisMissing"),  # rule 16
        (Claim(origins=Origin.COLLECTED, form=Form.RESOURCE, sensitivity=Sensitivity.CORE), ALL, "CoreData"),  # rule 20
        (
            Claim(origins=Origin.COLLECTED, form=Form.RESOURCE, sensitivity=Sensitivity.PERSONAL),
            ALL,
            "BasisMissing",
        ),  # rule 20
    ],
)
def test_what_may_not_be_registered_is_refused_with_its_reason(
    origins: Contract, claim: Claim, rights: int, error: str
) -> None:
    """Rules 14–20."""
    assert verdict(origins, claim, rights) == error


def test_a_price_index_made_of_scraped_listings_may_be_operated_with_its_statement(origins: Contract) -> None:
    """Rule 15, scenario SC21."""
    raw = Claim(origins=Origin.SCRAPED_PUBLIC, form=Form.RESOURCE)
    index = Claim(origins=Origin.SCRAPED_PUBLIC, form=Form.PRODUCT, bases=Basis.NO_SUBSTITUTION)
    assert verdict(origins, raw, Right.HOLD | Right.USE) == ""
    assert verdict(origins, raw, ALL) == "RawScrapedData"
    assert verdict(origins, index, ALL) == ""


def test_what_an_earlier_case_said_of_the_data_counts_against_a_later_right(origins: Contract) -> None:
    """Rule 15: raw scraped data does not become collected by leaving that out."""
    later = Claim(origins=Origin.COLLECTED, form=Form.RESOURCE)
    assert verdict(origins, later, Right.OPERATE) == ""
    assert verdict(origins, later, Right.OPERATE, Head(origins=Origin.SCRAPED_PUBLIC)) == "RawScrapedData"
