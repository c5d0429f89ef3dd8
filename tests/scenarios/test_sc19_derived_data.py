"""SC19. A benchmark derived from licensed images. Friendly for P5 and P6; the refusal on P11. All figures 演示."""

from typing import Any

from tests.scenarios import halves
from tests.scenarios.story import Story, document

IMAGES: dict[str, Any] = {
    "name": "2020年至2025年全国抗核抗体检测荧光图像标注数据集",
    "origins": ["COLLECTED"],
    "form": "PRODUCT",
    "application": {"images": 86_400},
}
BENCHMARK: dict[str, Any] = {
    "name": "2026年罕见亚型识别评测基准数据集",
    "origins": ["DERIVED"],
    "bases": ["SOURCE_RIGHT"],
    "form": "PRODUCT",
    "application": {"allocation": "衍生成果归被许可人，回馈权利人（演示）"},
}
TO_DERIVE: dict[str, Any] = halves.RESEARCH | {
    "actions": ["READ", "DERIVE", "TRAIN"], "purposes": ["MEDICAL_RESEARCH"], "start": "2026-08-20", "end": "2028-02-19",
    "fee": {"derivatives": "被许可人", "feed_back": "每季度回馈（演示）"},
}  # fmt: skip


def test_the_licensee_registers_what_it_derived(story: Story) -> None:
    """P5's contract lets P6 derive, gives it the derivative, and has it feed back; the derived set is registered."""
    source = halves.registered(story, "P5", "SJ3312026080003", **IMAGES)
    done = story.file("grant", halves.terms_of(source, "P6", **TO_DERIVE), "P5", "P6", "X1")
    told = story.read(f"/v1/licences/{source.entry}/{done.number}")
    assert ("DERIVE" in told["actions"], told["in_force"]) == (True, True)
    assert story.opened(done, "P6") == {"derivatives": "被许可人", "feed_back": "每季度回馈（演示）"}
    asset = halves.applied(story, "P6", **BENCHMARK)
    halves.accepted(story, asset)
    halves.published(story, asset)
    story.on("2026-09-01")
    halves.anchored(story, asset, "SJ3312026090002")
    entry = story.read(f"/v1/entries/{asset.entry}")
    assert (entry["origins"], entry["bases"]) == (["DERIVED"], ["SOURCE_RIGHT"])
    assert [story.ref(each["holder"]) for each in entry["rights"]] == ["P6"] * 3


def test_without_a_right_to_derive_it_is_refused_when_submitted(story: Story) -> None:
    """No live USE and no licence with `derive`: refused at SUBMITTED."""
    asking = {"entry": "#1", "registrar": "X1", "rights": halves.RIGHTS, "summary": "演示"} | BENCHMARK | {"bases": []}
    opening = {"content": document("评测基准"), "applicant": "P11"}
    story.refused_all("basis-missing", [("open", opening), ("submit", asking)], "P11")
