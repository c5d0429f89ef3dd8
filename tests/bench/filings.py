"""Filings a second from end to end over HTTP: real processes, real signatures, from composing to final."""

import json
import tempfile
import time
from pathlib import Path

from tests.bench import bare, facade, load
from tests.bench.client import Desk
from tests.bench.facade import Facade
from tests.bench.report import Figure, Pace, table, title

HANDS = 48
"""Clients at work at once."""
WARMING = 64
SECONDS = 20.0
BARE_SECONDS = 5.0


def measure() -> None:
    """Run and print."""
    title(
        f"filings: applications (open + submit, a withheld form, 1 signature) by {HANDS} clients for {SECONDS:.0f} s",
        "timed: compose, sign, submit with the signature, wait until it is final, indexed, its evidence captured (201)",
        "node, api, sender and indexer are processes of their own, and share the cores with the clients",
        "baseline: the same server keeping the same bytes, one durable commit (SQLite, FULL) a request, as many clients",
    )
    with tempfile.TemporaryDirectory(prefix="bench-filings-") as folder, facade.serving(Path(folder)) as served:
        desks = served.desks
        load.each(HANDS, WARMING, lambda at: _filed(desks[at % len(desks)]))
        before = _spent(served)
        pace, waits = load.for_seconds(HANDS, SECONDS, lambda hand: _filed(desks[hand % len(desks)]))
        spent = [now - then for now, then in zip(_spent(served), before, strict=True)]
        names = [*(process.name for process in served.processes), "clients"]
        body = json.dumps(desks[0].composed()).encode()
    table(
        [
            Figure("filings", pace.rate, "/s", "100/s, floor 40/s", _bare(body).rate, "bare durable commits"),
            Figure("submitted to final: 50 of 100 within", load.within(waits, 0.5), "ms"),
            Figure("submitted to final: 99 of 100 within", load.within(waits, 0.99), "ms"),
            Figure("processor time of a filing, all together", sum(spent) / pace.done * 1000, "ms"),
            *(
                Figure(f"  of it {name}", each / pace.done * 1000, "ms")
                for name, each in zip(names, spent, strict=True)
            ),
        ]
    )


def _filed(desk: Desk) -> float:
    """One application all the way; seconds from submitting it to its being final."""
    filing = desk.signed()
    submitted = time.perf_counter()
    desk.final(filing)
    return time.perf_counter() - submitted


def _spent(served: Facade) -> list[float]:
    """Processor time of every process, and of this one with its clients."""
    return [*(process.seconds() for process in served.processes), time.process_time()]


def _bare(body: bytes) -> Pace:
    with bare.serving() as keep:
        return load.for_seconds(HANDS, BARE_SECONDS, lambda _: keep(body))[0]
