"""The content fingerprint written in JavaScript agrees with the shared vectors, as Python's does."""

import json
from pathlib import Path

import pytest

from tests.conformance.conftest import Program

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "fingerprint.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def answers(javascript: Program) -> dict[str, list[object]]:
    found: dict[str, list[object]] = javascript("fingerprint_vectors.mjs", stdin=VECTORS)
    return found


def test_files_have_the_roots_of_their_vectors(answers: dict[str, list[object]]) -> None:
    assert answers["files"] == [vector["root"] for vector in VECTORS["files"]]


def test_folders_have_the_roots_of_their_vectors(answers: dict[str, list[object]]) -> None:
    assert answers["folders"] == [vector["root"] for vector in VECTORS["folders"]]


def test_what_has_no_fingerprint_is_refused(answers: dict[str, list[object]]) -> None:
    assert answers["refused"] == [True for _ in VECTORS["refused"]]
