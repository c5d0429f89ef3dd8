"""Compiles the contracts of the copy it is started in, `python -m tests.mutants.copying`: whatever their size and warnings.

Takes {key of a site: its number} on standard input and answers with the numbers that some contract had no room for.
"""

import json
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hardhat_free_env.compiler import build, committed
from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.compiler.errors import CompilationFailed
from hardhat_free_env.compiler.sources import SourceTree
from tests.mutants.sites import Site
from tests.mutants.switch import lift_limits
from tests.mutants.workshop import all_sites, sources, switched

Compiled = tuple[dict[str, Artifact], set[int]]


def compile_all(root: Path, numbers: Mapping[str, int]) -> Compiled:
    """All artifacts, and the numbers that had no room somewhere."""
    switches = {site: numbers[site.key] for site in all_sites(root) if site.key in numbers}
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda path: compile_one(root, path, switches), build.deployable(SourceTree(root))))
    return {name: each for artifacts, _ in made for name, each in artifacts.items()}, set().union(*(n for _, n in made))


def compile_one(root: Path, path: str, switches: Mapping[Site, int]) -> Compiled:
    """The artifacts of one source with as many switches in what it imports as the compiler's stack holds."""
    imported = SourceTree(root).closure(path)
    chosen = {site: number for site, number in switches.items() if site.path in imported}
    left_out: dict[Site, int] = {}
    while True:
        texts = {each: switched(root, each, chosen) for each in sources(root) if each in imported}
        try:
            return build.compile_paths(SourceTree(root, texts), [path]), set(left_out.values())
        except CompilationFailed:
            if not chosen:
                raise
            leaving = _leaving(chosen)
            print(f"{path}: no room for {len(leaving)} of {len(chosen)}", file=sys.stderr)
            left_out |= leaving
            chosen = {site: number for site, number in chosen.items() if site not in leaving}


def _leaving(chosen: Mapping[Site, int]) -> dict[Site, int]:
    """Off-by-ones and parts first, one kind at a time; then half, those first that are only witnesses."""
    for kind in ("edge", "part"):
        if of_kind := {site: number for site, number in chosen.items() if site.kind == kind}:
            return of_kind
    items = sorted(chosen.items(), key=lambda item: -item[1])
    return dict(items[: (len(items) + 1) // 2])


def main() -> None:
    """Compile, write the artifacts, answer."""
    lift_limits()
    artifacts, left_out = compile_all(Path.cwd(), json.load(sys.stdin))
    folder = Path.cwd() / "contracts" / "artifacts"
    folder.mkdir(exist_ok=True)
    committed.write(artifacts, folder)
    print(json.dumps(sorted(left_out)))


if __name__ == "__main__":
    main()
