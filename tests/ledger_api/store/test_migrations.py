"""Migrations lead to exactly the tables that are declared, on SQLite and on PostgreSQL alike."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_mock_engine, inspect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.schema import CreateTable

from ledger_api.store import open_store
from ledger_api.store.migrations import config
from ledger_api.store.tables import metadata

DIALECT = PGDialect_psycopg()  # type: ignore[no-untyped-call]


def test_the_steps_lead_to_the_declared_tables(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'fresh.db'}")
    store.migrate()
    with store.read() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), metadata)
    store.close()
    assert difference == []


def test_migrating_again_does_nothing(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'fresh.db'}")
    store.migrate()
    with store.read() as connection:
        before = set(inspect(connection).get_table_names())
    store.migrate()
    with store.read() as connection:
        assert set(inspect(connection).get_table_names()) == before
    store.close()


def test_there_is_one_newest_step(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'fresh.db'}")
    with store.begin() as unit:
        assert len(ScriptDirectory.from_config(config(unit.connection)).get_heads()) == 1
    store.close()


def test_every_table_can_be_said_in_postgresql() -> None:
    said: list[str] = []
    engine = create_mock_engine("postgresql+psycopg://", lambda sql, *_, **__: said.append(str(sql)))
    metadata.create_all(engine, checkfirst=False)
    assert len([each for each in said if "CREATE TABLE" in each]) == len(metadata.tables)
    for table in metadata.tables.values():
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=DIALECT))
