"""How long a promise takes at a steady rate: from when a submission was due to its 202, which leaves once it is on disk."""

import json
import tempfile
from pathlib import Path

from tests.bench import bare, facade, load
from tests.bench.client import Signed
from tests.bench.report import Figure, table, title

RATE = 20
"""Submissions a second."""
SECONDS = 30
WARMING = 40
BARE_SECONDS = 10
HANDS = 8


def measure() -> None:
    """Run and print."""
    title(
        f"accept: {RATE} submissions a second for {SECONDS} s, whatever their answers take (open loop)",
        "timed: from when a submission was due to its answer; composed and signed beforehand; carried and indexed meanwhile",
        f"baseline: the same server keeping the same bytes with one durable commit each, {RATE} a second as well",
    )
    times = RATE * SECONDS
    with tempfile.TemporaryDirectory(prefix="bench-accept-") as folder, facade.serving(Path(folder)) as served:
        desks = served.desks
        body = json.dumps(desks[0].composed()).encode()
        ready: list[Signed] = [("", {})] * (times + WARMING)
        load.each(HANDS, len(ready), lambda at: ready.__setitem__(at, desks[at % len(desks)].signed()))
        load.each(HANDS, WARMING, lambda at: desks[at % len(desks)].final(ready[at]))
        waits = load.steadily(RATE, times, lambda at: desks[at % len(desks)].accepted(ready[WARMING + at]))
        served.await_final(len(ready))
    with bare.serving() as keep:
        bare_waits = load.steadily(RATE, RATE * BARE_SECONDS, lambda _: keep(body))
    table(
        [
            Figure("50 of 100 within", load.within(waits, 0.5), "ms", "", load.within(bare_waits, 0.5), "bare commit"),
            Figure(
                "99 of 100 within",
                load.within(waits, 0.99),
                "ms",
                "50 ms, promised 150 ms",
                load.within(bare_waits, 0.99),
                "bare commit",
            ),
        ]
    )
