"""How filings stand as a whole: which are over, the one question that everybody who waits asks together; how many wait."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from ledger_api.domain.progress import OVER
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import filings

_OVER: Final = Prepared(
    select(filings.c.id).where(filings.c.id.in_(bindparam("of", expanding=True)), filings.c.state.in_(list(OVER)))
)


def over(connection: Connection, ids: Collection[str]) -> tuple[str, ...]:
    """Those of `ids` of which nothing will change any more."""
    return tuple(row.id for row in _OVER.all(connection, {"of": list(ids)}))


def counts(connection: Connection) -> dict[str, int]:
    """How many filings are in each state."""
    rows = connection.execute(select(filings.c.state, func.count()).group_by(filings.c.state))
    return {row[0]: row[1] for row in rows}
