"""One tenant asks for another's things, over every route there is: nothing of them may come back."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from httpx2 import Response

from ledger_api.api.app import description
from ledger_api.api.nouns import NOUNS
from ledger_api.auth.roles import AccessRole, Scope
from ledger_api.domain.audit import first_broken
from ledger_api.store import audit
from tests.contracts.stage import Cast, Player
from tests.ledger_api.api.counter import Counter, problem

SECRET = "密-9f3a-withheld"
PUBLIC = frozenset(
    {"entries", "cases", "licences", "objections", "parties", "officers", "enumerations", "acts", "manifest", *NOUNS}
)
"""Below /v1: what anybody may read; of some things not all (`test_nouns`)."""
OPEN = frozenset({"/healthz", "/readyz"})


@pytest.fixture
def theirs(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> dict[str, Any]:
    """A draft of the holder's that concerns the registrar, and nobody else."""
    body = case_body | {
        "application": {"contact": SECRET},
        "signatories": [f"O-{cast.holder.one.number}"],
    }
    return counter.compose("/v1/cases", body, cast.holder)


def operations() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Method, path and description of every route."""
    for path, methods in description()["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def filled(path: str, theirs: dict[str, Any]) -> str:
    """The path with the other tenant's ids in it."""
    values = {
        "filing": theirs["id"],
        "entry": "E-0000000000000",
        "number": "2",
        "batch": "2",
        "statement": "2",
        "party": "P-2",
        "officer": "O-2",
    }
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "open"), path)


def ask(counter: Counter, method: str, path: str, by: Player | None, body: dict[str, Any]) -> Response:
    """The route, with a body that names the other's things where one is taken."""
    headers = counter._headers(by) | {"Idempotency-Key": f"{method} {path}".replace(" ", "-")}
    if method == "post":
        return counter.client.post(path, json=body, headers=headers)
    return counter.client.request(method, path, headers=headers)


def leaks(answer: Response, theirs: dict[str, Any]) -> list[str]:
    """What of the other tenant's draft an answer tells, beside the id that was asked for."""
    told = answer.text + str(answer.headers)
    traces = [SECRET, theirs["digest"], theirs["acts"][0]["data"], theirs["typed_data"]["message"]["acts"][0]]
    return [each for each in traces if each in told]


def test_no_route_tells_a_stranger_of_anothers_filing(counter: Counter, cast: Cast, theirs: dict[str, Any]) -> None:
    signatories = [f"O-{cast.buyer.one.number}"]
    bodies: list[dict[str, Any]] = [
        {},
        {"signatories": signatories},
        {"signatories": signatories, "acts": [{"act": "withdraw", "args": {"filing": theirs["id"]}}]},
        {"officer": cast.buyer.one.number, "seal": "0x" + "00" * 65},
    ]
    for method, path, _ in operations():
        for body in bodies:
            answer = ask(counter, method, filled(path, theirs), cast.buyer, body)
            assert not leaks(answer, theirs), (method, path, answer.text)
            assert answer.status_code < 500, (method, path, answer.text)


def test_a_strangers_filing_is_as_if_it_were_not(counter: Counter, cast: Cast, theirs: dict[str, Any]) -> None:
    for suffix in ("", "/openings"):
        for filing in (theirs["id"], "F-0000000000000000"):
            told = problem(counter.get(f"/v1/filings/{filing}{suffix}", cast.buyer), 404, "not-found")
            assert told["details"] == {"id": filing}
    assert counter.get("/v1/filings", cast.buyer).json()["data"] == []
    acts = [{"act": "withdraw", "args": {"filing": theirs["id"]}}]
    body = {"signatories": [f"O-{cast.buyer.one.number}"], "acts": acts}
    problem(counter.post("/v1/filings", body, cast.buyer), 404, "not-found")


def test_whom_a_filing_concerns_sees_it(counter: Counter, cast: Cast, theirs: dict[str, Any]) -> None:
    for player in (cast.holder, cast.registrar):
        assert counter.get(f"/v1/filings/{theirs['id']}", player).json()["digest"] == theirs["digest"]
        assert [each["id"] for each in counter.get("/v1/filings", player).json()["data"]] == [theirs["id"]]
        assert SECRET in counter.get(f"/v1/filings/{theirs['id']}/openings", player).text


def test_whom_a_draft_concerns_cannot_drop_it(counter: Counter, cast: Cast, theirs: dict[str, Any]) -> None:
    headers = counter._headers(cast.registrar)
    problem(counter.client.delete(f"/v1/filings/{theirs['id']}", headers=headers), 403, "not-your-party")
    assert counter.get(f"/v1/filings/{theirs['id']}", cast.holder).json()["state"] == "draft"


