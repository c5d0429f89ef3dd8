"""The one append-only log of what happened: filings accepted, finished, lines recorded. Readers follow it by `seq`."""

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from ledger_api.store.metadata import metadata

events: Final = Table(
    "events",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("type", Text, nullable=False),  # filing.accepted, filing.final, entry.anchored …
    Column("subject", Text, nullable=False, index=True),  # public id
    Column("at_ms", BigInteger, nullable=False),  # machine time of the row
    Column("block", BigInteger),  # the block that made it true, where one did
    Column("payload", Text, nullable=False),  # JSON object
)
