"""Acts as the ledger dispatches them: shapes read from the ABI, selectors taken once, opcodes that no chapter may have."""

from dataclasses import replace
from typing import Any

import pytest

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.deploy.errors import PlanInvalid
from hardhat_free_env.deploy.opcodes import forbidden
from hardhat_free_env.deploy.pages import CHAPTERS, acts, pages
from hardhat_free_env.deploy.words import unpack

BY = {"name": "by", "type": "uint256", "internalType": "Signatories"}


def chapter(name: str, *inputs: dict[str, Any]) -> Artifact:
    """A chapter with one function of these inputs."""
    signature = f"{name}({','.join(each['type'] for each in inputs)})"
    entry = {"type": "function", "name": name, "inputs": list(inputs), "outputs": []}
    return replace(load("BookChapter"), abi=(entry,), method_identifiers={signature: "01020304"})


def test_an_act_s_words_and_lists_are_counted_and_structs_taken_apart() -> None:
    anchor = next(act for act in acts(load("VersionsChapter")) if act.name == "anchor")
    # by, at, entry, number, folio (alg, root, applicant), until, alg, national, burdens, siblings
    assert (anchor.words, anchor.lists) == (12, 2)
    page = unpack("Page", anchor.page(b"\xaa" * 20))
    assert page == {"chapter": int.from_bytes(b"\xaa" * 20, "big"), "words": 12, "lists": 2, "paused": 0}


def test_every_function_of_every_chapter_is_an_act_with_a_selector_of_its_own() -> None:
    table = pages((load(name), bytes([number]) * 20) for number, name in enumerate(CHAPTERS, 1))
    functions = [entry for name in CHAPTERS for entry in load(name).abi if entry["type"] == "function"]
    assert len(table) == len(functions) > 40


@pytest.mark.parametrize(
    "inputs, complaint",
    [
        (({"name": "at", "type": "uint40"},), "first argument"),
        ((), "first argument"),
        ((BY, {"name": "list", "type": "uint24[]"}, {"name": "word", "type": "uint8"}), "do not come last"),
        ((BY, {"name": "text", "type": "string"}), "neither static nor a list"),
        ((BY, {"name": "blobs", "type": "bytes[]"}), "neither static nor a list"),
        ((BY, {"name": "fixed", "type": "uint8[3]"}), "neither static nor a list"),
        ((BY, {"name": "nested", "type": "uint8[][]"}), "neither static nor a list"),
    ],
)
def test_a_function_that_is_no_act_is_refused(inputs: tuple[dict[str, Any], ...], complaint: str) -> None:
    with pytest.raises(PlanInvalid, match=complaint):
        acts(chapter("f", *inputs))


def test_two_acts_with_one_selector_are_refused() -> None:
    with pytest.raises(PlanInvalid, match="0x01020304 is taken"):
        pages([(chapter("f", BY), b"\1" * 20), (chapter("g", BY), b"\2" * 20)])


def test_an_act_with_a_selector_of_the_ledger_s_own_is_refused() -> None:
    own = next(iter(load("Ledger").method_identifiers.values()))
    clashing = replace(chapter("f", BY), method_identifiers={"f(uint256)": own})
    with pytest.raises(PlanInvalid, match="is taken"):
        pages([(clashing, b"\1" * 20)])


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_chapter_calls_creates_destroys_itself_or_looks_at_its_caller(name: str) -> None:
    assert forbidden(load(name).deployed_bytecode) == []


def test_forbidden_opcodes_are_found_and_what_push_carries_is_not() -> None:
    assert forbidden(bytes.fromhex("60f133f4")) == ["CALLER at 0x2", "DELEGATECALL at 0x3"]
    assert forbidden(b"\x7f" + b"\xff" * 32) == []
    assert forbidden(load("Ledger").deployed_bytecode)
