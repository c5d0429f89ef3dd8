"""What a revert says, in geth's words: `Error(string)` and `Panic(uint256)` are decoded, custom errors left as they are.

`custom_error` decodes those with an ABI, for tests and command lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eth_abi import decode
from eth_abi.exceptions import DecodingError
from eth_hash.auto import keccak

ERROR_STRING = bytes.fromhex("08c379a0")
PANIC = bytes.fromhex("4e487b71")

# solc: docs, "Panic via assert and Error via require"
_PANICS = {
    0x00: "generic panic",
    0x01: "assert(false)",
    0x11: "arithmetic underflow or overflow",
    0x12: "division or modulo by zero",
    0x21: "enum overflow",
    0x22: "invalid encoded storage byte array accessed",
    0x31: "out-of-bounds array access; popping on an empty array",
    0x32: "out-of-bounds access of an array or bytesN",
    0x41: "out of memory",
    0x51: "uninitialized function",
}


def revert_message(output: bytes) -> str:
    """The message of error code 3 for these revert bytes."""
    reason = _reason(output)
    return f"execution reverted: {reason}" if reason else "execution reverted"


def _reason(output: bytes) -> str:
    try:
        if output[:4] == ERROR_STRING:
            return str(decode(["string"], output[4:])[0])
        if output[:4] == PANIC:
            (code,) = decode(["uint256"], output[4:])
            return _PANICS.get(code, f"unknown panic code: {code:#x}")
    except (DecodingError, UnicodeDecodeError, OverflowError):
        pass
    return ""


@dataclass(frozen=True, slots=True)
class CustomError:
    """A Solidity custom error with its arguments by name (position, where the ABI has no name)."""

    name: str
    arguments: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.name}({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})"


def custom_error(output: bytes, abi: Iterable[Mapping[str, Any]]) -> CustomError | None:
    """The error these revert bytes are, by the errors of `abi`; None when it is none of them."""
    for entry in abi:
        if entry.get("type") == "error" and _selector(entry) == output[:4]:
            inputs = entry.get("inputs", [])
            values = decode([abi_type(each) for each in inputs], output[4:])
            names = [each.get("name") or str(position) for position, each in enumerate(inputs)]
            return CustomError(str(entry["name"]), dict(zip(names, values, strict=True)))
    return None


def _selector(entry: Mapping[str, Any]) -> bytes:
    types = ",".join(abi_type(each) for each in entry.get("inputs", []))
    return keccak(f"{entry['name']}({types})".encode())[:4]


def abi_type(parameter: Mapping[str, Any]) -> str:
    """A parameter's canonical type: structs as tuples."""
    kind = str(parameter["type"])
    if not kind.startswith("tuple"):
        return kind
    return f"({','.join(abi_type(each) for each in parameter['components'])}){kind[5:]}"
