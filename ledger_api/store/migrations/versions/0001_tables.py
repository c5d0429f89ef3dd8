"""The tables the register began with."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table
    """Take the step."""
    op.create_table(
        "answers",
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("filing", sa.Text(), nullable=True),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "route", "key", name=op.f("pk_answers")),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("party", sa.Integer(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=True),
        sa.Column("revoked_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("party", sa.Integer(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("link", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_subject"), ["subject"], unique=False)

    op.create_table(
        "blocks",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("time", sa.BigInteger(), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("finality", sa.Text(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_blocks")),
        sa.UniqueConstraint("hash", name=op.f("uq_blocks_hash")),
    )
    with op.batch_alter_table("blocks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_blocks_time"), ["time"], unique=False)

    op.create_table(
        "credentials",
        sa.Column("view", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("scheme", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("view", "text", "scheme", name=op.f("pk_credentials")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.create_index("ix_credentials_view_entry", ["view", "entry"], unique=False)

    op.create_table(
        "entries",
        sa.Column("view", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.LargeBinary(length=32), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("alg", sa.SmallInteger(), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("applicant", sa.Integer(), nullable=False),
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("view", "entry", name=op.f("pk_entries")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.create_index("ix_entries_view_public_id", ["view", "public_id"], unique=False)
        batch_op.create_index("ix_entries_view_root", ["view", "root"], unique=False)

    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("block", sa.BigInteger(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_subject"), ["subject"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("nodes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_evidence")),
    )
    op.create_table(
        "filings",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("signatories", sa.LargeBinary(length=32), nullable=False),
        sa.Column("officer", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("acts", sa.Text(), nullable=False),
        sa.Column("was_ready", sa.SmallInteger(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("changed_ms", sa.BigInteger(), nullable=False),
        sa.Column("accepted_ms", sa.BigInteger(), nullable=True),
        sa.Column("transaction", sa.LargeBinary(length=32), nullable=True),
        sa.Column("block", sa.BigInteger(), nullable=True),
        sa.Column("block_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("block_time", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_filings")),
        sa.UniqueConstraint("id", name=op.f("uq_filings_id")),
    )
    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_filings_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_filings_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_filings_state_deadline", ["state", "deadline"], unique=False)
        batch_op.create_index("ix_filings_state_seq", ["state", "seq"], unique=False)

    op.create_table(
        "index_state",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("chain_id", sa.BigInteger(), nullable=False),
        sa.Column("genesis_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("ledger", sa.LargeBinary(length=20), nullable=False),
        sa.Column("signer", sa.LargeBinary(length=20), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("time", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("view", sa.Integer(), nullable=False),
        sa.Column("alarm", sa.Text(), nullable=True),
        sa.Column("divergent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_state")),
    )
    op.create_table(
        "involvements",
        sa.Column("view", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("view", "party", "name", "subject", "number", name=op.f("pk_involvements")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lanes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("next_nonce", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("lease_until_ms", sa.BigInteger(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lanes")),
    )
    op.create_table(
        "lines",
        sa.Column("subject", sa.LargeBinary(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("block", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("transaction", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ref", sa.Integer(), nullable=False),
        sa.Column("topics", sa.LargeBinary(length=128), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "number", name=op.f("pk_lines")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.create_index("ix_lines_block_position", ["block", "position"], unique=False)

    op.create_table(
        "marks",
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("by", sa.LargeBinary(length=32), nullable=False),
        sa.Column("error", sa.LargeBinary(length=4), nullable=True),
        sa.Column("transaction", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("block", "position", name=op.f("pk_marks")),
    )
    with op.batch_alter_table("marks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_marks_digest"), ["digest"], unique=False)

    op.create_table(
        "nonces",
        sa.Column("officer", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.BigInteger(), nullable=False),
        sa.Column("filing", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("officer", "nonce", name=op.f("pk_nonces")),
    )
    op.create_table(
        "party_keys",
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("party", name=op.f("pk_party_keys")),
    )
    op.create_table(
        "replaced_blocks",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("finality", sa.Text(), nullable=True),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_replaced_blocks")),
    )
    op.create_table(
        "texts",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("alg", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "alg", name=op.f("pk_texts")),
    )
    op.create_table(
        "words",
        sa.Column("view", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("subject", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.LargeBinary(length=32), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("view", "subject", "name", "number", "scope", "valid_from", name=op.f("pk_words")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("words", schema=None) as batch_op:
        batch_op.create_index("ix_words_view_name_number", ["view", "name", "number"], unique=False)
        batch_op.create_index("ix_words_view_valid_from", ["view", "valid_from"], unique=False)
        batch_op.create_index("ix_words_view_valid_to", ["view", "valid_to"], unique=False)

    op.create_table(
        "concerned",
        sa.Column("filing", sa.Text(), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing"], ["filings.id"], name=op.f("fk_concerned_filing_filings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("filing", "party", name=op.f("pk_concerned")),
    )
    with op.batch_alter_table("concerned", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concerned_party"), ["party"], unique=False)

    op.create_table(
        "openings",
        sa.Column("filing", sa.Text(), nullable=False),
        sa.Column("act", sa.SmallInteger(), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing"], ["filings.id"], name=op.f("fk_openings_filing_filings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("filing", "act", "party", name=op.f("pk_openings")),
    )
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_openings_root"), ["root"], unique=False)

    op.create_table(
        "seals",
        sa.Column("filing", sa.Text(), nullable=False),
        sa.Column("officer", sa.Integer(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["filing"], ["filings.id"], name=op.f("fk_seals_filing_filings"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("filing", "officer", name=op.f("pk_seals")),
    )
    op.create_table(
        "transactions",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("nonce", sa.BigInteger(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("signed_ms", sa.BigInteger(), nullable=False),
        sa.Column("sent_ms", sa.BigInteger(), nullable=True),
        sa.Column("block", sa.BigInteger(), nullable=True),
        sa.Column("succeeded", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["lane"], ["lanes.id"], name=op.f("fk_transactions_lane_lanes")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_transactions")),
        sa.UniqueConstraint("lane", "nonce", name=op.f("uq_transactions_lane_nonce")),
    )
    with op.batch_alter_table("transactions", schema=None) as batch_op:
        batch_op.create_index("ix_transactions_state_nonce", ["state", "nonce"], unique=False)

    op.create_table(
        "rides",
        sa.Column("transaction", sa.LargeBinary(length=32), nullable=False),
        sa.Column("filing", sa.Text(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["filing"], ["filings.id"], name=op.f("fk_rides_filing_filings")),
        sa.ForeignKeyConstraint(["transaction"], ["transactions.hash"], name=op.f("fk_rides_transaction_transactions")),
        sa.PrimaryKeyConstraint("transaction", "filing", name=op.f("pk_rides")),
    )


def downgrade() -> None:  # noqa: PLR0915 - likewise
    """Undo it; what was written since may be lost."""
    op.drop_table("rides")
    with op.batch_alter_table("transactions", schema=None) as batch_op:
        batch_op.drop_index("ix_transactions_state_nonce")

    op.drop_table("transactions")
    op.drop_table("seals")
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_openings_root"))

    op.drop_table("openings")
    with op.batch_alter_table("concerned", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concerned_party"))

    op.drop_table("concerned")
    with op.batch_alter_table("words", schema=None) as batch_op:
        batch_op.drop_index("ix_words_view_valid_to")
        batch_op.drop_index("ix_words_view_valid_from")
        batch_op.drop_index("ix_words_view_name_number")

    op.drop_table("words")
    op.drop_table("texts")
    op.drop_table("replaced_blocks")
    op.drop_table("party_keys")
    op.drop_table("nonces")
    with op.batch_alter_table("marks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_marks_digest"))

    op.drop_table("marks")
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.drop_index("ix_lines_block_position")

    op.drop_table("lines")
    op.drop_table("lanes")
    op.drop_table("involvements")
    op.drop_table("index_state")
    with op.batch_alter_table("filings", schema=None) as batch_op:
        batch_op.drop_index("ix_filings_state_seq")
        batch_op.drop_index("ix_filings_state_deadline")
        batch_op.drop_index(batch_op.f("ix_filings_owner"))
        batch_op.drop_index(batch_op.f("ix_filings_digest"))

    op.drop_table("filings")
    op.drop_table("evidence")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_subject"))

    op.drop_table("events")
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_index("ix_entries_view_root")
        batch_op.drop_index("ix_entries_view_public_id")

    op.drop_table("entries")
    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.drop_index("ix_credentials_view_entry")

    op.drop_table("credentials")
    with op.batch_alter_table("blocks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_blocks_time"))

    op.drop_table("blocks")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_subject"))

    op.drop_table("audit")
    op.drop_table("api_keys")
    op.drop_table("answers")
