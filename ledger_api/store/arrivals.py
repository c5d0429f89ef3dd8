"""How filings stand as a whole: which are over, the one question that everybody who waits asks together; how many wait."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from ledger_api.domain.progress import OVER
from ledger_api.store.tables.filings import filings


def over(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """Those of `ids` of which nothing will change any more."""
    query = select(filings.c.id).where(filings.c.id.in_(ids), filings.c.state.in_(list(OVER)))
    return tuple(connection.scalars(query))


def counts(connection: Connection) -> dict[str, int]:
    """How many filings are in each state."""
    rows = connection.execute(select(filings.c.state, func.count()).group_by(filings.c.state))
    return {row[0]: row[1] for row in rows}
