"""Runs the tests against one mutant after another, in the copy and in one process: `python -m tests.mutants.worker`.

Takes on standard input one JSON line a mutant, {"number", "first": [paths]}; answers each with {"number", "killed"}: the
test that failed, or null when none did.
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.mutants.switch import bring_to_life, lift_limits


class Verdict:
    """Remembers the first test that failed."""

    def __init__(self) -> None:
        self.killer: str | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A failure in setup, call or teardown kills."""
        if report.failed and self.killer is None:
            self.killer = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """So does a module that cannot be imported."""
        if report.failed and self.killer is None:
            self.killer = report.nodeid


def judge(number: int, first: list[str], skipped: list[str]) -> str | None:
    """The test that kills mutant `number`; the tests in `first` are tried before the others."""
    bring_to_life(number)
    if first:
        killer = run(first, skipped)
        if killer:
            return killer
    return run(["tests/contracts"], [*skipped, *first])


def run(paths: list[str], ignored: list[str]) -> str | None:
    """The first test at `paths` that fails."""
    verdict = Verdict()
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0", "-m", "not long"]
    kept = [path for path in paths if Path(path.split("::")[0]).exists()]
    if not kept:
        return None
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        code = pytest.main([*options, *(f"--ignore={path}" for path in ignored), *kept], plugins=[verdict])
    if (
        code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED}
        and not verdict.killer
    ):
        return f"pytest ended with {code}"
    return verdict.killer


def main() -> None:
    """Answer until there are no more questions."""
    lift_limits()
    for line in sys.stdin:
        question = json.loads(line)
        killer = judge(question["number"], question["first"], question["skip"])
        print(json.dumps({"number": question["number"], "killed": killer}), flush=True)


if __name__ == "__main__":
    main()
