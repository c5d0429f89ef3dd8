"""What a chapter must not contain: opcodes by which code run with the ledger's storage could reach beyond it.

A chapter knows signatories, block time and storage; it never calls, creates, destroys itself or looks at who called.
"""

PUSH1, PUSH32 = 0x60, 0x7F

FORBIDDEN = {
    0x32: "ORIGIN",
    0x33: "CALLER",
    0xF0: "CREATE",
    0xF1: "CALL",
    0xF2: "CALLCODE",
    0xF4: "DELEGATECALL",
    0xF5: "CREATE2",
    0xFA: "STATICCALL",
    0xFF: "SELFDESTRUCT",
}
"""Opcode → name."""


def forbidden(code: bytes) -> list[str]:
    """`NAME at 0x…` of every forbidden opcode in runtime code; what PUSH carries is skipped."""
    found = []
    position = 0
    while position < len(code):
        opcode = code[position]
        if opcode in FORBIDDEN:
            found.append(f"{FORBIDDEN[opcode]} at {position:#x}")
        position += opcode - PUSH1 + 2 if PUSH1 <= opcode <= PUSH32 else 1
    return found
