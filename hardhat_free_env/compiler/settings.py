"""How the contracts are compiled, read from `contracts/compiler.toml`, and the standard JSON made from it.

Everything that could change a byte of the result is in that JSON or in the pinned compiler, and is hashed.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CODE = (
    "abi",
    "metadata",
    "storageLayout",
    "evm.bytecode.object",
    "evm.bytecode.linkReferences",
    "evm.deployedBytecode.object",
    "evm.deployedBytecode.immutableReferences",
    "evm.methodIdentifiers",
)
"""Outputs of a contract that is deployed."""


@dataclass(frozen=True, slots=True)
class AllowedWarning:
    """A compiler warning somebody looked at and let stand, in sources by pattern and for a reason."""

    code: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """`contracts/compiler.toml`: compiler settings, contracts of others to deploy, warnings let stand."""

    evm_version: str
    optimizer_runs: int
    via_ir: bool
    foreign: tuple[str, ...] = ()
    allowed_warnings: tuple[AllowedWarning, ...] = ()

    @classmethod
    def load(cls, root: Path) -> "Settings":
        """Read the settings of the checkout at `root`."""
        table = tomllib.loads((root / "contracts" / "compiler.toml").read_text(encoding="utf-8"))
        allowed = tuple(AllowedWarning(**entry) for entry in table.get("allowed_warnings", ()))
        return cls(**table["settings"], foreign=tuple(table["deploys"]["foreign"]), allowed_warnings=allowed)

    def standard_input(self, sources: Mapping[str, str], wanted: str) -> dict[str, Any]:
        """The compiler's standard JSON input for all contracts in the source `wanted`."""
        return {
            "language": "Solidity",
            "sources": {path: {"content": text} for path, text in sorted(sources.items())},
            "settings": {
                "evmVersion": self.evm_version,
                "optimizer": {"enabled": True, "runs": self.optimizer_runs},
                "viaIR": self.via_ir,
                # No metadata in the code: renaming a comment must not change what is deployed.
                "metadata": {"bytecodeHash": "none", "appendCBOR": False},
                "outputSelection": {wanted: {"*": list(CODE)}},
            },
        }


def compiler_pin(root: Path) -> str:
    """Which compiler the checkout at `root` pins: npm's version and content hash of `solc`."""
    lock = json.loads((root / "contracts" / "package-lock.json").read_text(encoding="utf-8"))
    solc = lock["packages"]["node_modules/solc"]
    return f"solc@{solc['version']} {solc['integrity']}"


def input_hash(standard_input: Mapping[str, Any], pin: str) -> str:
    """SHA-256 over the compiler and all it is given: equal hashes mean equal results, byte for byte."""
    text = json.dumps([pin, standard_input], sort_keys=True, separators=(",", ":"))
    return "0x" + hashlib.sha256(text.encode()).hexdigest()
