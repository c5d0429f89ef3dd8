"""SC22. A registrar leaves and hands over to a successor. Registrars and parties fictional, all figures 演示."""

from typing import Any

from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing, document

HANDED: dict[str, Any] = {
    "registrar": "X9", "successor": "X8", "authority": "R9", "cases": 37, "credentials": 1_214, "root": document("移交清单根"),
}  # fmt: skip
ALL = ("X9.approver", "X9.approver2", "X8.approver", "X8.approver2", "R9.both")


def test_cases_and_credentials_go_to_the_successor(story: Story) -> None:
    """EXITING 2027-01-04, six months at least; 37 cases and 1,214 credentials by one root; renewals go to the successor."""
    asset = halves.applied(story, "P9", "X9", **halves.FEATURE_TERMS)
    story.on("2026-08-05", "10:00")
    halves.accepted(story, asset)
    story.on("2026-08-12")
    halves.published(story, asset)
    story.on("2026-08-20")
    asset = halves.anchored(story, asset, "SJ3312026080001", "2027-12-31")
    before = story.read(f"/v1/entries/{asset.entry}")

    story.on("2027-01-04")
    announcing = {
        "party": "X9", "kind": "REGISTRAR_CATALOGUE", "status": "EXITING", "from": beijing("2026-01-01"),
        "until": beijing("2036-08-02"), "authority": "P-1",
    }  # fmt: skip
    story.refused("not-exiting", "handOver", HANDED, *ALL)
    story.file("accredit", announcing, "OP.both")
    assert catalogue(story, "X9")["status"] == "EXITING"
    story.on("2027-07-03")
    refusal = story.refused("hand-over-too-early", "handOver", HANDED, *ALL)
    assert refusal["details"]["earliest"] == day("2027-07-04")
    story.on("2027-07-05")
    story.refused("two-persons-missing", "handOver", HANDED, *ALL[:-1], "R9")
    done = story.file("handOver", HANDED, *ALL)
    assert "37 件未结案件、1214 份凭证" in done.sentences[0]
    assert (catalogue(story, "X9")["status"], story.ref(catalogue(story, "X9")["successor"])) == ("HANDED_OVER", "X8")

    after = story.read(f"/v1/entries/{asset.entry}")
    assert (after["credentials"], after["rights"]) == (before["credentials"], before["rights"])
    assert story.read("/v1/entries/SJ3312026080001")["id"] == asset.entry
    renewing = {"entry": asset.entry, "holder": "P9", "rights": halves.RIGHTS}
    story.refused("not-accredited", "applyRenewal", renewing | {"registrar": "X9"}, "P9")
    number = story.file("applyRenewal", renewing | {"registrar": "X8"}, "P9").number
    again = halves.Asset(asset.entry, number, "P9", "X8", "", asset.applied)
    story.refused("assent-missing", "accept", halves.case_of(again), "X9")
    halves.accepted(story, again)
    halves.published(story, again)
    story.on("2027-07-20")
    story.file(
        "completeRenewal", halves.case_of(again) | {"until": "2032-12-31", "national": document("回执")}, "X8.pair"
    )
    assert {each["until"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]} == {"2032-12-31"}

    story.file("accredit", announcing | {"status": "EXITED"}, "OP.both")
    assert story.ref(catalogue(story, "X9")["successor"]) == "X8"


def catalogue(story: Story, ref: str) -> dict[str, Any]:
    """Where it stands in the catalogue of registrars."""
    held = story.read(f"/v1/parties/{story.party(ref)}")["accreditations"]
    return next(each for each in held if each["kind"] == "REGISTRAR_CATALOGUE")
