"""The methods this chain answers, as a table from name to function. Each takes positional parameters and returns JSON.

Reading needs no lock: every answer comes from committed blocks.
"""

from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from hardhat_free_env.chain import records
from hardhat_free_env.chain.errors import BadRequest, NotAvailable
from hardhat_free_env.chain.logs import find_logs
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.proofs import prove
from hardhat_free_env.chain.reader import Reader, View
from hardhat_free_env.chain.rpc import finality, shapes
from hardhat_free_env.chain.rpc.parameters import block_name, call, log_filter, slots
from hardhat_free_env.chain.rpc.values import (
    Json,
    parse_address,
    parse_bytes,
    parse_list,
    parse_quantity,
    quantity,
    text,
    word,
)
from hardhat_free_env.chain.transactions import TRANSACTION_GAS_CAP, Transaction

PROOF_SLOTS = 1_024  # as geth
FEE_BLOCKS = 1_024


class Intake(Protocol):
    """Where transactions go."""

    def submit(self, raw: bytes) -> bytes:
        """Take a raw transaction and return its hash."""
        ...

    def waiting(self, tx_hash: bytes) -> Transaction | None:
        """One not sealed yet."""
        ...

    def pending_nonce(self, sender: bytes) -> int:
        """The nonce after what waits."""
        ...


