"""An EVM for proofs: runs compiled code on inputs that stand for every value, and finds every way it can end.

It knows what straight code, loops and reading storage need, and refuses an instruction it does not know. Memory is
addressed by numbers alone, storage is one array of unknown words; a hash and a quotient are unknown functions of what
they are made of: what holds here holds for every storage, and whatever hash and division are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import z3

Word = Any
"""A z3 bit vector of 256 bits; z3 has no types of its own."""

STORAGE = z3.Array("storage", z3.BitVecSort(256), z3.BitVecSort(256))
HASH_OF_TWO = z3.Function("keccak256", z3.BitVecSort(512), z3.BitVecSort(256))
"""keccak256 of two words, as the place of a mapping's value is found."""
_QUOTIENT = z3.Function("quotient", z3.BitVecSort(256), z3.BitVecSort(256), z3.BitVecSort(256))


class How(Enum):
    """What became of a run."""

    RUNNING = "still running"
    RETURNED = "returned"
    REVERTED = "reverted"
    ARRIVED = "came to where it was to stop"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the code: where it stands, what it has, and what must be true for it to have come here."""

    how: How = How.RUNNING
    at: int = 0
    stack: tuple[Word, ...] = ()
    memory: dict[int, Any] = field(default_factory=dict)
    given: tuple[Any, ...] = ()
    data: tuple[Any, ...] = ()
    """The bytes it returned or reverted with."""
    landings: tuple[int, ...] = ()
    """Where it jumped or fell to, in order."""

    @property
    def value(self) -> Word:
        """Its bytes as one value: a word returned, or the four bytes of an error without arguments."""
        return z3.simplify(z3.Concat(*self.data))

    @property
    def error(self) -> int:
        """The selector it reverted with."""
        return int(z3.simplify(z3.Concat(*self.data[:4])).as_long())


def number(value: int) -> Word:
    """A word that is known."""
    return z3.BitVecVal(value, 256)


def follows(given: Sequence[Any], *claims: Any) -> bool:
    """Whether every claim holds whenever all that is given does."""
    solver = z3.Solver()
    solver.add(*given, z3.Not(z3.And(*claims)))
    return bool(solver.check() == z3.unsat)


def _truth(condition: Any) -> Word:  # noqa: ANN401
    return z3.If(condition, number(1), number(0))


OPERATIONS: dict[int, Callable[..., Word]] = {
    0x01: lambda a, b: a + b,
    0x02: lambda a, b: a * b,
    0x03: lambda a, b: a - b,
    0x04: _QUOTIENT,
    0x10: lambda a, b: _truth(z3.ULT(a, b)),
    0x11: lambda a, b: _truth(z3.UGT(a, b)),
    0x12: lambda a, b: _truth(a < b),
    0x13: lambda a, b: _truth(a > b),
    0x14: lambda a, b: _truth(a == b),
    0x15: lambda a: _truth(a == 0),
    0x16: lambda a, b: a & b,
    0x17: lambda a, b: a | b,
    0x18: lambda a, b: a ^ b,
    0x19: lambda a: ~a,
    0x1B: lambda places, a: a << places,
    0x1C: lambda places, a: z3.LShR(a, places),
    0x54: lambda slot: z3.Select(STORAGE, slot),
}
"""Instruction → what it makes of the topmost words, top first."""

_TAKES = {code: 1 if code in {0x15, 0x19, 0x54} else 2 for code in OPERATIONS}


class Machine:
    """Compiled code and the call made to it."""

    def __init__(self, code: bytes, selector: bytes, arguments: Sequence[Word]) -> None:
        self._code = code
        self._input = [*(z3.BitVecVal(byte, 8) for byte in selector), *(b for each in arguments for b in _bytes(each))]

    def runs(self, start: Run | None = None, until: int | None = None) -> Iterator[Run]:
        """Every way on from `start`, each to its end, or to the place `until` when it comes there (again)."""
        waiting = [replace(start, how=How.RUNNING) if start else Run()]
        while waiting:
            run = waiting.pop()
            while run.how is How.RUNNING:
                run, *others = self._step(run)
                waiting += others
                if run.how is How.RUNNING and run.at == until:
                    run = replace(run, how=How.ARRIVED)
            yield run

    def loop(self) -> int:
        """Where the first loop begins: the first place that a run lands on twice."""
        waiting = [Run()]
        while waiting:
            run = waiting.pop()
            while run.how is How.RUNNING:
                run, *others = self._step(run)
                waiting += others
                if len(set(run.landings)) < len(run.landings):
                    return run.landings[-1]
        raise LookupError("no run comes to one place twice")

    def _step(self, run: Run) -> list[Run]:  # noqa: PLR0911  one for each family of instructions
        code, stack, on = self._code[run.at] if run.at < len(self._code) else 0, run.stack, run.at + 1
        if code in OPERATIONS:
            taken = stack[: -_TAKES[code] - 1 : -1]
            made = z3.simplify(OPERATIONS[code](*taken))
            return [replace(run, at=on, stack=(*stack[: -len(taken)], made))]
        if 0x5F <= code <= 0x7F:
            size = code - 0x5F
            pushed = number(int.from_bytes(self._code[on : on + size], "big"))
            return [replace(run, at=on + size, stack=(*stack, pushed))]
        if 0x80 <= code <= 0x8F:
            return [replace(run, at=on, stack=(*stack, stack[-(code - 0x7F)]))]
        if 0x90 <= code <= 0x9F:
            swapped, depth = list(stack), code - 0x8E
            swapped[-1], swapped[-depth] = swapped[-depth], swapped[-1]
            return [replace(run, at=on, stack=tuple(swapped))]
        if code in {0x56, 0x57}:
            return self._jump(run, conditional=code == 0x57)
        if code in {0xF3, 0xFD}:
            start, size = _known(stack[-1]), _known(stack[-2])
            how = How.RETURNED if code == 0xF3 else How.REVERTED
            return [replace(run, how=how, data=_read(run.memory, start, size))]
        return [self._other(run, code)]

    def _other(self, run: Run, code: int) -> Run:  # noqa: PLR0911  one an instruction
        stack, on = run.stack, run.at + 1
        match code:
            case 0x20:
                start, size = _known(stack[-1]), _known(stack[-2])
                if size != 64:
                    raise NotImplementedError(f"a hash of {size} bytes")
                made = HASH_OF_TWO(z3.simplify(z3.Concat(*_read(run.memory, start, size))))
                return replace(run, at=on, stack=(*stack[:-2], made))
            case 0x34:
                return replace(run, at=on, stack=(*stack, number(0)))  # no value is sent
            case 0x35:
                start = _known(stack[-1])
                given = [*self._input[start : start + 32], *(z3.BitVecVal(0, 8) for _ in range(32))][:32]
                return replace(run, at=on, stack=(*stack[:-1], z3.simplify(z3.Concat(*given))))
            case 0x36:
                return replace(run, at=on, stack=(*stack, number(len(self._input))))
            case 0x50:
                return replace(run, at=on, stack=stack[:-1])
            case 0x51:
                loaded = z3.simplify(z3.Concat(*_read(run.memory, _known(stack[-1]), 32)))
                return replace(run, at=on, stack=(*stack[:-1], loaded))
            case 0x52:
                start = _known(stack[-1])
                written = {start + place: byte for place, byte in enumerate(_bytes(stack[-2]))}
                return replace(run, at=on, stack=stack[:-2], memory={**run.memory, **written})
            case 0x5B:
                return replace(run, at=on, landings=(*run.landings, run.at))
        raise NotImplementedError(f"instruction 0x{code:02x} at {run.at}")

    def _jump(self, run: Run, *, conditional: bool) -> list[Run]:
        to, stack = _known(run.stack[-1]), run.stack[: -2 if conditional else -1]
        if self._code[to] != 0x5B:
            raise NotImplementedError(f"a jump to {to}, where none may land")
        taken = z3.simplify(run.stack[-2] != 0) if conditional else z3.BoolVal(True)
        ways = [(to, taken), (run.at + 1, z3.simplify(z3.Not(taken)))]
        if z3.is_true(taken) or z3.is_false(taken):
            return [replace(run, at=at, stack=stack) for at, condition in ways if z3.is_true(condition)]
        return [
            replace(run, at=at, stack=stack, given=(*run.given, condition))
            for at, condition in ways
            if not follows(run.given, z3.Not(condition))
        ]


def _known(word: Word) -> int:
    """A number that the code itself determines: a place in memory, a jump's aim."""
    if not z3.is_bv_value(word):
        raise NotImplementedError(f"a place that depends on input: {word}")
    return int(word.as_long())


def _bytes(word: Word) -> list[Any]:
    return [z3.simplify(z3.Extract(end, end - 7, word)) for end in range(255, 0, -8)]


def _read(memory: dict[int, Any], start: int, size: int) -> tuple[Any, ...]:
    return tuple(memory.get(place, z3.BitVecVal(0, 8)) for place in range(start, start + size))
