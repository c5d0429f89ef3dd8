"""The EVM as this chain runs it: py-evm's Cancun rules over our state, a transaction at a time or a call on its own.

Custom precompiles, block rewards and base fees do not exist here; what is not said here is py-evm's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, cast

from eth.abc import (
    ComputationAPI,
    MessageAPI,
    SignedTransactionAPI,
    StateAPI,
    TransactionContextAPI,
    TransactionExecutorAPI,
)
from eth.constants import ZERO_ADDRESS, ZERO_HASH32
from eth.exceptions import Revert, VMError
from eth.vm.code_stream import CodeStream
from eth.vm.execution_context import ExecutionContext
from eth.vm.forks.berlin.transactions import calculate_txn_intrinsic_gas_berlin
from eth.vm.forks.cancun.computation import CancunComputation
from eth.vm.forks.cancun.state import CancunState, CancunTransactionExecutor
from eth.vm.opcode import as_opcode
from eth_typing import BlockNumber, Hash32

from hardhat_free_env.chain.blocks import Header, Log
from hardhat_free_env.chain.errors import Refused
from hardhat_free_env.chain.state import JournaledState, StateSource
from hardhat_free_env.chain.translation import Translation

RUN = 256
"""Of no opcode: run all of the code."""


_translation = lru_cache(maxsize=256)(Translation)
"""A contract's code as this process has translated it so far."""


class _TranslatedCode(CodeStream):
    """Code that py-evm's loop runs in one step: its only opcode is `RUN`."""

    def __iter__(self) -> Iterator[int]:
        yield RUN


def _run(computation: ComputationAPI) -> None:
    _translation(computation.msg.code).run(computation)


class LedgerComputation(CancunComputation):
    """py-evm's, with the code of contracts translated into Python; what creates a contract runs once, and is not worth it."""

    opcodes = {**CancunComputation.opcodes, RUN: as_opcode(_run, "RUN", 0)}  # noqa: RUF012  py-evm's table, never changed

    def __init__(self, state: StateAPI, message: MessageAPI, transaction_context: TransactionContextAPI) -> None:
        super().__init__(state, message, transaction_context)
        if not message.is_create:
            self.code = _TranslatedCode(message.code)


class _Executor(CancunTransactionExecutor):
    def validate_transaction(self, transaction: SignedTransactionAPI) -> None:
        self.vm_state.validate_transaction(transaction)  # the signature was checked when it was decoded


class _CallExecutor(CancunTransactionExecutor):
    def validate_transaction(self, transaction: SignedTransactionAPI) -> None:
        pass  # nobody signed it, and its nonce is whatever the sender's is


class LedgerState(CancunState):
    """py-evm's state transition over `JournaledState`."""

    computation_class = LedgerComputation
    account_db_class = JournaledState
    transaction_executor_class: type[TransactionExecutorAPI] = _Executor

    def set_system_contracts(self) -> None:
        """There are none: no beacon chain stands behind this one (EIP-4788 has nothing to store)."""

    @property
    def journaled(self) -> JournaledState:
        """Our state behind py-evm's interface."""
        accounts = self._account_db
        assert isinstance(accounts, JournaledState)  # noqa: S101  given by `account_db_class`
        return accounts


def state_at(
    source: StateSource, root: bytes, header: Header, chain_id: int, ancestors: Iterable[bytes] = ()
) -> LedgerState:
    """State at `root` seen from within the block `header`; `ancestors` are block hashes from its parent backwards."""
    context = ExecutionContext(
        coinbase=ZERO_ADDRESS,
        timestamp=header.timestamp,
        block_number=BlockNumber(header.block_number),
        difficulty=0,
        mix_hash=ZERO_HASH32,
        gas_limit=header.gas_limit,
        prev_hashes=(Hash32(ancestor) for ancestor in ancestors),
        chain_id=chain_id,
        base_fee_per_gas=0,
        excess_blob_gas=0,
    )
    return LedgerState(source, context, Hash32(root))  # type: ignore[arg-type]  # our state wants a StateSource


@dataclass(frozen=True)
class Call:
    """A message that nobody signed, for eth_call and eth_estimateGas: free, whatever the sender's balance.

    An empty `to` creates. It has the attributes py-evm's executor asks of a transaction.
    """

    sender: bytes
    to: bytes
    data: bytes
    value: int
    gas: int
    access_list: tuple[tuple[bytes, tuple[int, ...]], ...] = ()

    gas_price: ClassVar[int] = 0
    max_fee_per_gas: ClassVar[int] = 0
    max_priority_fee_per_gas: ClassVar[int] = 0
    type_id: ClassVar[int] = 0
    y_parity: ClassVar[int] = 0
    r: ClassVar[int] = 0
    s: ClassVar[int] = 0

    @property
    def intrinsic_gas(self) -> int:
        """What it costs before the first opcode."""
        return calculate_txn_intrinsic_gas_berlin(cast("SignedTransactionAPI", self))


@dataclass(frozen=True, slots=True)
class Execution:
    """How a transaction or call went. `error` is None on success; `output` holds what it returned or reverted with."""

    succeeded: bool
    reverted: bool
    gas_used: int
    refund: int
    output: bytes
    error: str | None
    logs: tuple[Log, ...]
    created: bytes | None


def execute(state: LedgerState, transaction: SignedTransactionAPI) -> Execution:
    """Run a signed transaction; eth_utils' ValidationError when it may not run at all (nonce, funds)."""
    state.lock_changes()
    return _execution(state.apply_transaction(transaction), transaction.gas)


def execute_call(state: LedgerState, call: Call) -> Execution:
    """Run a call as if it were a transaction, with the same gas. Throw the state away afterwards."""
    state.lock_changes()
    if call.gas < call.intrinsic_gas:
        raise Refused(f"intrinsic gas too low: have {call.gas}, want {call.intrinsic_gas}")
    try:
        computation = _CallExecutor(state)(cast("SignedTransactionAPI", call))
    except VMError as error:  # raised before the first opcode: value without funds, initcode too long
        raise Refused(f"err: {error}") from error
    return _execution(computation, call.gas)


def _execution(computation: ComputationAPI, gas: int) -> Execution:
    spent = gas - computation.get_gas_remaining()
    refund = min(computation.get_gas_refund(), spent // 5)  # EIP-3529
    error = computation.error if computation.is_error else None
    message = computation.msg
    return Execution(
        succeeded=error is None,
        reverted=isinstance(error, Revert),
        gas_used=spent - refund,
        refund=refund,
        output=computation.output,
        error=None if error is None else type(error).__name__,
        logs=tuple(
            Log(address, tuple(topic.to_bytes(32, "big") for topic in topics), body)
            for address, topics, body in computation.get_log_entries()
        ),
        created=message.storage_address if message.is_create and error is None else None,
    )
