"""SC10. A co-developer objects in the notice; the rights are split, and joined when it consents. Parties fictional, all 演示."""

from ledger_api.domain.words import Basis
from tests.scenarios import halves
from tests.scenarios.story import Story


def test_the_rights_are_split_and_the_co_developers_consent_brings_the_rest(story: Story) -> None:
    """Notice 08-12 to 08-19, objection 08-14, decided by 08-28: HOLD and USE pass, OPERATE with P12's consent."""
    asset = halves.applied(story, "P9", **halves.FEATURE_TERMS)
    story.on("2026-08-05", "10:00")
    halves.accepted(story, asset)
    story.on("2026-08-12")
    halves.published(story, asset)
    story.on("2026-08-14")
    objecting = halves.case_of(asset) | {
        "objector": "P12",
        "ground": "OWNERSHIP",
        "evidence": halves.document("融合开发合同"),
    }
    objection = story.file("objectInNotice", objecting, "P12").number
    (told,) = story.read(f"/v1/entries/{asset.entry}/objections")["data"]
    assert (told["phase"], told["state"], story.ref(told["objector"])) == ("NOTICE", "FILED", "P12")
    assert (told["filed_on"], told["due"]) == ("2026-08-14", "2026-08-28")

    story.on("2026-08-20")
    anchoring = halves.case_of(asset) | {"until": "2031-08-19", "national": halves.document("回执")}
    story.refused("objections-open", "anchor", anchoring, "X1.pair")
    case = story.read(f"/v1/cases/{asset.entry}/{asset.case}")
    assert (case["open_objections"], case["may_be_anchored"]) == (1, False)
    assert case["clock"]["code"] == "notice"  # the review's ten working days stand still

    story.on("2026-08-28")
    deciding = {"entry": asset.entry, "objection": objection, "conclusion": "PARTLY", "rights": ["HOLD", "USE"]}
    story.file("resolveInNotice", deciding, "X1.pair")
    (told,) = story.read(f"/v1/entries/{asset.entry}/objections")["data"]
    assert (told["state"], told["conclusion"], told["overdue"]) == ("RESOLVED", "PARTLY", False)
    halves.anchored(story, asset, "SJ3312026080001")
    assert states(story, asset) == ["live", "live", "empty"]

    fused = halves.FEATURE_TERMS | {"origins": ["COLLECTED", "FUSED"], "bases": ["COMPLIANCE_OPINION"]}
    asking = {"entry": asset.entry, "registrar": "X1", "rights": ["OPERATE"], "summary": "演示"} | fused
    refusal = story.refused("basis-missing", "submit", asking, "P9")
    assert refusal["details"]["basis"] == Basis.CONTRACT_ALLOCATES | Basis.PARTICIPANTS_CONSENT
    consented = asking | {"bases": ["COMPLIANCE_OPINION", "PARTICIPANTS_CONSENT", "SOURCE_RIGHT"]}
    case = story.file("submit", consented, "P9").number
    again = halves.Asset(asset.entry, case, "P9", "X1", "", asset.applied)
    halves.accepted(story, again)
    halves.published(story, again, ["OPERATE"])
    story.on("2026-09-05")
    halves.anchored(story, again, "SJ3312026090001", "2031-08-27")
    assert states(story, asset) == ["live", "live", "live"]


def states(story: Story, asset: halves.Asset) -> list[str]:
    """HOLD, USE, OPERATE."""
    return [each["state"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]]
