"""The meter of a licence: set once by both, amended by both, never the licensee's own."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    Algorithm,
    EndReason,
    LicenceKind,
    Meter,
    PartyStatus,
    Power,
    QuotaWindow,
    UsageUnit,
)
from tests.contracts.circumstances import amend
from tests.contracts.metering import FIRST, Metered
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import DAY, day, instant


def test_both_sides_agree_how_usage_is_counted(stage: Stage, unmetered: Metered, gateway: Player) -> None:
    """Rule 56: the first line of the licence's own journal."""
    line = unmetered.set().line("MeterSet")
    assert line.subject == unmetered.subject
    assert (line.number, line["ref"], line["entry"], line["licenceNumber"]) == (
        1,
        0,
        unmetered.deals.entry,
        unmetered.number,
    )
    wanted = Meter(
        quota=40_000_000, window=QuotaWindow.YEAR, unit=UsageUnit.CALL, through=FIRST, settled=FIRST,
        gateway=gateway.number, last=stage.today,
    )  # fmt: skip
    assert unmetered.meter == line["meter"] == wanted


def test_neither_side_sets_a_meter_alone(stage: Stage, cast: Cast, unmetered: Metered) -> None:
    """Rule 56."""
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        unmetered.set(by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
        unmetered.set(by=[cast.maker.one])


def test_the_meter_of_an_exclusive_licence_takes_the_power_to_give_one(
    stage: Stage, cast: Cast, unmetered: Metered
) -> None:
    """Rule 47."""
    unmetered.deals.end(unmetered.number)
    number = unmetered.deals.granted(kind=LicenceKind.EXCLUSIVE, licences=[unmetered.number])
    stage.file(cast.operator.both, [("empower", cast.holder.one, Power.LICENSE, (1 << 40) - 1, SHA256, DOCUMENT)])
    with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE_EXCLUSIVE):
        Metered(unmetered.deals, unmetered.gateway, number).set()


def test_a_meter_is_set_once(stage: Stage, unmetered: Metered) -> None:
    """Rule 56: totals start once."""
    unmetered.set()
    with stage.refused("MeterThere", subject=unmetered.subject):
        unmetered.set()


def test_a_suspended_licence_may_get_a_meter_an_ended_one_not(stage: Stage, unmetered: Metered) -> None:
    unmetered.deals.suspend(unmetered.number)
    unmetered.set()
    other = Metered(unmetered.deals, unmetered.gateway)
    unmetered.deals.end(other.number, EndReason.MUTUAL)
    with stage.refused("LicenceOver", number=other.number):
        other.set()


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": UsageUnit.NONE},
        {"unit": UsageUnit.TOKEN + 1},
        {"window": QuotaWindow.TERM + 1},
        {"window": QuotaWindow.NONE},
        {"quota": 0},
        {"start": instant("2026-09-01", "00:00") - 1},
        {"start": instant("2027-09-01", "00:00")},
    ],
)
def test_a_meter_makes_sense(stage: Stage, unmetered: Metered, changes: dict[str, Any]) -> None:
    """Rule 53: a quota has a window and a window a quota; the first batch begins within the licence."""
    with stage.refused("MeterNotValid"):
        unmetered.set(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"quota": 0, "window": QuotaWindow.NONE, "unit": UsageUnit.TOKEN},
        {"start": instant("2026-09-01", "00:00"), "window": QuotaWindow.TERM},
        {"start": instant("2027-09-01", "00:00") - 1},
    ],
)
def test_a_meter_at_the_edges(unmetered: Metered, changes: dict[str, Any]) -> None:
    unmetered.set(**changes)


def test_who_is_counted_does_not_count(stage: Stage, cast: Cast, unmetered: Metered) -> None:
    """Rule 56: it would report and countersign alone."""
    with stage.refused("MeterNotValid"):
        unmetered.set(gateway=cast.maker)


def test_a_gateway_is_a_party_that_may_act(stage: Stage, cast: Cast, unmetered: Metered, gateway: Player) -> None:
    """Rule 1."""
    with stage.refused("NoSuchParty", party=999):
        unmetered.set(gateway=999)
    amend(stage, cast, gateway, status=PartyStatus.SUSPENDED)
    with stage.refused("PartyNotActive", party=gateway):
        unmetered.set()


def test_a_meter_has_a_document_with_its_algorithm(stage: Stage, unmetered: Metered) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm"):
        unmetered.set(alg=Algorithm.NONE)
    with stage.refused("DigestMissing"):
        unmetered.set(document=bytes(32))


def test_an_amendment_keeps_what_was_counted(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56."""
    usage.agreed()
    before = usage.meter
    line = usage.amend(gateway=cast.exchange).line("MeterAmended")
    after = usage.meter
    assert line["meter"] == after
    assert (after.total, after.through, after.unit, after.settled) == (104_312, before.through, before.unit, FIRST)
    assert (after.quota, after.window, after.gateway) == (50_000_000, QuotaWindow.TERM, cast.exchange.number)


def test_neither_side_amends_alone(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56: least of all the gateway."""
    with stage.refused("AssentMissing", party=cast.maker):
        usage.amend(by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder):
        usage.amend(by=[cast.maker.one, usage.gateway.person])


def test_nothing_is_amended_that_was_not_set(stage: Stage, unmetered: Metered) -> None:
    with stage.refused("MeterMissing", subject=unmetered.subject):
        unmetered.amend()


def test_days_go_forward(stage: Stage, usage: Metered) -> None:
    """Rule 124."""
    stage.on("2026-10-16")
    usage.amend()
    with stage.refused("OutOfOrder"):
        usage.amend(at=stage.now - DAY)
    assert usage.meter.last == day("2026-10-16")


def test_a_licence_that_is_none_has_no_meter(stage: Stage, unmetered: Metered) -> None:
    with stage.refused("NoSuchLicence"):
        Metered(unmetered.deals, unmetered.gateway, unmetered.number + 5).set()


def test_each_licence_has_its_own_journal(stage: Stage, unmetered: Metered) -> None:
    """Rule 56: and the entry's is not touched."""
    other = Metered(unmetered.deals, unmetered.gateway)
    lines = stage.journal(unmetered.deals.entry).lines
    for each in (unmetered, other):
        assert each.set().line("MeterSet").number == 1
    assert stage.journal(unmetered.deals.entry).lines == lines
