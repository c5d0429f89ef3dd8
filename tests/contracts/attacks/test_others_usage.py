"""Nobody counts, agrees or settles in another's place, nor hides in a licence that is not there."""

from collections.abc import Callable

import pytest

from tests.contracts.deals import Deals
from tests.contracts.metering import FIRST, LOG, Metered, gateway_of
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY


@pytest.fixture
def usage(stage: Stage, cast: Cast) -> Metered:
    """A metered licence on 15 October 2026."""
    return Metered(Deals(Procedure(stage, cast).registered()), gateway_of(stage, cast.operator)).running()


def test_a_stranger_leaves_no_line_in_a_licences_journal(stage: Stage, cast: Cast, usage: Metered) -> None:
    """A line there would stop whoever replays it."""
    batch = usage.submitted()
    before = stage.journal(usage.subject)
    stranger = [cast.objector.one]
    attempts: list[Callable[[], object]] = [
        lambda: usage.submit(by=stranger, end=usage.until + 60),
        lambda: usage.amend(by=stranger),
        lambda: usage.countersign(batch, by=stranger),
        lambda: usage.dispute(batch, by=stranger),
        lambda: usage.issue([batch], by=stranger),
    ]
    for attempt in attempts:
        with stage.refused("AssentMissing"):
            attempt()
    with stage.refused("SilenceNotOver"):
        usage.deem(batch, by=stranger)
    assert stage.journal(usage.subject) == before


def test_a_report_counts_once_however_often_it_is_carried(stage: Stage, usage: Metered) -> None:
    """Rule 56: a filing is not replayed, and the same period is not filed again."""
    stage.on("2026-10-20")
    filing = stage.sealed(
        [usage.gateway.machine],
        [("submitBatch", usage.deals.entry, usage.number, FIRST, FIRST + DAY, 5, 0, SHA256, LOG)],
    )
    stage.carry(filing)
    with stage.refused("NonceUsed"):
        stage.carry(filing)
    with stage.refused("PeriodNotContiguous"):
        usage.submit()


def test_a_gateway_that_was_changed_counts_no_more(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56."""
    usage.amend(gateway=cast.exchange)
    stage.on("2026-10-20")
    with stage.refused("AssentMissing", party=cast.holder):
        usage.submit()


def test_whoever_took_a_licence_over_answers_for_its_usage(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rules 56, 61: the former licensee no more."""
    batch = usage.submitted()
    usage.deals.novate(usage.number, cast.buyer)
    with stage.refused("AssentMissing", party=cast.buyer):
        usage.countersign(batch)
    usage.countersign(batch, by=[cast.buyer.one])


def test_a_gateway_that_took_the_licence_over_does_not_report_on_itself(
    stage: Stage, cast: Cast, usage: Metered
) -> None:
    """Rule 56: one party alone would report and agree."""
    usage.amend(gateway=cast.buyer)
    stage.file(cast.operator.both, [("empower", cast.buyer.two, 1 << 19, (1 << 40) - 1, SHA256, DOCUMENT)])
    usage.deals.novate(usage.number, cast.buyer)
    stage.on("2026-10-20")
    with stage.refused("AssentMissing", party=cast.holder):
        usage.submit(by=[cast.buyer.two])
