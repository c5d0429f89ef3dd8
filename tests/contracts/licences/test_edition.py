"""The edition of an entry: it moves with whatever a signer relies on, and with nothing anybody may poke."""

from collections.abc import Callable

import pytest

from ledger_api.domain.words import Purpose, Right
from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage

Step = Callable[[Deals, int], object]

MOVES: dict[str, Step] = {
    "a grant": lambda deals, _: deals.grant(),
    "a narrowing": lambda deals, number: deals.narrow(number, purposes=Purpose.TEACHING),
    "a suspension": lambda deals, number: deals.suspend(number),
    "an end": lambda deals, number: deals.end(number),
    "a dispute": lambda deals, _: deals.case.disputed(),
}
STAYS: dict[str, Step] = {
    "an objection received": lambda deals, _: deals.case.object(),
    "a notice of breach": lambda deals, number: deals.notice(number),
    "a credential": lambda deals, _: deals.case.issue("SJ3312026080001"),
}


@pytest.mark.parametrize("what", MOVES)
def test_a_filing_pinned_before_it_is_refused(stage: Stage, cast: Cast, deals: Deals, what: str) -> None:
    """Signing at an edition is signing that there are no other licences and no other interests."""
    number = deals.granted(purposes=Purpose.TEACHING | Purpose.RESEARCH)
    edition = deals.head.edition
    pinned = stage.sealed([cast.buyer.one], [("pin", deals.entry, edition)], nonce=9)
    MOVES[what](deals, number)
    assert deals.head.edition == edition + 1
    with stage.refused("EditionMoved", entry=deals.entry, edition=edition + 1):
        stage.carry(pinned)


@pytest.mark.parametrize("what", STAYS)
def test_a_filing_pinned_before_it_holds(stage: Stage, cast: Cast, deals: Deals, what: str) -> None:
    """What changes no right spoils no signature."""
    number = deals.granted()
    pinned = stage.sealed([cast.buyer.one], [("pin", deals.entry, deals.head.edition)], nonce=9)
    STAYS[what](deals, number)
    stage.carry(pinned)


def test_a_right_registered_meanwhile_spoils_a_pin(stage: Stage, cast: Cast) -> None:
    """Rule 11: holders and validity are part of it."""
    deals = Deals(Procedure(stage, cast).registered("2026-08-11", asked=Right.HOLD))
    pinned = stage.sealed(
        [cast.buyer.one], [("pin", deals.entry, deals.head.edition)], deadline=stage.now + 20 * 86_400
    )
    Procedure(stage, cast).registered("2026-08-20", asked=Right.USE, siblings=[deals.entry])
    with stage.refused("EditionMoved", edition=2):
        stage.carry(pinned)
