"""What a block is made of once its transactions have run: header, receipts, logs, and what the store must keep.

Consensus encodings (EIP-658, EIP-2718) live here, so that roots are recomputed from the same parts that are served.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import rlp
from eth.vm.forks.cancun.blocks import CancunBlockHeader
from eth_typing import BlockNumber, Hash32

from hardhat_free_env.chain.encoding import BLOOM_BYTES, bloom, rlp_int, rlp_list, rlp_string
from hardhat_free_env.chain.state import Written
from hardhat_free_env.chain.trie import ordered_root

__all__ = ["Block", "Header", "Included", "Log", "Receipt", "decode_header", "encode_header", "receipts_root"]

Header = CancunBlockHeader
NO_NONCE = bytes(8)  # EIP-3675


@dataclass(frozen=True, slots=True)
class Log:
    """One event of a contract; topics are 32 bytes each."""

    address: bytes
    topics: tuple[bytes, ...]
    body: bytes

    def encode(self) -> bytes:
        """As the receipt holds it."""
        return rlp_list((rlp_string(self.address), rlp_list(map(rlp_string, self.topics)), rlp_string(self.body)))


@dataclass(frozen=True, slots=True)
class Receipt:
    """Outcome of one transaction. `cumulative_gas` counts from the start of the block; `status` is 1 or 0."""

    kind: int
    status: int
    cumulative_gas: int
    logs: tuple[Log, ...]

    @property
    def bloom(self) -> int:
        """The filter over this receipt's logs."""
        return bloom([part for log in self.logs for part in (log.address, *log.topics)])

    def encode(self) -> bytes:
        """The consensus form, whose trie root the header carries."""
        fields = (
            rlp_int(self.status),
            rlp_int(self.cumulative_gas),
            rlp_string(self.bloom.to_bytes(BLOOM_BYTES, "big")),
            rlp_list([log.encode() for log in self.logs]),
        )
        return (bytes((self.kind,)) if self.kind else b"") + rlp_list(fields)


@dataclass(frozen=True, slots=True)
class Included:
    """A transaction in a block with its receipt. `created` is the new contract's address, if it made one."""

    hash: bytes
    raw: bytes
    sender: bytes
    created: bytes | None
    receipt: Receipt
    gas_used: int
    output: bytes = b""  # what it returned or reverted with; not stored


@dataclass(frozen=True, slots=True)
class Block:
    """A block ready to be committed. `written` is empty once read back from the store."""

    header: Header
    transactions: tuple[Included, ...]
    written: Written

    @property
    def hash(self) -> bytes:
        """Keccak of the header."""
        return self.header.hash

    @property
    def number(self) -> int:
        """Height; genesis is 0."""
        return self.header.block_number


def encode_header(header: Header) -> bytes:
    """RLP; its keccak is the block hash."""
    return bytes(rlp.encode(header))


def decode_header(raw: bytes) -> Header:
    """From RLP."""
    return cast("Header", rlp.decode(raw, CancunBlockHeader))


def receipts_root(receipts: Sequence[Receipt]) -> bytes:
    """The header's `receiptsRoot` for these receipts."""
    return ordered_root([receipt.encode() for receipt in receipts])


def next_header(parent: Header, timestamp: int) -> Header:
    """The empty header after `parent`: base fee 0 for ever, an equal second is allowed, the gas limit never moves."""
    return CancunBlockHeader(
        difficulty=0,
        block_number=BlockNumber(parent.block_number + 1),
        gas_limit=parent.gas_limit,
        timestamp=max(timestamp, parent.timestamp),
        nonce=NO_NONCE,
        parent_hash=Hash32(parent.hash),
        state_root=Hash32(parent.state_root),
    )
