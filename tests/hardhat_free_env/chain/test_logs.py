"""The log index against looking at every log."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.chain import logs as logs_module
from hardhat_free_env.chain.errors import TooLarge
from hardhat_free_env.chain.logs import Filter, find_logs
from hardhat_free_env.testing import LocalChain, account
from tests.hardhat_free_env.chain.programs import creation, logger, word

TOPICS = [word(number) for number in range(3)]


@dataclass
class Logged:
    """A chain with logs of every number of topics, and the contracts they come from."""

    chain: LocalChain
    loggers: list[bytes]


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    chosen = random.Random(7)
    with LocalChain(tmp_path_factory.mktemp("logs")) as chain:
        outcomes = [chain.transact(None, creation(logger(count))) for count in (0, 1, 2, 3, 4, 2)]
        loggers = [created for outcome in outcomes if (created := outcome.included.created)]
        nonce = chain.nonce(account(0).address)
        for _ in range(15):
            raws = []
            for _ in range(chosen.randrange(1, 6)):
                topics = b"".join(chosen.choices(TOPICS, k=4))
                raws.append(account(0).transaction(20_825, nonce, chosen.choice(loggers), topics, gas=100_000))
                nonce += 1
            chain.seal_all(raws)
        yield Logged(chain, loggers)


@pytest.fixture(scope="module")
def chain(logged: Logged) -> LocalChain:
    return logged.chain


def brute_force(chain: LocalChain, wanted: Filter) -> list[tuple[int, bytes, tuple[bytes, ...], bytes]]:
    found = []
    for number in range(wanted.first, min(wanted.last, chain.number) + 1):
        for log in chain.logs(first=number, last=number):
            address_fits = not wanted.addresses or log.address in wanted.addresses
            long_enough = len(log.topics) >= len(wanted.topics)
            topics_fit = all(
                not any_of or topic in any_of for any_of, topic in zip(wanted.topics, log.topics, strict=False)
            )
            if address_fits and long_enough and topics_fit:
                found.append((number, log.address, log.topics, log.body))
    return found


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_any_filter_finds_what_looking_at_every_log_finds(logged: Logged, data: st.DataObject) -> None:
    chain = logged.chain
    first = data.draw(st.integers(0, chain.number))
    last = data.draw(st.integers(first, chain.number + 3))
    addresses = data.draw(st.lists(st.sampled_from([*logged.loggers, bytes(20)]), max_size=3))
    topics = data.draw(st.lists(st.lists(st.sampled_from(TOPICS), max_size=2), max_size=4))
    wanted = Filter(first, last, tuple(addresses), tuple(tuple(any_of) for any_of in topics))
    found = [
        (each.number, each.log.address, each.log.topics, each.log.body) for each in find_logs(chain.node.store, wanted)
    ]
    assert found == brute_force(chain, wanted)


def test_positions_count_through_the_block(chain: LocalChain) -> None:
    for number in range(chain.number + 1):
        found = find_logs(chain.node.store, Filter(number, number))
        assert [each.position for each in found] == list(range(len(found)))


def test_too_wide_a_range_says_its_limit(chain: LocalChain) -> None:
    with pytest.raises(TooLarge, match="limit 100000"):
        find_logs(chain.node.store, Filter(0, 100_000))


def test_too_many_results_say_where_to_cut(chain: LocalChain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs_module, "RESULTS", 3)
    with pytest.raises(TooLarge, match=r"more than 3 results; the first 3 end in block \d+"):
        find_logs(chain.node.store, Filter(0, chain.number))
