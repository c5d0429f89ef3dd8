"""A copy of the checkout in which guards have switches: as many in each contract as the compiler can hold.

Nothing outside the copy is written but the compiler's cache; several may be made at once.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.mutants.sites import SWITCH, SWITCH_PATH, Site, find, instrument

COPIED = ("hardhat_free_env", "ledger_api", "tests/contracts", "tests/mutants", "contracts", "docs", "pyproject.toml")


def sources(root: Path) -> list[str]:
    """Logical paths of the sources whose guards are taken away, ascending."""
    folders = [root / "contracts" / name for name in ("core", "chapters")]
    files = [root / "contracts" / "Ledger.sol", *(file for folder in folders for file in folder.glob("*.sol"))]
    return sorted(file.relative_to(root).as_posix() for file in files)


def all_sites(root: Path) -> list[Site]:
    """Every site of the sources at `root`."""
    return [site for path in sources(root) for site in find(path, (root / path).read_text(encoding="utf-8"))]


def set_up(root: Path, copy: Path, switches: Mapping[Site, int]) -> set[int]:
    """Make the copy and compile it; the numbers of those that some contract has no room for.

    They live in other contracts, perhaps: such a mutant may be noticed, but that it is not says nothing.
    """
    ignored = shutil.ignore_patterns("node_modules", "__pycache__", "artifacts")
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=ignored)
        else:
            shutil.copy2(root / name, copy / name)
    (copy / "contracts" / "node_modules").symlink_to(root / "contracts" / "node_modules")
    (copy / ".cache").symlink_to(root / ".cache")
    (copy / SWITCH_PATH).write_text(SWITCH, encoding="utf-8")
    numbers = {site.key: number for site, number in switches.items()}
    command = [sys.executable, "-m", "tests.mutants.copying"]
    compiled = subprocess.run(
        command, cwd=copy, input=json.dumps(numbers), stdout=subprocess.PIPE, text=True, check=True
    )
    for path in sources(copy):
        (copy / path).write_text(switched(copy, path, switches), encoding="utf-8")
    return set(json.loads(compiled.stdout))


def switched(root: Path, path: str, switches: Mapping[Site, int]) -> str:
    """A source with its switches in."""
    return instrument(path, (root / path).read_text(encoding="utf-8"), switches)
