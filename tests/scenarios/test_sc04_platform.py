"""SC4. Kuangwei Jurui: a service fused from three sources. The listing for P4; lost sources on P11's copy. All figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.money import cents
from ledger_api.domain.overlays import Overlay
from ledger_api.domain.words import Source, SourceKind, SourceState
from tests.scenarios import halves
from tests.scenarios.facts import overlay
from tests.scenarios.story import Story, beijing, document

PLATFORM: dict[str, Any] = {
    "name": "2024年至2026年灵构万相多模态动作数据服务",
    "origins": ["FUSED"],
    "bases": ["CONTRACT_ALLOCATES"],
    "form": "SERVICE",
    "source_until": "2027-03-31",
    "application": {"sources": "教学（自有）、视频（合同至2027-03-31，可再许可）、动捕演员（同意书）"},
}
SUBSCRIPTION: dict[str, Any] = halves.RESEARCH | {
    "purposes": ["FILM_AND_VIDEO"], "start": "2026-09-01", "end": "2027-03-31",
    "fee": {"per_month": "9800.00", "per_sequence": "12.00"},
}  # fmt: skip


SOURCES: list[tuple[str, dict[str, Any]]] = [
    ("declareSource", {"entry": "#1", "rights": halves.RIGHTS, "from": "2024-01-01"} | each)
    for each in (
        {"kind": "OWN_OPERATION"},  # teaching
        {"kind": "CONTRACT", "until": "2027-03-31", "grantor_name": document("视频授权方")},
        {"kind": "CONSENT_BATCH", "grantor_name": document("动捕演员同意书批次")},
    )
]


def platform(story: Story, holder: str) -> halves.Asset:
    """The service, registered; it is 1 September."""
    asset = halves.registered(story, holder, "SJ3312026080011", sources=SOURCES, **PLATFORM)
    story.on("2026-09-01")
    return asset


def test_a_subscription_is_paid_by_the_month_and_by_the_sequence(story: Story) -> None:
    """Listed; 9,800 a month and 12 a sequence: 150 sequences in September come to 11,600."""
    asset = platform(story, "P4")
    assert halves.listed(story, asset, ["API", "SANDBOX"])
    done = story.file("grant", halves.terms_of(asset, "P8", **SUBSCRIPTION), "P4", "P8", "X1")
    where = {"entry": asset.entry, "licence": done.number}
    story.file("setMeter", where | {"unit": "SEQUENCE", "gateway": "D1", "from": beijing("2026-09-01")}, "P4", "P8")
    story.on("2026-10-01")
    month = {"from": beijing("2026-09-01"), "to": beijing("2026-10-01"), "accepted": 150}
    batch = story.file("submitBatch", where | month, "D1.gateway").number
    story.file("countersignBatch", where | {"batch": batch}, "P8")
    prices = story.opened(done, "P8")
    (counted,) = story.read(f"/v1/licences/{asset.entry}/{done.number}/usage")["batches"]
    due = cents(Decimal(prices["per_month"]) + counted["accepted"] * Decimal(prices["per_sequence"]))
    assert due == Decimal("11600.00")
    story.file("issueStatement", where | {"route": "OWN", "amounts": {"amount": str(due)}, "batches": [batch]}, "P4")


def test_no_licence_outlasts_the_video_contract(story: Story) -> None:
    """It ends on 2027-03-31, and so does every licence."""
    asset = platform(story, "P11")
    assert story.read(f"/v1/entries/{asset.entry}")["source_until"] == "2027-03-31"
    late = halves.terms_of(asset, "P13", **SUBSCRIPTION | {"end": "2027-04-01"})
    refusal = story.refused("term-too-long", "grant", late, "P11", "P13", "X1")
    assert "2027-03-31" in refusal["titles"]["zh"]
    halves.granted(story, asset, "P13", **SUBSCRIPTION)


def test_an_actor_who_withdraws_stops_what_rests_on_the_source(story: Story) -> None:
    """2026-12-01: the source is lost, the licence SUSPENDED for it, no new one granted, the bank sees it; until it is made good."""
    asset = platform(story, "P11")
    licence = halves.granted(story, asset, "P13", **SUBSCRIPTION)
    loan = halves.recorded(story, asset, "B9", maturity="2027-02-28")
    story.on("2026-12-01")
    mocap = asset.case - 1  # the last of the three that were declared before it was submitted
    assert story.word(Source, asset.entry, mocap).kind is SourceKind.CONSENT_BATCH
    revoking = {
        "entry": asset.entry,
        "source": mocap,
        "outcome": "PARTLY_REVOKED",
        "document": document("演员撤回同意"),
    }
    story.file("revokeSource", revoking, "X1.pair")
    mark = mocap
    assert story.word(Source, asset.entry, mocap).state is SourceState.PARTLY_REVOKED
    where = {"entry": asset.entry, "licence": licence}
    story.file("suspend", where | {"reason": "SOURCE_LOSS"}, "X1")
    told = story.read(f"/v1/licences/{asset.entry}/{licence}")
    assert (told["status"], told["in_force"]) == ("suspended", False)
    assert overlay(story, asset.entry) & Overlay.BASIS_LAPSED
    another = halves.terms_of(asset, "P14", **SUBSCRIPTION | {"start": "2026-12-01"})
    refusal = story.refused("burdened", "grant", another, "P11", "P14", "X1", "B9")
    assert refusal["blocking"] == [f"{asset.entry}/{mark}"]
    seen = story.read(f"/v1/entries/{asset.entry}/burdens", "B9")["data"]
    assert {each["id"] for each in seen} == {f"{asset.entry}/{loan.number}", f"{asset.entry}/{mark}"}

    story.on("2026-12-14")
    removing = {"entry": asset.entry, "source": mocap, "document": document("已剔除该演员数据")}
    story.refused("loss-of-declared-source", "clearMark", {"entry": asset.entry, "burden": mark}, "X1.pair")
    story.file("replaceSource", removing, "P11", "X1.pair")
    assert story.word(Source, asset.entry, mocap).state is SourceState.REMOVED
    story.file("resumeLicence", where, "X1")
    assert story.read(f"/v1/licences/{asset.entry}/{licence}")["in_force"]
    assert not overlay(story, asset.entry) & Overlay.BASIS_LAPSED
