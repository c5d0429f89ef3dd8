"""How a finance lease ends: title returned or retained, the object taken back and its value settled, or as a court decides."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    AttestationPurpose,
    BurdenKind,
    BurdenState,
    Characterisation,
    EndReason,
    EndTitle,
    FilingAct,
    FilingVenue,
    LeaseEnding,
    LeaseFlag,
    LeaseJudgment,
    LeaseState,
    LeaseStructure,
    LicenceState,
    Power,
    Remedy,
    SecurityFlag,
    SecurityState,
    TitleMode,
)
from tests.contracts.leasing import CATEGORY_4, OBJECT, TERMS, Leasing
from tests.contracts.procedure import DOCUMENT, NO_DOCUMENT, SHA256
from tests.contracts.stage import Stage
from tests.contracts.stage.stage import day, instant

BOUGHT_OUT = LeaseEnding.BOUGHT_OUT


@pytest.fixture
def number(leasing: Leasing) -> int:
    """A lease whose title is noted only."""
    return leasing.recorded()


def to_lessor(leasing: Leasing, number: int) -> None:
    """The lessee transfers the rights to the lessor."""
    leasing.passing()
    leasing.later.complete_transfer(burdens=[number], by=[*leasing.registrar.pair, leasing.lessor.one])


# ------------------------------------------------------------------------------------------------ paid


def test_scenario_2_title_returns_for_a_token(stage: Stage, leasing: Leasing) -> None:
    """SC2, rules 90, 111: accelerated, paid in full, transferred back; the filing is to be cancelled."""
    number = leasing.in_term()
    leasing.file_lease(number)
    leasing.elect(leasing.demanded(number))
    with stage.refused("RentsOutstanding", paid=0, instalments=12):
        leasing.settle_title(number)
    leasing.pay(number, 12)
    back = leasing.lease(number).licence_back
    with stage.refused("TitleElsewhere", right=1, holder=leasing.lessor):
        leasing.settle_title(number)
    leasing.give_back(number)
    burdens, edition = leasing.head.burdens, leasing.head.edition
    line = leasing.settle_title(number).line("TitleSettled")
    assert leasing.head.holder == (leasing.lessee.number,) * 3
    assert (leasing.head.burdens, leasing.head.edition) == (burdens - 1, edition + 1)
    assert leasing.lease(number).state == LeaseState.TITLE_RETURNED
    burden, security = leasing.burden(number), leasing.security(number)
    assert (burden.state, burden.party, burden.grantor) == (
        BurdenState.CLOSED,
        leasing.lessor.number,
        leasing.lessee.number,
    )
    assert (security.state, security.closed, security.cancel_days) == (SecurityState.RELEASED, stage.today, 10)
    assert (line["lease"], line["burden"], line["security"]) == (leasing.lease(number), burden, security)
    assert leasing.licence(back).state == LicenceState.ENDED
    leasing.filings.filed(number, FilingAct.CANCEL, venue=FilingVenue.ZDW_CAT4, filed_at=stage.now, until=0)
    assert leasing.security(number).flags & SecurityFlag.CANCEL_FILED


def test_whose_the_filing_burdens_complains_when_it_stands(stage: Stage, leasing: Leasing) -> None:
    """Rules 90, 108: from the eleventh working day, the lessee who has the rights again."""
    number = leasing.recorded()
    stage.on("2026-09-02", "14:00")
    leasing.file_lease(number)
    leasing.pay(number, 12)
    leasing.settle_title(number)
    stage.on("2026-10-30")
    leasing.filings.escalate(number)
    assert leasing.security(number).flags & SecurityFlag.ESCALATED


@pytest.mark.parametrize(
    "end, returned",
    [
        (EndTitle.LESSEE_TOKEN, True),
        (EndTitle.LESSEE_AGREED, True),
        (EndTitle.LESSOR, False),
        (EndTitle.SILENT, False),
    ],
    ids=str,
)
def test_the_contract_says_whose_it_is_and_silence_means_the_lessor(
    stage: Stage, leasing: Leasing, end: EndTitle, returned: bool
) -> None:
    """Rule 111: the rights must be where they belong before the lease ends."""
    number = leasing.recorded(end=end)
    leasing.pay(number, 12)
    by = leasing.lessor.both
    if not returned:
        with stage.refused("TitleElsewhere", right=1, holder=leasing.lessee):
            leasing.settle_title(number, by=by)
        to_lessor(leasing, number)
    leasing.settle_title(number, by=by if end != EndTitle.LESSEE_TOKEN else [leasing.lessee.one])
    lease, burden = leasing.lease(number), leasing.burden(number)
    assert lease.state == (LeaseState.TITLE_RETURNED if returned else LeaseState.TITLE_RETAINED)
    assert burden.party == (leasing.lessor if returned else leasing.lessee).number
    assert leasing.security(number).cancel_days == 0


@pytest.mark.parametrize(
    "end, by, error",
    [
        (EndTitle.LESSEE_TOKEN, "lessor", "AssentMissing"),
        (EndTitle.LESSEE_AGREED, "lessee", "TwoPersonsMissing"),
        (EndTitle.LESSOR, "lessee", "AssentMissing"),
        (EndTitle.SILENT, "lessee", "AssentMissing"),
    ],
    ids=str,
)
def test_who_says_that_a_lease_is_over(stage: Stage, leasing: Leasing, end: EndTitle, by: str, error: str) -> None:
    """Rule 111: an agreed price is receipted by two persons of the lessor; else the owner says so."""
    number = leasing.recorded(end=end)
    leasing.pay(number, 12)
    with stage.refused(error):
        leasing.settle_title(number, by=[getattr(leasing, by).one])


def test_the_lessor_keeps_what_the_licence_back_does_not_hold(stage: Stage, leasing: Leasing) -> None:
    """Rule 111: the lessee's use ends by agreement or with its term, by legal time and by block time."""
    number = leasing.in_term(end=EndTitle.LESSOR)
    leasing.pay(number, 12)
    back = leasing.lease(number).licence_back
    settle: dict[str, Any] = {"by": [leasing.lessor.one]}
    stage.on("2029-08-31", "23:58")
    for at in (0, instant("2029-09-01", "00:01")):
        with stage.refused("LicenceBackStands", licence=back):
            leasing.settle_title(number, at=at, **settle)
    mark = stage.mark()
    leasing.deals.end(back, EndReason.MUTUAL, by=[leasing.lessor.one, leasing.lessee.one])
    leasing.settle_title(number, **settle)
    stage.rewind(mark)
    stage.on("2029-09-01")
    leasing.settle_title(number, **settle)
    assert leasing.lease(number).state == LeaseState.TITLE_RETAINED


