"""What most moves on a numbered thing of a folio are: a few terms, then papers or an instrument."""

from collections.abc import Sequence
from typing import Any

from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Folio
from tests.contracts.model.play import Move


def by_instrument(
    c: Chance,
    name: str,
    place: tuple[Folio, int],
    since: int,
    issuers: Sequence[int],
    judge: Any,  # noqa: ANN401
    *coded: Any,
) -> Move:
    """What the registrar's pair executes on number `place[1]`; of each term the model is told what the ledger is."""
    folio, number = place
    order, shown = c.order(*issuers)
    return Move(
        name,
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), *coded, shown),
        lambda t: judge(t, folio, number, *coded, order),
        c.at(since),
    )


def step(
    c: Chance,
    name: str,
    place: tuple[Folio, int],
    since: int,
    by: frozenset[int],
    judge: Any,  # noqa: ANN401
    *coded: tuple[Any, Any],
) -> Move:
    """An act on number `place[1]`, not before `since`; of each term what the model is told and what the ledger is."""
    folio, number = place
    papers, alg, document = c.papers()
    return Move(
        name,
        by,
        (folio.entry, c.ref(folio, number), *(shown for _, shown in coded), alg, document),
        lambda t: judge(t, folio, number, *(meant for meant, _ in coded), papers),
        c.at(since),
    )
