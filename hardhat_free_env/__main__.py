"""`python -m hardhat_free_env COMMAND`: one program for compiling, the chain and deployment.

Each room brings its commands in a module `cli` with `add_commands(subparsers)`; a command sets `run`, a function
from the parsed arguments to an exit code, and imports what it needs only when it runs.
"""

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Sequence

from hardhat_free_env.compiler.errors import CompilerError

ROOMS = ("compiler", "chain", "deploy")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code, 2 for what the toolchain refuses."""
    parser = argparse.ArgumentParser(prog="python -m hardhat_free_env", description=__doc__.splitlines()[0])
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in ROOMS:
        if _has_commands(room):
            importlib.import_module(f"hardhat_free_env.{room}.cli").add_commands(subparsers)
    arguments = parser.parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except CompilerError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _has_commands(room: str) -> bool:
    """Whether the room has been built and has commands."""
    name = f"hardhat_free_env.{room}"
    return bool(importlib.util.find_spec(name) and importlib.util.find_spec(f"{name}.cli"))


if __name__ == "__main__":
    sys.exit(main())
