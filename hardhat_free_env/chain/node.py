"""The chain itself: opens a directory, seals blocks into it, knows its head. Pool, RPC and audit stand around it.

A block is acknowledged when `seal` returns: by then one durable commit holds all of it. Kill the process at any
instruction, and the next `open` finds the last acknowledged block, or one more.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from coincurve import PrivateKey
from eth_hash.auto import keccak

from hardhat_free_env.chain import keys, records
from hardhat_free_env.chain.blocks import Block, Header, decode_header, encode_header
from hardhat_free_env.chain.builder import Attempt, build_block
from hardhat_free_env.chain.clock import Clock, DemoClock, SystemClock
from hardhat_free_env.chain.errors import BadRequest, ChainBroken, Refused
from hardhat_free_env.chain.files import DATABASE, Ownership
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.prune import kept_from
from hardhat_free_env.chain.seals import Rotation, rotate, seal_block, signer_at
from hardhat_free_env.chain.senders import Admission
from hardhat_free_env.chain.source import CommittedState
from hardhat_free_env.chain.state import Written
from hardhat_free_env.chain.store import Durability, Store
from hardhat_free_env.chain.transactions import Transaction, decode_transaction


@dataclass(frozen=True, slots=True)
class Sealing:
    """What `seal` did: the committed block (None when nothing could run), refusals by hash, what the next block takes."""

    block: Block | None
    refused: dict[bytes, str]
    postponed: tuple[Transaction, ...]


class Node:
    """A chain that this process owns. Reading is for any thread; sealing takes turns."""

    def __init__(
        self, ownership: Ownership, store: Store, genesis: Genesis, key: PrivateKey, clock: Clock, admission: Admission
    ) -> None:
        self._ownership = ownership
        self._turn = threading.Lock()
        self._key = key
        self.store = store
        self.state = CommittedState(store)
        self.genesis = genesis
        self.clock = clock
        self.admission = admission
        self._head, self.genesis_hash = _head(store), genesis.header().hash
        self.kept_from = kept_from(store)

    @classmethod
    def open(
        cls,
        directory: Path,
        genesis: Genesis | None = None,
        *,
        clock: Clock | None = None,
        everybody: bool = False,
        durability: Durability = "FULL",
    ) -> Self:
        """Open the chain in `directory`, beginning it from `genesis` when there is none.

        Raises DirectoryOwned when another process has it, BadRequest when `genesis` is missing or another than the
        chain's, ChainBroken when key and chain do not belong together.
        """
        if genesis is None and not (directory / DATABASE).exists():
            raise BadRequest(f"{directory} holds no chain; begin one with `python -m hardhat_free_env node --init`")
        directory.mkdir(parents=True, exist_ok=True)
        ownership = Ownership(directory)
        try:
            store = Store(directory, durability)
            try:
                if records.head_number(store) is None:
                    _begin(directory, store, genesis)
                return cls(ownership, store, *_kept(directory, store, genesis, clock, everybody))
            except BaseException:
                store.close()
                raise
        except BaseException:
            ownership.release()
            raise

    @property
    def head(self) -> Header:
        """The last committed block's header."""
        return self._head

    @property
    def chain_id(self) -> int:
        """EIP-155."""
        return self.genesis.chain_id

    @property
    def signer(self) -> bytes:
        """Address that seals blocks now."""
        return keys.address(self._key)

    def admit(self, raw: bytes) -> Transaction:
        """Decode a transaction and check what needs no state: form, signature, chain id, gas cap, sender list."""
        transaction = decode_transaction(raw, self.chain_id)
        self.admission.check(transaction.sender)
        return transaction

    def seal(self, raw_transactions: Sequence[bytes]) -> Sealing:
        """Put these into one block and commit it; with none, an empty block. After StorageFailed all is as it was."""
        admitted: list[Transaction] = []
        refused: dict[bytes, str] = {}
        for raw in raw_transactions:
            try:
                admitted.append(self.admit(raw))
            except Refused as refusal:
                refused[keccak(raw)] = str(refusal)
        if raw_transactions and not admitted:
            return Sealing(None, refused, ())
        sealing = self.seal_admitted(admitted)
        return Sealing(sealing.block, refused | sealing.refused, sealing.postponed)

    def seal_admitted(self, transactions: Sequence[Transaction]) -> Sealing:
        """As `seal`, for transactions that `admit` has returned."""
        with self._turn:
            attempt = self._build(transactions, self.clock.now())
            if transactions and not attempt.block.transactions:
                return Sealing(None, attempt.refused, attempt.postponed)
            self._commit(attempt.block)
            return Sealing(attempt.block, attempt.refused, attempt.postponed)

    def _build(self, transactions: Sequence[Transaction], time: int) -> Attempt:
        return build_block(self.state, self._head, self.chain_id, time, transactions, self._ancestors())

    def _ancestors(self) -> Iterable[bytes]:
        """Read only when a contract asks for a block hash."""
        yield from records.ancestors(self.store, self._head.block_number)

    def _commit(self, block: Block) -> None:
        seal = seal_block(self._key, self.chain_id, self.genesis_hash, block.number, block.hash)
        self.store.commit_block(block, seal, self.signer)
        self.state.keep_warm(block.written)
        self._head = block.header

    def rotate_key(self) -> Rotation:
        """Hand sealing over to a new key from the next block on; the old key signs that it does."""
        with self._turn:
            directory = self._ownership.directory
            following = keys.prepare_next_key(directory)
            start = self._head.block_number + 1
            rotation = rotate(self._key, self.chain_id, self.genesis_hash, start, keys.address(following))
            self.store.add_rotation(rotation)
            keys.promote_next_key(directory)
            self._key = following
            return rotation

    def close(self) -> None:
        """Give the directory back."""
        with self._turn:
            self.store.close()
            self._ownership.release()


def _head(store: Store) -> Header:
    number = records.head_number(store)
    sealed = None if number is None else records.sealed_header(store, number)
    if sealed is None:
        raise ChainBroken("the chain has no head")
    return sealed.header


def _begin(directory: Path, store: Store, genesis: Genesis | None) -> None:
    if genesis is None:
        raise BadRequest(f"{directory} holds no chain yet; a genesis document is needed to begin one")
    header = decode_header(encode_header(genesis.header()))
    key = keys.create_key(directory)
    seal = seal_block(key, genesis.chain_id, header.hash, 0, header.hash)
    store.commit_block(Block(header, (), Written()), seal, keys.address(key), document=genesis.canonical())


def _kept(
    directory: Path,
    store: Store,
    expected: Genesis | None,
    clock: Clock | None,
    everybody: bool,  # noqa: FBT001
) -> tuple[Genesis, PrivateKey, Clock, Admission]:
    document, first = store.meta("genesis"), records.sealed_header(store, 0)
    if document is None or first is None:
        raise ChainBroken(f"{directory} has no genesis block")
    genesis = Genesis.parse(document)
    if expected is not None and expected.canonical() != document:
        raise BadRequest(f"{directory} holds another chain: its genesis document is {document.decode()}")
    if genesis.header().hash != first.header.hash:
        raise ChainBroken("the genesis document does not give the genesis block")
    rotations = records.rotations(store, genesis.chain_id, first.header.hash)
    signer = signer_at(first.signer, rotations, _head(store).block_number + 1)
    if signer is None:
        raise ChainBroken("a rotation was not signed by the key it replaced")
    if clock is None:
        clock = DemoClock(directory) if genesis.demo else SystemClock()
    admission = Admission.open(directory, genesis, everybody=everybody)
    return genesis, keys.sealing_key(directory, signer), clock, admission
