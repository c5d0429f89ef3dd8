"""Another licensee in a licence: all three agree, and whoever must consent to a grant consents again."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    BurdenState,
    Effect,
    LicenceFlag,
    LicenceKind,
    LicenceState,
    PartyStatus,
    Power,
    Purpose,
)
from tests.contracts.circumstances import amend, set_parameters
from tests.contracts.deals import READING, Deals
from tests.contracts.pen import write
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day


def test_all_three_put_another_party_in_the_licensees_place(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 52, 61."""
    number = deals.granted()
    edition = deals.head.edition
    stage.on("2026-08-21")
    line = deals.novate(number, cast.buyer).line("LicenceNovated")
    word = replace(READING, licensee=cast.buyer.number, state=LicenceState.ACTIVE, last=day("2026-08-21"))
    assert deals.licence(number) == line["licence"] == word
    assert (line["ref"], line["formerLicensee"], line["head"]) == (number, cast.maker.number, deals.head)
    assert (deals.head.edition, deals.head.licences) == (edition + 1, 1)
    with stage.refused("AssentMissing", party=cast.buyer):
        deals.end(number)


@pytest.mark.parametrize("missing", ["holder", "maker", "buyer"])
def test_no_one_of_them_is_left_out(stage: Stage, cast: Cast, deals: Deals, missing: str) -> None:
    """Rule 61: a licence never changes hands without its licensor."""
    number = deals.granted()
    by = [getattr(cast, name).one for name in ("holder", "maker", "buyer") if name != missing]
    power = Power.LICENSE if missing == "holder" else Power.ACCEPT
    with stage.refused("AssentMissing", party=getattr(cast, missing), power=power):
        deals.novate(number, cast.buyer, by=by)


