"""One register with everybody admitted, opened once a session; every scenario begins where it stood then."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardhat_free_env.testing import LocalChain
from tests.contracts.stage.opening import BEGINNING
from tests.scenarios.story import Opened, Story, opened


@pytest.fixture(scope="session")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with LocalChain(time=BEGINNING) as chain:
        yield opened(chain, tmp_path_factory.mktemp("register"))


@pytest.fixture
def story(_opened: Opened, tmp_path: Path) -> Iterator[Story]:
    """The register at 2026-08-03 09:00 Beijing. In the end journals replay, and no route answered what it does not list."""
    shutil.copyfile(_opened.file, tmp_path / "facade.db")
    mark = _opened.stage.mark()
    told = Story(_opened.stage, _opened.cast, _opened.manifest, tmp_path)
    yield told
    told.close()
    _opened.stage.check_journals()
    _opened.stage.rewind(mark)
    assert told.counter.reader.unlisted == []
