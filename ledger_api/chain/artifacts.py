"""The committed artifacts of the contracts, read as package data: no compiler, no toolchain.

They lie in `contracts/artifacts` beside the facade, in a checkout and in an installation.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

Item: TypeAlias = Mapping[str, Any]
"""One function, event or error of an ABI, as the compiler wrote it."""

_BESIDE = Path(__file__).parents[2] / "contracts" / "artifacts"
_CHAPTER = "Chapter"
_INDEX = "index.json"


class ArtifactsMissing(Exception):
    """The committed artifacts were not found: the installation is broken."""


def folder() -> Path:
    """Where the artifacts lie; raises ArtifactsMissing."""
    if not (_BESIDE / _INDEX).is_file():
        raise ArtifactsMissing("contracts/artifacts was not found; install the package again")
    return _BESIDE


@lru_cache(maxsize=32)
def load(contract: str) -> Item:
    """The artifact of one contract, as committed; raises ArtifactsMissing."""
    file = folder() / f"{contract}.json"
    if not file.is_file():
        raise ArtifactsMissing(f"{contract}: no such artifact in {file.parent.name}")
    content: Item = json.loads(file.read_text(encoding="utf-8"))
    return content


def chapters() -> tuple[str, ...]:
    """Names of the ledger's chapters, ascending, as `Book`, `Filings`, `Licences`."""
    return tuple(sorted(file.stem.removesuffix(_CHAPTER) for file in folder().glob(f"*{_CHAPTER}.json")))


def chapter_abi(chapter: str) -> tuple[Item, ...]:
    """The ABI of a chapter, by the chapter's name: all it can emit and raise, also from shared libraries."""
    return tuple(load(chapter + _CHAPTER)["abi"])


def interface_abi(chapter: str) -> tuple[Item, ...]:
    """The ABI of a chapter's interface: its acts, with every parameter named."""
    return tuple(load("I" + chapter)["abi"])


def ledger_abi() -> tuple[Item, ...]:
    """The ABI of the ledger itself."""
    return tuple(load("Ledger")["abi"])


@cache
def abi_digest() -> str:
    """SHA-256 over every artifact's name and ABI, 0x and hex: whether two programs speak to the same contracts."""
    names = sorted(file.stem for file in folder().glob("*.json") if file.name != _INDEX)
    canonical = json.dumps([[name, load(name)["abi"]] for name in names], sort_keys=True, separators=(",", ":"))
    return "0x" + hashlib.sha256(canonical.encode()).hexdigest()


def everything() -> Iterator[Item]:
    """All items of the ledger, its chapters and their interfaces; one may come several times."""
    yield from ledger_abi()
    for chapter in chapters():
        yield from chapter_abi(chapter)
    for file in sorted(folder().glob("I*.json")):
        yield from load(file.stem)["abi"]
