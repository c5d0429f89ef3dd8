"""What a report on a security says beside its facts, so that nobody takes from them more than they hold. Never a guard.

Computed from what is recorded on the day asked about (rules 83–86, 91).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger_api.domain.packing import Mask
from ledger_api.domain.words import BurdenKind, Security, SecurityFlag, SecurityState

REFRESH_DAYS: Final = 90
"""How old proof of an escrowed copy may be where the parties did not agree on another number (rule 84; [INF])."""


class Disclosure(Mask):
    """One thing a report says."""

    NOT_EXHAUSTIVE = 1
    """The licences on record need not be all there are (rule 83)."""
    CONTROL_WEAK = 2
    """No copy is in escrow, or the proof of it is old: the creditor may hold a right without the data (rule 84)."""
    VALUE_AT_RISK = 4
    """Something happened that may lessen the value: security may be demanded, added or restored (rule 84; Civil Code 408, 433)."""
    SURROGATES = 8
    """The security goes on in insurance money, compensation and price (rule 85; Civil Code 390)."""
    DERIVED_NOT_COVERED = 16
    """Data were derived from this object, and the security was not agreed to cover them (rule 86; guarantee interpretation 41)."""
    RELEASE_ENDS_RANK = 32
    """New credit repays the old: released before the new contract, its rank is lost (rule 91; guarantee interpretation 16)."""

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "已记录的许可未必穷尽",
            "控制薄弱",
            "价值可能减损",
            "及于代位物",
            "衍生数据不在担保范围",
            "先解除则失顺位",
        )


LESSENING: Final = frozenset({BurdenKind.SOURCE_LOSS, BurdenKind.DISPUTE, BurdenKind.COURT_ORDER, BurdenKind.CONTROL})
"""Burdens whose coming may lessen the value (rule 84)."""
STANDING: Final = frozenset(
    {SecurityState.RECORDED, SecurityState.PERFECTED, SecurityState.LAPSED, SecurityState.ENFORCING}
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around a security on the day a report is made."""

    day: int
    """Legal day of the report."""
    recorded: int
    """Legal day the security was recorded."""
    escrow_proven: int | None = None
    """Legal day of the latest proof that a copy is in escrow; None: there never was one."""
    refresh_days: int = REFRESH_DAYS
    burdens: Sequence[tuple[BurdenKind, int]] = ()
    """Every other burden on the same rights that is not closed: its kind, and the legal day it was recorded."""
    parallel: Sequence[int] = ()
    """Legal days on which others registered the same right over the same data."""
    derived: int = 0
    """Objects on record as derived from this one."""
    refinanced: bool = False
    """Credit agreed, or asked for, to repay what it secures."""


def disclosures(security: Security, around: Circumstances) -> Disclosure:
    """What a report says of a security; nothing of one that has ended."""
    if security.state not in STANDING:
        return Disclosure(0)
    found = Disclosure.NOT_EXHAUSTIVE | Disclosure.SURROGATES
    proven = around.escrow_proven
    if proven is None or around.day - proven > around.refresh_days:
        found |= Disclosure.CONTROL_WEAK
    came = [day for kind, day in around.burdens if kind in LESSENING]
    if any(around.recorded <= day <= around.day for day in (*came, *around.parallel)):
        found |= Disclosure.VALUE_AT_RISK
    if around.derived and SecurityFlag.INCLUDES_DERIVED not in security.flags:
        found |= Disclosure.DERIVED_NOT_COVERED
    if around.refinanced:
        found |= Disclosure.RELEASE_ENDS_RANK
    return found
