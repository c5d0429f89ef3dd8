"""变更: the holder of all rights tightens what the folio says or adds origins; and what was registered wrongly is corrected."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Basis,
    BurdenKind,
    CaseKind,
    Claim,
    Effect,
    Form,
    Limit,
    Origin,
    Power,
    Right,
    Sensitivity,
)
from tests.contracts.attestations.reports import opined
from tests.contracts.burdening import Burdening
from tests.contracts.later import Later
from tests.contracts.procedure import COLLECTED, DOCUMENT, NO_DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day

TIGHTER = Claim(
    origins=Origin.COLLECTED | Origin.CONTRACT,
    form=Form.RESOURCE,
    sensitivity=Sensitivity.PERSONAL,
    limits=Limit.NO_RESALE,
    source_until=day("2030-12-31"),
    bases=Basis.COMPLIANCE_OPINION,
)


@pytest.fixture
def tighter(later: Later) -> Claim:
    """The same, with an opinion that the data of persons may be registered."""
    return replace(TIGHTER, opinion=opined(later.case))


def test_a_change_adds_and_tightens(cast: Cast, later: Later, tighter: Claim) -> None:
    """Rule 33: holder and validity stay."""
    before = later.head
    applied = later.change(tighter).line("ChangeApplied")
    assert (applied["kase"].kind, applied["claim"]) == (CaseKind.CHANGE, tighter)
    assert later.stage.word(Claim, later.entry, later.case.number) == tighter
    line = later.decided().complete_change().line("Changed")
    head = later.head
    assert (head.origins, head.sensitivity, head.limits, head.source_until, head.bases) == (
        TIGHTER.origins,
        TIGHTER.sensitivity,
        TIGHTER.limits,
        TIGHTER.source_until,
        TIGHTER.bases,
    )
    assert (head.holder, head.until, head.edition) == (before.holder, before.until, before.edition + 1)
    assert (line["head"], line["kase"]) == (head, later.case.case)
    later.case.issue("SJ3312026090001")


def test_a_change_loosens_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 33."""
    case = Procedure(stage, cast)
    tighter = replace(TIGHTER, opinion=opined(case))
    later = Later(case.registered(claim=tighter))
    loosened: tuple[dict[str, Any], ...] = (
        {"limits": Limit(0)}, {"sensitivity": Sensitivity(0)}, {"source_until": 0}
    )  # fmt: skip
    for looser in loosened:
        with stage.refused("ClaimLoosens"):
            later.change(replace(tighter, **looser))


@pytest.mark.parametrize("right", [0, 1, 2])
def test_a_change_ends_no_right(stage: Stage, later: Later, right: int) -> None:
    """Rule 33: that is a cancellation."""
    hold, use, operate = (day("2030-01-01") if place == right else 0 for place in range(3))
    with stage.refused("ClaimNotValid"):
        later.change(replace(COLLECTED, term=(hold, use, operate)))


def test_a_change_says_of_what_form_the_data_are(stage: Stage, later: Later) -> None:
    with stage.refused("ClaimNotValid"):
        later.change(Claim(origins=Origin.COLLECTED))


def test_it_brings_no_origin_that_may_not_be_registered(stage: Stage, later: Later) -> None:
    """Rule 17: no other material source."""
    with stage.refused("OriginNotRegistrable"):
        later.change(Claim(origins=Origin.ENTRUSTED, form=Form.RESOURCE))


def test_it_concerns_all_rights_in_force(stage: Stage, later: Later) -> None:
    """Rule 33: what a folio says it says of each of them."""
    with stage.refused("NotAllInForce", rights=7):
        later.change(asked=Right.HOLD)


