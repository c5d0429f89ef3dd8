"""SC11 on P9 (虚构): an objection to pledged rights, from a complete filing to an award that changes the entry and lets the rights stand.

All parties and figures are invented (演示).
"""

from typing import Any

from ledger_api.domain.words import (
    BurdenState,
    Conclusion,
    Ground,
    HolderResponse,
    Instrument,
    LicenceKind,
    NoteKind,
    ObjectionOutcome,
    ObjectionState,
    Role,
    SlotStatus,
)
from tests.contracts.burdened import court
from tests.contracts.deals import Deals
from tests.contracts.disputing import HOLDER, OBJECTOR, Dispute
from tests.contracts.later import Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage, enter
from tests.contracts.stage.cast import MERCHANT
from tests.contracts.stage.stage import day, instant


def pledged(stage: Stage, cast: Cast) -> tuple[Loans, int]:
    """P9 (虚构) has registered, and pledged to a bank (虚构) on 2 September; the pledge's number."""
    p9 = enter(stage, cast.operator, "P9 (虚构)", Role.HOLDER | Role.MERCHANT, {"one": MERCHANT, "two": MERCHANT}, 600)
    case = Procedure(stage, cast, applicant=p9).registered("2026-08-20")
    case.issue("SJ3312026080001")
    loans = Loans(case, Lenders.on(stage, cast))
    stage.on("2026-09-02", "10:45")
    return loans, loans.perfected(loans.recorded(guarantor=loans.lenders.guarantor))


def test_scenario_11_an_objection_to_pledged_rights(stage: Stage, cast: Cast) -> None:
    """SC11, rules 38, 39, 116: complete on 12 October, notified by the 19th; an award has the time span changed, the rights stand."""
    loans, pledge = pledged(stage, cast)
    case, bank, p9 = loans.case, loans.lenders.bank, loans.case.filer
    later, begins = Later(case), stage.journal(case.entry).lines

    # 12 October: complete; the registrar has until the 19th, five working days later.
    stage.on("2026-10-12")
    dispute = Dispute.filed(case, ground=Ground.ERROR)
    case.complete(dispute.number)
    working = [each for each in range(day("2026-10-13"), day("2026-10-30")) if (each + 3) % 7 < 5]
    assert (dispute.word.run, working[dispute.word.limit - 1]) == (day("2026-10-12"), day("2026-10-19"))
    stage.on("2026-10-19", "17:00")
    with stage.refused("TooEarly", lastDay=day("2026-10-19")):
        stage.file([cast.buyer.one], [("reportOverdue", case.entry, dispute.number)])
    dispute.notify()
    told: list[tuple[Any, ...]] = [
        ("noteEntry", case.entry, NoteKind.NOTIFICATION, dispute.number, whom, SHA256, DOCUMENT)
        for whom in (bank, loans.lenders.guarantor)
    ]
    stage.file(case.keeper.pair, told)

    # In dispute: the bank, whose covenant stops the second tranche, sees it in the list of burdens; nobody lends anew or
    # takes an exclusive licence.
    listed = [pledge, dispute.number]
    assert case.head.burdens == len(listed)
    with stage.refused("Burdened", number=dispute.number):
        loans.record(bank=loans.lenders.second, burdens=listed)
    dealers = [p9.one, cast.maker.one, cast.exchange.recorder, bank.one]
    months = {"start": stage.today, "end": stage.today + 90}
    with stage.refused("Burdened", number=dispute.number):
        Deals(case).grant(kind=LicenceKind.EXCLUSIVE, burdens=listed, by=dealers, **months)
    observed = ("noteEntry", case.entry, NoteKind.COVERAGE, pledge, 0, SHA256, DOCUMENT)
    stage.file([bank.one], [observed])

    # Contested, concluded for the objector in part, rejected by the holder: the objector goes to arbitration.
    dispute.respond(HolderResponse.CONTEST)
    dispute.investigate()
    stage.on("2026-10-26")
    dispute.conclude(Conclusion.PARTLY)
    dispute.accept(OBJECTOR)
    dispute.reject(HOLDER)
    stage.on("2026-11-09")
    dispute.litigate(OBJECTOR)

    # The award upholds it in part: P9 has the time span changed, which the bank agrees to; the rights stand.
    arbitrators = court(stage, cast, "arbitration commission")
    stage.on("2026-12-14")
    later.change(COLLECTED)
    later.decided("2026-12-28")
    with stage.refused("Burdened", number=pledge):
        later.complete_change(burdens=listed)
    later.complete_change(burdens=listed, by=[*case.keeper.pair, bank.one])
    award = instant("2026-12-11", "10:00")
    dispute.resolve_by_order(
        arbitrators, ObjectionOutcome.CHANGED, case.number, kind=Instrument.AWARD, effective=award, served=award
    )
    assert (dispute.word.state, dispute.word.outcome) == (ObjectionState.RESOLVED, ObjectionOutcome.CHANGED)
    assert (dispute.burden.state, case.head.burdens) == (BurdenState.CLOSED, 1)
    assert case.head.status == (SlotStatus.ACTIVE,) * 3
    assert case.head.holder == (p9.number,) * 3

    # The bank's report tells it line by line: nothing was left out, for the journal replays (the stage checks it).
    assert stage.journal(case.entry).lines == begins + 17
    loans.record(bank=loans.lenders.second, burdens=listed)
