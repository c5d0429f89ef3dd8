"""Runs the tests against one mutant after another, in the copy and in one process: `python -m tests.mutants.worker`.

Takes one JSON line a question on standard input and answers with one:

{"skip": [paths, node ids]}          all tests, no mutant alive → {"failed": test or null, "reached": {number: [tests]}}
{"number": n, "tests": [node ids]}   these tests against a mutant → {"killed": test or null}
"""

import io
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout

import pytest

from tests.mutants import reach
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


def run(arguments: Sequence[str], *plugins: object) -> str | None:
    """The first test that fails."""
    verdict = Verdict()
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0", "-m", "not long"]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = pytest.main([*options, *arguments], plugins=[verdict, *plugins])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED} and not verdict.killer:
        print(f"pytest ended with {code}:\n{said.getvalue()[-2000:]}", file=sys.stderr)  # it has noticed nothing
    return verdict.killer


def explore(skipped: Sequence[str]) -> dict[str, object]:
    """Run everything as written, and say which tests come by which switch."""
    bring_to_life(reach.NOBODY)
    visits = reach.Visits()
    leaving_out = [f"--{'deselect' if '::' in each else 'ignore'}={each}" for each in skipped]
    failed = run([*leaving_out, "tests/contracts"], visits)
    return {"failed": failed, "reached": {number: list(tests) for number, tests in visits.tests.items()}}


def judge(number: int, tests: Sequence[str]) -> dict[str, object]:
    """The first of the tests that notices a mutant."""
    bring_to_life(number)
    return {"killed": run(tests) if tests else None}


def main() -> None:
    """Answer until there are no more questions."""
    lift_limits()
    for line in sys.stdin:
        question = json.loads(line)
        answer = judge(**question) if "number" in question else explore(question["skip"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