def test_whoever_holds_some_rights_changes_nothing_for_others(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 33."""
    later.transfer(Right.USE)
    later.decided(passed=Right.USE).complete_transfer()
    with stage.refused("NotTheHolder", right=1, holder=cast.second):
        later.change()


def test_nor_when_the_rights_in_force_are_others_meanwhile(stage: Stage, later: Later) -> None:
    """Rule 33: at completion once more."""
    later.change()
    number = later.case.number
    later.case.accept()
    later.case.publish(Right.HOLD | Right.USE)
    later.cancel(Right.USE)
    later.decided(passed=Right.USE).complete_cancellation()
    later.case.number = number
    with stage.refused("RightNotLive", right=1):
        later.complete_change()


def test_nor_when_another_right_was_registered_meanwhile(stage: Stage, cast: Cast) -> None:
    """Rule 33: the change was not applied for it."""
    later = Later(Procedure(stage, cast).registered(asked=Right.HOLD))
    later.change(asked=Right.HOLD)
    later.case.accept()
    later.case.publish(Right.HOLD)
    other = Procedure(stage, cast)
    other.registered("2026-08-28", asked=Right.USE, siblings=[later.entry])
    with stage.refused("NotAllInForce", rights=3):
        later.complete_change()


def test_a_corrected_change_has_a_claim(stage: Stage, later: Later, tighter: Claim) -> None:
    """Rule 22."""
    later.change()
    later.case.request_correction("2026-08-28")
    with stage.refused("ClaimNotValid"):
        later.reapply()
    line = later.reapply(tighter).line("Reapplied")
    assert line["claim"] == later.stage.word(Claim, later.entry, later.case.number) == tighter


@NO_DOCUMENT
def test_an_application_is_there_and_so_is_a_corrected_one(
    stage: Stage, later: Later, tighter: Claim, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    with stage.refused(error):
        stage.file(later.case.hands, [("applyChange", later.entry, later.kase(), tighter, alg, document)])
    later.change()
    later.case.request_correction("2026-08-28")
    with stage.refused(error):
        stage.file(later.case.hands, [("reapply", later.entry, later.case.number, tighter, alg, document)])


def test_a_burden_that_forbids_changes_stops_it(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 39: whichever right it lies on."""
    number = burdening.lay(
        later.entry, BurdenKind.CLAUSE, cast.second, rights=Right.USE, effects=Effect.UPDATE, waivable=1
    )
    later.change()
    later.decided()
    with stage.refused("BurdenListIncomplete"):
        later.complete_change()
    with stage.refused("Burdened", number=number):
        later.complete_change(burdens=[number])
    with stage.refused("Burdened", number=number):
        later.correct(COLLECTED, burdens=[number])
    later.complete_change(burdens=[number], by=[*cast.registrar.pair, cast.second.one])


def test_completing_takes_the_pair(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 3."""
    later.change()
    later.decided()
    with stage.refused("PairMissing"):
        later.complete_change(by=[cast.registrar.approver])


def test_origins_that_came_meanwhile_are_checked_with_it(stage: Stage, cast: Cast) -> None:
    """Rule 16: two changes, each admissible by itself, not together."""
    later = Later(Procedure(stage, cast).registered())
    fused = Claim(origins=Origin.COLLECTED | Origin.FUSED, form=Form.RESOURCE, bases=Basis.CONTRACT_ALLOCATES)
    later.change(fused)
    first = later.case.number
    later.change(
        Claim(origins=Origin.COLLECTED | Origin.SCRAPED_PUBLIC, form=Form.PRODUCT, bases=Basis.NO_SUBSTITUTION)
    )
    second = later.case.number
    for number in (first, second):
        later.case.number = number
        later.case.accept()
        later.case.publish()
    stage.on("2026-08-28")
    later.complete_change()
    later.case.number = first
    with stage.refused("RawScrapedData"):
        later.complete_change()


# -------------------------------------------------------------------------------------------- correction

MISTAKEN = Claim(origins=Origin.COLLECTED, form=Form.RESOURCE, limits=Limit.NO_TRAINING | Limit.NO_RESALE)


def test_registered_facts_are_corrected_with_the_old_word_in_the_line(stage: Stage, cast: Cast) -> None:
    """Rule 7: old and new, and a reason; a mistake may have been too tight."""
    later = Later(Procedure(stage, cast).registered(claim=MISTAKEN))
    tighter = replace(TIGHTER, opinion=opined(later.case))
    before = later.head
    line = later.correct(tighter).line("FactsCorrected")
    assert (line["head"], line["was"], line["reason"]) == (later.head, before.encode(), DOCUMENT)
    head = later.head
    assert (head.origins, head.sensitivity, head.limits, head.source_until, head.bases) == (
        TIGHTER.origins,
        TIGHTER.sensitivity,
        TIGHTER.limits,
        TIGHTER.source_until,
        TIGHTER.bases,
    )
    assert (head.holder, head.until, head.edition) == (before.holder, before.until, before.edition + 1)


def test_a_correction_takes_the_pair_and_the_holder(stage: Stage, cast: Cast, later: Later) -> None:
    """Rules 3, 116: nothing is changed against the holder's will without an instrument."""
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        later.correct(COLLECTED, by=cast.registrar.pair)
    with stage.refused("PairMissing"):
        later.correct(COLLECTED, by=[cast.registrar.approver, cast.holder.one])


def test_it_takes_every_holder(stage: Stage, cast: Cast, later: Later) -> None:
    """Rule 116."""
    later.transfer(Right.USE)
    later.decided(passed=Right.USE).complete_transfer()
    with stage.refused("AssentMissing", party=cast.second, power=Power.FILE):
        later.correct(COLLECTED)
    later.correct(COLLECTED, by=[*cast.registrar.pair, cast.holder.one, cast.second.one])


@pytest.mark.parametrize(
    "facts, error",
    [
        (Claim(origins=Origin.GOVERNMENT, form=Form.RESOURCE), "OriginNotRegistrable"),
        (Claim(form=Form.RESOURCE), "OriginMissing"),
        (Claim(origins=Origin.COLLECTED), "ClaimNotValid"),
        (Claim(origins=Origin.COLLECTED, form=Form.RESOURCE, term=(1, 0, 0)), "ClaimNotValid"),
        (Claim(origins=Origin.SCRAPED_PUBLIC, form=Form.RESOURCE), "RawScrapedData"),
    ],
)
def test_what_is_true_must_be_registrable(stage: Stage, later: Later, facts: Claim, error: str) -> None:
    """Rules 14–20."""
    with stage.refused(error):
        later.correct(facts)


@pytest.mark.parametrize(
    "alg, reason, error", [(0, DOCUMENT, "UnknownAlgorithm"), (SHA256, bytes(32), "DigestMissing")]
)
def test_a_correction_has_a_reason(stage: Stage, later: Later, alg: int, reason: bytes, error: str) -> None:
    """Rules 7, 123."""
    with stage.refused(error):
        later.correct(COLLECTED, alg=alg, reason=reason)


def test_every_burden_is_listed(stage: Stage, cast: Cast, later: Later, burdening: Burdening) -> None:
    """Rule 39."""
    burdening.lay(later.entry, BurdenKind.CLAUSE, cast.second, effects=Effect.LEASE)
    with stage.refused("BurdenListIncomplete"):
        later.correct(COLLECTED)
