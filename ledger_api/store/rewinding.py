"""What becomes of filings when blocks they were final in are gone: they are promises again, and the same bytes are sent again.

Called by the indexer in the transaction that takes the blocks back.
"""

from typing import Final

from sqlalchemy import Connection, select, update

from ledger_api.domain.progress import Progress
from ledger_api.store import events
from ledger_api.store.events import Happening
from ledger_api.store.tables.filings import filings
from ledger_api.store.tables.lanes import rides, transactions

_NOWHERE: Final = {"transaction": None, "block": None, "block_hash": None, "block_time": None}


def take_back(connection: Connection, above: int, at_ms: int) -> int:
    """Undo what blocks above `above` decided for good; how many filings are open again."""
    gone = transactions.c.block > above
    connection.execute(
        update(transactions).where(gone).values(state="signed", block=None, succeeded=None, sent_ms=None)
    )
    query = select(filings.c.id, filings.c.accepted_ms).where(
        filings.c.state == Progress.FINAL, filings.c.block > above
    )
    rows = connection.execute(query).all()
    riding = set(connection.scalars(select(rides.c.filing).where(rides.c.filing.in_([row.id for row in rows]))))
    happened = []
    for row in rows:
        state = (
            Progress.SIGNED if row.id in riding else Progress.READY if row.accepted_ms is None else Progress.ACCEPTED
        )
        values = {"state": state, "changed_ms": at_ms, **_NOWHERE}
        connection.execute(update(filings).where(filings.c.id == row.id).values(**values))
        happened.append(Happening("filing.reopened", row.id, {"code": "restored-backup"}, above))
    events.append(connection, happened, at_ms)
    return len(rows)
