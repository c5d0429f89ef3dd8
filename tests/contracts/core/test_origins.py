"""Which rights may be registered for data of which origin: domain table 1.2, every set of origins and bases against a model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from ledger_api.domain.words import Basis, Claim, Form, Head, Origin, Provenance, Right, Sensitivity, Standing
from tests.contracts.core.harnesses import ORIGINS, deploy

ALL = Right.HOLD | Right.USE | Right.OPERATE
QUICK = settings(max_examples=300, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def origins(bare: LocalChain) -> Contract:
    return deploy(bare, ORIGINS)


def verdict(
    contract: Contract, claim: Claim, rights: int, head: Head | None = None, sources: Provenance | None = None
) -> str:
    """The error that refuses the claim, or nothing."""
    try:
        contract.call("check", claim.encode(), (head or Head()).encode(), (sources or Provenance()).encode(), rights)
    except Reverted as refused:
        return refused.name
    return ""


def admissible(claim: Claim, rights: int, head: Head, on_record: Provenance) -> bool:
    """Table 1.2 as prose has it, origin by origin."""
    bases = claim.bases | head.bases
    operate = bool(rights & Right.OPERATE)
    made_of_others = bool((claim.origins | head.origins) & (Origin.DERIVED | Origin.FUSED))
    standing = on_record.standing
    allocated = Basis.CONTRACT_ALLOCATES in bases
    assented = (
        Basis.PARTICIPANTS_CONSENT in bases
        and Standing.ASSENTED in standing
        and Standing.OPERATE_WITHHELD not in standing
    )
    sourced = Standing.SOURCED in standing and Standing.USE_WITHHELD not in standing
    allowed = {
        Origin.ENTRUSTED: False,
        Origin.GOVERNMENT: False,
        Origin.PUBLIC_AUTHORISED: Basis.PUBLIC_DATA_NUMBER in bases,
        Origin.DERIVED: Basis.SOURCE_RIGHT in bases and sourced,
        Origin.SCRAPED_PUBLIC: not operate or (claim.form != Form.RESOURCE and Basis.NO_SUBSTITUTION in bases),
        Origin.FUSED: not operate or allocated or assented,
    }
    sensitive_without_opinion = bool(claim.sensitivity) and Basis.COMPLIANCE_OPINION not in bases
    return (
        bool(claim.origins)
        and Standing.SOURCE_LOST not in standing
        and all(allowed.get(each, True) for each in claim.origins | head.origins)
        and Sensitivity.CORE not in claim.sensitivity
        and not sensitive_without_opinion
        and (made_of_others or not rights & standing)
    )


def masks(kind: type[Origin] | type[Basis] | type[Sensitivity] | type[Standing]) -> st.SearchStrategy[int]:
    return st.lists(st.sampled_from(list(kind)), unique=True, max_size=3).map(sum)


@given(
    own=masks(Origin),
    earlier=masks(Origin),
    bases=masks(Basis),
    held=masks(Basis),
    sensitivity=masks(Sensitivity),
    form=st.sampled_from([Form.RESOURCE, Form.PRODUCT, Form.SERVICE]),
    rights=st.integers(1, 7),
    standing=masks(Standing),
)
@QUICK
def test_every_right_passes_for_each_origin_or_none_does(  # noqa: PLR0913, PLR0917  what a claim is judged by
    origins: Contract,
    own: int,
    earlier: int,
    bases: int,
    held: int,
    sensitivity: int,
    form: Form,
    rights: int,
    standing: int,
) -> None:
    """Rules 14–20."""
    claim = Claim(origins=Origin(own), form=form, bases=Basis(bases), sensitivity=Sensitivity(sensitivity))
    head = Head(origins=Origin(earlier), bases=Basis(held))
    on_record = Provenance(standing=Standing(standing))
    assert (verdict(origins, claim, rights, head, on_record) == "") == admissible(claim, rights, head, on_record)


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


DERIVED = Claim(origins=Origin.DERIVED, form=Form.PRODUCT, bases=Basis.SOURCE_RIGHT)
SILENT = Claim(origins=Origin.FUSED, form=Form.PRODUCT, bases=Basis.PARTICIPANTS_CONSENT)
WHOLE = Standing.SOURCED | Standing.ASSENTED


@pytest.mark.parametrize(
    "claim, standing, lacking",
    [
        (DERIVED, Standing(0), Standing.SOURCED),
        (DERIVED, Standing.SOURCED | Standing.HOLD_WITHHELD | Standing.OPERATE_WITHHELD, 0),
        (DERIVED, Standing.SOURCED | Standing.USE_WITHHELD, Standing.USE_WITHHELD),
        (DERIVED, Standing.SOURCED | Standing.SOURCE_LOST, Standing.SOURCE_LOST),
        (SILENT, Standing.SOURCED, Standing.ASSENTED),
        (SILENT, Standing.ASSENTED | Standing.HOLD_WITHHELD | Standing.USE_WITHHELD, 0),
        (SILENT, WHOLE | Standing.OPERATE_WITHHELD, Standing.OPERATE_WITHHELD),
        (SILENT, WHOLE | Standing.SOURCE_LOST, Standing.SOURCE_LOST),
    ],
)
def test_what_is_made_of_others_rests_on_what_they_gave(
    origins: Contract, claim: Claim, standing: Standing, lacking: int
) -> None:
    """Rules 16, 18: a right to use each source; and where the contract is silent the assent of all others to operate."""
    on_record = Provenance(standing=standing).encode()
    if not lacking:
        origins.call("check", claim.encode(), 0, on_record, ALL)
        return
    with pytest.raises(Reverted) as caught:
        origins.call("check", claim.encode(), 0, on_record, ALL)
    assert (caught.value.name, caught.value.arguments["lacking"]) == ("SourcesLacking", lacking)


def test_a_contract_that_allocates_and_a_right_that_is_not_asked_need_no_assent(origins: Contract) -> None:
    """Rule 16: without OPERATE, or where the contract says whose it is, nobody else is asked."""
    allocated = Claim(origins=Origin.FUSED, form=Form.PRODUCT, bases=Basis.CONTRACT_ALLOCATES)
    withheld = Provenance(standing=Standing.HOLD_WITHHELD | Standing.USE_WITHHELD | Standing.OPERATE_WITHHELD)
    assert verdict(origins, allocated, ALL, None, withheld) == ""
    assert verdict(origins, SILENT, Right.HOLD | Right.USE, None, withheld) == ""


def test_data_that_are_derived_and_fused_satisfy_both(origins: Contract) -> None:
    """Rules 16, 18."""
    bases = Basis.SOURCE_RIGHT | Basis.PARTICIPANTS_CONSENT
    both = Claim(origins=Origin.DERIVED | Origin.FUSED, form=Form.PRODUCT, bases=bases)
    assert verdict(origins, both, ALL, None, Provenance(standing=WHOLE)) == ""
    for standing in (
        Standing.SOURCED,
        Standing.ASSENTED,
        WHOLE | Standing.USE_WITHHELD,
        WHOLE | Standing.OPERATE_WITHHELD,
    ):
        assert verdict(origins, both, ALL, None, Provenance(standing=standing)) == "SourcesLacking"


def test_of_other_data_every_source_gives_what_is_asked(origins: Contract) -> None:
    """Rule 14: a contract that gives no OPERATE is no source of one."""
    bought = Claim(origins=Origin.CONTRACT, form=Form.RESOURCE)
    sources = Provenance(standing=Standing.SOURCED | Standing.OPERATE_WITHHELD)
    assert verdict(origins, bought, Right.HOLD | Right.USE, None, sources) == ""
    assert verdict(origins, bought, ALL, None, sources) == "SourcesLacking"
