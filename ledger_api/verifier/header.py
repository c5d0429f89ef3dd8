"""A block header (Cancun) and its hash: the keccak of its RLP, which the seal names."""

from dataclasses import dataclass
from typing import Final

import rlp
from eth_hash.auto import keccak

from .item import Item

_OCTETS: Final = {
    "parentHash": 32,
    "sha3Uncles": 32,
    "miner": 20,
    "stateRoot": 32,
    "transactionsRoot": 32,
    "receiptsRoot": 32,
    "logsBloom": 256,
    "extraData": None,
    "mixHash": 32,
    "nonce": 8,
    "withdrawalsRoot": 32,
    "parentBeaconBlockRoot": 32,
}
"""Members that are bytes, with their lengths; all others are quantities."""

FIELDS: Final = (
    "parentHash",
    "sha3Uncles",
    "miner",
    "stateRoot",
    "transactionsRoot",
    "receiptsRoot",
    "logsBloom",
    "difficulty",
    "number",
    "gasLimit",
    "gasUsed",
    "timestamp",
    "extraData",
    "mixHash",
    "nonce",
    "baseFeePerGas",
    "withdrawalsRoot",
    "blobGasUsed",
    "excessBlobGas",
    "parentBeaconBlockRoot",
)
"""In the order of the RLP list (EIP-1559, 4895, 4844, 4788)."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is read of a header; the hash covers all of it."""

    hash: bytes
    parent_hash: bytes
    number: int
    timestamp: int
    """Unix seconds."""
    state_root: bytes
    receipts_root: bytes


def read_header(item: Item) -> Header:
    """A header from its members by JSON-RPC names."""
    members = item.members(*FIELDS)
    numbers = {name: members[name].quantity() for name in FIELDS if name not in _OCTETS}
    octets = {name: members[name].octets(length) for name, length in _OCTETS.items()}
    fields = [octets[name] if name in octets else numbers[name] for name in FIELDS]
    return Header(
        hash=keccak(rlp.encode(fields)),
        parent_hash=octets["parentHash"],
        number=numbers["number"],
        timestamp=numbers["timestamp"],
        state_root=octets["stateRoot"],
        receipts_root=octets["receiptsRoot"],
    )
