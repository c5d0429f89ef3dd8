"""Who calls: the bearer of an API key, or anybody.

Whoever calls is not thereby who acts: an act is proven by officers' signatures, whoever hands them in.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from ledger_api.auth.keys import id_of, is_key
from ledger_api.auth.roles import AccessRole, Scope
from ledger_api.domain.errors import NotAllowed, NotSignedIn
from ledger_api.store import keys


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls. Without a `key` it is anybody, who may read what is public."""

    key: str | None = None
    party: int | None = None
    role: AccessRole | None = None
    scopes: frozenset[Scope] = frozenset()

    def needs(self, scope: Scope) -> None:
        """Raise NotSignedIn (`key-missing`) or NotAllowed (`not-allowed`) unless the caller's key is good for it."""
        if self.key is None:
            raise NotSignedIn("key-missing")
        if scope not in self.scopes:
            raise NotAllowed("not-allowed", scope=scope.value)

    def acts_for(self, scope: Scope) -> int:
        """The party the caller acts for, by a key good for `scope`; raises as `needs`."""
        self.needs(scope)
        if self.party is None:
            raise NotAllowed("not-allowed", scope="a party")
        return self.party


ANYBODY: Final = Caller()
"""A caller without a key."""


def authenticate(connection: Connection, authorization: str | None, now_ms: int) -> Caller:
    """Whose key the `Authorization` header carries. Raises NotSignedIn (`key-not-valid`), never saying why."""
    if authorization is None:
        return ANYBODY
    kind, _, text = authorization.partition(" ")
    key_id = id_of(text.strip())
    stored = keys.find(connection, key_id) if key_id and kind.lower() == "bearer" else None
    if stored is None or not is_key(text.strip(), stored.digest) or not stored.is_good(now_ms):
        raise NotSignedIn("key-not-valid")
    scopes = frozenset(map(Scope, stored.scopes))
    return Caller(stored.id, stored.party, AccessRole(stored.role), scopes)
