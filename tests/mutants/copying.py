"""Compiles the contracts of the copy it is started in, `python -m tests.mutants.copying`: whatever their size and warnings."""

from pathlib import Path

from hardhat_free_env.compiler import build, committed
from hardhat_free_env.compiler.sources import SourceTree
from tests.mutants.switch import lift_limits

if __name__ == "__main__":
    lift_limits()
    folder = Path.cwd() / "contracts" / "artifacts"
    folder.mkdir(exist_ok=True)
    committed.write(build.build(SourceTree(Path.cwd())), folder)
