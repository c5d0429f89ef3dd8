"""SC17. The bank releases too early, and too little. Parties fictional, all figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.calendar import to_date
from ledger_api.domain.guarantee import Change, liability
from ledger_api.domain.windows import cancel_filing_due
from ledger_api.domain.words import Acknowledgement, Burden, Guarantee, Security, SecurityFlag, SecurityState
from ledger_api.index import views
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import claim
from tests.scenarios.story import Story, beijing, document

REPAID = Decimal("4000000.00")


def lent(story: Story) -> tuple[halves.Asset, halves.Loan]:
    """P9's copy of SC1's loan, perfected."""
    asset = halves.features(story, "P9")
    return asset, halves.pledged(story, asset, "B9", "G9")


def releasing(loan: halves.Loan) -> dict[str, Any]:
    """What the bank clicks."""
    return {"entry": loan.entry, "security": loan.number, "document": document("清偿证明")}


def test_without_the_guarantor_nothing_is_released(story: Story) -> None:
    """After part was repaid: the guarantor has to acknowledge, or it would lose what it relied on."""
    asset, loan = lent(story)
    story.on("2027-03-01")
    story.refused("guarantor-acknowledgement-missing", "releaseSecurity", releasing(loan), "B9.both")
    story.refused("two-persons-missing", "releaseSecurity", releasing(loan), "B9", "G9")
    assert story.word(Security, asset.entry, loan.number).state is SecurityState.PERFECTED


def test_a_release_forced_on_the_guarantor_frees_it(story: Story) -> None:
    """REDUCED by the priority lost: 80 % of the 6.0 m still owed, less what the pledge was worth to it."""
    asset, loan = lent(story)
    story.on("2027-03-01")
    owed = Decimal(claim(story, loan, "B9")["principal"]) - REPAID
    lost = min(owed, Decimal(claim(story, loan, "B9")["maximum"]))
    backing: Guarantee = story.word(Guarantee, asset.entry, loan.guarantee)
    burden: Burden = story.word(Burden, asset.entry, loan.number)
    assert burden.acks & Acknowledgement.RELEASE  # so it has to be asked
    forced = liability(owed, backing.coverage, [Change(Acknowledgement.RELEASE, lost)])
    assert (forced.full, forced.owed, forced.is_reduced) == (Decimal("4800000.00"), Decimal("0.00"), True)
    assert not liability(owed, backing.coverage, [Change(Acknowledgement.RELEASE, lost, is_consented=True)]).is_reduced
    served = beijing("2027-02-26", "16:00")
    found = {
        "issuer": "CA",
        "instrument": "JUDGMENT",
        "effective": served,
        "served": served,
        "document": document("判决书"),
    }
    ordered = {"entry": loan.entry, "security": loan.number} | found
    story.refused("pair-missing", "extinguishSecurity", ordered, "B9.both")
    story.file("extinguishSecurity", ordered, "X1.pair")
    shown = story.read(f"/v1/entries/{asset.entry}/securities")["data"]
    assert [each["status"] for each in shown] == ["extinguished"]
    assert story.word(Guarantee, asset.entry, loan.guarantee).state == backing.state  # what it owes now, it is told


def test_after_full_repayment_the_filing_goes_in_ten_working_days(story: Story) -> None:
    """Released 2027-08-31: due 2027-09-14; on day eleven the grantor escalates."""
    asset, loan = lent(story)
    story.on("2027-08-31")
    story.file("requestRelease", releasing(loan), "P9")
    story.file("releaseSecurity", releasing(loan), "B9.both", "G9")
    released: Security = story.word(Security, asset.entry, loan.number)
    assert (released.state, str(to_date(released.closed))) == (SecurityState.RELEASED, "2027-08-31")
    with story.office.store.read() as connection:
        calendar = views.calendar(connection, views.moment(connection))
    assert str(to_date(cancel_filing_due(released.closed, calendar))) == "2027-09-14"
    story.on("2027-09-14", "23:50")
    refusal = story.refused("term-running", "escalateCancellation", releasing(loan), "P9")
    assert refusal["details"]["lastDay"] == day("2027-09-14")
    story.on("2027-09-15")
    story.file("escalateCancellation", releasing(loan), "P9")
    assert story.word(Security, asset.entry, loan.number).flags & SecurityFlag.ESCALATED
    assert [each["status"] for each in story.read(f"/v1/entries/{asset.entry}/burdens")["data"]] == ["closed"]
