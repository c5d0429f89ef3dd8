"""The API keys that were given out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.access import api_keys

_ONE: Final = Prepared(select(api_keys).where(api_keys.c.id == bindparam("key")))


@dataclass(frozen=True, slots=True)
class StoredKey:
    """What is kept of an API key; times are machine milliseconds."""

    id: str
    digest: bytes
    label: str
    party: int | None
    role: str
    scopes: frozenset[str]
    created_ms: int
    expires_ms: int | None = None
    revoked_ms: int | None = None

    def is_good(self, now_ms: int) -> bool:
        """Neither revoked nor expired."""
        return self.revoked_ms is None and (self.expires_ms is None or now_ms < self.expires_ms)


def add(connection: Connection, key: StoredKey) -> None:
    """Keep a new key; IntegrityError if its id is taken."""
    connection.execute(
        insert(api_keys).values(
            id=key.id,
            digest=key.digest,
            label=key.label,
            party=key.party,
            role=key.role,
            scopes=_joined(key.scopes),
            created_ms=key.created_ms,
            expires_ms=key.expires_ms,
            revoked_ms=key.revoked_ms,
        )
    )


def find(connection: Connection, key_id: str) -> StoredKey | None:
    """The key with this id, good or not."""
    row = _ONE.first(connection, {"key": key_id})
    return _key(row) if row else None


def everyone(connection: Connection) -> Iterator[StoredKey]:
    """All keys, oldest first."""
    for row in connection.execute(select(api_keys).order_by(api_keys.c.created_ms, api_keys.c.id)):
        yield _key(row)


def revoke(connection: Connection, key_id: str, now_ms: int) -> bool:
    """Make a key worthless from now on; False if there is none such, or it is revoked already."""
    change = update(api_keys).where(api_keys.c.id == key_id, api_keys.c.revoked_ms.is_(None)).values(revoked_ms=now_ms)
    return connection.execute(change).rowcount == 1


def _joined(scopes: Iterable[str]) -> str:
    return " ".join(sorted(scopes))


def _key(row: Row[tuple[object, ...]]) -> StoredKey:
    return StoredKey(
        row.id,
        row.digest,
        row.label,
        row.party,
        row.role,
        frozenset(row.scopes.split()),
        row.created_ms,
        row.expires_ms,
        row.revoked_ms,
    )
