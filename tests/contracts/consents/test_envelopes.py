"""Standing consent: what fits the envelope of a burden needs no signature of its party (rule 49; SC9)."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Action,
    ConsentMode,
    Effect,
    Envelope,
    EnvelopeState,
    EnvelopeTerm,
    Industry,
    Licence,
    LicenceFlag,
    LicenceKind,
    LicenceKindSet,
    Purpose,
    Region,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import Deals
from tests.contracts.procedure import NO_DOCUMENT
from tests.contracts.stage.stage import day

LICENSING = Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE
MAINLAND = Region((1 << 31) - 1)
CASE, FORBID, APPROVED, FREE = ConsentMode
FITTING = Licence(
    start=day("2026-09-01"),
    end=day("2027-06-30"),
    actions=Action.READ | Action.TRAIN,
    purposes=Purpose.RESEARCH,
    regions=Region.CN33,
    industries=Industry.M,
    flags=LicenceFlag.TRAIN | LicenceFlag.AUDIT,
)
"""Ten months of research and training in Zhejiang."""


def modes(**by_effect: ConsentMode) -> Any:  # noqa: ANN401  a tuple of eight
    """A mode for each of the first eight effects."""
    return tuple(by_effect.get(effect.name or "", CASE) for effect in list(Effect)[:8])


BANKS = Envelope(
    state=EnvelopeState.SET,
    mode=modes(LICENCE_ORDINARY=APPROVED),
    months=10,
    cap=2,
    purposes=Purpose.RESEARCH | Purpose.MODEL_TRAINING,
    regions=MAINLAND,
    industries=Industry.M | Industry.I,
    kinds=LicenceKindSet.NON_EXCLUSIVE,
    agreed=EnvelopeTerm.TRAIN,
    until=day("2027-12-31"),
)
"""SC9 (i): non-exclusive, ten months, research and model training, mainland only."""


@pytest.fixture
def number(orders: Orders) -> int:
    """A restriction on licences with the bank's envelope."""
    clause = orders.clause_number(effects=LICENSING)
    orders.envelope(clause, BANKS)
    return clause


@NO_DOCUMENT
def test_an_envelope_has_a_document(orders: Orders, number: int, alg: int, document: bytes, error: str) -> None:
    """Rule 123."""
    with orders.stage.refused(error):
        orders.file([orders.cast.second.one], "setEnvelope", orders.entry, number, BANKS, alg, document)


def test_a_licence_within_the_envelope_needs_no_assent(orders: Orders, deals: Deals, number: int) -> None:
    """SC9 (i), rule 49."""
    deals.grant(FITTING, burdens=[number])
    deals.grant(FITTING, burdens=[number], start=day("2026-08-31"), end=day("2027-06-30"))
    with orders.stage.refused("Burdened", number=number):
        deals.grant(FITTING, burdens=[number])  # the cap


@pytest.mark.parametrize(
    "changes",
    [
        {"end": day("2027-07-01")},
        {"purposes": Purpose.RESEARCH | Purpose.MARKETING},
        {"purposes": 0},
        {"regions": 0},
        {"regions": Region.CN33 | Region.CN81},
        {"industries": Industry.J},
        {"industries": 0},
        {"kind": LicenceKind.SOLE},
        {"flags": LicenceFlag.TRAIN | LicenceFlag.KEEP_WEIGHTS},
        {"start": day("2028-01-01"), "end": day("2028-02-01")},
    ],
    ids=str,
)
def test_what_goes_beyond_it_needs_assent(orders: Orders, deals: Deals, number: int, changes: Any) -> None:  # noqa: ANN401
    """SC9 (ii), rule 49: term, purposes, places, industries, kind, what is expressly agreed, and when it starts."""
    with orders.stage.refused("Burdened", number=number):
        deals.grant(FITTING, burdens=[number], **changes)
    by = [*deals.parties, orders.cast.exchange.recorder, orders.cast.second.one]
    deals.grant(FITTING, burdens=[number], by=by, **changes)


def test_a_kind_is_approved_besides_its_effects(orders: Orders, deals: Deals, number: int) -> None:
    """Rule 49: whoever lets exclusive licences pass has not said that a sole one does."""
    word = replace(BANKS, mode=modes(LICENCE_ORDINARY=APPROVED, LICENCE_EXCLUSIVE=APPROVED))
    orders.envelope(number, replace(word, kinds=LicenceKindSet.NON_EXCLUSIVE | LicenceKindSet.EXCLUSIVE))
    with orders.stage.refused("Burdened", number=number):
        deals.grant(FITTING, burdens=[number], kind=LicenceKind.SOLE)
    orders.envelope(number, replace(word, kinds=LicenceKindSet.SOLE))
    deals.grant(FITTING, burdens=[number], kind=LicenceKind.SOLE)


def test_sets_of_codes_left_open_allow_all_and_no_cap_allows_any_number(
    orders: Orders, deals: Deals, number: int
) -> None:
    orders.envelope(number, replace(BANKS, purposes=Purpose(0), regions=Region(0), industries=Industry(0), cap=0))
    for _ in range(3):
        deals.grant(FITTING, burdens=[number], purposes=0, regions=0, industries=0)


