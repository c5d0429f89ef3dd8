"""SC5. Dian to Shuye: medical images licensed into a sandbox. Friendly for P5 and P6; refusals on P11's copy. All figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.money import share
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing, document

IMAGES: dict[str, Any] = {
    "name": "2020年至2025年全国抗核抗体检测荧光图像标注数据集",
    "origins": ["COLLECTED"],
    "form": "PRODUCT",
    "limits": ["NO_CROSS_BORDER", "NOT_PREMISES", "NOT_CLOUD", "NOT_CONNECTOR", "NOT_API"],
    "application": {"images": 86_400, "personal": "PI_ANONYMISED", "ethics": "伦理审查批件（演示）"},
}
SANDBOXED: dict[str, Any] = {
    "kind": "NON_EXCLUSIVE", "actions": ["READ", "TRAIN"], "purposes": ["MEDICAL_RESEARCH"], "regions": halves.MAINLAND,
    "environments": ["SANDBOX", "TRUSTED_HARDWARE"], "flags": ["TRAIN", "KEEP_WEIGHTS", "AUDIT"], "start": "2026-09-01",
    "end": "2028-02-29", "template": "GF_2025_2615",
    "fee": {"fixed": "420000.00", "revenue_share": "3 %", "revenue_share_bps": 300},
}  # fmt: skip


def images(story: Story, holder: str) -> halves.Asset:
    """The data set, registered; it is 1 September."""
    asset = halves.registered(story, holder, "SJ3312026080003", **IMAGES)
    story.on("2026-09-01")
    return asset


def test_the_images_are_trained_on_in_the_hubs_sandbox_only(story: Story) -> None:
    """Eighteen months, weights kept, nothing exported, an audit right; 420,000 and a share of 3 %."""
    asset = images(story, "P5")
    assert story.opened(asset.applied, "P5")["images"] == 86_400
    done = story.file("grant", halves.terms_of(asset, "P6", **SANDBOXED), "P5", "P6", "X1")
    told = story.read(f"/v1/licences/{asset.entry}/{done.number}")
    assert (story.ref(told["licensor"]), story.ref(told["licensee"])) == ("P5", "P6")
    assert (told["start"], told["end"], told["status"]) == ("2026-09-01", "2028-02-29", "in_force")
    assert (told["environments"], told["purposes"]) == (["SANDBOX", "TRUSTED_HARDWARE"], ["MEDICAL_RESEARCH"])
    assert told["flags"] == ["TRAIN", "KEEP_WEIGHTS", "AUDIT"]
    assert story.opened(done, "P6")["fixed"] == "420000.00"
    assert story.read(f"/v1/entries/{asset.entry}")["limits"] == IMAGES["limits"]


def test_neither_a_local_copy_nor_export_is_to_be_had(story: Story) -> None:
    """On the buyer's premises, or anywhere: refused; abroad: refused."""
    asset = images(story, "P11")
    signers = ("P11", "P13", "X1")
    for environments in (["PREMISES"], ["SANDBOX", "PREMISES"], None):
        local = halves.terms_of(asset, "P13", **SANDBOXED | {"environments": environments})
        story.refused("limit-exceeded", "grant", local, *signers)
    abroad = SANDBOXED | {"flags": [*SANDBOXED["flags"], "CROSS_BORDER"]}
    story.refused("cross-border-unsupported", "grant", halves.terms_of(asset, "P13", **abroad), *signers)
    filed = abroad | {"cross_border": document("出境申报（演示）")}
    story.refused("limit-exceeded", "grant", halves.terms_of(asset, "P13", **filed), *signers)
    halves.granted(story, asset, "P13", **SANDBOXED)


def test_the_share_of_revenue_is_stated_by_the_quarter(story: Story) -> None:
    """Counted by the hub, agreed, stated and confirmed: the statement's amounts are committed to."""
    asset = images(story, "P5")
    done = story.file("grant", halves.terms_of(asset, "P6", **SANDBOXED), "P5", "P6", "X1")
    bps = story.opened(done, "P5")["revenue_share_bps"]
    where = {"entry": asset.entry, "licence": done.number}
    story.file("setMeter", where | {"unit": "HOUR", "gateway": "D1", "from": beijing("2026-09-01")}, "P5", "P6")
    story.on("2026-12-01")
    quarter = {"from": beijing("2026-09-01"), "to": beijing("2026-12-01")}
    batch = story.file("submitBatch", where | quarter | {"accepted": 1_200}, "D1.gateway").number
    story.file("countersignBatch", where | {"batch": batch}, "P6")
    amounts = {"revenue": "1000000.00", "share": str(share(Decimal("1000000.00"), bps))}
    stated = story.file("issueStatement", where | {"route": "OWN", "amounts": amounts, "batches": [batch]}, "P5")
    story.file("confirmStatement", where | {"statement": stated.number}, "P6")
    (statement,) = story.read(f"/v1/licences/{asset.entry}/{done.number}/usage")["statements"]
    assert (statement["starts"], statement["ends"]) == ("2026-08-31T16:00:00Z", "2026-11-30T16:00:00Z")
    assert (statement["answer"], statement["quantity"]) == ("agreed", 1_200)
    assert story.opened(stated, "P5") == {"revenue": "1000000.00", "share": "30000.00"}
