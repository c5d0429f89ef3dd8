"""Disclosed fields are held against a root that an act carries; the shared vectors of docs/commitments.md agree."""

import json
from pathlib import Path
from typing import Any

import pytest

from ledger_api.verifier.item import Item
from ledger_api.verifier.openings import Field, read_opening, root_of
from ledger_api.verifier.report import Refused
from tests.ledger_api.verifier.committing import Committed

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "commitments.json").read_text(encoding="utf-8"))


def _field(opening: dict[str, Any]) -> Field:
    read = read_opening(Item({"act": 1, "root": "0x" + "00" * 32, "fields": [opening]}, "openings[0]"))
    return read.fields[0]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_every_opening_of_a_vector_leads_to_its_root(vector: dict[str, Any]) -> None:
    assert [root_of(_field(opening)) for opening in vector["openings"]] == [bytes.fromhex(vector["root"][2:])] * len(
        vector["record"]
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_vectors_are_what_the_page_says(vector: dict[str, Any]) -> None:
    committed = Committed(bytes.fromhex(vector["salt"][2:]), vector["record"])
    assert "0x" + committed.root.hex() == vector["root"]
    assert ["0x" + committed.leaf(name).hex() for name in committed.names] == vector["leaves"]
    assert [committed.open(name) for name in committed.names] == vector["openings"]


def test_a_node_cannot_be_shown_as_a_field() -> None:
    # Sixty-four bytes that are two leaves hash under another tag than a field does.
    vector = next(each for each in VECTORS if len(each["record"]) == 2)
    pretended = dict(
        vector["openings"][0], key=vector["leaves"][0], value=vector["leaves"][1], index=0, count=1, path=[]
    )
    assert root_of(_field(pretended)) != bytes.fromhex(vector["root"][2:])


@pytest.mark.parametrize("value", [{"a": 2**60}, ["\ud800"]])
def test_a_value_without_canonical_form_is_refused(value: object) -> None:
    opening = dict(VECTORS[0]["openings"][0], value=value)
    with pytest.raises(Refused) as caught:
        root_of(_field(opening))
    assert caught.value.code == "value-not-canonical"
