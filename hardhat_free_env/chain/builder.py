"""Building one block: transactions run one after the other on one state, and are hashed together at the end.

A block that is full postpones the rest; a transaction that cannot run (nonce, funds) is left out with its reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from eth_typing import Hash32
from eth_utils.exceptions import ValidationError

from hardhat_free_env.chain.blocks import Block, Header, Included, Receipt, next_header, receipts_root
from hardhat_free_env.chain.encoding import bloom
from hardhat_free_env.chain.state import StateSource
from hardhat_free_env.chain.transactions import Transaction
from hardhat_free_env.chain.trie import ordered_root
from hardhat_free_env.chain.vm import LedgerState, execute, state_at


@dataclass(frozen=True, slots=True)
class Attempt:
    """A block not yet committed, and what became of the transactions that are not in it."""

    block: Block
    refused: dict[bytes, str]
    postponed: tuple[Transaction, ...]


def build_block(
    source: StateSource,
    parent: Header,
    chain_id: int,
    now: int,
    transactions: Sequence[Transaction],
    ancestors: Iterable[bytes],
) -> Attempt:
    """Run `transactions` in order on top of `parent` at time `now` (seconds)."""
    header = next_header(parent, now)
    state = state_at(source, parent.state_root, header, chain_id, ancestors)
    included: list[Included] = []
    refused: dict[bytes, str] = {}
    used = 0
    for position, transaction in enumerate(transactions):
        if used + transaction.gas > header.gas_limit:
            return Attempt(_finished(state, header, included), refused, tuple(transactions[position:]))
        try:
            done = _run(state, transaction, used)
        except ValidationError as error:
            refused[transaction.hash] = _reason(state, transaction, error)
        else:
            included.append(done)
            used = done.receipt.cumulative_gas
    return Attempt(_finished(state, header, included), refused, ())


def _run(state: LedgerState, transaction: Transaction, used: int) -> Included:
    execution = execute(state, transaction.signed)
    receipt = Receipt(transaction.kind, int(execution.succeeded), used + execution.gas_used, execution.logs)
    return Included(
        hash=transaction.hash,
        raw=transaction.raw,
        sender=transaction.sender,
        created=execution.created,
        receipt=receipt,
        gas_used=execution.gas_used,
        output=execution.output,
    )


def _reason(state: LedgerState, transaction: Transaction, error: ValidationError) -> str:
    nonce = state.get_nonce(transaction.signed.sender)
    if transaction.nonce != nonce:
        which = "low" if transaction.nonce < nonce else "high"
        address = f"0x{transaction.sender.hex()}"
        return f"nonce too {which}: address {address}, tx: {transaction.nonce} state: {nonce}"
    return f"insufficient funds for gas * price + value: {error}"


def _finished(state: LedgerState, header: Header, included: Sequence[Included]) -> Block:
    root, written = state.journaled.commit_block()
    receipts = [done.receipt for done in included]
    full = header.copy(
        state_root=Hash32(root),
        transaction_root=Hash32(ordered_root([done.raw for done in included])),
        receipt_root=Hash32(receipts_root(receipts)),
        bloom=bloom([part for receipt in receipts for log in receipt.logs for part in (log.address, *log.topics)]),
        gas_used=receipts[-1].cumulative_gas if receipts else 0,
    )
    return Block(cast("Header", full), tuple(included), written)
