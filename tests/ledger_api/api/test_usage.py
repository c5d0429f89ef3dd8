"""The usage of a licence over HTTP."""

import json

from ledger_api.domain.ids import entry_id
from ledger_api.verifier import Pin, verify
from tests.contracts.deals import Deals
from tests.contracts.metering import Metered, gateway_of
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.api.counter import Counter, problem


def test_the_usage_of_a_licence_is_answered_with_its_journal(stage: Stage, cast: Cast, counter: Counter) -> None:
    """Rule 56, SC6."""
    usage = Metered(Deals(Procedure(stage, cast).registered()), gateway_of(stage, cast.operator)).running()
    batch = usage.agreed()
    statement = usage.issue([batch]).line("StatementIssued").number
    stage.chain.seal()
    counter.office.indexer.catch_up()
    path = f"/v1/licences/{entry_id(usage.deals.entry)}/{usage.number}/usage"
    told = counter.get(path).json()
    assert told["licence"] == f"{entry_id(usage.deals.entry)}/{usage.number}"
    assert told["subject"] == "0x" + usage.subject.hex()
    assert told["meter"] == {
        "unit": "CALL", "quota": 40_000_000, "window": "YEAR", "left": None, "total": 104_312, "waiting": 0,
        "reported_until": "2026-10-15T16:00:00Z", "settled_until": "2026-10-15T16:00:00Z",
        "gateway": {"id": f"P-{usage.gateway.number}", "name": told["meter"]["gateway"]["name"]},
    }  # fmt: skip
    assert told["batches"] == [
        {
            "number": batch, "starts": "2026-10-14T16:00:00Z", "ends": "2026-10-15T16:00:00Z", "accepted": 104_312,
            "rejected": 87, "answer": "agreed", "stored_state": "COUNTERSIGNED", "contested_for": None, "due": None,
        }
    ]  # fmt: skip
    assert told["statements"] == [
        {
            "number": statement, "starts": "2026-10-14T16:00:00Z", "ends": "2026-10-15T16:00:00Z", "quantity": 104_312,
            "answer": "awaited", "stored_state": "ISSUED", "route": "OWN", "route_due": "OWN", "diverted": False,
            "due": "2026-10-23",
        }
    ]  # fmt: skip
    assert [each["event"] for each in told["history"]] == [
        "MeterSet", "BatchSubmitted", "BatchCountersigned", "StatementIssued",
    ]  # fmt: skip
    assert {each["about"] for each in told["history"]} == {told["licence"]}
    problem(counter.get(path.replace(f"/{usage.number}/", "/99/")), 404, "not-found")
    unmetered = Metered(usage.deals, usage.gateway)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    empty = counter.get(path.replace(f"/{usage.number}/", f"/{unmetered.number}/")).json()
    assert (empty["meter"], empty["batches"], empty["history"]) == (None, [], [])


def test_the_evidence_of_what_was_used_is_verified_offline_and_tells_of_nothing_else(
    stage: Stage, cast: Cast, counter: Counter
) -> None:
    """Rule 56."""
    usage = Metered(Deals(Procedure(stage, cast).registered()), gateway_of(stage, cast.operator)).running()
    batch = usage.agreed()
    stage.chain.seal()
    counter.office.indexer.catch_up()
    path = f"/v1/licences/{entry_id(usage.deals.entry)}/{usage.number}/evidence"
    manifest = counter.office.manifest
    pin = Pin(manifest.genesis_hash, stage.chain.node.signer, manifest.ledger.address)
    bundle = counter.get(path, dependants=str(batch)).json()
    report = verify(json.dumps(bundle), pin)
    assert report.valid, report.describe("en")
    altered = json.dumps(bundle).replace(
        bundle["acts"][1]["data"], "0x" + "00" * (len(bundle["acts"][1]["data"]) // 2 - 1)
    )
    assert verify(altered, pin).failing == "acts"
    problem(counter.get(path, dependants="x"), 400, "value-not-valid")
    problem(counter.get(path, openings="true"), 401, "key-missing")
    assert "openings" not in counter.get(path, cast.buyer, openings="true").json()
    problem(counter.get(path.replace(f"/{usage.number}/", "/99/")), 404, "not-found")
    unmetered = Metered(usage.deals, usage.gateway)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    problem(counter.get(path.replace(f"/{usage.number}/", f"/{unmetered.number}/")), 404, "no-usage")
