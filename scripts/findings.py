"""Slither over all contracts, held against docs/slither.toml: what is not explained there fails, and so does what explains nothing.

Runs in a virtualenv of its own; `scripts/check slither` makes it. The sources are parsed by the pinned compiler and not
compiled: what slither reads is the syntax tree.
"""

import inspect
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from crytic_compile import CryticCompile
from crytic_compile.compilation_unit import CompilationUnit
from crytic_compile.compiler.compiler import CompilerVersion
from crytic_compile.platform.solc_standard_json import SolcStandardJson, parse_standard_json_output
from slither import Slither
from slither.detectors import all_detectors
from slither.detectors.abstract_detector import AbstractDetector

from hardhat_free_env.compiler.settings import Settings
from hardhat_free_env.compiler.sources import ROOT, SourceTree

EXPLAINED = ROOT / "docs" / "slither.toml"
SOLC = ROOT / "hardhat_free_env" / "compiler" / "solc.js"
NO_CODE = {"bytecode": {"object": "", "sourceMap": ""}, "deployedBytecode": {"object": "", "sourceMap": ""}}


class Parsed(SolcStandardJson):
    """Every source of the project with its imports, as the pinned compiler understands it."""

    def compile(self, crytic_compile: CryticCompile, **_: str) -> None:
        """Hands the compiler's output to crytic-compile."""
        tree, settings = SourceTree(), Settings.load(ROOT)
        sources = {path: text for own in tree.own() for path, text in tree.closure(own).items()}
        asked = settings.standard_input(sources, "*")
        asked["settings"]["outputSelection"] = {"*": {"": ["ast"], "*": ["abi", "userdoc", "devdoc"]}}
        version, answer = _solc("--version"), _solc("--standard-json", json.dumps(asked))
        output = json.loads(answer)
        for contract in (each for contracts in output["contracts"].values() for each in contracts.values()):
            contract["evm"] = NO_CODE
        unit = CompilationUnit(crytic_compile, "contracts")
        (number,) = re.findall(r"Version: (\d+\.\d+\.\d+)", version)
        unit.compiler_version = CompilerVersion(
            "solc", number, optimized=True, optimize_runs=settings.optimizer_runs, via_ir=settings.via_ir
        )
        parse_standard_json_output(output, unit)


def _solc(option: str, given: str = "") -> str:
    """The pinned compiler's answer."""
    return subprocess.run([SOLC, option], input=given, capture_output=True, text=True, check=True).stdout  # noqa: S603


def findings() -> Iterator[tuple[str, str]]:
    """Detector and first sentence of everything found in our own sources, without arguments and places, which move."""
    slither = Slither(CryticCompile(Parsed({"language": "Solidity", "sources": {}, "settings": {}})))
    for _, detector in inspect.getmembers(all_detectors, inspect.isclass):
        if issubclass(detector, AbstractDetector):
            slither.register_detector(detector)
    for found in (each for results in slither.run_detectors() for each in results):
        if not all(_is_foreign(element) for element in found["elements"]):
            yield found["check"], _sentence(found["description"])


def _is_foreign(element: dict[str, Any]) -> bool:
    return "@openzeppelin" in element["source_mapping"]["filename_relative"]


def _sentence(description: str) -> str:
    sentence, shorter = "", description.strip().splitlines()[0]
    while sentence != shorter:
        sentence, shorter = shorter, re.sub(r"\s*\([^()]*\)", "", shorter)
    return sentence.rstrip(":")


def main() -> int:
    """Print what is new and what is gone; 1 if there is anything."""
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["explained"]
    known = {(each["check"], line): False for each in explained for line in each["lines"]}
    new = []
    for check, sentence in sorted(set(findings())):
        fitting = [key for key in known if key[0] == check and fnmatchcase(sentence, key[1])]
        known |= dict.fromkeys(fitting, True)
        if not fitting:
            new.append(f"new: {check}: {sentence}")
    gone = [f"gone: {check}: {line}" for (check, line), met in known.items() if not met]
    said = (
        f"{len(new)} findings without an explanation in {EXPLAINED.relative_to(ROOT)}, {len(gone)} the other way round"
    )
    print(*new, *gone, said, sep="\n")
    return 1 if new or gone else 0


if __name__ == "__main__":
    sys.exit(main())
