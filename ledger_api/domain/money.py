"""Amounts in yuan, rounded half up to the cent: shares of an amount, parts that add up, plans of level rents.

An amount is a `Decimal` of CNY with at most two decimals. Nothing here depends on the caller's decimal context, so that the
same facts give the same cents everywhere. Amounts stand in no act and no line (rule 10): they are opened commitments.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    localcontext,
)
from typing import Final

CURRENCY: Final = "CNY"
"""The one currency of the register's amounts, ISO 4217."""

WHOLE: Final = 10_000
"""Basis points in a whole."""

MOST: Final = Decimal(10) ** 20
"""No amount reaches it: every product and quotient here is exact to the cent."""

_CENT: Final = Decimal("0.01")
_EXACT: Final = Context(prec=80, traps=[InvalidOperation, DivisionByZero])


@contextmanager
def exact() -> Iterator[None]:
    """Reckon with eighty digits, whatever context the caller has. Also decorates a function."""
    with localcontext(_EXACT):
        yield


@exact()
def cents(amount: Decimal) -> Decimal:
    """`amount` rounded half up to the cent, away from zero when below it."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


@exact()
def cents_within(amount: Decimal) -> Decimal:
    """The most whole cents that are not more than `amount`: a limit that is kept is kept exactly."""
    return amount.quantize(_CENT, ROUND_FLOOR)


@exact()
def cents_enough(amount: Decimal) -> Decimal:
    """The fewest whole cents that are not less than `amount`."""
    return amount.quantize(_CENT, ROUND_CEILING)


@exact()
def amount(value: Decimal | int | str) -> Decimal:
    """An amount of yuan with its two decimals. Raises ValueError for one below zero, not finite, too large or finer than a cent."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is no amount") from None
    if not found.is_finite() or not 0 <= found < MOST or found != found.quantize(_CENT, ROUND_FLOOR):
        raise ValueError(f"{value!r} is no amount of yuan and cents")
    return abs(found).quantize(_CENT)


@exact()
def share(of: Decimal, basis_points: int) -> Decimal:
    """`basis_points` ten-thousandths of an amount, rounded half up to the cent."""
    return cents(of * basis_points / WHOLE)


@exact()
def in_basis_points(part: Decimal, whole: Decimal) -> int:
    """How many ten-thousandths of `whole` `part` is, rounded half up: to be shown, not compared. Raises ValueError for no whole."""
    if whole <= 0:
        raise ValueError("nothing is a share of nothing")
    return int((part * WHOLE / whole).quantize(Decimal(1), ROUND_HALF_UP))


@exact()
def pro_rata(total: Decimal, claims: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """`total` divided in proportion to `claims`, in whole cents that add up to it; no part exceeds its claim (Civil Code 414(1)(3)).

    Cents that proportion leaves over go to the largest remainders, of equal ones to the first. When `total` covers all claims,
    each is met in full and the rest stays undivided.
    """
    owed = sum(claims, Decimal(0))
    if total >= owed:
        return tuple(claims)
    ideal = [total * claim / owed for claim in claims]
    parts = [cents_within(part) for part in ideal]
    over = int((total - sum(parts)) / _CENT)
    largest = sorted(range(len(claims)), key=lambda place: parts[place] - ideal[place])
    for place in largest[:over]:
        parts[place] += _CENT
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan."""

    number: int
    """From 1."""
    amount: Decimal
    """What is paid: interest and principal."""
    interest: Decimal
    principal: Decimal
    outstanding: Decimal
    """Principal left after it."""


@exact()
def level_plan(price: Decimal, yearly_rate: Decimal, count: int, periods_a_year: int = 4) -> tuple[Instalment, ...]:
    """`count` equal payments in arrears that pay off `price`; the last one takes what rounding left.

    `yearly_rate` is a fraction (0.052 for 5.2 %), spread evenly over the periods; interest of each period is rounded half up to
    the cent. Raises ValueError for terms that make no such plan.
    """
    if price <= 0 or yearly_rate < 0 or count < 1 or periods_a_year < 1:
        raise ValueError("a plan needs a price, a rate not below zero, instalments and periods")
    rate = yearly_rate / periods_a_year
    level = cents(price * rate / (1 - (1 + rate) ** -count) if rate else price / count)
    plan: list[Instalment] = []
    left = price
    for number in range(1, count + 1):
        interest = cents(left * rate)
        principal = left if number == count else level - interest
        left -= principal
        plan.append(Instalment(number, interest + principal, interest, principal, left))
    if any(each.amount <= 0 for each in plan):
        raise ValueError(f"{price} is too little for {count} instalments")
    return tuple(plan)


@exact()
def total(plan: Sequence[Instalment]) -> Decimal:
    """Everything a plan pays."""
    return sum((each.amount for each in plan), Decimal(0))
