"""Runs the tests of the copy it is started in, and each again against every mutant it could notice: `python -m tests.mutants.trials`.

Takes one JSON object on standard input:

{"mutants": {number: {"kind": kind, "home": [beginnings of node ids], "dead": bool}}, "skip": [paths, node ids],
 "files": [paths], "everywhere": whether also away from home, "most": tests that try one mutant}

and answers with one JSON line a mutant noticed, {"number": n, "killed": test}, and one a test that fails with no mutant
alive, {"failed": test}: from such a test nothing is learnt.
"""

import json
import os
import signal
import sys
from collections import Counter
from time import monotonic
from typing import Any, TextIO

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.reach import Visits
from tests.mutants.switch import NOBODY, bring_to_life, lift_limits

PATIENCE = 20
"""Seconds, and times what the test took, after which a test that does not end has noticed."""


class Trials:
    """The plugin of pytest that does it."""

    def __init__(self, question: dict[str, Any], answers: TextIO) -> None:
        mutants = {int(number): each for number, each in question["mutants"].items()}
        self._homes = {number: tuple(each["home"]) for number, each in mutants.items() if not each["dead"]}
        self._everywhere, self._most = question["everywhere"], question["most"]
        kinds = {number: each["kind"] for number, each in mutants.items()}
        self._visits = Visits(kinds, every_question=self._everywhere)
        self._tries: Counter[int] = Counter()
        self._answers = answers

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        """The test as it is, then against one mutant after another; what it shares with others stays until they are done."""
        bring_to_life(NOBODY)
        self._visits.begin()
        began = monotonic()
        if self._fails(item):
            self._say(failed=item.nodeid)
        else:
            patience = PATIENCE + PATIENCE * (monotonic() - began)
            for number in [each for each in self._visits.noted if self._worth_trying(each, item.nodeid)]:
                self._try(number, item, patience)
        bring_to_life(NOBODY)
        item.session._setupstate.teardown_exact(nextitem)
        return True

    def _worth_trying(self, number: int, test: str) -> bool:
        if number not in self._homes or self._tries[number] >= self._most:
            return False
        return self._everywhere or not self._homes[number] or test.startswith(self._homes[number])

    def _try(self, number: int, item: pytest.Item, patience: float) -> None:
        self._tries[number] += 1
        bring_to_life(number)
        signal.signal(signal.SIGALRM, _out_of_patience)
        signal.setitimer(signal.ITIMER_REAL, patience)
        try:
            noticed = self._fails(item)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if noticed:
            del self._homes[number]
            self._say(number=number, killed=item.nodeid)

    def _fails(self, item: pytest.Item) -> bool:
        # With its module as "next", all that belongs to the test alone is put away.
        reports = runtestprotocol(item, log=False, nextitem=item.parent)  # type: ignore[arg-type]
        return any(report.failed for report in reports)

    def _say(self, **answer: object) -> None:
        print(json.dumps(answer), file=self._answers, flush=True)


def _out_of_patience(_signal: int, _frame: object) -> None:
    raise TimeoutError


def main() -> int:
    """Run what standard input asks for."""
    lift_limits()
    question = json.load(sys.stdin)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what pytest says is no answer
    options = [
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-o",
        "timeout=0",
        "--hypothesis-seed=0",
        "-m",
        "not long",
    ]
    leaving_out = [f"--{'deselect' if '::' in each else 'ignore'}={each}" for each in question["skip"]]
    code = pytest.main([*options, *leaving_out, *question["files"]], plugins=[Trials(question, answers)])
    return 0 if code in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED} else 1


if __name__ == "__main__":
    sys.exit(main())