class Methods:
    """All methods over one node."""

    def __init__(self, node: Node, reader: Reader, intake: Intake) -> None:
        self._node, self._reader, self._intake = node, reader, intake
        self.table: Mapping[str, Callable[..., Json]] = {
            "eth_chainId": lambda: quantity(node.chain_id),
            "net_version": lambda: str(node.chain_id),
            "web3_clientVersion": lambda: CLIENT_VERSION,
            "eth_syncing": lambda: False,
            "eth_gasPrice": lambda: "0x0",
            "eth_maxPriorityFeePerGas": lambda: "0x0",
            "eth_blockNumber": lambda: quantity(node.head.block_number),
            "eth_getBlockByNumber": self.block_by_number,
            "eth_getBlockByHash": self.block_by_hash,
            "eth_getBlockReceipts": self.block_receipts,
            "eth_getTransactionByHash": self.transaction,
            "eth_getTransactionReceipt": self.receipt,
            "eth_getTransactionCount": self.transaction_count,
            "eth_getLogs": self.logs,
            "eth_getBalance": self.balance,
            "eth_getCode": self.code,
            "eth_getStorageAt": self.storage,
            "eth_call": self.call,
            "eth_estimateGas": self.estimate,
            "eth_sendRawTransaction": self.send,
            "eth_getProof": self.proof,
            "eth_feeHistory": self.fee_history,
            "dpr_getFinality": self.finality,
        }

    # -- blocks

    def block_by_number(self, block: Json, full: Json = False) -> Json:  # noqa: FBT002  its position is the protocol's
        """Null for a block that is not there."""
        if isinstance(block, dict):
            raise BadRequest("invalid argument: a block number or tag is expected")
        return self._block(self._number_or_none(block), full)

    def block_by_hash(self, block_hash: Json, full: Json = False) -> Json:  # noqa: FBT002  its position is the protocol's
        """Null for a hash that no block has."""
        return self._block(records.number_of(self._node.store, parse_bytes(block_hash, "block hash", 32)), full)

    def _block(self, number: int | None, full: Json) -> Json:
        if not isinstance(full, bool):
            raise BadRequest("invalid argument: the second parameter says whether to include transactions")
        if number is None:
            return None
        return shapes.block(self._reader.header(number), records.places_in(self._node.store, number), full=full)

    def _number_or_none(self, block: Json) -> int | None:
        try:
            number = block_name(self._node, block).number
        except NotAvailable:
            return None
        return self._node.head.block_number if number is None else number

    def block_receipts(self, block: Json) -> Json:
        """All receipts of a block by number, tag or hash."""
        if isinstance(block, str) and len(block) == 66:
            block = {"blockHash": block}
        number = self._number_or_none(block)
        if number is None:
            return None
        block_hash = self._reader.header(number).hash
        return [shapes.receipt(place, block_hash) for place in records.places_in(self._node.store, number)]

    def transaction(self, tx_hash: Json) -> Json:
        """In a block or waiting; null when unknown."""
        digest = parse_bytes(tx_hash, "transaction hash", 32)
        waiting = self._intake.waiting(digest)
        place = records.place_of(self._node.store, digest)
        if place:
            return shapes.mined_transaction(place, self._reader.header(place.number).hash)
        return shapes.waiting_transaction(waiting) if waiting else None

    def receipt(self, tx_hash: Json) -> Json:
        """Null until the transaction's block is durable."""
        place = records.place_of(self._node.store, parse_bytes(tx_hash, "transaction hash", 32))
        if place is None or place.number > self._node.head.block_number:
            return None
        return shapes.receipt(place, self._reader.header(place.number).hash)

    def logs(self, wanted: Json) -> Json:
        """By the log index, in block order."""
        return [shapes.log(found) for found in find_logs(self._node.store, log_filter(self._node, wanted))]

    # -- state

    def _view(self, block: Json) -> View:
        number = block_name(self._node, block).number
        return self._reader.latest() if number is None else self._reader.at(number)

    def balance(self, address: Json, block: Json = None) -> Json:
        """In wei."""
        return quantity(self._reader.account(parse_address(address), self._view(block)).balance)

    def transaction_count(self, address: Json, block: Json = None) -> Json:
        """An account's nonce; `pending` counts what waits in the pool."""
        sender = parse_address(address)
        if block == "pending":
            return quantity(self._intake.pending_nonce(sender))
        return quantity(self._reader.account(sender, self._view(block)).nonce)

    def code(self, address: Json, block: Json = None) -> Json:
        """Contract code."""
        return text(self._reader.code(parse_address(address), self._view(block)))

    def storage(self, address: Json, slot: Json, block: Json = None) -> Json:
        """One slot as 32 bytes."""
        where = parse_quantity(slot, "slot")
        return word(self._reader.storage(parse_address(address), where, self._view(block)))

    def call(self, transaction: Json, block: Json = None) -> Json:
        """Run without sending."""
        return text(self._reader.call(call(transaction), self._view(block)))

    def estimate(self, transaction: Json, block: Json = None) -> Json:
        """Gas limit that suffices."""
        return quantity(self._reader.estimate(call(transaction, TRANSACTION_GAS_CAP), self._view(block)))

    def proof(self, address: Json, keys: Json, block: Json) -> Json:
        """EIP-1186, at any block whose state is kept."""
        wanted = slots(parse_list(keys, "storage keys", PROOF_SLOTS))
        return shapes.proof(prove(self._node.state, self._view(block), parse_address(address), wanted))

    # -- sending, fees, finality

    def send(self, raw: Json) -> Json:
        """The hash, once the transaction is in the pool; its receipt appears once its block is durable."""
        return text(self._intake.submit(parse_bytes(raw, "raw transaction")))

    def fee_history(self, count: Json, newest: Json, percentiles: Json = None) -> Json:
        """All fees are zero; the gas used is real."""
        number = block_name(self._node, newest).number
        last = self._node.head.block_number if number is None else number
        wanted = min(parse_quantity(count, "block count"), FEE_BLOCKS, last + 1)
        headers = [self._reader.header(each) for each in range(last - wanted + 1, last + 1)]
        shape = {
            "oldestBlock": quantity(last - wanted + 1),
            "baseFeePerGas": ["0x0"] * (wanted + 1),
            "gasUsedRatio": [header.gas_used / header.gas_limit for header in headers],
            "baseFeePerBlobGas": ["0x1"] * (wanted + 1),
            "blobGasUsedRatio": [0.0] * wanted,
        }
        if percentiles:
            rewards = ["0x0"] * len(parse_list(percentiles, "percentiles", 100))
            shape["reward"] = [rewards] * wanted
        return shape

    def finality(self, number: Json) -> Json:
        """The seal of a block and all rotations of the sealing key. Null for a block that is not there."""
        height = self._number_or_none(number)
        return None if height is None else finality.evidence(self._node, height)


def _client_version() -> str:
    try:
        return f"DataRightsLedger/{version('data-rights-ledger')}/py-evm-{version('py-evm')}"
    except PackageNotFoundError:
        return "DataRightsLedger/source"


CLIENT_VERSION = _client_version()
