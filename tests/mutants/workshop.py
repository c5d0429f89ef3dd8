"""Copies of the checkout in which guards have switches: as many in one copy as the compiler can hold.

Nothing outside the copies is written; several may be made at once.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.mutants.sites import SWITCH, SWITCH_PATH, Site, find, instrument

COPIED = ("hardhat_free_env", "ledger_api", "tests/contracts", "tests/mutants", "contracts", "pyproject.toml")


def sources(root: Path) -> list[str]:
    """Logical paths of the sources whose guards are taken away, ascending."""
    folders = [root / "contracts" / name for name in ("core", "chapters")]
    files = [root / "contracts" / "Ledger.sol", *(file for folder in folders for file in folder.glob("*.sol"))]
    return sorted(file.relative_to(root).as_posix() for file in files)


def all_sites(root: Path) -> list[Site]:
    """Every site of the sources at `root`."""
    return [site for path in sources(root) for site in find(path, (root / path).read_text(encoding="utf-8"))]


def copies(root: Path, folder: Path, switches: Mapping[Site, int]) -> Iterator[tuple[Path, Mapping[Site, int]]]:
    """(copy, switches in it) until all switches have been in one; made below `folder`, removed by who asked."""
    waiting = list(_by_room(switches))
    while waiting:
        chosen = waiting.pop(0)
        copy = folder / f"copy-{min(chosen.values())}-{len(chosen)}"
        _set_up(root, copy, chosen)
        command = [sys.executable, "-m", "tests.mutants.copying"]
        compiled = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        if compiled.returncode == 0:
            yield copy, chosen
            continue
        if len(chosen) == 1:
            raise RuntimeError(f"{next(iter(chosen)).key} cannot be compiled:\n{compiled.stderr}")
        waiting[:0] = _halves(chosen)  # too many for the compiler's stack
        shutil.rmtree(copy)


def _by_room(switches: Mapping[Site, int]) -> Iterator[Mapping[Site, int]]:
    """First guess at what fits: the core, each chapter."""
    rooms: dict[str, dict[Site, int]] = {}
    for site, number in switches.items():
        rooms.setdefault(site.path if "/chapters/" in site.path else "core", {})[site] = number
    yield from rooms.values()


def _halves(switches: Mapping[Site, int]) -> list[dict[Site, int]]:
    items = list(switches.items())
    return [dict(items[: len(items) // 2]), dict(items[len(items) // 2 :])]


def _set_up(root: Path, copy: Path, switches: Mapping[Site, int]) -> None:
    """Copy the checkout and put the switches in."""
    ignored = shutil.ignore_patterns("node_modules", "__pycache__", "artifacts")
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=ignored)
        else:
            shutil.copy2(root / name, copy / name)
    (copy / "contracts" / "node_modules").symlink_to(root / "contracts" / "node_modules")
    (copy / ".cache").symlink_to(root / ".cache")  # what has no switch in it is compiled once for all copies
    (copy / SWITCH_PATH).write_text(SWITCH, encoding="utf-8")
    for path in sources(copy):
        changed = instrument(path, (copy / path).read_text(encoding="utf-8"), switches)
        (copy / path).write_text(changed, encoding="utf-8")
