"""A finance lease in its term: what the lessee may not do, rents, default, and the one remedy the lessor elects."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    ConsentMode,
    EndReason,
    Envelope,
    EnvelopeState,
    LeaseFlag,
    LeaseState,
    LicenceKindSet,
    LicenceState,
    Power,
    Purpose,
    Remedy,
    Right,
    TitleMode,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import READING
from tests.contracts.leasing import OBJECT, TERMS, Leasing
from tests.contracts.procedure import ALL, COLLECTED, NO_DOCUMENT
from tests.contracts.stage import Stage
from tests.contracts.stage.stage import day, instant

STEPS = ("recordRent", "noteOverdue", "contestOverdue", "demandRent", "electRemedy")


@pytest.fixture
def number(leasing: Leasing) -> int:
    """A lease whose title is noted only."""
    return leasing.recorded()


# ------------------------------------------------------------------------------------------------ what is leased


def test_scenario_2_the_lessee_pledges_nothing(stage: Stage, leasing: Leasing, number: int) -> None:
    """SC2, rule 109: nor charges what is leased in any other way, without the lessor."""
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.loans.record(burdens=[number])
    bank = leasing.loans.lenders.bank
    hands = [leasing.lessee.one, bank.one, leasing.registrar.reviewer, leasing.lessor.one]
    leasing.loans.record(by=hands, burdens=[number])


def test_the_lessee_transfers_nothing(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 109: not one of the rights without the lessor."""
    second = leasing.cast.second
    leasing.later.transfer(Right.USE, to=second, by=[leasing.lessee.one, second.one])
    leasing.later.decided(passed=Right.USE)
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.later.complete_transfer(burdens=[number])
    hands = [*leasing.registrar.pair, second.one, leasing.lessor.one]
    leasing.later.complete_transfer(burdens=[number], by=hands)


def test_what_is_not_leased_may_move(leasing: Leasing, number: int) -> None:
    """Rule 109: HOLD is not."""
    leasing.later.transfer(Right.HOLD, by=[leasing.lessee.one, leasing.cast.second.one])
    leasing.later.decided(passed=Right.HOLD)
    leasing.later.complete_transfer(burdens=[number])


