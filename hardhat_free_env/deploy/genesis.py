"""The ledger's constructor arguments: what the plan says, as the struct `Genesis` of ILedger.

Everything in it becomes a line of the book with nobody's signature.
"""

from collections.abc import Mapping
from typing import Any

from hardhat_free_env.deploy.plan import Plan


def arguments(plan: Plan, authority: bytes, pages: Mapping[bytes, int]) -> tuple[Any, ...]:
    """The struct as a tuple, its members in the order of ILedger.Genesis."""
    return (
        "0x" + authority.hex(),
        [(founder.word(), founder.key, founder.person) for founder in plan.founders],
        plan.operator.word(),
        plan.operator.identifier,
        plan.operator.name,
        plan.parameters_word(),
        list(pages.items()),
        [(year.first, year.last, year.document, list(year.words())) for year in plan.calendar()],
        plan.document,
    )
