"""Commitments: as docs/commitments.md says, by the vectors it shares with the verifier."""

import json
from pathlib import Path
from typing import Any

import pytest

from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import NotUnderstood

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "commitments.json").read_text())
SALT = bytes(range(32))


@pytest.mark.parametrize("vector", VECTORS)
def test_root_and_openings_are_those_of_the_vectors(vector: dict[str, Any]) -> None:
    commitment = Commitment.of(vector["record"], bytes.fromhex(vector["salt"][2:]))
    assert "0x" + commitment.root.hex() == vector["root"]
    for opening in vector["openings"]:
        assert commitment.opening(opening["field"]).document() == opening


def test_another_salt_gives_another_root() -> None:
    record = {"price": "120000.00"}
    assert Commitment.of(record, SALT).root != Commitment.of(record, bytes(32)).root


def test_the_order_in_which_fields_come_does_not_matter() -> None:
    record = {"b": 1, "a": 2, "c": [True, None]}
    assert Commitment.of(record, SALT).root == Commitment.of(dict(reversed(record.items())), SALT).root


@pytest.mark.parametrize("value", [1.5, float("nan"), 1 << 53, -(1 << 53), b"x"])
def test_a_value_that_is_written_in_many_ways_is_refused(value: object) -> None:
    with pytest.raises(NotUnderstood):
        Commitment.of({"amount": {"deep": [value]}}, SALT)


def test_an_empty_record_is_refused() -> None:
    with pytest.raises(NotUnderstood):
        Commitment.of({}, SALT)


def test_names_that_become_one_in_nfc_are_refused() -> None:
    with pytest.raises(NotUnderstood):
        Commitment.of({"é": 1, "e\u0301": 2}, SALT)
