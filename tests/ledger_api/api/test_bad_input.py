"""What strangers and mistakes send: each a clear problem with a code and a remedy, and nothing changed by it."""

import json
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.api.app import description
from ledger_api.api.limits import MOST_BYTES
from ledger_api.domain.filing import Domain
from ledger_api.domain.ids import entry_id
from ledger_api.domain.progress import Progress
from ledger_api.store import filings
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.api.conftest import CONTENT
from tests.ledger_api.api.counter import Counter, problem
from tests.ledger_api.story import tell


@pytest.fixture
def opening(cast: Cast) -> dict[str, Any]:
    """A filing that opens an entry."""
    return {
        "signatories": [f"O-{cast.holder.one.number}"],
        "acts": [{"act": "open", "args": {"content": CONTENT, "applicant": f"P-{cast.holder.number}"}}],
    }


def count(counter: Counter) -> int:
    with counter.office.store.read() as connection:
        return len(filings.listed(connection, filings.Sight(), most=1000))


def sign(counter: Counter, cast: Cast, draft: dict[str, Any], digest: bytes, **more: Any) -> Any:  # noqa: ANN401 - a response
    seal = cast.holder.one.seal(digest)
    body = {"officer": f"O-{cast.holder.one.number}", "seal": "0x" + seal.hex()} | more
    return counter.post(f"/v1/filings/{draft['id']}/signatures", body, cast.holder)


def test_an_unknown_field_is_refused_on_every_route_that_takes_a_body(counter: Counter, cast: Cast) -> None:
    for path, methods in description()["paths"].items():
        operation = methods.get("post", {})
        if "requestBody" not in operation:
            continue
        answer = counter.post(path.replace("{number}", "2"), {"nonsense": 1}, cast.holder)
        told = answer.json()
        assert answer.status_code == 400, (path, told)
        assert {"pointer": "/nonsense", "problem": "Extra inputs are not permitted"} in told["details"]["errors"]
    assert count(counter) == 0


@pytest.mark.parametrize(
    "change, code",
    [
        ({"acts": []}, "missing-field"),
        ({"acts": [{"act": "fly", "args": {}}]}, "unknown-act"),
        ({"acts": [{"act": "open", "args": {"contents": CONTENT}}]}, "unknown-field"),
        ({"acts": [{"act": "deem", "args": {"entry": "#1", "case": 2}}]}, "reference-not-valid"),
        ({"acts": [{"act": "deem", "args": {"entry": "E-0000000000000", "case": 2}}]}, "entry-unknown"),
        ({"acts": [{"act": "deem", "args": {"entry": "E-0000000000001", "case": 2}}]}, "id-malformed"),
        ({"signatories": []}, "signatories-not-valid"),
        ({"signatories": ["O-7", "O-7"]}, "signatories-not-valid"),
        ({"signatories": ["P-7"]}, "id-malformed"),
        ({"deadline": "2020-01-01T00:00:00Z"}, "deadline-not-valid"),
        ({"deadline": "2030-01-01T00:00:00Z"}, "deadline-not-valid"),
        ({"deadline": "tomorrow"}, "value-not-valid"),
        ({"nonce": -1}, "value-not-valid"),
        ({"nonce": 1 << 60}, "value-not-valid"),
        ({"acts": [{"act": "open", "args": {"content": CONTENT, "applicant": 1e300}}]}, "id-malformed"),
    ],
)
def test_what_cannot_be_composed_is_refused_and_nothing_is_kept(
    counter: Counter, cast: Cast, opening: dict[str, Any], change: dict[str, Any], code: str
) -> None:
    body = opening | change
    by = cast.registrar  # composes for others, so that its own officers need not be among the signatories
    problem(counter.post("/v1/filings", body, by), 400, code)
    assert count(counter) == 0


def test_too_many_acts_are_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    problem(counter.post("/v1/filings", opening | {"acts": opening["acts"] * 51}, cast.holder), 400, "too-many-acts")


