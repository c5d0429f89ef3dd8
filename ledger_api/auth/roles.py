"""What an API key may do: a role says who its bearer is, scopes what this very key is good for.

The register itself never asks for a role of this table: who may act is proven by officers' signatures on chain. Roles
decide who may use the interface, and who reads what is not public.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Scope(StrEnum):
    """One thing a key may be good for."""

    READ = "read"
    """Read what concerns the key's party: filings and openings. Public facts need no key."""
    DRAFT = "draft"
    """Compose filings, and drop one's own drafts."""
    SIGN = "sign"
    """Hand in officers' signatures."""
    SUBMIT = "submit"
    """Have a signed filing carried to the ledger."""
    WATCH = "watch"
    """Read the facade's metrics."""


class AccessRole(StrEnum):
    """Who bears a key."""

    OPERATOR = "operator"
    REGISTRAR = "registrar"
    EXCHANGE = "exchange"
    MERCHANT = "merchant"
    BANK = "bank"
    REGULATOR = "regulator"
    MONITOR = "monitor"


_ACTING: Final = frozenset({Scope.READ, Scope.DRAFT, Scope.SIGN, Scope.SUBMIT})

SCOPES: Final[Mapping[AccessRole, frozenset[Scope]]] = MappingProxyType(
    {
        AccessRole.OPERATOR: _ACTING | {Scope.WATCH},
        AccessRole.REGISTRAR: _ACTING,
        AccessRole.EXCHANGE: _ACTING,
        AccessRole.MERCHANT: _ACTING,
        AccessRole.BANK: _ACTING,
        AccessRole.REGULATOR: frozenset({Scope.READ}),
        AccessRole.MONITOR: frozenset({Scope.WATCH}),
    }
)
"""The most a key of each role can be good for."""

PARTYLESS: Final = frozenset({AccessRole.MONITOR})
"""Roles that act for no party."""
