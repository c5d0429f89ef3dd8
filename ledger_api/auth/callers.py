"""Who calls: the bearer of an API key, or anybody.

Whoever calls is not thereby who acts: an act is proven by officers' signatures, whoever hands them in.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from ledger_api.auth.keys import digest_of, id_of, is_key
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


KEPT_SECONDS: Final = 1.0
"""How long a caller is remembered: a key taken back is good for so long at most."""
MOST_KEPT: Final = 1024


@dataclass(slots=True)
class Callers:
    """Who called a moment ago, by the digest of what they showed: most requests need not look their key up."""

    clock: Callable[[], float] = time.monotonic
    _kept: dict[bytes, tuple[float, Caller]] = field(default_factory=dict)

    def recent(self, authorization: str) -> Caller | None:
        """Whoever showed this within the last second; None when it must be looked up."""
        until, caller = self._kept.get(digest_of(authorization), (0.0, None))
        return caller if self.clock() < until else None

    def keep(self, authorization: str, caller: Caller) -> Caller:
        """Remember who showed it."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[digest_of(authorization)] = (self.clock() + KEPT_SECONDS, caller)
        return caller
