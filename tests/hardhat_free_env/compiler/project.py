"""A checkout in miniature for the toolchain's tests: own contracts, the real compiler.

`node_modules` and the lock are the real ones, so nothing is installed and nothing of the product is compiled.
"""

from pathlib import Path

from hardhat_free_env.compiler.sources import ROOT, SourceTree

SETTINGS = """
[settings]
evm_version = "cancun"
optimizer_runs = 10_000
via_ir = true
[deploys]
foreign = []
"""
HEADER = "// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.30;\n"


def checkout(root: Path, **contracts: str) -> SourceTree:
    """A checkout at `root` with these contracts, name → text below the header."""
    folder = root / "contracts"
    folder.mkdir()
    (folder / "compiler.toml").write_text(SETTINGS)
    (folder / "package-lock.json").write_bytes((ROOT / "contracts" / "package-lock.json").read_bytes())
    (folder / "node_modules").symlink_to(ROOT / "contracts" / "node_modules")
    for name, text in contracts.items():
        (folder / f"{name}.sol").write_text(HEADER + text)
    return SourceTree(root)
