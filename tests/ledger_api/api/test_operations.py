from dataclasses import replace

import pytest

from ledger_api.ports.chain import NodeUnreachable
from ledger_api.store import chain_rows, lanes
from tests.ledger_api.api.counter import Counter, problem
from tests.ledger_api.stores import new_store


def test_a_process_that_answers_is_alive_whatever_lies_behind_it(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counter.services.chain, "block_number", fail)
    assert counter.get("/healthz").json() == {"status": "ok"}


def fail() -> int:
    raise NodeUnreachable("nobody there")


def test_it_is_ready_when_it_has_read_the_chain(counter: Counter) -> None:
    told = counter.get("/readyz").json()
    assert (told["status"], told["troubles"]) == ("ready", [])
    assert told["block"] == told["chain_block"]


def test_it_is_not_ready_before_anything_is_indexed(counter: Counter, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = new_store(tmp_path_factory.mktemp("empty"))
    counter.app.state.services = replace(counter.services, store=store)
    problem(counter.get("/readyz"), 503, "not-ready")
    problem(counter.get("/v1/manifest"), 503, "not-ready")
    problem(counter.get("/v1/parties"), 503, "not-ready")
    store.close()


def test_it_is_not_ready_while_the_node_is_silent(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counter.services.chain, "block_number", fail)
    answer = counter.get("/readyz")
    problem(answer, 503, "not-ready")
    assert answer.headers["retry-after"] == "1"


def test_it_is_not_ready_while_the_index_is_far_behind(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    block = counter.get("/readyz").json()["block"]
    monkeypatch.setattr(counter.services.chain, "block_number", lambda: block + 51)
    assert "51 blocks behind" in problem(counter.get("/readyz"), 503, "not-ready")["titles"]["en"]


def test_what_somebody_must_look_at_is_told_while_it_goes_on(counter: Counter) -> None:
    with counter.office.store.begin() as unit:
        chain_rows.raise_alarm(unit.connection, "an old backup was restored")
        chain_rows.set_divergent(unit.connection, 2)
        lanes.create(unit.connection, "1:0xaa", 0)
        lease = lanes.take(unit.connection, "1:0xaa", "somebody", 1000, 1000)
        assert lease is not None
        lanes.stop(unit.connection, lease, "a foreign use of the key")
    assert counter.get("/readyz").json()["troubles"] == [
        "1:0xaa: a foreign use of the key",
        "an old backup was restored",
        "2 entries differ from the chain",
    ]


def test_the_manifest_names_what_a_verifying_person_pins(counter: Counter) -> None:
    told = counter.get("/v1/manifest").json()
    manifest = counter.office.manifest
    assert told["pin"] == {
        "genesisHash": "0x" + manifest.genesis_hash.hex(),
        "signer": told["signer"],
        "ledger": "0x" + manifest.ledger.address.hex(),
    }
    assert told["chain_id"] == manifest.chain_id
    assert told["chapters"].keys() == manifest.chapters.keys()


def test_a_path_or_method_that_is_none_is_a_problem_too(counter: Counter) -> None:
    problem(counter.get("/v2/entries"), 404, "not-found")
    problem(counter.get("/v1/entries/"), 404, "not-found")
    answer = counter.client.put("/v1/filings", json={})
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_of_another_type_is_refused(counter: Counter, kind: str) -> None:
    headers = {"Authorization": f"Bearer {counter.key(1)}", "Idempotency-Key": "typed", "Content-Type": kind}
    problem(counter.client.post("/v1/filings", content=b"acts=1", headers=headers), 400, "value-not-valid")
