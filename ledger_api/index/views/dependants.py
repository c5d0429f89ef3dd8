"""Whatever an entry has, at a moment: things known by a number, made of the words that bear it.

What time has made of each, its own view says.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.errors import NotFound
from ledger_api.domain.packing import Word
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.moment import Moment

W = TypeVar("W", bound=Word)
Kinds = Collection[type[Word]]


@dataclass(frozen=True, slots=True)
class Dependant:
    """One of them, within all words of its entry."""

    words: Effective
    number: int

    @property
    def entry(self) -> bytes:
        """Whose it is."""
        return self.words.subject

    @property
    def public_id(self) -> str:
        """`E-…/n`."""
        return ids.dependant_id(self.entry, self.number)

    def word(self, kind: type[W]) -> W:
        """A word of it; zero when there is none."""
        return self.words.word(kind, self.number) or kind()


def dependants(connection: Connection, moment: Moment, subject: bytes, kinds: Kinds) -> tuple[Dependant, ...]:
    """Everything the subject has had by the moment that a word of one of these kinds is of, by number."""
    words = effective(connection, moment, subject)
    names = {kind.__name__ for kind in kinds}
    numbers = {number for name, number, _ in words.values if name in names}
    return tuple(Dependant(words, number) for number in sorted(numbers))


def dependant(connection: Connection, moment: Moment, entry: bytes, kinds: Kinds, number: int) -> Dependant:
    """One of them. Raises NotFound."""
    for each in dependants(connection, moment, entry, kinds):
        if each.number == number:
            return each
    raise NotFound("not-found", id=ids.dependant_id(entry, number))