def test_a_lease_is_bought_out_early(stage: Stage, leasing: Leasing) -> None:
    """Rule 111: two persons of the lessor agree, whatever is unpaid; the rights go to the lessee."""
    number = leasing.recorded(end=EndTitle.LESSOR)
    leasing.pay(number, 4)
    for by in ([leasing.lessor.one], [leasing.lessee.one]):
        with stage.refused("TwoPersonsMissing", party=leasing.lessor, power=Power.RELEASE):
            leasing.settle_title(number, BOUGHT_OUT, by=by)
    leasing.settle_title(number, BOUGHT_OUT, by=leasing.lessor.both)
    assert leasing.lease(number).state == LeaseState.TITLE_RETURNED
    for act in (leasing.settle_title, leasing.judge):
        with stage.refused("WrongLeaseState", state=LeaseState.TITLE_RETURNED):
            act(number)


def test_a_lease_is_called_off_before_it_began(stage: Stage, leasing: Leasing) -> None:
    """Rule 111: both agree, and the rights stay where they are."""
    number = leasing.recorded(title=TitleMode.TRANSFERRED)
    mark = stage.mark()
    with stage.refused("WrongLeaseState", state=LeaseState.AGREED):
        leasing.settle_title(number)
    with stage.refused("AssentMissing", party=leasing.lessee, power=Power.ACCEPT):
        leasing.settle_title(number, BOUGHT_OUT, by=leasing.lessor.both)
    both = [*leasing.lessor.both, leasing.lessee.one]
    leasing.settle_title(number, BOUGHT_OUT, by=both)
    assert leasing.lease(number).state == LeaseState.TITLE_RETURNED
    stage.rewind(mark)
    to_lessor(leasing, number)
    leasing.settle_title(number, BOUGHT_OUT, by=both)
    assert leasing.lease(number).state == LeaseState.TITLE_RETAINED


@pytest.mark.parametrize("code", [LeaseEnding.NONE, 3])
def test_an_ending_is_one_of_two(stage: Stage, leasing: Leasing, number: int, code: int) -> None:
    """Rule 111."""
    with stage.refused("LeaseCodeUnknown", code=code):
        leasing.settle_title(number, code)


