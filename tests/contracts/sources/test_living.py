"""A source's term moves, its grantor takes it back, another takes its place."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    BurdenState,
    Effect,
    Limit,
    ListingReason,
    Right,
    SourceKind,
    SourceState,
    Standing,
    SuspendReason,
)
from tests.contracts.circumstances import suspend_accreditation
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256
from tests.contracts.shelves import Shelf
from tests.contracts.sourcing import OWN, Sourcing
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day

MARCH = day("2027-03-31")
LOSS = (
    Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE | Effect.PLEDGE | Effect.LEASE
)  # fmt: skip
SHORTER = "2026-12-31"


def test_who_answers_for_it_brings_an_end_forward(cast: Cast, sources: Sourcing, deals: Deals) -> None:
    """Rule 45."""
    number, edition = sources.declared(until=MARCH), sources.case.head.edition
    sources.shorten(number, SHORTER)
    assert sources.source(number).until == sources.case.head.source_until == sources.ends.end[0] == day(SHORTER)
    assert sources.case.head.edition == edition + 1
    with sources.stage.refused("TermTooLong"):
        deals.grant(end=day(SHORTER) + 1)
    with sources.stage.refused("AssentMissing", party=cast.holder):
        sources.shorten(number, "2026-12-30", by=sources.case.keeper.pair)


def test_an_end_is_brought_forward_to_a_day_ahead(sources: Sourcing) -> None:
    """Rule 45: earlier than it was, not past, not before its beginning."""
    number = sources.declared(until=MARCH)
    for until in ("2027-03-31", "2027-04-01", "2026-08-19"):
        with sources.stage.refused("SourceEndNotValid", current=MARCH):
            sources.shorten(number, until)
    ahead = sources.declared(from_=day("2027-01-01"), until=MARCH)
    with sources.stage.refused("SourceEndNotValid"):
        sources.shorten(ahead, "2026-12-31")
    sources.shorten(sources.declared(), "2026-08-20")


def test_an_end_is_put_off_by_all_concerned(stage: Stage, cast: Cast, sources: Sourcing) -> None:
    """Rules 3, 45: who answers for it, its grantor, the registrar's pair."""
    number = sources.declared(grantor=cast.second, until=MARCH)
    everybody = [*sources.both, cast.second.one]
    for missing, error in (
        (cast.holder.one, "AssentMissing"),
        (cast.second.one, "AssentMissing"),
        (cast.registrar.approver, "PairMissing"),
        (cast.registrar.reviewer, "PairMissing"),
    ):
        with stage.refused(error):
            sources.extend(number, "2028-03-31", by=[each for each in everybody if each is not missing])
    sources.extend(number, "2028-03-31", by=everybody)
    assert sources.source(number).until == sources.case.head.source_until == day("2028-03-31")
    for until in ("2028-03-31", "2027-03-31"):
        with stage.refused("SourceEndNotValid"):
            sources.extend(number, until, by=everybody)
    sources.extend(number, by=everybody)
    assert (sources.source(number).until, sources.case.head.source_until) == (0, 0)
    with stage.refused("SourceEndNotValid"):
        sources.extend(number, by=everybody)


def test_what_has_ended_is_not_extended_into_the_past(stage: Stage, sources: Sourcing) -> None:
    """Rule 45."""
    number = sources.declared(until=day("2026-08-25"))
    stage.on("2026-09-10")
    with stage.refused("SourceEndNotValid"):
        sources.extend(number, "2026-09-09")
    sources.extend(number, "2026-09-10")


def test_another_source_that_ends_earlier_still_holds_the_head(sources: Sourcing) -> None:
    """Rule 45: the head follows the earliest of all that are not closed."""
    first, second = sources.declared(until=MARCH), sources.declared(until=MARCH + 5)
    sources.extend(first, "2028-03-31")
    assert sources.case.head.source_until == MARCH + 5
    sources.extend(second)
    assert sources.case.head.source_until == day("2028-03-31")


