"""Blocks, transactions, receipts, logs and proofs in the shapes Ethereum clients expect (execution-apis).

Pure functions from what the store holds to what JSON carries.
"""

from collections.abc import Sequence

from eth.abc import SignedTransactionAPI
from eth.vm.forks.cancun.transactions import CancunTransactionBuilder

from hardhat_free_env.chain.blocks import Header, Log, encode_header
from hardhat_free_env.chain.encoding import BLOOM_BYTES, bloom, rlp_list, rlp_string
from hardhat_free_env.chain.logs import FoundLog
from hardhat_free_env.chain.proofs import AccountProof
from hardhat_free_env.chain.records import Place
from hardhat_free_env.chain.rpc.values import Json, quantity, text, word
from hardhat_free_env.chain.transactions import Transaction

EMPTY_LIST = b"\xc0"


def block(header: Header, places: Sequence[Place], *, full: bool) -> Json:
    """A block with hashes of its transactions, or with the transactions themselves."""
    return {
        "number": quantity(header.block_number),
        "hash": text(header.hash),
        "parentHash": text(header.parent_hash),
        "nonce": text(header.nonce),
        "mixHash": text(header.mix_hash),
        "sha3Uncles": text(header.uncles_hash),
        "logsBloom": text(header.bloom.to_bytes(BLOOM_BYTES, "big")),
        "transactionsRoot": text(header.transaction_root),
        "stateRoot": text(header.state_root),
        "receiptsRoot": text(header.receipt_root),
        "miner": text(header.coinbase),
        "difficulty": quantity(header.difficulty),
        "totalDifficulty": "0x0",
        "extraData": text(header.extra_data),
        "size": quantity(_size(header, places)),
        "gasLimit": quantity(header.gas_limit),
        "gasUsed": quantity(header.gas_used),
        "timestamp": quantity(header.timestamp),
        "baseFeePerGas": quantity(header.base_fee_per_gas or 0),
        "withdrawalsRoot": text(header.withdrawals_root or b""),
        "blobGasUsed": quantity(header.blob_gas_used),
        "excessBlobGas": quantity(header.excess_blob_gas),
        "parentBeaconBlockRoot": text(header.parent_beacon_block_root or b""),
        "transactions": [
            mined_transaction(place, header.hash) if full else text(place.included.hash) for place in places
        ],
        "uncles": [],
        "withdrawals": [],
    }


def _size(header: Header, places: Sequence[Place]) -> int:
    """Bytes of the block's RLP (EIP-4895 form); a typed transaction stands in it as a string."""
    raws = (place.included.raw for place in places)
    body = rlp_list([raw if raw[0] >= 0xC0 else rlp_string(raw) for raw in raws])
    return len(rlp_list((encode_header(header), body, EMPTY_LIST, EMPTY_LIST)))


def mined_transaction(place: Place, block_hash: bytes) -> Json:
    """A transaction in a block."""
    included = place.included
    where = {
        "blockHash": text(block_hash),
        "blockNumber": quantity(place.number),
        "transactionIndex": quantity(place.position),
    }
    signed = CancunTransactionBuilder.decode(included.raw)
    return _transaction(signed, included.hash, included.sender, included.receipt.kind) | where


def waiting_transaction(transaction: Transaction) -> Json:
    """A transaction that is not in a block yet."""
    where = {"blockHash": None, "blockNumber": None, "transactionIndex": None}
    return _transaction(transaction.signed, transaction.hash, transaction.sender, transaction.kind) | where


def _transaction(signed: SignedTransactionAPI, tx_hash: bytes, sender: bytes, kind: int) -> Json:
    shape: dict[str, Json] = {
        "hash": text(tx_hash),
        "type": quantity(kind),
        "chainId": None if signed.chain_id is None else quantity(signed.chain_id),
        "from": text(sender),
        "nonce": quantity(signed.nonce),
        "gas": quantity(signed.gas),
        "gasPrice": quantity(min(signed.max_fee_per_gas, signed.max_priority_fee_per_gas)),
        "to": text(signed.to) if signed.to else None,
        "value": quantity(signed.value),
        "input": text(signed.data),
        "r": quantity(signed.r),
        "s": quantity(signed.s),
    }
    if kind == 0:
        return shape | {"v": quantity(35 + 2 * (signed.chain_id or 0) + signed.y_parity)}
    access = [
        {"address": text(address), "storageKeys": [word(slot) for slot in slots]}
        for address, slots in signed.access_list
    ]
    shape |= {"v": quantity(signed.y_parity), "yParity": quantity(signed.y_parity), "accessList": access}
    if kind == 1:
        return shape
    return shape | {
        "maxFeePerGas": quantity(signed.max_fee_per_gas),
        "maxPriorityFeePerGas": quantity(signed.max_priority_fee_per_gas),
    }


def receipt(place: Place, block_hash: bytes) -> Json:
    """What became of a transaction."""
    included, outcome = place.included, place.included.receipt
    signed = CancunTransactionBuilder.decode(included.raw)
    found = [
        FoundLog(place.number, block_hash, place.first_log + at, place.position, included.hash, each)
        for at, each in enumerate(outcome.logs)
    ]
    return {
        "transactionHash": text(included.hash),
        "transactionIndex": quantity(place.position),
        "blockHash": text(block_hash),
        "blockNumber": quantity(place.number),
        "from": text(included.sender),
        "to": text(signed.to) if signed.to else None,
        "contractAddress": text(included.created) if included.created else None,
        "status": quantity(outcome.status),
        "type": quantity(outcome.kind),
        "cumulativeGasUsed": quantity(outcome.cumulative_gas),
        "gasUsed": quantity(included.gas_used),
        "effectiveGasPrice": quantity(min(signed.max_fee_per_gas, signed.max_priority_fee_per_gas)),
        "logs": [log(each) for each in found],
        "logsBloom": text(_bloom(outcome.logs)),
    }


def _bloom(logs: Sequence[Log]) -> bytes:
    return bloom([part for each in logs for part in (each.address, *each.topics)]).to_bytes(BLOOM_BYTES, "big")


def log(found: FoundLog) -> Json:
    """An event with its place."""
    return {
        "address": text(found.log.address),
        "topics": [text(topic) for topic in found.log.topics],
        "data": text(found.log.body),
        "blockNumber": quantity(found.number),
        "blockHash": text(found.block_hash),
        "transactionHash": text(found.tx_hash),
        "transactionIndex": quantity(found.tx),
        "logIndex": quantity(found.position),
        "removed": False,
    }


def proof(proved: AccountProof) -> Json:
    """EIP-1186; keys come back as 32 bytes."""
    account = proved.account
    return {
        "address": text(proved.address),
        "accountProof": [text(node) for node in proved.nodes],
        "balance": quantity(account.balance),
        "codeHash": text(account.code_hash),
        "nonce": quantity(account.nonce),
        "storageHash": text(account.storage_root),
        "storageProof": [
            {"key": word(slot.slot), "value": quantity(slot.value), "proof": [text(node) for node in slot.nodes]}
            for slot in proved.slots
        ],
    }