def test_an_envelope_holds_until_its_last_day(orders: Orders, deals: Deals, number: int) -> None:
    """By legal time and by block time."""
    orders.envelope(number, replace(BANKS, until=day("2026-08-27")))
    eve = orders.stage.on("2026-08-27", "23:30")
    terms = FITTING
    deals.grant(terms, burdens=[number], start=day("2026-08-27"), end=day("2026-12-31"))
    orders.stage.on("2026-08-28", "00:00")
    for at in (0, eve):
        with orders.stage.refused("Burdened"):
            deals.grant(terms, burdens=[number], start=day("2026-08-27"), end=day("2026-12-31"), at=at)


def test_a_revoked_envelope_approves_nothing(orders: Orders, deals: Deals, number: int) -> None:
    orders.envelope(number, replace(BANKS, state=EnvelopeState.REVOKED))
    with orders.stage.refused("Burdened"):
        deals.grant(FITTING, burdens=[number])


@pytest.mark.parametrize("mode", [CASE, FORBID])
def test_other_modes_approve_nothing(orders: Orders, deals: Deals, number: int, mode: ConsentMode) -> None:
    orders.envelope(number, replace(BANKS, mode=modes(LICENCE_ORDINARY=mode)))
    with orders.stage.refused("Burdened"):
        deals.grant(FITTING, burdens=[number])


def test_what_is_free_has_no_scope(orders: Orders, deals: Deals, number: int) -> None:
    orders.envelope(number, replace(BANKS, mode=modes(LICENCE_ORDINARY=FREE)))
    deals.grant(FITTING, burdens=[number], purposes=Purpose.MARKETING, end=day("2028-01-01"))


def test_a_sublicence_needs_its_own_mode(orders: Orders, deals: Deals, number: int) -> None:
    """Every effect of the act that the burden forbids must be approved."""
    both = replace(BANKS, agreed=EnvelopeTerm.TRAIN | EnvelopeTerm.SUBLICENSE, cap=0)
    orders.envelope(number, both)
    flags = LicenceFlag.TRAIN | LicenceFlag.SUBLICENSE
    parent = deals.granted(FITTING, burdens=[number], flags=flags)
    under: Any = {"parent": parent, "licensee": orders.cast.buyer, "licensor": orders.cast.maker, "burdens": [number]}
    with orders.stage.refused("Burdened"):
        deals.grant(FITTING, flags=LicenceFlag.TRAIN, **under)
    orders.envelope(number, replace(both, mode=modes(LICENCE_ORDINARY=APPROVED, SUBLICENSE=FREE)))
    deals.grant(FITTING, flags=LicenceFlag.TRAIN, **under)
    orders.envelope(number, replace(both, mode=modes(LICENCE_ORDINARY=FREE, SUBLICENSE=APPROVED), cap=1))
    with orders.stage.refused("Burdened"):
        deals.grant(FITTING, flags=LicenceFlag.TRAIN, **under)


def test_an_envelope_takes_the_burdens_party(orders: Orders, number: int) -> None:
    """Rule 49."""
    for by in ([orders.cast.holder.one], [*orders.cast.registrar.pair]):
        with orders.stage.refused("AssentMissing", party=orders.cast.second):
            orders.envelope(number, BANKS, by=by)


def test_nothing_is_approved_where_nobody_may_waive(orders: Orders) -> None:
    number = orders.imposed()
    with orders.stage.refused("BurdenNotWaivable"):
        orders.envelope(number, BANKS)
    clause = orders.clause_number()
    orders.give_up(clause)
    with orders.stage.refused("BurdenNotWaivable"):
        orders.envelope(clause, BANKS)


@pytest.mark.parametrize("changes", [{"state": 0}, {"until": day("2026-08-19")}, {"months": 0}, {"kinds": 0}], ids=str)
def test_an_envelope_is_whole(orders: Orders, number: int, changes: Any) -> None:  # noqa: ANN401
    with orders.stage.refused("EnvelopeNotValid"):
        orders.envelope(number, replace(BANKS, **changes))


def test_an_envelope_has_no_bits_without_a_meaning(orders: Orders, number: int) -> None:
    terms = (orders.entry, number, BANKS.encode() | 1 << 255, 2, b"\x01" * 32)
    with orders.stage.refused("EnvelopeNotValid"):
        orders.stage.file([orders.cast.second.one], [("setEnvelope", *terms)])


def test_one_that_approves_nothing_beforehand_needs_no_scope(orders: Orders, number: int) -> None:
    orders.envelope(number, Envelope(state=EnvelopeState.SET, sla=10, until=day("2027-01-01")))


def test_a_term_of_months_ends_on_the_last_day_of_a_short_month(orders: Orders, deals: Deals, number: int) -> None:
    """Civil Code 202: six months from 31 August end with February."""
    orders.envelope(number, replace(BANKS, months=6))
    with orders.stage.refused("Burdened"):
        deals.grant(FITTING, burdens=[number], start=day("2026-08-31"), end=day("2027-03-01"))
    deals.grant(FITTING, burdens=[number], start=day("2026-08-31"), end=day("2027-02-28"))
