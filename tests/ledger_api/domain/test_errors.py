"""Errors: every contract error has its texts, every code raised is in the tables, texts speak of values that are there."""

import ast
import json
import pickle
import string
from pathlib import Path

import pytest

from ledger_api.domain.errors import KINDS, LedgerError, NotFound, Refused, catalogue, kebab, refusal, restore
from ledger_api.domain.tables import rows

ROOT = Path(__file__).parents[3]
ARTIFACTS = ROOT / "contracts" / "artifacts"


def contract_errors() -> dict[str, dict[str, str]]:
    """Name → arguments with their ABI types, of every error in contracts of ours."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(ARTIFACTS.glob("*.json")):
        artifact = json.loads(path.read_text())
        if not artifact.get("sourceName", "").startswith("contracts/"):
            continue
        for item in artifact["abi"]:
            if item["type"] == "error":
                found[item["name"]] = {each["name"]: each["type"] for each in item["inputs"]}
    return found


def sample(kind: str) -> bytes | str | int:
    return b"\x07" * 32 if kind.startswith("bytes") else "0x" + "ab" * 20 if kind == "address" else 1


def codes_raised() -> set[tuple[str, str]]:
    """(class, code) of every `SomeError("code", …)` in the facade."""
    found = set()
    verifier = ROOT / "ledger_api" / "verifier"  # stands alone and has refusals of its own
    for path in (ROOT / "ledger_api").rglob("*.py"):
        if verifier in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in KINDS:
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                found.add((node.func.id, str(node.args[0].value)))
    return found


@pytest.mark.parametrize("name", sorted(contract_errors()))
def test_a_contract_error_has_texts_in_both_languages_with_all_their_values(name: str) -> None:
    values = {argument: sample(kind) for argument, kind in contract_errors()[name].items()}
    error = refusal(name, values)
    assert error.code == kebab(name) != "contract-error"
    assert error.titles["zh"]
    assert error.titles["en"]
    assert error.remedy["zh"]
    assert error.remedy["en"]
    assert json.loads(json.dumps(error.details)) == error.details


def test_no_text_is_left_over_from_an_error_that_no_contract_has() -> None:
    assert set(rows(ROOT / "ledger_api" / "domain" / "refusals")) <= set(contract_errors())


def test_both_languages_speak_of_the_same_values() -> None:
    for code, row in catalogue().items():
        for text in (row.title, row.remedy):
            assert named(text["zh"]) == named(text["en"]), code


def named(template: str) -> set[tuple[str, str | None]]:
    return {(name, kind) for _, name, kind, _ in string.Formatter().parse(template) if name}


def test_every_code_raised_in_the_facade_is_in_the_tables_under_its_kind() -> None:
    """Rule 42."""
    wrong = {(kind, code) for kind, code in codes_raised() if code not in catalogue() or catalogue()[code].kind != kind}
    assert not wrong


def test_an_error_says_which_burden_stands_in_the_way() -> None:
    error = refusal("Burdened", {"entry": bytes(32), "number": 12, "kind": 5})
    assert error.blocking == ("E-0000000000000/12",)
    assert "异议争议" in error.titles["zh"]


def test_an_error_of_another_contract_is_named_but_not_explained() -> None:
    assert refusal("AccessManagerNotReady", {"operationId": bytes(32)}).code == "contract-error"


def test_an_error_must_be_of_the_kind_its_code_has() -> None:
    with pytest.raises(TypeError):
        NotFound("key-reused")


def test_an_error_survives_being_kept_and_restored() -> None:
    error = refusal("NonceUsed", {"officer": 7, "nonce": 3})
    kept = json.loads(json.dumps([error.code, error.blocking, error.details]))
    again = restore(*kept)
    assert isinstance(again, Refused)
    assert again.titles == error.titles
    assert isinstance(pickle.loads(pickle.dumps(error)), LedgerError)
