"""The commands `compile` and `words`: write what is generated, or say what is stale.

Both take `--check`, which changes nothing, names every file that differs and ends with 1.
"""

import argparse
import sys


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this room's commands to `python -m hardhat_free_env`."""
    compiling = subparsers.add_parser("compile", help="compile the contracts into contracts/artifacts")
    compiling.add_argument("--check", action="store_true", help="compile anew and compare with what is committed")
    compiling.add_argument("paths", nargs="*", help="compile these sources only, and write nothing")
    compiling.set_defaults(run=run_compile)
    words = subparsers.add_parser("words", help="write the packed words' accessors for Solidity and Python")
    words.add_argument("--check", action="store_true", help="compare with what is committed")
    words.set_defaults(run=run_words)


def run_compile(arguments: argparse.Namespace) -> int:
    """Compile and write; or compile anew and compare; or only try some sources."""
    from hardhat_free_env.compiler import build, committed, sources

    if arguments.paths:
        for name, artifact in build.compile_paths(sources.SourceTree(), arguments.paths).items():
            print(f"{name} {artifact.size:,} bytes")
        return 0
    artifacts = build.build(fresh=arguments.check)
    if arguments.check:
        return _say_stale(committed.differences(artifacts), "compile")
    for name in committed.write(artifacts):
        print(f"contracts/artifacts/{name}")
    largest = max(artifacts.values(), key=lambda artifact: artifact.size)
    print(f"{len(artifacts)} artifacts, the largest {largest.contract_name} with {largest.size:,} bytes")
    return 0


def run_words(arguments: argparse.Namespace) -> int:
    """Generate and write, or generate and compare."""
    from hardhat_free_env.compiler import words
    from hardhat_free_env.compiler.sources import ROOT

    stale = words.stale(ROOT)
    if arguments.check:
        return _say_stale(stale, "words")
    for path, text in words.generate(ROOT).items():
        path.write_text(text, encoding="utf-8")
    for name in stale:
        print(name)
    return 0


def _say_stale(stale: list[str], command: str) -> int:
    for name in stale:
        print(f"stale: {name}", file=sys.stderr)
    if stale:
        print(f"run: python -m hardhat_free_env {command}", file=sys.stderr)
    return 1 if stale else 0
