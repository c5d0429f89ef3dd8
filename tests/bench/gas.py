"""The gas of every act beside its floor and what other contracts take, as the contracts' own tests measure it."""

import json

from tests.bench.report import WrongResult, title
from tests.contracts.gas import table


def measure() -> None:
    """Run and print; WrongResult when it is not what is committed."""
    title(
        "gas: every act, exactly",
        f"goals: alone at most {table.DIRECT_GOAL} × its floor; in a batch of twenty at most {table.BATCH_GOAL:.0%} of the",
        f"single filing; the first signature {table.FIRST_SIGNATURE:,}, each further one {table.NEXT_SIGNATURE:,}",
        "what each column means, and where a goal is missed for a reason: docs/gas.md",
    )
    measured = table.measure()
    for line in table.lines(measured):
        print(f"   {line}")
    if measured.as_json() != json.loads(table.JSON.read_text(encoding="utf-8")):
        raise WrongResult("the gas measured is not the gas committed in tests/contracts/gas.json")
