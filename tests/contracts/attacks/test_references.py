"""A number that counts back from the journal's end means the filing's own line, whatever others write before it."""

import pytest

from ledger_api.domain.words import Effect
from tests.contracts.burdened import Orders, court
from tests.contracts.deals import Deals
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage

RELATIVE = 0x800000


@pytest.fixture
def orders(stage: Stage, cast: Cast) -> Orders:
    """A registered folio."""
    return Orders(Procedure(stage, cast).registered(), court(stage, cast, "court A"), court(stage, cast, "court B"))


def restricting_and_giving_up(orders: Orders, back: int = 1) -> list[tuple[object, ...]]:
    """A clause, and the end of what stands `back` lines back."""
    clause = ("registerClause", orders.entry, orders.cast.second, 7, Effect.PLEDGE, 0, SHA256, DOCUMENT)
    return [clause, ("giveUp", orders.entry, RELATIVE | back, SHA256, DOCUMENT)]


def test_what_is_written_between_signing_and_carrying_moves_no_reference(
    stage: Stage, cast: Cast, orders: Orders
) -> None:
    """Not even right before it, in the same transaction."""
    signed = stage.sealed([cast.holder.one, cast.second.one], restricting_and_giving_up(orders))
    clause = ("registerClause", orders.entry, cast.second, 7, Effect.LEASE, 0, SHA256, DOCUMENT)
    before = stage.sealed([cast.holder.one], [clause], nonce=stage.next_nonce(cast.holder.one.number) + 1)
    done = stage.carry_all([before, signed])
    kept, own = (line.number for line in done.all("ClauseRegistered"))
    assert done.line("BurdenGivenUp")["ref"] == own
    assert orders.head.burdens == 1
    assert orders.burden(kept).effects == Effect.LEASE


def test_a_reference_leads_to_what_its_act_is_about_or_nowhere(stage: Stage, cast: Cast, orders: Orders) -> None:
    """A line of another kind is no burden; zero back is the line still to be written."""
    signers = [cast.holder.one, cast.second.one]
    with stage.refused("NoSuchBurden"):
        stage.file(signers, restricting_and_giving_up(orders, back=2))
    with stage.refused("NoSuchLine"):
        stage.file(signers, restricting_and_giving_up(orders, back=0))


def test_a_reference_counts_in_the_journal_of_the_entry_it_names(stage: Stage, cast: Cast, orders: Orders) -> None:
    """Lines of another folio in the same filing are not counted."""
    other = Procedure(stage, cast, root=b"\7" * 32).opened()
    clause, end = restricting_and_giving_up(orders)
    elsewhere = ("open", 2, b"\6" * 32, cast.holder)
    done = stage.file([cast.holder.one, cast.second.one], [clause, elsewhere, end])
    assert done.line("BurdenGivenUp")["ref"] == done.line("ClauseRegistered").number
    with stage.refused("NoSuchBurden"):
        stage.file([cast.holder.one, cast.second.one], [clause, ("giveUp", other.entry, RELATIVE | 1, *end[3:])])


def test_lists_take_no_references(stage: Stage, cast: Cast) -> None:
    """What a disposing act lists is named once and for all."""
    deals = Deals(Procedure(stage, cast).registered())
    orders = Orders(deals.case, cast.second, cast.second)
    orders.clause_number(effects=Effect.PLEDGE)
    with stage.refused("NoSuchBurden", number=RELATIVE | 1):
        deals.grant(burdens=[RELATIVE | 1])
