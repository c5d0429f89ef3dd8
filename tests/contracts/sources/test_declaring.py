"""Sources are declared before registration and after it; what they do not allow, nothing under the entry does."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Action,
    Basis,
    BurdenKind,
    Effect,
    Environment,
    Form,
    LicenceFlag,
    Limit,
    Origin,
    Right,
    Source,
    SourceKind,
    SourceState,
    Standing,
)
from tests.contracts.burdening import Burdening
from tests.contracts.circumstances import join
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.sourcing import CONTRACT, NAME, NOBODY, OWN, Sourcing
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day

MARCH = day("2027-03-31")


def test_an_applicant_declares_a_source_and_its_grantor_assents(cast: Cast, early: Sourcing) -> None:
    """Rules 16, 44, 45: head and provenance say at once what comes of it."""
    line = early.declare(grantor=cast.second, until=MARCH, limits=Limit.NO_RESALE, rights=ALL).line("SourceDeclared")
    assert line["source"] == early.source(line.number) == replace(
        CONTRACT, state=SourceState.ACTIVE, grantor=cast.second.number, declarant=cast.holder.number, until=MARCH,
        limits=Limit.NO_RESALE, since=line["at"],
    )  # fmt: skip
    head = early.case.head
    assert (head.limits, head.source_until, head.edition, head.registrar) == (Limit.NO_RESALE, MARCH, 1, 0)
    assert line["head"] == head
    p = early.provenance
    assert (p.sources, p.without, p.assents, p.lost, p.until) == (1, (0, 0, 0), 1, 0, MARCH)
    assert early.ends.end[0] == MARCH


def test_an_application_says_no_less_than_its_sources(early: Sourcing) -> None:
    """Rules 44, 45: limits and the earliest end bind the claim, and anchoring keeps them."""
    early.declare(until=MARCH, limits=Limit.NO_RESALE)
    for claim in (
        COLLECTED,
        replace(COLLECTED, limits=Limit.NO_RESALE),
        replace(COLLECTED, limits=Limit.NO_RESALE, source_until=MARCH + 1),
    ):
        with early.stage.refused("ClaimLoosens"):
            early.case.submit(claim=claim)
    early.case.registered(claim=replace(COLLECTED, limits=Limit.NO_RESALE, source_until=MARCH))
    assert (early.case.head.limits, early.case.head.source_until) == (Limit.NO_RESALE, MARCH)


def test_a_source_declared_while_a_case_runs_binds_it_too(early: Sourcing) -> None:
    """Rules 44, 45."""
    early.case.in_notice()
    early.declare(until=MARCH, limits=Limit.NO_TRAINING)
    early.stage.on("2026-08-20")
    early.case.anchor()
    assert (early.case.head.limits, early.case.head.source_until) == (Limit.NO_TRAINING, MARCH)


def test_a_video_contract_caps_what_is_licensed(sources: Sourcing, deals: Deals) -> None:
    """Rules 44, 45, scenario SC4: neither longer than the contract nor beyond its limits."""
    limits = Limit.NO_RESALE | Limit.NOT_PREMISES
    sources.declare(until=MARCH, limits=limits)
    with sources.stage.refused("TermTooLong", end=MARCH + 1, latest=MARCH):
        deals.grant(end=MARCH + 1, environments=Environment.SANDBOX)
    with sources.stage.refused("LimitExceeded", limit=Limit.NOT_PREMISES):
        deals.grant(end=MARCH)
    with sources.stage.refused("LimitExceeded", limit=Limit.NO_RESALE):
        deals.grant(end=MARCH, environments=Environment.SANDBOX, flags=LicenceFlag.REDISTRIBUTE)
    deals.grant(end=MARCH, environments=Environment.SANDBOX, actions=Action.READ)


def test_an_authorisation_that_ends_in_2028_carries_no_licence_to_2029(stage: Stage, cast: Cast) -> None:
    """Rule 45, scenario SC6."""
    case = Procedure(stage, cast).opened()
    last = day("2028-12-31")
    Sourcing(case).declare(kind=SourceKind.PUBLIC_AUTHORISATION, until=last)
    claim = replace(COLLECTED, origins=Origin.PUBLIC_AUTHORISED, bases=Basis.PUBLIC_DATA_NUMBER, source_until=last)
    deals = Deals(case.registered(claim=claim))
    with stage.refused("TermTooLong", end=last + 1, latest=last):
        deals.grant(end=last + 1)
    deals.grant(end=last)


def test_the_earliest_end_of_all_counts(sources: Sourcing) -> None:
    """Rule 45: a later or an open end loosens nothing."""
    for until, expected in ((0, 0), (MARCH, MARCH), (MARCH + 9, MARCH), (0, MARCH), (MARCH - 9, MARCH - 9)):
        sources.declare(until=until)
        assert sources.case.head.source_until == expected
    assert sources.ends.end[:5] == (65_535, MARCH, MARCH + 9, 65_535, MARCH - 9)


def test_a_correction_goes_beyond_no_source(sources: Sourcing) -> None:
    """Rule 45: registered facts are corrected within the ends of the sources on record."""
    sources.declare(until=MARCH)
    later = Later(sources.case)
    for until in (0, MARCH + 1):
        with sources.stage.refused("ClaimLoosens"):
            later.correct(replace(COLLECTED, source_until=until))
    later.correct(replace(COLLECTED, source_until=MARCH - 1))
    assert sources.case.head.source_until == MARCH - 1


def test_only_who_operates_the_entry_declares(stage: Stage, cast: Cast, sources: Sourcing) -> None:
    """Rule 1: a holder of the other rights would cut licences off by a source that ends today."""
    later = Later(sources.case)
    later.transfer(asked=Right.OPERATE)
    later.decided(passed=Right.OPERATE)
    later.complete_transfer()
    with stage.refused("AssentMissing", party=cast.second):
        sources.declare()
    sources.declare(by=[cast.second.one])
    with stage.refused("AssentMissing", party=cast.second):
        sources.shorten(sources.declared(by=[cast.second.one]), "2027-01-01")


def test_before_registration_it_is_the_applicant_of_the_folio(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rule 1."""
    with stage.refused("AssentMissing", party=cast.holder):
        early.declare(by=[cast.second.one])
    with stage.refused("NotThisEntry"):
        early.declare(folio=(*early.case.folio[:2], cast.second.number), by=[cast.second.one])


