"""Views built anew from the raw rows are those that were built live."""

from typing import Any

import pytest
from sqlalchemy import select

from ledger_api.index import rebuild as rebuilding
from ledger_api.index.indexer import Indexer
from ledger_api.index.rebuild import RebuildDiffers, rebuild
from ledger_api.store import Store
from ledger_api.store.tables.index import credentials, entries, index_state, involvements, words
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.index.test_indexer import act
from tests.ledger_api.story import Story

VIEWS = (words, entries, credentials, involvements)


def rows(store: Store, view: int) -> dict[str, list[tuple[Any, ...]]]:
    with store.read() as connection:
        return {
            table.name: sorted(
                tuple(row._mapping[name] for name in table.c.keys() if name != "view")  # noqa: SIM118  not a mapping
                for row in connection.execute(select(table).where(table.c.view == view))
            )
            for table in VIEWS
        }


def digest(store: Store) -> bytes:
    with store.read() as connection:
        return bytes(connection.scalar(select(index_state.c.digest)) or b"")


def test_a_rebuild_equals_what_was_built_live(store: Store, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BLOCKS_AT_ONCE", 7)
    live, before = rows(store, 1), digest(store)
    assert all(live.values())
    assert rebuild(store) == 2
    assert rows(store, 2) == live
    assert not any(rows(store, 1).values())
    assert digest(store) == before


def test_the_index_goes_on_after_a_rebuild(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, story: Story
) -> None:
    rebuild(store)
    act(stage, cast, "after")
    assert indexer.catch_up() == stage.chain.number
    assert rebuild(store) == 3
    assert len(rows(store, 3)["entries"]) == 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE lines SET data = zeroblob(length(data)) WHERE number = 4 AND name = 'Published'",
        "UPDATE blocks SET digest = zeroblob(32) WHERE number = (SELECT max(number) - 1 FROM blocks)",
    ],
)
def test_rows_that_were_changed_are_noticed_and_the_old_views_stay(store: Store, story: Story, change: str) -> None:
    live = rows(store, 1)
    with store.begin() as unit:
        assert unit.connection.exec_driver_sql(change).rowcount
    with pytest.raises(RebuildDiffers):
        rebuild(store)
    assert rows(store, 1) == live


def test_a_changed_projection_can_be_adopted(store: Store, story: Story) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE blocks SET digest = zeroblob(32)")
    rebuild(store, adopt=True)
    assert rebuild(store) == 3


def test_a_rebuild_cut_short_is_begun_again(store: Store, story: Story) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql(
            "INSERT INTO words SELECT 2, subject, name, number, scope, valid_from, valid_to, value FROM words"
        )
    live = rows(store, 1)
    rebuild(store)
    assert rows(store, 2) == live
