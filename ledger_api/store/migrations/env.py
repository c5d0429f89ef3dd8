"""What Alembic runs for every command: the caller's connection, and all tables. It needs no server of its own."""

from alembic import context

from ledger_api.store import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=False,  # the caller's transaction is the only one
)
context.run_migrations()
