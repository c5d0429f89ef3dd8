"""The auditor against a copy that is right, and against copies in which one thing was changed behind the index's back."""

import random

import pytest
from sqlalchemy import text

from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.index.audit import Audited, Auditor, audit
from ledger_api.index.indexer import Indexer
from ledger_api.index.status import acknowledge, status
from ledger_api.ports.chain import NodeUnreachable
from ledger_api.store import Store, chain_rows
from tests.ledger_api.story import Story


def look(store: Store, chain: JsonRpcChain, sample: int = 10) -> Audited:
    return audit(store, chain, sample, random.Random(1))


def divergent(store: Store) -> int:
    with store.read() as connection:
        found = status(connection)
    assert found is not None
    return found.divergent


def test_a_true_copy_has_no_divergence(store: Store, chain: JsonRpcChain, story: Story) -> None:
    found = look(store, chain)
    assert found.divergences == ()
    assert found.entries == 2
    assert found.words > 10
    assert divergent(store) == 0


def test_an_empty_copy_has_nothing_to_audit(store: Store, chain: JsonRpcChain, indexer: Indexer) -> None:
    assert look(store, chain).entries == 0
    indexer.open()
    assert look(store, chain).entries == 0


@pytest.mark.parametrize(
    "change, said",
    [
        ("UPDATE words SET value = zeroblob(32) WHERE name = 'Head'", "Head 0 is another on the chain"),
        ("UPDATE words SET value = zeroblob(32) WHERE name = 'Licence' AND number = :licence", "Licence"),
        ("DELETE FROM words WHERE name = 'Head'", "Head 0 is another on the chain"),
        ("UPDATE lines SET data = zeroblob(length(data)) WHERE subject = :entry AND number = 3", "do not replay"),
        ("DELETE FROM lines WHERE subject = :entry AND number = 5", "do not replay"),
        ("UPDATE lines SET topics = zeroblob(128) WHERE subject = :entry AND number = 2", "do not replay"),
        ("UPDATE words SET value = zeroblob(32) WHERE subject = :entry AND name = 'Journal'", "do not replay"),
    ],
)
def test_one_change_behind_the_index_is_found_and_counted(
    store: Store, chain: JsonRpcChain, story: Story, change: str, said: str
) -> None:
    with store.begin() as unit:
        values = {"entry": story.entry, "licence": story.exclusive}
        unit.connection.execute(text(change), {name: value for name, value in values.items() if f":{name}" in change})
    found = look(store, chain)
    assert any(said in each.what for each in found.divergences)
    assert divergent(store) >= 1


def test_an_audit_that_finds_nothing_clears_the_count(store: Store, chain: JsonRpcChain, story: Story) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE index_state SET divergent = 9")
    look(store, chain)
    assert divergent(store) == 0


def test_a_sample_is_no_larger_than_asked(store: Store, chain: JsonRpcChain, story: Story) -> None:
    assert look(store, chain, 1).entries == 1


def test_an_auditor_goes_on_through_a_node_that_does_not_answer(
    store: Store, chain: JsonRpcChain, story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE words SET value = zeroblob(32) WHERE name = 'Head'")

    class Deaf:
        def proof(self, *_: object) -> None:
            raise NodeUnreachable("gone")

    turns = iter([False, True])
    Auditor(store, Deaf(), random.Random(1)).run(lambda _: next(turns))  # type: ignore[arg-type]
    assert "the audit waits" in caplog.text
    turns = iter([False, True])
    Auditor(store, chain, random.Random(1)).run(lambda _: next(turns))
    assert "Head 0 is another on the chain" in caplog.text
    assert divergent(store) == 2


def test_an_alarm_stays_until_somebody_has_looked(store: Store, story: Story) -> None:
    with store.begin() as unit:
        chain_rows.raise_alarm(unit.connection, "an old backup was restored")
    with store.begin() as unit:
        before = status(unit.connection)
        acknowledge(unit.connection)
        after = status(unit.connection)
    assert before is not None
    assert after is not None
    assert (before.alarm, after.alarm) == ("an old backup was restored", None)
