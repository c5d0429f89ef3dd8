"""The usage of a licence, as answers show it."""

from ledger_api.api.answering import hexed, instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import usage as shape
from ledger_api.api.schemas.values import day, name_of
from ledger_api.api.showing.history import licence_lines
from ledger_api.domain.ids import dependant_id
from ledger_api.index.views import BatchView, StatementView, UsageView


def answer(read: Reading, view: UsageView) -> shape.Usage:
    """All of it, with its journal and its moment; of a blind licence, who counts and what was done only for those it concerns (rule 60)."""
    licence = dependant_id(view.entry, view.number)
    hidden = view.number in read.veil(view.entry).covers
    read.tell(view.entry, {view.number})
    return shape.Usage(
        licence=licence,
        subject=hexed(view.subject),
        meter=_meter(read, view, hidden=hidden),
        batches=[_batch(each) for each in view.batches],
        statements=[_statement(each) for each in view.statements],
        history=licence_lines(licence, view.lines, hidden=hidden),
        as_of=read.as_of,
    )


def _meter(read: Reading, view: UsageView, *, hidden: bool) -> shape.Meter | None:
    word = view.meter
    if word is None:
        return None
    return shape.Meter(
        unit=name_of(word.unit),
        quota=word.quota or None,
        window=name_of(word.window),
        left=view.left,
        total=word.total,
        reported_until=instant(word.through),
        settled_until=instant(word.settled),
        waiting=word.open,
        gateway=None if hidden else read.somebody(word.gateway),
    )


def _batch(view: BatchView) -> shape.Batch:
    word = view.word
    return shape.Batch(
        number=view.number,
        starts=instant(word.from_),
        ends=instant(word.to),
        accepted=word.accepted,
        rejected=word.rejected,
        answer=view.answer.value,
        stored_state=name_of(word.state),
        contested_for=name_of(word.code),
        due=day(view.due),
    )


def _statement(view: StatementView) -> shape.Statement:
    word = view.word
    return shape.Statement(
        number=view.number,
        starts=instant(word.from_),
        ends=instant(word.to),
        quantity=word.quantity,
        answer=view.answer.value,
        stored_state=name_of(word.state),
        route=name_of(word.route),
        route_due=name_of(word.due),
        diverted=view.is_diverted,
        due=day(view.due),
    )
