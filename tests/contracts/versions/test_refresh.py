"""A version of the data: the same entry is about other data of the same sources and structure (E4)."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.subjects import content_subject
from ledger_api.domain.words import (
    BurdenKind,
    ConsentMode,
    Effect,
    Envelope,
    EnvelopeState,
    LicenceKindSet,
    Power,
    Right,
    SlotStatus,
    Version,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import another_registrar
from tests.contracts.later import Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.pen import write
from tests.contracts.procedure import DOCUMENT, KECCAK, Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day
from tests.contracts.versioning import MARCH, Data

APRIL = keccak(b"poses as of April")


def on(content: bytes) -> int:
    """How a version names its content."""
    return int.from_bytes(content_subject(KECCAK, content), "big") & (1 << 160) - 1


def test_a_version_supersedes_what_was_there(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 7: the lines of the journal keep those before."""
    before = data.head
    line = data.refresh().line("VersionRefreshed")
    first = line.number
    assert line["ref"] == first
    assert data.version == line["version"] == Version(
        seq=1, line=first, day=day("2026-08-20"), content=on(MARCH), since=line["at"]
    )  # fmt: skip
    assert data.head == line["head"] == replace(before, edition=before.edition + 1)
    assert (line["parallel"], line["root"], line["statistics"], line["chunks"]) == (0, MARCH, DOCUMENT, DOCUMENT)
    stage.on("2026-09-21")
    second = data.refreshed(APRIL)
    assert (data.version.seq, data.version.line, data.version.content) == (2, second, on(APRIL))


def test_a_filing_signed_at_the_edition_before_fails(stage: Stage, cast: Cast, data: Data) -> None:
    pinned = stage.sealed([cast.buyer.one], [("pin", data.entry, data.head.edition)], nonce=9)
    data.refresh()
    with stage.refused("EditionMoved"):
        stage.carry(pinned)