def test_a_named_grantor_signs(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rule 16."""
    with stage.refused("AssentMissing", party=cast.second):
        early.declare(grantor=cast.second, by=[cast.holder.one])


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": SourceKind.NONE},
        {"rights": Right(0)},
        {"kind": SourceKind.ETHICS},
        {"from_": 0},
        {"from_": MARCH + 1, "until": MARCH},
        {"until": day("2026-08-02")},
        {"until": 65_535},
        {"state": SourceState.ACTIVE},
        {"declarant": 3},
        {"place": 1},
        {"revoked": 1},
        {"successor": 1},
        {"since": 1},
        {"papers": (SHA256, DOCUMENT, NOBODY)},
        {"kind": SourceKind.OWN_OPERATION, "papers": (SHA256, DOCUMENT, NAME)},
    ],
)
def test_a_source_is_whole(early: Sourcing, changes: dict[str, Any]) -> None:
    with early.stage.refused("SourceTermsNotValid"):
        early.declare(**changes)


def test_a_grantor_is_another_and_is_named_once(stage: Stage, cast: Cast, early: Sourcing) -> None:
    with stage.refused("SourceTermsNotValid"):
        early.declare(grantor=cast.holder, by=[cast.holder.one])
    with stage.refused("SourceTermsNotValid"):
        early.declare(grantor=cast.second, papers=(SHA256, DOCUMENT, NAME))
    with stage.refused("SourceTermsNotValid"):
        early.declare(terms=CONTRACT.encode() | 1 << 250, papers=(SHA256, DOCUMENT, NAME))


def test_nor_does_a_joint_holding_give_to_its_member_or_a_member_to_it(
    stage: Stage, cast: Cast, early: Sourcing
) -> None:
    """Rule 16: one's own assent is nobody else's."""
    joint = join(stage, [cast.holder, cast.second])
    with stage.refused("SourceTermsNotValid"):
        early.declare(replace(CONTRACT, grantor=joint.number), papers=(SHA256, DOCUMENT, NOBODY))
    hands = [cast.holder.one, cast.second.one]
    together = Sourcing(Procedure(stage, cast, applicant=joint, signers=hands).opened())
    with stage.refused("SourceTermsNotValid"):
        together.declare(grantor=cast.second, by=hands)


def test_a_source_has_evidence_and_says_which_algorithm_made_its_digest(early: Sourcing) -> None:
    """Rule 123."""
    with early.stage.refused("UnknownAlgorithm"):
        early.declare(papers=(0, DOCUMENT, NAME))
    with early.stage.refused("DigestMissing"):
        early.declare(papers=(SHA256, NOBODY, NAME))


def test_an_approval_gives_no_rights_and_withholds_none(early: Sourcing) -> None:
    """Rule 14: an ethics approval is no source of a right."""
    early.declare(kind=SourceKind.ETHICS, rights=Right(0))
    assert (early.provenance.sources, early.provenance.without) == (0, (0, 0, 0))


def test_an_entry_has_sixteen_sources_at_most(early: Sourcing) -> None:
    first = early.declared(OWN)
    for _ in range(15):
        early.declare(OWN)
    with early.stage.refused("TooManySources"):
        early.declare(OWN)
    early.replace(first, by=[early.cast.holder.one])
    again = early.declared(OWN, until=MARCH)
    assert (early.source(again).place, early.ends.end[0], early.provenance.sources) == (0, MARCH, 16)


def test_a_creditor_is_asked_before_a_source_is_declared_or_shortened(
    stage: Stage, cast: Cast, sources: Sourcing
) -> None:
    """Rule 39: a pledge does not lose its worth behind the creditor's back."""
    number = sources.declared()
    pledge = Burdening(stage, cast).lay(
        sources.entry, BurdenKind.SECURITY, cast.buyer, effects=Effect.UPDATE, waivable=1
    )
    for act in (sources.declare, lambda **said: sources.shorten(number, "2027-01-01", **said)):
        with stage.refused("BurdenListIncomplete"):
            act()
        with stage.refused("Burdened", number=pledge):
            act(burdens=[pledge])
        act(burdens=[pledge], by=[cast.holder.one, cast.buyer.one])


def test_a_right_no_source_gives_is_not_registered(early: Sourcing) -> None:
    """Rule 14, by the contracts on record."""
    early.declare(rights=Right.HOLD | Right.USE)
    with early.stage.refused("SourcesLacking", lacking=Standing.OPERATE_WITHHELD):
        early.case.submit()
    early.case.submit(asked=Right.HOLD | Right.USE)


def test_a_silent_contract_takes_the_assent_of_the_others(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rule 16, scenario SC10: HOLD and USE alone; OPERATE once the co-developer has assented."""
    silent = replace(COLLECTED, origins=Origin.FUSED, bases=Basis.PARTICIPANTS_CONSENT)
    with stage.refused("SourcesLacking", lacking=Standing.ASSENTED):
        early.case.submit(claim=silent)
    withheld = early.declared(grantor=cast.second, rights=Right.HOLD | Right.USE)
    with stage.refused("SourcesLacking", lacking=Standing.OPERATE_WITHHELD):
        early.case.submit(claim=silent)
    early.case.registered(asked=Right.HOLD | Right.USE, claim=silent)
    early.replace(withheld, early.declared(grantor=cast.second))
    early.case.submit(asked=Right.OPERATE, claim=silent)


def test_an_assent_taken_back_before_anchoring_stops_it(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rules 16, 18: the grantor itself takes back what it gave to an application."""
    silent = replace(COLLECTED, origins=Origin.FUSED, bases=Basis.PARTICIPANTS_CONSENT)
    number = early.declared(grantor=cast.second)
    early.case.in_notice(claim=silent)
    early.revoke(number, by=[cast.second.one])
    assert early.burden(number) == type(early.burden(number))()
    stage.on("2026-08-20")
    with stage.refused("SourcesLacking", lacking=Standing.SOURCE_LOST):
        early.case.anchor()
    early.replace(number, by=[cast.holder.one])
    with stage.refused("SourcesLacking", lacking=Standing.ASSENTED):
        early.case.anchor()
    early.declare(grantor=cast.second)
    early.case.anchor()


def test_a_statement_on_public_collection_goes_with_a_price_index(early: Sourcing) -> None:
    """Rule 15, scenario SC21: raw listings give no OPERATE; the product does, and its statement is on record."""
    raw = replace(COLLECTED, origins=Origin.SCRAPED_PUBLIC)
    with early.stage.refused("RawScrapedData"):
        early.case.submit(claim=raw)
    early.declare(Source(kind=SourceKind.PUBLIC_SCRAPE_STATEMENT, rights=ALL, from_=day("2026-01-01")))
    index = replace(raw, form=Form.PRODUCT, bases=Basis.NO_SUBSTITUTION)
    early.case.registered(claim=index)
    assert early.provenance.sources == 1


def test_a_source_is_not_declared_ahead_of_its_time(early: Sourcing) -> None:
    """Rule 124."""
    with early.stage.refused("LegalTimeAhead"):
        early.declare(at=early.stage.now + DAY)
