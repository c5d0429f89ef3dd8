"""JSON as Ethereum nodes write it, read into the port's values. A missing or malformed member is a ValueError or KeyError."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from ledger_api.ports.chain import AccountProof, Finality, Header, Log, Receipt, Rotation, SlotProof

Object: TypeAlias = Mapping[str, Any]


def number(text: str) -> int:
    """A quantity: 0x and hex digits."""
    return int(text, 16)


def data(text: str) -> bytes:
    """Bytes: 0x and an even number of hex digits."""
    if text[:2] != "0x":
        raise ValueError(f"no hex data: {text[:20]!r}")
    return bytes.fromhex(text[2:])


def quantity(value: int) -> str:
    """A number as nodes want it."""
    return hex(value)


def text(value: bytes) -> str:
    """Bytes as nodes want them."""
    return "0x" + value.hex()


def _number_or_none(text: str | None) -> int | None:
    return None if text is None else number(text)


def _data_or_none(text: str | None) -> bytes | None:
    return None if text is None else data(text)


def header(block: Object) -> Header:
    """The header in a block."""
    return Header(
        number=number(block["number"]),
        hash=data(block["hash"]),
        parent_hash=data(block["parentHash"]),
        ommers_hash=data(block["sha3Uncles"]),
        coinbase=data(block["miner"]),
        state_root=data(block["stateRoot"]),
        transactions_root=data(block["transactionsRoot"]),
        receipts_root=data(block["receiptsRoot"]),
        logs_bloom=data(block["logsBloom"]),
        difficulty=number(block["difficulty"]),
        gas_limit=number(block["gasLimit"]),
        gas_used=number(block["gasUsed"]),
        timestamp=number(block["timestamp"]),
        extra_data=data(block["extraData"]),
        mix_hash=data(block["mixHash"]),
        nonce=data(block["nonce"]),
        base_fee_per_gas=_number_or_none(block.get("baseFeePerGas")),
        withdrawals_root=_data_or_none(block.get("withdrawalsRoot")),
        blob_gas_used=_number_or_none(block.get("blobGasUsed")),
        excess_blob_gas=_number_or_none(block.get("excessBlobGas")),
        parent_beacon_block_root=_data_or_none(block.get("parentBeaconBlockRoot")),
    )


def header_document(known: Header) -> dict[str, str]:
    """The header's hashed members under the names nodes use, as the evidence bundle carries them."""
    members: dict[str, bytes | int | None] = {
        "parentHash": known.parent_hash,
        "sha3Uncles": known.ommers_hash,
        "miner": known.coinbase,
        "stateRoot": known.state_root,
        "transactionsRoot": known.transactions_root,
        "receiptsRoot": known.receipts_root,
        "logsBloom": known.logs_bloom,
        "difficulty": known.difficulty,
        "number": known.number,
        "gasLimit": known.gas_limit,
        "gasUsed": known.gas_used,
        "timestamp": known.timestamp,
        "extraData": known.extra_data,
        "mixHash": known.mix_hash,
        "nonce": known.nonce,
        "baseFeePerGas": known.base_fee_per_gas,
        "withdrawalsRoot": known.withdrawals_root,
        "blobGasUsed": known.blob_gas_used,
        "excessBlobGas": known.excess_blob_gas,
        "parentBeaconBlockRoot": known.parent_beacon_block_root,
    }
    return {
        name: quantity(value) if isinstance(value, int) else text(value)
        for name, value in members.items()
        if value is not None
    }


def log(item: Object) -> Log:
    """An event with its place."""
    return Log(
        address=data(item["address"]),
        topics=tuple(map(data, item["topics"])),
        data=data(item["data"]),
        block_number=number(item["blockNumber"]),
        block_hash=data(item["blockHash"]),
        transaction_hash=data(item["transactionHash"]),
        transaction_index=number(item["transactionIndex"]),
        log_index=number(item["logIndex"]),
    )


def receipt(item: Object) -> Receipt:
    """A receipt with its logs."""
    return Receipt(
        transaction_hash=data(item["transactionHash"]),
        transaction_index=number(item["transactionIndex"]),
        block_number=number(item["blockNumber"]),
        block_hash=data(item["blockHash"]),
        type=number(item.get("type") or "0x0"),
        succeeded=number(item["status"]) == 1,
        cumulative_gas_used=number(item["cumulativeGasUsed"]),
        gas_used=number(item["gasUsed"]),
        logs_bloom=data(item["logsBloom"]),
        logs=tuple(map(log, item["logs"])),
        contract_address=_data_or_none(item.get("contractAddress")),
    )


def finality(item: Object) -> Finality:
    """The answer of dpr_getFinality, which is kept as it is beside what we read in it."""
    return Finality(
        engine=str(item["engine"]),
        number=int(item["number"]),
        block_hash=data(item["blockHash"]),
        genesis_hash=data(item["genesisHash"]),
        signer=data(item["signer"]),
        signature=data(item["signature"]),
        rotations=tuple(
            Rotation(int(each["from"]), data(each["next"]), data(each["signature"])) for each in item["rotations"]
        ),
        document=item,
    )


def proof(item: Object) -> AccountProof:
    """An answer of eth_getProof."""
    return AccountProof(
        address=data(item["address"]),
        nonce=number(item["nonce"]),
        balance=number(item["balance"]),
        storage_hash=data(item["storageHash"]),
        code_hash=data(item["codeHash"]),
        proof=tuple(map(data, item["accountProof"])),
        storage=tuple(
            SlotProof(number(each["key"]), number(each["value"]), tuple(map(data, each["proof"])))
            for each in item["storageProof"]
        ),
    )
