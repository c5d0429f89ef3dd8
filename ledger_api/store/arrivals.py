"""Which filings are over: the one question that everybody who waits for one asks together."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from ledger_api.domain.progress import OVER
from ledger_api.store.tables.filings import filings


def over(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """Those of `ids` of which nothing will change any more."""
    query = select(filings.c.id).where(filings.c.id.in_(ids), filings.c.state.in_(list(OVER)))
    return tuple(connection.scalars(query))
