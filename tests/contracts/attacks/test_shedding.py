"""Whoever owes would have the data without what lies on them: by a split, a material change, a refresh. Nobody does."""

from functools import partial

import pytest

from ledger_api.domain.words import BurdenKind, Characterisation, Effect, SuccessionKind
from tests.contracts.burdened import Orders, court
from tests.contracts.loans import Lenders, Loans
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
