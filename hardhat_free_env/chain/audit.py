"""Re-executing a chain from its genesis and comparing everything with what is stored.

A second run of another implementation: stock py-evm, its own state classes and py-trie, none of `state.py`, `trie.py` or `builder.py`.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from eth._utils.address import generate_contract_address
from eth.abc import BlockHeaderAPI, ReceiptAPI
from eth.consensus.context import ConsensusContext
from eth.constants import (
    CREATE_CONTRACT_ADDRESS,
    POST_MERGE_DIFFICULTY,
    POST_MERGE_NONCE,
    POST_MERGE_OMMERS_HASH,
)
from eth.db.atomic import AtomicDB
from eth.db.chain import ChainDB
from eth.vm.chain_context import ChainContext
from eth.vm.forks.cancun import CancunVM
from eth.vm.forks.cancun.blocks import CancunBlockHeader
from eth.vm.forks.cancun.transactions import CancunTransactionBuilder
from eth_hash.auto import keccak
from eth_typing import BlockNumber, Hash32
from eth_utils.exceptions import ValidationError
from rlp.exceptions import RLPException

from hardhat_free_env.chain import records
from hardhat_free_env.chain.blocks import Header
from hardhat_free_env.chain.errors import ChainError
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.prune import reachable
from hardhat_free_env.chain.records import Place, SealedHeader
from hardhat_free_env.chain.scratch import ScratchDB
from hardhat_free_env.chain.seals import Rotation, signer_at
from hardhat_free_env.chain.state import EMPTY_CODE
from hardhat_free_env.chain.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and at which block first."""

    number: int
    what: str

    def __str__(self) -> str:
        return f"block {self.number}: {self.what}"


@dataclass(frozen=True, slots=True)
class Audit:
    """The outcome: blocks and transactions re-executed, and the first finding, if any."""

    blocks: int
    transactions: int
    finding: Finding | None


class _Differs(Exception):
    pass


class _Machine:
    """Stock py-evm over a scratch database."""

    def __init__(self, chain_id: int, genesis: Header) -> None:
        self._scratch = ScratchDB()
        self._chain = ChainDB(AtomicDB(self._scratch))
        self._chain.persist_header(genesis)
        self._context = ChainContext(chain_id)
        self._parent = genesis

    def run(self, stored: Header, places: Sequence[Place]) -> tuple[BlockHeaderAPI, Sequence[ReceiptAPI]]:
        """Execute a block's transactions where they stand; the header that results, and the receipts."""
        if stored.timestamp < self._parent.timestamp:
            raise _Differs("its time is before its parent's")
        header = self._header(stored.timestamp)
        vm = CancunVM(header, self._chain, self._context, ConsensusContext(self._chain.db))
        transactions = [CancunTransactionBuilder.decode(place.included.raw) for place in places]
        done, receipts, _ = vm.apply_all_transactions(transactions, header)
        filled = vm.set_block_transactions_and_withdrawals(vm.get_block(), done, transactions, receipts)
        vm.state.persist()
        result = filled.header.copy(state_root=vm.state.state_root)
        self._chain.persist_header(result)
        self._scratch.flush()
        self._parent = stored
        return result, receipts

    def _header(self, timestamp: int) -> Header:
        """An empty block after the parent, said once more: nothing here is taken from the building of blocks."""
        return CancunBlockHeader(
            difficulty=POST_MERGE_DIFFICULTY,
            nonce=POST_MERGE_NONCE,
            uncles_hash=POST_MERGE_OMMERS_HASH,
            base_fee_per_gas=0,
            block_number=BlockNumber(self._parent.block_number + 1),
            gas_limit=self._parent.gas_limit,
            timestamp=timestamp,
            parent_hash=Hash32(self._parent.hash),
            state_root=Hash32(self._parent.state_root),
        )


def audit(store: Store) -> Audit:
    """Re-execute the whole chain. The directory must not be owned by a running node, or the end may move meanwhile."""
    auditor = _Auditor(store)
    try:
        auditor.run()
    except _Differs as difference:
        return auditor.found(str(difference))
    except (ChainError, sqlite3.Error, RLPException, ArithmeticError, LookupError, ValueError, TypeError) as error:
        return auditor.found(f"cannot be read: {error}")  # damage can look like anything
    return Audit(auditor.blocks, auditor.transactions, None)


