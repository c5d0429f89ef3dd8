"""Exclusivity: what meets an exclusive or sole licence is refused, what is disjoint in one dimension is not (domain 3.3)."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Action,
    BurdenKind,
    Environment,
    Industry,
    LicenceFlag,
    LicenceKind,
    Purpose,
    Region,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.pen import write
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day

EXCLUSIVE, SOLE, ORDINARY = LicenceKind.EXCLUSIVE, LicenceKind.SOLE, LicenceKind.NON_EXCLUSIVE
Over = Callable[..., Deals]

# ------------------------------------------------------------------------------------------------ SC3

HUMANOIDS: dict[str, Any] = {
    "start": day("2026-09-01"),
    "end": day("2028-08-31"),
    "actions": Action.READ | Action.DERIVE | Action.TRAIN,
    "purposes": Purpose.HUMANOID_TRAINING,
    "flags": LicenceFlag.TRAIN | LicenceFlag.KEEP_WEIGHTS,
    "delete_within": 30,
}
"""一隅千象's licence to the robot maker: 24 months, weights may be kept, raw copies deleted 30 days after."""
SECOND: dict[str, Any] = {
    "kind": EXCLUSIVE,
    "start": day("2026-10-01"),
    "end": day("2027-09-30"),
    "actions": Action.READ | Action.TRAIN,
    "flags": LicenceFlag.TRAIN,
}
"""What the second buyer asks for, but for the purpose."""


def test_scenario_3_the_second_buyer_is_refused_and_re_scoped(stage: Stage, cast: Cast, deals: Deals) -> None:
    """SC3, rule 46: humanoid training is taken, stage performance is free."""
    first = deals.granted(**HUMANOIDS)
    with stage.refused("ExclusivityConflict", entry=deals.entry, number=first):
        deals.grant(licensee=cast.buyer, purposes=Purpose.HUMANOID_TRAINING, licences=[first], **SECOND)
    deals.grant(licensee=cast.buyer, purposes=Purpose.STAGE_PERFORMANCE, licences=[first], **SECOND)


def test_scenario_3_had_the_first_been_for_all_purposes_even_the_re_scoped_one_would_conflict(
    stage: Stage, cast: Cast, deals: Deals
) -> None:
    """SC3, rule 46: an empty set is all."""
    first = deals.granted(**{**HUMANOIDS, "purposes": Purpose(0)})
    with stage.refused("ExclusivityConflict", number=first):
        deals.grant(licensee=cast.buyer, purposes=Purpose.STAGE_PERFORMANCE, licences=[first], **SECOND)


# ------------------------------------------------------------------------------------------------ the matrix


@pytest.mark.parametrize("earlier", [EXCLUSIVE, SOLE])
@pytest.mark.parametrize("later", [EXCLUSIVE, SOLE, ORDINARY])
def test_an_exclusive_or_sole_licence_stops_every_licence_that_meets_it(
    stage: Stage, cast: Cast, deals: Deals, earlier: LicenceKind, later: LicenceKind
) -> None:
    """Rule 46: through its burden, which every grant must list."""
    first = deals.granted(kind=earlier)
    listed = [first] if later else []
    with stage.refused("Burdened", number=first, kind=BurdenKind.EXCLUSIVE_LICENCE):
        deals.grant(licensee=cast.buyer, kind=later, burdens=[first], licences=listed)
    deals.grant(licensee=cast.buyer, kind=later, purposes=Purpose.MARKETING, burdens=[first], licences=listed)


@pytest.mark.parametrize("later", [EXCLUSIVE, SOLE])
def test_an_ordinary_licence_stops_an_exclusive_or_sole_one_that_meets_it(
    stage: Stage, cast: Cast, deals: Deals, later: LicenceKind
) -> None:
    """Rule 46: through the complete list of licences."""
    first = deals.granted()
    with stage.refused("ExclusivityConflict", number=first):
        deals.grant(licensee=cast.buyer, kind=later, licences=[first])
    deals.grant(licensee=cast.buyer, kind=later, purposes=Purpose.MARKETING, licences=[first])


def test_ordinary_licences_stand_side_by_side(cast: Cast, deals: Deals) -> None:
    """Rule 46."""
    deals.grant()
    deals.grant(licensee=cast.buyer)
    deals.grant()
    assert deals.head.licences == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"start": day("2027-09-01"), "end": day("2028-08-31")},
        {"start": day("2026-08-20"), "end": day("2026-08-31")},
        {"actions": Action.DISPLAY},
        {"purposes": Purpose.MARKETING | Purpose.RESEARCH},
        {"industries": Industry.D},
        {"regions": Region.CN33},
    ],
)
def test_one_disjoint_dimension_is_enough(cast: Cast, deals: Deals, changes: dict[str, Any]) -> None:
    """Rule 46: dates, actions, purposes, industries or regions."""
    first = deals.granted(kind=EXCLUSIVE, industries=Industry.C, regions=Region.CN31)
    scope: dict[str, Any] = {"industries": Industry.C, "regions": Region.CN31, **changes}
    deals.grant(licensee=cast.buyer, kind=EXCLUSIVE, burdens=[first], licences=[first], **scope)


