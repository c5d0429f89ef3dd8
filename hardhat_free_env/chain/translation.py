"""EVM code as Python functions, made when they first run: the interpreter's loop is most of what an act costs.

A block here is a basic block and all that must come after it: jumps to where the code says itself are followed, so that a call of a
small function and the return from it are written out in one piece.

Within a block the stack is known beforehand: pushes, duplicates and swaps vanish, arithmetic is written out over local variables, and
what the block costs without regard to memory is charged once. Whatever asks how much gas is left, touches the world or is rare is
left to py-evm's own opcode, and ends the block. `audit` re-executes with stock py-evm and compares.

A block that would run out of gas on the way fails before it begins, and so does one whose stack is too low or too high: either burns
all gas of the frame and undoes what it did, wherever in the block it happens.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from eth.exceptions import FullStack, InsufficientStack, InvalidJumpDestination, OutOfGas
from eth.vm import opcode_values as op
from eth.vm.forks.cancun.opcodes import CANCUN_OPCODES
from eth.vm.logic.invalid import InvalidOpcode
from eth.vm.opcode import _FastOpcode
from eth_hash.auto import keccak

END: Final = -1
"""What a block answers when the code ends with it."""

Block: TypeAlias = Callable[[Any, list[int], Any, Any], int]
"""Runs one block on a computation, its stack, memory and gas meter; answers where the next begins."""

MOST: Final = 400
"""Instructions of a block; it may come by the same ones twice, or for ever."""
_STACK_LIMIT = 1024

# What an opcode leaves, by what it takes: {0} is the top of the stack.
_VALUES: Final[Mapping[int, str]] = {
    op.ADD: "({0} + {1}) & MAX",
    op.MUL: "({0} * {1}) & MAX",
    op.SUB: "({0} - {1}) & MAX",
    op.DIV: "{0} // {1} if {1} else 0",
    op.MOD: "{0} % {1} if {1} else 0",
    op.LT: "1 if {0} < {1} else 0",
    op.GT: "1 if {0} > {1} else 0",
    op.SLT: "1 if {0} ^ SIGN < {1} ^ SIGN else 0",  # two's complement, moved to where order is that of numbers
    op.SGT: "1 if {0} ^ SIGN > {1} ^ SIGN else 0",
    op.EQ: "1 if {0} == {1} else 0",
    op.ISZERO: "0 if {0} else 1",
    op.AND: "{0} & {1}",
    op.OR: "{0} | {1}",
    op.XOR: "{0} ^ {1}",
    op.NOT: "{0} ^ MAX",
    op.BYTE: "({1} >> (8 * (31 - {0}))) & 255 if {0} < 32 else 0",
    op.SHL: "({1} << {0}) & MAX if {0} < 256 else 0",
    op.SHR: "{1} >> {0} if {0} < 256 else 0",
    op.ADDRESS: "number(c.msg.storage_address, 'big')",
    op.ORIGIN: "number(c.transaction_context.origin, 'big')",
    op.CALLER: "number(c.msg.sender, 'big')",
    op.CALLVALUE: "c.msg.value",
    op.CALLDATALOAD: "number(c.msg.data[{0}:{0} + 32].ljust(32, ZERO), 'big')",
    op.CALLDATASIZE: "len(c.msg.data)",
    op.CODESIZE: "len(c.msg.code)",
    op.RETURNDATASIZE: "len(c.return_data)",
    op.TIMESTAMP: "c.state.timestamp",
    op.NUMBER: "c.state.block_number",
    op.CHAINID: "c.state.execution_context.chain_id",
    op.MLOAD: "number(m._bytes[{0}:{0} + 32], 'big')",
    op.SHA3: "number(keccak(m._bytes[{0}:{0} + {1}]), 'big')",
}

# What an opcode does first, or does and leaves nothing.
_DEEDS: Final[Mapping[int, tuple[str, ...]]] = {
    op.POP: (),
    op.JUMPDEST: (),
    op.MLOAD: ("if {0} + 32 > len(m._bytes): extend(m, g, {0}, 32)",),
    op.MSTORE: (
        "if {0} + 32 > len(m._bytes): extend(m, g, {0}, 32)",
        "m._bytes[{0}:{0} + 32] = {1}.to_bytes(32, 'big')",
    ),
    op.MSTORE8: (
        "if {0} >= len(m._bytes): extend(m, g, {0}, 1)",
        "m._bytes[{0}] = {1} & 255",
    ),
    op.SHA3: (
        "if {1} and {0} + {1} > len(m._bytes): extend(m, g, {0}, {1})",
        "charge(g, 6 * (({1} + 31) // 32))",
    ),
}

_TAKES: Final[Mapping[int, int]] = {
    op.POP: 1,
    op.JUMPDEST: 0,
    op.MSTORE: 2,
    op.MSTORE8: 2,
    **{opcode: 1 + max((n for n in range(3) if f"{{{n}}}" in form), default=-1) for opcode, form in _VALUES.items()},
}
"""How many operands an opcode has that is written out."""


_GAS: Final[Mapping[int, int]] = {
    opcode: each.gas_cost for opcode, each in CANCUN_OPCODES.items() if isinstance(each, _FastOpcode)
}
"""What an opcode costs whatever its operands are."""


def extend(memory: Any, meter: Any, start: int, size: int) -> None:  # noqa: ANN401  py-evm's, with their insides
    """Make memory reach beyond `start + size`, which it does not yet, and pay for it (yellow paper, appendix H)."""
    before, after = len(memory) // 32, (start + size + 31) // 32
    charge(meter, 3 * (after - before) + after * after // 512 - before * before // 512)
    memory.extend(start, size)


def charge(meter: Any, gas: int) -> None:  # noqa: ANN401  likewise
    """Take gas, or raise OutOfGas."""
    if gas > meter.gas_remaining:
        _out_of_gas()
    meter.gas_remaining -= gas


def _out_of_gas() -> None:
    raise OutOfGas("Out of gas within a block of code")


def _wrong_stack(height: int, needed: int) -> None:
    if height < needed:
        raise InsufficientStack(f"Wanted {needed} stack items, only had {height}")
    raise FullStack("Stack limit reached")


def _no_destination() -> int:
    raise InvalidJumpDestination("Invalid Jump Destination")


_NAMES: Final[Mapping[str, object]] = {
    "MAX": 2**256 - 1,
    "SIGN": 1 << 255,
    "ZERO": b"\0",
    "number": int.from_bytes,
    "keccak": keccak,
    "extend": extend,
    "charge": charge,
    "out_of_gas": _out_of_gas,
    "wrong_stack": _wrong_stack,
    "no_destination": _no_destination,
}


@dataclass(slots=True)
class _Writing:
    """A block being written: `stack` holds expressions, lowest first; `taken` counts what it took from the stack at its beginning."""

    lines: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    taken: int = 0
    gas: int = 0
    most: int = 0
    _values: int = 0

    def reach(self, depth: int) -> None:
        """Make sure that so many operands have names."""
        while len(self.stack) < depth:
            self.taken += 1
            self.lines.append(f"e{self.taken} = s[-{self.taken}]")
            self.stack.insert(0, f"e{self.taken}")

    def pop(self, count: int) -> list[str]:
        """Operands from the top of the stack, the top first."""
        self.reach(count)
        return [self.stack.pop() for _ in range(count)]

    def push(self, expression: str) -> None:
        """Put a name or constant on the stack."""
        self.stack.append(expression)
        self.most = max(self.most, len(self.stack) - self.taken)

    def push_value(self, expression: str) -> None:
        """Work a value out now, for what it depends on may change, and put it on the stack."""
        self._values += 1
        self.lines.append(f"v{self._values} = {expression}")
        self.push(f"v{self._values}")

    def write_back(self) -> None:
        """Leave on the computation's stack what this block leaves."""
        kept = 0
        while kept < min(self.taken, len(self.stack)) and self.stack[kept] == f"e{self.taken - kept}":
            kept += 1
        left, gone = self.stack[kept:], self.taken - kept
        if gone:
            self.lines.append(f"s[-{gone}:] = ({', '.join(left)},)" if left else f"del s[-{gone}:]")
        elif len(left) == 1:
            self.lines.append(f"s.append({left[0]})")
        elif left:
            self.lines.append(f"s += ({', '.join(left)})")

    def source(self) -> str:
        """The function, guards first."""
        guards = [f"if g.gas_remaining < {self.gas}: out_of_gas()", f"g.gas_remaining -= {self.gas}"]
        if self.taken:
            guards.insert(0, f"if len(s) < {self.taken}: wrong_stack(len(s), {self.taken})")
        if self.most:
            guards.insert(0, f"if len(s) > {_STACK_LIMIT - self.most}: wrong_stack(len(s), 0)")
        return "\n    ".join(["def block(c, s, m, g):", *guards, *self.lines])


