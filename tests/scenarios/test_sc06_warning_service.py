"""SC6. Huishu Weilai: a roadside warning service over authorised public data, paid per call. Refusals and disputes on P11's copy.

All figures 演示.
"""

from decimal import Decimal
from typing import Any

from ledger_api.domain.money import cents
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing, document

SERVICE: dict[str, Any] = {
    "name": "2025年至2026年杭州市武汉市工程车路口盲区提醒数据服务",
    "origins": ["PUBLIC_AUTHORISED"],
    "bases": ["PUBLIC_DATA_NUMBER"],
    "form": "SERVICE",
    "source_until": "2028-12-31",
    "application": {"public_data_number": "演示-GG-0001", "per_day": "100000+"},
}
PER_CALL: dict[str, Any] = {
    "kind": "NON_EXCLUSIVE", "actions": ["READ", "EXECUTE"], "purposes": ["SAFETY_ALERT"], "environments": ["API"],
    "start": "2026-09-01", "end": "2027-08-31", "template": "GF_2025_2615", "fee": {"unit_price": "0.012"},
}  # fmt: skip
IN_WUHAN = PER_CALL | {"regions": ["CN42"]}


def service(story: Story, holder: str) -> halves.Asset:
    """The service, registered; it is 1 September."""
    asset = halves.registered(story, holder, "SJ3312026080004", **SERVICE)
    story.on("2026-09-01")
    return asset


def metered(story: Story, asset: halves.Asset, licensee: str) -> tuple[dict[str, Any], Decimal]:
    """A licence for Wuhan, counted from 15 October, 40 million calls a year; and what a call costs."""
    done = story.file("grant", halves.terms_of(asset, licensee, **IN_WUHAN), asset.holder, licensee, "X1")
    where = {"entry": asset.entry, "licence": done.number}
    meter = {"unit": "CALL", "quota": 40_000_000, "window": "YEAR", "gateway": "D1", "from": beijing("2026-10-15")}
    story.file("setMeter", where | meter, asset.holder, licensee)
    return where, Decimal(story.opened(done, licensee)["unit_price"])


def submitted(story: Story, where: dict[str, Any], day: str, following: str, accepted: int, rejected: int = 0) -> int:
    """A day's batch, on the morning after it; its number."""
    story.on(following)
    counted = {"from": beijing(day), "to": beijing(following), "accepted": accepted, "rejected": rejected}
    return story.file("submitBatch", where | counted | {"root": document(f"日志 {day}")}, "D1.gateway").number


def test_a_days_calls_are_counted_countersigned_and_settled(story: Story) -> None:
    """104,312 accepted and 87 rejected on 2026-10-15, at 0.012: 1,251.744, which settles at 1,251.74."""
    asset = service(story, "P7")
    told = story.read(f"/v1/entries/{asset.entry}")
    assert (told["origins"], told["source_until"]) == (["PUBLIC_AUTHORISED"], "2028-12-31")
    halves.granted(story, asset, "P14", **PER_CALL | {"regions": ["CN33"]})  # the operator in Hangzhou
    where, price = metered(story, asset, "N1")
    batch = submitted(story, where, "2026-10-15", "2026-10-16", 104_312, 87)
    story.file("countersignBatch", where | {"batch": batch}, "N1")
    usage = used(story, where)
    (counted,) = usage["batches"]
    assert (counted["accepted"], counted["rejected"], counted["answer"]) == (104_312, 87, "agreed")
    exact = counted["accepted"] * price
    assert (exact, cents(exact)) == (Decimal("1251.744"), Decimal("1251.74"))
    stating = where | {
        "route": "OWN",
        "amounts": {"exact": str(exact), "amount": str(cents(exact))},
        "batches": [batch],
    }
    stated = story.file("issueStatement", stating, "P7")
    assert story.opened(stated, "P7") == {"exact": "1251.744", "amount": "1251.74"}
    story.file("confirmStatement", where | {"statement": stated.number}, "N1")
    story.file("markPaid", where | {"statement": stated.number, "route": "OWN"}, "P7", "N1")
    assert [each["event"] for each in used(story, where)["history"]] == [
        "MeterSet", "BatchSubmitted", "BatchCountersigned", "StatementIssued", "StatementConfirmed", "StatementPaid",
    ]  # fmt: skip


