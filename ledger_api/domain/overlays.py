"""The flags over a right: what an extract shows at a glance (rule 37).

Computed from what is open on its day, never set by hand (E6, SM-2).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ledger_api.domain.packing import Mask
from ledger_api.domain.scope import is_over
from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Head, Licence, Right, SlotStatus


class Overlay(Mask):
    """A flag over a right."""

    FROZEN = 1
    """A court order runs; queued ones show only once promoted (rule 114)."""
    CONTROLLED = 2
    DISPUTED = 4
    PLEDGED = 8
    """A *perfected* security; one only recorded on the ledger gives no priority and no flag (rule 67)."""
    LEASED = 16
    EXCLUSIVELY_LICENSED = 32
    BASIS_LAPSED = 64
    """The right is past its last day, or a source it rests on is lost or has ended."""
    CONFLICT = 128
    """The national register says otherwise (rule 29)."""
    BANKRUPT = 256
    """Its holder's bankruptcy stays enforcement (rule 99)."""

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return ("查封", "管控", "争议", "质押", "租赁", "独占许可", "权利基础失效", "与国家登记不一致", "破产")


NOTHING: Final = Overlay(0)
NO_RIGHT: Final = Right(0)

_FLAGS: Final[Mapping[BurdenKind, Overlay]] = {
    BurdenKind.SECURITY: Overlay.PLEDGED,
    BurdenKind.LEASE: Overlay.LEASED,
    BurdenKind.COURT_ORDER: Overlay.FROZEN,
    BurdenKind.CONTROL: Overlay.CONTROLLED,
    BurdenKind.DISPUTE: Overlay.DISPUTED,
    BurdenKind.BANKRUPTCY: Overlay.BANKRUPT,
    BurdenKind.SOURCE_LOSS: Overlay.BASIS_LAPSED,
    BurdenKind.SYNC_CONFLICT: Overlay.CONFLICT,
    BurdenKind.EXCLUSIVE_LICENCE: Overlay.EXCLUSIVELY_LICENSED,
    BurdenKind.CLAUSE: NOTHING,  # it stands among the remarks (rule 37)
    BurdenKind.PRIORITY_NOTICE: NOTHING,  # it holds a place and burdens nothing yet
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the register says of an entry at one block, effective on the day that is asked about."""

    head: Head
    burdens: Mapping[int, Burden] = field(default_factory=dict)
    """By number; those of licences and securities bear their numbers."""
    licences: Mapping[int, Licence] = field(default_factory=dict)
    perfected: frozenset[int] = frozenset()
    """Securities with publicity at the moment (`rank.Interest.perfected_since`)."""
    of_holders: Mapping[int, Iterable[Burden]] = field(default_factory=dict)
    """Burdens on all that a party holds, by party."""
    renewing: Right = NO_RIGHT
    """Rights past their last day that stay in force until a timely renewal is decided (rule 32)."""


def overlays(facts: Facts, right: Right, day: int) -> Overlay:
    """The flags over one right of an entry on legal day `day`."""
    place = list(Right).index(right)
    found = _basis(facts, place, day)
    for number, burden in facts.burdens.items():
        if burden.rights & right and bites(burden, day) and _shows(facts, number, burden, day):
            found |= _FLAGS[burden.kind]
    for burden in facts.of_holders.get(facts.head.holder[place], ()):
        if burden.rights & right and bites(burden, day):
            found |= _FLAGS[burden.kind]
    return found


def entry_overlays(facts: Facts, day: int) -> Overlay:
    """The flags over any of an entry's rights."""
    found = NOTHING
    for right in Right:
        found |= overlays(facts, right, day)
    return found


def bites(burden: Burden, day: int) -> bool:
    """Whether a burden is open and not past its last day; how long an exclusive licence bites, its licence tells."""
    return burden.state == BurdenState.OPEN and (burden.until == 0 or day <= burden.until)


def _shows(facts: Facts, number: int, burden: Burden, day: int) -> bool:
    if burden.kind == BurdenKind.SECURITY:
        return number in facts.perfected  # rule 67
    if burden.kind == BurdenKind.EXCLUSIVE_LICENCE:
        licence = facts.licences.get(number)
        return licence is not None and not is_over(licence, day, facts.licences)  # rules 46, 54
    return True


def _basis(facts: Facts, place: int, day: int) -> Overlay:
    """A right never registered has no basis to lose, a cancelled one is gone."""
    head = facts.head
    if head.status[place] != SlotStatus.ACTIVE:
        return NOTHING
    past = day > head.until[place] and not facts.renewing >> place & 1
    return Overlay.BASIS_LAPSED if past or 0 < head.source_until < day else NOTHING
