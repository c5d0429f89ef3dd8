"""Values as JSON-RPC writes them (execution-apis): quantities without leading zeros, byte strings with all of them.

Parsers raise BadRequest with what was expected.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from hardhat_free_env.chain.errors import BadRequest

Json: TypeAlias = Any

WORD = 2**256


def quantity(value: int) -> str:
    """A number."""
    return hex(value)


def text(value: bytes) -> str:
    """Bytes."""
    return "0x" + value.hex()


def word(value: int) -> str:
    """A number as 32 bytes."""
    return f"0x{value:064x}"


def parse_quantity(value: Json, what: str, limit: int = WORD) -> int:
    """A number below `limit`. Leading zeros are tolerated, as geth's clients send them for slots."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < limit:
        return value
    if isinstance(value, str) and value[:2] in {"0x", "0X"} and 2 < len(value) <= 66:
        try:
            number = int(value, 16)
        except ValueError:
            number = limit
        if number < limit and "_" not in value:
            return number
    raise BadRequest(f"invalid argument: {what} is a quantity such as 0x1a, not {_shown(value)}")


def parse_bytes(value: Json, what: str, size: int | None = None) -> bytes:
    """Bytes, of exactly `size` when given."""
    if isinstance(value, str) and value[:2] in {"0x", "0X"}:
        try:
            parsed = bytes.fromhex(value[2:])
        except ValueError:
            parsed = None
        if parsed is not None and size in (None, len(parsed)) and len(parsed) * 2 == len(value) - 2:
            return parsed
    wanted = "bytes" if size is None else f"{size} bytes"
    raise BadRequest(f"invalid argument: {what} is {wanted} in hex with 0x, not {_shown(value)}")


def parse_address(value: Json, what: str = "address") -> bytes:
    """Twenty bytes."""
    return parse_bytes(value, what, 20)


def parse_object(value: Json, what: str) -> Mapping[str, Json]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise BadRequest(f"invalid argument: {what} is an object, not {_shown(value)}")
    return value


def parse_list(value: Json, what: str, limit: int) -> list[Json]:
    """A JSON array of at most `limit` entries."""
    if not isinstance(value, list):
        raise BadRequest(f"invalid argument: {what} is an array, not {_shown(value)}")
    if len(value) > limit:
        raise BadRequest(f"invalid argument: {what} has {len(value)} entries, limit {limit}")
    return value


def _shown(value: Json) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."
