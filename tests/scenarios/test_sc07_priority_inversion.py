"""SC7. Double financing: who recorded first ranks second, for the other filed first. Parties fictional, all figures 演示."""

from ledger_api.domain.rank import effective_rank
from ledger_api.domain.words import ExternalFiling, FilingStatus, Security, SecurityState
from tests.scenarios import halves
from tests.scenarios.facts import interests
from tests.scenarios.halves import Asset, Loan
from tests.scenarios.story import Story, beijing, document

EARLIER = {"filed_at": beijing("2026-09-01", "16:00"), "filing_number": document("DEMO-0920260901007")}


def financed_twice(story: Story) -> tuple[Asset, Loan, Loan]:
    """B9 recorded 08-31 and filed 09-02; B3 recorded on 09-05 what it filed on 09-01 at 16:00."""
    asset = halves.features(story, "P9")
    first = halves.pledged(story, asset, "B9", "G9")
    story.on("2026-09-05")
    return asset, first, halves.recorded(story, asset, "B3")


def test_rank_follows_the_filings_and_not_the_order_of_the_ledger(story: Story) -> None:
    """B3 first, B9 second, whatever their numbers."""
    asset, first, second = financed_twice(story)
    assert first.number < second.number
    assert places(story, asset) == {first.number: (1, True), second.number: (2, False)}
    halves.filed(story, second, asset, **EARLIER)
    assert places(story, asset) == {second.number: (1, True), first.number: (2, True)}
    told = {each["id"]: each["rank"]["places"] for each in story.read(f"/v1/entries/{asset.entry}/securities")["data"]}
    assert told == {f"{asset.entry}/{second.number}": [1], f"{asset.entry}/{first.number}": [2]}
    before = story.read(f"/v1/entries/{asset.entry}/burdens", as_of=beijing("2026-09-04", "12:00"))["data"]
    assert [each["id"] for each in before] == [f"{asset.entry}/{first.number}"]  # what B9 could know then


def test_a_filing_that_does_not_describe_the_right_waits_for_people(story: Story) -> None:
    """Neither credential number nor fingerprint: it is entered, counts for nothing, and is found not to fit."""
    asset, first, second = financed_twice(story)
    described = EARLIER | {"description": document("财产描述：缺凭证编号与指纹")}
    story.file("importFiling", halves.filing_of(second, **described), "X1")
    assert story.word(ExternalFiling, asset.entry, second.number).status is FilingStatus.UNVERIFIED
    assert places(story, asset) == {first.number: (1, True), second.number: (2, False)}
    story.refused("filing-differs", "perfect", halves.filing_of(second, **EARLIER), "X1.approver")
    rejecting = {"entry": asset.entry, "security": second.number, "reason": "DESCRIPTION"}
    story.refused("verifier-missing", "rejectFiling", rejecting, "X1")  # not who entered it
    story.file("rejectFiling", rejecting, "X1.approver")
    assert story.word(ExternalFiling, asset.entry, second.number).status is FilingStatus.MISMATCH
    assert story.word(Security, asset.entry, second.number).state is SecurityState.RECORDED
    assert places(story, asset) == {first.number: (1, True), second.number: (2, False)}


def places(story: Story, asset: Asset) -> dict[int, tuple[int, bool]]:
    """Place and publicity by number, now."""
    ranked = effective_rank(interests(story, asset.entry), story.stage.now)
    return {each.number: (each.place, each.is_perfected) for each in ranked}
