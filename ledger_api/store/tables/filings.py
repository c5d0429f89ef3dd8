"""Filings and what belongs to them: seals, reserved numbers, answers already given, openings, public texts.

This is the store of promises: what stands here as accepted reaches the chain exactly once or is reported failed.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, SmallInteger, Table, Text

from ledger_api.store.metadata import metadata

filings: Final = Table(
    "filings",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", LargeBinary(32), nullable=False, index=True),  # EIP-712: its name on chain
    Column("state", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),  # who composed it: the caller's tenant
    Column("signatories", LargeBinary(32), nullable=False),  # officers, packed
    Column("officer", Integer, nullable=False),  # the first of them, whose number `nonce` is
    Column("nonce", BigInteger, nullable=False),
    Column("deadline", BigInteger, nullable=False),  # unix seconds, block time
    Column("acts", Text, nullable=False),  # JSON: name, calldata, as given, sentences
    Column("was_ready", SmallInteger, nullable=False, default=0),  # 1 once all seals were there: anybody may carry it
    Column("tries", SmallInteger, nullable=False, default=0),  # transactions that did not include it
    Column("created_ms", BigInteger, nullable=False),
    Column("changed_ms", BigInteger, nullable=False),
    Column("accepted_ms", BigInteger),
    Column("transaction", LargeBinary(32)),  # the transaction that carries or carried it
    Column("block", BigInteger),
    Column("block_hash", LargeBinary(32)),
    Column("block_time", BigInteger),
    Column("error", Text),  # JSON: code, blocking, details of why it is refused or over
    Index("ix_filings_state_seq", "state", "seq"),
    Index("ix_filings_state_deadline", "state", "deadline"),
)

concerned: Final = Table(
    "concerned",
    metadata,
    Column("filing", Text, ForeignKey("filings.id", ondelete="CASCADE"), primary_key=True),
    Column("party", Integer, primary_key=True, index=True),  # one of its signatories' parties, or named in it
)

seals: Final = Table(
    "seals",
    metadata,
    Column("filing", Text, ForeignKey("filings.id", ondelete="CASCADE"), primary_key=True),
    Column("officer", Integer, primary_key=True),
    Column("seal", LargeBinary, nullable=False),
    Column("received_ms", BigInteger, nullable=False),
)

nonces: Final = Table(
    "nonces",
    metadata,
    Column("officer", Integer, primary_key=True),
    Column("nonce", BigInteger, primary_key=True),
    Column("filing", Text, nullable=False),
)
"""Numbers reserved or spent. A row disappears only when the number is free again."""

answers: Final = Table(
    "answers",
    metadata,
    Column("tenant", Text, primary_key=True),
    Column("route", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", LargeBinary(32), nullable=False),  # SHA-256 of the canonical request
    Column("status", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Column("filing", Text),
    Column("created_ms", BigInteger, nullable=False),
)
"""What was answered to each Idempotency-Key; kept as long as the filing."""

openings: Final = Table(
    "openings",
    metadata,
    Column("filing", Text, ForeignKey("filings.id", ondelete="CASCADE"), primary_key=True),
    Column("act", SmallInteger, primary_key=True),  # position in the filing, from 1
    Column("party", Integer, primary_key=True),
    Column("root", LargeBinary(32), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),  # the record with its salt, under the party's key
)

party_keys: Final = Table(
    "party_keys",
    metadata,
    Column("party", Integer, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)
"""Each party's key, wrapped by the store's own. Deleting a row erases all that is sealed for the party (rule 121)."""

texts: Final = Table(
    "texts",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("alg", SmallInteger, primary_key=True),
    Column("text", Text, nullable=False),
)
"""Public texts whose digest stands on chain: names of parties, of data."""
