"""An office over a real ledger in this process: every room of a filing's way, and what is usually asked for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hardhat_free_env.testing.ledger import deploy_ledger
from ledger_api.chain.manifest import Manifest
from tests.contracts import conftest as theirs
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.chain.near import near
from tests.ledger_api.filings.office import Office
from tests.ledger_api.stores import ReadingOnce, new_store

_assembled, stage, cast = theirs._assembled, theirs.stage, theirs.cast
"""The fixtures of the contracts' tests."""

_READ = ReadingOnce()


@pytest.fixture(scope="session")
def manifest(_assembled: tuple[Stage, Cast]) -> Manifest:
    """What stands on the stage."""
    return Manifest.parse(json.loads(deploy_ledger(_assembled[0].chain).to_json()))


@pytest.fixture
def office(stage: Stage, cast: Cast, manifest: Manifest, tmp_path: Path) -> Iterator[Office]:
    """An office with all of the stage's history indexed."""
    store = new_store(tmp_path)
    opened = Office(store, near(stage.chain), manifest)
    stage.chain.seal()  # the clock was moved: a block must say so
    _READ.catch_up(opened.indexer, tmp_path / "facade.db", stage.chain)
    yield opened
    store.close()


CONTENT = "sha256:" + "ab" * 32
DOCUMENT = "sha256:" + "cd" * 32


Acts = list[tuple[str, dict[str, Any]]]
"""Acts as they are asked for."""


def application(cast: Cast, **terms: Any) -> dict[str, Any]:
    """What an application for all three rights says."""
    usual = {
        "registrar": f"P-{cast.registrar.number}",
        "rights": ["HOLD", "USE", "OPERATE"],
        "name": "动作捕捉数据集",
        "summary": "演示",
        "origins": ["COLLECTED"],
        "form": "PRODUCT",
        "application": {"price": "120000.00", "contact": "演示"},
    }
    return usual | terms


@pytest.fixture
def opening(cast: Cast) -> Acts:
    """An entry opened and applied for in one filing."""
    return [
        ("open", {"content": CONTENT, "applicant": f"P-{cast.holder.number}"}),
        ("submit", {"entry": "#1"} | application(cast)),
    ]
