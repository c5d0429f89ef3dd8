"""What a sale brings and who gets it: costs, then place by place, what is left over to the grantor (rules 95, 97, 104).

Amounts are yuan in whole cents. The sale ends every security over the right and moves it to the price (rule 97): a claim that
is not met in full remains, unsecured (Civil Code 413, 438).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ledger_api.domain.money import exact, pro_rata
from ledger_api.domain.rank import Ranked


@dataclass(frozen=True, slots=True)
class Claim:
    """What is owed with priority in one place."""

    number: int
    """The security interest."""
    place: int
    """From 1 (`rank.Ranked`)."""
    owed: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """What a claim gets."""

    number: int
    place: int
    owed: Decimal
    paid: Decimal

    @property
    def missing(self) -> Decimal:
        """What stays owed, with no security left."""
        with exact():
            return self.owed - self.paid


@dataclass(frozen=True, slots=True)
class Distribution:
    """Proceeds, to the cent."""

    net: Decimal
    payments: tuple[Payment, ...]
    """By place, then number."""
    surplus: Decimal
    """Goes back to the grantor."""

    def paid(self, number: int) -> Decimal:
        """What a security interest gets in all its places."""
        with exact():
            return sum((each.paid for each in self.payments if each.number == number), Decimal(0))


@exact()
def net_proceeds(price: Decimal, costs: Decimal) -> Decimal:
    """The price less the costs of realisation, which come first; 0 when they eat it up (Civil Code 561)."""
    if price < 0 or costs < 0:
        raise ValueError("a price and costs are not below zero")
    return max(price - costs, Decimal(0))


@exact()
def split(owed: Decimal, paid: Decimal) -> tuple[Decimal, Decimal]:
    """After a guarantor paid in part: the creditor's remainder, and the guarantor's claim behind it (rule 104; Civil Code 700)."""
    if not 0 <= paid <= owed:
        raise ValueError(f"{paid} is not part of {owed}")
    return owed - paid, paid


@exact()
def claims(ranked: Sequence[Ranked], owed: Mapping[int, Decimal]) -> tuple[Claim, ...]:
    """What each interest is owed, spread over its places: in each as much as is registered for it (rules 69, 77).

    A part split from an interest shares its registered amount, after what stands ahead. Above what is registered nothing has
    priority. An interest that is missing in `owed` is owed nothing. Ascending by place, then number.
    """
    left = dict(owed)
    pots = {(each.number, each.tranche): each.maximum for each in ranked if each.is_perfected}
    parents = {each.number: each.behind for each in ranked}
    found: list[Claim] = []
    for each in sorted(ranked, key=lambda each: (each.place, each.number, each.tranche)):
        pot = _root(each.number, parents), each.tranche
        registered = pots.get(pot) if each.is_perfected else None
        due = left.get(each.number, Decimal(0))
        part = due if registered is None else min(due, registered)
        left[each.number] = due - part
        if registered is not None:
            pots[pot] = registered - part
        if part:
            found.append(Claim(each.number, each.place, part))
    return tuple(found)


@exact()
def distribute(net: Decimal, owed: Iterable[Claim]) -> Distribution:
    """Pay claims place by place; those that share a place in proportion, to the cent (rules 68, 95)."""
    if net < 0:
        raise ValueError("there is less than nothing to distribute")
    left = net
    payments: list[Payment] = []
    ordered = sorted(owed, key=lambda each: (each.place, each.number, each.owed))
    for _, group in groupby(ordered, key=lambda each: each.place):
        sharing = tuple(group)
        parts = pro_rata(left, [each.owed for each in sharing])
        payments += [Payment(c.number, c.place, c.owed, part) for c, part in zip(sharing, parts, strict=True)]
        left -= sum(parts)
    return Distribution(net, tuple(payments), left)


def _root(number: int, parents: Mapping[int, int]) -> int:
    """The interest it was split from in the first place, as far as that still stands."""
    while parents.get(number, 0) in parents:
        number = parents[number]
    return number
