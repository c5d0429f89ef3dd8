"""SC1. Lianxin: a first registration, and a pledge with a policy guarantee. All figures 演示."""

from decimal import Decimal

from ledger_api.domain.calendar import to_date
from ledger_api.domain.coverage import Answer, check_loan, coverage
from ledger_api.domain.guarantee import bank_keeps_too_little, exceeds_policy, liability, period
from ledger_api.domain.overlays import Overlay
from ledger_api.domain.rank import effective_rank
from ledger_api.domain.words import Attestation, Debt, Envelope, Guarantee, GuaranteeMode, Security, SecurityState
from tests.contracts.stage.stage import day, instant
from tests.scenarios import halves
from tests.scenarios.facts import claim, interests, overlay, valuation
from tests.scenarios.story import Story, beijing, document

A_YEAR = {"start": "2026-08-20", "end": "2027-08-19"}


def test_the_data_set_is_registered_by_its_dates(story: Story) -> None:
    """Submitted 08-03, limit 08-06; accepted 08-05, review until 08-19; notice 08-12 to 08-19; credential on 08-20."""
    asset = halves.applied(story, "P1", **halves.FEATURE_TERMS)
    assert halves.clock(story, asset) == ("SUBMITTED", "acceptance", "2026-08-06")
    story.on("2026-08-05", "10:00")
    halves.accepted(story, asset)
    assert halves.clock(story, asset) == ("UNDER_REVIEW", "review", "2026-08-19")
    story.on("2026-08-12")
    halves.published(story, asset)
    assert halves.clock(story, asset) == ("NOTICE", "notice", "2026-08-19")
    story.on("2026-08-19", "23:59")
    story.refused(
        "notice-open", "anchor", halves.case_of(asset) | {"until": "2031-08-18", "national": receipt()}, "X1.pair"
    )
    story.on("2026-08-20")
    story.refused(
        "until-too-far", "anchor", halves.case_of(asset) | {"until": "2031-08-20", "national": receipt()}, "X1.pair"
    )
    asset = halves.anchored(story, asset, "SJ3312026080001")

    entry = story.read("/v1/entries/SJ3312026080001")
    assert (entry["id"], entry["name"]) == (asset.entry, halves.FEATURES)
    assert entry["label"] == {
        "code": "NATIONAL_REGISTRATION",
        "terms": {"zh": "国家登记", "en": "Registered nationally"},
    }
    assert [(each["right"], each["state"], story.ref(each["holder"]), each["until"]) for each in entry["rights"]] == [
        (right, "live", "P1", "2031-08-19") for right in halves.RIGHTS
    ]
    assert (entry["origins"], entry["limits"]) == (["COLLECTED", "DERIVED"], ["NO_RESALE", "NO_CROSS_BORDER"])
    assert entry["sensitivity"] == []  # anonymised
    assert story.opened(asset.applied, "P1") == {
        "rows": 32_000_000, "bytes": "4.6 TB", "update": "每月", "personal": "PI_ANONYMISED",
    }  # fmt: skip
    before = story.read(f"/v1/entries/{asset.entry}", as_of="2026-08-19T12:00:00+08:00")
    assert not before["is_registered"]
    assert {each["state"] for each in before["rights"]} == {"empty"}


def test_the_review_may_be_extended_once_by_ten_working_days(story: Story) -> None:
    """Until 09-02."""
    asset = halves.applied(story, "P1", **halves.FEATURE_TERMS)
    story.on("2026-08-05", "10:00")
    halves.accepted(story, asset)
    halves.step(story, asset, "extend", "X1.approver", days=10, reason="HUGE_VOLUME")
    assert halves.clock(story, asset) == ("UNDER_REVIEW", "review", "2026-09-02")
    story.refused(
        "already-extended", "extend", halves.case_of(asset) | {"days": 1, "reason": "HUGE_VOLUME"}, "X1.approver"
    )


