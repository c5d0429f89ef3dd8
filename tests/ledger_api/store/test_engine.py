"""The store's door: durable when left, undone when it raises, one snapshot to read, several writers to a commit."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, event, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from ledger_api.domain.errors import NotNow
from ledger_api.store import Store, UnitOfWork, open_store

THINGS = Table("things", MetaData(), Column("n", Integer, primary_key=True))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{path}")
    with opened.begin() as unit:
        THINGS.metadata.create_all(unit.connection)
    yield opened
    opened.close()


def put(unit: UnitOfWork, number: int) -> None:
    unit.connection.execute(insert(THINGS).values(n=number))


def write(store: Store, *numbers: int, then: BaseException | None = None) -> None:
    """One transaction that writes these numbers, and perhaps fails afterwards."""
    with store.begin() as unit:
        for number in numbers:
            put(unit, number)
        if then is not None:
            raise then


def numbers(store: Store) -> set[int]:
    with store.read() as connection:
        return set(connection.scalars(select(THINGS.c.n)))


def test_what_was_written_is_there_when_the_block_ends(store: Store, path: Path) -> None:
    with store.begin() as unit:
        put(unit, 1)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT n FROM things").fetchall() == [(1,)]
    other.close()


def test_an_error_undoes_everything(store: Store) -> None:
    with pytest.raises(KeyError):
        write(store, 1, then=KeyError())
    assert numbers(store) == set()
    write(store, 1)
    assert numbers(store) == {1}


def test_a_statement_that_fails_is_an_error_of_the_caller_and_the_store_goes_on(store: Store) -> None:
    with pytest.raises(IntegrityError):
        write(store, 1, 1)
    write(store, 2)
    assert numbers(store) == {2}


def test_readers_see_one_snapshot_and_cannot_write(store: Store) -> None:
    with store.read() as connection:
        assert connection.scalars(select(THINGS.c.n)).all() == []
        with store.begin() as unit:
            put(unit, 1)
        assert connection.scalars(select(THINGS.c.n)).all() == []
        with pytest.raises(OperationalError):
            connection.execute(insert(THINGS).values(n=2))
    assert numbers(store) == {1}


def test_hints_come_after_the_commit_and_only_then(store: Store) -> None:
    seen: list[set[int]] = []
    with store.begin() as unit:
        put(unit, 1)
        unit.after_commit(lambda: seen.append(numbers(store)))
        assert not seen
    assert seen == [{1}]


def test_what_was_undone_gives_no_hint(store: Store) -> None:
    seen: list[int] = []

    def hinting() -> None:
        with store.begin() as unit:
            unit.after_commit(lambda: seen.append(1))
            raise KeyError

    with pytest.raises(KeyError):
        hinting()
    assert not seen


def crowd(store: Store, count: int, fails: set[int]) -> dict[int, type[BaseException] | None]:
    """`count` threads that write at once, while one holds the turn until all of them wait."""
    results: dict[int, type[BaseException] | None] = {}
    arrived = threading.Barrier(count + 1)

    def attempt(number: int) -> None:
        arrived.wait()
        try:
            write(store, number, then=KeyError(number) if number in fails else None)
            results[number] = None
        except (KeyError, NotNow) as error:
            results[number] = type(error)

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(1, count + 1)]
    for thread in threads:
        thread.start()
    with suppress(NotNow), store.begin():  # who has the turn shares the commit too
        arrived.wait()
        turns = store._turns
        assert turns is not None
        while turns._waiting < count:
            pass
    for thread in threads:
        thread.join()
    return results


def commits(store: Store) -> list[object]:
    seen: list[object] = []
    event.listen(store._writer, "commit", seen.append)
    return seen


def test_writers_that_wait_share_a_commit(store: Store) -> None:
    seen = commits(store)
    results = crowd(store, 10, set())
    assert set(results.values()) == {None}
    assert numbers(store) == set(range(1, 11))
    assert len(seen) <= 2


def test_one_that_fails_takes_nothing_from_those_it_shares_with(store: Store) -> None:
    results = crowd(store, 10, {3, 7, 10})
    assert {number for number, result in results.items() if result} == {3, 7, 10}
    assert numbers(store) == set(range(1, 11)) - {3, 7, 10}


def test_when_the_shared_commit_fails_everybody_learns_of_it(store: Store) -> None:
    def fails(_: object) -> None:
        raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk I/O error"))

    event.listen(store._writer, "commit", fails)
    results = crowd(store, 5, set())
    event.remove(store._writer, "commit", fails)
    assert set(results.values()) == {NotNow}
    assert numbers(store) == set()
    write(store, 9)
    assert numbers(store) == {9}


def test_a_transaction_the_database_gave_up_is_nobodys_promise(store: Store) -> None:
    """A full disk can make SQLite roll back by itself; what others had written in it is gone too."""

    def given_up() -> None:
        with store.begin() as unit:
            put(unit, 1)
            raw: Any = unit.connection.connection.dbapi_connection
            raw.execute("ROLLBACK")

    with pytest.raises(NotNow) as caught:
        given_up()
    assert caught.value.code == "not-durable"
    assert numbers(store) == set()


def test_a_disk_that_is_full_keeps_nothing_and_says_so(store: Store, path: Path) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql("CREATE TABLE bulk (b BLOB)")
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 20")

    def too_much() -> None:
        with store.begin() as unit:
            put(unit, 1)
            unit.connection.exec_driver_sql("INSERT INTO bulk VALUES (zeroblob(400000))")

    with pytest.raises(NotNow) as caught:
        too_much()
    assert caught.value.code == "not-durable"
    assert numbers(store) == set()
    write(store, 2)
    assert numbers(store) == {2}


def test_a_store_in_memory_or_of_another_kind_is_refused() -> None:
    for url in ("sqlite://", "sqlite:///:memory:", "mysql://localhost/x"):
        with pytest.raises(ValueError, match=r"memory|SQLite"):
            open_store(url)