# ------------------------------------------------------------------------------------------------ taken back


def test_the_object_is_taken_back_and_its_surplus_is_the_lessees(stage: Stage, leasing: Leasing) -> None:
    """Rules 110, 112: the licence back ends; the burden stands until the value is settled."""
    number = leasing.terminated(leasing.in_term())
    back = leasing.lease(number).licence_back
    burdens = leasing.head.burdens
    line = leasing.repossess(number).line("LeaseRepossessed")
    licence = leasing.licence(back)
    assert (line["licenceNumber"], line["licence"]) == (back, licence)
    assert (licence.state, licence.end, licence.last) == (LicenceState.ENDED, stage.today, stage.today)
    assert (line["burdenNumber"], line["burden"]) == (back, leasing.burden(back))
    assert leasing.burden(back).state == BurdenState.CLOSED
    assert leasing.burden(number).state == BurdenState.OPEN
    assert leasing.lease(number).state == LeaseState.REPOSSESSED
    assert leasing.head.burdens == burdens - 1
    value = leasing.appraised(AttestationPurpose.DISPOSAL, by=[*leasing.valuations.body.both, leasing.lessor.one])
    line = leasing.settle_value(number, value).line("ValueSettled")
    assert (line["valuation"], line["lease"].state) == (value, LeaseState.SETTLED)
    assert leasing.burden(number).state == BurdenState.CLOSED
    assert (leasing.head.burdens, leasing.security(number).state) == (burdens - 2, SecurityState.RELEASED)