def test_a_tighter_end_of_the_application_stays(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rule 45: what a source did not tighten, it does not loosen."""
    number = early.declared(until=MARCH)
    early.case.registered(claim=replace(COLLECTED, source_until=MARCH - 30))
    early.extend(number, "2028-03-31")
    assert early.case.head.source_until == MARCH - 30
    early.replace(number)
    assert early.case.head.source_until == MARCH - 30


def test_before_registration_the_applicant_puts_it_off_alone(early: Sourcing) -> None:
    number = early.declared(until=MARCH)
    early.extend(number, by=[early.cast.holder.one])
    assert early.case.head.source_until == 0


def test_a_loss_stops_disposing_and_leaves_the_update_free(stage: Stage, cast: Cast, sources: Sourcing) -> None:
    """Rule 84, scenario SC4: entered by the pair, with a burden of the source's number."""
    number = sources.declared(grantor=cast.second)
    line = sources.revoke(number, SourceState.PARTLY_REVOKED).line("SourceRevoked")
    assert (line["ref"], sources.source(number).state) == (number, SourceState.PARTLY_REVOKED)
    assert sources.source(number).revoked == day("2026-08-20")
    burden = sources.burden(number)
    assert line["burden"] == burden
    assert (burden.kind, burden.state, burden.rights, burden.effects) == (
        BurdenKind.SOURCE_LOSS,
        BurdenState.OPEN,
        ALL,
        LOSS,
    )
    assert (burden.waivable, burden.party) == (0, cast.second.number)
    assert (sources.case.head.burdens, sources.provenance.lost) == (1, 1)
    with stage.refused("Burdened", number=number, kind=BurdenKind.SOURCE_LOSS):
        Deals(sources.case).grant(burdens=[number])
    # To bring in what makes it good is an update, and that is free.
    sources.shorten(sources.declared(burdens=[number]), SHORTER, burdens=[number])
    later = Later(sources.case)
    with stage.refused("SourcesLacking", lacking=Standing.SOURCE_LOST):
        later.change()


def test_a_loss_takes_the_pair_and_a_document(stage: Stage, cast: Cast, sources: Sourcing) -> None:
    """Rules 3, 4, 123: no grantor stops a registered entry by itself."""
    number = sources.declared(grantor=cast.second)
    with stage.refused("PairMissing"):
        sources.revoke(number, by=[cast.second.one])
    with stage.refused("PairMissing"):
        sources.revoke(number, by=[cast.registrar.reviewer])
    with stage.refused("DigestMissing"):
        sources.revoke(number, document=bytes(32))
    with stage.refused("UnknownAlgorithm"):
        sources.revoke(number, alg=9)
    for state in (SourceState.NONE, SourceState.ACTIVE, SourceState.REPLACED, SourceState.REMOVED):
        with stage.refused("RevocationNotKnown", state=state):
            sources.revoke(number, state)


def test_part_of_it_and_then_all_is_one_loss(sources: Sourcing) -> None:
    """Rule 84."""
    number = sources.declared()
    sources.revoke(number, SourceState.PARTLY_REVOKED)
    with sources.stage.refused("WrongSourceState"):
        sources.revoke(number, SourceState.PARTLY_REVOKED)
    sources.revoke(number)
    assert (sources.source(number).state, sources.provenance.lost, sources.case.head.burdens) == (
        SourceState.REVOKED,
        1,
        1,
    )
    assert sources.burden(number).party == sources.cast.registrar.number
    with sources.stage.refused("WrongSourceState"):
        sources.revoke(number, SourceState.PARTLY_REVOKED)
    with sources.stage.refused("WrongSourceState"):
        sources.extend(number)


def test_before_registration_only_a_named_grantor_takes_it_back(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rules 16, 18."""
    with stage.refused("GrantorNotNamed"):
        early.revoke(early.declared(), by=cast.registrar.pair)
    number = early.declared(grantor=cast.second)
    with stage.refused("AssentMissing", party=cast.second):
        early.revoke(number)
    early.revoke(number, by=[cast.second.one])
    assert (early.provenance.lost, early.case.head.burdens) == (1, 0)


def test_a_successor_makes_a_loss_good(stage: Stage, cast: Cast, sources: Sourcing, deals: Deals) -> None:
    """Rules 3, 84: the burden ends, and the head follows the ends that are left."""
    number = sources.declared(grantor=cast.second, until=MARCH)
    sources.revoke(number)
    successor = sources.declared(until=MARCH + 90, burdens=[number])
    for by, error in (([cast.holder.one], "PairMissing"), (cast.registrar.pair, "AssentMissing")):
        with stage.refused(error):
            sources.replace(number, successor, by=by)
    line = sources.replace(number, successor).line("SourceReplaced")
    assert (line["source"].state, line["source"].successor) == (SourceState.REPLACED, successor)
    assert line["burden"] == sources.burden(number)
    assert (sources.burden(number).state, sources.case.head.burdens) == (BurdenState.CLOSED, 0)
    p = sources.provenance
    assert (p.sources, p.assents, p.lost, p.without) == (1, 0, 0, (0, 0, 0))
    assert (sources.case.head.source_until, sources.ends.end[0]) == (MARCH + 90, 0)
    deals.grant(end=MARCH + 90)
    for act in (sources.replace, sources.revoke):
        with stage.refused("WrongSourceState"):
            act(number)


def test_data_taken_out_make_a_loss_good_too(sources: Sourcing) -> None:
    """Rule 84: the rest stands; the limits stay until they are corrected."""
    number, own = sources.declared(until=MARCH, limits=Limit.NO_RESALE), sources.declared(OWN)
    sources.revoke(number, SourceState.PARTLY_REVOKED)
    sources.replace(number)
    assert (sources.source(number).state, sources.source(number).successor) == (SourceState.REMOVED, 0)
    assert (sources.case.head.source_until, sources.case.head.limits) == (0, Limit.NO_RESALE)
    assert sources.source(own).state == SourceState.ACTIVE


def test_a_source_that_stands_is_replaced_as_well(sources: Sourcing) -> None:
    """Rule 45: a new contract instead of the one that runs out."""
    number = sources.declared(until=MARCH)
    sources.replace(number, sources.declared(until=MARCH + 365))
    assert (sources.case.head.source_until, sources.case.head.burdens) == (MARCH + 365, 0)


def test_a_successor_is_another_active_source_that_gives_as_much(stage: Stage, cast: Cast, early: Sourcing) -> None:
    """Rule 84."""
    number = early.declared()
    less = early.declared(rights=Right.HOLD)
    approval = early.declared(kind=SourceKind.ETHICS, rights=Right(0))
    lost = early.declared(grantor=cast.second)
    early.revoke(lost, by=[cast.second.one])
    for successor in (number, less, approval, lost):
        with stage.refused("NotInPlace", successor=successor):
            early.replace(number, successor, by=[cast.holder.one])
    with stage.refused("NoSuchSource"):
        early.replace(number, 1, by=[cast.holder.one])
    with stage.refused("NotInPlace"):
        early.replace(approval, number, by=[cast.holder.one])


def test_the_loss_of_a_declared_source_is_no_mark_to_be_cleared(sources: Sourcing) -> None:
    """Rule 84: it ends when it is made good."""
    number = sources.declared()
    sources.revoke(number)
    with sources.stage.refused("LossOfDeclaredSource", source=number):
        sources.case.file(None, sources.case.keeper.pair, "clearMark", sources.entry, number, SHA256, DOCUMENT)


def test_dependent_licences_are_suspended_and_listings_stay_down(
    stage: Stage, cast: Cast, sources: Sourcing, deals: Deals
) -> None:
    """Rules 84, 119, scenario SC4: consents are withdrawn, licences and listings stop until the loss is made good."""
    mocap = sources.declared(kind=SourceKind.CONSENT_BATCH)
    licence = deals.granted()
    shelf = Shelf.over(sources.case)
    product = shelf.listed()
    sources.revoke(mocap, SourceState.PARTLY_REVOKED)
    deals.suspend(licence, SuspendReason.SOURCE_LOSS, by=[cast.registrar.reviewer])
    shelf.suspend(product, ListingReason.SOURCE_LOSS)
    with stage.refused("SourceLost", sources=1):
        shelf.list()
    with stage.refused("SourceLost", sources=1):
        shelf.resume(product)
    sources.replace(mocap)
    shelf.resume(product)
    deals.resume(licence, by=[cast.registrar.reviewer])
    deals.grant()


def test_no_act_is_dated_before_the_last(stage: Stage, sources: Sourcing) -> None:
    """Rule 124."""
    number = sources.declared()
    with stage.refused("OutOfOrder"):
        sources.revoke(number, at=stage.now - 3600)


@pytest.mark.parametrize("act", ["shorten", "extend", "revoke", "replace"])
def test_a_source_that_is_not_there(sources: Sourcing, act: str) -> None:
    terms: tuple[Any, ...] = (2, SHORTER) if act == "shorten" else (2,)
    with sources.stage.refused("NoSuchSource", number=2):
        getattr(sources, act)(*terms)


def test_a_suspended_registrar_enters_nothing(stage: Stage, cast: Cast, sources: Sourcing) -> None:
    """Rule 4."""
    number = sources.declared(until=MARCH)
    suspend_accreditation(stage, cast, cast.registrar)
    for act in (sources.revoke, sources.extend, sources.replace):
        with stage.refused("NotAccredited", party=cast.registrar):
            act(number)
