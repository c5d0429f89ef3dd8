"""Statements of settlement: over batches in a row, agreed or unanswered, and the way the money takes (E17, SM-12)."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    Batch,
    BatchState,
    BurdenKind,
    Effect,
    Ground,
    LicenceFlag,
    LicenceKind,
    PaymentRoute,
    Power,
    Purpose,
    StatementState,
)
from tests.contracts.circumstances import set_parameters
from tests.contracts.metering import FIRST, Metered
from tests.contracts.pen import write
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day, instant

# ------------------------------------------------------------------------------------------------ stating


def test_a_statement_is_over_batches_in_a_row(stage: Stage, usage: Metered) -> None:
    """Rule 56, SC6: one countersigned, one reconciled; what they come to is committed to, not written."""
    first = usage.agreed(104_312)
    second = usage.submitted(99_001)
    usage.dispute(second)
    usage.reconcile(second, 98_640)
    line = usage.issue([first, second]).line("StatementIssued")
    number = line.number
    word = usage.statement(number)
    assert (line["ref"], line["statement"], line["meter"]) == (number, word, usage.meter)
    assert (word.state, word.quantity, word.from_, word.to) == (
        StatementState.ISSUED, 104_312 + 98_640, FIRST, FIRST + 2 * DAY,
    )  # fmt: skip
    assert (word.route, word.due, word.issued, word.window) == (PaymentRoute.OWN, PaymentRoute.OWN, stage.today, 5)
    assert (usage.meter.settled, usage.meter.statement) == (FIRST + 2 * DAY, number)


def test_only_the_licensor_states(stage: Stage, cast: Cast, usage: Metered) -> None:
    batch = usage.agreed()
    for officer in (cast.maker.one, usage.gateway.person, cast.buyer.one):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.LICENSE):
            usage.issue([batch], by=[officer])


def test_batches_are_stated_once_and_none_is_left_out(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    one, two, three = usage.agreed(), usage.agreed(), usage.agreed()
    for wrong, at in (([two], two), ([one, three], three), ([one, one], one), ([two, one], two), ([], 0)):
        with stage.refused("BatchesNotInRow", number=at):
            usage.issue(wrong)
    usage.confirm(usage.issue([one]).line("StatementIssued").number)
    with stage.refused("BatchesNotInRow", number=one):
        usage.issue([one, two])
    usage.issue([two, three])


def test_what_is_not_agreed_is_not_stated(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    with stage.refused("WrongBatchState", number=number, state=BatchState.SUBMITTED):
        usage.issue([number])
    usage.dispute(number)
    with stage.refused("WrongBatchState", number=number, state=BatchState.DISPUTED):
        usage.issue([number])
    with stage.refused("NoSuchBatch"):
        usage.issue([99])


def test_what_silence_accepted_is_stated(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    stage.on("2026-10-24")
    usage.deem(number)
    usage.issue([number])
    assert stage.word(Batch, usage.subject, number).state == BatchState.DEEMED


def test_one_statement_waits_at_a_time(stage: Stage, usage: Metered) -> None:
    one, two = usage.agreed(), usage.agreed()
    number = usage.issue([one]).line("StatementIssued").number
    with stage.refused("StatementOpen", number=number):
        usage.issue([two])


def test_a_statement_commits_to_its_amounts(stage: Stage, usage: Metered) -> None:
    """Rule 10."""
    batch = usage.agreed()
    with stage.refused("DigestMissing"):
        usage.issue([batch], commitment=bytes(32))


# ------------------------------------------------------------------------------------------------ answering


def test_the_licensee_confirms(stage: Stage, cast: Cast, usage: Metered) -> None:
    """SM-12."""
    number = usage.issued()
    for officer in (cast.holder.one, cast.buyer.one):
        with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
            usage.confirm(number, by=[officer])
    line = usage.confirm(number).line("StatementConfirmed")
    assert (line["statement"], line["meter"]) == (usage.statement(number), usage.meter)
    assert (usage.statement(number).state, usage.meter.statement) == (StatementState.CONFIRMED, 0)
    assert usage.meter.settled == usage.until
    with stage.refused("WrongStatementState", number=number, state=StatementState.CONFIRMED):
        usage.confirm(number)


def test_silence_confirms(stage: Stage, usage: Metered) -> None:
    """SM-12: issued on Friday the 16th, unanswered until Friday the 23rd."""
    number = usage.issued()
    assert usage.statement(number).issued == day("2026-10-16")
    stage.on("2026-10-23", "23:59")
    with stage.refused("SilenceNotOver", lastDay=day("2026-10-23")):
        usage.deem_statement(number)
    with stage.refused("OnlyBlockTime"):
        usage.deem_statement(number, at=stage.now + 120)
    stage.on("2026-10-24", "00:00")
    with stage.refused("WindowClosed", lastDay=day("2026-10-23")):
        usage.refuse(number)
    usage.deem_statement(number)
    assert (usage.statement(number).state, usage.meter.statement) == (StatementState.CONFIRMED, 0)
    with stage.refused("WrongStatementState"):
        usage.deem_statement(number)


def test_a_backdated_statement_takes_no_day_away(stage: Stage, usage: Metered) -> None:
    """Rule 124."""
    batch = usage.agreed()
    stage.on("2026-10-19")
    number = usage.issue([batch], at=instant("2026-10-16", "09:00")).line("StatementIssued").number
    assert usage.statement(number).issued == day("2026-10-19")


def test_a_statement_sent_back_is_stated_anew(stage: Stage, cast: Cast, usage: Metered) -> None:
    """SM-12."""
    batch = usage.agreed()
    number = usage.issue([batch]).line("StatementIssued").number
    with stage.refused("AssentMissing", party=cast.maker):
        usage.refuse(number, by=[cast.holder.one])
    with stage.refused("DigestMissing"):
        usage.refuse(number, document=bytes(32))
    stage.on("2026-10-23", "23:59")
    usage.refuse(number)
    assert (usage.statement(number).state, usage.meter.statement) == (StatementState.REFUSED, 0)
    assert usage.meter.settled == FIRST
    again = usage.issue([batch]).line("StatementIssued").number
    with stage.refused("WrongStatementState", number=number):
        usage.confirm(number)
    with stage.refused("WrongStatementState", number=number):
        usage.refuse(number)
    usage.confirm(again)


def test_an_answer_is_not_before_the_statement(stage: Stage, usage: Metered) -> None:
    """Rule 124."""
    number = usage.issued()
    early = usage.statement(number).since - 1
    for act in (usage.confirm, usage.refuse):
        with stage.refused("OutOfOrder"):
            act(number, at=early)
    usage.confirm(number, at=early + 1)


def test_what_is_no_statement_is_not_confirmed(stage: Stage, usage: Metered) -> None:
    batch = usage.agreed()
    with stage.refused("NoSuchStatement", number=batch):
        usage.confirm(batch)


# ------------------------------------------------------------------------------------------------ the way of the money


def test_both_sides_record_the_payment(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 50: who was paid does not say alone where the money went."""
    number = usage.issued()
    with stage.refused("WrongStatementState", state=StatementState.ISSUED):
        usage.pay(number)
    usage.confirm(number)
    with stage.refused("AssentMissing", party=cast.maker):
        usage.pay(number, by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder):
        usage.pay(number, by=[cast.maker.one])
    with stage.refused("DigestMissing"):
        usage.pay(number, document=bytes(32))
    line = usage.pay(number).line("StatementPaid")
    assert line["statement"] == usage.statement(number)
    assert usage.statement(number).state == StatementState.PAID
    with stage.refused("WrongStatementState"):
        usage.pay(number)


