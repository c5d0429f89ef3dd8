"""Batches: reported in a row, countersigned, accepted by silence, contested and reconciled (SM-12)."""

import pytest

from ledger_api.domain.words import BatchState, DisputeCode, LicenceFlag, Power
from tests.contracts.metering import FIRST, LOG, Metered
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day, instant

RELATIVE = 0x800000

# ------------------------------------------------------------------------------------------------ the figures


def test_a_day_of_104_312_calls_is_countersigned(stage: Stage, usage: Metered) -> None:
    """Rule 56, SC6: 104,312 accepted, 87 rejected on 15 October."""
    number = usage.submitted(104_312, 87)
    batch = usage.batch(number)
    assert (batch.accepted, batch.rejected, batch.from_, batch.to) == (104_312, 87, FIRST, FIRST + DAY)
    assert (batch.state, batch.submitted, batch.window, batch.code) == (BatchState.SUBMITTED, day("2026-10-16"), 5, 0)
    assert (usage.meter.total, usage.meter.open, usage.meter.through) == (0, 1, FIRST + DAY)
    line = usage.countersign(number).line("BatchCountersigned")
    assert (line["ref"], line["batch"], line["meter"]) == (number, usage.batch(number), usage.meter)
    assert usage.batch(number).state == BatchState.COUNTERSIGNED
    assert (usage.meter.total, usage.meter.open) == (104_312, 0)


def test_the_next_day_is_contested_and_reconciled_to_98_640(usage: Metered) -> None:
    """Rule 56, SC6: the gateway claims 99,001, the consumer 98,640; 361 leaves are duplicates."""
    usage.agreed(104_312)
    number = usage.submitted(99_001, 0)
    line = usage.dispute(number, 98_640).line("BatchDisputed")
    assert (line["counted"], line["batch"], line["document"]) == (98_640, usage.batch(number), LOG)
    batch = usage.batch(number)
    assert (batch.state, batch.code, batch.accepted) == (BatchState.DISPUTED, DisputeCode.DUPLICATES, 99_001)
    assert (usage.meter.total, usage.meter.open) == (104_312, 1)
    usage.reconcile(number, 99_001 - 361)
    batch = usage.batch(number)
    assert (batch.state, batch.code, batch.accepted) == (BatchState.RECONCILED, DisputeCode.DUPLICATES, 98_640)
    assert (usage.meter.total, usage.meter.open) == (104_312 + 98_640, 0)


# ------------------------------------------------------------------------------------------------ reporting


def test_a_machine_a_person_or_the_licensor_reports(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56."""
    stage.file(cast.operator.both, [("empower", cast.holder.two, Power.METER, (1 << 40) - 1, SHA256, DOCUMENT)])
    stage.on("2026-10-20")
    for officer in (usage.gateway.machine, usage.gateway.person, cast.holder.two):
        usage.submit(by=[officer])
        usage.until += DAY


def test_nobody_else_reports(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56: not an officer without METER, not the licensee, not a stranger."""
    stage.on("2026-10-20")
    for officer in (usage.gateway.clerk, cast.holder.one, cast.maker.one, cast.exchange.recorder):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.METER):
            usage.submit(by=[officer])


def test_the_licensor_of_a_sublicence_reports_its_usage(stage: Stage, cast: Cast, unmetered: Metered) -> None:
    """Rule 44."""
    deals = unmetered.deals
    parent = deals.granted(flags=LicenceFlag.SUBLICENSE)
    child = deals.granted(licensor=cast.maker, licensee=cast.buyer, parent=parent)
    usage = Metered(deals, unmetered.gateway, child)
    with stage.refused("AssentMissing", party=cast.maker):
        usage.set(by=[cast.holder.one, cast.buyer.one])
    usage.set(by=[cast.maker.one, cast.buyer.one])
    stage.on("2026-10-20")
    with stage.refused("AssentMissing", party=cast.maker, power=Power.METER):
        usage.submit(by=[cast.holder.one])


@pytest.mark.parametrize("off", [-1, 1])
def test_periods_leave_no_gap_and_do_not_overlap(stage: Stage, usage: Metered, off: int) -> None:
    """Rule 56: and so no report counts twice."""
    usage.submitted()
    stage.on("2026-10-20")
    with stage.refused("PeriodNotContiguous", through=FIRST + DAY):
        usage.submit(start=FIRST + DAY + off)


def test_a_period_is_past(stage: Stage, usage: Metered) -> None:
    """Rule 124: not of the moment to come, not by a legal time before its end."""
    stage.on("2026-10-16")
    with stage.refused("PeriodNotValid", to=stage.now + 1):
        usage.submit(end=stage.now + 1)
    with stage.refused("PeriodNotValid", to=stage.now + 60):
        usage.submit(end=stage.now + 60, at=stage.now + 60)
    with stage.refused("PeriodNotValid", to=stage.now - 60):
        usage.submit(end=stage.now - 60, at=stage.now - 120)
    with stage.refused("PeriodNotValid", to=FIRST):
        usage.submit(end=FIRST)
    usage.submit(end=stage.now - 60, at=stage.now - 60)


