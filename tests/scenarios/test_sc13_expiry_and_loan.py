"""SC13. The credential ends before the loan it stands for. Parties fictional, all figures 演示."""

from typing import Any

from ledger_api.domain.calendar import to_date
from ledger_api.domain.overlays import Overlay
from ledger_api.domain.windows import alert_days, alerted, outlasts, renewal_window
from ledger_api.domain.words import Debt, Head, Security, SecurityState
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import dates, overlay
from tests.scenarios.story import Story, beijing, document


def prolonged(story: Story) -> tuple[halves.Asset, halves.Loan]:
    """The loan of P9 is extended to 2031-12-31, its filing with it; the product is listed."""
    asset = halves.features(story, "P9")
    loan = halves.pledged(story, asset, "B9", "G9")
    terms = {"entry": asset.entry, "security": loan.number, "maturity": "2031-12-31", "cap": 5_000, "place": 330_100}
    terms |= {"claim": {"principal": halves.PRINCIPAL, "maximum": halves.MAXIMUM}}
    story.file("amendSecurity", terms, "B9.both", "P9", "G9", "X1")
    extension = {"kind": "EXTEND", "filed_at": beijing("2026-09-02", "13:00"), "until": "2034-09-01"}
    extended = halves.filing_of(loan, **extension | {"filing_number": document("DEMO-0920260902002")})
    story.file("importFiling", extended, "X1")
    story.file("verifyFiling", extended, "X1.approver")
    return asset, loan


def test_a_credential_that_ends_before_the_loan_is_told_of_three_times(story: Story) -> None:
    """Nine, six and three months before its last day; the filing outlasts the loan, the credential does not."""
    asset, loan = prolonged(story)
    ends = story.word(Head, asset.entry).until[2]
    maturity = story.word(Debt, asset.entry, loan.number).maturity
    assert (str(to_date(ends)), str(to_date(maturity))) == ("2031-08-19", "2031-12-31")
    assert not outlasts(ends, maturity)
    assert outlasts(story.word(Security, asset.entry, loan.number).until, maturity)
    assert dates(alert_days(ends)) == ["2030-11-19", "2031-02-19", "2031-05-19"]
    assert [alerted(day(each), ends) for each in ("2030-11-18", "2031-02-19", "2031-08-19")] == [0, 2, 3]
    assert dates([renewal_window(ends).first, renewal_window(ends).last]) == ["2031-02-19", "2031-08-18"]


def test_a_renewal_filed_the_day_before_the_last_keeps_the_right(story: Story) -> None:
    """The window opens on 2031-02-19; filed on 08-18 it is in time, and the right stays in force until it is decided."""
    asset, _ = prolonged(story)
    load_calendars(story)
    story.on("2031-02-18")
    refusal = story.refused("outside-renewal", "applyRenewal", renewal(asset), "P9")
    assert refusal["details"]["opens"] == day("2031-02-19")
    story.on("2031-08-18")
    case = story.file("applyRenewal", renewal(asset), "P9").number
    story.on("2031-08-20")
    assert {each["state"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]} == {"live"}
    again = halves.Asset(asset.entry, case, "P9", "X1", "", asset.applied)
    halves.accepted(story, again)
    halves.published(story, again)
    story.on("2031-08-30")
    halves.step(story, again, "completeRenewal", "X1.pair", until="2036-08-19", national=document("回执"))
    told = story.read("/v1/entries/SJ3312026080001")
    assert [(each["state"], each["until"]) for each in told["rights"]] == [("live", "2036-08-19")] * 3


def test_filed_on_the_last_day_it_is_refused_and_the_credential_lapses(story: Story) -> None:
    """Then the listing goes, licences have no basis, and the security stays: it is not deleted."""
    asset, loan = prolonged(story)
    listing = story.file("listProduct", {"entry": asset.entry, "venue": "X1", "delivery": ["API"]}, "P9", "X1").number
    licence = halves.granted(
        story, asset, "P13", "B9", **halves.RESEARCH | {"start": "2026-09-02", "end": "2031-08-19"}
    )
    load_calendars(story)
    story.on("2031-08-19")
    refusal = story.refused("outside-renewal", "applyRenewal", renewal(asset), "P9")
    assert refusal["details"]["lastDay"] == day("2031-08-18")
    assert story.read(f"/v1/licences/{asset.entry}/{licence}")["in_force"]
    story.on("2031-08-20")
    assert {each["state"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]} == {"lapsed"}
    assert overlay(story, asset.entry) == Overlay.BASIS_LAPSED | Overlay.PLEDGED
    told = story.read(f"/v1/licences/{asset.entry}/{licence}")
    assert (told["in_force"], told["basis_lapsed"]) == (False, True)

    suspending = {"entry": asset.entry, "listing": listing, "reason": "RIGHT_LAPSED"}
    story.file("suspendListing", suspending, "X1")
    story.refused("right-not-operable", "resumeListing", {"entry": asset.entry, "listing": listing}, "X1")
    selling = halves.terms_of(asset, "P13", **halves.RESEARCH | {"start": "2031-08-20", "end": "2031-12-31"})
    story.refused("right-not-operable", "grant", selling, "P9", "P13", "X1", "B9")

    assert story.word(Security, asset.entry, loan.number).state is SecurityState.PERFECTED
    (burden,) = story.read(f"/v1/entries/{asset.entry}/burdens")["data"]
    assert (burden["id"], burden["status"]) == (f"{asset.entry}/{loan.number}", "biting")


def renewal(asset: halves.Asset) -> dict[str, Any]:
    """What applies for it."""
    return {"entry": asset.entry, "holder": "P9", "registrar": "X1", "rights": halves.RIGHTS}


def load_calendars(story: Story) -> None:
    """Working days until the end of 2031 (演示: weekends only)."""
    years = [{"from": f"{year}-01-01", "until": f"{year}-12-31", "holidays": {}} for year in range(2028, 2032)]
    story.file_all([("loadCalendar", each) for each in years], "OP.both")
