"""Every table of the store, one module a subject. Importing this package fills `metadata`.

Columns hold what both SQLite and PostgreSQL hold alike: integers of 64 bits, texts, bytes; a 256-bit number is 32 bytes
big-endian, a moment is Unix seconds (chain time) or milliseconds (machine time, `…_ms`).
"""

from ledger_api.store.metadata import metadata
from ledger_api.store.tables import access, events, filings, index, lanes

__all__ = ["access", "events", "filings", "index", "lanes", "metadata"]
