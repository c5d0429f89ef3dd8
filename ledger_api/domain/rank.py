"""Rank of security interests. Pure functions over recorded facts: whoever has the facts gets the same answer.

Legal order is the time of the *verified statutory filing*, never the order of blocks (rules 67–71, 77; Civil Code 414–416). The
interests are those that live over one right, all given by its present holder; what is released or extinguished is left out. No
freeze is among the facts: one does not end what was perfected before it (rule 117).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from ledger_api.domain.calendar import legal_day

PURCHASE_MONEY_DAYS: Final = 10
"""Days after delivery within which a purchase-money security must be filed (Civil Code 416)."""


@dataclass(frozen=True, slots=True)
class Publicity:
    """A statement of another register that publishes a security, or an increase of one."""

    filed_at: int
    """When it was filed there, unix seconds: the register's own time."""
    until: int
    """Last legal day of its term, with extensions that were filed in time (rule 71)."""
    sequence: int = 0
    """Its place among the filings of the same second, as that register counts them; 0 = it does not tell."""
    maximum: Decimal | None = None
    """Yuan it publishes; of an increase, what it adds. None: the amount is not known here."""
    is_verified: bool = True
    """Imported by two persons and found to describe this right: until then it counts for nothing (rule 67)."""

    def counts(self, at: int) -> bool:
        """Whether it publishes anything at `at`, unix seconds."""
        return self.is_verified and self.filed_at <= at and legal_day(at) <= self.until


@dataclass(frozen=True, slots=True)
class Interest:
    """A security interest over the right."""

    number: int
    """Act number of its recording on the entry; says nothing of rank (rule 67)."""
    filing: Publicity | None = None
    """What perfects it; None: only recorded on the ledger. One filed again after a lapse has its new time (rule 71)."""
    increases: tuple[Publicity, ...] = ()
    """Amendments to a higher amount, in the order they were recorded."""
    delivered: int | None = None
    """Of a purchase-money security: legal day the buyer got the right (rule 70)."""
    behind: int = 0
    """Interest it was split from and ranks right behind: a guarantor that paid in part (rule 104); 0 = none."""
    after: int = 0
    """Interest that its creditor let go ahead, by agreement with all others (rule 76); 0 = none."""

    def perfected_since(self, at: int) -> int | None:
        """When it got the publicity it has at `at`, unix seconds; None when it has none (rules 67, 71)."""
        return self.filing.filed_at if self.filing and self.filing.counts(at) else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """An interest, or an increase of one, in its place."""

    number: int
    tranche: int
    """0 for what was filed first, then its increases in their order."""
    place: int
    """From 1; equal places share in proportion (Civil Code 414)."""
    is_perfected: bool
    maximum: Decimal | None
    """Yuan it has this place for: what is *registered*, whatever the contract says (rule 69). None: not known, or unperfected."""
    behind: int = 0
    """Interest it was split from, with which it shares one registered amount; 0 = none."""


_Key = tuple[int, int, int, int]
"""Purchase money first, time, sequence, how far behind."""


@dataclass(frozen=True, slots=True)
class _Tranche:
    number: int
    index: int
    key: _Key | None
    """None: no publicity, so no rank."""
    maximum: Decimal | None


def effective_rank(interests: Sequence[Interest], at: int) -> tuple[Ranked, ...]:
    """Order live interests as a court would at `at`, unix seconds; unperfected ones share the last place (rule 68).

    An increase ranks by its own filing (rule 77). Filings of one second are ordered by sequence only when every one of them
    tells it; else they share a place. Who let another go ahead stands right behind it and what was split from it, as long as that
    one is perfected (rule 76). Ascending by place, then number and tranche. Raises ValueError when two interests have one number or
    stand behind each other in a circle.
    """
    numbered = {each.number: each for each in interests}
    if len(numbered) != len(interests):
        raise ValueError("two interests have one number")
    tranches = [tranche for each in interests for tranche in _tranches(each, _depth(each, numbered), at)]
    tranches = _ceded(_without_partial_sequences(tranches), numbered)
    tranches.sort(key=lambda each: (each.key is None, each.key or (), each.number, each.index))
    ranked: list[Ranked] = []
    for place, (key, group) in enumerate(groupby(tranches, key=lambda each: each.key), start=1):
        ranked += [
            Ranked(each.number, each.index, place, key is not None, each.maximum, numbered[each.number].behind)
            for each in group
        ]
    return tuple(ranked)


def ahead_of(ranked: Sequence[Ranked], number: int) -> tuple[Ranked, ...]:
    """What is paid before any part of interest `number`, or beside it: all in a place not behind its best one."""
    best = min(each.place for each in ranked if each.number == number)
    return tuple(each for each in ranked if each.number != number and each.place <= best)


def is_purchase_money(interest: Interest) -> bool:
    """Whether it goes ahead of the buyer's other security: filed within ten days of delivery, that day not counted (rule 70)."""
    if interest.delivered is None or interest.filing is None:
        return False
    return legal_day(interest.filing.filed_at) <= interest.delivered + PURCHASE_MONEY_DAYS


def _tranches(interest: Interest, depth: int, at: int) -> list[_Tranche]:
    """What was filed first and its increases; these fall with it, for nothing is published of an interest that lapsed."""
    is_live = interest.perfected_since(at) is not None
    found: list[_Tranche] = []
    for index, filing in enumerate((interest.filing, *interest.increases)):
        if filing is None or not is_live or not filing.counts(at):
            found.append(_Tranche(interest.number, index, None, None))
            continue
        advance = 0 if index == 0 and is_purchase_money(interest) else 1  # rule 70
        key = (advance, filing.filed_at, filing.sequence, depth)
        found.append(_Tranche(interest.number, index, key, filing.maximum))
    return found


def _without_partial_sequences(tranches: Sequence[_Tranche]) -> list[_Tranche]:
    """Of a second in which some filing has no sequence, nobody's counts."""
    blind = {each.key[:2] for each in tranches if each.key and each.key[2] == 0}
    return [
        _Tranche(each.number, each.index, (*each.key[:2], 0, each.key[3]), each.maximum)
        if each.key and each.key[:2] in blind
        else each
        for each in tranches
    ]


def _ceded(tranches: Sequence[_Tranche], numbered: Mapping[int, Interest]) -> list[_Tranche]:
    """With those that let another go ahead put behind it, where they stood before it."""
    first = {each.number: each.key for each in tranches if each.index == 0}

    def behind(number: int, key: _Key | None, left: int) -> _Key | None:
        after = numbered[number].after
        if key is None or after not in numbered:
            return key
        if not left:
            raise ValueError(f"interest {number} stands behind itself")
        ahead = behind(after, first[after], left - 1)
        return key if ahead is None else max(key, (*ahead[:3], ahead[3] + len(numbered)))

    return [replace(each, key=behind(each.number, each.key, len(numbered))) for each in tranches]


def _depth(interest: Interest, numbered: Mapping[int, Interest]) -> int:
    """How many interests it stands behind by splitting; one that is paid off stands no longer ahead."""
    depth = 0
    while (ahead := numbered.get(interest.behind)) is not None:
        interest = ahead
        depth += 1
        if depth > len(numbered):
            raise ValueError(f"interest {interest.number} stands behind itself")
    return depth
