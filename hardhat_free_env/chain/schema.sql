-- The chain in one SQLite file. One transaction a block writes all of these; nothing is ever changed afterwards (only `prune` deletes nodes).

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,   -- 'genesis': the document; 'kept': first block whose state is kept
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE node (           -- trie nodes of all states
    digest BLOB PRIMARY KEY,
    body   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE code (
    digest BLOB PRIMARY KEY,
    body   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE block (
    number INTEGER PRIMARY KEY,
    hash   BLOB NOT NULL UNIQUE,
    header BLOB NOT NULL,     -- RLP
    signer BLOB NOT NULL,
    seal   BLOB NOT NULL      -- 65 bytes, see seals.py
);

CREATE TABLE rotation (
    start     INTEGER PRIMARY KEY,
    next      BLOB NOT NULL,
    signature BLOB NOT NULL
);

CREATE TABLE tx (
    number         INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    hash           BLOB NOT NULL UNIQUE,
    raw            BLOB NOT NULL,
    sender         BLOB NOT NULL,
    created        BLOB,
    kind           INTEGER NOT NULL,
    status         INTEGER NOT NULL,
    cumulative_gas INTEGER NOT NULL,
    first_log      INTEGER NOT NULL,
    PRIMARY KEY (number, position)
) WITHOUT ROWID;

-- Receipts are put together from tx and log: an event is stored once.
CREATE TABLE log (
    number   INTEGER NOT NULL,
    position INTEGER NOT NULL, -- in the block
    tx       INTEGER NOT NULL, -- position of its transaction
    address  BLOB NOT NULL,
    topic0   BLOB,
    topic1   BLOB,
    topic2   BLOB,
    topic3   BLOB,
    body     BLOB NOT NULL,
    PRIMARY KEY (number, position)
) WITHOUT ROWID;

CREATE INDEX log_address ON log (address, number);
CREATE INDEX log_topic0 ON log (topic0, number) WHERE topic0 IS NOT NULL;
CREATE INDEX log_topic1 ON log (topic1, number) WHERE topic1 IS NOT NULL;
CREATE INDEX log_topic2 ON log (topic2, number) WHERE topic2 IS NOT NULL;
CREATE INDEX log_topic3 ON log (topic3, number) WHERE topic3 IS NOT NULL;