def test_the_lessee_cancels_and_changes_nothing(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 109."""
    leasing.later.cancel(ALL)
    leasing.later.decided()
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.later.complete_cancellation(burdens=[number])
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.later.correct(COLLECTED, burdens=[number])


def test_the_lessee_licenses_within_the_lessors_envelope(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 49, 109: outside it only what the lessor signs."""
    teaching = replace(READING, licensee=leasing.cast.maker.number)
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.deals.grant(teaching, burdens=[number])
    case = ConsentMode.CASE_BY_CASE
    envelope = Envelope(
        state=EnvelopeState.SET,
        mode=(case, case, ConsentMode.PRE_APPROVED, case, case, case, case, case),  # ordinary licences
        months=12,
        purposes=Purpose.TEACHING,
        kinds=LicenceKindSet.NON_EXCLUSIVE,
        until=day("2027-12-31"),
    )
    orders = Orders(leasing.case, leasing.cast.second, leasing.cast.second)
    orders.envelope(number, envelope, by=[leasing.lessor.one])
    leasing.deals.grant(teaching, burdens=[number])
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.deals.grant(replace(teaching, purposes=Purpose.MARKETING), burdens=[number])
    hands = [leasing.lessee.one, leasing.cast.maker.one, leasing.cast.exchange.recorder, leasing.lessor.one]
    leasing.deals.grant(replace(teaching, purposes=Purpose.MARKETING), burdens=[number], by=hands)


def test_with_title_the_lessor_disposes_of_nothing_without_the_lessee(stage: Stage, leasing: Leasing) -> None:
    """Rule 109: the burden names whichever of the two is not the holder."""
    number = leasing.in_term()
    back = leasing.lease(number).licence_back
    second, lessor = leasing.cast.second, leasing.lessor
    leasing.later.transfer(OBJECT, to=second, by=[lessor.one, second.one], applicant=lessor.number)
    leasing.later.decided(passed=OBJECT)
    lists: dict[str, Any] = {"burdens": [number, back], "licences": [back]}
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.later.complete_transfer(by=[*leasing.registrar.pair, second.one, lessor.one], **lists)
    hands = [*leasing.registrar.pair, second.one, leasing.lessee.one]
    leasing.later.complete_transfer(by=hands, **lists)


def test_a_lessor_does_not_end_the_use_as_licensor(stage: Stage, leasing: Leasing) -> None:
    """Rule 110: what it may do on default is in the lease; the lessee may, and so may both together."""
    back = leasing.lease(leasing.in_term()).licence_back
    for act in (leasing.deals.notice, leasing.deals.suspend):
        with stage.refused("LicenceOfALease", number=back):
            act(back, by=[leasing.lessor.one])
    leasing.deals.suspend(back, by=[leasing.registrar.reviewer])
    leasing.deals.resume(back, by=[leasing.registrar.reviewer])
    leasing.deals.notice(back, by=[leasing.lessee.one])
    with stage.refused("LicenceOfALease", number=back):
        leasing.deals.end(back, EndReason.BREACH, by=[leasing.lessor.one])
    leasing.deals.end(back, by=[leasing.lessor.one, leasing.lessee.one])
    assert leasing.licence(back).state == LicenceState.ENDED


# ------------------------------------------------------------------------------------------------ rents


def test_rents_are_paid_as_they_come(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: counted over the whole term."""
    line = leasing.pay(number, 4).line("RentPaid")
    lease = leasing.lease(number)
    assert line["lease"] == lease
    assert (lease.paid, lease.overdue, lease.state, lease.since) == (4, 0, LeaseState.IN_TERM, stage.now)
    leasing.pay(number, 12)
    assert leasing.lease(number).paid == 12


@pytest.mark.parametrize("paid", [0, 3, 4, 13])
def test_paid_rents_only_grow_and_not_beyond_the_term(stage: Stage, leasing: Leasing, number: int, paid: int) -> None:
    """Rule 110."""
    leasing.pay(number, 4)
    with stage.refused("RentsNotValid", paid=4, instalments=12):
        leasing.pay(number, paid)


@pytest.mark.parametrize("rents, share", [(9, 0), (8, 10_001), (0, 1), (255, 0)])
def test_what_is_overdue_fits_into_the_rest(
    stage: Stage, leasing: Leasing, number: int, rents: int, share: int
) -> None:
    """Rule 110."""
    leasing.pay(number, 4)
    with stage.refused("RentsNotValid", paid=4, instalments=12):
        leasing.overdue(number, rents, share)
    leasing.overdue(number, 8, 10_000)


def test_the_lessor_alone_says_what_is_paid_and_what_is_overdue(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110."""
    lessor = leasing.lessor
    with stage.refused("AssentMissing", party=lessor, power=Power.ACCEPT):
        leasing.pay(number, 1, by=[leasing.lessee.one])
    for act in (leasing.overdue, leasing.demand):
        with stage.refused("AssentMissing", party=lessor, power=Power.ENFORCE):
            act(number, by=[leasing.lessee.one])
        leasing.overdue(number)


def test_a_payment_makes_up_for_what_is_overdue(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: the oldest first; the share is of more, and has to be said anew."""
    leasing.pay(number, 4)
    leasing.overdue(number, 3, 2_500)
    leasing.contest(number)
    leasing.pay(number, 5)
    lease = leasing.lease(number)
    assert (lease.overdue, lease.overdue_bps, lease.flags) == (2, 0, TERMS.flags | LeaseFlag.CONTESTED)
    leasing.pay(number, 8)
    lease = leasing.lease(number)
    assert (lease.overdue, lease.flags) == (0, TERMS.flags)


@pytest.mark.parametrize("cure", ["payment", "statement"])
def test_a_default_that_is_cured_begins_anew(stage: Stage, leasing: Leasing, number: int, cure: str) -> None:
    """Rule 110: paid within the grace, the demand is spent."""
    leasing.overdue(number)
    leasing.demand(number)
    assert leasing.lease(number).demanded == stage.today
    if cure == "payment":
        leasing.pay(number, 1)
        assert leasing.lease(number).state == LeaseState.DEMANDED
        leasing.pay(number, 2)
    else:
        leasing.overdue(number, 0)
    assert (leasing.lease(number).state, leasing.lease(number).demanded) == (LeaseState.IN_TERM, 0)
    with stage.refused("WrongLeaseState", state=LeaseState.IN_TERM):
        leasing.elect(number)


def test_the_lessee_contests_what_is_said(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: on record until it is paid; saying it again does not help."""
    with stage.refused("NothingOverdue"):
        leasing.contest(number)
    leasing.overdue(number)
    with stage.refused("AssentMissing", party=leasing.lessee, power=Power.OBJECT):
        leasing.contest(number, by=[leasing.lessor.one])
    leasing.contest(number)
    leasing.overdue(number, 3)
    assert leasing.lease(number).flags == TERMS.flags | LeaseFlag.CONTESTED


# ------------------------------------------------------------------------------------------------ default


def test_scenario_2_four_paid_two_missed_one_remedy(stage: Stage, leasing: Leasing) -> None:
    """SC2, rule 110: two rents are the threshold; all at once, and then no termination."""
    number = leasing.in_term()
    leasing.pay(number, 4)
    leasing.overdue(number, 1)
    with stage.refused("DefaultNotReached", overdue=1, overdueBps=0):
        leasing.demand(number)
    leasing.overdue(number, 2)
    leasing.demand(number)
    stage.chain.forward(days=TERMS.grace + 1)
    line = leasing.elect(number, Remedy.ACCELERATE).line("RemedyElected")
    assert (line["lease"].state, line["lease"].remedy) == (LeaseState.ACCELERATED, Remedy.ACCELERATE)
    for remedy in (Remedy.TERMINATE, Remedy.ACCELERATE):
        with stage.refused("RemedyAlreadyElected", remedy=Remedy.ACCELERATE):
            leasing.elect(number, remedy)
    with stage.refused("WrongLeaseState", state=LeaseState.ACCELERATED):
        leasing.repossess(number)


def test_nor_all_rents_after_a_termination(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: the other way round."""
    leasing.terminated(number)
    assert leasing.lease(number).state == LeaseState.TERMINATED
    with stage.refused("RemedyAlreadyElected", remedy=Remedy.TERMINATE):
        leasing.elect(number, Remedy.ACCELERATE)
    with stage.refused("WrongLeaseState", state=LeaseState.TERMINATED):
        leasing.pay(number, 1)


@pytest.mark.parametrize(
    "agreed, rents, share, default",
    [
        ({}, 1, 1_499, False),
        ({}, 1, 1_500, True),
        ({}, 2, 0, True),
        ({"default_after": 3}, 2, 9_999, False),
        ({"default_after": 3}, 3, 0, True),
        ({"default_after": 1}, 1, 0, True),
        ({"default_share": 2_000}, 5, 1_999, False),
        ({"default_share": 2_000}, 1, 2_000, True),
        ({"default_after": 4, "default_share": 2_000}, 3, 2_000, True),
        ({"default_after": 4, "default_share": 2_000}, 4, 1_999, True),
        ({"default_after": 4, "default_share": 2_000}, 3, 1_999, False),
    ],
    ids=str,
)
def test_a_default_is_what_was_agreed_or_what_the_law_says(
    stage: Stage, leasing: Leasing, agreed: dict[str, int], rents: int, share: int, default: bool
) -> None:
    """Rule 110: where nothing is agreed, two rents or fifteen percent of all."""
    number = leasing.recorded(**agreed)
    leasing.overdue(number, rents, share)
    if default:
        leasing.demand(number)
        return
    with stage.refused("DefaultNotReached", overdue=rents, overdueBps=share):
        leasing.demand(number)


def test_the_days_of_grace_are_given(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: fifteen days after the demand, by legal time and by block time."""
    leasing.overdue(number)
    leasing.demand(number)
    stage.on("2026-09-15", "23:58")
    for at in (0, instant("2026-09-16", "00:01")):
        with stage.refused("TermRunning", lastDay=day("2026-09-15")):
            leasing.elect(number, at=at)
    stage.on("2026-09-16", "00:01")
    with stage.refused("TermRunning", lastDay=day("2026-09-15")):
        leasing.elect(number, at=instant("2026-09-15", "23:59"))
    leasing.elect(number)


def test_no_demand_was_made_yesterday(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: nobody is given notice by a line that is not written yet, nor before its day."""
    leasing.overdue(number)
    mark = stage.mark()
    stage.on("2026-09-01", "00:01")
    leasing.demand(number, at=instant("2026-08-31", "23:59"))
    assert leasing.lease(number).demanded == day("2026-09-01")
    stage.rewind(mark)
    stage.on("2026-08-31", "23:59")
    leasing.demand(number, at=instant("2026-09-01", "00:01"))
    assert leasing.lease(number).demanded == day("2026-09-01")


def test_a_default_must_last(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: paid in part within the grace, the threshold is not reached any more."""
    leasing.demanded(number)
    leasing.pay(number, 1)
    with stage.refused("DefaultNotReached", overdue=1, overdueBps=0):
        leasing.elect(number)
    leasing.overdue(number, 1, 1_500)
    leasing.elect(number)


def test_two_persons_elect(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 3, 110."""
    leasing.demanded(number)
    for by in ([leasing.lessor.one], [leasing.lessor.one, leasing.lessee.one]):
        with stage.refused("TwoPersonsMissing", party=leasing.lessor, power=Power.ENFORCE):
            leasing.elect(number, by=by)


@pytest.mark.parametrize("code", [Remedy.NONE, 3])
def test_a_remedy_is_one_of_two(stage: Stage, leasing: Leasing, number: int, code: int) -> None:
    """Rule 110."""
    leasing.demanded(number)
    with stage.refused("LeaseCodeUnknown", code=code):
        leasing.elect(number, code)


def test_nothing_is_demanded_twice(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 110: a demand runs until it is cured."""
    leasing.overdue(number)
    leasing.demand(number)
    with stage.refused("WrongLeaseState", state=LeaseState.DEMANDED):
        leasing.demand(number)


def test_a_lease_that_has_not_begun_owes_no_rent(stage: Stage, leasing: Leasing) -> None:
    """Rule 110."""
    number = leasing.recorded(title=TitleMode.TRANSFERRED)
    with stage.refused("WrongLeaseState", state=LeaseState.AGREED):
        leasing.pay(number, 1)
    for act in (leasing.overdue, leasing.demand):
        with stage.refused("WrongLeaseState", state=LeaseState.AGREED):
            act(number)


# ------------------------------------------------------------------------------------------------ order and papers


def test_nothing_is_done_before_the_last_act(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rule 124: nor before what became of its filing."""
    stage.on("2026-09-02", "14:00")
    mark = stage.mark()
    leasing.pay(number, 1)
    with stage.refused("OutOfOrder"):
        leasing.pay(number, 2, at=instant("2026-09-02", "13:59"))
    stage.rewind(mark)
    leasing.file_lease(number)
    with stage.refused("OutOfOrder"):
        leasing.pay(number, 1, at=instant("2026-09-02", "13:59"))


@NO_DOCUMENT
def test_every_step_has_a_document(
    stage: Stage, leasing: Leasing, number: int, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    terms = {"recordRent": (1,), "noteOverdue": (2, 0), "electRemedy": (1,)}
    for name in STEPS:
        act = (name, leasing.entry, number, *terms.get(name, ()), alg, document)
        mark = stage.mark()
        if name in {"contestOverdue", "demandRent"}:
            leasing.overdue(number)
        if name == "electRemedy":
            leasing.demanded(number)
        with stage.refused(error):
            stage.file([*leasing.lessor.both, leasing.lessee.one], [act])
        stage.rewind(mark)
