"""Translated code against py-evm's own loop: any program, the same output, gas, logs, storage, and the same kind of failure."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from eth.vm import opcode_values as op
from eth.vm.forks.cancun.computation import CancunComputation
from eth_typing import Address, BlockNumber
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hardhat_free_env.chain.blocks import Header
from hardhat_free_env.chain.trie import EMPTY_ROOT, Child
from hardhat_free_env.chain.vm import Call, Execution, LedgerState, execute_call, state_at

pytestmark = pytest.mark.filterwarnings("ignore:SELFDESTRUCT opcode present:DeprecationWarning")

CONTRACT, CALLEE, CALLER = (Address(bytes((number,)) * 20) for number in (0xC0, 0xCA, 0xEE))
GAS = 120_000
QUICK = settings(deadline=None, derandomize=True)
NUMBERS = st.one_of(
    st.integers(0, 70),
    st.sampled_from([255, 256, 2**32, 2**64 - 1, 2**255 - 1, 2**255, 2**256 - 32, 2**256 - 1]),
    st.integers(0, 2**256 - 1),
)
PLAIN = [opcode for opcode in range(256) if opcode not in range(op.PUSH0, op.SWAP16 + 1)]
FREQUENT = [op.ADD, op.SUB, op.AND, op.LT, op.ISZERO, op.SLT, op.SHL, op.SHR, op.MLOAD, op.MSTORE, op.SHA3, op.SLOAD]

Piece = tuple[str, int]
"""What a program is made of: a push, an opcode, a mark to jump to, a jump to the nth mark, a jump on a condition."""
PIECE = st.one_of(
    st.tuples(st.just("push"), NUMBERS),
    st.tuples(st.just("push"), st.integers(0, 64)),
    st.tuples(st.just("op"), st.sampled_from(FREQUENT)),
    st.tuples(st.just("op"), st.sampled_from(PLAIN)),
    st.tuples(st.just("op"), st.integers(op.DUP1, op.SWAP16)),
    st.tuples(st.just("mark"), st.just(0)),
    st.tuples(st.just("jump"), st.integers(0, 3)),
    st.tuples(st.just("jumpi"), st.integers(0, 3)),
)


class Nothing:
    """A store that holds nothing."""

    def node(self, digest: bytes) -> bytes | None:  # noqa: ARG002  as the store has it
        return None

    def code(self, digest: bytes) -> bytes | None:  # noqa: ARG002  likewise
        return None

    def warm(self, root: bytes) -> Child:  # noqa: ARG002  likewise
        return None


class StockState(LedgerState):
    computation_class = CancunComputation  # type: ignore[assignment]  # what ours stands in for


def assembled(pieces: Sequence[Piece]) -> bytes:
    """Bytecode; jumps to marks that are not there lead nowhere."""
    code, marks, jumps = bytearray(), list[int](), list[tuple[int, int]]()
    for kind, value in pieces:
        if kind == "push":
            size = max(1, (value.bit_length() + 7) // 8)
            code += bytes((op.PUSH1 + size - 1,)) + value.to_bytes(size, "big")
        elif kind == "op":
            code.append(value)
        elif kind == "mark":
            marks.append(len(code))
            code.append(op.JUMPDEST)
        else:
            code += bytes((op.PUSH2,))
            jumps.append((len(code), value))
            code += bytes((0, 0, op.JUMP if kind == "jump" else op.JUMPI))
    for at, mark in jumps:
        code[at : at + 2] = (marks[mark] if mark < len(marks) else 1).to_bytes(2, "big")
    return bytes(code)


def run(kind: type[LedgerState], code: bytes, gas: int) -> tuple[Execution, object]:
    header = Header(difficulty=0, block_number=BlockNumber(7), gas_limit=10**8, timestamp=1_785_718_800)
    plain = state_at(Nothing(), EMPTY_ROOT, header, 20_825)
    state = kind(Nothing(), plain.execution_context, plain.state_root)  # type: ignore[arg-type]
    state.set_code(CONTRACT, code)
    state.set_code(
        CALLEE, assembled([("push", 1), ("push", 0), ("op", op.MSTORE), ("push", 32), ("push", 0), ("op", op.RETURN)])
    )
    state.set_storage(CONTRACT, 1, 5)
    execution = execute_call(state, Call(CALLER, CONTRACT, bytes(range(70)), 0, gas))
    return execution, state.journaled._slots


def outcome(kind: type[LedgerState], code: bytes, gas: int) -> tuple[object, ...]:
    """All that can be seen of it; which of several ways to burn all gas was met first cannot."""
    execution, slots = run(kind, code, gas)
    return replace(execution, error=None), slots


@settings(QUICK, max_examples=600)
@given(
    stack=st.lists(NUMBERS, max_size=20),
    pieces=st.lists(PIECE, max_size=60),
    gas=st.sampled_from([GAS, 23_500, 22_300]),
)
@example(stack=[], pieces=[("op", op.DUP1)], gas=GAS)
@example(stack=[], pieces=[("push", 3), ("mark", 0), ("op", op.DUP1), ("jump", 0)], gas=GAS)
@example(stack=[], pieces=[("push", 1), ("op", op.POP), ("op", op.JUMP)], gas=GAS)
@example(stack=[], pieces=[("mark", 0), ("jump", 0)], gas=GAS)
@example(stack=[], pieces=[("push", 9), ("push", 9), ("jump", 0), ("push", 1), ("mark", 0), ("op", op.ADD)], gas=GAS)
def test_any_program_does_what_it_does_under_py_evm(stack: list[int], pieces: list[Piece], gas: int) -> None:
    code = assembled([*(("push", value) for value in stack), *pieces])
    assert outcome(LedgerState, code, gas) == outcome(StockState, code, gas)


@settings(QUICK, max_examples=200)
@given(code=st.binary(max_size=80))
def test_so_do_any_bytes(code: bytes) -> None:
    assert outcome(LedgerState, code, GAS) == outcome(StockState, code, GAS)


@pytest.mark.parametrize("opcode", range(256))
@settings(QUICK, max_examples=12)
@given(operands=st.lists(NUMBERS, min_size=7, max_size=7))
def test_every_opcode_leaves_the_same_stack_and_memory(opcode: int, operands: list[int]) -> None:
    """The six topmost of what is left are written to memory and returned with it."""
    shown: list[Piece] = []
    for place in range(6):
        shown += [("push", 320 + 32 * place), ("op", op.MSTORE)]
    pieces: list[Piece] = [*(("push", value) for value in operands), ("op", opcode), *shown]
    code = assembled([*pieces, ("push", 512), ("push", 0), ("op", op.RETURN)])
    assert outcome(LedgerState, code, GAS) == outcome(StockState, code, GAS)


def test_code_may_call_code() -> None:
    callee = int.from_bytes(CALLEE, "big")
    call: list[Piece] = [("push", n) for n in (32, 0, 0, 0, 0, callee, 50_000)]
    code = assembled([*call, ("op", op.CALL), ("push", 64), ("push", 0), ("op", op.RETURN)])
    execution, _ = run(LedgerState, code, GAS)
    assert execution.output == (1).to_bytes(32, "big") + bytes(32)
    assert outcome(LedgerState, code, GAS) == outcome(StockState, code, GAS)


def test_a_push_that_the_code_ends_in_is_filled_with_zeros() -> None:
    code = bytes((op.PUSH2, 1))
    assert outcome(LedgerState, code, GAS) == outcome(StockState, code, GAS)
    assert run(LedgerState, code, GAS)[0].succeeded
