"""SC26. Three parties fuse their data under GF-2025-2617 and hold OPERATE together. Parties fictional, all figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.money import pro_rata, share
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing

SHARES = {"P12": 5_000, "P13": 3_000, "P14": 2_000}
HANDS = tuple(SHARES)
FUSED: dict[str, Any] = {
    "name": "2024年至2026年三方融合示例数据集",
    "origins": ["FUSED"],
    "bases": ["CONTRACT_ALLOCATES"],
    "form": "PRODUCT",
    "application": {"contract": "GF-2025-2617", "allocation": "50/30/20"},
}
EXCLUSIVE: dict[str, Any] = {
    "kind": "EXCLUSIVE", "actions": ["READ"], "purposes": ["TRAFFIC"], "start": "2026-09-01", "end": "2027-08-31",
    "template": "GF_2025_2617", "fee": {"amount": "1000000.00"},
}  # fmt: skip


def test_all_three_license_exclusively_and_share_by_statement(story: Story) -> None:
    """Two of three are refused; of what is stated each gets its part of 50/30/20."""
    joining = {
        "members": [{"party": ref, "weight": weight} for ref, weight in SHARES.items()],
        "quora": {"dispose": 10_000, "charge": 10_000, "exclusive": 10_000, "ordinary": 10_000},
    }
    joint = story.file("join", joining, *HANDS).made[0]
    told = story.read(f"/v1/parties/{joint}")
    assert [(story.ref(each["party"]), each["weight"]) for each in told["members"]] == list(SHARES.items())
    assert told["quorum"]["exclusive"] == 10_000
    asset = halves.registered(story, joint, "SJ3312026080007", hands=HANDS, **FUSED)
    assert {each["holder"]["id"] for each in story.read(f"/v1/entries/{asset.entry}")["rights"]} == {joint}

    story.on("2026-09-01")
    terms = halves.terms_of(asset, "P9", **EXCLUSIVE)
    for two in (("P12", "P13"), ("P12", "P14"), ("P13", "P14")):
        story.refused("assent-missing", "grant", terms, *two, "P9", "X1")
    number = story.file("grant", terms, *HANDS, "P9", "X1").number
    licence = story.read(f"/v1/licences/{asset.entry}/{number}")
    assert (licence["kind"], licence["agreement"]["template"]) == ("EXCLUSIVE", "GF_2025_2617")

    where = {"entry": asset.entry, "licence": number}
    story.file("setMeter", where | {"unit": "FILE", "gateway": "D1", "from": beijing("2026-09-01")}, *HANDS, "P9")
    story.on("2026-10-01")
    month = {"from": beijing("2026-09-01"), "to": beijing("2026-10-01"), "accepted": 1}
    batch = story.file("submitBatch", where | month, "D1.gateway").number
    story.file("countersignBatch", where | {"batch": batch}, "P9")
    parts = pro_rata(Decimal("1000000.00"), [Decimal(weight) * 1_000_000 for weight in SHARES.values()])
    assert parts == tuple(share(Decimal("1000000.00"), weight) for weight in SHARES.values())
    amounts = {"amount": "1000000.00"} | {ref: str(part) for ref, part in zip(SHARES, parts, strict=True)}
    stating = where | {"route": "OWN", "amounts": amounts, "batches": [batch]}
    story.refused("assent-missing", "issueStatement", stating, "P12", "P13")
    stated = story.file("issueStatement", stating, *HANDS)
    assert story.opened(stated, "P12") == {
        "amount": "1000000.00", "P12": "500000.00", "P13": "300000.00", "P14": "200000.00",
    }  # fmt: skip
    story.file("confirmStatement", where | {"statement": stated.number}, "P9")
