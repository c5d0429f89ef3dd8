"""`python -m tests.bench [chain] [filings] [accept] [gas]`: measure what is named, or everything.

Ends with 0 whatever the figures are, and with 1 when something measured did not do what it should.
"""

import os
import sys
from collections.abc import Callable, Mapping

os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")

from tests.bench import accept, chain, filings, gas
from tests.bench.report import WrongResult

SECTIONS: Mapping[str, Callable[[], None]] = {
    "chain": chain.measure,
    "filings": filings.measure,
    "accept": accept.measure,
    "gas": gas.measure,
}


def main(arguments: list[str]) -> int:
    """Run the sections named."""
    unknown = [name for name in arguments if name not in SECTIONS]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(SECTIONS)}", file=sys.stderr)
        return 2
    try:
        for name in arguments or SECTIONS:
            SECTIONS[name]()
    except WrongResult as wrong:
        print(f"WRONG: {wrong}", file=sys.stderr)
        return 1
    return 0


sys.exit(main(sys.argv[1:]))
