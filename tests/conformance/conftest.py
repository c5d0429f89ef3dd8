"""A running node for foreign clients, and Node.js programs to be them."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from hardhat_free_env.testing.rpc import RunningNode

HERE = Path(__file__).parent


class Program(Protocol):
    """Runs a JavaScript program of this folder; what it prints, as JSON."""

    def __call__(self, name: str, *arguments: str, stdin: object = None) -> Any: ...  # noqa: ANN401  whatever it prints


@pytest.fixture(scope="session")
def javascript() -> Program:
    if shutil.which("node") is None or not (HERE / "node_modules").is_dir():
        pytest.fail("node or tests/conformance/node_modules is missing: run the tests by `scripts/test`")

    def run(name: str, *arguments: str, stdin: object = None) -> Any:  # noqa: ANN401  whatever it prints
        done = subprocess.run(
            ["node", str(HERE / name), *arguments],
            input=json.dumps(stdin),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def node(tmp_path: Path) -> Iterator[RunningNode]:
    with RunningNode.start(tmp_path, "--demo", "--open", "--heartbeat", "0") as running:
        yield running
