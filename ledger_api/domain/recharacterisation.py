"""How likely a court is to treat a finance lease over data as a loan, and when its rents are so late that all may be demanded.

The register shows the risk with its grounds rather than hide it (rule 113; lease interpretation 1; [INF] for the classes: no
court has drawn these lines). Amounts are yuan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Final

from ledger_api.domain.money import WHOLE, cents_within, exact, share
from ledger_api.domain.packing import Code, Mask

OVERDUE_INSTALMENTS: Final = 2
"""Rents overdue from which a silent contract may be ended (rule 110; lease interpretation 5)."""

OVERDUE_SHARE: Final = 1_500
"""Basis points of all rents, likewise."""

_HALF_CENT: Final = Decimal("0.005")


class Risk(Code):
    """How likely a lease is to be treated as a loan (E19)."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return ("低", "中", "高")


class Ground(Mask):
    """Why it is."""

    NO_OBJECT = 1
    """The lessee had no live right of the kind when it was leased: a fictitious object makes the lease void (rule 106; Civil Code 737)."""
    TITLE_STAYS = 2
    """No right passed to the lessor: money moved, the object did not."""
    ABOVE_VALUE = 4
    """The price is above the appraised value (rule 107)."""
    NOT_APPRAISED = 8
    ABOVE_BOOK = 16
    """The price is above the book value, or that is not known (rule 107)."""
    NOT_FILED = 32
    """The lessor's title binds nobody else (rule 108; Civil Code 745)."""
    BURDENED = 64
    """Something lay on the right when it was leased (rule 106)."""
    LESSOR_NOT_LICENSED = 128
    NO_OPINION = 256
    """No opinion on record says it is a lease (rule 113)."""

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms."""
        return (
            "租赁物不存在",
            "权利未移转至出租人",
            "价款高于评估值",
            "未经评估",
            "价款高于账面价值或账面价值不明",
            "未办理融资租赁登记",
            "租赁物上有负担",
            "出租人无融资租赁资质",
            "无定性意见",
        )


GRAVE: Final = Ground.NO_OBJECT | Ground.TITLE_STAYS | Ground.ABOVE_VALUE
"""Each by itself makes the risk high."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A finance lease as recorded, its amounts opened."""

    price: Decimal
    appraised: Decimal | None
    """None: no appraisal of the object is on record."""
    book_value: Decimal | None
    """The lessee's, before the sale; None: not known."""
    has_object: bool
    """The lessee's right was live when it was leased."""
    passes_title: bool
    """转让登记 to the lessor, with a licence back; not merely a filing (TRANSFER_AND_LEASEBACK, not SECURITY_ONLY)."""
    is_filed: bool
    """A verified filing publishes the lessor's title."""
    was_unburdened: bool
    """Nothing lay on the right but what this lease brought."""
    is_lessor_licensed: bool
    has_opinion: bool
    """An opinion in force says it is a lease."""


@exact()
def grounds(lease: Lease) -> Ground:
    """Every ground that holds."""
    holding = {
        Ground.NO_OBJECT: not lease.has_object,
        Ground.TITLE_STAYS: not lease.passes_title,
        Ground.ABOVE_VALUE: lease.appraised is not None and lease.price > lease.appraised,
        Ground.NOT_APPRAISED: lease.appraised is None,
        Ground.ABOVE_BOOK: lease.book_value is None or lease.price > lease.book_value,
        Ground.NOT_FILED: not lease.is_filed,
        Ground.BURDENED: not lease.was_unburdened,
        Ground.LESSOR_NOT_LICENSED: not lease.is_lessor_licensed,
        Ground.NO_OPINION: not lease.has_opinion,
    }
    found = Ground(0)
    for ground, holds in holding.items():
        if holds:
            found |= ground
    return found


def risk(found: Ground) -> Risk:
    """The class of a lease with these grounds: high with a grave one, low with none at all (rule 113).

    Data are no fixed asset, so that a lease over them is never low without an opinion that says why.
    """
    if found & GRAVE:
        return Risk.HIGH
    return Risk.MEDIUM if found else Risk.LOW


@exact()
def highest_price(book_value: Decimal, appraised: Decimal, cap: int = WHOLE) -> Decimal:
    """The most a leaseback may cost: book value, and `cap` basis points of the appraised one (rule 107)."""
    return min(book_value, cents_within(appraised * cap / WHOLE))


def default_amount(all_rents: Decimal) -> Decimal:
    """Overdue rent from which a silent contract may be ended: 15 % of all, rounded half up to the cent (rule 110)."""
    return share(all_rents, OVERDUE_SHARE)


@exact()
def overdue_share(overdue: Decimal, all_rents: Decimal) -> int:
    """The most basis points of all rents whose amount, rounded half up to the cent, is overdue: what the lessor states (rule 110).

    So it reaches 1,500 exactly when `default_amount` is overdue. Raises ValueError when more is overdue than all rents, or none are due.
    """
    if not 0 <= overdue <= all_rents or all_rents == 0:
        raise ValueError(f"{overdue} is no part of rents of {all_rents}")
    if overdue == 0:
        return 0
    beyond = ((overdue + _HALF_CENT) * WHOLE / all_rents).to_integral_value(ROUND_CEILING)
    return min(int(beyond) - 1, WHOLE)


@exact()
def is_in_default(overdue_instalments: int, overdue: Decimal, all_rents: Decimal) -> bool:
    """Whether a silent contract's threshold is reached: two instalments, or 15 % of all rents (rule 110; interpretation 5).

    A demand and a reasonable time to pay must still go before; then the lessor accelerates or ends the lease, not both (752).
    """
    return overdue_instalments >= OVERDUE_INSTALMENTS or (overdue > 0 and overdue >= default_amount(all_rents))
