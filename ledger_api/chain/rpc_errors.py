"""What nodes say when they refuse, mapped to classes: the one place that knows engines' words.

JSON-RPC has one code for most refusals, so the message decides; each phrase names the engine it was seen in.
"""

from collections.abc import Mapping
from typing import Any

from ledger_api.ports.chain import (
    AlreadyKnown,
    BlockUnknown,
    CallReverted,
    ChainError,
    NodeRefused,
    NonceTooLow,
)

_REVERTED_CODE = 3  # geth, embedded

_PHRASES: tuple[tuple[str, type[NodeRefused]], ...] = (
    ("already known", AlreadyKnown),  # geth, embedded
    ("known transaction", AlreadyKnown),  # Besu, older geth
    ("already imported", AlreadyKnown),  # erigon
    ("nonce too low", NonceTooLow),  # geth, Besu, embedded
    ("nonce is too low", NonceTooLow),  # reth
    ("old nonce", NonceTooLow),  # nethermind
    ("header not found", BlockUnknown),  # geth
    ("unknown block", BlockUnknown),  # geth, Besu
    ("block not found", BlockUnknown),  # Besu, reth
    ("missing trie node", BlockUnknown),  # geth, state pruned
    ("world state unavailable", BlockUnknown),  # Besu, state pruned
    ("pruned", BlockUnknown),  # embedded, reth
)


def refusal(error: Mapping[str, Any]) -> ChainError:
    """The exception for the `error` member of a JSON-RPC answer."""
    message = str(error.get("message", ""))
    code = error.get("code")
    number = code if isinstance(code, int) else 0
    said = message.lower()
    data = error.get("data")
    if number == _REVERTED_CODE or ("revert" in said and isinstance(data, str)):
        return CallReverted(_bytes(data))
    for phrase, kind in _PHRASES:
        if phrase in said:
            return kind(message, number)
    if said.startswith("block ") and "not found" in said:  # embedded
        return BlockUnknown(message, number)
    return NodeRefused(message, number)


def _bytes(data: object) -> bytes:
    """Revert data in hex; nothing when there is none or the engine put words there."""
    try:
        return bytes.fromhex(data.removeprefix("0x")) if isinstance(data, str) else b""
    except ValueError:
        return b""
