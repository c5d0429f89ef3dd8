"""The copy of the chain: raw rows as the ledger logged them, and the views projected from them, which can be dropped and rebuilt.

Rows of a view carry its number; `index_state.view` points at the one that is read. A version of a word holds from its first block up
to, but not with, `valid_to`; the one that holds now ends at OPEN.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, SmallInteger, Table, Text

from ledger_api.store.metadata import metadata

OPEN: Final = (1 << 62) - 1
"""The end of a version that still holds: a number, so that every question is one range."""

index_state: Final = Table(
    "index_state",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),  # always 1
    Column("chain_id", BigInteger, nullable=False),
    Column("genesis_hash", LargeBinary(32), nullable=False),
    Column("ledger", LargeBinary(20), nullable=False),
    Column("signer", LargeBinary(20), nullable=False),  # who sealed the first block: trusted from then on
    Column("number", BigInteger, nullable=False),  # the cursor: the newest block indexed
    Column("hash", LargeBinary(32), nullable=False),
    Column("time", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),  # chain over what every block projected to
    Column("view", Integer, nullable=False),
    Column("alarm", Text),  # why somebody must look: an old backup was restored, views differ from the chain
    Column("divergent", Integer, nullable=False),  # entries the last audit found to differ
)

blocks: Final = Table(
    "blocks",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(32), nullable=False, unique=True),
    Column("time", BigInteger, nullable=False, index=True),
    Column("header", LargeBinary, nullable=False),  # RLP; its keccak256 is the hash
    Column("finality", Text),  # JSON, as the node answered
    Column("digest", LargeBinary(32), nullable=False),
)

replaced_blocks: Final = Table(
    "replaced_blocks",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("finality", Text),
    Column("seen_ms", BigInteger, nullable=False),
)
"""Blocks that were final and are gone: with their seals they prove what happened."""

lines: Final = Table(
    "lines",
    metadata,
    Column("subject", LargeBinary(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("block", BigInteger, nullable=False),
    Column("position", Integer, nullable=False),  # among the logs of the block
    Column("receipt", Integer, nullable=False),  # which receipt of the block
    Column("place", Integer, nullable=False),  # among the logs of that receipt
    Column("transaction", LargeBinary(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("ref", Integer, nullable=False),
    Column("topics", LargeBinary(128), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("ix_lines_block_position", "block", "position"),
    sqlite_with_rowid=False,
)

marks: Final = Table(
    "marks",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # filed, refused, withdrawn
    Column("digest", LargeBinary(32), nullable=False, index=True),
    Column("by", LargeBinary(32), nullable=False),  # signatories, packed; nobody for refused
    Column("error", LargeBinary(4)),
    Column("transaction", LargeBinary(32), nullable=False),
)
"""What the chain says of filings."""

words: Final = Table(
    "words",
    metadata,
    Column("view", Integer, primary_key=True, autoincrement=False),
    Column("subject", LargeBinary(32), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("scope", LargeBinary(32), primary_key=True),
    Column("valid_from", BigInteger, primary_key=True, autoincrement=False),
    Column("valid_to", BigInteger, nullable=False),
    Column("value", LargeBinary(32), nullable=False),
    Index("ix_words_view_name_number", "view", "name", "number"),
    Index("ix_words_view_valid_from", "view", "valid_from"),
    Index("ix_words_view_valid_to", "view", "valid_to"),
    sqlite_with_rowid=False,
)

entries: Final = Table(
    "entries",
    metadata,
    Column("view", Integer, primary_key=True, autoincrement=False),
    Column("entry", LargeBinary(32), primary_key=True),
    Column("public_id", Text, nullable=False),
    Column("alg", SmallInteger, nullable=False),
    Column("root", LargeBinary(32), nullable=False),
    Column("applicant", Integer, nullable=False),
    Column("block", BigInteger, nullable=False),
    Index("ix_entries_view_public_id", "view", "public_id"),
    Index("ix_entries_view_root", "view", "root"),
    sqlite_with_rowid=False,
)

credentials: Final = Table(
    "credentials",
    metadata,
    Column("view", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, primary_key=True),
    Column("scheme", SmallInteger, primary_key=True, autoincrement=False),
    Column("entry", LargeBinary(32), nullable=False),
    Column("case", Integer, nullable=False),
    Column("block", BigInteger, nullable=False),
    Index("ix_credentials_view_entry", "view", "entry"),
    sqlite_with_rowid=False,
)

involvements: Final = Table(
    "involvements",
    metadata,
    Column("view", Integer, primary_key=True, autoincrement=False),
    Column("party", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("subject", LargeBinary(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("block", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Which words ever named a party, from which block on: a holder's entries, a licensee's licences, a registrar's cases."""

evidence: Final = Table(
    "evidence",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("account", Text, nullable=False),  # JSON: the account part of eth_getProof
    Column(
        "nodes", LargeBinary, nullable=False
    ),  # trie nodes of all words and receipts of the block, each once, compressed
)
"""Authoritative: some engines keep proofs for a few hundred blocks only."""