def test_the_loan_ranks_from_its_filing_and_not_from_the_ledger(story: Story) -> None:
    """Recorded on 08-31 without rank; filed on 09-02 10:31:22: perfected, rank 1, and PLEDGED for everybody to see."""
    asset = halves.features(story)
    compliance = halves.opinion(story, asset, "COMPLIANCE", "A2", "2026-07-20", "2027-07-19")
    quality = halves.opinion(
        story, asset, "QUALITY", "A3", "2026-08-20", "2027-08-19", "STATED", score="96.2", of="100"
    )
    value = halves.valued(story, asset, "23600000.00", "2026-06-30", "2027-06-29")
    for number, base in (
        (compliance.number, "2026-07-20"),
        (quality.number, "2026-08-20"),
        (value.number, "2026-06-30"),
    ):
        assert story.word(Attestation, asset.entry, number).base == day(base)
    assert story.opened(quality, "P1") == {"score": "96.2", "of": "100"}
    assert story.opened(value, "P1") == {"amount": "23600000.00", "method": "收益法"}
    licences = [halves.granted(story, asset, each, **halves.RESEARCH | A_YEAR) for each in ("P3", "P4", "P6")]
    live = [each["id"] for each in story.read(f"/v1/entries/{asset.entry}/licences")["data"] if each["in_force"]]
    assert live == [f"{asset.entry}/{each}" for each in licences]  # what the snapshot's root is of

    loan = halves.lent(story, asset, valuation=value.number, snapshot=halves.snapshot(story, asset))
    found = story.word(Security, asset.entry, loan.number)
    assert found.state is SecurityState.RECORDED
    assert [each.is_perfected for each in effective_rank(interests(story, asset.entry), story.stage.now)] == [False]
    assert not overlay(story, asset.entry) & Overlay.PLEDGED

    story.on("2026-09-02", "10:31")
    story.refused("filing-not-valid", "importFiling", halves.filing_of(loan), "X1")  # it is not filed yet
    story.on("2026-09-02", "14:00")
    story.file("importFiling", halves.filing_of(loan), "X1")
    assert not overlay(story, asset.entry) & Overlay.PLEDGED  # one person's word is none
    story.refused("verifier-missing", "perfect", halves.filing_of(loan), "X1")
    story.file("perfect", halves.filing_of(loan), "X1.approver")
    found = story.word(Security, asset.entry, loan.number)
    assert (found.state, found.filed_at, found.until) == (
        SecurityState.PERFECTED, instant("2026-09-02", "10:31") + 22, day("2029-09-01"),
    )  # fmt: skip
    (ranked,) = effective_rank(interests(story, asset.entry), story.stage.now)
    assert (ranked.number, ranked.place, ranked.is_perfected) == (loan.number, 1, True)
    assert overlay(story, asset.entry) & Overlay.PLEDGED

    figures = claim(story, loan, "B1")
    assert (figures["principal"], figures["maximum"]) == ("10000000.00", "12000000.00")
    assert (figures["from"], figures["until"]) == ("2026-09-01", "2027-08-31")
    debt = story.word(Debt, asset.entry, loan.number)
    assert (str(to_date(debt.maturity)), debt.cap, debt.valuation) == ("2027-08-31", 5_000, value.number)
    checked = check_loan(
        Decimal(figures["principal"]), valuation(story, asset.entry, value, "P1"), debt.cap, day("2026-09-02")
    )
    assert (checked.is_within, checked.ltv) == (Answer.YES, 4_237)  # 42.4 %
    left = coverage(valuation(story, asset.entry, value, "P1"), debt.cap, [], day("2026-09-02"))
    assert left == Decimal("11800000.00")

    backing = story.word(Guarantee, asset.entry, loan.guarantee)
    assert (backing.mode, backing.coverage) == (GuaranteeMode.JOINT_SEVERAL, 8_000)
    assert period(debt.maturity, backing.until).last == day("2030-08-31")  # three years after maturity
    owed = liability(Decimal(figures["principal"]), backing.coverage)
    assert (owed.owed, bank_keeps_too_little(10_000 - backing.coverage)) == (Decimal("8000000.00"), False)
    assert exceeds_policy(Decimal(figures["principal"]), Decimal(500000000)) is False

    standing = story.word(Envelope, asset.entry, loan.number)
    assert (standing.months, standing.cap) == (12, 20)
    assert [each["kind"] for each in story.read(f"/v1/entries/{asset.entry}/burdens")["data"]] == ["SECURITY"]


