"""An indexer over a real ledger in this process, with a store of its own."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardhat_free_env.testing.ledger import deploy_ledger
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.index.indexer import Indexer, Source
from ledger_api.store import Store
from tests.contracts import conftest as theirs
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.chain.near import near
from tests.ledger_api.stores import ReadingOnce, new_store
from tests.ledger_api.story import Story, tell

_assembled, stage, cast = theirs._assembled, theirs.stage, theirs.cast
"""The fixtures of the contracts' tests."""

_READ = ReadingOnce()
NOW_MS = 1_785_718_800_000


@pytest.fixture(scope="session")
def manifest(_assembled: tuple[Stage, Cast]) -> Manifest:
    """What stands on the stage: deploying again does nothing and says it."""
    return Manifest.parse(json.loads(deploy_ledger(_assembled[0].chain).to_json()))


@pytest.fixture
def chain(stage: Stage) -> JsonRpcChain:
    """The port over the stage's chain."""
    return near(stage.chain)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens stores by name, each a file of its own with all tables."""
    opened: list[Store] = []

    def new(name: str) -> Store:
        opened.append(new_store(tmp_path, name))
        return opened[-1]

    yield new
    for store in opened:
        store.close()


@pytest.fixture
def store(stores: Callable[[str], Store]) -> Store:
    """A fresh store."""
    return stores("facade")


@pytest.fixture
def indexer(store: Store, chain: JsonRpcChain, manifest: Manifest) -> Indexer:
    """Over the stage's ledger; nothing is indexed yet."""
    return Indexer(store, Source(chain, manifest), lambda: NOW_MS)


@pytest.fixture
def story(stage: Stage, cast: Cast, indexer: Indexer, tmp_path: Path) -> Story:
    """The story told and indexed."""
    told = tell(stage, cast)
    _READ.catch_up(indexer, tmp_path / "facade.db", stage.chain)
    return told
