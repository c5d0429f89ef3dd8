"""When the chain is not the one that was indexed: somebody restored an old backup of it. Back to where both agree, and an alarm.

The blocks that are gone are kept aside with their seals. The alarm stays until an operator clears it: no certificate is issued meanwhile.
"""

from sqlalchemy import Connection

from ledger_api.index.errors import ChainRewound
from ledger_api.ports.chain import Chain
from ledger_api.store import Store, chain_reads, chain_rows, events, rewinding
from ledger_api.store.events import Happening


def rewind(store: Store, chain: Chain, now_ms: int) -> int:
    """Undo all blocks the chain no longer has; answers the number of the newest that both have.

    Raises ChainRewound when there is none: that is another chain.
    """
    with store.begin() as unit:
        before = chain_rows.state(unit.connection)
        if before is None:
            raise ChainRewound("nothing was indexed yet")
        ancestor = before.number
        while not _agrees(unit.connection, chain, ancestor):
            ancestor -= 1
        reason = f"an old backup of the chain was restored: blocks {ancestor + 1} to {before.number} are gone"
        chain_rows.take_back(unit.connection, ancestor, now_ms)
        rewinding.take_back(unit.connection, ancestor, now_ms)
        chain_rows.raise_alarm(unit.connection, reason)
        payload = {"from": ancestor + 1, "to": before.number}
        events.append(unit.connection, [Happening("chain.rewound", "chain", payload, ancestor)], now_ms)
    return ancestor


def _agrees(connection: Connection, chain: Chain, number: int) -> bool:
    row = chain_reads.block(connection, number)
    if row is None:
        raise ChainRewound("the chain has no block in common with what was indexed: it is another chain")
    header = chain.header(number)
    return header is not None and header.hash == row["hash"]