def test_a_disputed_day_is_reconciled(story: Story) -> None:
    """The gateway claims 99,001, the consumer 98,640: 361 duplicates, and 98,640 it is."""
    asset = service(story, "P11")
    where, price = metered(story, asset, "P13")
    first = submitted(story, where, "2026-10-15", "2026-10-16", 104_312, 87)
    story.file("countersignBatch", where | {"batch": first}, "P13")
    second = submitted(story, where, "2026-10-16", "2026-10-17", 99_001)
    contesting = where | {"batch": second, "reason": "DUPLICATES", "counted": 98_640, "root": document("消费方日志")}
    story.file("disputeBatch", contesting, "P13")
    assert [each["answer"] for each in used(story, where)["batches"]] == ["agreed", "contested"]
    assert used(story, where)["meter"]["total"] == 104_312
    stating = where | {"route": "OWN", "amounts": {"amount": "2435.42"}, "batches": [first, second]}
    story.refused("wrong-batch-state", "issueStatement", stating, "P11")
    claimed, own = used(story, where)["batches"][1]["accepted"], contesting["counted"]
    assert claimed - own == 361
    agreeing = where | {"batch": second, "accepted": own, "proof": document("361 个重复叶子的证明")}
    story.refused("assent-missing", "reconcileBatch", agreeing, "P13")
    story.file("reconcileBatch", agreeing, "P11", "P13")
    usage = used(story, where)
    assert (usage["batches"][1]["accepted"], usage["batches"][1]["answer"]) == (98_640, "reconciled")
    assert usage["meter"]["total"] == 104_312 + 98_640
    assert cents(usage["batches"][1]["accepted"] * price) == Decimal("1183.68")


def test_batches_form_a_chain_and_a_year_has_365_of_them(story: Story) -> None:
    """Each begins where the last one ended, and takes one record whatever it counts: 40 million calls are 365 records."""
    asset = service(story, "P7")
    where, _ = metered(story, asset, "N1")
    first = submitted(story, where, "2026-10-15", "2026-10-16", 109_590)
    gap = {"from": beijing("2026-10-17"), "to": beijing("2026-10-17", "08:00"), "accepted": 1}
    story.on("2026-10-17")
    story.refused("period-not-contiguous", "submitBatch", where | gap, "D1.gateway")
    second = submitted(story, where, "2026-10-16", "2026-10-17", 109_590)
    usage = used(story, where)
    assert [each["number"] for each in usage["batches"]] == [first, second]
    assert usage["batches"][0]["ends"] == usage["batches"][1]["starts"]
    assert usage["meter"]["quota"] == 40_000_000
    assert -(-usage["meter"]["quota"] // usage["batches"][0]["accepted"]) == 365


def test_what_the_authorisation_does_not_cover_is_refused(story: Story) -> None:
    """No public-data number: not registered. A licence into 2029: longer than the authorisation."""
    without = SERVICE | {"bases": []}
    content = {"content": document("公共数据").replace("keccak256", "sha256"), "applicant": "P11"}
    asking = {"entry": "#1", "registrar": "X1", "rights": halves.RIGHTS, "summary": "演示"} | without
    story.refused_all("basis-missing", [("open", content), ("submit", asking)], "P11")
    asset = service(story, "P11")
    late = halves.terms_of(asset, "P13", **IN_WUHAN | {"end": "2029-01-01"})
    refusal = story.refused("term-too-long", "grant", late, "P11", "P13", "X1")
    assert "2028-12-31" in refusal["titles"]["en"]
    halves.granted(story, asset, "P13", **IN_WUHAN | {"end": "2028-12-31"})


def used(story: Story, where: dict[str, Any]) -> dict[str, Any]:
    """Its usage, as anybody reads it."""
    told: dict[str, Any] = story.read(f"/v1/licences/{where['entry']}/{where['licence']}/usage")
    return told
