"""What a block header proves: its own hash, its receipts, and the state of accounts under its state root (EIP-1186).

All functions are pure; what does not hold raises ProofInvalid saying which part.
"""

from collections.abc import Sequence

import rlp
from eth_hash.auto import keccak
from rlp.codec import encode_raw
from trie.exceptions import BadTrieProof
from trie.hexary import HexaryTrie

from ledger_api.chain.merkle import EMPTY_ROOT, Trie
from ledger_api.ports.chain import AccountProof, Header, Receipt, SlotProof


class ProofInvalid(ValueError):
    """Something does not follow from the root it is said to follow from."""


def header_rlp(header: Header) -> bytes:
    """The bytes a block's hash is the hash of; members of later forks only as far as the header has them."""
    fields: list[int | bytes | None] = [
        header.parent_hash,
        header.ommers_hash,
        header.coinbase,
        header.state_root,
        header.transactions_root,
        header.receipts_root,
        header.logs_bloom,
        header.difficulty,
        header.number,
        header.gas_limit,
        header.gas_used,
        header.timestamp,
        header.extra_data,
        header.mix_hash,
        header.nonce,
        header.base_fee_per_gas,
        header.withdrawals_root,
        header.blob_gas_used,
        header.excess_blob_gas,
        header.parent_beacon_block_root,
    ]
    return bytes(rlp.encode([field for field in fields if field is not None]))


def header_hash(header: Header) -> bytes:
    """The block's hash, computed."""
    return keccak(header_rlp(header))


def receipt_bytes(receipt: Receipt) -> bytes:
    """A receipt as the receipts trie holds it (EIP-2718)."""
    logs = [[log.address, log.topics, log.data] for log in receipt.logs]
    status = b"\1" if receipt.succeeded else b""
    gas = receipt.cumulative_gas_used.to_bytes((receipt.cumulative_gas_used.bit_length() + 7) // 8, "big")
    body = encode_raw([status, gas, receipt.logs_bloom, logs])
    return (bytes((receipt.type,)) if receipt.type else b"") + bytes(body)


def receipts_trie(receipts: Sequence[Receipt]) -> Trie:
    """The trie of a block's receipts, all of them, in order."""
    return Trie([(rlp.encode(place), receipt_bytes(receipt)) for place, receipt in enumerate(receipts)])


def receipts_root(receipts: Sequence[Receipt]) -> bytes:
    """What the header must say of these receipts."""
    return receipts_trie(receipts).root


def receipt_proof(receipts: Sequence[Receipt], index: int) -> tuple[bytes, ...]:
    """The nodes that prove receipt `index` of a block under its receipts root."""
    return receipts_trie(receipts).proof(rlp.encode(index))


def check_account(state_root: bytes, proved: AccountProof) -> None:
    """Raises ProofInvalid unless the account and all its storage words follow from `state_root`."""
    found = _value(state_root, keccak(proved.address), proved.proof, "account")
    stated = rlp.encode([proved.nonce, proved.balance, proved.storage_hash, proved.code_hash])
    if found != stated:
        raise ProofInvalid("account: not what the state root says")
    for each in proved.storage:
        check_slot(proved.storage_hash, each)


def check_slot(storage_hash: bytes, proved: SlotProof) -> None:
    """Raises ProofInvalid unless the word follows from an account's storage root."""
    where = f"slot {proved.slot:#066x}"
    found = _value(storage_hash, keccak(proved.slot.to_bytes(32, "big")), proved.proof, where)
    if (int.from_bytes(rlp.decode(found), "big") if found else 0) != proved.value:
        raise ProofInvalid(f"{where}: not what the storage root says")


def _value(root: bytes, key: bytes, nodes: Sequence[bytes], what: str) -> bytes:
    """The value under `key`; empty when the nodes prove that there is none."""
    if root == EMPTY_ROOT and not nodes:
        return b""
    try:
        found = HexaryTrie.get_from_proof(root, key, [rlp.decode(node) for node in nodes])  # type: ignore[no-untyped-call]
        return bytes(found)
    except (BadTrieProof, rlp.DecodingError, KeyError) as error:
        raise ProofInvalid(f"{what}: the proof does not hold ({error!r})") from error
