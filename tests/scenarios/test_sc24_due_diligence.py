"""SC24. A merchant checks a licence by its number, now and as of the day it trained. Named parties as in the interview, 演示."""

from typing import Any

from ledger_api.domain.overlays import NOTHING
from tests.scenarios import halves
from tests.scenarios.facts import overlay
from tests.scenarios.story import Story, beijing

TRAINING = halves.RESEARCH | {"purposes": ["HUMANOID_TRAINING"], "start": "2026-09-01", "end": "2028-08-31"}


def licensed(story: Story) -> tuple[halves.Asset, int]:
    """P3's data set, licensed to P8; it is 1 September."""
    asset = halves.registered(
        story, "P3", "SJ3312026080002", name="2024年至2025年顶部视角示例数据集", origins=["COLLECTED"], form="RESOURCE"
    )
    story.on("2026-09-01")
    return asset, halves.granted(story, asset, "P8", **TRAINING)


def test_the_chain_from_licence_to_credential_is_read_without_a_key(story: Story) -> None:
    """Status and scope, right and credential, the national system's acknowledgement, depth; no freeze, nothing in the way."""
    asset, number = licensed(story)
    told = story.read(f"/v1/licences/{asset.entry}/{number}")
    assert (told["status"], told["in_force"], told["basis_lapsed"]) == ("in_force", True, False)
    assert (told["purposes"], told["actions"], told["regions"]) == (
        ["HUMANOID_TRAINING"],
        ["READ", "TRAIN"],
        halves.MAINLAND,
    )
    assert (told["parent"], told["depth"]) == (None, 0)
    entry = story.read(f"/v1/entries/{told['entry']}")
    (credential,) = entry["credentials"]
    assert (credential["number"], credential["scheme"]) == ("SJ3312026080002", "NATIONAL")
    assert story.ref(entry["rights"][2]["holder"]) == story.ref(told["licensor"]) == "P3"
    assert (overlay(story, asset.entry), entry["open_burdens"]) == (NOTHING, 0)
    anchored = next(each for each in history(story, asset) if each["event"] == "Anchored")
    assert len(anchored["details"]["national"]) == 66  # the digest of what the national system acknowledged


def test_later_it_is_proved_what_stood_on_the_training_date(story: Story) -> None:
    """Ended in November, in force on the October day it trained: the same question as of then, naming its block."""
    asset, number = licensed(story)
    path = f"/v1/licences/{asset.entry}/{number}"
    story.on("2026-10-12")
    trained = story.read(path)["as_of"]
    story.on("2026-11-02")
    story.file("end", {"entry": asset.entry, "licence": number, "reason": "MUTUAL"}, "P3", "P8")
    assert story.read(path)["status"] == "ended"
    then = story.read(path, as_of=beijing("2026-10-12", "12:00"))
    assert (then["status"], then["in_force"], then["as_of"]["block"]) == ("in_force", True, trained["block"])
    assert story.read(path, on="2026-10-12")["status"] == "in_force"  # and by what is known today, of that day


def history(story: Story, asset: halves.Asset) -> list[dict[str, Any]]:
    """Its journal."""
    found: list[dict[str, Any]] = story.read(f"/v1/entries/{asset.entry}/history", limit=200)["data"]
    return found