@pytest.mark.parametrize(
    "changes",
    [
        {"start": day("2027-08-31"), "end": day("2028-08-31")},
        {"start": day("2026-08-20"), "end": day("2026-09-01")},
        {"actions": Action.READ | Action.DISPLAY},
        {"actions": Action(0)},
        {"purposes": Purpose.MARKETING | Purpose.TEACHING},
        {"industries": Industry(0)},
        {"regions": Region.CN33 | Region.CN31},
        {"environments": Environment.SANDBOX},
    ],
)
def test_touching_in_every_dimension_is_a_conflict(
    stage: Stage, cast: Cast, deals: Deals, changes: dict[str, Any]
) -> None:
    """Rule 46: one common day, one common code, an empty set; environments keep nothing apart."""
    scope: dict[str, Any] = {"industries": Industry.C, "regions": Region.CN31}
    first = deals.granted(kind=EXCLUSIVE, environments=Environment.CLOUD, **scope)
    with stage.refused("Burdened", number=first):
        deals.grant(licensee=cast.buyer, burdens=[first], **{**scope, **changes})


def test_one_licensee_may_hold_both(cast: Cast, deals: Deals) -> None:
    """Rule 46: nobody is excluded from its own licence."""
    first = deals.granted()
    second = deals.granted(kind=EXCLUSIVE, licences=[first])
    deals.grant(burdens=[second])
    assert (deals.head.licences, deals.head.burdens) == (3, 1)


