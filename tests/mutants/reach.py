"""Which mutants would make a difference to a test: only these can it notice.

A switch compares `block.prevrandao` with the number of its mutant where that would answer otherwise. While `NOBODY` lives,
whatever is compared with it is such a number.
"""

from collections import deque
from collections.abc import Mapping

from eth.abc import ComputationAPI
from eth.vm import opcode_values as op

from hardhat_free_env.chain import translation, vm
from tests.mutants.switch import NOBODY

_execution = vm._execution

NESTED = 6
"""Questions that may be under way when one of them refuses."""


class Visits:
    """Notes what the test under way comes by.

    A question not asked makes a difference where it refuses: those last asked before a refusal are noted, or all
    (`every_question`), for some change what is recorded.
    """

    def __init__(self, kinds: Mapping[int, str], *, every_question: bool) -> None:
        self.noted: dict[int, None] = {}
        self._kinds = kinds
        self._every_question = every_question
        self._asked: deque[int] = deque(maxlen=NESTED)
        vars(vm)["_execution"] = self._executed
        values = vars(translation)["_VALUES"]
        values[op.EQ] = "1 if same({0}, {1}) else 0"
        values[op.SUB] = "0 if same({0}, {1}) else ({0} - {1}) & MAX"  # what the optimizer makes of !=
        values[op.XOR] = "0 if same({0}, {1}) else {0} ^ {1}"
        values[op.ADD] = "less({0}, {1})"  # likewise, of a number whose negative is shorter to write
        vars(translation)["_NAMES"] |= {"same": self._same, "less": self._less}

    def begin(self) -> None:
        """A test begins."""
        self.noted.clear()
        self._asked.clear()

    def _executed(self, computation: ComputationAPI, gas: int) -> vm.Execution:
        self._asked.clear()  # what the next one is refused for was not asked here
        return _execution(computation, gas)

    def _same(self, a: int, b: int) -> bool:
        if a == NOBODY:
            self._note(b)
        elif b == NOBODY:
            self._note(a)
        return a == b

    def _less(self, a: int, b: int) -> int:
        if NOBODY in {a, b}:
            self._note(-(b if a == NOBODY else a) % (1 << 256))
        return a + b & (1 << 256) - 1

    def _note(self, number: int) -> None:
        kind = self._kinds.get(number)
        if kind == "call":
            self._asked.append(number)
        if kind == "guard":
            self.noted.update(dict.fromkeys(self._asked))
        if kind and (kind != "call" or self._every_question):
            self.noted[number] = None
