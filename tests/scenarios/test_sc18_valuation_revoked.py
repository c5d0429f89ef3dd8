"""SC18. The appraiser's accreditation is suspended, and the new value is lower. Parties fictional, all figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.calendar import to_date
from ledger_api.domain.coverage import Answer, LoanCheck, check_loan
from ledger_api.domain.words import Debt
from ledger_api.index import views
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import claim, valuation
from tests.scenarios.story import Done, Story, beijing

A_LICENCE: dict[str, Any] = {
    "party": "A9", "kind": "APPRAISAL_FILING", "from": beijing("2026-01-01"), "until": beijing("2036-08-02"), "authority": "P-1",
}  # fmt: skip


def test_coverage_is_unknown_until_a_new_value_calls_for_more(story: Story) -> None:
    """Suspended 2027-02-10: UNKNOWN. 17.8 m: 56.2 % > 50 %, cured by 1.1 m repaid or 2.2 m more value, in ten working days."""
    asset = halves.features(story, "P9")
    value = halves.valued(story, asset, "23600000.00", "2026-06-30", "2027-06-29", "A9")
    loan = halves.pledged(story, asset, "B9", "G9", valuation=value.number)
    story.on("2027-02-10")
    assert checked(story, loan, value).is_within is Answer.YES
    story.file("accredit", A_LICENCE | {"status": "SUSPENDED"}, "OP.both")
    (held,) = story.read(f"/v1/parties/{story.party('A9')}")["accreditations"]
    assert (held["status"], held["in_force"]) == ("SUSPENDED", False)
    assert story.read(f"/v1/attestations/{asset.entry}/{value.number}")["status"] == "suspended"
    (told,) = story.read(f"/v1/entries/{asset.entry}/securities", "B9")["data"]
    assert (told["terms"]["coverage"], told["terms"]["valuation_until"]) == ("unknown", None)
    unknown = checked(story, loan, value)
    assert (unknown.is_within, unknown.ltv, unknown.prepayment) == (Answer.UNKNOWN, None, None)
    assert checked(story, loan, value, on="2027-02-09").is_within is Answer.UNKNOWN  # as far as is known today

    story.on("2027-02-22")
    again = halves.valued(story, asset, "17800000.00", "2027-02-15", "2028-02-14", "A1")
    breach = checked(story, loan, again)
    assert (breach.is_within, breach.ltv) == (Answer.NO, 5_618)  # 56.2 %
    assert (breach.prepayment, breach.top_up) == (Decimal("1100000.00"), Decimal("2200000.00"))
    with story.office.store.read() as connection:
        calendar = views.calendar(connection, views.moment(connection))
    assert str(to_date(calendar.add(day("2027-02-22"), 10))) == "2027-03-08"

    default = {"entry": asset.entry, "security": loan.number, "event": "COVENANT", "cure_until": "2027-03-08"}
    story.file("noticeDefault", default, "B9")
    assert str(to_date(story.word(Debt, asset.entry, loan.number).cure_until)) == "2027-03-08"


def checked(story: Story, loan: halves.Loan, value: Done, on: str = "") -> LoanCheck:
    """The loan against its cap, by the facts the bank has."""
    debt: Debt = story.word(Debt, loan.entry, loan.number)
    principal = Decimal(claim(story, loan, loan.creditor)["principal"])
    return check_loan(principal, valuation(story, loan.entry, value, "P9"), debt.cap, day(on or story.today))