def test_nobody_waives_an_exclusive_licence(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: the exclusive licensee's consent does not help; it is narrowed first."""
    first = deals.granted(kind=EXCLUSIVE)
    signers = [cast.holder.one, cast.buyer.one, cast.exchange.recorder, cast.maker.one]
    with stage.refused("Burdened", number=first):
        deals.grant(licensee=cast.buyer, burdens=[first], by=signers)


def test_the_same_right_in_another_folio_is_not_excluded(stage: Stage, cast: Cast, deals: Deals) -> None:
    """SC20, domain 3.3: a parallel holder's licence is shown, never blocked."""
    deals.grant(kind=EXCLUSIVE)
    parallel = Procedure(stage, cast, applicant=cast.second)
    parallel.registered("2026-08-28", siblings=[deals.entry])
    Deals(parallel).grant(licensee=cast.buyer, kind=EXCLUSIVE)


# ------------------------------------------------------------------------------------------------ lists


def test_an_exclusive_licence_lists_every_other(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: complete, ascending, none twice, none invented."""
    first = deals.granted(purposes=Purpose.MARKETING)
    second = deals.granted(licensee=cast.second, purposes=Purpose.MARKETING)
    for listed, error in (
        ([], "LicenceListIncomplete"),
        ([first], "LicenceListIncomplete"),
        ([second, first], "ListDisordered"),
        ([first, first, second], "ListDisordered"),
        ([first, second, second + 1], "NoSuchLicence"),
    ):
        with stage.refused(error):
            deals.grant(licensee=cast.buyer, kind=EXCLUSIVE, licences=listed)
    deals.grant(licensee=cast.buyer, kind=EXCLUSIVE, licences=[first, second])


def test_an_ordinary_licence_lists_none(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: what proves nothing is not signed."""
    first = deals.granted()
    with stage.refused("TermsNotValid"):
        deals.grant(licensee=cast.buyer, licences=[first])


def test_a_licence_granted_after_signing_stops_an_exclusive_one(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: the list signed is no longer complete."""
    word = replace(READING, licensee=cast.buyer.number, kind=EXCLUSIVE)
    act: tuple[Any, ...] = ("grant", deals.entry, cast.exchange, word, deals.agreement(), [], [])
    signed = stage.sealed([cast.holder.one, cast.buyer.one, cast.exchange.recorder], [act], nonce=99)
    deals.grant(purposes=Purpose.MARKETING)
    with stage.refused("LicenceListIncomplete", listed=0, unclosed=1):
        stage.carry(signed)


def test_an_expired_exclusive_licence_stops_nothing_that_begins_later(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: it is listed until somebody closes it, and tested by its dates."""
    first = deals.granted(kind=EXCLUSIVE)
    stage.on("2027-09-01")
    later: dict[str, Any] = {"start": day("2027-09-01"), "end": day("2028-08-31"), "kind": EXCLUSIVE}
    deals.grant(licensee=cast.buyer, burdens=[first], licences=[first], **later)


# ------------------------------------------------------------------------------------------------ making room


def test_a_narrowed_licence_makes_room(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: fewer codes, an earlier end, or no longer exclusive."""
    first = deals.granted(kind=EXCLUSIVE, purposes=Purpose.TEACHING | Purpose.MARKETING)
    wanted: dict[str, Any] = {"licensee": cast.buyer, "purposes": Purpose.MARKETING}
    with stage.refused("Burdened", number=first):
        deals.grant(burdens=[first], **wanted)
    mark = stage.mark()
    deals.narrow(first, purposes=Purpose.TEACHING)
    deals.grant(burdens=[first], **wanted)
    stage.rewind(mark)
    deals.narrow(first, end=day("2026-12-31"))
    deals.grant(burdens=[first], start=day("2027-01-01"), **wanted)
    stage.rewind(mark)
    deals.narrow(first, kind=ORDINARY)
    deals.grant(**wanted)


def test_an_ended_licence_makes_room_from_the_next_day(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: until it is closed it is listed; its last day is its own."""
    first = deals.granted(kind=EXCLUSIVE)
    stage.on("2026-10-12")
    deals.end(first)
    for start, meets in ((day("2026-10-12"), True), (day("2026-10-13"), False)):
        wanted: dict[str, Any] = {"kind": EXCLUSIVE, "start": start, "licensee": cast.buyer, "licences": [first]}
        if meets:
            with stage.refused("ExclusivityConflict", number=first):
                deals.grant(**wanted)
        else:
            deals.grant(**wanted)


# ------------------------------------------------------------------------------------------------ under a licence


@pytest.fixture
def parent(deals: Deals) -> int:
    """The maker's exclusive licence, which it may sublicense."""
    return deals.granted(kind=EXCLUSIVE, flags=LicenceFlag.SUBLICENSE)


def test_a_sublicence_is_not_blocked_by_what_it_is_given_under(cast: Cast, deals: Deals, parent: int) -> None:
    """Rule 46."""
    under: dict[str, Any] = {"licensor": cast.maker, "licensee": cast.buyer, "parent": parent}
    deals.grant(burdens=[parent], **under)


def test_nor_an_exclusive_one(cast: Cast, deals: Deals, parent: int) -> None:
    """Rule 46."""
    under: dict[str, Any] = {"licensor": cast.maker, "licensee": cast.buyer, "parent": parent}
    deals.grant(kind=EXCLUSIVE, burdens=[parent], licences=[parent], **under)


@pytest.mark.parametrize("later", [EXCLUSIVE, ORDINARY])
def test_a_sublicence_is_blocked_by_its_exclusive_sibling(
    stage: Stage, cast: Cast, deals: Deals, parent: int, later: LicenceKind
) -> None:
    """Rule 46."""
    under: dict[str, Any] = {"licensor": cast.maker, "parent": parent}
    sibling = deals.granted(licensee=cast.buyer, kind=EXCLUSIVE, burdens=[parent], licences=[parent], **under)
    with stage.refused("Burdened", number=sibling):
        deals.grant(
            licensee=cast.second,
            kind=later,
            burdens=[parent, sibling],
            licences=[parent, sibling] if later else [],
            **under,
        )


def test_a_fallen_sublicence_blocks_nobody_even_unclosed(stage: Stage, cast: Cast, deals: Deals, parent: int) -> None:
    """Rules 46, 54: its licensee owes a deletion certificate and may take its time; others need not wait."""
    child = deals.granted(
        licensor=cast.maker,
        licensee=cast.buyer,
        parent=parent,
        kind=EXCLUSIVE,
        delete_within=30,
        burdens=[parent],
        licences=[parent],
    )
    deals.end(parent)
    stage.on("2026-09-02")
    wanted: dict[str, Any] = {"licensee": cast.second, "start": day("2026-09-03"), "burdens": [child]}
    mark = stage.mark()
    deals.grant(**wanted)
    stage.rewind(mark)
    deals.grant(kind=EXCLUSIVE, licences=[parent, child], **wanted)


def test_a_suspended_exclusive_licence_still_excludes(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 46: it may come back."""
    first = deals.granted(kind=EXCLUSIVE)
    deals.suspend(first)
    with stage.refused("Burdened", number=first):
        deals.grant(licensee=cast.buyer, burdens=[first])


@pytest.mark.parametrize("burdens", [0, 64, 2_000])
def test_more_licences_than_a_list_could_name_are_refused(stage: Stage, cast: Cast, deals: Deals, burdens: int) -> None:
    """Rule 46: an exclusive grant must be able to list them all in one transaction, and the burdens beside them."""
    write(stage, cast, replace(deals.head, licences=4_000 - burdens, burdens=burdens), deals.entry)
    with stage.refused("TooManyLicences"):
        deals.grant()
    write(stage, cast, replace(deals.head, licences=3_999 - burdens, burdens=burdens), deals.entry)
    with stage.refused("BurdenListIncomplete") if burdens else nullcontext():
        deals.grant()
