import pytest
from fastapi.testclient import TestClient

from ledger_api.domain.enumerations import enumerations
from ledger_api.domain.progress import Progress
from tests.ledger_api.api.counter import Counter


@pytest.fixture
def client(counter: Counter) -> TestClient:
    return counter.client


def test_every_code_is_told_in_both_languages_to_anybody(client: TestClient) -> None:
    kinds = client.get("/v1/enumerations").json()["data"]
    assert {each["name"] for each in kinds} == {*enumerations(), "FilingState"}
    assert all(term["zh"] and term["en"] for each in kinds for term in each["terms"])


def test_one_kind_is_asked_for_by_name(client: TestClient) -> None:
    kind = client.get("/v1/enumerations/CaseState").json()
    assert kind["zh"] == "案件状态"
    assert {"code": "NOTICE", "value": 5, "zh": "公示中", "en": "In public notice"} in kind["terms"]


def test_the_states_of_a_filing_are_not_on_chain(client: TestClient) -> None:
    states = client.get("/v1/enumerations/FilingState").json()["terms"]
    assert [each["code"] for each in states] == list(Progress)
    assert {each["value"] for each in states} == {None}


def test_a_kind_that_is_none_is_not_found(client: TestClient) -> None:
    problem = client.get("/v1/enumerations/Colour")
    assert (problem.status_code, problem.json()["code"]) == (404, "not-found")
