"""SC12. The golden week, three separate cases by the calendar of 2026 (演示). Parties fictional."""

from tests.scenarios import halves
from tests.scenarios.story import Story


def applied(story: Story) -> halves.Asset:
    """P9's data set, submitted to X9 on Thursday, 24 September."""
    story.on("2026-09-24")
    return halves.applied(story, "P9", "X9", **halves.FEATURE_TERMS)


def test_a_acceptance_of_24_september_is_due_on_the_30th(story: Story) -> None:
    """The 25th to the 27th are a holiday: 28, 29, 30."""
    asset = applied(story)
    assert due(story, asset) == ("SUBMITTED", "acceptance", "2026-09-30")
    story.on("2026-09-30", "23:59")
    halves.accepted(story, asset)
    assert due(story, asset)[0] == "UNDER_REVIEW"


def test_b_a_notice_of_28_september_ends_on_10_october(story: Story) -> None:
    """29 and 30 September, 8 and 9 October, and Saturday the 10th, which is worked for the holiday."""
    asset = applied(story)
    halves.accepted(story, asset)
    story.on("2026-09-28")
    halves.published(story, asset)
    assert due(story, asset) == ("NOTICE", "notice", "2026-10-10")
    story.on("2026-10-10", "23:59")
    anchoring = halves.case_of(asset) | {"until": "2031-10-09", "national": halves.document("回执")}
    story.refused("notice-open", "anchor", anchoring, "X9.pair")
    story.on("2026-10-11")
    halves.anchored(story, asset, "SJ3312026100001")


def test_c_a_silent_registrar_has_accepted_on_8_october(story: Story) -> None:
    """The limit was the 30th, the next working day is the 8th: from then on anybody may record it."""
    asset = applied(story)
    story.on("2026-10-07")
    assert due(story, asset) == ("SUBMITTED", "acceptance", "2026-09-30")
    story.refused("too-early", "deem", halves.case_of(asset), "P13")
    story.on("2026-10-08")
    told = story.read(f"/v1/cases/{asset.entry}/{asset.case}")
    assert (told["state"], told["stored_state"], told["derived"]) == ("UNDER_REVIEW", "SUBMITTED", True)
    assert told["accepted_on"] == "2026-10-08"
    halves.step(story, asset, "deem", "P13")
    told = story.read(f"/v1/cases/{asset.entry}/{asset.case}")
    assert (told["stored_state"], told["accepted_on"], told["marks"]) == ("UNDER_REVIEW", "2026-10-08", ["DEEMED"])


def due(story: Story, asset: halves.Asset) -> tuple[str, str, str]:
    """State and running clock."""
    told = story.read(f"/v1/cases/{asset.entry}/{asset.case}")
    return told["state"], told["clock"]["code"], told["clock"]["due"]
