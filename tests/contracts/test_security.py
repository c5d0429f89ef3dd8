"""The list of dangers, docs/security.md: every test it names exists."""

import re
from pathlib import Path

import pytest

from tests.contracts.test_rules import read_tests

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path, name", NAMED, ids=[name for _, name in NAMED])
def test_a_danger_has_the_test_it_names(path: str, name: str) -> None:
    assert name in read_tests(path)


def test_every_danger_names_a_test() -> None:
    rows = [
        line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "danger" not in line
    ]
    assert rows
    assert all("::test_" in row for row in rows)
