"""SC11. An objection to a registered and pledged right, and an award that corrects it. Parties fictional, all figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.overlays import Overlay
from ledger_api.domain.rank import effective_rank
from ledger_api.domain.words import Debt
from tests.scenarios import halves
from tests.scenarios.facts import claim, interests, overlay
from tests.scenarios.story import Story, beijing, document

CHANGED: dict[str, Any] = {
    "origins": ["COLLECTED", "DERIVED"], "bases": ["SOURCE_RIGHT", "COMPLIANCE_OPINION"], "form": "RESOURCE",
    "limits": ["NO_RESALE", "NO_CROSS_BORDER"], "application": {"time_span": "2020年至2026年"},
}  # fmt: skip
"""The time span corrected, everything else as it was."""


def test_the_award_corrects_the_time_span_and_the_rights_stand(story: Story) -> None:
    """Complete 2026-10-12, told by 10-19, DISPUTED; tranche 2 is blocked; 变更 by award, and the whole story in the journal."""
    asset = halves.features(story, "P9")
    loan = halves.pledged(story, asset, "B9", "G9")
    begins = story.read(f"/v1/entries/{asset.entry}")["lines"]

    story.on("2026-10-12")
    objecting = {"entry": asset.entry, "objector": "P12", "rights": halves.RIGHTS, "ground": "ERROR"}
    about = {"entry": asset.entry, "objection": story.file("object", objecting, "P12").number}
    story.file("complete", about, "X1.pair")
    (told,) = story.read(f"/v1/entries/{asset.entry}/objections")["data"]
    assert (told["state"], told["completed_on"], told["due"]) == ("COMPLETE", "2026-10-12", "2026-10-19")
    assert overlay(story, asset.entry) == Overlay.DISPUTED | Overlay.PLEDGED
    story.on("2026-10-19", "17:00")
    story.file("notifyHolder", about, "X1")
    both = [
        ("noteEntry", {"entry": asset.entry, "kind": "NOTIFICATION", "about": about["objection"], "party": ref})
        for ref in ("B9", "G9")
    ]
    story.file_all(both, "X1.pair")

    # Tranche 2: the bank would raise what is secured, or another would lend; the dispute stands in the way.
    tranche = {"entry": asset.entry, "creditor": "B9", "debtor": "P9"} | halves.PLEDGE | {"claim": {"tranche": 2}}
    refusal = story.refused("burdened", "recordSecurity", tranche, "P9", "B9", "X1")
    assert refusal["blocking"] == [f"{asset.entry}/{about['objection']}"]
    seen = story.read(f"/v1/entries/{asset.entry}/burdens", "B9")["data"]
    assert [(each["kind"], each["status"]) for each in seen] == [("SECURITY", "biting"), ("DISPUTE", "biting")]

    story.file("respond", about | {"response": "CONTEST"}, "P9")
    story.on("2026-10-26")
    story.file("conclude", about | {"conclusion": "PARTLY"}, "X1.pair")
    story.file("rejectConclusion", about | {"side": ["HOLDER"]}, "P9")
    story.on("2026-11-09")
    story.file("litigate", about | {"side": ["OBJECTOR"]}, "P12")

    story.on("2026-12-14")
    asking = {"entry": asset.entry, "holder": "P9", "registrar": "X1", "rights": halves.RIGHTS} | CHANGED
    case = halves.Asset(asset.entry, story.file("applyChange", asking, "P9").number, "P9", "X1", "", asset.applied)
    halves.accepted(story, case)
    halves.published(story, case)
    story.on("2026-12-28")
    completing = halves.case_of(case) | {"national": document("回执")}
    story.refused("burdened", "completeChange", completing, "X1.pair")
    story.file("completeChange", completing, "X1.pair", "B9")
    award = {
        "issuer": "CM",
        "instrument": "AWARD",
        "effective": beijing("2026-12-11", "10:00"),
        "served": beijing("2026-12-11", "10:00"),
    }
    story.file("resolveByOrder", about | award | {"outcome": "CHANGED", "change": case.case}, "X1.pair")

    (told,) = story.read(f"/v1/entries/{asset.entry}/objections")["data"]
    assert told["state"] == "RESOLVED"
    entry = story.read(f"/v1/entries/{asset.entry}")
    assert [(each["state"], story.ref(each["holder"])) for each in entry["rights"]] == [("live", "P9")] * 3
    assert overlay(story, asset.entry) == Overlay.PLEDGED  # DISPUTED is gone
    (ranked,) = effective_rank(interests(story, asset.entry), story.stage.now)
    assert (ranked.number, ranked.place) == (loan.number, 1)
    assert Decimal(claim(story, loan, "B9")["maximum"]) == Decimal("12000000.00")
    assert story.word(Debt, asset.entry, loan.number).guarantee == loan.guarantee

    history = story.read(f"/v1/entries/{asset.entry}/history", "B9", limit=200)["data"]
    assert [each["number"] for each in history] == list(range(1, len(history) + 1))  # nothing is left out
    assert [each["event"] for each in history[begins:]] == [
        "Objected", "ObjectionCompleted", "HolderNotified", "EntryNoted", "EntryNoted", "ObjectionAnswered", "ObjectionConcluded",
        "ConclusionRejected", "ObjectionLitigated", "ChangeApplied", "Accepted", "Published", "Changed", "ObjectionResolvedByOrder",
    ]  # fmt: skip