def test_title_that_was_only_noted_goes_to_the_lessor_first(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 34, 112: by a transfer of both, or an instrument; then the burden is the lessee's."""
    leasing.terminated(number)
    with stage.refused("TitleElsewhere", right=1, holder=leasing.lessee):
        leasing.repossess(number)
    to_lessor(leasing, number)
    line = leasing.repossess(number).line("LeaseRepossessed")
    assert (line["licenceNumber"], line["licence"].encode(), line["burdenNumber"]) == (0, 0, number)
    burden = leasing.burden(number)
    assert (burden.party, burden.grantor, burden.since) == (leasing.lessee.number, leasing.lessor.number, stage.now)


def test_a_licence_back_that_is_exclusive_no_more_ends_all_the_same(stage: Stage, leasing: Leasing) -> None:
    """Rule 112: lessor and lessee agreed on less."""
    number = leasing.in_term()
    back = leasing.lease(number).licence_back
    leasing.deals.narrow(back, kind=0, state=0, last=0, by=[leasing.lessor.one, leasing.lessee.one])
    leasing.terminated(number)
    leasing.repossess(number)
    assert leasing.licence(back).state == LicenceState.ENDED
    assert leasing.head.burdens == 1


def test_the_lessor_takes_nothing_back_alone(stage: Stage, leasing: Leasing) -> None:
    """Rules 3, 112: the lessee agrees, or the registrar's pair has seen why."""
    number = leasing.terminated(leasing.in_term())
    with stage.refused("PairMissing", registrar=leasing.registrar):
        leasing.repossess(number, by=[leasing.lessor.one, leasing.registrar.approver])
    with stage.refused("AssentMissing", party=leasing.lessor, power=Power.ENFORCE):
        leasing.repossess(number, by=[leasing.lessee.one])
    leasing.repossess(number, by=[leasing.lessor.one, leasing.lessee.one])
    value = leasing.appraised(AttestationPurpose.DISPOSAL, by=[*leasing.valuations.body.both, leasing.lessor.one])
    with stage.refused("PairMissing", registrar=leasing.registrar):
        leasing.settle_value(number, value, by=[leasing.lessor.one])
    with stage.refused("AssentMissing", party=leasing.lessor, power=Power.ENFORCE):
        leasing.settle_value(number, value, by=[leasing.lessee.one])
    leasing.settle_value(number, value, by=[leasing.lessor.one, leasing.lessee.one])


def test_what_is_contested_takes_an_instrument(stage: Stage, leasing: Leasing) -> None:
    """Rules 54, 110: the pair is not enough while the licence stands; the lessee may still agree."""
    number = leasing.terminated(leasing.in_term())
    back = leasing.lease(number).licence_back
    leasing.contest(number)
    with stage.refused("OverdueInDispute"):
        leasing.repossess(number)
    mark = stage.mark()
    leasing.repossess(number, by=[leasing.lessor.one, leasing.lessee.one])
    stage.rewind(mark)
    leasing.deals.end_by_order(back)
    line = leasing.repossess(number).line("LeaseRepossessed")
    assert (line["licenceNumber"], line["burdenNumber"]) == (0, number)


def test_value_is_settled_by_a_valuation_for_disposal(stage: Stage, leasing: Leasing) -> None:
    """Rule 112: in force; with settlement and proof."""
    number = leasing.terminated(leasing.in_term())
    leasing.repossess(number)
    with stage.refused("AttestationNotUsable", number=leasing.valuation):
        leasing.settle_value(number, leasing.valuation)
    value = leasing.appraised(AttestationPurpose.DISPOSAL, by=[*leasing.valuations.body.both, leasing.lessor.one])
    papers = [SHA256, DOCUMENT, DOCUMENT, DOCUMENT]
    for place in (1, 2, 3):
        with stage.refused("DigestMissing"):
            leasing.settle_value(number, value, papers=(*papers[:place], bytes(32), *papers[place + 1 :]))
    with stage.refused("UnknownAlgorithm"):
        leasing.settle_value(number, value, papers=(4, *papers[1:]))


def test_nothing_ends_before_the_licences_last_act(stage: Stage, leasing: Leasing) -> None:
    """Rule 124."""
    number = leasing.terminated(leasing.in_term())
    back = leasing.lease(number).licence_back
    stage.on("2026-10-10", "00:03")
    leasing.deals.suspend(back, by=[leasing.registrar.reviewer])
    with stage.refused("OutOfOrder"):
        leasing.repossess(number, at=instant("2026-10-09", "23:59"))
    leasing.repossess(number)


# ------------------------------------------------------------------------------------------------ judgments


def test_a_fictitious_object_makes_a_lease_void(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 106, 116: burden and filing go, whatever was paid."""
    stage.on("2026-09-02", "14:00")
    leasing.file_lease(number)
    line = leasing.judge(number, LeaseJudgment.VOID).line("LeaseJudged")
    assert (line["code"], line["lease"].state) == (LeaseJudgment.VOID, LeaseState.VOID)
    assert leasing.burden(number).state == BurdenState.CLOSED
    assert leasing.head.burdens == 0
    assert (leasing.security(number).state, leasing.security(number).cancel_days) == (SecurityState.RELEASED, 10)


def test_a_lease_that_is_a_loan_goes_on_as_a_security(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 68, 113, 116: with the same filing time; from then on the acts of securities are for it."""
    stage.on("2026-09-02", "14:00")
    leasing.file_lease(number)
    stage.on("2027-03-01")
    character = Characterisation.TITLE_TRANSFER_68
    line = leasing.judge(number, LeaseJudgment.RECHARACTERISED, character, day("2027-06-30")).line("LeaseJudged")
    security, burden = leasing.security(number), leasing.burden(number)
    assert (security.state, security.character) == (SecurityState.PERFECTED, character)
    assert security.filed_at == CATEGORY_4["filed_at"]
    assert (burden.kind, burden.state, burden.day) == (BurdenKind.SECURITY, BurdenState.OPEN, stage.today)
    assert (burden.party, burden.grantor, burden.since) == (leasing.lessor.number, leasing.lessee.number, stage.now)
    debt = leasing.filings.debt(number)
    assert (debt.debtor, debt.maturity, debt.valuation) == (
        leasing.lessee.number,
        day("2027-06-30"),
        leasing.valuation,
    )
    assert (line["security"], line["debt"], line["burden"]) == (security, debt, burden)
    assert leasing.lease(number).state == LeaseState.RECHARACTERISED
    leasing.filings.notice(number, cure="2027-07-31")
    leasing.filings.release(number, by=leasing.lessor.both)
    assert leasing.security(number).state == SecurityState.RELEASED


def test_no_creditor_has_the_title(stage: Stage, leasing: Leasing) -> None:
    """Rules 65, 113: where the lessor took it, the judgment first gives it back and ends the licence."""
    number = leasing.in_term()
    back = leasing.lease(number).licence_back
    terms = (LeaseJudgment.RECHARACTERISED, Characterisation.ATYPICAL_63, day("2027-06-30"))
    with stage.refused("TitleElsewhere", right=1, holder=leasing.lessor):
        leasing.judge(number, *terms)
    order = leasing.order()
    leasing.later.execute_transfer(order, OBJECT, to=leasing.lessee, burdens=[number, back])
    with stage.refused("LicenceBackStands", licence=back):
        leasing.judge(number, *terms)
    leasing.deals.end_by_order(back)
    leasing.judge(number, *terms)
    burden = leasing.burden(number)
    assert (burden.party, burden.grantor) == (leasing.lessor.number, leasing.lessee.number)


def test_what_was_never_filed_has_ten_days_from_the_judgment(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 67, 113: it is not void for what nobody had to do before."""
    stage.on("2027-03-01")
    leasing.judge(number, LeaseJudgment.RECHARACTERISED, Characterisation.ATYPICAL_63, day("2027-06-30"))
    with stage.refused("TermRunning"):
        leasing.filings.void(number)


def test_a_judgment_terminates_what_acceleration_did_not_bring(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 110, 116: lease interpretation 10(2); what was contested is decided."""
    leasing.elect(leasing.demanded(number))
    leasing.contest(number)
    leasing.judge(number, LeaseJudgment.TERMINATED)
    lease = leasing.lease(number)
    assert (lease.state, lease.remedy, lease.flags) == (LeaseState.TERMINATED, Remedy.TERMINATE, TERMS.flags)
    assert not lease.flags & LeaseFlag.CONTESTED
    with stage.refused("WrongLeaseState", state=LeaseState.TERMINATED):
        leasing.judge(number, LeaseJudgment.TERMINATED)


@pytest.mark.parametrize(
    "terms, error",
    [
        ((LeaseJudgment.NONE,), "LeaseCodeUnknown"),
        ((4,), "LeaseCodeUnknown"),
        ((LeaseJudgment.VOID, 1, 0), "LeaseTermsNotValid"),
        ((LeaseJudgment.VOID, 0, 1), "LeaseTermsNotValid"),
        ((LeaseJudgment.TERMINATED, 0, 1), "LeaseTermsNotValid"),
        ((LeaseJudgment.RECHARACTERISED, 0, 1), "LeaseTermsNotValid"),
        ((LeaseJudgment.RECHARACTERISED, Characterisation.FINANCE_LEASE, 1), "LeaseTermsNotValid"),
        ((LeaseJudgment.RECHARACTERISED, Characterisation.ATYPICAL_63, 0), "LeaseTermsNotValid"),
    ],
    ids=str,
)
def test_a_judgment_says_what_it_must_and_no_more(
    stage: Stage, leasing: Leasing, number: int, terms: tuple[Any, ...], error: str
) -> None:
    """Rule 116."""
    with stage.refused(error):
        leasing.judge(number, *terms)


def test_an_instrument_is_executed_by_the_registrars_pair(stage: Stage, leasing: Leasing, number: int) -> None:
    """Rules 3, 4, 116: of a court, in effect."""
    with stage.refused("PairMissing", registrar=leasing.registrar):
        leasing.judge(number, by=[leasing.registrar.reviewer, leasing.lessor.one])
    with stage.refused("NotAnIssuer", issuer=leasing.lessor):
        leasing.judge(number, issuer=leasing.lessor.number)
    with stage.refused("InstrumentNotEffective"):
        leasing.judge(number, effective=stage.now + 1000)


@NO_DOCUMENT
def test_an_end_has_a_document(stage: Stage, leasing: Leasing, alg: int, document: bytes, error: str) -> None:
    """Rule 123."""
    number = leasing.in_term()
    hands = [*leasing.lessor.both, leasing.lessee.one]
    mark = stage.mark()
    leasing.terminated(number)
    with stage.refused(error):
        stage.file(hands, [("repossess", leasing.entry, number, alg, document)])
    stage.rewind(mark)
    leasing.give_back(number)
    with stage.refused(error):
        stage.file(hands, [("settleTitle", leasing.entry, number, BOUGHT_OUT, alg, document)])


def test_a_direct_lease_ends_like_any_other(stage: Stage, leasing: Leasing) -> None:
    """Rule 111: the rights go to the lessee, who never had them."""
    to = leasing.lessor
    leasing.later.transfer(OBJECT, to=to, by=[leasing.lessee.one, to.one])
    leasing.later.decided(passed=OBJECT).complete_transfer(by=[*leasing.registrar.pair, to.one])
    number = leasing.recorded(structure=LeaseStructure.DIRECT, title=TitleMode.TRANSFERRED)
    leasing.close(number, leasing.licensing_back([number]), ("takeTitle", leasing.entry, number, 0x800001))
    leasing.pay(number, 12)
    leasing.give_back(number)
    leasing.settle_title(number)
    assert leasing.lease(number).state == LeaseState.TITLE_RETURNED
