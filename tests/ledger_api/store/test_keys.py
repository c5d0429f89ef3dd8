from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from ledger_api.store import Store, keys, open_store
from ledger_api.store.keys import StoredKey
from ledger_api.store.tables import metadata

KEY = StoredKey("abc", b"\1" * 32, "demo", 7, "merchant", frozenset({"read", "draft"}), 1_000, expires_ms=5_000)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'facade.db'}")
    with opened.begin() as unit:
        metadata.create_all(unit.connection)
        keys.add(unit.connection, KEY)
    yield opened
    opened.close()


def test_a_key_is_found_as_it_was_kept(store: Store) -> None:
    with store.read() as connection:
        assert keys.find(connection, "abc") == KEY
        assert list(keys.everyone(connection)) == [KEY]
        assert keys.find(connection, "abd") is None


def test_a_key_is_good_until_it_expires(store: Store) -> None:
    assert KEY.is_good(4_999)
    assert not KEY.is_good(5_000)


def test_a_revoked_key_is_no_good_and_cannot_be_revoked_again(store: Store) -> None:
    with store.begin() as unit:
        assert keys.revoke(unit.connection, "abc", 2_000)
        assert not keys.revoke(unit.connection, "abc", 3_000)
    with store.read() as connection:
        found = keys.find(connection, "abc")
    assert found
    assert found.revoked_ms == 2_000
    assert not found.is_good(2_000)


def test_an_id_is_given_once(store: Store) -> None:
    def again() -> None:
        with store.begin() as unit:
            keys.add(unit.connection, KEY)

    with pytest.raises(IntegrityError):
        again()
