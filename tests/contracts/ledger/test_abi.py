"""What every act, event and error of the ledger has in common, read from the ABIs: nobody can add one that breaks the form."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import load, names
from hardhat_free_env.deploy.pages import CHAPTERS
from hardhat_free_env.testing.abi import signature, types

OWN = [name for name in names() if load(name).source_name.startswith("contracts/")]
NOT_LINES = {"Filed", "Refused", "Withdrawn"}
"""Events of the ledger that are no lines of a journal."""


Entry = Mapping[str, Any]


def is_dynamic(kind: str) -> bool:
    """Whether a canonical type has no fixed size; a struct of static members has one."""
    return any(member in {"bytes", "string"} or member.endswith("]") for member in re.split(r"[(),]", kind))


def entries(kind: str, *contracts: str) -> list[Any]:
    found = [(name, entry) for name in contracts or OWN for entry in load(name).abi if entry["type"] == kind]
    return [pytest.param(entry, id=f"{name}.{entry['name']}") for name, entry in found]


def test_every_chapter_in_the_sources_is_deployed() -> None:
    assert {name for name in OWN if name.endswith("Chapter")} == set(CHAPTERS)


@pytest.mark.parametrize("entry", entries("function", *CHAPTERS))
def test_an_act_names_its_signatories_first_its_time_second_its_lists_last(entry: Entry) -> None:
    first, second, *_ = entry["inputs"]
    assert (first["name"], first["type"], first["internalType"]) in {
        ("by", "uint256", "Signatories"),
        ("", "uint256", "Signatories"),
    }
    assert entry["name"] in {"pin", "withdraw"} or (second["name"], second["type"]) == ("at", "uint40")
    is_list = [each["type"].endswith("[]") for each in entry["inputs"]]
    assert is_list == sorted(is_list)
    assert not any(is_dynamic(kind.removesuffix("[]")) for kind in types(entry["inputs"]))
    assert entry["outputs"] == []
    assert entry["stateMutability"] in {"nonpayable", "view"}


@pytest.mark.parametrize("entry", entries("event"))
def test_a_line_has_four_topics_and_static_data(entry: Entry) -> None:
    indexed = [each["name"] for each in entry["inputs"] if each["indexed"]]
    assert not any(map(is_dynamic, types(entry["inputs"])))
    assert not entry["anonymous"]
    if entry["name"] in NOT_LINES:
        assert indexed == ["digest"]
        return
    assert indexed[:2] == ["subject", "line"]
    assert len(indexed) == 3
    if entry["name"] != "ContentAnchored":
        assert [(each["name"], each["type"]) for each in entry["inputs"][3:5]] == [("by", "uint256"), ("at", "uint40")]


def test_no_two_functions_share_a_selector() -> None:
    selectors = Counter(
        selector for name in ("Ledger", *CHAPTERS) for selector in load(name).method_identifiers.values()
    )
    assert [selector for selector, count in selectors.items() if count > 1] == []


@pytest.mark.parametrize("kind", ["event", "error"])
def test_one_name_means_one_thing(kind: str) -> None:
    signatures = {signature(param.values[0]) for param in entries(kind)}
    assert len({text.split("(")[0] for text in signatures}) == len(signatures)


def test_no_two_errors_share_their_first_four_bytes() -> None:
    signatures = {signature(param.values[0]) for param in entries("error")}
    assert len({keccak(text.encode())[:4] for text in signatures}) == len(signatures)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_its_interface_and_nothing_more(name: str) -> None:
    interface = load("I" + name.removesuffix("Chapter"))
    assert load(name).method_identifiers == interface.method_identifiers


@pytest.mark.parametrize("name", OWN)
def test_no_contract_keeps_a_variable_outside_the_namespaces(name: str) -> None:
    assert not load(name).storage_layout.get("storage")


@pytest.mark.parametrize("name", OWN)
def test_every_contract_fits_the_limit_of_eip_170(name: str) -> None:
    assert load(name).size < 24_576
