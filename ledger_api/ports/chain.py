"""The chain as the facade needs it: blocks, receipts, calls, proofs, finality, and a way to send.

Hashes are 32 bytes, addresses 20, times unix seconds, gas and wei integers. One adapter speaks JSON-RPC; tests have a fake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

BlockTag: TypeAlias = int | Literal["latest", "earliest", "safe", "finalized"]
"""Which block: a number, or a name every engine knows. Never `pending`: engines differ in what it means."""


@dataclass(frozen=True, slots=True)
class Header:
    """A block header with all fields its hash covers (Cancun); None for one that an older fork does not have."""

    number: int
    hash: bytes
    """As the node says; `chain.proofs.header_hash` recomputes it."""
    parent_hash: bytes
    ommers_hash: bytes
    coinbase: bytes
    state_root: bytes
    transactions_root: bytes
    receipts_root: bytes
    logs_bloom: bytes
    difficulty: int
    gas_limit: int
    gas_used: int
    timestamp: int
    extra_data: bytes
    mix_hash: bytes
    nonce: bytes
    base_fee_per_gas: int | None = None
    withdrawals_root: bytes | None = None
    blob_gas_used: int | None = None
    excess_blob_gas: int | None = None
    parent_beacon_block_root: bytes | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """One event as the chain keeps it."""

    address: bytes
    topics: tuple[bytes, ...]
    data: bytes
    block_number: int = 0
    block_hash: bytes = b""
    transaction_hash: bytes = b""
    transaction_index: int = 0
    log_index: int = 0
    """Position in the block."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a transaction did. Its consensus fields are type, status, cumulative gas, bloom and logs."""

    transaction_hash: bytes
    transaction_index: int
    block_number: int
    block_hash: bytes
    type: int
    succeeded: bool
    cumulative_gas_used: int
    gas_used: int
    logs_bloom: bytes
    logs: tuple[Log, ...]
    contract_address: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rotation:
    """From block `start` on `next_signer` seals; signed by the key that sealed until then."""

    start: int
    next_signer: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Finality:
    """An engine's evidence that a block is final. Not checked here: `chain.finality` does."""

    engine: str
    number: int
    block_hash: bytes
    genesis_hash: bytes
    signer: bytes
    signature: bytes
    rotations: tuple[Rotation, ...]
    document: Mapping[str, Any]
    """As the node answered, for the evidence bundle."""


@dataclass(frozen=True, slots=True)
class Block:
    """All the index reads of one block."""

    header: Header
    receipts: tuple[Receipt, ...]
    finality: Finality | None


@dataclass(frozen=True, slots=True)
class SlotProof:
    """A storage word with the trie nodes that lead to it (EIP-1186)."""

    slot: int
    value: int
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class AccountProof:
    """An account at a block, and some of its storage, with proofs (EIP-1186)."""

    address: bytes
    nonce: int
    balance: int
    storage_hash: bytes
    code_hash: bytes
    proof: tuple[bytes, ...]
    storage: tuple[SlotProof, ...]


class ChainError(Exception):
    """Something between us and the chain.

    ChainError
    ├── NodeUnreachable      no answer: try again later, with the same bytes
    ├── NodeRefused          the node answered with an error
    │   ├── AlreadyKnown     it has this very transaction
    │   ├── NonceTooLow      the account has used this nonce
    │   └── BlockUnknown     no such block there
    └── CallReverted         the contract said no; `data` says why
    """


class NodeUnreachable(ChainError):
    """No answer within the time allowed, or none that is JSON-RPC. Whether a transaction arrived is unknown."""


class NodeRefused(ChainError):
    """The node answered with an error; `code` is JSON-RPC's, 0 when it gave none."""

    def __init__(self, message: str, code: int = 0) -> None:
        super().__init__(message)
        self.code = code


class AlreadyKnown(NodeRefused):
    """The node has this very transaction, pooled or mined: look up its hash."""


class NonceTooLow(NodeRefused):
    """The account has used this nonce, by this transaction or another: look up its hash."""


class BlockUnknown(NodeRefused):
    """The node has no such block, or not its state any more."""


class CallReverted(ChainError):
    """A call was refused by the contract; `data` is its error, to be read by the codec."""

    def __init__(self, data: bytes) -> None:
        super().__init__(f"reverted: 0x{data.hex()}")
        self.data = data


class Chain(Protocol):
    """A node of any engine. Every method raises NodeUnreachable and NodeRefused; it may be called from several threads."""

    def chain_id(self) -> int:
        """The chain's id (EIP-155)."""
        ...

    def block_number(self) -> int:
        """Number of the newest block."""
        ...

    def header(self, block: BlockTag | bytes) -> Header | None:
        """A header by number, tag or hash; None when there is no such block."""
        ...

    def receipts(self, number: int) -> tuple[Receipt, ...]:
        """All receipts of a block, in order. Raises BlockUnknown."""
        ...

    def receipt(self, transaction_hash: bytes) -> Receipt | None:
        """The receipt of a mined transaction; None while it is not mined."""
        ...

    def transaction_input(self, transaction_hash: bytes) -> bytes | None:
        """The calldata of a mined transaction; None when there is none of that hash."""
        ...

    def block(self, number: int) -> Block | None:
        """Header, receipts and finality of a block, asked for at once; None when there is no such block."""
        ...

    def finality(self, number: int) -> Finality | None:
        """The engine's evidence for a block; None when the engine has none or the block is not final yet."""
        ...

    def call(self, to: bytes, data: bytes, block: BlockTag = "latest", *, gas: int | None = None) -> bytes:
        """What a call with `gas` (the node's own limit when None) would return. Raises CallReverted."""
        ...

    def send_raw(self, raw: bytes) -> bytes:
        """Hand over a signed transaction; answers its hash. Raises AlreadyKnown, NonceTooLow."""
        ...

    def transaction_count(self, address: bytes) -> int:
        """The next nonce of an account, as of the newest block."""
        ...

    def storage(self, address: bytes, slot: int, block: BlockTag = "latest") -> int:
        """A storage word. Raises BlockUnknown."""
        ...

    def code(self, address: bytes, block: BlockTag = "latest") -> bytes:
        """The code of an account; empty when it has none."""
        ...

    def proof(self, address: bytes, slots: Sequence[int], block: BlockTag = "latest") -> AccountProof:
        """Account and storage proofs (EIP-1186). Raises BlockUnknown, also for a block older than an engine's proof window."""
        ...
