"""SC25. A frame contract is replaced: the licence ends, its data are deleted, it is closed. Parties fictional, all figures 演示."""

from tests.scenarios import halves
from tests.scenarios.story import Story, beijing, document


def test_the_licence_ends_at_once_and_closes_with_the_certificate(story: Story) -> None:
    """TERMINATED by both; the next read says so; the certificate of day 28 closes it."""
    asset = halves.features(story, "P9")
    story.on("2026-09-01")
    number = halves.granted(story, asset, "P13", **halves.RESEARCH | {"start": "2026-09-01", "end": "2027-08-31"})
    where = {"entry": asset.entry, "licence": number}
    path = f"/v1/licences/{asset.entry}/{number}"
    story.on("2026-11-02", "10:00")
    assert (story.read(path)["status"], story.read(path)["in_force"]) == ("in_force", True)
    story.refused("assent-missing", "end", where | {"reason": "MUTUAL"}, "P9")
    done = story.file("end", where | {"reason": "MUTUAL"}, "P9", "P13")
    told = story.read(path, at_least_block=done.block)  # what a connector asks before each transfer
    assert (told["status"], told["in_force"], told["end"]) == ("ended", False, "2026-11-02")
    assert told["as_of"]["time"] == "2026-11-02T02:00:00Z"
    assert story.read(path, as_of=beijing("2026-11-02", "09:59"))["in_force"]
    assert told["delete_within_days"] == 30

    story.refused("assent-missing", "close", where | {"document": document("删除证明")}, "P9")
    story.refused("digest-missing", "close", where, "P13")
    story.on("2026-11-30")  # day 28
    story.file("close", where | {"document": document("删除证明")}, "P13")
    assert story.read(path)["status"] == "closed"
    assert [each["event"] for each in story.read(path)["history"]] == [
        "LicenceGranted",
        "LicenceEnded",
        "LicenceClosed",
    ]
    assert story.read(f"/v1/entries/{asset.entry}")["open_licences"] == 0
