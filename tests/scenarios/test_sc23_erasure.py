"""SC23. A signer leaves and asks to be forgotten: what can be opened goes, what was signed stays. Parties fictional, 演示."""

from tests.scenarios import halves
from tests.scenarios.story import Story


def test_keys_are_destroyed_and_signatures_remain(story: Story) -> None:
    """P11's key goes: nothing sealed for it opens any more; the journal keeps officer, digests and certificate."""
    asset = halves.features(story, "P11")
    officer = story.officers("P11")[0]
    assert story.opened(asset.applied, "P11")["rows"] == 32_000_000
    story.file("revoke", {"officer": f"O-{officer.number}"}, "OP.both")
    told = story.read(f"/v1/officers/O-{officer.number}")
    assert (told["in_office"], story.ref(told["party"])) == (False, "P11")
    story.refused("officer-not-in-office", "withdrawCase", halves.case_of(asset), "P11")

    before = story.read(f"/v1/entries/{asset.entry}/history", limit=200)["data"]
    with story.office.store.begin() as unit:
        story.office.vault.forget(unit.connection, story.cast["P11"].number)
    assert story.opened(asset.applied, "P11") == {}
    assert story.opened(asset.applied, "X1")["rows"] == 32_000_000  # the registrar's file is kept (rule 41)
    after = story.read(f"/v1/entries/{asset.entry}/history", limit=200)["data"]
    assert after == before
    assert f"O-{officer.number}" in after[0]["officers"]
    assert len(told["key"]) == 42  # the fingerprint of a key, nothing of a person