def test_without_a_key_only_public_facts_are_told(counter: Counter, theirs: dict[str, Any]) -> None:
    for method, path, _ in operations():
        answer = ask(counter, method, filled(path, theirs), None, {})
        is_public = path in OPEN or (
            method == "get" and path.split("/")[2] in PUBLIC if path.startswith("/v1") else False
        )
        assert (answer.status_code == 401) != is_public, (method, path, answer.status_code)
        assert is_public or answer.headers["www-authenticate"] == "Bearer"


def test_a_wrong_key_is_refused_even_for_public_facts(counter: Counter, theirs: dict[str, Any]) -> None:
    for method, path, _ in operations():
        if path in OPEN:
            continue
        answer = counter.client.request(
            method, filled(path, theirs), headers={"Authorization": f"Bearer dpr_live_{'a' * 16}_{'b' * 52}"}
        )
        problem(answer, 401, "key-not-valid")


def test_every_route_that_takes_a_key_says_so_in_its_description() -> None:
    for method, path, operation in operations():
        is_signed_in = "401" in operation["responses"] and "key-missing" in str(operation["responses"]["401"])
        is_public = path in OPEN or (method == "get" and path.startswith("/v1") and path.split("/")[2] in PUBLIC)
        assert is_signed_in or is_public, (method, path)


@pytest.mark.parametrize(
    "scope, allowed",
    [(Scope.READ, {"get"}), (Scope.DRAFT, {"compose", "withdraw"}), (Scope.SIGN, {"sign"}), (Scope.SUBMIT, {"submit"})],
)
def test_a_key_is_good_for_its_scope_only(
    counter: Counter, cast: Cast, theirs: dict[str, Any], scope: Scope, allowed: set[str]
) -> None:
    key = counter.key(cast.holder.number, AccessRole.MERCHANT, scopes=[scope])
    headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": "scoped"}
    signatories = [f"O-{cast.holder.one.number}"]
    asked = {
        "get": ("get", "", None),
        "compose": ("post", "../filings", {"signatories": signatories, "acts": []}),
        "withdraw": ("post", "/withdraw", {"signatories": signatories}),
        "sign": ("post", "/signatures", {"officer": 1, "seal": "0x00"}),
        "submit": ("post", "/submit", None),
        "sign and submit": ("post", "/submit", {"signatures": [{"officer": "O-1", "seal": "0x00"}]}),
    }
    for name, (method, suffix, body) in asked.items():
        path = "/v1/filings" if suffix.startswith("..") else f"/v1/filings/{theirs['id']}{suffix}"
        answer = counter.client.request(method, path, json=body, headers=headers)
        assert (answer.status_code == 403) == (name not in allowed), (name, answer.text)


def test_a_monitor_sees_metrics_and_nothing_else(counter: Counter, cast: Cast, theirs: dict[str, Any]) -> None:
    headers = {"Authorization": f"Bearer {counter.key(None, AccessRole.MONITOR)}"}
    told = counter.client.get("/metrics", headers=headers).text
    assert 'dpr_filings{state="draft"} 1.0' in told
    assert "dpr_index_block" in told
    assert "dpr_http_requests_total" in told
    problem(counter.client.get("/v1/filings", headers=headers), 403, "not-allowed")
    problem(counter.get("/metrics", cast.holder), 403, "not-allowed")


def test_who_composes_signs_or_serves_those_who_do(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> None:
    body = case_body | {"signatories": [f"O-{cast.holder.one.number}"]}
    problem(counter.post("/v1/cases", body, cast.buyer), 403, "not-your-party")
    assert counter.post("/v1/cases", body, cast.registrar).status_code == 201


def test_everything_done_and_every_opening_stands_in_the_audit_log(
    counter: Counter, cast: Cast, theirs: dict[str, Any]
) -> None:
    """Rule 122."""
    filing = theirs["id"]
    counter.get(f"/v1/filings/{filing}/openings", cast.registrar)
    counter.sign(filing, [cast.holder.one], cast.holder)
    counter.post(f"/v1/filings/{filing}/submit", None, cast.holder)
    with counter.office.store.read() as connection:
        kept = list(audit.records(connection))
    assert first_broken(kept) is None
    about = [(record.action, record.party) for record, _ in kept if record.subject == filing]
    holder, registrar = cast.holder.number, cast.registrar.number
    assert about == [
        ("filing.composed", holder),
        ("openings.read", registrar),
        ("filing.signed", holder),
        ("filing.submitted", holder),
    ]
    assert SECRET not in str(kept)
