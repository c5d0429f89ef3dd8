"""The embedded chain: register-like acts a second while the state grows, and reading what they leave.

The baseline does the first lives of the same work before and after, so that a machine that is busy for a while hurts both.
"""

import tempfile
from pathlib import Path

from tests.bench import embedded, lives, reads, tester
from tests.bench.ground import Ground, prepare
from tests.bench.lives import Work
from tests.bench.report import Figure, Pace, table, title, together

COHORTS, LIVES = 5, 340
"""5 × 340 lives of 6 acts: 10,200."""
BASELINE_LIVES = 60


def measure() -> None:
    """Run and print."""
    with tempfile.TemporaryDirectory(prefix="bench-chain-") as directory:
        ground = prepare(Path(directory))
        _measure(ground, lives.sign(ground, COHORTS, LIVES), lives.sign(ground, 1, BASELINE_LIVES))


def _measure(ground: Ground, work: Work, little: Work) -> None:
    title(
        f"chain: {work.transactions:,} acts in as many transactions, {len(work.entries):,} entries from nothing to licensed",
        "each act a filing with the 1 to 3 signatures it takes; signed beforehand; admission (signature, nonce), pool, blocks of",
        "at most 50, one durable commit a block (SQLite, synchronous=FULL); everything in one process",
        f"baseline: web3 + eth-tester in memory, {little.transactions} of the same acts before and as many after",
    )
    before = _baseline(ground, little)
    with embedded.running(ground.directory) as chain:
        paces = embedded.do(chain, work)
        with tester.brought_to(ground) as baseline:
            after = together(baseline.do(little))
            figures = reads.measure(chain, baseline, ground.domain.ledger, work.entries, len(little.entries))
    slow = together([before, after]).rate
    first, last = paces[1].rate, paces[-2].rate  # the sittings with every kind of act
    table(
        [
            Figure("acts", together(paces).rate, "tx/s", "≥ 200 tx/s and ≥ 3×", slow, "web3 + eth-tester"),
            Figure("… with the last entries", last, "tx/s", "", first, "with the first"),
            *figures,
        ]
    )


def _baseline(ground: Ground, work: Work) -> Pace:
    with tester.brought_to(ground) as baseline:
        return together(baseline.do(work))
