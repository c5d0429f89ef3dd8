"""What a security is worth to its creditor: value that may be used, headroom for another, loan to value, what cures a breach.

Amounts are yuan (`money`), caps in basis points of the value, days legal days. Where the valuation may not be used, or a prior
amount is not known, the answer is *unknown*, never a number (rules 79, 80).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from ledger_api.domain.calendar import months_after
from ledger_api.domain.money import WHOLE, cents_enough, cents_within, exact, in_basis_points

VALUATION_MONTHS: Final = 12
"""How old the base date of a valuation may be; a bank may set 6 (rule 80)."""

HEADROOM_DAYS: Final = 7
"""Days an answer on headroom holds, the day it is given not counted (rule 78)."""


class Answer(Enum):
    """What may be said of a question on amounts."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Valuation:
    """An appraiser's opinion, as recorded and opened to whoever asks."""

    amount: Decimal
    base_date: int
    """Legal day the value is of."""
    valid_until: int
    """Last legal day of the opinion."""
    is_active: bool = True
    """Not superseded or revoked, its appraiser's accreditation not suspended (SM-10)."""
    is_for_pledge: bool = True
    """Made for a pledge, not for the books or a sale."""

    def last_usable(self, months: int = VALUATION_MONTHS) -> int:
        """The last legal day it may be used on, while it stays active (rule 80)."""
        return min(self.valid_until, months_after(self.base_date, months))

    def is_usable(self, day: int, months: int = VALUATION_MONTHS) -> bool:
        """Whether it may be used on `day` (rule 80)."""
        return self.is_active and self.is_for_pledge and self.base_date <= day <= self.last_usable(months)


@dataclass(frozen=True, slots=True)
class Headroom:
    """The answer another lender gets: yes or no, and how long it holds. It carries no amount (rule 78)."""

    answer: Answer
    last: int | None
    """Last legal day it holds; None for an unknown one."""


@dataclass(frozen=True, slots=True)
class LoanCheck:
    """A loan against its covenant."""

    is_within: Answer
    ltv: int | None
    """Loan to value in basis points, rounded half up: to be shown."""
    prepayment: Decimal | None
    """Least repayment that brings it within the cap; 0 when it is."""
    top_up: Decimal | None
    """Least further value that does; 0 when it is. None also where nothing may be lent."""


UNKNOWN: Final = LoanCheck(Answer.UNKNOWN, None, None, None)


@exact()
def limit(value: Decimal, cap: int) -> Decimal:
    """The most whole cents that are not more than `cap` basis points of a value."""
    return cents_within(value * cap / WHOLE)


@exact()
def coverage(
    valuation: Valuation | None, cap: int, priors: Iterable[Decimal | None], day: int, *, months: int = VALUATION_MONTHS
) -> Decimal | None:
    """Value × cap − the maxima registered ahead (rules 69, 79): below zero when they exceed it, None when unknown."""
    if valuation is None or not valuation.is_usable(day, months):
        return None
    left = limit(valuation.amount, cap)
    for prior in priors:
        if prior is None:
            return None
        left -= prior
    return left


def headroom(
    asked: Decimal,
    valuation: Valuation | None,
    cap: int,
    priors: Iterable[Decimal | None],
    day: int,
    *,
    months: int = VALUATION_MONTHS,
) -> Headroom:
    """Whether another security for `asked` would be covered (rule 78). Holds seven days, not longer than the valuation."""
    left = coverage(valuation, cap, priors, day, months=months)
    if valuation is None or left is None:
        return Headroom(Answer.UNKNOWN, None)
    last = min(day + HEADROOM_DAYS, valuation.last_usable(months))
    return Headroom(Answer.YES if left >= asked else Answer.NO, last)


@exact()
def check_loan(
    loan: Decimal, valuation: Valuation | None, cap: int, day: int, *, months: int = VALUATION_MONTHS
) -> LoanCheck:
    """A loan on `day` against a cap on loan to value, and what would cure a breach (rule 79)."""
    if valuation is None or valuation.amount <= 0 or not valuation.is_usable(day, months):
        return UNKNOWN
    over = max(loan - limit(valuation.amount, cap), Decimal(0))
    missing = max(cents_enough(loan * WHOLE / cap) - valuation.amount, Decimal(0)) if cap else None
    return LoanCheck(
        Answer.NO if over else Answer.YES,
        in_basis_points(loan, valuation.amount),
        prepayment=over,
        top_up=missing,
    )
