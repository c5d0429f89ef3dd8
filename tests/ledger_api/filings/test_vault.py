"""The vault: each party opens what was sealed for it, nobody else's, and nothing that was moved or changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from ledger_api.domain.commitments import Commitment
from ledger_api.domain.filing import Filing
from ledger_api.filings.values import Record
from ledger_api.filings.vault import Vault, VaultLocked
from ledger_api.ports.randomness import SeededRandomness
from ledger_api.store import Store, filings
from ledger_api.store.filings import NewFiling
from ledger_api.store.tables.filings import openings
from tests.ledger_api.stores import new_store

FEE = Record(1, Commitment.of({"fee": "120000.00", "payer": "乙"}, b"\x01" * 32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    with opened.begin() as unit:
        for name in ("F-1", "F-2"):
            filings.add(unit.connection, NewFiling(name, b"\0" * 32, "P-1", Filing(2, 0, 1, ()), (), (5, 6)), 0)
    yield opened
    opened.close()


@pytest.fixture
def vault(store: Store) -> Vault:
    made = Vault(b"\x07" * 32, SeededRandomness(1))
    with store.begin() as unit:
        made.keep(unit.connection, "F-1", [FEE], [5, 6])
        made.keep(unit.connection, "F-2", [], [5])
    return made


def shown(store: Store, vault: Vault, filing: str, party: int) -> tuple[Record, ...]:
    with store.read() as connection:
        return vault.show(connection, filing, party)


def test_those_it_concerns_can_open_it_and_recompute_the_root(store: Store, vault: Vault) -> None:
    """Rule 57."""
    for party in (5, 6):
        (record,) = shown(store, vault, "F-1", party)
        assert record == FEE
    assert shown(store, vault, "F-1", 7) == ()
    assert shown(store, vault, "F-2", 5) == ()


def test_nothing_readable_lies_in_the_store(store: Store, vault: Vault) -> None:
    with store.read() as connection:
        sealed = connection.scalars(select(openings.c.sealed)).all()
    assert len(set(sealed)) == 2
    assert all(b"fee" not in each and b"120000" not in each for each in sealed)


def test_another_stores_key_opens_nothing(store: Store, vault: Vault) -> None:
    with pytest.raises(VaultLocked):
        shown(store, Vault(b"\x08" * 32, SeededRandomness(2)), "F-1", 5)


def test_a_row_moved_to_another_filing_or_party_does_not_open(store: Store, vault: Vault) -> None:
    with store.begin() as unit:
        unit.connection.execute(update(openings).where(openings.c.party == 5).values(filing="F-2"))
    with pytest.raises(VaultLocked):
        shown(store, vault, "F-2", 5)


def test_a_party_whose_key_is_gone_can_open_nothing_and_others_still_can(store: Store, vault: Vault) -> None:
    """Rule 121."""
    with store.begin() as unit:
        vault.forget(unit.connection, 5)
    assert shown(store, vault, "F-1", 5) == ()
    assert shown(store, vault, "F-1", 6) == (FEE,)
