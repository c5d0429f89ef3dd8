"""The journaled state against py-evm's own AccountDB: the same operations, the same answers, the same root."""

from dataclasses import dataclass, field
from typing import Any

from eth.db.account import AccountDB
from eth.db.atomic import AtomicDB
from eth_typing import Address, Hash32
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.chain.state import JournaledState
from hardhat_free_env.chain.trie import EMPTY_ROOT, Child

ADDRESSES = [Address(bytes([number]) * 20) for number in (1, 2, 17)]
ADDRESS = st.sampled_from(ADDRESSES)
SLOT = st.sampled_from([0, 1, 2**256 - 1])
OPERATION = st.one_of(
    st.tuples(st.just("set_storage"), ADDRESS, SLOT, st.sampled_from([0, 1, 2, 2**255])),
    st.tuples(st.just("set_balance"), ADDRESS, st.sampled_from([0, 1, 10**18])),
    st.tuples(st.just("set_nonce"), ADDRESS, st.sampled_from([0, 1, 5])),
    st.tuples(st.just("set_code"), ADDRESS, st.sampled_from([b"\x00", b"\x60\x00" * 20])),
    st.tuples(st.just("touch_account"), ADDRESS),
    st.tuples(st.just("delete_account"), ADDRESS),
    st.tuples(st.just("mark_address_warm"), ADDRESS),
    st.tuples(st.just("mark_storage_warm"), ADDRESS, SLOT),
    st.tuples(st.sampled_from(["record", "discard", "commit", "transaction", "block"])),
)


@dataclass
class Source:
    nodes: dict[bytes, bytes] = field(default_factory=dict)
    codes: dict[bytes, bytes] = field(default_factory=dict)

    def node(self, digest: bytes) -> bytes | None:
        return self.nodes.get(digest)

    def code(self, digest: bytes) -> bytes | None:
        return self.codes.get(digest)

    def warm(self, root: bytes) -> Child:
        return None if root == EMPTY_ROOT else root


class Pair:
    """Ours and py-evm's side by side."""

    def __init__(self) -> None:
        self.source, self.database = Source(), AtomicDB()
        self.ours = JournaledState(self.source, Hash32(EMPTY_ROOT))
        self.theirs = AccountDB(self.database)
        self.checkpoints: list[tuple[Any, Any]] = []

    def apply(self, name: str, *arguments: Any) -> None:
        if name == "record":
            self.checkpoints.append((self.ours.record(), self.theirs.record()))
        elif name in {"discard", "commit"}:
            if self.checkpoints:
                ours, theirs = self.checkpoints.pop()
                getattr(self.ours, name)(ours)
                getattr(self.theirs, name)(theirs)
        elif name == "transaction":
            self.settle()
            self.ours.lock_changes()
            self.theirs.lock_changes()
        elif name == "block":
            self.next_block()
        else:
            getattr(self.ours, name)(*arguments)
            getattr(self.theirs, name)(*arguments)
            if name == "delete_account":  # accounts go at the end of a transaction only
                self.apply("transaction")

    def settle(self) -> None:
        while self.checkpoints:
            self.apply("commit")

    def next_block(self) -> None:
        self.settle()
        root, written = self.ours.commit_block()
        self.theirs.persist()
        assert root == self.theirs.state_root
        self.source.nodes |= written.nodes
        self.source.codes |= written.code
        self.ours = JournaledState(self.source, Hash32(root))
        self.theirs = AccountDB(self.database, Hash32(root))

    def compare(self) -> None:
        for address in ADDRESSES:
            for name in ("get_balance", "get_nonce", "get_code", "account_exists", "account_is_empty"):
                assert getattr(self.ours, name)(address) == getattr(self.theirs, name)(address), name
            assert self.ours.is_address_warm(address) == self.theirs.is_address_warm(address)
            for slot in (0, 1, 2**256 - 1):
                for journal in (True, False):
                    assert self.ours.get_storage(address, slot, journal) == self.theirs.get_storage(
                        address,
                        slot,
                        journal,
                    )
                assert self.ours.is_storage_warm(address, slot) == self.theirs.is_storage_warm(address, slot)


@given(st.lists(OPERATION, max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_history_of_writes_reverts_transactions_and_blocks_ends_as_in_py_evm(
    history: list[tuple[Any, ...]],
) -> None:
    pair = Pair()
    for operation in history:
        pair.apply(*operation)
        pair.compare()
    pair.next_block()
    pair.compare()
