"""`python -m tests.contracts.model 0 500`: walk seeds 0 to 499, print each when it is done, and what was met in the end.

Interrupted, it says where to go on, and what was met until then. `--steps` acts a seed, 130 unless said.
"""

import argparse
import sys
import time
from random import Random

from hardhat_free_env.testing import LocalChain
from tests.contracts.model.play import Tally
from tests.contracts.model.report import never, table
from tests.contracts.model.walk import prepare, walk
from tests.contracts.stage.opening import BEGINNING, opening


def main() -> int:
    """Walk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=int)
    parser.add_argument("end", type=int)
    parser.add_argument("--steps", type=int, default=130)
    chosen = parser.parse_args()
    total, began = Tally(), time.monotonic()
    with LocalChain(time=BEGINNING) as chain:
        scene = prepare(*opening(chain))
        for seed in range(chosen.first, chosen.end):
            try:
                total.add(walk(scene, Random(seed), chosen.steps))
            except BaseException:
                print(f"seed {seed} stopped after {total.acts} acts; go on with: {seed} {chosen.end}", flush=True)
                _told(total)
                raise
            print(f"seed {seed} done, {total.acts} acts in {time.monotonic() - began:.0f} s", flush=True)
    _told(total)
    return 0


def _told(total: Tally) -> None:
    """What was met."""
    print(table(total))
    print(never(total), flush=True)


if __name__ == "__main__":
    sys.exit(main())
