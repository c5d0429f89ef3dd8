"""The machine of the proofs calculates as the chain does, and finds what does not hold."""

import pytest
import z3

from hardhat_free_env.testing import LocalChain
from tests.contracts.proofs.evm import OPERATIONS, How, Machine, follows, number

UNKNOWN = {0x04, 0x54}
"""A quotient and storage stand for anything."""
CALCULATED = sorted(OPERATIONS.keys() - UNKNOWN)
TOP = (1 << 256) - 1
PAIRS = [(0, 0), (1, 0), (7, 7), (255, 3), (256, TOP), (TOP, 256), (1 << 255, TOP - 1), (5, 1 << 200 | 9)]

ABI = [
    {
        "type": "function",
        "name": "all",
        "stateMutability": "view",
        "inputs": [{"name": name, "type": "uint256"} for name in "ab"],
        "outputs": [{"name": "", "type": f"uint256[{len(CALCULATED)}]"}],
    }
]


def every_operation() -> bytes:
    """Code that returns what each operation makes of two words."""
    code = b""
    for place, operation in enumerate(CALCULATED):
        code += bytes([0x60, 36, 0x35, 0x60, 4, 0x35, operation, 0x61, *(place * 32).to_bytes(2, "big"), 0x52])
    return code + bytes([0x61, *(len(CALCULATED) * 32).to_bytes(2, "big"), 0x5F, 0xF3])


def test_every_operation_makes_the_same_of_two_words_as_on_chain() -> None:
    runtime = every_operation()
    size = len(runtime).to_bytes(2, "big")
    creation = bytes([0x61, *size, 0x80, 0x60, 10, 0x5F, 0x39, 0x5F, 0xF3]) + runtime
    with LocalChain() as chain:
        contract = chain.deploy({"abi": ABI, "bytecode": creation})
        for a, b in PAIRS:
            (run,) = Machine(runtime, bytes(4), [number(a), number(b)]).runs()
            words = run.value.as_long().to_bytes(len(CALCULATED) * 32, "big")
            assert [int.from_bytes(words[at : at + 32], "big") for at in range(0, len(words), 32)] == list(
                contract.call("all", a, b)
            )


def test_a_fork_is_taken_both_ways_and_what_cannot_be_is_left_out() -> None:
    """Two jumps on one condition: two ends, not four."""
    asked = bytes([0x5F, 0x35, 0x60, 7, 0x57, 0x5B, 0x5F, 0x5B])
    again = bytes([0x5F, 0x35, 0x60, 16, 0x57, 0x5F, 0x5F, 0xFD, 0x5B, 0x5F, 0x5F, 0xF3])
    given = z3.BitVec("given", 256)
    runs = list(Machine(asked + again, b"", [given]).runs())
    assert {run.how for run in runs} == {How.RETURNED, How.REVERTED}
    assert len(runs) == 2
    for run in runs:
        assert follows(run.given, (given != 0) == (run.how is How.RETURNED))
        assert not follows([], *run.given)


def test_an_instruction_it_does_not_know_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="0xf1"):
        list(Machine(b"\xf1", b"", []).runs())
