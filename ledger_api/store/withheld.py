"""Which filings hold withheld records that a party may open, by the root that stands on chain."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from ledger_api.store.tables.filings import openings


def filings_with(connection: Connection, party: int, roots: Collection[bytes]) -> tuple[str, ...]:
    """Filings with a record under one of these roots that was sealed for a party."""
    query = select(openings.c.filing).where(openings.c.party == party, openings.c.root.in_(roots)).distinct()
    return tuple(connection.scalars(query.order_by(openings.c.filing)))
