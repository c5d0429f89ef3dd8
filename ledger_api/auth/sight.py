"""Who is told what is not for everybody. Public facts need no key; this decides the rest of a thing's facts (rules 60, 78, 122)."""

from collections.abc import Callable, Collection

from ledger_api.auth.callers import Caller
from ledger_api.auth.roles import AccessRole, Scope


def sees(caller: Caller, concerned: Callable[[], Collection[int]]) -> bool:
    """Whether the caller is told what is only for the parties `concerned`: by a key good for reading, of one of them or a regulator."""
    if Scope.READ not in caller.scopes or caller.party is None:
        return False
    return caller.role is AccessRole.REGULATOR or caller.party in concerned()
