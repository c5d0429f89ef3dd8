"""The matrix of rules: every guard named in docs/rules.toml bears its rule's number, and every test named there exists and says so."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
RULES: Mapping[str, Any] = tomllib.loads((ROOT / "docs" / "rules.toml").read_text(encoding="utf-8"))
BUILT = {
    *range(1, 8), *range(10, 16), 17, 19, *range(22, 37), 38, 39, *range(43, 51), *range(52, 57), 58, 59,
    *range(61, 69), 71, *range(73, 76), 80, 82, *range(88, 91), 93, 94, 99, 105, *range(114, 117), 118, 119,
    *range(123, 126),
}  # fmt: skip
"""What the walking skeleton must reach."""

MENTION = re.compile(r"[Rr]ules? (\d+(?:(?:–|, | and )\d+)*)")


def numbers(text: str) -> set[int]:
    """The rules a text names: `rule 23`, `rules 3, 4`, `rules 14–20`."""
    found: set[int] = set()
    for match in MENTION.finditer(text):
        for part in re.split(r", | and ", match[1]):
            first, _, last = part.partition("–")
            found.update(range(int(first), int(last or first) + 1))
    return found


def of_rule(field: str) -> list[Any]:
    """Every entry of a field, with its rule."""
    found = [(int(number), entry) for number, rule in RULES.items() for entry in rule[field]]
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
def docstrings(path: str) -> Mapping[str, str]:
    """The docstring of each test of a module."""
    module = ast.parse((ROOT / "tests" / "contracts" / path).read_text(encoding="utf-8"))
    return {node.name: ast.get_docstring(node) or "" for node in module.body if isinstance(node, ast.FunctionDef)}


def test_every_rule_the_skeleton_reaches_is_in_the_matrix() -> None:
    assert {int(number) for number in RULES} >= BUILT


@pytest.mark.parametrize("number", RULES)
def test_a_rule_says_what_it_is_where_it_is_enforced_and_how_far(number: str) -> None:
    rule = RULES[number]
    assert set(rule) == {"rule", "guards", "tests", "reach"}
    assert all(rule.values())


@pytest.mark.parametrize("number, guard", of_rule("guards"))
def test_a_guard_bears_its_number(number: int, guard: str) -> None:
    path, _, function = guard.partition(":")
    text = functions(path)[function] if function else (ROOT / "contracts" / path).read_text(encoding="utf-8")
    assert number in numbers(text)


@pytest.mark.parametrize("number, test", of_rule("tests"))
def test_a_test_says_which_rule_it_shows(number: int, test: str) -> None:
    path, _, name = test.partition("::")
    assert number in numbers(docstrings(path)[name])


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