class _Auditor:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.number = self.blocks = self.transactions = self._logs = 0

    def found(self, what: str) -> Audit:
        return Audit(self.blocks, self.transactions, Finding(self.number, what))

    def run(self) -> None:
        head = records.head_number(self._store)
        document, first = self._store.meta("genesis"), records.sealed_header(self._store, 0)
        if head is None or document is None or first is None:
            raise _Differs("there is no genesis block")
        genesis = Genesis.parse(document)
        _same("genesis header and document", first.header.hash, genesis.header().hash)
        rotations = records.rotations(self._store, genesis.chain_id, first.header.hash)
        machine = _Machine(genesis.chain_id, first.header)
        self._check_seal(first, genesis, rotations, first)
        for self.number in range(1, head + 1):
            self._check_block(machine, genesis, rotations, first)
        self._check_counts()
        self._check_contents(head)

    def _check_block(
        self, machine: _Machine, genesis: Genesis, rotations: tuple[Rotation, ...], first: SealedHeader
    ) -> None:
        sealed = records.sealed_header(self._store, self.number)
        if sealed is None:
            raise _Differs("the block is missing")
        places = records.places_in(self._store, self.number)
        try:
            result, receipts = machine.run(sealed.header, places)
        except ValidationError as error:
            raise _Differs(f"a transaction cannot be executed: {error}") from error
        for field, value in sealed.header.as_dict().items():
            _same(f"header field {field}", value, getattr(result, str(field)))
        _same("block hash", self._stored_hash(), result.hash)
        self._check_receipts(places, receipts)
        self._check_seal(sealed, genesis, rotations, first)
        self.blocks += 1
        self.transactions += len(places)

    def _stored_hash(self) -> bytes:
        row = self._store.reader.execute("SELECT hash FROM block WHERE number = ?", (self.number,)).fetchone()
        return bytes(row[0])

    def _check_receipts(self, places: Sequence[Place], receipts: Sequence[ReceiptAPI]) -> None:
        _same("number of transactions", len(places), len(receipts))
        first_log = 0
        for place, receipt in zip(places, receipts, strict=True):
            included = place.included
            _same(f"receipt of transaction {place.position}", included.receipt.encode(), receipt.encode())
            _same(f"hash of transaction {place.position}", included.hash, keccak(included.raw))
            signed = CancunTransactionBuilder.decode(included.raw)
            _same(f"sender of transaction {place.position}", included.sender, signed.sender)
            creates = signed.to == CREATE_CONTRACT_ADDRESS and included.receipt.status
            created = generate_contract_address(signed.sender, signed.nonce) if creates else None
            _same(f"contract made by transaction {place.position}", included.created, created)
            _same(f"log position of transaction {place.position}", place.first_log, first_log)
            first_log += len(receipt.logs)
        self._check_log_positions(first_log)

    def _check_log_positions(self, expected: int) -> None:
        self._logs += expected
        rows = self._store.reader.execute(
            "SELECT position FROM log WHERE number = ? ORDER BY position", (self.number,)
        ).fetchall()
        _same("log index", [row[0] for row in rows], list(range(expected)))

    def _check_seal(
        self, sealed: SealedHeader, genesis: Genesis, rotations: tuple[Rotation, ...], first: SealedHeader
    ) -> None:
        seal = records.seal_of(sealed, genesis.chain_id, first.header.hash)
        signer = signer_at(first.signer, rotations, self.number)
        if signer is None:
            raise _Differs("a rotation of the sealing key was not signed by the key it replaced")
        _same("signer of the seal", sealed.signer, signer)
        _same("seal", seal.signer, signer)

    def _check_contents(self, head: int) -> None:
        """What is stored under a hash has that hash, and the head's state is all there."""
        for table in ("node", "code"):
            for digest, body in self._store.reader.execute(f"SELECT digest, body FROM {table}"):  # noqa: S608  our own tables
                _same(f"{table} 0x{digest.hex()}", keccak(body), digest)
        sealed = records.sealed_header(self._store, head)
        if sealed is not None:
            for digest in reachable(self._store, [sealed.header.state_root]).codes - {EMPTY_CODE}:
                _same(f"code 0x{digest.hex()}, whether it is stored,", self._store.code(digest) is not None, True)

    def _check_counts(self) -> None:
        """No transaction and no log beyond those that were re-executed."""
        for table, expected in (("tx", self.transactions), ("log", self._logs)):
            (stored,) = self._store.reader.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  our own tables
            _same(f"number of rows in {table}", stored, expected)


def _same(what: str, stored: object, expected: object) -> None:
    if stored != expected:
        raise _Differs(f"{what} differs: stored {_shown(stored)}, should be {_shown(expected)}")


def _shown(value: object) -> str:
    return f"0x{value.hex()}" if isinstance(value, bytes) else str(value)
