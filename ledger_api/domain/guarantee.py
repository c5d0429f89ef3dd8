"""What a guarantor still answers for, and until when (rules 100–103; Civil Code 391, 409, 435, 686, 692, 695, 697).

A creditor that burdens or gives up what the guarantor relied on, without its consent, frees it to that extent. The register
records what happened and who consented; the reduction is computed. Amounts are yuan, days legal days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from ledger_api.domain.calendar import months_after
from ledger_api.domain.money import WHOLE, exact, in_basis_points, share
from ledger_api.domain.words import Acknowledgement

SILENT_MONTHS: Final = 6
"""The period when the contract says none: six months after maturity (Civil Code 692)."""

CLAIM_ALERTS: Final = (90, 30, 10)
"""Days before the period ends at which the creditor is told to claim (rule 100)."""

BANK_SHARE: Final = 2_000
"""Basis points of the risk a bank should keep under a policy guarantee (rule 102)."""

POLICY_LIMIT: Final = Decimal(10_000_000)
"""Yuan a policy guarantor should not exceed for one borrower (rule 101; guarantee measures of 2025)."""

CONCENTRATION: Final = 1_000
"""Basis points of a guarantor's net assets it should not exceed for one borrower (rule 101)."""


class Mode(Enum):
    """How a guarantor answers."""

    GENERAL = "general"
    """一般保证: after the debtor was sued and execution failed."""
    JOINT = "joint"
    """连带责任保证: beside the debtor."""


class Step(Enum):
    """What keeps the guarantee alive within its period (Civil Code 693)."""

    SUE_DEBTOR = "sue_debtor"
    DEMAND_OF_GUARANTOR = "demand_of_guarantor"


@dataclass(frozen=True, slots=True)
class Period:
    """The guarantee period."""

    last: int
    """Last legal day on which the step counts."""
    is_statutory: bool
    """The contract said none, or none that ends after maturity."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something the creditor did that a guarantor may be freed by."""

    cause: Acknowledgement
    """One cause: a released security, a ceded rank, a higher debt, a transferred debt, a substituted security."""
    amount: Decimal
    """Yuan: of a release, rank or substitution the priority that was lost; else the debt that was added or transferred."""
    is_consented: bool = False
    """The guarantor agreed in writing, or acknowledged the act on the ledger."""
    is_debtors: bool = True
    """The security was the debtor's own: giving up a third party's frees no guarantor (Civil Code 409, 435)."""


@dataclass(frozen=True, slots=True)
class Liability:
    """What a guarantor answers for."""

    full: Decimal
    """Had nothing happened without its consent."""
    owed: Decimal
    """What is left of it."""
    counted: tuple[Change, ...]
    """The changes that freed it."""

    @property
    def reduction(self) -> Decimal:
        """Yuan it is freed of."""
        with exact():
            return self.full - self.owed

    @property
    def reduction_bps(self) -> int:
        """The same in basis points of the full liability, rounded half up."""
        return in_basis_points(self.reduction, self.full) if self.full else 0

    @property
    def is_reduced(self) -> bool:
        """SM-8 REDUCED."""
        return self.owed < self.full


_GIVEN_UP: Final = Acknowledgement.RELEASE | Acknowledgement.RANK | Acknowledgement.SUBSTITUTE
"""Security that was given up: its lost priority comes off the liability. The other causes come off the debt it is a share of."""


@exact()
def liability(
    debt: Decimal, coverage_bps: int, changes: Iterable[Change] = (), maximum: Decimal | None = None
) -> Liability:
    """A guarantor's liability for `coverage_bps` of `debt`, as it is owed now, at most `maximum` (rule 103).

    Debt added or transferred without consent is not guaranteed (Civil Code 391, 695, 697). Priority given up over the debtor's
    security frees the guarantor of as much (409, 435). Raises ValueError for a change of several causes or below zero.
    """
    counted = tuple(each for each in changes if _frees(each))
    guaranteed = debt - sum(each.amount for each in counted if not each.cause & _GIVEN_UP)
    lost = sum(each.amount for each in counted if each.cause & _GIVEN_UP)
    full = _covered(debt, coverage_bps, maximum)
    owed = _covered(max(guaranteed, Decimal(0)), coverage_bps, maximum) - lost
    return Liability(full, max(owed, Decimal(0)), counted)


def mode_of(stated: Mode | None) -> Mode:
    """The mode; a silent contract means a general guarantee (rule 100; Civil Code 686)."""
    return stated or Mode.GENERAL


def step_of(mode: Mode) -> Step:
    """What the creditor must do within the period (Civil Code 693)."""
    return Step.SUE_DEBTOR if mode is Mode.GENERAL else Step.DEMAND_OF_GUARANTOR


def period(maturity: int, agreed_until: int | None) -> Period:
    """Until when the creditor may claim; silence is six months after maturity, and so is a day not after it (rule 100; 692)."""
    if agreed_until is None or agreed_until <= maturity:
        return Period(months_after(maturity, SILENT_MONTHS), is_statutory=True)
    return Period(agreed_until, is_statutory=False)


def claim_alert(last: int, day: int, alerts: Sequence[int] = CLAIM_ALERTS) -> int | None:
    """The nearest alert that has come by `day`, in days before the period's last; None before the first and after the end (rule 100)."""
    left = last - day
    return min((each for each in alerts if 0 <= left <= each), default=None)


def exceeds_policy(guaranteed: Decimal, net_assets: Decimal | None) -> bool | None:
    """Whether one borrower's sum is above the policy limit or a tenth of the guarantor's net assets; None: cannot be told (rule 101)."""
    with exact():
        if guaranteed > POLICY_LIMIT:
            return True
        return None if net_assets is None else guaranteed * WHOLE > net_assets * CONCENTRATION


def bank_keeps_too_little(bank_share_bps: int) -> bool:
    """Whether the bank bears less of the risk than it should (rule 102)."""
    return bank_share_bps < BANK_SHARE


def _frees(change: Change) -> bool:
    if change.amount < 0 or change.cause not in set(Acknowledgement):
        raise ValueError("a change has one cause and an amount")
    return not change.is_consented and (change.is_debtors or not change.cause & _GIVEN_UP)


def _covered(debt: Decimal, coverage_bps: int, maximum: Decimal | None) -> Decimal:
    covered = share(debt, coverage_bps)
    return covered if maximum is None else min(covered, maximum)
