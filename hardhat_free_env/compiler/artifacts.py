"""Compiled contracts as the runtime reads them: one committed JSON file a contract, no compiler needed.

`load("Ledger")` gives ABI, code and what a deployment must compare; the files are written by `compile` alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.compiler.errors import ArtifactMissing
from hardhat_free_env.compiler.sources import ROOT

FOLDER = ROOT / "contracts" / "artifacts"
"""Where the committed artifacts lie."""

INDEX = "index.json"
"""The overview beside them: what was compiled how, and how large it is."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One compiled contract; an interface has an ABI and no code."""

    contract_name: str
    source_name: str
    """Logical path of its source."""
    compiler: str
    """Full version of the compiler."""
    input_hash: str
    """SHA-256 over the compiler, its settings and every source it saw, 0x and 64 digits."""
    abi: tuple[Mapping[str, Any], ...]
    bytecode: bytes
    """Creation code, without constructor arguments."""
    deployed_bytecode: bytes
    """Runtime code; immutables stand as zeros until they are deployed."""
    code_hash: bytes
    """keccak256 of `deployed_bytecode`."""
    storage_layout: Mapping[str, Any]
    method_identifiers: Mapping[str, str]
    """Signature → selector, eight digits."""
    immutable_references: tuple[tuple[int, int], ...]
    """(start, length) of each place in the runtime code that holds an immutable."""

    @property
    def size(self) -> int:
        """Bytes of runtime code; a chain refuses 24,577 (EIP-170)."""
        return len(self.deployed_bytecode)

    def matches(self, code: bytes) -> bool:
        """Whether `code` on a chain is this contract, whatever its immutables hold."""
        template = bytearray(code)
        for start, length in self.immutable_references:
            template[start : start + length] = bytes(length)
        return keccak(bytes(template)) == self.code_hash

    def to_json(self) -> str:
        """The committed form: fixed order, one line ending, equal artifacts in equal bytes."""
        places = [{"start": start, "length": length} for start, length in self.immutable_references]
        fields = {
            "contractName": self.contract_name,
            "sourceName": self.source_name,
            "compiler": self.compiler,
            "inputHash": self.input_hash,
            "codeHash": "0x" + self.code_hash.hex(),
            "size": self.size,
            "methodIdentifiers": dict(sorted(self.method_identifiers.items())),
            "immutableReferences": places,
            "storageLayout": self.storage_layout,
            "abi": list(self.abi),
            "bytecode": "0x" + self.bytecode.hex(),
            "deployedBytecode": "0x" + self.deployed_bytecode.hex(),
        }
        return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Artifact":
        """Read the committed form."""
        fields = json.loads(text)
        return cls(
            contract_name=fields["contractName"],
            source_name=fields["sourceName"],
            compiler=fields["compiler"],
            input_hash=fields["inputHash"],
            abi=tuple(fields["abi"]),
            bytecode=bytes.fromhex(fields["bytecode"][2:]),
            deployed_bytecode=bytes.fromhex(fields["deployedBytecode"][2:]),
            code_hash=bytes.fromhex(fields["codeHash"][2:]),
            storage_layout=fields["storageLayout"],
            method_identifiers=fields["methodIdentifiers"],
            immutable_references=tuple((place["start"], place["length"]) for place in fields["immutableReferences"]),
        )


def load(contract_name: str, folder: Path = FOLDER) -> Artifact:
    """The committed artifact of a contract; raises ArtifactMissing naming those there are."""
    file = folder / f"{contract_name}.json"
    if not file.is_file() or file.name == INDEX:
        known = ", ".join(names(folder)) or "none"
        raise ArtifactMissing(f"no artifact {contract_name}; there are: {known}")
    return Artifact.from_json(file.read_text(encoding="utf-8"))


def names(folder: Path = FOLDER) -> list[str]:
    """Names of all committed artifacts, ascending."""
    return sorted(file.stem for file in folder.glob("*.json") if file.name != INDEX)
