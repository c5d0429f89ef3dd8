"""Accounts and storage while a block is built: dictionaries, an undo list for reverts, tries touched once a block.

It stands in the place of py-evm's `AccountDB` (given to our State class, nothing is patched); roots equal py-evm's own,
which `audit` checks.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar, cast

from eth.abc import AccountDatabaseAPI, MetaWitnessAPI
from eth.db.journal import get_next_checkpoint
from eth.db.witness import MetaWitness
from eth.typing import JournalDBCheckpoint
from eth_hash.auto import keccak
from eth_typing import Address, Hash32

from hardhat_free_env.chain.encoding import rlp_decode, rlp_int, rlp_list, rlp_string
from hardhat_free_env.chain.errors import ChainBroken, NotAvailable
from hardhat_free_env.chain.trie import EMPTY_ROOT, Child, LazyTrie, NodeSource

EMPTY_CODE = keccak(b"")

_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Account:
    """The four words of an account (yellow paper 4.1). `storage_root` is that of the last commit."""

    nonce: int = 0
    balance: int = 0
    storage_root: bytes = EMPTY_ROOT
    code_hash: bytes = EMPTY_CODE

    @property
    def is_empty(self) -> bool:
        """Nothing worth keeping, as EIP-161 says it."""
        return self.nonce == 0 and self.balance == 0 and self.code_hash == EMPTY_CODE

    def encode(self) -> bytes:
        """As the state trie stores it."""
        return rlp_list(
            (rlp_int(self.nonce), rlp_int(self.balance), rlp_string(self.storage_root), rlp_string(self.code_hash))
        )

    @classmethod
    def decode(cls, raw: bytes) -> "Account":
        """From the state trie's bytes."""
        nonce, balance, root, code = cast("list[bytes]", rlp_decode(raw))
        return cls(int.from_bytes(nonce, "big"), int.from_bytes(balance, "big"), root, code)


NO_ACCOUNT = Account()


class StateSource(NodeSource, Protocol):
    """Where committed state is read from."""

    def code(self, digest: bytes) -> bytes | None:
        """Contract code by its hash."""
        ...

    def warm(self, root: bytes) -> Child:
        """The best known form of a trie's root: a node in memory, its hash, or None for the empty trie."""
        ...


@dataclass(slots=True)
class Written:
    """What a block adds to the store: trie nodes and code, both by hash; and the new roots as they stand in memory."""

    nodes: dict[bytes, bytes] = field(default_factory=dict)
    code: dict[bytes, bytes] = field(default_factory=dict)
    roots: dict[bytes, Child] = field(default_factory=dict)


def slot_key(slot: int) -> bytes:
    """The key of a storage slot in its trie."""
    return keccak(slot.to_bytes(32, "big"))


def stored_word(raw: bytes) -> int:
    """A slot's value from what its trie holds; nothing there is zero."""
    return int.from_bytes(cast("bytes", rlp_decode(raw)), "big") if raw else 0


def trie_at(source: StateSource, root: bytes) -> LazyTrie:
    """The trie with this root, as warm as the source has it."""
    return LazyTrie(source, source.warm(root))


