"""Writes artifacts into the repository and tells whether those there are still what the sources say.

The files are compared byte for byte: whoever reviews a change sees exactly what would be deployed.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from hardhat_free_env.compiler.artifacts import FOLDER, INDEX, Artifact


def write(artifacts: Mapping[str, Artifact], folder: Path = FOLDER) -> list[str]:
    """Make `folder` hold exactly these artifacts; returns the names of files written or removed."""
    changed = differences(artifacts, folder)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = files(artifacts)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def differences(artifacts: Mapping[str, Artifact], folder: Path = FOLDER) -> list[str]:
    """Names of files in `folder` that are not byte for byte what these artifacts say, ascending."""
    wanted = {name: text.encode() for name, text in files(artifacts).items()}
    there = {file.name: file.read_bytes() for file in folder.glob("*.json")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def files(artifacts: Mapping[str, Artifact]) -> dict[str, str]:
    """File name → text of everything the folder holds: one file a contract, and the index."""
    texts = {f"{name}.json": artifact.to_json() for name, artifact in artifacts.items()}
    return {**texts, INDEX: _index(artifacts)}


def _index(artifacts: Mapping[str, Artifact]) -> str:
    contracts = {
        name: {
            "source": artifact.source_name,
            "size": artifact.size,
            "codeHash": "0x" + artifact.code_hash.hex(),
            "inputHash": artifact.input_hash,
        }
        for name, artifact in sorted(artifacts.items())
    }
    compilers = sorted({artifact.compiler for artifact in artifacts.values()})
    return json.dumps({"compilers": compilers, "contracts": contracts}, indent=1) + "\n"
