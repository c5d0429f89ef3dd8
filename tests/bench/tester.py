"""The baseline of the chain: web3 with eth-tester on py-evm, in memory, given the very same transactions, a block for each as always.

(Without its automatic mining eth-tester takes one transaction of a sender a block, so there is nothing to group.)
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import time_machine
from eth.vm.forks.cancun import CancunVM
from eth_tester import EthereumTester, PyEVMBackend
from web3 import EthereumTesterProvider, Web3

from tests.bench.ground import BEGINNING, Ground
from tests.bench.lives import Sitting, Work
from tests.bench.report import Pace, WrongResult

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
        self._tester = EthereumTester(backend)
        self.web3 = Web3(EthereumTesterProvider(self._tester))
        self._clock = clock

    def send(self, raw: Sequence[bytes]) -> None:
        """One after the other, each sealed at once."""
        for transaction in raw:
            self.web3.eth.send_raw_transaction(transaction)

    def do(self, work: Work) -> list[Pace]:
        """All sittings; WrongResult when a transaction was not performed."""
        return [self._sit(sitting) for sitting in work.sittings]

    def _sit(self, sitting: Sitting) -> Pace:
        self._clock.move_to(sitting.time)
        self._tester.mine_block()  # the pending block has the time of when it was begun
        first = self.web3.eth.block_number + 1
        started = time.perf_counter()
        self.send(sitting.raw)
        seconds = time.perf_counter() - started
        self._check(first, len(sitting.raw))
        return Pace(len(sitting.raw), seconds)

    def _check(self, first: int, transactions: int) -> None:
        chain = self._tester.backend.chain
        blocks = (chain.get_canonical_block_by_number(at) for at in range(first, self.web3.eth.block_number + 1))
        receipts = [receipt for block in blocks for receipt in block.get_receipts(chain.chaindb)]
        performed = sum(receipt.state_root == SUCCEEDED for receipt in receipts)
        if performed != transactions:
            raise WrongResult(f"eth-tester performed {performed} of {transactions} transactions")