class Translation:
    """One contract's code. Blocks are shared by all who run the code; two threads may both make one, to the same effect."""

    def __init__(self, code: bytes) -> None:
        self._code = code
        self._destinations = frozenset(at for at, opcode in _instructions(code) if opcode == op.JUMPDEST)
        self._blocks: dict[int, Block] = {}

    def run(self, computation: Any) -> None:  # noqa: ANN401  py-evm's, with its insides
        """Run the code from its start; Halt or VMError as py-evm's opcodes raise them."""
        stack, memory, meter = computation._stack.values, computation._memory, computation._gas_meter  # noqa: SLF001  in the place of py-evm's own loop
        blocks, at = self._blocks, 0
        while at != END:
            try:
                block = blocks[at]
            except KeyError:
                block = blocks[at] = self._made(at)
            at = block(computation, stack, memory, meter)

    def _made(self, start: int) -> Block:
        writing = _Writing()
        names = {**_NAMES, "destinations": self._destinations}
        self._write(writing, start, names)
        exec(writing.source(), names)  # noqa: S102  written from the tables above and numbers
        return names["block"]  # type: ignore[return-value]  # the source defines it

    def _write(self, writing: _Writing, start: int, names: dict[str, object]) -> None:
        at = start
        for _ in range(MOST):
            if at >= len(self._code):
                _end(writing, str(END))
                return
            opcode = self._code[at]
            if opcode == op.JUMP and writing.stack and _known(writing.stack[-1]) in self._destinations:
                writing.gas += _GAS[opcode]
                at = _known(writing.stack.pop()) or 0
                continue
            if opcode in {op.JUMP, op.JUMPI, op.STOP}:
                self._write_flow(writing, opcode, at)
                return
            if not self._write_plain(writing, opcode, at):
                _leave_to_py_evm(writing, opcode, at, names)
                return
            at += _size(opcode)
        _end(writing, str(at))

    def _write_plain(self, writing: _Writing, opcode: int, at: int) -> bool:
        """Write out an opcode that is wholly known here."""
        if op.PUSH1 <= opcode <= op.PUSH32:
            size = opcode - op.PUSH1 + 1
            pushed = self._code[at + 1 : at + 1 + size].ljust(size, b"\0")
            writing.push(f"({int.from_bytes(pushed, 'big'):#x})")
        elif opcode == op.PUSH0:
            writing.push("(0)")
        elif opcode == op.PC:
            writing.push(f"({at})")
        elif op.DUP1 <= opcode <= op.DUP16:
            depth = opcode - op.DUP1 + 1
            writing.reach(depth)
            writing.push(writing.stack[-depth])
        elif op.SWAP1 <= opcode <= op.SWAP16:
            depth = opcode - op.SWAP1 + 2
            writing.reach(depth)
            stack = writing.stack
            stack[-1], stack[-depth] = stack[-depth], stack[-1]
        elif opcode in _TAKES:
            operands = writing.pop(_TAKES[opcode])
            writing.lines.extend(deed.format(*operands) for deed in _DEEDS.get(opcode, ()))
            if opcode in _VALUES:
                writing.push_value(_VALUES[opcode].format(*operands))
        else:
            return False
        writing.gas += _GAS[opcode]
        return True

    def _write_flow(self, writing: _Writing, opcode: int, at: int) -> None:
        writing.gas += _GAS[opcode]
        if opcode == op.STOP:
            _end(writing, str(END))
            return
        where, *condition = writing.pop(2 if opcode == op.JUMPI else 1)
        target = self._target(where)
        _end(writing, f"({target}) if {condition[0]} else {at + 1}" if condition else target)

    def _target(self, where: str) -> str:
        """A jump's destination, checked now when it is a constant."""
        if (known := _known(where)) is not None:
            return where if known in self._destinations else "no_destination()"
        return f"{where} if {where} in destinations else no_destination()"


def _known(operand: str) -> int | None:
    """The value of an operand that is a constant."""
    return int(operand[1:-1], 0) if operand.startswith("(") else None


def _instructions(code: bytes) -> Iterator[tuple[int, int]]:
    """Positions and opcodes, what pushes carry left out."""
    at = 0
    while at < len(code):
        yield at, code[at]
        at += _size(code[at])


def _size(opcode: int) -> int:
    """Bytes of an instruction, with what it carries."""
    return 1 + max(0, opcode - op.PUSH1 + 1) * (opcode <= op.PUSH32)


def _end(writing: _Writing, following: str) -> None:
    writing.write_back()
    writing.lines.append(f"return {following}")


def _leave_to_py_evm(writing: _Writing, opcode: int, at: int, names: dict[str, object]) -> None:
    """End the block with py-evm's opcode, which charges for itself; it may leave bytes on the stack, at the top."""
    names["opcode"] = CANCUN_OPCODES.get(opcode) or InvalidOpcode(opcode)
    writing.write_back()
    writing.lines.append("opcode(computation=c)")
    writing.lines.append("if s and s[-1].__class__ is bytes: s[-1] = number(s[-1], 'big')")
    writing.lines.append(f"return {at + 1}")
