"""The words of a subject as they are in effect at a moment: known at its block, dated not later than its `on`.

Without looking back they are the stored ones. Looking back, lines dated later are left out, and all that follow a line left out
about the same dependant; of a head, which every act moves, all that follow any.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from ledger_api.domain.packing import Word
from ledger_api.index.views.history import history
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads

W = TypeVar("W", bound=Word)

Key = tuple[str, int, bytes]
"""Word, number, scope."""


@dataclass(frozen=True, slots=True)
class Effective:
    """The words of one subject."""

    subject: bytes
    values: Mapping[Key, int]

    def word(self, kind: type[W], number: int = 0) -> W | None:
        """One word; None when there is none yet."""
        value = self.values.get((kind.__name__, number, b""))
        return None if value is None else kind.decode(value)

    def numbers(self, kind: type[Word]) -> tuple[int, ...]:
        """Numbers of all words of a type, ascending."""
        return tuple(sorted(number for name, number, _ in self.values if name == kind.__name__))

    def scoped(self, kind: type[W]) -> tuple[tuple[int, bytes, W], ...]:
        """All words of a type with their number and scope."""
        found = (each for each in sorted(self.values) if each[0] == kind.__name__)
        return tuple((number, scope, kind.decode(self.values[name, number, scope])) for name, number, scope in found)


def effective(connection: Connection, moment: Moment, subject: bytes) -> Effective:
    """The words of `subject` in effect at `moment`."""
    if moment.looks_back:
        return Effective(subject, _looking_back(connection, moment, subject))
    stored = chain_reads.words_of(connection, moment.at, subject)
    return Effective(subject, {(each.name, each.number, each.scope): each.value for each in stored})


def _looking_back(connection: Connection, moment: Moment, subject: bytes) -> dict[Key, int]:
    values: dict[Key, int] = {}
    closed: set[int] = set()
    for line in history(connection, moment, subject):
        if line.at > moment.on_time:
            closed |= {line.ref, *(write.number for write in line.words if write.name != "Head")}
        for write in line.words:
            is_out = bool(closed) if write.name == "Head" else write.number in closed
            if not is_out:
                values[write.name, write.number, write.scope] = write.value
    return values
