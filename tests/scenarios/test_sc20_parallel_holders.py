"""SC20. A toll operator and a navigation firm hold OPERATE on the same trajectories side by side. Parties fictional, 演示."""

from typing import Any

from tests.scenarios import halves
from tests.scenarios.story import Story

TRAJECTORIES: dict[str, Any] = {
    "name": "2024年至2025年浙江省高速公路车辆轨迹数据集",
    "content": "sha256:" + "20" * 32,
    "origins": ["COLLECTED"],
    "form": "RESOURCE",
}
EXCLUSIVE = halves.RESEARCH | {"kind": "EXCLUSIVE", "purposes": ["TRAFFIC"], "start": "2026-09-03", "end": "2027-09-02"}


def test_each_sees_the_other_and_neither_is_blocked(story: Story) -> None:
    """The bank pledged on one sees one parallel holder; the other's exclusive licence is recorded all the same."""
    toll, navigation = (halves.applied(story, each, **TRAJECTORIES) for each in ("P14", "P12"))
    assert toll.entry != navigation.entry
    story.on("2026-08-05", "10:00")
    for each in (toll, navigation):
        halves.accepted(story, each)
    story.on("2026-08-12")
    for each in (toll, navigation):
        halves.published(story, each)
    story.on("2026-08-20")
    halves.anchored(story, toll, "SJ3312026080005")
    assert story.read(f"/v1/entries/{toll.entry}")["parallel"] == []
    halves.anchored(story, navigation, "SJ3312026080006")
    loan = halves.pledged(story, toll, "B9", "G9")

    seen = story.read(f"/v1/entries/{toll.entry}", "B9")
    assert (seen["parallel"], len(seen["parallel"])) == ([navigation.entry], 1)  # parallelCount = 1
    assert story.read(f"/v1/entries/{navigation.entry}")["parallel"] == [toll.entry]
    assert {each["state"] for each in seen["rights"]} == {"live"}

    story.on("2026-09-03")
    mine = story.refused("burdened", "grant", halves.terms_of(toll, "P13", **EXCLUSIVE), "P14", "P13", "X1")
    assert mine["blocking"] == [f"{toll.entry}/{loan.number}"]
    number = halves.granted(story, navigation, "P13", **EXCLUSIVE)
    told = story.read(f"/v1/licences/{navigation.entry}/{number}")
    assert (told["kind"], told["status"]) == ("EXCLUSIVE", "in_force")
    assert [each["kind"] for each in story.read(f"/v1/entries/{toll.entry}/burdens")["data"]] == ["SECURITY"]
