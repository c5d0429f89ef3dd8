"""SC16. Nobody bids in two rounds, and a court hands the right over to be managed. Parties fictional but D1, all figures 演示."""

from decimal import Decimal
from math import ceil
from typing import Any

from ledger_api.domain.money import share
from ledger_api.domain.words import (
    Debt,
    Enforcement,
    EnforcementMethod,
    EnforcementState,
    Management,
    Security,
    SecurityState,
)
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing, document

OWED = Decimal("10370500.00")
A_MONTH = Decimal("260000.00")
MANAGED_UNTIL = "2031-08-19"


def ruling(story: Story) -> dict[str, Any]:
    """Of court A, effective and served today."""
    moment = beijing(story.today, "08:00")
    return {
        "issuer": "CA",
        "instrument": "RULING",
        "effective": moment,
        "served": moment,
        "ruling": document("裁定"),
    }


def defaulted(story: Story) -> tuple[halves.Asset, halves.Loan]:
    """P9's pledge to B9, with D1 to take over; in default since 2027-09-01, not cured by 09-30; it is 8 October 2027."""
    asset = halves.features(story, "P9")
    story.on("2026-08-31")
    loan = halves.recorded(story, asset, "B9", takeover="D1")
    story.on("2026-09-02", "14:00")
    halves.filed(story, loan, asset)
    story.on("2027-09-01")
    default = {"entry": asset.entry, "security": loan.number, "event": "PAYMENT", "cure_until": "2027-09-30"}
    story.file("noticeDefault", default, "B9")
    story.on("2027-10-08")
    return asset, loan


def auctioned(story: Story, asset: halves.Asset, loan: halves.Loan) -> dict[str, Any]:
    """Opened, told to all, valued at 23.6 m for disposal, and by a court's ruling to be auctioned."""
    where: dict[str, Any] = {"entry": asset.entry}
    opening = where | {"security": loan.number, "trigger": "DEFAULT"}
    where |= {"enforcement": story.file("openEnforcement", opening, "B9.both", "X1").number}
    story.file("noticeEnforcement", where, "B9")
    terms = {
        "entry": asset.entry, "kind": "VALUATION", "attestor": "A9", "purpose": "DISPOSAL", "headline": "STATED",
        "rights": halves.RIGHTS, "base": "2027-09-30", "until": "2028-09-28", "withheld": {"amount": "23600000.00"},
    }  # fmt: skip
    value = story.file("attest", terms, "A9.both", "P9")
    story.file("valueEnforcement", where | {"valuation": value.number}, "B9")
    worth = Decimal(story.opened(value, "P9")["amount"])
    assert [share(worth, bps) for bps in (7_000, 5_600)] == [Decimal("16520000.00"), Decimal("13216000.00")]
    story.on("2027-10-15")
    story.file("setMethod", where | {"method": "AUCTION", "basis": "COURT"} | ruling(story), "X1.pair")
    return where


def test_the_right_is_managed_until_all_is_paid_and_returns(story: Story) -> None:
    """Rounds at 70 % and 56 % fail; D1 licenses at 260,000 a month; applied monthly, forty months pay 10,370,500."""
    asset, loan = defaulted(story)
    where = auctioned(story, asset, loan)
    failing = where | {"reason": "NO_BID"}
    story.file("failRound", failing | {"held": story.today}, "X1.pair")
    managing = where | {"method": "COMPULSORY_LICENSING", "basis": "COURT"}
    story.refused("rounds-missing", "setMethod", managing | ruling(story), "X1.pair")
    story.on("2027-11-05")
    story.file("failRound", failing | {"held": story.today}, "X1.pair")
    story.file("setMethod", managing | ruling(story), "X1.pair")
    found: Enforcement = story.word(Enforcement, asset.entry, where["enforcement"])
    assert (found.rounds, found.method) == (2, EnforcementMethod.COMPULSORY_LICENSING)
    debt: Debt = story.word(Debt, asset.entry, loan.number)
    assert debt.takeover == story.cast["D1"].number
    story.file("takeOver", where | {"operator": "D1", "until": MANAGED_UNTIL}, "X1.pair", "D1")

    terms = halves.RESEARCH | {"start": story.today, "end": MANAGED_UNTIL, "fee": {"per_month": str(A_MONTH)}}
    licence = halves.terms_of(asset, "P13", **terms)
    story.refused("assent-missing", "grant", licence, "P9", "P13", "X1", "B9")  # its holder grants nothing meanwhile
    granted = story.file("grant", licence, "D1", "P13", "X1", "B9")
    monthly = Decimal(story.opened(granted, "P13")["per_month"])
    left = OWED
    for month in ("2027-12", "2028-01", "2028-02"):  # the others are like these
        left -= monthly
        story.on(f"{month}-05")
        income = {"income": str(monthly), "applied": str(monthly), "left": str(left)}
        done = story.file("reportIncome", where | {"until": f"{month}-01", "income": income}, "D1", "B9")
        assert story.opened(done, "B9")["left"] == str(left)
    assert left == OWED - 3 * monthly
    assert ceil(OWED / monthly) == 40
    management: Management = story.word(Management, asset.entry)
    assert (management.operator, management.through) == (story.cast["D1"].number, day("2028-02-01"))

    story.on("2031-03-05")
    story.file("reportIncome", where | {"until": "2031-03-01", "income": {"left": "0.00"}}, "D1", "B9")
    story.file_all([("returnRight", where), ("endEnforcement", where | {"reason": "SATISFIED"})], "X1.pair", "B9.both")
    assert story.word(Enforcement, asset.entry, where["enforcement"]).state is EnforcementState.ENDED
    assert story.word(Security, asset.entry, loan.number).state is SecurityState.REALISED
    entry = story.read(f"/v1/entries/{asset.entry}")
    assert [(each["state"], story.ref(each["holder"])) for each in entry["rights"]] == [("live", "P9")] * 3
    story.file("end", {"entry": asset.entry, "licence": granted.number, "reason": "MUTUAL"}, "P9", "P13")
