"""Questions to the chain at one block: storage, calls, gas estimates. For any thread; the sealer is never waited for.

A question at the head is answered inside the block that would be sealed now, at the clock's time; one at an older block
inside that block.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from eth_hash.auto import keccak

from hardhat_free_env.chain import records
from hardhat_free_env.chain.blocks import Header, next_header
from hardhat_free_env.chain.errors import ChainError, ExecutionReverted, NotAvailable
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reverts import revert_message
from hardhat_free_env.chain.state import NO_ACCOUNT, Account, slot_key, stored_word, trie_at
from hardhat_free_env.chain.transactions import TRANSACTION_GAS_CAP
from hardhat_free_env.chain.vm import Call, Execution, LedgerState, execute_call, state_at

CALL_GAS = 50_000_000  # what one eth_call may burn at most
ESTIMATE_PRECISION = 64  # gas; a limit this close above what is needed is good enough


@dataclass(frozen=True, slots=True)
class View:
    """One block to ask about. `context` is the header contracts see; `root` the state they see."""

    number: int
    root: bytes
    context: Header


class Reader:
    """Reads one node's chain."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._header = lru_cache(maxsize=4096)(self._load_header)

    def header(self, number: int) -> Header:
        """A block's header; NotAvailable when there is no such block."""
        head = self._node.head
        return head if number == head.block_number else self._header(number)

    def _load_header(self, number: int) -> Header:
        sealed = records.sealed_header(self._node.store, number)
        if sealed is None:
            raise NotAvailable(f"block {number} not found: the head is {self._node.head.block_number}")
        return sealed.header

    def latest(self) -> View:
        """The head's state, as the next block would see it."""
        head = self._node.head
        return View(head.block_number, head.state_root, next_header(head, self._node.clock.now()))

    def at(self, number: int) -> View:
        """A past block's state after it, seen in its own context."""
        header = self.header(number)
        kept = self._node.kept_from
        if number < kept:
            raise NotAvailable(f"the state of block {number} was pruned; state is kept from block {kept}")
        return View(number, header.state_root, header)

    # -- state

    def account(self, address: bytes, view: View) -> Account:
        """Nonce, balance, storage root and code hash; an absent account reads as empty."""
        raw = trie_at(self._node.state, view.root).get(keccak(address))
        return Account.decode(raw) if raw else NO_ACCOUNT

    def storage(self, address: bytes, slot: int, view: View) -> int:
        """One slot's value, without running any code."""
        trie = trie_at(self._node.state, self.account(address, view).storage_root)
        return stored_word(trie.get(slot_key(slot)))

    def code(self, address: bytes, view: View) -> bytes:
        """Contract code."""
        return self._state(view).get_code(address)  # type: ignore[arg-type]

    def _state(self, view: View) -> LedgerState:
        node = self._node
        parent = view.context.block_number - 1
        return state_at(node.state, view.root, view.context, node.chain_id, records.ancestors(node.store, parent))

    # -- execution

    def run(self, call: Call, view: View) -> Execution:
        """Run a call and forget what it did."""
        return execute_call(self._state(view), call)

    def call(self, call: Call, view: View) -> bytes:
        """What a call returns; ExecutionReverted with its revert bytes when it reverts."""
        execution = self.run(call, view)
        _raise_failure(execution)
        return execution.output

    def estimate(self, call: Call, view: View) -> int:
        """Gas limit a transaction needs to do what it does with plenty: a little above the smallest that works."""
        ceiling = min(call.gas, TRANSACTION_GAS_CAP, view.context.gas_limit)
        execution = self.run(replace(call, gas=ceiling), view)
        _raise_failure(execution)
        too_little = execution.gas_used - 1
        # 63/64 of what is left goes to a callee (EIP-150), refunds come only afterwards: try the likely answer first
        likely = min(ceiling, (execution.gas_used + execution.refund + 2300) * 64 // 63)
        enough = likely if self.run(replace(call, gas=likely), view).succeeded else ceiling
        if likely != enough:
            too_little = likely
        return self._search(call, view, too_little, enough)

    def _search(self, call: Call, view: View, too_little: int, enough: int) -> int:
        while enough - too_little > max(ESTIMATE_PRECISION, enough // 32):
            middle = (enough + too_little) // 2
            if middle >= call.intrinsic_gas and self.run(replace(call, gas=middle), view).succeeded:
                enough = middle
            else:
                too_little = middle
        return enough


def _raise_failure(execution: Execution) -> None:
    if execution.reverted:
        raise ExecutionReverted(revert_message(execution.output), execution.output)
    if not execution.succeeded:
        raise ChainError(_failures(execution.error))


def _failures(error: str | None) -> str:
    """Geth's words for the ways a call fails without a revert."""
    return {
        "OutOfGas": "out of gas",
        "InvalidInstruction": "invalid opcode",
        "InvalidJumpDestination": "invalid jump destination",
        "InsufficientStack": "stack underflow",
        "FullStack": "stack limit reached 1024",
        "WriteProtection": "write protection",
        "OutOfBoundsRead": "return data out of bounds",
        "ContractCreationCollision": "contract address collision",
    }.get(error or "", f"execution failed: {error}")
