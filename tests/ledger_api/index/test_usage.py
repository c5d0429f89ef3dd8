"""The usage of a licence as the register says it: its own journal, and what silence has made of it."""

import pytest

from ledger_api.domain import ids
from ledger_api.domain.errors import NotFound
from ledger_api.domain.words import BatchState, PaymentRoute, QuotaWindow
from ledger_api.index import views
from ledger_api.index.indexer import Indexer
from ledger_api.index.views import Answer, UsageView
from ledger_api.store import Store, events
from tests.contracts.deals import Deals
from tests.contracts.metering import FIRST, Metered, gateway_of
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day


@pytest.fixture
def metered(stage: Stage, cast: Cast) -> Metered:
    """A metered licence, on 15 October 2026."""
    usage = Metered(Deals(Procedure(stage, cast).registered()), gateway_of(stage, cast.operator))
    usage.set(quota=200_000, window=QuotaWindow.TERM)
    stage.on("2026-10-15")
    return usage


def read(store: Store, indexer: Indexer, metered: Metered, on: str | None = None) -> UsageView:
    metered.stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        return views.usage(connection, views.moment(connection, None, on), metered.deals.entry, metered.number)


def test_batches_and_statements_are_told_with_the_journal_that_chains_them(
    store: Store, indexer: Indexer, metered: Metered
) -> None:
    """Rule 56, SC6."""
    first = metered.agreed(104_312)
    second = metered.submitted(99_001)
    metered.dispute(second)
    metered.reconcile(second, 98_640)
    statement = metered.issue([first, second]).line("StatementIssued").number
    metered.confirm(statement)
    metered.pay(statement, PaymentRoute.LESSOR)
    told = read(store, indexer, metered)
    assert told.subject == metered.subject
    assert told.meter == metered.meter
    assert [(each.number, each.word, each.answer, each.due) for each in told.batches] == [
        (first, metered.batch(first), Answer.AGREED, None),
        (second, metered.batch(second), Answer.RECONCILED, None),
    ]
    (stated,) = told.statements
    assert (stated.number, stated.word, stated.answer) == (statement, metered.statement(statement), Answer.PAID)
    assert stated.is_diverted
    assert told.left == 0
    assert [line.name for line in told.lines] == [
        "MeterSet", "BatchSubmitted", "BatchCountersigned", "BatchSubmitted", "BatchDisputed", "BatchReconciled",
        "StatementIssued", "StatementConfirmed", "StatementPaid",
    ]  # fmt: skip


def test_what_silence_has_made_of_a_batch_is_told_before_anybody_records_it(
    store: Store, indexer: Indexer, metered: Metered
) -> None:
    """Rule 56."""
    number = metered.submitted(150_000)
    (batch,) = read(store, indexer, metered).batches
    assert (batch.answer, batch.due) == (Answer.AWAITED, day("2026-10-23"))
    metered.stage.on("2026-10-24")
    told = read(store, indexer, metered)
    assert (told.batches[0].answer, told.left) == (Answer.SILENT, 200_000)
    metered.deem(number)
    told = read(store, indexer, metered)
    assert (told.batches[0].answer, told.left) == (Answer.DEEMED, 50_000)


def test_a_statement_waits_and_may_be_sent_back(store: Store, indexer: Indexer, metered: Metered) -> None:
    number = metered.issued()
    (stated,) = read(store, indexer, metered).statements
    assert (stated.answer, stated.due, stated.is_diverted) == (Answer.AWAITED, day("2026-10-23"), False)
    metered.refuse(number)
    (stated,) = read(store, indexer, metered).statements
    assert stated.answer is Answer.SENT_BACK


def test_looking_back_a_later_answer_is_left_out(store: Store, indexer: Indexer, metered: Metered) -> None:
    """Rule 8."""
    number = metered.submitted()
    metered.stage.on("2026-10-20")
    metered.countersign(number)
    then = read(store, indexer, metered, on="2026-10-18")
    assert then.batches[0].word.state == BatchState.SUBMITTED
    assert then.meter is not None
    assert (then.meter.total, then.meter.through) == (0, FIRST + DAY)


def test_a_licence_without_a_meter_has_none_and_one_that_is_none_is_not_found(
    store: Store, indexer: Indexer, metered: Metered
) -> None:
    other = Metered(metered.deals, metered.gateway)
    told = read(store, indexer, other)
    assert (told.meter, told.batches, told.statements, told.lines, told.left) == (None, (), (), (), None)
    with pytest.raises(NotFound):
        read(store, indexer, Metered(metered.deals, metered.gateway, 99))


def test_the_log_of_events_names_the_licence(store: Store, indexer: Indexer, metered: Metered) -> None:
    """Rule 53: what connectors follow."""
    metered.agreed()
    metered.stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        found = [each for each in events.after(connection, 0, 10_000) if each.type.startswith("licence.")]
    assert [each.type for each in found] == [
        "licence.meter-set", "licence.batch-submitted", "licence.batch-countersigned",
    ]  # fmt: skip
    assert {each.subject for each in found} == {ids.dependant_id(metered.deals.entry, metered.number)}
