"""Who may use the interface, and what was done through it.

An API key is kept as a digest only; the audit log is append-only and chained (rule 122).
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from ledger_api.store.metadata import metadata

api_keys: Final = Table(
    "api_keys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", LargeBinary(32), nullable=False),  # SHA-256 of the whole key
    Column("label", Text, nullable=False),
    Column("party", Integer),  # whom the key acts for; none: it may only watch
    Column("role", Text, nullable=False),
    Column("scopes", Text, nullable=False),  # codes, separated by spaces
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger),
    Column("revoked_ms", BigInteger),
)

audit: Final = Table(
    "audit",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("key", Text),
    Column("party", Integer),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("details", Text, nullable=False),  # JSON object
    Column("link", LargeBinary(32), nullable=False),
)
