"""Nobody makes the acts of others dearer by what it piles up beside them."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from ledger_api.domain.words import AccreditationKind, Effect, LicenceKind, Power
from tests.contracts.attestations.reports import OPINION, Reports, attestor
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import mandate
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage

MANY = 8
NOISE = 300
"""Gas: other numbers have other zero bytes."""
MOST_LISTED = 4_000
"""Licences and burdens together: `Licensing.MOST`."""
MOST_GAS = 1 << 24
"""Of a transaction (EIP-7825)."""


class Pile:
    """A registered folio with a restriction that concerns no licence, and what may be piled up beside it."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self.stage, self.cast = stage, cast
        self.case = Procedure(stage, cast).registered()
        self.orders = Orders(self.case, cast.second, cast.second)
        self.restriction = self.orders.clause_number(effects=Effect.PLEDGE)

    def grant(self) -> int:
        """What a licence costs."""
        mark = self.stage.mark()
        gas = Deals(self.case).grant(burdens=[self.restriction]).gas
        self.stage.rewind(mark)
        return gas

    def attestations(self) -> None:
        """Each in the place of the one before."""
        firm = attestor(self.stage, self.cast, AccreditationKind.LAW_FIRM)
        reports = Reports(self.case, firm)
        numbers = [reports.attested(OPINION, by=[firm.one, self.cast.holder.one]) for _ in range(MANY)]
        for earlier, later in pairwise(numbers):
            reports.supersede(earlier, later)

    def proposals(self) -> None:
        """Consents asked for matters of no meaning."""
        for matter in range(1, MANY + 1):
            self.orders.request(self.restriction, matter.to_bytes(32, "big"))

    def objections(self) -> None:
        """By whoever says that the data are its own, none of them complete."""
        for rights in (1, 2, 4):
            self.case.object(rights)

    def mandates(self) -> None:
        """From the holder to everybody."""
        for agent in (self.cast.buyer, self.cast.maker, self.cast.second, self.cast.objector):
            mandate(self.stage, self.cast.holder, agent, Power.OBJECT)

    def folios(self) -> None:
        """Of others, of the same content."""
        for applicant in (self.cast.second, self.cast.buyer, self.cast.maker):
            Procedure(self.stage, self.cast, applicant=applicant).submitted()


@pytest.mark.parametrize(
    "heap",
    [Pile.attestations, Pile.proposals, Pile.objections, Pile.mandates, Pile.folios],
    ids=lambda each: each.__name__,
)
def test_what_is_piled_up_beside_an_act_costs_it_nothing(
    stage: Stage, cast: Cast, heap: Callable[[Pile], None]
) -> None:
    pile = Pile(stage, cast)
    before = pile.grant()
    heap(pile)
    assert abs(pile.grant() - before) <= NOISE


def test_a_stranger_proposes_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 49: or it would fill the journal of others, and their days to answer."""
    pile = Pile(stage, cast)
    matter = b"\1" * 32
    with stage.refused("NotAHolder", party=cast.buyer):
        pile.orders.request(pile.restriction, matter, requester=cast.buyer)
    with stage.refused("AssentMissing", party=cast.holder):
        pile.orders.request(pile.restriction, matter, requester=cast.holder, by=[cast.buyer.one])


def test_a_matter_is_asked_once_until_it_is_answered(stage: Stage, cast: Cast) -> None:
    """Rule 49: asking anew would begin the days of silence anew, or take an answer away."""
    pile = Pile(stage, cast)
    matter = b"\1" * 32
    pile.orders.request(pile.restriction, matter)
    with stage.refused("ConsentPending", burden=pile.restriction):
        pile.orders.request(pile.restriction, matter)


def test_a_body_that_nobody_let_in_attests_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 6: on a registered folio a holder or the registrar lets it in."""
    pile = Pile(stage, cast)
    firm = attestor(stage, cast, AccreditationKind.LAW_FIRM)
    with stage.refused("AssentMissing"):
        Reports(pile.case, firm).attest(OPINION, by=[firm.one])


def test_the_longest_lists_fit_into_a_transaction(stage: Stage, cast: Cast) -> None:
    """A holder who filled its folio with licences would else keep it from ever being sold. An exclusive licence stands in two
    lists and counts twice."""
    deals = Deals(Procedure(stage, cast).registered())
    later = Later(deals.case)
    later.transfer()
    later.decided()

    def cost(kind: LicenceKind, number: int) -> int:
        mark, licences, burdens = stage.mark(), list[int](), list[int]()
        for _ in range(number):
            if kind == LicenceKind.EXCLUSIVE:
                made = deals.granted(kind=kind, burdens=burdens, licences=licences)
                burdens.append(made)
            else:
                made = deals.granted(kind=kind)
            licences.append(made)
        by = [*cast.registrar.pair, cast.second.one, cast.maker.one]
        gas = later.complete_transfer(burdens=burdens, licences=licences, by=by).gas
        stage.rewind(mark)
        return gas

    alone = cost(LicenceKind.NON_EXCLUSIVE, 0)
    ordinary, exclusive = ((cost(kind, 4) - alone) / 4 for kind in (LicenceKind.NON_EXCLUSIVE, LicenceKind.EXCLUSIVE))
    assert alone + MOST_LISTED * max(ordinary, exclusive / 2) < MOST_GAS