class JournaledState(AccountDatabaseAPI):
    """State on top of one committed root; reverts run an undo list backwards.

    Not for two threads at once. `commit_block` ends its life.
    """

    def __init__(self, db: StateSource, state_root: Hash32) -> None:
        self._source = db
        self._root = state_root
        self._tries: dict[Address, LazyTrie] = {}
        self._accounts_trie = trie_at(db, state_root)
        self._accounts: dict[Address, Account | None] = {}
        self._dirty_accounts: set[Address] = set()
        self._slots: dict[Address, dict[int, int]] = {}
        self._dirty_slots: dict[Address, set[int]] = {}
        self._original: dict[tuple[Address, int], int] = {}  # at the start of the transaction (EIP-2200)
        self._warm: set[Address | tuple[Address, int]] = set()  # EIP-2929
        self._code: dict[bytes, bytes] = {}
        self._undo: list[Callable[[], object]] = []
        self._marks: dict[int, int] = {}

    # -- root

    @property
    def state_root(self) -> Hash32:
        """The committed root this state stands on; changes show in it only after `commit_block`."""
        return self._root

    @state_root.setter
    def state_root(self, value: Hash32) -> None:
        if value != self._root:
            raise ChainBroken("the root of a state that is being built cannot be moved")

    def has_root(self, state_root: bytes) -> bool:
        """Whether the root's node can be read."""
        return state_root == EMPTY_ROOT or self._source.node(state_root) is not None

    # -- storage

    def get_storage(self, address: Address, slot: int, from_journal: bool = True) -> int:  # noqa: FBT001, FBT002
        """The slot's value now; with `from_journal=False` as it was when the transaction began."""
        if not from_journal and (before := self._original.get((address, slot))) is not None:
            return before
        slots = self._slots.get(address)
        if slots is None:
            slots = self._slots[address] = {}
        value = slots.get(slot)
        if value is None:
            value = slots[slot] = self._stored(address, slot)
        return value

    def _stored(self, address: Address, slot: int) -> int:
        return stored_word(self._storage_trie(address).get(slot_key(slot)))

    def _storage_trie(self, address: Address) -> LazyTrie:
        trie = self._tries.get(address)
        if trie is None:
            trie = self._tries[address] = trie_at(self._source, self.account(address).storage_root)
        return trie

    def set_storage(self, address: Address, slot: int, value: int) -> None:
        """Write a slot; zero clears it."""
        before = self.get_storage(address, slot)
        if before == value:
            return
        slots = self._slots[address]
        dirty = self._dirty_slots.setdefault(address, set())
        self._original.setdefault((address, slot), before)
        slots[slot] = value
        dirty.add(slot)  # stays so after a revert: what is written again unchanged changes no root
        self._undo.append(lambda: slots.__setitem__(slot, before))

    def delete_storage(self, address: Address) -> None:
        """Forget all of an account's storage, as for a contract created anew at its address (EIP-684)."""
        account = self.account(address)
        if account.storage_root != EMPTY_ROOT:
            self._put(address, replace(account, storage_root=EMPTY_ROOT))
        self._wipe(address)

    def _wipe(self, address: Address) -> None:
        kept = (self._tries.get(address), self._slots.get(address), self._dirty_slots.get(address))
        self._tries[address] = LazyTrie(self._source)
        self._slots[address] = {}
        self._dirty_slots[address] = set()
        self._undo.append(lambda: self._unwipe(address, *kept))

    def _unwipe(
        self, address: Address, trie: LazyTrie | None, slots: dict[int, int] | None, dirty: set[int] | None
    ) -> None:
        _restore(self._tries, address, trie)
        _restore(self._slots, address, slots)
        _restore(self._dirty_slots, address, dirty)

    # -- accounts

    def account(self, address: Address) -> Account:
        """The account as it is now; an absent one reads as empty."""
        return self._found(address) or NO_ACCOUNT

    def _found(self, address: Address) -> Account | None:
        try:
            return self._accounts[address]
        except KeyError:
            raw = self._accounts_trie.get(keccak(address))
            found = self._accounts[address] = Account.decode(raw) if raw else None
            return found

    def _put(self, address: Address, account: Account | None) -> None:
        before = self._found(address)
        self._accounts[address] = account
        self._dirty_accounts.add(address)
        self._undo.append(lambda: self._accounts.__setitem__(address, before))

    def get_balance(self, address: Address) -> int:
        """In wei."""
        return self.account(address).balance

    def set_balance(self, address: Address, balance: int) -> None:
        """Writing a balance makes the account exist, also when it is zero (EIP-161 clears it later)."""
        account = self._found(address)
        if account is None or account.balance != balance:
            self._put(address, replace(account or NO_ACCOUNT, balance=balance))

    def get_nonce(self, address: Address) -> int:
        """Transactions sent, or contracts created."""
        return self.account(address).nonce

    def set_nonce(self, address: Address, nonce: int) -> None:
        """Set outright."""
        self._put(address, replace(self.account(address), nonce=nonce))

    def increment_nonce(self, address: Address) -> None:
        """One more."""
        self.set_nonce(address, self.get_nonce(address) + 1)

    def get_code(self, address: Address) -> bytes:
        """Contract code; empty for a plain account."""
        digest = self.account(address).code_hash
        if digest == EMPTY_CODE:
            return b""
        code = self._code.get(digest) or self._source.code(digest)
        if code is None:
            raise NotAvailable(f"code 0x{digest.hex()} is not stored")
        return code

    def get_code_hash(self, address: Address) -> Hash32:
        """Keccak of the code."""
        return Hash32(self.account(address).code_hash)

    def set_code(self, address: Address, code: bytes) -> None:
        """Code once set is kept under its hash even when the account goes: others may share it."""
        digest = keccak(code)
        self._code[digest] = code
        self._put(address, replace(self.account(address), code_hash=digest))

    def delete_code(self, address: Address) -> None:
        """Back to a plain account."""
        self._put(address, replace(self.account(address), code_hash=EMPTY_CODE))

    def account_has_code_or_nonce(self, address: Address) -> bool:
        """The collision test of contract creation (EIP-684)."""
        account = self.account(address)
        return account.nonce != 0 or account.code_hash != EMPTY_CODE

    def delete_account(self, address: Address) -> None:
        """Remove it with its storage."""
        self._wipe(address)
        self._put(address, None)

    def account_exists(self, address: Address) -> bool:
        """Whether the state trie has it, be it empty."""
        return self._found(address) is not None

    def touch_account(self, address: Address) -> None:
        """Make it exist as it is."""
        if self._found(address) is None:
            self._put(address, NO_ACCOUNT)

    def account_is_empty(self, address: Address) -> bool:
        """EIP-161's test."""
        return self.account(address).is_empty

    # -- access lists (EIP-2929)

    def is_address_warm(self, address: Address) -> bool:
        """Touched in this transaction."""
        return address in self._warm

    def mark_address_warm(self, address: Address) -> None:
        """From now on it is."""
        self._heat(address)

    def is_storage_warm(self, address: Address, slot: int) -> bool:
        """Touched in this transaction."""
        return (address, slot) in self._warm

    def mark_storage_warm(self, address: Address, slot: int) -> None:
        """From now on it is."""
        self._heat((address, slot))

    def _heat(self, key: Address | tuple[Address, int]) -> None:
        if key not in self._warm:
            self._warm.add(key)
            self._undo.append(lambda: self._warm.discard(key))

    # -- checkpoints

    def record(self) -> JournalDBCheckpoint:
        """A point to come back to."""
        # py-evm hands our number on to its transient storage, which draws its own from the same counter.
        mark = get_next_checkpoint()
        self._marks[mark] = len(self._undo)
        return mark

    def discard(self, checkpoint: JournalDBCheckpoint) -> None:
        """Go back to it."""
        length = self._marks.pop(checkpoint)
        undo = self._undo
        while len(undo) > length:
            undo.pop()()

    def commit(self, checkpoint: JournalDBCheckpoint) -> None:
        """Keep what happened since; an outer checkpoint may still undo it."""
        del self._marks[checkpoint]

    def lock_changes(self) -> None:
        """A new transaction begins: what came before cannot be undone and is what EIP-2200 calls original."""
        self._undo.clear()
        self._marks.clear()
        self._original.clear()
        self._warm.clear()

    # -- the end of the block

    def commit_block(self) -> tuple[bytes, Written]:
        """Hash everything that changed; returns the new state root and what must be stored for it."""
        written = Written(code=dict(self._code))
        for address in sorted(self._dirty_slots):
            self._commit_storage(address, written)
        for address in sorted(self._dirty_accounts):
            account = self._accounts[address]
            self._accounts_trie.set(keccak(address), account.encode() if account else b"")
        root = self._accounts_trie.commit(written.nodes)
        written.roots[root] = self._accounts_trie.root
        self._root = Hash32(root)
        return root, written

    def _commit_storage(self, address: Address, written: Written) -> None:
        dirty = self._dirty_slots[address]
        if not dirty:
            return
        account = self.account(address)
        trie, slots = self._storage_trie(address), self._slots[address]
        for slot in sorted(dirty):
            value = slots[slot]
            trie.set(slot_key(slot), rlp_int(value) if value else b"")
        root = trie.commit(written.nodes)
        written.roots[root] = trie.root
        if root != account.storage_root:
            self._put(address, replace(account, storage_root=root))

    def make_state_root(self) -> Hash32:
        """Not per transaction: since Byzantium a receipt holds no root."""
        raise NotImplementedError("roots are made once a block, by commit_block")

    def persist(self) -> MetaWitnessAPI:
        """py-evm's end of block; this chain uses `commit_block`, which says what to store."""
        self.commit_block()
        return MetaWitness(set(), {})


def _restore(entries: dict[Address, _V], address: Address, kept: _V | None) -> None:
    if kept is None:
        entries.pop(address, None)
    else:
        entries[address] = kept
