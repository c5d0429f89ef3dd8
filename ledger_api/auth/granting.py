"""Giving out API keys, and taking them back; both are in the audit log."""

from collections.abc import Iterable

from ledger_api.auth.keys import DrawnKey, digest_of, draw
from ledger_api.auth.roles import PARTYLESS, SCOPES, AccessRole, Scope
from ledger_api.store import UnitOfWork, audit, keys
from ledger_api.store.keys import StoredKey


def grant(
    unit: UnitOfWork,
    *,
    label: str,
    role: AccessRole,
    party: int | None,
    now_ms: int,
    scopes: Iterable[Scope] | None = None,
    expires_ms: int | None = None,
) -> DrawnKey:
    """Give out a key; without `scopes` it is good for all its role may.

    Raises ValueError when the role may not have such a scope, or acts for a party and none is named, or the reverse.
    """
    wanted = SCOPES[role] if scopes is None else frozenset(scopes)
    if not wanted or wanted - SCOPES[role]:
        raise ValueError(f"a key of a {role} is good for {', '.join(sorted(SCOPES[role]))}, not {sorted(wanted)}")
    if (party is None) != (role in PARTYLESS):
        raise ValueError(f"a key of a {role} acts for {'no party' if role in PARTYLESS else 'a party: name it'}")
    key = draw()
    stored = StoredKey(key.id, digest_of(key.text), label, party, role.value, frozenset(wanted), now_ms, expires_ms)
    keys.add(unit.connection, stored)
    audit.append(
        unit.connection,
        at_ms=now_ms,
        key=None,
        party=party,
        action="key.granted",
        subject=key.id,
        details={"role": role.value, "scopes": " ".join(sorted(wanted))},
    )
    return key


def withdraw(unit: UnitOfWork, key_id: str, now_ms: int) -> bool:
    """Make a key worthless from now on; False if there is none such, or it is revoked already."""
    done = keys.revoke(unit.connection, key_id, now_ms)
    if done:
        audit.append(unit.connection, at_ms=now_ms, key=None, party=None, action="key.withdrawn", subject=key_id)
    return done