def test_whoever_has_the_data_and_whoever_offers_them_agree(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33: the holder of a right to use does not decide what the data are."""
    later = Later(data.case)
    later.transfer(Right.USE | Right.OPERATE)
    later.decided(passed=Right.USE | Right.OPERATE).complete_transfer()
    with stage.refused("AssentMissing", party=cast.second, power=Power.FILE):
        data.refresh()
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        data.refresh(by=[cast.second.one])
    data.refresh(by=[cast.holder.one, cast.second.one])
    write(
        stage, cast, replace(data.head, holder=(cast.holder.number, cast.maker.number, cast.holder.number)), data.entry
    )
    data.refresh(APRIL)


@pytest.mark.parametrize("right", [0, 2])
def test_one_of_the_two_in_force_is_enough(stage: Stage, cast: Cast, data: Data, right: int) -> None:
    over, live = SlotStatus.CANCELLED, SlotStatus.ACTIVE
    status = (live, over, over) if right == 0 else (over, over, live)
    write(stage, cast, replace(data.head, status=status), data.entry)
    data.refresh()


def test_a_right_to_use_alone_refreshes_nothing(stage: Stage, cast: Cast, data: Data) -> None:
    status = (SlotStatus.CANCELLED, SlotStatus.ACTIVE, SlotStatus.CANCELLED)
    write(stage, cast, replace(data.head, status=status), data.entry)
    with stage.refused("NothingInForce", entry=data.entry):
        data.refresh()


def test_nothing_is_refreshed_after_the_rights_lapsed_by_either_time(stage: Stage, cast: Cast) -> None:
    """Rules 28, 124."""
    data = Data(Procedure(stage, cast).registered(until="2026-09-30"))
    stage.on("2026-09-30", "23:55")
    with stage.refused("NothingInForce"):
        data.refresh(at=stage.now + 600)
    stage.on("2026-10-01", "00:05")
    with stage.refused("NothingInForce"):
        data.refresh(at=stage.now - 600)


def test_a_frozen_holder_refreshes_nothing(stage: Stage, cast: Cast, data: Data, court: Player) -> None:
    """Rule 115."""
    Orders(data.case, court, court).restrain(cast.holder)
    with stage.refused("PartyFrozen", party=cast.holder):
        data.refresh()


def test_a_creditor_agrees(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 73: a pledge lies on the data as they were valued."""
    lenders = Lenders.on(stage, cast)
    pledge = Loans(data.case, lenders).recorded()
    with stage.refused("BurdenListIncomplete"):
        data.refresh()
    with stage.refused("Burdened", number=pledge, kind=BurdenKind.SECURITY):
        data.refresh(burdens=[pledge])
    data.refresh(burdens=[pledge], by=[cast.holder.one, lenders.bank.one])


@pytest.mark.parametrize("mode, passes", [(ConsentMode.FREE_WITH_NOTICE, True), (ConsentMode.PRE_APPROVED, False)])
def test_a_creditor_lets_refreshes_pass_beforehand(
    stage: Stage, cast: Cast, data: Data, mode: ConsentMode, passes: bool
) -> None:
    """Rules 49, 73: by its envelope; a scope of licences says nothing of a refresh."""
    lenders = Lenders.on(stage, cast)
    pledge = Loans(data.case, lenders).recorded()
    ask = ConsentMode.CASE_BY_CASE
    word = Envelope(
        state=EnvelopeState.SET, mode=(ask, ask, ask, ask, ask, ask, ask, mode), months=12,
        kinds=LicenceKindSet.NON_EXCLUSIVE, sla=3, until=day("2027-01-01"),
    )  # fmt: skip
    assert Effect.UPDATE == 1 << 7
    Orders(data.case, cast.outsider, cast.outsider).envelope(pledge, word, by=[lenders.bank.one])
    if passes:
        data.refresh(burdens=[pledge])
    else:
        with stage.refused("Burdened", number=pledge):
            data.refresh(burdens=[pledge])


def test_data_that_are_the_same_are_no_new_version(stage: Stage, cast: Cast, data: Data) -> None:
    first = data.refreshed()
    with stage.refused("ContentUnchanged", version=first):
        data.refresh(siblings=[data.entry])
    data.refresh(APRIL)
    data.refresh(siblings=[data.entry])  # back to what they were, on whose list the folio stands already
    assert stage.journal(content_subject(KECCAK, MARCH)).lines == 1


def test_nobody_comes_to_a_right_twice_by_refreshing(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 11, 13: to the content of another folio of one's own."""
    other = Procedure(stage, cast, root=MARCH).registered("2026-09-10")
    with stage.refused("SiblingsIncomplete"):
        data.refresh()
    with stage.refused("AlreadyRegistered", entry=other.entry, right=0):
        data.refresh(siblings=[other.entry])


def test_nor_by_registering_anew_what_one_refreshed_to(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 11, 13: with another registrar."""
    data.refresh()
    other = Procedure(stage, cast, root=MARCH, registrar=another_registrar(stage, cast)).in_notice()
    stage.on("2026-09-10")
    with stage.refused("SiblingsIncomplete"):
        other.anchor("2027-01-01")
    with stage.refused("AlreadyRegistered", entry=data.entry, right=0):
        other.anchor("2027-01-01", siblings=[data.entry])


def test_the_registrar_looks_at_data_that_another_has_registered(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 12: a duplicate is reviewed and shown, not refused."""
    other = Procedure(stage, cast, root=MARCH, applicant=cast.second).registered("2026-09-10")
    with stage.refused("PairMissing"):
        data.refresh(siblings=[other.entry])
    line = data.refresh(siblings=[other.entry], by=[cast.holder.one, *cast.registrar.pair]).line("VersionRefreshed")
    assert line["parallel"] == 1


@pytest.mark.parametrize("digest", ["root", "statistics", "chunks"])
def test_a_version_says_what_it_is(stage: Stage, data: Data, digest: str) -> None:
    """Rule 123."""
    with stage.refused("DigestMissing"):
        data.refresh(**dict[str, Any]({digest: bytes(32)}))


@pytest.mark.parametrize("algorithm", ["root_alg", "alg"])
def test_and_how_its_digests_were_made(stage: Stage, data: Data, algorithm: str) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm"):
        data.refresh(**dict[str, Any]({algorithm: 0}))


def test_versions_follow_each_other(stage: Stage, data: Data) -> None:
    """Rule 124."""
    stage.on("2026-08-24")
    data.refresh()
    with stage.refused("OutOfOrder"):
        data.refresh(APRIL, at=data.version.since - 1)
    data.refresh(APRIL, at=data.version.since)
