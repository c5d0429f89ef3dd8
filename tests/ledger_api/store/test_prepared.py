"""Prepared statements: the same rows, counts and errors as SQLAlchemy's own, in the transaction they are run in."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ledger_api.store import Store
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import nonces
from tests.ledger_api.stores import new_store

ADD = Prepared(insert(nonces))
OF = Prepared(
    select(nonces.c.nonce, nonces.c.filing)
    .where(nonces.c.officer == 7, nonces.c.nonce.in_(bindparam("among", expanding=True)))
    .order_by(nonces.c.nonce)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(new_store(tmp_path)) as opened:
        with opened.begin() as unit:
            ADD.change_each(
                unit.connection, [{"officer": 7, "nonce": each, "filing": f"F-{each}"} for each in range(4)]
            )
        yield opened


def test_lists_of_any_length(store: Store) -> None:
    with store.read() as connection:
        for among in ([], [2], [3, 0], [1, 2, 9], [0]):
            found = [(row.nonce, row.filing) for row in OF.all(connection, {"among": among})]
            assert found == [(each, f"F-{each}") for each in sorted(among) if each < 4]
        assert OF.first(connection, {"among": []}) is None


def test_counts_what_it_matched(store: Store) -> None:
    rename = Prepared(update(nonces).where(nonces.c.nonce > bindparam("above")).values(filing=bindparam("to")))
    with store.begin() as unit:
        assert rename.change(unit.connection, {"above": 1, "to": "F-new"}) == 2
        assert rename.change(unit.connection, {"above": 9, "to": "F-new"}) == 0


def test_what_the_database_refuses_is_an_error_of_sqlalchemy_and_undone(store: Store) -> None:
    forget = Prepared(delete(nonces).where(nonces.c.nonce == bindparam("of")))

    def write() -> None:
        with store.begin() as unit:
            forget.change(unit.connection, {"of": 1})
            ADD.change(unit.connection, {"officer": 7, "nonce": 2, "filing": "F-secret"})

    with pytest.raises(IntegrityError) as refused:
        write()
    assert "F-secret" not in str(refused.value)
    with store.read() as connection:
        assert len(OF.all(connection, {"among": [1, 2]})) == 2


def test_reads_one_snapshot(store: Store) -> None:
    with store.read() as connection:
        before = OF.all(connection, {"among": [0, 8]})
        with store.begin() as unit:
            ADD.change(unit.connection, {"officer": 7, "nonce": 8, "filing": "F-8"})
        assert OF.all(connection, {"among": [0, 8]}) == before
