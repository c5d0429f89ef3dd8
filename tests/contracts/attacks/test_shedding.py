"""Whoever owes would have the data without what lies on them: by a split, a material change, a refresh, by letting the right
lapse, in another's name or under another scheme. Nobody does."""

from functools import partial
from typing import Any

import pytest

from ledger_api.domain.words import (
    Burden,
    BurdenKind,
    CaseFlag,
    Characterisation,
    Effect,
    Scheme,
    SecurityFlag,
    SuccessionKind,
)
from tests.contracts.burdened import Orders, court
from tests.contracts.circumstances import another_registrar, join
from tests.contracts.later import Later
from tests.contracts.loans import PLEDGE, Lenders, Loans
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.versioning import MARCH, PART, Data

SPLIT = SuccessionKind.SPLIT
CHANGE = SuccessionKind.MATERIAL_CHANGE
KINDS = pytest.mark.parametrize("kind", [CHANGE, SPLIT])


@pytest.fixture
def data(stage: Stage, cast: Cast) -> Data:
    """A registered folio."""
    return Data(Procedure(stage, cast).registered())


@pytest.fixture
def lenders(stage: Stage, cast: Cast) -> Lenders:
    """A bank and others."""
    return Lenders.on(stage, cast)


@KINDS
@pytest.mark.parametrize(
    "character", [each for each in Characterisation if each not in {0, Characterisation.FINANCE_LEASE}]
)
def test_a_security_of_any_kind_is_shed_by_no_succession(
    stage: Stage, cast: Cast, data: Data, lenders: Lenders, kind: SuccessionKind, character: Characterisation
) -> None:
    """Rule 73: not even one that forbids only that fees are paid elsewhere; its creditor agrees, or nothing comes out."""
    pledge = Loans(data.case, lenders).recorded(security={"character": character})
    heir = data.heir(applicant=cast.second if kind == SPLIT else None, kind=kind)
    act = partial(data.split if kind == SPLIT else data.succeed, heir)
    with stage.refused("Burdened", number=pledge, kind=BurdenKind.SECURITY):
        act(burdens=[pledge])
    with stage.refused("BurdenListIncomplete"):
        act()
    act(burdens=[pledge], by=[lenders.bank.one])
    assert data.head.burdens == 1


@KINDS
def test_nor_an_order_of_a_court(stage: Stage, cast: Cast, data: Data, kind: SuccessionKind) -> None:
    """Rule 115: nobody waives it."""
    judge = court(stage, cast, "court A")
    order = Orders(data.case, judge, judge).imposed(effects=Effect.TRANSFER)
    heir = data.heir(applicant=cast.second if kind == SPLIT else None, kind=kind)
    with stage.refused("Burdened", number=order, kind=BurdenKind.COURT_ORDER):
        if kind == SPLIT:
            data.refresh(bytes(31) + b"\5", burdens=[order])
        data.succeed(heir, burdens=[order])


def test_nor_a_dispute(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 39: disputed data do not come out clean."""
    heir = data.heir()
    dispute = data.case.disputed()
    with stage.refused("Burdened", number=dispute, kind=BurdenKind.DISPUTE):
        data.succeed(heir, burdens=[dispute])


def test_what_was_agreed_is_not_kept_for_a_better_day(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 73: cleared while nothing lay on the data, pledged, and anchored then."""
    heir = data.heir()
    stage.file([cast.holder.one, *cast.registrar.pair], [data.clearing(heir)])
    stage.chain.forward(seconds=1)
    with stage.refused("PredecessorNotCleared"):
        stage.file(cast.registrar.pair, [data.anchoring(heir)])


def test_not_even_within_one_block(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 73: another filing of the same block restricts the old data between the two."""
    heir = data.heir()
    first = stage.sealed([cast.holder.one, *cast.registrar.pair], [data.clearing(heir)])
    clause = ("registerClause", data.entry, cast.second, 7, Effect.PLEDGE, 0, 2, MARCH)
    between = stage.sealed([cast.holder.one], [clause], nonce=stage.next_nonce(cast.holder.one.number) + 1)
    last = stage.sealed(cast.registrar.pair, [data.anchoring(heir)])
    done = stage.carry_all([first, between, last], gas_each=2_000_000)
    names = [line.name for line in done.lines]
    assert {"PredecessorCleared", "ClauseRegistered"} <= set(names)
    assert "Anchored" not in names


def test_a_pledge_is_not_refreshed_into_nothing(stage: Stage, cast: Cast, data: Data, lenders: Lenders) -> None:
    """Rules 33, 73: other data in the place of those that were pledged."""
    pledge = Loans(data.case, lenders).recorded()
    with stage.refused("Burdened", number=pledge):
        data.refresh(b"\1" * 32, burdens=[pledge])


def test_a_remainder_takes_the_creditor_too(stage: Stage, cast: Cast, data: Data, lenders: Lenders) -> None:
    """Rule 73: what is left after a split is a version, and a pledge forbids versions."""
    pledge = Loans(data.case, lenders).recorded()
    heir = data.heir(PART, applicant=cast.second, kind=SPLIT)
    with stage.refused("Burdened", number=pledge):
        data.split(heir, burdens=[pledge])
    data.split(heir, burdens=[pledge], by=[lenders.bank.one])


# ------------------------------------------------------------------------------------------------ lapse, names, schemes


@pytest.fixture
def lapsed(stage: Stage, cast: Cast, lenders: Lenders) -> Loans:
    """Rights over data that were pledged with a covenant to renew them, and ran out all the same."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-11", until="2026-08-31"), lenders)
    loans.recorded(security={"flags": PLEDGE.flags | SecurityFlag.RENEWAL_COVENANT})
    stage.on("2026-09-01")
    return loans


