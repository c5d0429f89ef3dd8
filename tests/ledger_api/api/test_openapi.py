import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger_api.api import __main__ as command
from ledger_api.api.app import description
from ledger_api.api.problems import status_of
from ledger_api.api.schemas.problems import Problem
from ledger_api.domain.errors import Refused, catalogue
from tests.contracts.stage import Cast
from tests.ledger_api.api.counter import Counter

METHODS = {"get", "post", "put", "patch", "delete"}
COPY = Path("docs/openapi.json")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return description()


def operations(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def test_the_committed_description_is_fresh(described: dict[str, Any]) -> None:
    assert json.loads(COPY.read_text(encoding="utf-8")) == described


def test_every_route_says_what_it_is_for(described: dict[str, Any]) -> None:
    for route, operation in operations(described):
        assert operation["summary"], route
        assert operation["description"], route
        assert operation["tags"], route


def test_no_two_routes_have_one_name(described: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(described)]
    assert len(names) == len(set(names))


def test_every_failure_a_route_lists_has_the_status_it_is_listed_under(described: dict[str, Any]) -> None:
    for route, operation in operations(described):
        for status, response in operation["responses"].items():
            for code in response.get("content", {}).get("application/problem+json", {}).get("examples", {}):
                assert str(status_of(code)) == status, (route, code)


def test_every_code_is_listed_by_some_route_or_belongs_to_none(described: dict[str, Any]) -> None:
    listed = {
        code
        for _, operation in operations(described)
        for response in operation["responses"].values()
        for code in response.get("content", {}).get("application/problem+json", {}).get("examples", {})
    }
    assert catalogue().keys() - listed <= NOT_OF_A_ROUTE
    assert {code for code, row in catalogue().items() if row.kind == Refused.__name__} <= listed


NOT_OF_A_ROUTE = {
    "method-not-allowed",  # of no route that is there
    "too-many-requests",  # a proxy's
    "chain-foreign",  # the facade does not start
    "superseded",
    "filing-frozen",
}


def test_examples_of_problems_are_problems() -> None:
    for example in description()["components"]["examples"].values():
        assert Problem.model_validate(example["value"]).code == example["value"]["code"]


@pytest.mark.parametrize("name, path", [("NewFiling", "filings"), ("NewCase", "cases"), ("NewParty", "parties")])
def test_examples_of_requests_are_taken_by_the_ledger(counter: Counter, cast: Cast, name: str, path: str) -> None:
    (example,) = description()["components"]["schemas"][name]["examples"]
    by, officers = (cast.operator, cast.operator.both) if name == "NewParty" else (cast.holder, [cast.holder.one])
    ours = {"P-2": cast.registrar.number, "P-3": cast.holder.number}
    text = json.dumps(example, ensure_ascii=False)
    for theirs, number in ours.items():
        text = text.replace(f'"{theirs}"', f'"P-{number}"')
    assert counter.done(f"/v1/{path}", json.loads(text), officers, by)["state"] == "final"


def test_malformed_requests_are_never_listed_as_422(described: dict[str, Any]) -> None:
    assert "HTTPValidationError" not in json.dumps(described)


def test_the_check_tells_a_stale_copy_from_a_fresh_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "openapi.json"

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["api", "describe", "--to", str(copy), *arguments])
        return command.main()

    assert run("--check") == 1
    assert "is stale" in capsys.readouterr().err
    assert run() == 0
    assert run("--check") == 0
    copy.write_text(copy.read_text(encoding="utf-8").replace("Idempotency-Key", "Key"), encoding="utf-8")
    assert run("--check") == 1
