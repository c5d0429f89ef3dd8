"""How filings travel: lanes (a relayer's key each), the transactions signed in them, and which filing rides in which.

The signed bytes stand here before they are sent; after a crash the same bytes are sent again.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from ledger_api.store.metadata import metadata

lanes: Final = Table(
    "lanes",
    metadata,
    Column("id", Text, primary_key=True),  # chain id : address
    Column("next_nonce", BigInteger, nullable=False),
    Column("holder", Text),  # the sender that may use it
    Column("lease_until_ms", BigInteger, nullable=False),
    Column("fence", Integer, nullable=False),  # grows with every new holder; writes of an old one match nothing
    Column("state", Text, nullable=False),  # open, stopped
    Column("reason", Text),
)

transactions: Final = Table(
    "transactions",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("lane", Text, ForeignKey("lanes.id"), nullable=False),
    Column("nonce", BigInteger, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),  # signed, broadcast, mined
    Column("signed_ms", BigInteger, nullable=False),
    Column("sent_ms", BigInteger),
    Column("block", BigInteger),
    Column("succeeded", SmallInteger),
    UniqueConstraint("lane", "nonce"),
    Index("ix_transactions_state_nonce", "state", "nonce"),
)

rides: Final = Table(
    "rides",
    metadata,
    Column("transaction", LargeBinary(32), ForeignKey("transactions.hash"), primary_key=True),
    Column("filing", Text, ForeignKey("filings.id"), primary_key=True),
    Column("position", SmallInteger, nullable=False),
)