def waiting(stage: Stage, cast: Cast, **applicant: Any) -> Procedure:
    """A case over the same content, ready to be anchored."""
    case = Procedure(stage, cast, **applicant).under_review(flags=CaseFlag.WAIVER_ASKED)
    case.waive()
    return case


def test_a_pledge_is_not_shed_by_letting_the_right_lapse(
    stage: Stage, cast: Cast, lenders: Lenders, lapsed: Loans
) -> None:
    """Rules 11, 39: registered again in the folio where it is; its creditor agrees to that, and stays."""
    (pledge,) = [number for number in range(1, 30) if lapsed.stage.storage(Burden, lapsed.entry, number)]
    again = waiting(stage, cast)
    again_at = partial(again.anchor, "2031-08-31", siblings=[again.entry])
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        again_at()
    with stage.refused("Burdened", number=pledge):
        again_at(burdens=[pledge])
    again_at(burdens=[pledge], by=[*cast.registrar.pair, lenders.bank.one])
    assert (again.entry, again.head.burdens) == (lapsed.entry, 1)


def test_nor_by_a_joint_holding_of_whoever_pledged_it(stage: Stage, cast: Cast, lapsed: Loans) -> None:
    """Rules 11, 13: not even a folio of its own that would be clean."""
    joint = join(stage, [cast.holder, cast.second])
    other = waiting(stage, cast, applicant=joint, signers=[cast.holder.one, cast.second.one])
    assert other.entry != lapsed.entry
    with stage.refused("AlreadyRegistered", entry=lapsed.entry, right=0):
        other.anchor("2031-08-31", siblings=[lapsed.entry])
    with stage.refused("SiblingsIncomplete"):
        other.anchor("2031-08-31")


def test_nor_at_another_registrar(stage: Stage, cast: Cast, lapsed: Loans) -> None:
    """Rule 11: a folio has one register, and one only."""
    elsewhere = another_registrar(stage, cast)
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        Procedure(stage, cast, registrar=elsewhere).submit()


@pytest.mark.parametrize("scheme", [Scheme.ZJ_DATA_IP, Scheme.OTHER])
def test_nor_under_another_scheme(stage: Stage, cast: Cast, data: Data, lenders: Lenders, scheme: Scheme) -> None:
    """A second credential is another number for the same folio: what lies on it lies on it."""
    pledge = Loans(data.case, lenders).recorded()
    before = data.case.head
    data.case.issue("ZJ-2026-1", scheme=scheme)
    assert data.case.head == before
    later = Later(data.case)
    later.transfer()
    later.decided()
    with stage.refused("Burdened", number=pledge, kind=BurdenKind.SECURITY):
        later.complete_transfer(burdens=[pledge])


def test_nor_by_a_transfer_into_a_joint_holding(stage: Stage, cast: Cast, data: Data, lenders: Lenders) -> None:
    """Rules 39, 65: neither with others, nor with the creditor itself among them."""
    pledge = Loans(data.case, lenders).recorded()
    joint = join(stage, [cast.holder, cast.second])
    later = Later(data.case)
    later.transfer(to=joint, by=[cast.holder.one, cast.second.one])
    later.decided()
    by = [*cast.registrar.pair, cast.holder.one, cast.second.one]
    with stage.refused("Burdened", number=pledge, kind=BurdenKind.SECURITY):
        later.complete_transfer(burdens=[pledge], by=by)
    later.complete_transfer(burdens=[pledge], by=[*by, lenders.bank.one])
    assert data.case.head.burdens == 1


def test_nor_by_cancelling_it(stage: Stage, cast: Cast, data: Data, lenders: Lenders) -> None:
    """Rule 39: what is cancelled may be registered anew."""
    pledge = Loans(data.case, lenders).recorded()
    later = Later(data.case)
    later.cancel()
    later.decided()
    with stage.refused("Burdened", number=pledge, kind=BurdenKind.SECURITY):
        later.complete_cancellation(burdens=[pledge])
