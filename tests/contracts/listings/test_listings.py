"""Products on an exchange: listed by holder and venue, suspended, resumed, delisted (SM-11)."""

from typing import Any

import pytest

from ledger_api.domain.words import Delivery, Listing, ListingReason, ListingState, PartyStatus, Power, Right
from tests.contracts.circumstances import amend
from tests.contracts.procedure import Procedure
from tests.contracts.shelves import Shelf
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day


@pytest.fixture
def shelf(stage: Stage, cast: Cast) -> Shelf:
    """Over a registered folio, on 20 August 2026."""
    return Shelf.over(Procedure(stage, cast).registered())


def test_holder_and_exchange_list_a_product(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """Rule 119."""
    edition = shelf.case.head.edition
    line = shelf.list().line("ProductListed")
    assert line["ref"] == line.number
    assert shelf.word(line.number) == line["listing"] == Listing(
        state=ListingState.LISTED, venue=cast.exchange.number, lister=cast.holder.number,
        delivery=Delivery.API | Delivery.SANDBOX, listed=day("2026-08-20"), since=line["at"],
        compliance=shelf.opinion,
    )  # fmt: skip
    assert shelf.case.head.edition == edition


def test_neither_lists_alone(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """Rule 119."""
    with stage.refused("AssentMissing", party=cast.exchange, power=Power.RECORD):
        shelf.list(by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        shelf.list(by=[cast.exchange.recorder])


def test_the_venue_is_an_exchange(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """Rule 119."""
    with stage.refused("NotEntitled", party=cast.maker):
        shelf.list(venue=cast.maker, by=[cast.holder.one, cast.maker.one])
    amend(stage, cast, cast.exchange, status=PartyStatus.SUSPENDED)
    with stage.refused("PartyNotActive", party=cast.exchange):
        shelf.list(by=[cast.holder.one])


def test_without_a_right_to_operate_nothing_is_listed(stage: Stage, cast: Cast) -> None:
    """Rule 119."""
    case = Procedure(stage, cast)
    shelf = Shelf(case, 0)
    with stage.refused("NoSuchEntry"):
        shelf.list()
    case.submitted()
    with stage.refused("RightNotOperable"):
        shelf.list()
    other = Procedure(stage, cast, root=bytes(31) + b"\1").registered(asked=Right.HOLD | Right.USE)
    with stage.refused("RightNotOperable"):
        Shelf(other, 0).list()


def test_a_right_lapsed_by_either_time_lists_nothing(stage: Stage, cast: Cast) -> None:
    """Rules 119, 124."""
    shelf = Shelf.over(Procedure(stage, cast).registered(until="2026-09-30"))
    number = shelf.listed()
    shelf.suspend(number)
    stage.on("2026-09-30", "23:55")
    with stage.refused("RightNotOperable"):
        shelf.list(at=stage.now + 600)
    shelf.list()
    stage.on("2026-10-01", "00:05")
    with stage.refused("RightNotOperable"):
        shelf.list(at=stage.now - 600)
    with stage.refused("RightNotOperable"):
        shelf.resume(number)


@pytest.mark.parametrize("missing", ["specification", "offer", "sources"])
def test_a_prospectus_is_whole(stage: Stage, shelf: Shelf, missing: str) -> None:
    """Rule 119."""
    with stage.refused("DigestMissing"):
        shelf.list(**dict[str, Any]({missing: bytes(32)}))


def test_a_prospectus_names_its_algorithm(stage: Stage, shelf: Shelf) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm"):
        shelf.list(alg=0)


@pytest.mark.parametrize("delivery", [0, Delivery.MODEL << 1])
def test_a_product_is_delivered_somehow(stage: Stage, shelf: Shelf, delivery: int) -> None:
    with stage.refused("DeliveryUnknown", delivery=delivery):
        shelf.list(delivery=delivery)


def test_by_every_way_at_once_too(shelf: Shelf) -> None:
    shelf.list(delivery=(Delivery.MODEL << 1) - 1)


def test_the_exchange_suspends_and_resumes(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """SM-11."""
    number = shelf.listed()
    line = shelf.suspend(number).line("ListingSuspended")
    assert line["listing"] == shelf.word(number)
    assert (shelf.word(number).state, shelf.word(number).code) == (ListingState.SUSPENDED, ListingReason.FREEZE)
    with stage.refused("WrongListingState", number=number, state=ListingState.SUSPENDED):
        shelf.suspend(number)
    shelf.resume(number)
    assert (shelf.word(number).state, shelf.word(number).code) == (ListingState.LISTED, ListingReason.NONE)
    with stage.refused("WrongListingState", number=number, state=ListingState.LISTED):
        shelf.resume(number)


def test_nobody_else_does(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """SM-11: not the holder, not another exchange."""
    number = shelf.listed()
    for officer in (cast.holder.one, cast.registrar.reviewer):
        with stage.refused("AssentMissing", party=cast.exchange, power=Power.RECORD):
            shelf.suspend(number, by=[officer])
    shelf.suspend(number)
    for officer in (cast.holder.one, cast.registrar.reviewer):
        with stage.refused("AssentMissing", party=cast.exchange, power=Power.RECORD):
            shelf.resume(number, by=[officer])


@pytest.mark.parametrize("who", ["exchange", "holder"])
def test_the_exchange_or_the_holder_delists_for_good(stage: Stage, cast: Cast, shelf: Shelf, who: str) -> None:
    """SM-11."""
    by = [cast.exchange.recorder if who == "exchange" else cast.holder.one]
    number = shelf.listed()
    if who == "holder":
        shelf.suspend(number)
    line = shelf.delist(number, ListingReason.BY_HOLDER, by=by).line("Delisted")
    assert line["listing"] == shelf.word(number)
    assert (shelf.word(number).state, shelf.word(number).code) == (ListingState.DELISTED, ListingReason.BY_HOLDER)
    for act in (shelf.delist, shelf.suspend, shelf.resume):
        with stage.refused("WrongListingState", number=number, state=ListingState.DELISTED):
            act(number)


def test_a_stranger_delists_nothing(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """SM-11."""
    number = shelf.listed()
    for officer in (cast.buyer.one, cast.registrar.reviewer):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
            shelf.delist(number, by=[officer])


@pytest.mark.parametrize("code", [ListingReason.NONE, ListingReason.BY_HOLDER + 1])
def test_a_reason_is_one_of_the_codes(stage: Stage, shelf: Shelf, code: int) -> None:
    number = shelf.listed()
    for act in (shelf.suspend, shelf.delist):
        with stage.refused("ListingReasonUnknown", code=code):
            act(number, code)


def test_each_step_has_a_document_with_its_algorithm(stage: Stage, shelf: Shelf) -> None:
    """Rule 123."""
    number = shelf.listed()
    with stage.refused("UnknownAlgorithm"):
        shelf.suspend(number, alg=0)
    with stage.refused("DigestMissing"):
        shelf.suspend(number, document=bytes(32))


def test_steps_go_forward_in_time(stage: Stage, shelf: Shelf) -> None:
    """Rule 124."""
    stage.on("2026-08-24")
    number = shelf.listed()
    with stage.refused("OutOfOrder"):
        shelf.suspend(number, at=shelf.word(number).since - 1)
    shelf.suspend(number, at=shelf.word(number).since)
    assert stage.now - DAY < shelf.word(number).since


def test_what_is_no_listing_is_not_suspended(stage: Stage, shelf: Shelf) -> None:
    with stage.refused("NoSuchListing", number=1):
        shelf.suspend(1)
