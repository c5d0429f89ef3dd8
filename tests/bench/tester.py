"""The baseline of the chain: web3 with eth-tester on py-evm, in memory, given the very same transactions.

Twice: as people use it, a block for every transaction, and with as many in a block as the embedded chain takes.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import time_machine
from eth.vm.forks.cancun import CancunVM
from eth_tester import EthereumTester, PyEVMBackend
from web3 import EthereumTesterProvider, Web3

from tests.bench.embedded import Pace
from tests.bench.ground import BEGINNING, Ground
from tests.bench.lives import Sitting, Work
from tests.bench.report import WrongResult

SUCCEEDED = b"\x01"
"""What a receipt holds in the place of a state root (EIP-658)."""


@contextmanager
def brought_to(ground: Ground) -> Iterator["Baseline"]:
    """An eth-tester at the place where `ground` is; while it is open, the machine's clock shows the chain's time."""
    with time_machine.travel(datetime.fromtimestamp(BEGINNING, UTC), tick=False) as clock:
        baseline = Baseline(clock)
        baseline.send(ground.sent)
        yield baseline


class Baseline:
    """web3 over eth-tester."""

    def __init__(self, clock: time_machine.Traveller) -> None:
        parameters = PyEVMBackend.generate_genesis_params()
        parameters.update(base_fee_per_gas=0, timestamp=BEGINNING, gas_limit=100_000_000)
        backend = PyEVMBackend(genesis_parameters=parameters, vm_configuration=((0, CancunVM),))
        self.tester = EthereumTester(backend)
        self.web3 = Web3(EthereumTesterProvider(self.tester))
        self._clock = clock

    def send(self, raw: Sequence[bytes]) -> None:
        """One after the other, each sealed at once."""
        for transaction in raw:
            self.web3.eth.send_raw_transaction(transaction)

    def do(self, work: Work, block: int) -> list[Pace]:
        """All sittings with `block` transactions in a block; WrongResult when a transaction was not performed."""
        return [self._sit(sitting, block) for sitting in work.sittings]

    def _sit(self, sitting: Sitting, block: int) -> Pace:
        self._clock.move_to(sitting.time)
        self.tester.mine_block()  # the pending block has the time of when it was begun
        first = self.web3.eth.block_number + 1
        started = time.perf_counter()
        if block == 1:
            self.send(sitting.raw)
        else:
            self._send_in_blocks(sitting.raw, block)
        seconds = time.perf_counter() - started
        self._check(first, len(sitting.raw))
        return Pace(len(sitting.raw), seconds)

    def _send_in_blocks(self, raw: Sequence[bytes], block: int) -> None:
        self.tester.disable_auto_mine_transactions()
        for start in range(0, len(raw), block):
            self.send(raw[start : start + block])
            self.tester.mine_block()
        self.tester.auto_mine_transactions = True

    def _check(self, first: int, transactions: int) -> None:
        chain = self.tester.backend.chain
        blocks = (chain.get_canonical_block_by_number(at) for at in range(first, self.web3.eth.block_number + 1))
        receipts = [receipt for block in blocks for receipt in block.get_receipts(chain.chaindb)]
        performed = sum(receipt.state_root == SUCCEEDED for receipt in receipts)
        if performed != transactions:
            raise WrongResult(f"eth-tester performed {performed} of {transactions} transactions")
