"""Tiny EVM programs for tests of the chain, assembled here so that they need no compiler.

Each is runtime code; `creation` wraps it into what a transaction deploys.
"""

_OPCODES = {
    "STOP": 0x00,
    "ADD": 0x01,
    "GAS": 0x5A,
    "CALLER": 0x33,
    "CALLDATALOAD": 0x35,
    "CALLDATASIZE": 0x36,
    "CALLDATACOPY": 0x37,
    "CODECOPY": 0x39,
    "GASPRICE": 0x3A,
    "BLOCKHASH": 0x40,
    "TIMESTAMP": 0x42,
    "NUMBER": 0x43,
    "PREVRANDAO": 0x44,
    "CHAINID": 0x46,
    "BALANCE": 0x31,
    "BASEFEE": 0x48,
    "SUB": 0x03,
    "MSTORE": 0x52,
    "SLOAD": 0x54,
    "SSTORE": 0x55,
    "JUMP": 0x56,
    "JUMPDEST": 0x5B,
    "PUSH0": 0x5F,
    "DUP1": 0x80,
    "LOG0": 0xA0,
    "LOG1": 0xA1,
    "LOG2": 0xA2,
    "LOG3": 0xA3,
    "LOG4": 0xA4,
    "CREATE": 0xF0,
    "RETURN": 0xF3,
    "REVERT": 0xFD,
    "SELFDESTRUCT": 0xFF,
    "INVALID": 0xFE,
}


def assemble(source: str) -> bytes:
    """Mnemonics and hex bytes, separated by spaces; a hex literal is pushed."""
    code = bytearray()
    for token in source.split():
        if token in _OPCODES:
            code.append(_OPCODES[token])
        else:
            literal = bytes.fromhex(token)
            code.append(0x5F + len(literal))
            code += literal
    return bytes(code)


def creation(runtime: bytes) -> bytes:
    """Code that deploys `runtime`."""
    head = assemble(f"{len(runtime):04x} DUP1 0a PUSH0 CODECOPY PUSH0 RETURN")
    assert len(head) == 10
    return head + runtime


def word(value: int) -> bytes:
    """Thirty-two bytes."""
    return value.to_bytes(32, "big")


STORE = assemble("20 CALLDATALOAD PUSH0 CALLDATALOAD SSTORE STOP")
"""Calldata: slot, value."""

LOAD = assemble("PUSH0 CALLDATALOAD SLOAD PUSH0 MSTORE 20 PUSH0 RETURN")
"""Calldata: slot; returns its value."""

COUNT = assemble("PUSH0 SLOAD 01 ADD DUP1 PUSH0 SSTORE PUSH0 MSTORE CALLER 20 PUSH0 LOG1 STOP")
"""Adds one to slot 0 and logs the count, with the caller as topic."""

BURN = assemble("INVALID")
"""Burns all its gas at once."""

SPIN = assemble("JUMPDEST CALLDATASIZE JUMP")
"""Without calldata burns all its gas, slowly: where it jumps to is not known beforehand."""

REVERT = assemble("CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY CALLDATASIZE PUSH0 REVERT")
"""Reverts with its calldata."""

CONTEXT = assemble(
    "TIMESTAMP PUSH0 MSTORE NUMBER 20 MSTORE GASPRICE 40 MSTORE CALLER BALANCE 60 MSTORE "
    "01 NUMBER SUB BLOCKHASH 80 MSTORE BASEFEE a0 MSTORE CHAINID c0 MSTORE e0 PUSH0 RETURN"
)
"""Returns timestamp, number, gas price, caller's balance, parent's hash, base fee, chain id."""


def logger(topics: int) -> bytes:
    """Logs with that many topics, taken from calldata, and the first word of calldata as its body."""
    loads = " ".join(f"{32 * each:02x} CALLDATALOAD" for each in reversed(range(topics)))
    return assemble(f"PUSH0 CALLDATALOAD PUSH0 MSTORE {loads} 20 PUSH0 LOG{topics} STOP")
