"""SC8. A second lender asks whether there is headroom, and learns yes or no. Parties fictional, all figures 演示."""

from dataclasses import fields
from decimal import Decimal

from ledger_api.domain.coverage import Answer, Headroom, coverage, headroom
from ledger_api.domain.words import Debt
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import claim, valuation
from tests.scenarios.story import Done, Story

ASKED = Decimal("1000000.00")


def test_no_before_the_revaluation_and_yes_after_it_for_seven_days(story: Story) -> None:
    """23.6 m × 50 % = 11.8 m − 12.0 m < 0: no. 31.0 m: 15.5 − 12.0 = 3.5: yes."""
    asset = halves.features(story, "P9")
    first = halves.valued(story, asset, "23600000.00", "2026-06-30", "2027-06-29", "A9")
    loan = halves.pledged(story, asset, "B9", "G9", valuation=first.number)
    left, answer = asked(story, loan, first)
    assert left == Decimal("11800000.00") - Decimal("12000000.00")
    assert answer.answer is Answer.NO

    story.on("2026-09-15")
    second = halves.valued(story, asset, "31000000.00", "2026-09-10", "2027-09-09", "A9")
    superseding = {"entry": asset.entry, "attestation": first.number, "successor": second.number}
    story.file("supersedeAttestation", superseding, "A9")
    assert asked(story, loan, first)[1].answer is Answer.UNKNOWN  # no number is made of what is superseded
    left, answer = asked(story, loan, second)
    assert left == Decimal("3500000.00")
    assert (answer.answer, answer.last) == (Answer.YES, day("2026-09-22"))

    assert {each.name for each in fields(Headroom)} == {"answer", "last"}  # it has no room for an amount
    assert story.counter.get(f"/v1/filings/{loan.recorded.id}/openings", story.cast["B3"]).status_code == 404


def asked(story: Story, loan: halves.Loan, value: Done) -> tuple[Decimal | None, Headroom]:
    """What is left, and the answer B3 gets, by the facts the creditor and the holder opened."""
    cap = story.word(Debt, loan.entry, loan.number).cap
    prior = Decimal(claim(story, loan, loan.creditor)["maximum"])
    worth, today = valuation(story, loan.entry, value, "P9"), day(story.today)
    return coverage(worth, cap, [prior], today), headroom(ASKED, worth, cap, [prior], today)
