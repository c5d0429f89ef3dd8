"""Stores that are alike are made once a process and copied: empty ones, and those of an indexer that has read a chain."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hardhat_free_env.testing import LocalChain
from ledger_api.index.indexer import Indexer
from ledger_api.store import Store, open_store


def new_store(folder: Path, name: str = "facade") -> Store:
    """The store in `<name>.db`: an empty one with all its tables, unless it is there."""
    file = folder / f"{name}.db"
    if not file.exists():
        with closing(sqlite3.connect(file)) as fresh:
            _empty().backup(fresh)
    return open_store(f"sqlite:///{file}")


@cache
def _empty() -> sqlite3.Connection:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        with closing(open_store(f"sqlite:///{file}")) as store:
            store.migrate()
        return _in_memory(file)


@dataclass
class ReadingOnce:
    """Catches up in stores to which the same was written before."""

    _copies: dict[tuple[bytes, bytes], sqlite3.Connection] = field(default_factory=dict)
    """What the store was then, by who seals the chain and the hash of its newest block."""

    def catch_up(self, indexer: Indexer, file: Path, chain: LocalChain) -> None:
        """Have all of the chain indexed in the store in `file`."""
        head = chain.node.signer, chain.node.head.hash
        if head in self._copies:
            with closing(sqlite3.connect(file)) as store:
                self._copies[head].backup(store)
        indexer.catch_up()
        if head not in self._copies:
            self._copies[head] = _in_memory(file)


def _in_memory(file: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(file)) as kept:
        kept.backup(copy)
    return copy
