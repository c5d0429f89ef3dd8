"""The pool: order, gaps, bounds, and geth's words."""

import pytest

from hardhat_free_env.chain import pool as pool_module
from hardhat_free_env.chain.errors import AlreadyKnown, Refused
from hardhat_free_env.chain.pool import AHEAD, Pool
from hardhat_free_env.chain.transactions import Transaction, decode_transaction
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import CHAIN_ID


class Nonces(dict[bytes, int]):
    def __call__(self, sender: bytes) -> int:
        return self.get(sender, 0)


@pytest.fixture
def nonces() -> Nonces:
    return Nonces()


@pytest.fixture
def pool(nonces: Nonces) -> Pool:
    return Pool(nonces)


def transaction(who: int, nonce: int, data: bytes = b"") -> Transaction:
    raw = account(who).transaction(CHAIN_ID, nonce, bytes(19) + b"\1", data, gas=100_000)
    return decode_transaction(raw, CHAIN_ID)


def order(pool: Pool, limit: int = 50) -> list[tuple[bytes, int]]:
    return [(each.sender, each.nonce) for each in pool.ready(limit)]


def test_each_senders_transactions_come_in_nonce_order_whatever_order_they_arrived_in(pool: Pool) -> None:
    for nonce in (2, 0, 1):
        pool.add(transaction(1, nonce))
    assert [nonce for _, nonce in order(pool)] == [0, 1, 2]


def test_senders_take_turns_by_arrival(pool: Pool) -> None:
    for who, nonce in ((1, 0), (2, 0), (1, 1), (2, 1)):
        pool.add(transaction(who, nonce))
    one, two = account(1).address, account(2).address
    assert order(pool) == [(one, 0), (two, 0), (one, 1), (two, 1)]
    assert order(pool, 3) == [(one, 0), (two, 0), (one, 1)]


def test_a_later_nonce_waits_for_the_ones_before_it(pool: Pool, nonces: Nonces) -> None:
    pool.add(transaction(1, 1))
    assert order(pool) == []
    pool.add(transaction(1, 0))
    assert [nonce for _, nonce in order(pool)] == [0, 1]
    nonces[account(1).address] = 1
    assert [nonce for _, nonce in order(pool)] == [1]


def test_refusals_use_geths_words(pool: Pool, nonces: Nonces) -> None:
    nonces[account(1).address] = 5
    pool.add(transaction(1, 5))
    with pytest.raises(AlreadyKnown, match=r"^already known$"):
        pool.add(transaction(1, 5))
    with pytest.raises(Refused, match=r"^nonce too low: address 0x\w+, tx: 4 state: 5$"):
        pool.add(transaction(1, 4))
    with pytest.raises(Refused, match=r"^replacement transaction underpriced$"):
        pool.add(transaction(1, 5, b"other"))
    with pytest.raises(Refused, match=rf"nonce too high.*at most {AHEAD} ahead"):
        pool.add(transaction(1, 6 + AHEAD))


def test_the_pool_is_bounded(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "CAPACITY", 2)
    pool.add(transaction(1, 0))
    pool.add(transaction(2, 0))
    with pytest.raises(Refused, match="txpool is full"):
        pool.add(transaction(3, 0))
    pool.settle([transaction(1, 0).hash])
    pool.add(transaction(3, 0))


def test_the_pending_nonce_counts_what_waits_without_a_gap(pool: Pool) -> None:
    for nonce in (0, 1, 3):
        pool.add(transaction(1, nonce))
    assert pool.pending_nonce(account(1).address) == 2
    assert pool.pending_nonce(account(2).address) == 0


def test_what_waited_too_long_is_dropped(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    pool.add(transaction(1, 1))
    assert pool.expire() == []
    monkeypatch.setattr(pool_module, "PATIENCE", -1.0)
    assert [late.nonce for late in pool.expire()] == [1]
    assert len(pool) == 0
