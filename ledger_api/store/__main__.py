"""`python -m ledger_api.store "what changes"` writes the next migration: what `tables` says and no step does yet.

Only for whoever changes a table; a running facade migrates itself when it starts.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from ledger_api.store.engine import open_store
from ledger_api.store.migrations import config, upgrade


def write_step(message: str) -> None:
    """Compare a fresh, fully migrated database with the declared tables, and write the difference as a step."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'fresh.db'}")
        with store.begin() as unit:
            upgrade(unit.connection)
            settings = config(unit.connection)
            number = len(list(ScriptDirectory.from_config(settings).walk_revisions())) + 1
            command.revision(settings, message, autogenerate=True, rev_id=f"{number:04}")
        store.close()


if __name__ == "__main__":
    write_step(sys.argv[1])
