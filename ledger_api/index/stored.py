"""Blocks and lines as the store keeps them, read back into the port's values."""

import json
from typing import Any

import rlp
from eth_hash.auto import keccak
from sqlalchemy import Connection, RowMapping

from ledger_api.chain import rpc_shapes
from ledger_api.chain.codec import Codec
from ledger_api.index.fetch import PlacedLine
from ledger_api.ports.chain import Finality, Header, Log
from ledger_api.store import chain_reads

_NUMBERS = ("difficulty", "number", "gas_limit", "gas_used", "timestamp")
_FIELDS = (
    "parent_hash", "ommers_hash", "coinbase", "state_root", "transactions_root", "receipts_root", "logs_bloom",
    "difficulty", "number", "gas_limit", "gas_used", "timestamp", "extra_data", "mix_hash", "nonce",
    "base_fee_per_gas", "withdrawals_root", "blob_gas_used", "excess_blob_gas", "parent_beacon_block_root",
)  # fmt: skip
_LATER_NUMBERS = ("base_fee_per_gas", "blob_gas_used", "excess_blob_gas")


def header(encoded: bytes) -> Header:
    """A header from its RLP."""
    values: dict[str, Any] = {
        name: int.from_bytes(value, "big") if name in _NUMBERS or name in _LATER_NUMBERS else bytes(value)
        for name, value in zip(_FIELDS, rlp.decode(encoded), strict=False)
    }
    return Header(hash=keccak(encoded), **values)


def header_of(connection: Connection, number: int) -> Header:
    """The header of a block that was indexed; LookupError when it was not."""
    return header(_block(connection, number)["header"])


def finality_of(connection: Connection, number: int) -> Finality | None:
    """What makes an indexed block final; LookupError when it was not indexed."""
    kept = _block(connection, number)["finality"]
    return None if kept is None else rpc_shapes.finality(json.loads(kept))


def _block(connection: Connection, number: int) -> RowMapping:
    row = chain_reads.block(connection, number)
    if row is None:
        raise LookupError(f"block {number} was not indexed")
    return row


def topics(row: RowMapping) -> tuple[bytes, ...]:
    """The four topics of a kept line."""
    joined: bytes = row["topics"]
    return tuple(joined[start : start + 32] for start in range(0, len(joined), 32))


def placed(codec: Codec, row: RowMapping) -> PlacedLine:
    """A kept line, decoded again."""
    listed = topics(row)
    line = codec.decode_line(Log(b"", listed, row["data"]))
    if line is None:
        raise LookupError(f"line {row['number']} of 0x{row['subject'].hex()} is none")
    return PlacedLine(line, listed, row["data"], row["position"], row["receipt"], row["place"], row["transaction"])