def test_the_envelope_lets_ordinary_licences_pass_and_asks_for_the_rest(story: Story) -> None:
    """Non-exclusive, up to twelve months, for research or model training, in China only; the rest case by case."""
    asset = halves.features(story)
    loan = halves.pledged(story, asset)
    within = halves.RESEARCH | {"start": "2026-09-02", "end": "2027-09-01"}
    halves.granted(story, asset, "P3", **within)
    halves.granted(story, asset, "P4", **within | {"purposes": ["MODEL_TRAINING"]})
    signers = ("P1", "P6", "X1")
    for beyond in (
        {"end": "2027-09-02"},
        {"purposes": ["RESEARCH", "CREDIT_RISK"]},
        {"regions": None},
        {"kind": "EXCLUSIVE", "purposes": ["TEACHING"]},
    ):
        refusal = story.refused("burdened", "grant", halves.terms_of(asset, "P6", **within | beyond), *signers)
        assert refusal["blocking"] == [f"{asset.entry}/{loan.number}"]
    transfer = {
        "entry": asset.entry,
        "transferor": "P1",
        "transferee": "P6",
        "registrar": "X1",
        "rights": halves.RIGHTS,
    }
    case = story.file("applyTransfer", transfer, "P1", "P6").number
    story.file("accept", {"entry": asset.entry, "case": case}, "X1")
    story.file("publish", {"entry": asset.entry, "case": case, "rights": halves.RIGHTS}, "X1.pair")
    story.on("2026-09-10")
    completing = {"entry": asset.entry, "case": case, "national": receipt()}
    story.refused("burdened", "completeTransfer", completing, "X1.pair", "P6")


def test_the_bank_reads_all_and_another_bank_existence_rank_and_period_only(story: Story) -> None:
    """B1's openings show the amounts; to B2 the filing is not there, and the register shows no amount anywhere."""
    asset = halves.features(story)
    loan = halves.pledged(story, asset)
    assert claim(story, loan, "B1")["maximum"] == "12000000.00"
    assert story.counter.get(f"/v1/filings/{loan.recorded.id}", story.cast["B2"]).status_code == 404
    assert story.counter.get(f"/v1/filings/{loan.recorded.id}/openings", story.cast["B2"]).status_code == 404
    (own,) = story.read(f"/v1/entries/{asset.entry}/burdens", "B1")["data"]
    assert (own["kind"], story.ref(own["party"]), own["recorded_on"]) == ("SECURITY", "B1", "2026-08-31")
    (seen,) = story.read(f"/v1/entries/{asset.entry}/burdens", "B2")["data"]
    assert (seen["kind"], seen["recorded_on"]) == ("SECURITY", "2026-08-31")
    (theirs,) = story.read(f"/v1/entries/{asset.entry}/securities", "B2")["data"]
    assert (theirs["status"], theirs["rank"]["places"], theirs["label"]["code"]) == (
        "perfected",
        [1],
        "STATUTORY_FILING",
    )
    assert (theirs["filed_at"], theirs["until"]) == ("2026-09-02T02:31:22Z", "2029-09-01")
    assert (theirs["terms"], theirs["recorded"]) == (None, None)
    (mine,) = story.read(f"/v1/entries/{asset.entry}/securities", "B1")["data"]
    assert (story.ref(mine["terms"]["creditor"]), mine["terms"]["coverage"]) == ("B1", "unknown")
    assert mine["recorded"]["debt"]["maturity"] == "2027-08-31"
    assert not mine["terms"]["licences_proven_exhaustive"]  # rule 83
    (ranked,) = effective_rank(interests(story, asset.entry), story.stage.now)
    assert (ranked.place, ranked.maximum) == (1, None)
    assert str(to_date(story.word(Security, asset.entry, loan.number).until)) == "2029-09-01"
    public = story.counter.get(f"/v1/entries/{asset.entry}/history", story.cast["B2"], limit=200).text
    assert not [figure for figure in claim(story, loan, "B1").values() if f'"{figure}"' in public]


def receipt() -> dict[str, str]:
    """What the national system answered (演示)."""
    return {"reference": "演示", "received_at": beijing("2026-08-20", "08:30"), "document": document("回执")}
