"""EIP-1186 proofs: an account, and slots of its storage, against the state root of a block."""

from collections.abc import Sequence
from dataclasses import dataclass

from eth_hash.auto import keccak

from hardhat_free_env.chain.reader import View
from hardhat_free_env.chain.state import NO_ACCOUNT, Account, StateSource, slot_key, stored_word, trie_at


@dataclass(frozen=True, slots=True)
class SlotProof:
    """One slot: its value, and the nodes from the storage root to it or to where it would be."""

    slot: int
    value: int
    nodes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class AccountProof:
    """An account (an absent one reads as empty), the nodes from the state root, and the proofs of its slots."""

    address: bytes
    account: Account
    nodes: tuple[bytes, ...]
    slots: tuple[SlotProof, ...]


def prove(source: StateSource, view: View, address: bytes, slots: Sequence[int]) -> AccountProof:
    """Prove an account and slots at the view's block. NotAvailable when that state is not kept."""
    accounts = trie_at(source, view.root)
    key = keccak(address)
    raw = accounts.get(key)
    account = Account.decode(raw) if raw else NO_ACCOUNT
    storage = trie_at(source, account.storage_root)
    proofs = tuple(
        SlotProof(slot, stored_word(storage.get(slot_key(slot))), tuple(storage.prove(slot_key(slot))))
        for slot in slots
    )
    return AccountProof(address, account, tuple(accounts.prove(key)), proofs)
