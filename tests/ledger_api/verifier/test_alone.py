"""The verifier stands alone: it runs without the rest of the register, and can be built and installed by itself."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ledger_api import verifier
from tests.ledger_api.verifier.story import Story

ROOM = Path(str(verifier.__file__)).parent

ALONE = """
import sys

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"ledger_api", "hardhat_free_env", "web3", "eth", "coincurve"}:
            raise ImportError(f"{name} is not there")

def offline(event, arguments):
    if event.startswith("socket."):
        raise OSError(f"{event}: there is no network")

sys.meta_path.insert(0, Nothing())
sys.addaudithook(offline)
sys.path.insert(0, sys.argv[1])
from dpr_verifier.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder by itself, under the name it is published by."""
    place = tmp_path_factory.mktemp("alone") / "dpr_verifier"
    shutil.copytree(ROOM, place, ignore=shutil.ignore_patterns("__pycache__"))
    return place


def _pin(story: Story, place: Path) -> Path:
    pin = story.pin
    assert pin.genesis_hash
    assert pin.signer
    assert pin.ledger
    path = place / "pin.json"
    members = {"genesisHash": pin.genesis_hash, "signer": pin.signer, "ledger": pin.ledger}
    path.write_text(json.dumps({name: "0x" + value.hex() for name, value in members.items()}), encoding="utf-8")
    return path


def test_it_verifies_without_the_rest_of_the_register(story: Story, told: str, copied: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.json"
    bundle.write_text(told, encoding="utf-8")
    command = [sys.executable, "-c", ALONE, str(copied.parent), str(bundle), "--pin", str(_pin(story, tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "valid"


def test_it_builds_into_a_package_of_its_own(copied: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    built = subprocess.run(
        [*command, "--wheel-dir", tmp_path, copied], capture_output=True, text=True, check=False, timeout=120
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("dpr_verifier-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {f"dpr_verifier/{path.name}" for path in ROOM.glob("*.py")}
    assert modules | {"dpr_verifier/lines.json", "dpr_verifier/py.typed"} <= names


def test_it_imports_only_what_it_declares() -> None:
    import ast
    import tomllib

    declared = tomllib.loads((ROOM / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    packages = {each.partition("[")[0].replace("-", "_") for each in declared}
    imported = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).partition(".")[0])
    assert imported - sys.stdlib_module_names <= packages
