"""The words of those records."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ledger_api.domain import words
from ledger_api.domain.packing import Word
from tests.contracts.model.folio import Folio

if TYPE_CHECKING:
    from tests.contracts.model.words import Key


def recorded(folio: Folio) -> "Iterator[tuple[Key, Word]]":
    """All of a folio's, by their kind and keys."""
    for number, late in folio.overdue.items():
        yield (
            (words.Overdue, folio.entry, number),
            words.Overdue(
                clock=words.OverdueClock[late.clock],
                started=late.started,
                last=late.last,
                registrar=late.registrar,
                since=late.since,
            ),
        )