def test_a_period_may_end_now(stage: Stage, usage: Metered) -> None:
    stage.on("2026-10-16")
    usage.submit(end=stage.now)


def test_usage_after_the_last_day_is_none_under_the_licence(stage: Stage, usage: Metered) -> None:
    """Rule 56: what was used before an end is still reported after it."""
    stage.on("2026-10-16")
    usage.deals.end(usage.number)
    midnight = instant("2026-10-17", "00:00")
    stage.on("2026-10-20")
    with stage.refused("PeriodNotValid", to=midnight + 1):
        usage.submit(end=midnight + 1)
    usage.submit(end=midnight)


def test_a_closed_licence_is_used_no_more(stage: Stage, usage: Metered) -> None:
    """Rule 55: what was reported before is still answered."""
    number = usage.submitted()
    usage.deals.end(usage.number)
    usage.deals.close(usage.number)
    with stage.refused("LicenceOver", number=usage.number):
        usage.submit(end=usage.until + 60)
    usage.countersign(number)


def test_sixty_batches_wait_at_most(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    stage.on("2026-10-16")
    acts = []
    for number in range(60):
        terms = (FIRST + number, FIRST + number + 1, 1, 0, SHA256, LOG)
        acts.append(("submitBatch", usage.deals.entry, usage.number, *terms))
    done = stage.file([usage.gateway.machine], acts)
    assert usage.meter.open == 60
    usage.until = FIRST + 60
    with stage.refused("TooManyOpen"):
        usage.submit(end=FIRST + 61)
    usage.countersign(done.lines[-2].number)
    usage.submit(end=FIRST + 61)


def test_a_report_has_a_root_with_its_algorithm(stage: Stage, usage: Metered) -> None:
    """Rule 123."""
    stage.on("2026-10-20")
    with stage.refused("UnknownAlgorithm"):
        usage.submit(alg=0)
    with stage.refused("DigestMissing"):
        usage.submit(root=bytes(32))


def test_each_root_stands_behind_all_before_it(stage: Stage, usage: Metered) -> None:
    """Rule 56: the licence's journal is the chain, so one root more or less gives another word."""
    words = set()
    for _ in range(3):
        usage.submitted()
        words.add(stage.journal(usage.subject).digest)
    assert len(words) == 3


def test_a_total_too_large_for_its_field_is_refused(stage: Stage, usage: Metered) -> None:
    """Rule 56: it never wraps."""
    usage.agreed((1 << 48) - 1)
    number = usage.submitted(1)
    with stage.refused("FieldOverflow"):
        usage.countersign(number)


# ------------------------------------------------------------------------------------------------ agreeing


def test_the_licensees_own_meter_countersigns(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56: whoever may accept, or who only meters."""
    stage.file(cast.operator.both, [("empower", cast.maker.two, Power.METER, (1 << 40) - 1, SHA256, DOCUMENT)])
    usage.countersign(usage.submitted(), by=[cast.maker.two])
    usage.dispute(usage.submitted(), by=[cast.maker.two])


def test_nobody_agrees_in_the_licensees_place(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    for officer in (cast.holder.one, usage.gateway.machine, cast.buyer.one):
        with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
            usage.countersign(number, by=[officer])
        with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
            usage.dispute(number, by=[officer])


def test_a_batch_is_agreed_once(stage: Stage, usage: Metered) -> None:
    """Rule 56: and counts once."""
    number = usage.agreed()
    with stage.refused("WrongBatchState", number=number, state=BatchState.COUNTERSIGNED):
        usage.countersign(number)
    with stage.refused("WrongBatchState"):
        usage.dispute(number)
    with stage.refused("WrongBatchState"):
        usage.reconcile(number)
    stage.on("2026-11-30")
    with stage.refused("WrongBatchState"):
        usage.deem(number)


def test_reported_and_countersigned_in_one_filing(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56: a number may be so many lines back on the licence's journal."""
    stage.on("2026-10-20")
    entry = usage.deals.entry
    acts = [
        ("submitBatch", entry, usage.number, FIRST, FIRST + DAY, 5, 0, SHA256, LOG),
        ("countersignBatch", entry, usage.number, RELATIVE | 1),
    ]
    done = stage.file([usage.gateway.machine, cast.maker.one], acts)
    assert usage.batch(done.line("BatchSubmitted").number).state == BatchState.COUNTERSIGNED


def test_what_is_no_batch_is_not_countersigned(stage: Stage, usage: Metered) -> None:
    """Not the meter's own line either."""
    for number in (0, 1, 77):
        with stage.refused("NoSuchBatch", number=number):
            usage.countersign(number)


def test_a_batch_belongs_to_its_licence(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56: a stranger's licence reaches no other's journal."""
    number = usage.submitted()
    other = Metered(usage.deals, usage.gateway, usage.deals.granted(licensee=cast.buyer))
    other.set(by=[cast.holder.one, cast.buyer.one])
    with stage.refused("NoSuchBatch", number=number):
        other.countersign(number, by=[cast.buyer.one])


# ------------------------------------------------------------------------------------------------ silence


def test_five_working_days_of_silence_accept(stage: Stage, usage: Metered) -> None:
    """Rule 56: reported on Friday 16 October, silent until Friday the 23rd; anyone records it on the 24th."""
    number = usage.submitted()
    stage.on("2026-10-23", "23:59")
    with stage.refused("SilenceNotOver", lastDay=day("2026-10-23")):
        usage.deem(number)
    stage.on("2026-10-24", "00:00")
    line = usage.deem(number).line("BatchDeemed")
    assert (line["batch"], line["meter"], line["at"]) == (
        usage.batch(number),
        usage.meter,
        instant("2026-10-24", "00:00"),
    )
    assert usage.batch(number).state == BatchState.DEEMED
    assert (usage.meter.total, usage.meter.open) == (104_312, 0)


def test_silence_is_judged_by_block_time(stage: Stage, usage: Metered) -> None:
    """Rules 56, 124."""
    number = usage.submitted()
    stage.on("2026-10-23", "23:59")
    with stage.refused("OnlyBlockTime"):
        usage.deem(number, at=stage.now + 120)


def test_after_the_fifth_day_nothing_is_contested(stage: Stage, usage: Metered) -> None:
    """Rule 56: whether anybody recorded the silence or not; agreeing late is welcome."""
    number = usage.submitted()
    stage.on("2026-10-24", "00:00")
    with stage.refused("WindowClosed", lastDay=day("2026-10-23")):
        usage.dispute(number)
    usage.countersign(number)


def test_on_the_fifth_day_it_is(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    stage.on("2026-10-23", "23:59")
    usage.dispute(number)
    stage.on("2026-10-30")
    with stage.refused("WrongBatchState", state=BatchState.DISPUTED):
        usage.deem(number)


def test_an_earlier_legal_time_takes_no_day_of_silence_away(stage: Stage, usage: Metered) -> None:
    """Rules 56, 124: written on Monday 19 October as of Friday, it runs from Monday."""
    stage.on("2026-10-19")
    number = usage.submit(at=instant("2026-10-16", "09:00")).line("BatchSubmitted").number
    assert usage.batch(number).submitted == day("2026-10-19")


def test_a_legal_time_after_midnight_gives_a_day_more(stage: Stage, usage: Metered) -> None:
    """Rule 124."""
    stage.on("2026-10-18", "23:55")
    number = usage.submit(at=instant("2026-10-19", "00:05")).line("BatchSubmitted").number
    assert usage.batch(number).submitted == day("2026-10-19")


# ------------------------------------------------------------------------------------------------ contesting


@pytest.mark.parametrize("code", [DisputeCode.NONE, DisputeCode.NOT_OURS + 1])
def test_a_dispute_has_a_code(stage: Stage, usage: Metered, code: int) -> None:
    """Rule 56."""
    number = usage.submitted()
    with stage.refused("DisputeCodeUnknown", code=code):
        usage.dispute(number, code=code)


def test_a_dispute_has_a_root_with_its_algorithm(stage: Stage, usage: Metered) -> None:
    """Rule 123."""
    number = usage.submitted()
    with stage.refused("UnknownAlgorithm"):
        usage.dispute(number, alg=0)
    with stage.refused("DigestMissing"):
        usage.dispute(number, root=bytes(32))
    usage.dispute(number, code=DisputeCode.NOT_OURS)


def test_neither_side_reconciles_alone(stage: Stage, cast: Cast, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    usage.dispute(number)
    with stage.refused("AssentMissing", party=cast.maker):
        usage.reconcile(number, by=[cast.holder.one])
    with stage.refused("AssentMissing", party=cast.holder):
        usage.reconcile(number, by=[cast.maker.one, usage.gateway.person])


def test_only_what_is_contested_is_reconciled_and_with_a_proof(stage: Stage, usage: Metered) -> None:
    """Rule 56."""
    number = usage.submitted()
    with stage.refused("WrongBatchState", state=BatchState.SUBMITTED):
        usage.reconcile(number)
    usage.dispute(number)
    with stage.refused("WrongBatchState"):
        usage.countersign(number)
    with stage.refused("DigestMissing"):
        usage.reconcile(number, proof=bytes(32))


def test_an_answer_is_not_before_the_report(stage: Stage, usage: Metered) -> None:
    """Rule 124."""
    stage.on("2026-10-20")
    number = usage.submitted()
    early = usage.batch(number).since - 1
    with stage.refused("OutOfOrder"):
        usage.countersign(number, at=early)
    with stage.refused("OutOfOrder"):
        usage.dispute(number, at=early)
    usage.countersign(number, at=early + 1)
