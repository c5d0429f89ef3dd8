"""Calls, results, events and errors by the names of an ABI.

A function is named `mint`, or `mint(address,uint256)` where several share a name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from eth_abi import decode, encode
from eth_hash.auto import keccak

from hardhat_free_env.chain.blocks import Log
from hardhat_free_env.chain.reverts import abi_type

Abi: TypeAlias = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Event:
    """A decoded log. Indexed arguments of dynamic type are their hashes."""

    address: bytes
    name: str
    arguments: Mapping[str, Any]


def signature(entry: Mapping[str, Any]) -> str:
    """`name(type,…)`, what selectors and topics are hashes of."""
    return f"{entry['name']}({','.join(types(entry['inputs']))})"


def types(parameters: Iterable[Mapping[str, Any]]) -> list[str]:
    """Canonical types of parameters."""
    return [abi_type(each) for each in parameters]


def function(abi: Abi, name: str) -> Mapping[str, Any]:
    """The function of this name or signature; LookupError when there is none or more than one."""
    bare = name.partition("(")[0]
    named = [entry for entry in abi if entry.get("name") == bare and entry.get("type") == "function"]
    if bare != name:
        named = [entry for entry in named if signature(entry) == name]
    if len(named) != 1:
        known = sorted(signature(entry) for entry in abi if entry.get("type") == "function")
        raise LookupError(f"{len(named)} functions called {name}; the ABI has {', '.join(known)}")
    return named[0]


def encode_call(abi: Abi, name: str, arguments: Sequence[Any]) -> bytes:
    """Selector and arguments."""
    entry = function(abi, name)
    return keccak(signature(entry).encode())[:4] + encode(types(entry["inputs"]), arguments)


def encode_constructor(abi: Abi, arguments: Sequence[Any]) -> bytes:
    """What follows the creation code."""
    for entry in abi:
        if entry.get("type") == "constructor":
            return encode(types(entry["inputs"]), arguments)
    if arguments:
        raise LookupError("the contract has no constructor that takes arguments")
    return b""


def decode_result(abi: Abi, name: str, output: bytes) -> Any:  # noqa: ANN401  whatever the contract returns
    """The returned value; a tuple when the function returns several, None when it returns nothing."""
    values = decode(types(function(abi, name).get("outputs", [])), output)
    return values if len(values) > 1 else next(iter(values), None)


def decode_event(abi: Abi, log: Log) -> Event | None:
    """The event of `abi` that this log is, or None."""
    for entry in abi:
        if entry.get("type") == "event" and log.topics[:1] == (keccak(signature(entry).encode()),):
            indexed = [each for each in entry["inputs"] if each["indexed"]]
            plain = [each for each in entry["inputs"] if not each["indexed"]]
            if len(indexed) != len(log.topics) - 1:
                continue
            values = dict(zip((each["name"] for each in plain), decode(types(plain), log.body), strict=True))
            topics = {each["name"]: _topic(each, topic) for each, topic in zip(indexed, log.topics[1:], strict=True)}
            return Event(log.address, entry["name"], {**topics, **values})
    return None


def _topic(parameter: Mapping[str, Any], topic: bytes) -> Any:  # noqa: ANN401  whatever the event holds
    kind = abi_type(parameter)
    dynamic = kind in {"string", "bytes"} or "[" in kind or "(" in kind
    return topic if dynamic else decode([kind], topic)[0]
