from collections.abc import Iterator
from typing import Annotated

import pytest
from fastapi import APIRouter, FastAPI, Query
from fastapi.testclient import TestClient
from httpx2 import Response
from prometheus_client import CollectorRegistry
from pydantic import BaseModel, ConfigDict

from ledger_api.api import documented, problems
from ledger_api.api.limits import MOST_BYTES, BodyLimit
from ledger_api.api.strict import StrictRoute
from ledger_api.api.tracing import Tracing
from ledger_api.domain.errors import InTheWay, NotNow, catalogue, refusal


class Thing(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = 1


router = APIRouter(route_class=StrictRoute)


@router.post("/things")
def make(thing: Thing) -> str:
    return thing.name


@router.get("/things")
def things(limit: Annotated[int, Query(ge=1)] = 5) -> int:
    return limit


@router.get("/reserved")
def reserved() -> None:
    raise InTheWay("nonce-reserved", blocking=["F-1"], officer=3, nonce=7)


@router.get("/refused")
def refused() -> None:
    raise refusal("NoticeOpen", {"lastDay": 20_680})


@router.get("/later")
def later() -> None:
    raise NotNow("index-behind", block=5, wanted=9)


@router.get("/broken")
def broken() -> None:
    raise ValueError("dpr_live_secret")


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = FastAPI()
    problems.install(app)
    app.include_router(router)
    app.add_middleware(BodyLimit)
    app.add_middleware(Tracing, registry=CollectorRegistry())
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def assert_problem(response: Response, status: int, code: str) -> None:
    body = response.json()
    assert (response.status_code, body["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert body["titles"]["zh"]
    assert body["titles"]["en"] == body["title"]
    assert body["remedy"]["zh"]
    assert body["remedy"]["en"]
    assert body["trace_id"] == response.headers["trace-id"]


def test_an_unknown_field_is_refused_by_its_name(client: TestClient) -> None:
    response = client.post("/things", json={"name": "a", "nmae": "b"})
    assert_problem(response, 400, "unknown-field")
    assert response.json()["details"]["field"] == "/nmae"


def test_a_missing_field_is_named(client: TestClient) -> None:
    response = client.post("/things", json={})
    assert_problem(response, 400, "missing-field")
    assert response.json()["details"]["field"] == "/name"


def test_all_that_is_wrong_with_a_body_is_told_at_once(client: TestClient) -> None:
    response = client.post("/things", json={"name": 1, "size": "x"})
    assert_problem(response, 400, "value-not-valid")
    assert [each["pointer"] for each in response.json()["details"]["errors"]] == ["/name", "/size"]


@pytest.mark.parametrize("body", [b"{", b"{'a': 1}", b'{"name": "a"', b"\xff\xfe", b"[" * 100_000])
def test_malformed_json_is_refused(client: TestClient, body: bytes) -> None:
    response = client.post("/things", content=body, headers={"content-type": "application/json"})
    assert_problem(response, 400, "malformed-json")


def test_a_body_of_another_type_is_refused(client: TestClient) -> None:
    response = client.post("/things", content=b"name=a", headers={"content-type": "text/plain"})
    assert_problem(response, 400, "value-not-valid")


def test_an_unknown_query_parameter_is_refused_by_its_name(client: TestClient) -> None:
    response = client.get("/things", params={"limits": "3"})
    assert_problem(response, 400, "unknown-parameter")
    assert response.json()["details"]["field"] == "limits"


def test_a_query_parameter_is_taken_once(client: TestClient) -> None:
    assert_problem(client.get("/things?limit=1&limit=2"), 400, "value-not-valid")
    assert client.get("/things?limit=2").json() == 2


def test_a_known_parameter_out_of_bounds_is_refused(client: TestClient) -> None:
    response = client.get("/things?limit=0")
    assert_problem(response, 400, "value-not-valid")
    assert response.json()["details"]["field"] == "limit"


def test_a_body_announced_too_large_is_refused(client: TestClient) -> None:
    response = client.post("/things", content=b" " * (MOST_BYTES + 1), headers={"content-type": "application/json"})
    assert_problem(response, 413, "body-too-large")


def test_a_body_that_turns_out_too_large_is_refused(client: TestClient) -> None:
    parts = (b" " * (MOST_BYTES // 4) for _ in range(5))
    response = client.post("/things", content=parts, headers={"content-type": "application/json"})
    assert "content-length" not in response.request.headers
    assert_problem(response, 413, "body-too-large")


def test_a_body_of_just_the_most_bytes_is_taken(client: TestClient) -> None:
    body = b'{"name": "a"}'.ljust(MOST_BYTES)
    response = client.post("/things", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 200


def test_a_path_that_is_none_is_not_found(client: TestClient) -> None:
    assert_problem(client.get("/nothing"), 404, "not-found")


def test_a_method_that_is_not_there_says_which_are(client: TestClient) -> None:
    response = client.delete("/things")
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["allow"]


def test_what_stands_in_the_way_is_named(client: TestClient) -> None:
    response = client.get("/reserved")
    assert_problem(response, 409, "nonce-reserved")
    assert response.json()["blocking"] == ["F-1"]


def test_the_registers_refusal_comes_with_its_own_values(client: TestClient) -> None:
    response = client.get("/refused")
    assert_problem(response, 422, "notice-open")
    assert "2026-08-15" in response.json()["titles"]["en"]


def test_what_may_succeed_later_says_when_to_try(client: TestClient) -> None:
    response = client.get("/later")
    assert_problem(response, 503, "index-behind")
    assert response.headers["retry-after"] == "1"


def test_what_nobody_foresaw_is_told_without_its_cause(client: TestClient) -> None:
    response = client.get("/broken")
    assert_problem(response, 500, "internal")
    assert "secret" not in response.text


def test_the_callers_trace_is_kept(client: TestClient) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    response = client.get("/things", headers={"traceparent": f"00-{trace}-b7ad6b7169203331-01"})
    assert response.headers["trace-id"] == trace
    assert (
        client.get("/things", headers={"traceparent": f"00-{'0' * 32}-b7ad6b7169203331-01"}).headers["trace-id"]
        != trace
    )


def test_every_error_has_a_status_and_an_example() -> None:
    for code in catalogue():
        assert 400 <= problems.status_of(code) < 600
        assert documented.example(code)["code"] == code
