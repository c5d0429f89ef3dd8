"""Kill either server at any moment: what was answered 202 is final exactly once, or reported refused; nothing else happens."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ledger_api.chain.codec import Codec, Filed
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.store import open_store
from ledger_api.store.tables.filings import filings
from ledger_api.store.tables.index import words
from tests.simulation.world import World

POINTS = (
    *("compose.commit", "compose.committed", "sign.commit", "sign.committed"),
    *("accept.checked", "accept.commit", "accept.committed", "lane.commit"),
    *("send.commit", "send.committed", "send.one", "send.sent", "mark.commit", "mark.committed"),
    *("arrive.commit", "arrive.committed"),
)
"""Every place beside a commit or a send (ports/crash.py)."""
SEEDS = range(6)
ROUNDS = 10


@pytest.fixture
def world(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[World]:
    made = World(tmp_path, random.Random(getattr(request, "param", 0)))
    yield made
    made.close()


def check(world: World) -> None:
    """What must hold after any number of deaths."""
    world.settle()
    carried = Counter(digest for digest in _filed(world) if digest in set(world.promised.values()))
    states = {filing: world.ask({"do": "status", "filing": filing})["state"] for filing in world.promised}
    for filing, digest in world.promised.items():
        expected = 1 if states[filing] == "final" else 0
        assert carried[digest] == expected, f"{filing} is {states[filing]} and was carried {carried[digest]} times"
    store = open_store(f"sqlite:///{world.directory / 'facade.db'}")
    with store.read() as connection:
        final = connection.scalar(select(func.count()).select_from(filings).where(filings.c.state == "final")) or 0
        parties = connection.scalar(select(func.count()).select_from(words).where(words.c.name == "Party"))
        composed = connection.scalar(select(func.count()).select_from(filings))
    store.close()
    assert final == sum(state == "final" for state in states.values())
    assert parties == 1 + final  # the operator, and one for each filing that happened
    assert composed == len(world.promised) + len(world.refused)  # a request repeated is one filing


def _filed(world: World) -> list[str]:
    """Digests of all filings carried, as often as they were."""
    chain, codec = JsonRpcChain(world.node.url), Codec.load()
    receipts = [receipt for number in range(chain.block_number() + 1) for receipt in chain.receipts(number)]
    chain.close()
    found = (codec.decode_filing_event(log) for receipt in receipts for log in receipt.logs)
    return [each.digest.hex() for each in found if isinstance(each, Filed)]


def test_dying_at_any_boundary_once_loses_nothing_and_repeats_nothing(world: World) -> None:
    for number, point in enumerate(POINTS):
        world.replace_facade(point)
        kills = world.kills
        world.file(f"party {number}")
        world.settle()
        # The indexer may find it final before the sender has looked after it.
        assert world.await_death(kills), f"nothing died at {point}"
    check(world)
    assert len(world.promised) == len(POINTS)


@pytest.mark.long
@pytest.mark.parametrize("world", SEEDS, indirect=True)
def test_dying_again_and_again_loses_nothing_and_repeats_nothing(world: World) -> None:
    """Ten deaths a seed, of both servers, at boundaries and anywhere, with several filings under way."""
    chance = world.random
    for round_ in range(ROUNDS):
        what = chance.choice(["point", "point", "facade", "node"])
        strike = None
        if what == "point":
            world.replace_facade(f"{chance.choice(POINTS)}:{chance.randint(1, 3)}")
        else:
            strike = world.kill_later(what, chance.uniform(0, 0.6))
        for number in range(chance.randint(2, 5)):
            # Now and then a name that is taken: promised at most once, refused otherwise.
            taken = chance.random() < 0.2
            world.file("party 0.0" if taken else f"party {round_}.{number}")
        if strike:
            strike.join()
        world.settle()
    check(world)
    assert world.kills >= ROUNDS
