"""How the tables came to their present shape, one step a file in `versions`; `upgrade` takes the steps not yet taken.

A step that was released is never edited. `python -m ledger_api.store "what changes"` writes the next one.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def config(connection: Connection) -> Config:
    """Alembic's settings for this store, without a file of settings."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection) -> None:
    """Take every step not yet taken, inside the caller's transaction."""
    command.upgrade(config(connection), "heads")
