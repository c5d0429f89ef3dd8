"""Which licences survive when a security is enforced (rule 51), by what is recorded of both.

A sale clears the right of every security and of what came after the first of them without its creditor's consent (auction rules
28; Civil Code 405 by analogy [INF]): a licence stays if it was recorded before a security was perfected, or consented to by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from ledger_api.domain.rank import Interest
from ledger_api.domain.words import Burden, Effect, Security

LEASED = (
    Effect.TRANSFER
    | Effect.LICENCE_EXCLUSIVE
    | Effect.LICENCE_ORDINARY
    | Effect.SUBLICENSE
    | Effect.PLEDGE
    | Effect.LEASE
    | Effect.CANCEL
    | Effect.UPDATE
)
"""What the holder of a leased object does only with the other's consent, as Leases.sol has it (rule 109)."""


class Survival(Enum):
    """A licence, once the right is sold to satisfy a security."""

    SURVIVES = "survives"
    """The buyer takes the right subject to it."""
    REMOVABLE = "removable"
    """The court may remove it before the sale."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A licence, as far as survival asks. What enlarges or prolongs it is a grant of its own (rule 52)."""

    number: int
    recorded_at: int
    """Unix seconds of the *block* that recorded it: its legal time may be dated back before a filing, its block may not."""
    parent: int = 0
    """Licence it was given under; 0 = the right itself."""
    consented: frozenset[int] = frozenset()
    """Securities whose creditors consented, case by case or by an envelope it fits."""


def forbade(security: Security, burden: Burden, number: int) -> Effect:
    """What a security stood in the way of when licence `number` was granted (rules 51, 113).

    Before the judgment that made it of a lease, that is what the lease's burden did.
    """
    return LEASED if number < security.judged else burden.effects


def against(grant: Grant, security: Interest, at: int) -> Survival:
    """A licence given under the right itself, against one security as it stands at `at`, unix seconds.

    A security without publicity binds no licensee (rule 67); one filed again after a lapse binds from its new time (rule 71).
    """
    since = security.perfected_since(at)
    stays = since is None or grant.recorded_at < since or security.number in grant.consented
    return Survival.SURVIVES if stays else Survival.REMOVABLE


def survival(grants: Iterable[Grant], securities: Iterable[Interest], at: int) -> Mapping[int, Survival]:
    """What becomes of every licence when the right is sold at `at`, unix seconds, by number, ascending (rules 51, 97).

    Whichever creditor enforces, all securities go, so a licence must withstand each. A sublicence takes from its parent, not from
    the right: it stands and falls with it (rule 54). Raises KeyError when the facts lack a parent.
    """
    interests = tuple(securities)
    given = {grant.number: grant for grant in grants}
    found: dict[int, Survival] = {}
    for number in sorted(given):
        root = given[number]
        while root.parent:
            root = given[root.parent]
        fates = {against(root, each, at) for each in interests}
        found[number] = Survival.REMOVABLE if Survival.REMOVABLE in fates else Survival.SURVIVES
    return found
