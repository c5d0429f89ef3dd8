from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from ledger_api.domain.audit import START, first_broken
from ledger_api.store import Store, audit, open_store
from ledger_api.store.tables import access, metadata


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'facade.db'}")
    with opened.begin() as unit:
        metadata.create_all(unit.connection)
        for number in range(5):
            audit.append(
                unit.connection,
                at_ms=1_785_000_000_000 + number,
                key="k1",
                party=7,
                action="filing.composed",
                subject=f"F-{number}",
                details={"acts": number},
            )
    yield opened
    opened.close()


def broken(store: Store) -> int | None:
    with store.read() as connection:
        return first_broken(audit.records(connection))


def test_an_untouched_log_is_whole_and_its_head_is_the_last_link(store: Store) -> None:
    assert broken(store) is None
    with store.read() as connection:
        (*_, (last, link)) = audit.records(connection)
        assert last.seq == 5
        assert audit.head(connection) == link


def test_an_empty_log_has_the_starting_link(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'empty.db'}")
    with store.begin() as unit:
        metadata.create_all(unit.connection)
    with store.read() as connection:
        assert audit.head(connection) == START
    store.close()


@pytest.mark.parametrize("column", ["at_ms", "key", "party", "action", "subject", "details", "link"])
def test_a_changed_record_breaks_the_chain_there(store: Store, column: str) -> None:
    other = {"at_ms": 1, "key": None, "party": 8, "action": "x", "subject": "y", "details": "{}", "link": bytes(32)}
    with store.begin() as unit:
        unit.connection.execute(update(access.audit).where(access.audit.c.seq == 3).values({column: other[column]}))
    assert broken(store) == 3


@pytest.mark.parametrize("seq", [1, 3])
def test_a_dropped_record_breaks_the_chain_there(store: Store, seq: int) -> None:
    with store.begin() as unit:
        unit.connection.execute(delete(access.audit).where(access.audit.c.seq == seq))
    assert broken(store) == seq


def test_a_record_goes_with_the_transaction_that_fails(store: Store) -> None:
    def fail() -> None:
        with store.begin() as unit:
            audit.append(unit.connection, at_ms=1, key=None, party=None, action="lost", subject="F-9")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        fail()
    with store.read() as connection:
        assert len(list(audit.records(connection))) == 5
