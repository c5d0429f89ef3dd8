"""Which tests come by which switch: only these can notice its mutant.

A switch compares `block.prevrandao` with its number. While that is `NOBODY`, whatever it is compared with is the number of a switch.
"""

from collections import defaultdict

import pytest
from eth.vm import opcode_values as op

from hardhat_free_env.chain import translation

NOBODY = 0x6E6F626F6479 << 200
"""A number no mutant has, and no contract reckons with."""


class Visits:
    """Notes for each test function the switches it comes by; `tests` is what was learnt, by number of the switch."""

    def __init__(self) -> None:
        self.tests: dict[int, dict[str, None]] = defaultdict(dict)
        self._here: set[int] = set()
        values = vars(translation)["_VALUES"]
        values[op.EQ] = "1 if same({0}, {1}) else 0"
        values[op.SUB] = "0 if same({0}, {1}) else ({0} - {1}) & MAX"  # what the optimizer makes of !=
        values[op.XOR] = "0 if same({0}, {1}) else {0} ^ {1}"
        vars(translation)["_NAMES"]["same"] = self._same

    def _same(self, a: int, b: int) -> bool:
        if a == NOBODY:
            self._here.add(b)
        elif b == NOBODY:
            self._here.add(a)
        return a == b

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """What the session's fixtures come by, its first test does."""
        if report.when == "teardown":
            for number in self._here:
                self.tests[number][report.nodeid.partition("[")[0]] = None  # an id in brackets need not be found again
            self._here.clear()