def test_a_payment_elsewhere_shows(usage: Metered) -> None:
    """Rule 50: where it went and where it was due stand side by side."""
    number = usage.issued()
    usage.confirm(number)
    usage.pay(number, PaymentRoute.LESSOR)
    word = usage.statement(number)
    assert (word.route, word.due) == (PaymentRoute.LESSOR, PaymentRoute.OWN)


@pytest.mark.parametrize("route", [PaymentRoute.NONE, PaymentRoute.COURT + 1])
def test_a_route_is_one_of_the_codes(stage: Stage, usage: Metered, route: int) -> None:
    """Rule 50."""
    batch = usage.agreed()
    with stage.refused("RouteUnknown", route=route):
        usage.issue([batch], route)
    number = usage.issue([batch], PaymentRoute.COURT).line("StatementIssued").number
    usage.confirm(number)
    with stage.refused("RouteUnknown", route=route):
        usage.pay(number, route)


def test_the_list_of_burdens_is_complete(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 50: or a pledge could be left out. A dispute moves no money."""
    batch = usage.agreed()
    dispute = usage.deals.case.disputed()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        usage.issue([batch])
    number = usage.issue([batch], burdens=[dispute]).line("StatementIssued").number
    assert usage.statement(number).due == PaymentRoute.OWN


def test_an_exclusive_licence_is_no_creditor(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 50."""
    other = usage.deals.granted(
        kind=LicenceKind.EXCLUSIVE, purposes=Purpose.MARKETING, licensee=cast.buyer, licences=[usage.number]
    )
    number = usage.issue([usage.agreed()], burdens=[other]).line("StatementIssued").number
    assert usage.statement(number).due == PaymentRoute.OWN


def test_the_fees_of_a_sublicence_are_its_licensors(stage: Stage, cast: Cast, unmetered: Metered) -> None:
    """Rules 44, 50."""
    deals = unmetered.deals
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    usage = Metered(deals, unmetered.gateway, child)
    usage.set(by=[cast.maker.one, cast.buyer.one])
    stage.on("2026-10-15")
    batch = usage.submitted()
    usage.countersign(batch, by=[cast.buyer.one])
    with stage.refused("AssentMissing", party=cast.maker):
        usage.issue([batch])
    number = usage.issue([batch], by=[cast.maker.one]).line("StatementIssued").number
    assert usage.statement(number).due == PaymentRoute.OWN


def test_a_burden_that_forbids_payment_lets_only_the_court_be_paid(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 50: unless its party agrees."""
    set_parameters(stage, cast, dispute_effects=Effect.PAYMENT)
    batch = usage.agreed()
    dispute = usage.deals.case.disputed()
    with stage.refused("Burdened", number=dispute):
        usage.issue([batch], burdens=[dispute])
    mark = stage.mark()
    usage.issue([batch], burdens=[dispute], by=[cast.holder.one, cast.objector.one])
    stage.rewind(mark)
    usage.issue([batch], PaymentRoute.COURT, burdens=[dispute])


def test_a_payment_forbidden_to_the_holder_is_none_of_a_sublicences(
    stage: Stage, cast: Cast, unmetered: Metered
) -> None:
    """Rule 50."""
    set_parameters(stage, cast, dispute_effects=Effect.PAYMENT)
    deals = unmetered.deals
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    usage = Metered(deals, unmetered.gateway, deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent))
    usage.set(by=[cast.maker.one, cast.buyer.one])
    stage.on("2026-10-15")
    batch = usage.submitted()
    usage.countersign(batch, by=[cast.buyer.one])
    dispute = deals.case.disputed()
    with stage.refused("BurdenListIncomplete"):
        usage.issue([batch], by=[cast.maker.one])
    usage.issue([batch], by=[cast.maker.one], burdens=[dispute])


def pledge(stage: Stage, cast: Cast, usage: Metered, kind: int, effects: int = 0) -> int:
    """A burden of this kind in the place of a dispute; its number."""
    # Nobody objects twice on one ground.
    number = usage.deals.case.disputed(ground=Ground.OTHER if kind == BurdenKind.SECURITY else Ground.OWNERSHIP)
    word = replace(usage.deals.burden(number), kind=BurdenKind(kind), effects=Effect(effects))
    write(stage, cast, word, usage.deals.entry, number)
    return number


@pytest.mark.parametrize(
    "kind, due", [(BurdenKind.SECURITY, PaymentRoute.PLEDGE_ACCOUNT), (BurdenKind.LEASE, PaymentRoute.LESSOR)]
)
def test_fees_under_a_burden_are_due_where_it_wants_them(
    stage: Stage, cast: Cast, usage: Metered, kind: int, due: int
) -> None:
    """Rule 50: a statement that says otherwise, and a payment that goes elsewhere, show."""
    batch = usage.agreed()
    number = usage.issue([batch], burdens=[pledge(stage, cast, usage, kind)]).line("StatementIssued").number
    usage.confirm(number)
    usage.pay(number, PaymentRoute.OWN)
    assert (usage.statement(number).due, usage.statement(number).route) == (due, PaymentRoute.OWN)


def test_of_several_burdens_the_court_comes_first(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 50."""
    batch = usage.agreed()
    court = pledge(stage, cast, usage, BurdenKind.COURT_ORDER, Effect.PAYMENT)
    security = pledge(stage, cast, usage, BurdenKind.SECURITY)
    done = usage.issue([batch], PaymentRoute.COURT, burdens=[court, security])
    assert done.line("StatementIssued")["statement"].due == PaymentRoute.COURT


def test_a_pledge_of_the_right_does_not_want_a_sublicences_fees(stage: Stage, cast: Cast, unmetered: Metered) -> None:
    """Rule 50."""
    deals = unmetered.deals
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    usage = Metered(deals, unmetered.gateway, deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent))
    usage.set(by=[cast.maker.one, cast.buyer.one])
    stage.on("2026-10-15")
    batch = usage.submitted()
    usage.countersign(batch, by=[cast.buyer.one])
    security = pledge(stage, cast, usage, BurdenKind.SECURITY)
    done = usage.issue([batch], by=[cast.maker.one], burdens=[security])
    assert done.line("StatementIssued")["statement"].due == PaymentRoute.OWN