def test_the_licensor_of_a_sublicence_agrees_to_its_novation(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 44, 61."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    with stage.refused("AssentMissing", party=cast.maker, power=Power.LICENSE):
        deals.novate(child, cast.second, by=[cast.holder.one, cast.buyer.one, cast.second.one])
    deals.novate(child, cast.second, by=[cast.maker.one, cast.buyer.one, cast.second.one])


@pytest.mark.parametrize("who", ["maker", "holder"])
def test_the_assignee_is_somebody_else(stage: Stage, cast: Cast, deals: Deals, who: str) -> None:
    """Rule 61."""
    number = deals.granted()
    with stage.refused("AssigneeNotValid", assignee=getattr(cast, who)):
        deals.novate(number, getattr(cast, who), by=deals.parties)


def test_a_suspended_party_takes_nothing_over(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 1."""
    number = deals.granted()
    amend(stage, cast, cast.buyer, status=PartyStatus.SUSPENDED)
    with stage.refused("PartyNotActive", party=cast.buyer):
        deals.novate(number, cast.buyer, by=deals.parties)


def test_an_exclusive_licence_and_its_burden_move_together(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 46, 47."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    line = deals.novate(number, cast.buyer, burdens=[number], licences=[number]).line("LicenceNovated")
    burden = deals.burden(number)
    assert line["burden"] == burden
    assert (burden.party, burden.state, burden.since) == (cast.buyer.number, BurdenState.OPEN, line["at"])
    assert deals.head.burdens == 1
    with stage.refused("Burdened", number=number):
        deals.grant(licensee=cast.maker, burdens=[number])


def test_novating_an_exclusive_licence_takes_the_power_to_give_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 47."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    stage.file(cast.operator.both, [("empower", cast.holder.one, Power.LICENSE, (1 << 40) - 1, SHA256, DOCUMENT)])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE_EXCLUSIVE):
        deals.novate(number, cast.buyer, burdens=[number], licences=[number])


def test_two_exclusive_licences_of_one_licensee_do_not_part(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: what was allowed because one party had both is a conflict once two do."""
    first = deals.granted(kind=LicenceKind.EXCLUSIVE)
    second = deals.granted(kind=LicenceKind.EXCLUSIVE, burdens=[first], licences=[first])
    with stage.refused("Burdened", number=first):
        deals.novate(second, cast.buyer, burdens=[first, second], licences=[first, second])


def test_nor_does_an_ordinary_licence_beside_an_exclusive_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46."""
    exclusive = deals.granted(kind=LicenceKind.EXCLUSIVE)
    ordinary = deals.granted(burdens=[exclusive])
    with stage.refused("Burdened", number=exclusive):
        deals.novate(ordinary, cast.buyer, burdens=[exclusive])
    with stage.refused("ExclusivityConflict", number=ordinary):
        deals.novate(exclusive, cast.buyer, burdens=[exclusive], licences=[exclusive, ordinary])


def test_lists_are_complete(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46."""
    exclusive = deals.granted(kind=LicenceKind.EXCLUSIVE)
    other = deals.granted(purposes=Purpose.MARKETING, licensee=cast.second, burdens=[exclusive])
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        deals.novate(exclusive, cast.buyer, licences=[exclusive, other])
    with stage.refused("LicenceListIncomplete", listed=1, unclosed=2):
        deals.novate(exclusive, cast.buyer, burdens=[exclusive], licences=[exclusive])
    deals.novate(exclusive, cast.buyer, burdens=[exclusive], licences=[exclusive, other])
    with stage.refused("TermsNotValid"):
        deals.novate(
            other, cast.buyer, burdens=[exclusive], licences=[exclusive, other],
            by=[cast.holder.one, cast.second.one, cast.buyer.one],
        )  # fmt: skip


@pytest.mark.parametrize(
    "kind, effect", [(LicenceKind.NON_EXCLUSIVE, Effect.LICENCE_ORDINARY), (LicenceKind.SOLE, Effect.LICENCE_EXCLUSIVE)]
)
def test_whoever_must_consent_to_a_grant_consents_to_a_novation(
    stage: Stage, cast: Cast, deals: Deals, kind: int, effect: int
) -> None:
    """Rule 52."""
    number = deals.granted(kind=kind)
    own = [number] if kind else []
    set_parameters(stage, cast, dispute_effects=effect)
    dispute = deals.case.disputed()
    with stage.refused("Burdened", number=dispute):
        deals.novate(number, cast.buyer, burdens=[*own, dispute], licences=own)
    deals.novate(
        number,
        cast.buyer,
        burdens=[*own, dispute],
        licences=own,
        by=[*deals.parties, cast.buyer.one, cast.objector.one],
    )


def test_a_sublicence_needs_the_consent_to_sublicense(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 52."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    set_parameters(stage, cast, dispute_effects=Effect.SUBLICENSE)
    dispute = deals.case.disputed()
    deals.novate(parent, cast.second, burdens=[dispute])
    by = [cast.second.one, cast.buyer.one, cast.maker.one]
    with stage.refused("Burdened", number=dispute):
        deals.novate(child, cast.maker, burdens=[dispute], by=by)


def test_only_a_licence_in_force_is_novated(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 54."""
    number, expired = deals.granted(), deals.granted(end=day("2026-09-30"))
    deals.suspend(number)
    with stage.refused("LicenceNotActive", number=number, state=LicenceState.SUSPENDED):
        deals.novate(number, cast.buyer)
    deals.end(number)
    with stage.refused("LicenceNotActive", number=number, state=LicenceState.ENDED):
        deals.novate(number, cast.buyer)
    stage.on("2026-10-01", "00:05")
    with stage.refused("LicenceNotLive", number=expired):
        deals.novate(expired, cast.buyer)
    with stage.refused("LicenceNotLive", number=expired):
        deals.novate(expired, cast.buyer, at=stage.now - 600)


def test_nor_by_a_legal_time_after_its_end(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 124."""
    number = deals.granted(end=day("2026-09-30"))
    stage.on("2026-09-30", "23:55")
    with stage.refused("LicenceNotLive", number=number):
        deals.novate(number, cast.buyer, at=stage.now + 600)
    deals.novate(number, cast.buyer)


def test_a_licence_whose_right_has_lapsed_by_either_time_is_not_novated(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 43, 124."""
    number = deals.granted()
    hold, use, _ = deals.head.until
    write(stage, cast, replace(deals.head, until=(hold, use, day("2026-09-30"))), deals.entry)
    stage.on("2026-09-30", "23:55")
    with stage.refused("RightNotOperable", entry=deals.entry):
        deals.novate(number, cast.buyer, at=stage.now + 600)
    stage.on("2026-10-01", "00:05")
    with stage.refused("RightNotOperable", entry=deals.entry):
        deals.novate(number, cast.buyer, at=stage.now - 600)


def test_days_go_forward(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 124."""
    stage.on("2026-09-02")
    number = deals.granted()
    with stage.refused("OutOfOrder"):
        deals.novate(number, cast.buyer, at=stage.now - DAY)


def test_a_novation_has_a_document_with_its_algorithm(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 123."""
    number = deals.granted()
    with stage.refused("UnknownAlgorithm"):
        deals.novate(number, cast.buyer, alg=0)
    with stage.refused("DigestMissing"):
        deals.novate(number, cast.buyer, document=bytes(32))


def test_sublicences_follow_their_new_licensor(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 44: whoever is the licensee of the parent now is the licensor of its children."""
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    deals.novate(parent, cast.second)
    with stage.refused("AssentMissing", party=cast.second):
        deals.suspend(child, by=[cast.maker.one])
    deals.suspend(child, by=[cast.second.one])
