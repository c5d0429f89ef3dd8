"""The ledger's account and words of its storage, proved under a block's state root (EIP-1186)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rlp
from eth_hash.auto import keccak

from .item import Item
from .report import Refused
from .slots import PLACES, slot_of
from .tries import ProofBroken, look_up


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands in the state trie."""

    address: bytes
    nonce: int
    balance: int
    storage_root: bytes
    code_hash: bytes
    proof: tuple[bytes, ...]
    where: str


@dataclass(frozen=True, slots=True)
class StoredWord:
    """A word of the ledger's storage. `number` and `subject` are None where the word has no such key."""

    word: str
    subject: bytes | None
    number: int | None
    slot: bytes
    value: int
    proof: tuple[bytes, ...]
    where: str


def read_account(item: Item) -> Account:
    """The account part of an eth_getProof answer."""
    members = item.members("address", "nonce", "balance", "storageHash", "codeHash", "accountProof")
    return Account(
        address=members["address"].octets(20),
        nonce=members["nonce"].quantity(),
        balance=members["balance"].quantity(),
        storage_root=members["storageHash"].octets(32),
        code_hash=members["codeHash"].octets(32),
        proof=read_proof(members["accountProof"]),
        where=item.where,
    )


def read_proof(item: Item) -> tuple[bytes, ...]:
    """Trie nodes from the root downwards."""
    return tuple(node.octets() for node in item.items())


def read_word(item: Item) -> StoredWord:
    """One word with its proof."""
    members = item.members("word", "subject", "number", "slot", "value", "proof")
    subject, number = members["subject"], members["number"]
    return StoredWord(
        word=members["word"].text(),
        subject=None if subject.value is None else subject.octets(32),
        number=None if number.value is None else number.whole(24),
        slot=members["slot"].octets(32),
        value=int.from_bytes(members["value"].octets(32), "big"),
        proof=read_proof(members["proof"]),
        where=item.where,
    )


def check_account(account: Account, ledger: bytes, state_root: bytes) -> None:
    """The account is the ledger's, and is under the state root exactly so."""
    if account.address != ledger:
        raise Refused("account-of-other", where=account.where)
    expected = rlp.encode([account.nonce, account.balance, account.storage_root, account.code_hash])
    problem = _problem(state_root, account.address, account.proof, expected)
    if problem:
        raise Refused("account-not-proved", where=account.where, problem=problem)


def check_words(words: Sequence[StoredWord], storage_root: bytes) -> None:
    """Each word is one we know, in its own slot, and is under the storage root exactly so; none stands twice."""
    for each in words:
        _check_slot(each)
        problem = _problem(storage_root, each.slot, each.proof, rlp.encode(each.value) if each.value else b"")
        if problem:
            raise Refused("value-not-proved", where=each.where, problem=problem)
    _refuse_twice(words)


def _check_slot(stored: StoredWord) -> None:
    place = PLACES.get(stored.word)
    if place is None:
        raise Refused("word-unknown", where=stored.where, word=stored.word[:50])
    keys = (stored.subject is not None, stored.number is not None)
    if keys != (place.by_subject, place.by_number):
        raise Refused("word-of-other", where=stored.where)
    if slot_of(place, stored.subject, stored.number) != stored.slot:
        raise Refused("slot-wrong", where=stored.where)


def _refuse_twice(words: Iterable[StoredWord]) -> None:
    seen: set[bytes] = set()
    for each in words:
        if each.slot in seen:
            raise Refused("word-twice", where=each.where)
        seen.add(each.slot)


def _problem(root: bytes, key: bytes, proof: Sequence[bytes], expected: bytes) -> str | None:
    """What is wrong with a proof that `expected` stands under the key; keys of state and storage are hashed."""
    try:
        found = look_up(root, keccak(key), proof)
    except ProofBroken as broken:
        return str(broken)
    if found == expected:
        return None
    return "it proves something else" if found else "it proves absence"
