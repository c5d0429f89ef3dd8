"""SC14. Two courts freeze one right, the second behind the first. Parties fictional, all figures 演示."""

from typing import Any

from ledger_api.domain.overlays import Overlay
from ledger_api.domain.rank import effective_rank
from ledger_api.domain.words import Burden, BurdenState, CrystallisationCause, Security
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.facts import interests, overlay
from tests.scenarios.story import Story, beijing

OTHER: dict[str, Any] = halves.FEATURE_TERMS | {"name": "2022年至2026年示例运营指标数据集"}
MAXIMUM: dict[str, Any] = {
    "claim_type": "MAX_AMOUNT", "window_from": "2026-09-01", "window_until": "2027-08-31",
    "claim": {"maximum": "3000000.00"},
}  # fmt: skip


def test_the_second_order_runs_when_the_first_is_lifted(story: Story) -> None:
    """A 2026-11-02 for three years, B queued 11-10, A lifted 12-01; B runs, and a licence of 11-05 is refused."""
    pledged = halves.applied(story, "P9", **halves.FEATURE_TERMS)
    asset = halves.applied(story, "P9", **OTHER)
    story.on("2026-08-05", "10:00")
    for each in (pledged, asset):
        halves.accepted(story, each)
    story.on("2026-08-12")
    for each in (pledged, asset):
        halves.published(story, each)
    story.on("2026-08-20")
    pledged = halves.anchored(story, pledged, "SJ3312026080001")
    asset = halves.anchored(story, asset, "SJ3312026080002")
    first = halves.pledged(story, pledged, "B9", "G9")
    maximum = halves.recorded(story, asset, "L9", **MAXIMUM)
    untouched = story.read(f"/v1/entries/{pledged.entry}/burdens")["data"]

    story.on("2026-11-02")
    one = imposed(story, asset, "CA")
    assert burden(story, asset, one).until == day("2029-11-01")
    assert overlay(story, asset.entry) == Overlay.FROZEN
    story.on("2026-11-03")
    fixing = {"entry": asset.entry, "security": maximum.number, "cause": CrystallisationCause.SEIZURE_NOTIFIED.name}
    story.file("crystallise", fixing, "L9")
    assert story.word(Security, asset.entry, maximum.number).crystallised == day("2026-11-03")

    story.on("2026-11-05")
    licence = halves.terms_of(asset, "P13", **halves.RESEARCH | {"start": "2026-11-05", "end": "2027-11-04"})
    signers = ("P9", "P13", "X1", "L9")
    assert story.refused("burdened", "grant", licence, *signers)["blocking"] == [f"{asset.entry}/{one}"]
    story.on("2026-11-10")
    two = imposed(story, asset, "CB")
    assert burden(story, asset, two).state is BurdenState.QUEUED

    queued = story.read(f"/v1/burdens/{asset.entry}/{two}")
    assert (queued["status"], queued["queue_place"], queued["runs_days"]) == ("queued", 1, 1_096)

    story.on("2026-12-01")
    story.refused("earlier-order-unclosed", "promote", {"entry": asset.entry, "burden": two}, "P13")
    story.file("lift", {"entry": asset.entry, "burden": one} | order(story, "CA"), "X1.pair")
    assert story.refused("burdened", "grant", licence, *signers)["blocking"] == [f"{asset.entry}/{two}"]
    story.file("promote", {"entry": asset.entry, "burden": two}, "P13")
    found = burden(story, asset, two)
    assert (found.state, found.until) == (BurdenState.OPEN, day("2029-11-30"))
    assert overlay(story, asset.entry) == Overlay.FROZEN
    assert story.refused("burdened", "grant", licence, *signers)["blocking"] == [f"{asset.entry}/{two}"]

    assert story.read(f"/v1/entries/{pledged.entry}/burdens")["data"] == untouched
    (ranked,) = effective_rank(interests(story, pledged.entry), story.stage.now)
    assert (ranked.number, ranked.place, ranked.is_perfected) == (first.number, 1, True)
    assert overlay(story, pledged.entry) == Overlay.PLEDGED
    long_ago = story.read(f"/v1/entries/{asset.entry}/burdens", as_of=beijing("2026-11-12"))["data"]
    assert [each["id"].partition("/")[2] for each in long_ago] == [str(maximum.number), str(one), str(two)]


def imposed(story: Story, asset: halves.Asset, court: str) -> int:
    """A freeze of all rights for three years; its number."""
    freezing = {"entry": asset.entry, "kind": "COURT_ORDER", "rights": halves.RIGHTS, "term": 1_096}
    return story.file("impose", freezing | order(story, court), "X1.pair").number


def order(story: Story, court: str) -> dict[str, Any]:
    """An order to assist, effective and served today."""
    moment = beijing(story.today, "08:00")
    return {"issuer": court, "instrument": "ORDER", "effective": moment, "served": moment}


def burden(story: Story, asset: halves.Asset, number: int) -> Burden:
    """A burden's word."""
    found: Burden = story.word(Burden, asset.entry, number)
    return found
