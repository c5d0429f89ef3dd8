"""The work through the embedded chain as it runs in production: admission, pool, group commit, one durable commit a block.

In one process with whoever feeds it, which costs the sealer the part of the interpreter that decoding and checking takes.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.sealer import Sealer
from tests.bench.ground import CURTAIN
from tests.bench.lives import Sitting, Work
from tests.bench.report import Pace, WrongResult

IN_FLIGHT = 200
"""Transactions waiting at a time: four blocks' worth."""


@dataclass(frozen=True, slots=True)
class Running:
    """An open chain with its sealer running."""

    node: Node
    reader: Reader
    sealer: Sealer
    clock: ManualClock


@contextmanager
def running(directory: Path) -> Iterator[Running]:
    """The chain in `directory`, durable as in production."""
    clock = ManualClock(CURTAIN)
    node = Node.open(directory, clock=clock, everybody=True)
    reader = Reader(node)
    sealer = Sealer(node, reader)
    sealer.start()
    try:
        yield Running(node, reader, sealer, clock)
    finally:
        sealer.stop()
        node.close()


def do(chain: Running, work: Work) -> list[Pace]:
    """All sittings, one after the other; WrongResult when a transaction was not performed."""
    before = _performed(chain)
    paces = [_sit(chain, sitting) for sitting in work.sittings]
    if (done := _performed(chain) - before) != work.transactions:
        raise WrongResult(f"the embedded chain performed {done} of {work.transactions} transactions")
    return paces


def _sit(chain: Running, sitting: Sitting) -> Pace:
    chain.clock.time = sitting.time
    started = time.perf_counter()
    for raw in sitting.raw:
        chain.sealer.submit(raw)
        while len(chain.sealer.pool) > IN_FLIGHT:
            time.sleep(0.001)
    while len(chain.sealer.pool):
        time.sleep(0.001)
    return Pace(len(sitting.raw), time.perf_counter() - started)


def _performed(chain: Running) -> int:
    (count,) = chain.node.store.reader.execute("SELECT count(*) FROM tx WHERE status = 1").fetchone()
    return int(count)
