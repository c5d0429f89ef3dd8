"""Parameters of JSON-RPC methods read into the chain's own types: block names, calls, log filters.

BadRequest names the parameter that cannot be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hardhat_free_env.chain import records
from hardhat_free_env.chain.errors import BadRequest, NotAvailable
from hardhat_free_env.chain.logs import Filter
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import CALL_GAS
from hardhat_free_env.chain.rpc.values import (
    Json,
    parse_address,
    parse_bytes,
    parse_list,
    parse_object,
    parse_quantity,
)
from hardhat_free_env.chain.vm import Call

_T = TypeVar("_T")

HEAD_TAGS = frozenset({"latest", "safe", "finalized", "pending"})  # one sealer: what is sealed is final
_CALL_FIELDS = frozenset(
    {"from", "to", "gas", "gasPrice", "maxFeePerGas", "maxPriorityFeePerGas", "value", "data", "input", "nonce"}
    | {"accessList", "type", "chainId"}
)
_FILTER_FIELDS = frozenset({"fromBlock", "toBlock", "blockHash", "address", "topics"})


@dataclass(frozen=True, slots=True)
class BlockName:
    """A block by number, or None for the head as it moves."""

    number: int | None


def block_name(node: Node, value: Json) -> BlockName:
    """A tag, a number, or EIP-1898's object. NotAvailable when no block has that hash or number."""
    if value is None or (isinstance(value, str) and value in HEAD_TAGS):
        return BlockName(None)
    if value == "earliest":
        return BlockName(0)
    if isinstance(value, dict):
        return _named_by_object(node, value)
    number = parse_quantity(value, "block", 2**63)
    if number > node.head.block_number:
        raise NotAvailable(f"block not found: {number} is beyond the head, {node.head.block_number}")
    return BlockName(number)


def _named_by_object(node: Node, value: dict[str, Json]) -> BlockName:
    if "blockHash" in value:
        digest = parse_bytes(value["blockHash"], "blockHash", 32)
        number = records.number_of(node.store, digest)
        if number is None:
            raise NotAvailable(f"header for hash not found: 0x{digest.hex()}")
        return BlockName(number)
    if set(value) <= {"blockNumber", "requireCanonical"} and "blockNumber" in value:
        return block_name(node, value["blockNumber"])
    raise BadRequest("invalid argument: a block object has blockHash or blockNumber (EIP-1898)")


def call(value: Json, gas: int = CALL_GAS) -> Call:
    """The message of eth_call and eth_estimateGas. Fees are ignored, gas is free; gas above the limit is cut to it."""
    fields = parse_object(value, "transaction")
    if unknown := set(fields) - _CALL_FIELDS:
        raise BadRequest(f"invalid argument: a call has no field {', '.join(sorted(unknown))}")
    data, other = (fields.get(name) for name in ("input", "data"))
    if data is not None and other is not None and data != other:
        raise BadRequest('invalid argument: both "data" and "input" are set and not equal')
    data = other if data is None else data
    to = fields.get("to")
    return Call(
        sender=_optional(fields.get("from"), parse_address, "from", bytes(20)),
        to=_optional(to, parse_address, "to", b""),
        data=_optional(data, parse_bytes, "input", b""),
        value=_optional(fields.get("value"), parse_quantity, "value", 0),
        gas=min(_optional(fields.get("gas"), parse_quantity, "gas", gas), gas),
        access_list=_access_list(fields.get("accessList")),
    )


def _optional(value: Json, parse: Callable[[Json, str], _T], what: str, default: _T) -> _T:
    return default if value is None else parse(value, what)


def _access_list(value: Json) -> tuple[tuple[bytes, tuple[int, ...]], ...]:
    entries = [] if value is None else parse_list(value, "accessList", 1_000)
    return tuple(
        (
            parse_address(parse_object(entry, "accessList entry").get("address"), "accessList address"),
            tuple(
                parse_quantity(key, "storage key")
                for key in parse_list(entry.get("storageKeys", []), "storageKeys", 10_000)
            ),
        )
        for entry in entries
    )


def log_filter(node: Node, value: Json) -> Filter:
    """The argument of eth_getLogs."""
    fields = parse_object(value, "filter")
    if unknown := set(fields) - _FILTER_FIELDS:
        raise BadRequest(f"invalid argument: a filter has no field {', '.join(sorted(unknown))}")
    first, last = _range(node, fields.get("fromBlock"), fields.get("toBlock"), fields.get("blockHash"))
    addresses = fields.get("address")
    several = addresses if isinstance(addresses, list) else [] if addresses is None else [addresses]
    topics = [] if fields.get("topics") is None else parse_list(fields["topics"], "topics", 4)
    return Filter(
        first,
        last,
        tuple(parse_address(each) for each in parse_list(several, "address", 1_000)),
        tuple(_topics(any_of) for any_of in topics),
    )


def _range(node: Node, first: Json, last: Json, digest: Json) -> tuple[int, int]:
    head = node.head.block_number
    if digest is not None:
        if first is not None or last is not None:
            raise BadRequest("invalid argument: blockHash excludes fromBlock and toBlock")
        number = block_name(node, {"blockHash": digest}).number
        return (number or 0), (number or 0)
    start, end = _bound(first, head), _bound(last, head)
    if start > end:
        raise BadRequest(f"invalid block range: fromBlock {start} is after toBlock {end}")
    return start, min(end, head)


def _bound(value: Json, head: int) -> int:
    """An end of a range may lie beyond the head: a client that polls need not know where it is."""
    if value is None or value in HEAD_TAGS:
        return head
    return 0 if value == "earliest" else parse_quantity(value, "block", 2**63)


def _topics(value: Json) -> tuple[bytes, ...]:
    if value is None:
        return ()
    several = parse_list(value, "topics", 1_000) if isinstance(value, list) else [value]
    if None in several:
        return ()
    return tuple(parse_bytes(each, "topic", 32) for each in several)


def slots(value: Sequence[Json]) -> list[int]:
    """Storage keys, as quantities or 32 bytes."""
    return [parse_quantity(key, "storage key") for key in value]
