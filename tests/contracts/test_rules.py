"""The matrix of rules: every place named in docs/rules.toml and docs/derived.toml bears its rule's number, every test named there
exists and says so, and no rule of the catalogue is without both."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CATALOGUE: Mapping[int, Any] = yaml.safe_load((DOCS / "catalogue.yml").read_text(encoding="utf-8"))
RULES: Mapping[str, Any] = tomllib.loads((DOCS / "rules.toml").read_text(encoding="utf-8"))
DERIVED: Mapping[str, Any] = tomllib.loads((DOCS / "derived.toml").read_text(encoding="utf-8"))
MENTION = re.compile(r"[Rr]ules? (\d+(?:(?:–|, | and )\d+)*)")


def numbers(text: str) -> set[int]:
    """The rules a text names: `rule 23`, `rules 3, 4`, `rules 14–20`."""
    found: set[int] = set()
    for match in MENTION.finditer(text):
        for part in re.split(r", | and ", match[1]):
            first, _, last = part.partition("–")
            found.update(range(int(first), int(last or first) + 1))
    return found


def of_rule(matrix: Mapping[str, Any], field: str) -> list[Any]:
    """Every entry of a field, with its rule."""
    found = [(int(number), entry) for number, rule in matrix.items() for entry in rule[field]]
    return [pytest.param(number, entry, id=f"{number} {entry}") for number, entry in found]


@cache
def functions(path: str) -> Mapping[str, str]:
    """The text of each function of a source, with the comments right above it; overloads together."""
    lines = (ROOT / "contracts" / path).read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for name, start, end in spans(lines):
        found[name] = found.get(name, "") + "\n".join(lines[start:end])
    return found


def spans(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Name, first line and line after the last of each function."""
    for number, line in enumerate(lines):
        if match := re.match(r"    function (\w+)", line):
            start = number
            while lines[start - 1].strip().startswith("//"):
                start -= 1
            end = number
            while lines[end] != "    }" and not lines[end].endswith(";"):
                end += 1
            while lines[end] != "    }" and "{" in "".join(lines[number : end + 1]):
                end += 1
            yield match[1], start, end + 1


@cache
def texts(path: Path) -> Mapping[str, str]:
    """The text of each function and class of a Python module, and its description as that of ""."""
    source = path.read_text(encoding="utf-8")
    module, lines = ast.parse(source), source.splitlines()
    named = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.ClassDef))
    found = {node.name: "\n".join(lines[node.lineno - 1 : node.end_lineno]) for node in named}
    return found | {"": ast.get_docstring(module) or ""}


def read_tests(path: str) -> Mapping[str, str]:
    """The text of each test of a file, which is named from tests/contracts or, elsewhere, from tests."""
    outside = path.startswith(("contracts/", "hardhat_free_env/", "ledger_api/", "scenarios/"))
    return texts(ROOT / "tests" / path if outside else ROOT / "tests" / "contracts" / path)


def bears(place: str) -> set[int]:
    """The rules that a place outside the contracts names."""
    path, _, name = place.partition(":")
    if path.endswith(".md"):
        return {int(name)} if f"## {name}\n" in (ROOT / path).read_text(encoding="utf-8") else set()
    return numbers(texts(ROOT / path)[name])


def test_every_rule_has_a_place_and_a_test() -> None:
    assert set(CATALOGUE) == set(range(1, 126))
    assert {int(number) for number in (*RULES, *DERIVED)} == set(CATALOGUE)


@pytest.mark.parametrize("number", CATALOGUE)
def test_the_catalogue_says_it_in_two_languages_with_its_source(number: int) -> None:
    rule = CATALOGUE[number]
    assert set(rule) == {"kind", "zh", "en", "source"}
    assert all(rule.values())
    assert set(rule["kind"]) <= set("KFPD")


@pytest.mark.parametrize("number", RULES)
def test_a_rule_says_where_it_is_enforced_and_how_far(number: str) -> None:
    rule = RULES[number]
    assert set(rule) == {"guards", "tests", "reach"}
    assert all(rule.values())


@pytest.mark.parametrize("number", DERIVED)
def test_what_no_contract_refuses_by_says_where_it_is_seen_to(number: str) -> None:
    rule = DERIVED[number]
    assert set(rule) == {"places", "tests"} | ({"reach"} if number not in RULES else set())  # said once, in rules.toml
    assert all(rule.values())


@pytest.mark.parametrize("number", [*RULES, *(number for number in DERIVED if number not in RULES)])
def test_how_far_a_rule_holds_is_said_in_two_languages(number: str) -> None:
    reach = (RULES.get(number) or DERIVED[number])["reach"]
    assert set(reach) == {"zh", "en"}
    assert re.search("[一-龥]", reach["zh"])
    assert re.match("[A-Z]", reach["en"])
    assert reach["zh"].endswith("。")
    assert reach["en"].endswith(".")


@pytest.mark.parametrize("number, guard", of_rule(RULES, "guards"))
def test_a_guard_bears_its_number(number: int, guard: str) -> None:
    path, _, function = guard.partition(":")
    text = functions(path)[function] if function else (ROOT / "contracts" / path).read_text(encoding="utf-8")
    assert number in numbers(text)


@pytest.mark.parametrize("number, place", of_rule(DERIVED, "places"))
def test_a_place_bears_its_number(number: int, place: str) -> None:
    assert number in bears(place)


@pytest.mark.parametrize("number, test", [*of_rule(RULES, "tests"), *of_rule(DERIVED, "tests")])
def test_a_test_says_which_rule_it_shows(number: int, test: str) -> None:
    path, _, name = test.partition("::")
    assert number in numbers(read_tests(path)[name])


def test_every_rule_named_in_the_contracts_is_in_the_matrix() -> None:
    """Descriptions may name a neighbour; what a line of code enforces has an entry."""
    named = {
        rule
        for source in sorted((ROOT / "contracts").rglob("*.sol"))
        if "node_modules" not in source.parts
        for line in source.read_text(encoding="utf-8").splitlines()
        if re.search(r"(?<!/)// .*rule", line)  # beside a guard, not in a description
        for rule in numbers(line)
    }
    assert named <= {int(number) for number in RULES}