def test_an_officer_nobody_bound_is_not_found(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    problem(counter.post("/v1/filings", opening | {"signatories": ["O-9999"]}, cast.registrar), 404, "not-found")


def test_a_number_that_is_reserved_names_who_has_it(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    first = counter.compose("/v1/filings", opening | {"nonce": 5}, cast.holder)
    told = problem(counter.post("/v1/filings", opening | {"nonce": 5}, cast.holder), 409, "nonce-reserved")
    assert told["blocking"] == [first["id"]]


def test_a_number_used_on_the_ledger_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    done = counter.done("/v1/filings", opening, [cast.holder.one], cast.holder)
    again = opening | {"nonce": done["nonce"]["number"]}
    assert counter.post("/v1/filings", again, cast.holder).json()["code"] in {"nonce-used", "nonce-reserved"}


def test_a_signature_by_another_key_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    seal = cast.buyer.one.seal(bytes.fromhex(draft["digest"][2:]))
    body = {"officer": f"O-{cast.holder.one.number}", "seal": "0x" + seal.hex()}
    told = problem(counter.post(f"/v1/filings/{draft['id']}/signatures", body, cast.holder), 422, "wrong-signer")
    assert told["blocking"] == [f"O-{cast.holder.one.number}"]
    assert counter.record(draft["id"]).state is Progress.DRAFT


def test_a_signature_by_an_officer_not_named_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    seal = cast.buyer.one.seal(bytes.fromhex(draft["digest"][2:]))
    body = {"officer": cast.buyer.one.number, "seal": "0x" + seal.hex()}
    problem(counter.post(f"/v1/filings/{draft['id']}/signatures", body, cast.holder), 422, "officer-not-named")


def test_a_signature_for_a_foreign_chain_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    codec, ours = counter.office.composer.codec, counter.office.manifest.domain
    foreign = codec.filing_digest(Domain(1, ours.ledger), counter.record(draft["id"]).filing)
    problem(sign(counter, cast, draft, foreign), 422, "wrong-signer")
    domain = {"chainId": 1, "verifyingContract": "0x" + ours.ledger.hex()}
    told = problem(sign(counter, cast, draft, foreign, domain=domain), 422, "foreign-chain")
    assert told["details"]["chain_id"] == "1"


def test_a_wallets_own_domain_is_understood(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    said = draft["typed_data"]["domain"]
    domain = {"chainId": said["chainId"], "verifyingContract": said["verifyingContract"].upper().replace("0X", "0x")}
    assert sign(counter, cast, draft, bytes.fromhex(draft["digest"][2:]), domain=domain).status_code == 200


@pytest.mark.parametrize("seal", ["0x00", "0x" + "11" * 64, "0x" + "00" * 67, "0x14" + "22" * 20])
def test_a_malformed_seal_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any], seal: str) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    body = {"officer": cast.holder.one.number, "seal": seal}
    problem(counter.post(f"/v1/filings/{draft['id']}/signatures", body, cast.holder), 400, "seal-malformed")


@pytest.mark.parametrize("seal", ["", "00", "0x", "0xzz", "0x0", 7, None, "0x" + "00" * 20_000])
def test_a_seal_that_is_not_hexadecimal_is_refused(
    counter: Counter, cast: Cast, opening: dict[str, Any], seal: object
) -> None:
    draft = counter.compose("/v1/filings", opening, cast.holder)
    body = {"officer": cast.holder.one.number, "seal": seal}
    problem(counter.post(f"/v1/filings/{draft['id']}/signatures", body, cast.holder), 400, "value-not-valid")


def test_a_replayed_filing_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    done = counter.done("/v1/filings", opening, [cast.holder.one], cast.holder)
    problem(counter.post(f"/v1/filings/{done['id']}/submit", None, cast.holder), 409, "filing-state")


def test_a_filing_whose_deadline_has_passed_is_refused(
    counter: Counter, cast: Cast, stage: Stage, opening: dict[str, Any]
) -> None:
    draft = counter.compose("/v1/filings", opening | {"deadline": "2026-08-03T10:00:00+08:00"}, cast.holder)
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    stage.on("2026-08-04")
    stage.chain.seal()
    problem(counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder), 422, "deadline-passed")


