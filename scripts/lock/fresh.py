"""Tells whether the locks satisfy pyproject.toml and the `.in` files, without asking a package index.

Every dependency must be pinned by hash in its lock at a version its specifier admits, and the locks of the project must agree.
A tool with a virtualenv of its own has a `.in` beside its lock.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

HERE = Path(__file__).parent
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>.*?))?\s*\\$", re.MULTILINE)


def pins(lock: Path) -> dict[str, set[Version]]:
    """Package → versions in the lock (more than one when markers tell them apart)."""
    found: dict[str, set[Version]] = {}
    for match in PINNED.finditer(lock.read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(match["name"]), set()).add(Version(match["version"]))
    return found


def unmet(wanted: Iterable[str], pinned: dict[str, set[Version]], lock: Path) -> Iterator[str]:
    """One line for each requirement that the lock does not satisfy."""
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        if not versions or not all(requirement.specifier.contains(each, prereleases=True) for each in versions):
            yield f"{lock.name}: {requirement} is not there; run scripts/lock/relock"


def main() -> int:
    """Print what is stale; 1 if there is anything."""
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    runtime, dev = pins(HERE / "runtime.txt"), pins(HERE / "dev.txt")
    wanted = [*project["dependencies"], *extras["build"]]
    stale = [*unmet(wanted, runtime, HERE / "runtime.txt"), *unmet([*wanted, *extras["dev"]], dev, HERE / "dev.txt")]
    stale += [
        f"{name} differs between the locks; run scripts/lock/relock"
        for name in runtime
        if runtime[name] != dev.get(name)
    ]
    for tool in sorted(HERE.glob("*.in")):
        lock = tool.with_suffix(".txt")
        stale += unmet(tool.read_text(encoding="utf-8").split(), pins(lock), lock)
    print(*stale, sep="\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
