"""Committed artifacts are read without a compiler and compared byte for byte."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.compiler import committed
from hardhat_free_env.compiler.artifacts import Artifact, load, names
from hardhat_free_env.compiler.errors import ArtifactMissing

TOKEN = Artifact(
    contract_name="Token",
    source_name="contracts/Token.sol",
    compiler="0.8.37+commit.f401782d",
    input_hash="0x" + "12" * 32,
    abi=({"type": "function", "name": "凭证", "inputs": [], "outputs": []},),
    bytecode=b"\x60\x80",
    deployed_bytecode=b"\x00" * 40,
    code_hash=keccak(b"\x00" * 40),
    storage_layout={"storage": [], "types": None},
    method_identifiers={"b()": "00000002", "a()": "00000001"},
    immutable_references=((3, 32),),
)


def test_an_artifact_reads_back_as_it_was_written(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    assert load("Token", tmp_path) == TOKEN


def test_an_unknown_contract_is_an_error_that_names_the_known(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    with pytest.raises(ArtifactMissing, match="no artifact Ledgre; there are: Token"):
        load("Ledgre", tmp_path)


def test_the_index_is_no_artifact(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    assert names(tmp_path) == ["Token"]
    with pytest.raises(ArtifactMissing):
        load("index", tmp_path)


def test_nothing_differs_after_writing(tmp_path: Path) -> None:
    assert committed.write({"Token": TOKEN}, tmp_path) == ["Token.json", "index.json"]
    assert committed.differences({"Token": TOKEN}, tmp_path) == []
    assert committed.write({"Token": TOKEN}, tmp_path) == []


def test_one_changed_byte_is_named(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    changed = replace(TOKEN, bytecode=b"\x60\x81")
    assert committed.differences({"Token": changed}, tmp_path) == ["Token.json"]


def test_a_changed_size_shows_in_the_index_too(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    changed = replace(TOKEN, deployed_bytecode=b"\x00")
    assert committed.differences({"Token": changed}, tmp_path) == ["Token.json", "index.json"]


def test_an_artifact_of_a_contract_that_is_gone_differs_and_is_removed(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN, "Gone": replace(TOKEN, contract_name="Gone")}, tmp_path)
    assert committed.differences({"Token": TOKEN}, tmp_path) == ["Gone.json", "index.json"]
    committed.write({"Token": TOKEN}, tmp_path)
    assert names(tmp_path) == ["Token"]


def test_reading_needs_neither_the_compiler_nor_its_driver(tmp_path: Path) -> None:
    committed.write({"Token": TOKEN}, tmp_path)
    program = f"""
import sys
sys.modules["solcx"] = None
from pathlib import Path
from hardhat_free_env.compiler.artifacts import load
print(load("Token", Path({str(tmp_path)!r})).contract_name)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PATH": ""}, capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout == "Token\n"