def test_an_incomplete_list_of_burdens_is_refused(counter: Counter, cast: Cast, stage: Stage) -> None:
    story = tell(stage, cast)
    counter.office.indexer.catch_up()
    body = {
        "signatories": [f"O-{each}" for each in (cast.holder.one.number, cast.buyer.one.number)],
        "entry": entry_id(story.entry),
        "recorder": f"P-{cast.exchange.number}",
        "licensee": f"P-{cast.buyer.number}",
        "kind": "NON_EXCLUSIVE",
        "start": "2026-08-28",
        "end": "2026-12-31",
        "template": "GF_2025_2615",
        "contract": "keccak256:" + keccak(b"contract").hex(),
        "policy": "keccak256:" + keccak(b"policy").hex(),
        "burdens": [],
    }
    recorder = cast.exchange.officers["recorder"]
    officers = [cast.holder.one, cast.buyer.one, recorder]
    draft = counter.compose(
        "/v1/licences", body | {"signatories": [f"O-{each.number}" for each in officers]}, cast.holder
    )
    counter.sign(draft["id"], officers, cast.holder)
    problem(counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder), 422, "burden-list-incomplete")


def test_a_body_too_large_changes_nothing(counter: Counter, cast: Cast) -> None:
    headers = counter._headers(cast.holder) | {"Idempotency-Key": "large", "Content-Type": "application/json"}
    answer = counter.client.post("/v1/filings", content=b" " * (MOST_BYTES + 1), headers=headers)
    assert problem(answer, 413, "body-too-large")["details"]["most"] == MOST_BYTES


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"signatories": ["O-1"', b'{"acts": NaN}x'])
def test_malformed_json_changes_nothing(counter: Counter, cast: Cast, body: bytes) -> None:
    headers = counter._headers(cast.holder) | {"Idempotency-Key": "broken", "Content-Type": "application/json"}
    problem(counter.client.post("/v1/filings", content=body, headers=headers), 400, "malformed-json")


def test_numbers_that_programs_read_differently_are_refused(
    counter: Counter, cast: Cast, case_body: dict[str, Any]
) -> None:
    body = case_body | {"application": {"n": 1 << 60}, "signatories": [f"O-{cast.holder.one.number}"]}
    problem(counter.post("/v1/cases", body, cast.holder), 400, "value-not-valid")
    headers = counter._headers(cast.holder) | {"Idempotency-Key": "nan", "Content-Type": "application/json"}
    nan = b'{"signatories": ["O-2"], "acts": [{"act": "open", "args": {"x": NaN}}]}'
    assert counter.client.post("/v1/filings", content=nan, headers=headers).status_code == 400


@pytest.mark.parametrize("state", ["flying", "", "FINAL"])
def test_a_state_that_is_none_is_refused(counter: Counter, cast: Cast, state: str) -> None:
    problem(counter.get("/v1/filings", cast.holder, state=state), 400, "value-not-valid")


@pytest.mark.parametrize("after", ["x", "WzBd", "WzAsImEiXQ", "eyJhIjoxfQ"])
def test_a_cursor_that_is_none_is_refused(counter: Counter, cast: Cast, after: str) -> None:
    problem(counter.get("/v1/filings", cast.holder, after=after), 400, "cursor-not-valid")


@pytest.mark.parametrize(
    "text", [b'"\\ud800"', b'"\\u0000"', b'"\\u202e"', b'"' + b"x" * 5000 + b'"', b"[[]]", b'{"a": {}}', b"true"]
)
def test_texts_that_are_none_are_refused_wherever_they_stand(
    counter: Counter, cast: Cast, case_body: dict[str, Any], text: bytes
) -> None:
    headers = counter._headers(cast.holder) | {"Content-Type": "application/json"}
    whole = json.dumps(case_body | {"signatories": [f"O-{cast.holder.one.number}"]})
    for number, field in enumerate(("name", "registrar", "content", "form", "application", "at", "deadline")):
        said = json.loads(whole) | {field: "HERE"}
        body = json.dumps(said).encode().replace(b'"HERE"', text)
        once = headers | {"Idempotency-Key": f"text-{number}"}
        answer = counter.client.post("/v1/cases", content=body, headers=once)
        assert answer.status_code in {201, 400}, (field, answer.text)
    acts = b'{"signatories": ["O-2"], "acts": [{"act": "withdraw", "args": {"filing": HERE}}]}'.replace(b"HERE", text)
    answer = counter.client.post("/v1/filings", content=acts, headers=headers | {"Idempotency-Key": "acts"})
    assert answer.status_code in {400, 403, 404}, answer.text
