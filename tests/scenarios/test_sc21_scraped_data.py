"""SC21. Scraped listings: raw ones are refused, a price index made of them goes to notice, where its source objects. 虚构, 演示."""

from typing import Any

from tests.scenarios import halves
from tests.scenarios.story import Story, document

RAW: dict[str, Any] = {
    "name": "2025年全国二手商品挂牌信息数据集",
    "origins": ["SCRAPED_PUBLIC"],
    "form": "RESOURCE",
    "application": {"note": "演示"},
}
INDEX = RAW | {
    "name": "2025年全国二手商品价格指数",
    "form": "PRODUCT",
    "bases": ["NO_SUBSTITUTION"],
    "application": {"no_substitution": "不构成对来源网站的实质性替代（演示）"},
}


def test_raw_listings_may_be_held_and_used_not_operated(story: Story) -> None:
    """OPERATE on what was scraped raw is refused; a product without its statement as well."""
    for rights, terms, code in (
        (halves.RIGHTS, RAW, "raw-scraped-data"),
        (["OPERATE"], RAW | {"bases": ["NO_SUBSTITUTION"]}, "raw-scraped-data"),
        (halves.RIGHTS, INDEX | {"bases": []}, "basis-missing"),
    ):
        asking = {"entry": "#1", "registrar": "X1", "rights": rights, "summary": "演示"} | terms
        opening = {"content": document("挂牌信息"), "applicant": "P11"}
        story.refused_all(code, [("open", opening), ("submit", asking)], "P11")
    halves.applied(story, "P11", rights=["HOLD", "USE"], **RAW)


def test_the_source_site_objects_to_the_index_in_its_notice(story: Story) -> None:
    """Filed again as a price index with its statement: in notice, objected to, decided by the clock, and on it goes."""
    asset = halves.applied(story, "P11", **INDEX)
    story.on("2026-08-05", "10:00")
    halves.accepted(story, asset)
    story.on("2026-08-12")
    halves.published(story, asset)
    story.on("2026-08-17")
    objecting = halves.case_of(asset) | {"objector": "P12", "ground": "UNLAWFUL_SOURCE"}
    objection = story.file("objectInNotice", objecting, "P12").number
    (told,) = story.read(f"/v1/entries/{asset.entry}/objections")["data"]
    assert (told["ground"], told["state"], told["due"]) == ("UNLAWFUL_SOURCE", "FILED", "2026-08-31")
    story.on("2026-08-25")
    anchoring = halves.case_of(asset) | {"until": "2031-08-24", "national": document("回执")}
    story.refused("objections-open", "anchor", anchoring, "X1.pair")
    deciding = {"entry": asset.entry, "objection": objection, "conclusion": "DISMISSED", "rights": halves.RIGHTS}
    story.file("resolveInNotice", deciding, "X1.pair")
    halves.anchored(story, asset, "SJ3312026080009")
    assert {each["state"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]} == {"live"}
    assert story.read(f"/v1/entries/{asset.entry}")["bases"] == ["NO_SUBSTITUTION"]
