"""Registration cases at a moment: what is stored, what silence has decided, and which clock runs until when (SM-1, rules 22–25)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.clocks import Clock, Knowledge, Reading, read
from ledger_api.domain.errors import NotFound
from ledger_api.domain.words import Case, CaseState, Claim, Objection
from ledger_api.index.views.book import knowledge
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.moment import Moment

COMPLETED = frozenset({CaseState.ANCHORED, CaseState.CREDENTIALED})
"""States of a case whose registration is complete (rule 28)."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case."""

    entry: bytes
    number: int
    word: Case
    """As stored and in effect."""
    claim: Claim
    """What it says of the data and asks for."""
    reading: Reading
    """With what time alone has decided, and the clock that runs."""
    objections: tuple[int, ...]
    """Numbers of the objections in its notice."""

    @property
    def public_id(self) -> str:
        """`E-…/n`."""
        return ids.dependant_id(self.entry, self.number)

    @property
    def state(self) -> CaseState:
        """Its state on the day."""
        return self.reading.case.state

    @property
    def may_be_anchored(self) -> bool:
        """Whether the notice is over, or was waived, and nobody objects any more (rules 25, 26)."""
        if self.state == CaseState.CLEARED:
            return True
        return self.reading.clock is Clock.NOTICE and self.reading.passed and self.word.objections == 0


def cases(connection: Connection, moment: Moment, entry: bytes) -> tuple[CaseView, ...]:
    """All cases of an entry by the moment, by number."""
    words = effective(connection, moment, entry)
    known = knowledge(connection, moment)
    return tuple(_view(words, number, known, moment.on_day) for number in words.numbers(Case))


def case(connection: Connection, moment: Moment, entry: bytes, number: int) -> CaseView:
    """One case. Raises NotFound."""
    for each in cases(connection, moment, entry):
        if each.number == number:
            return each
    raise NotFound("not-found", id=ids.dependant_id(entry, number))


def _view(words: Effective, number: int, known: Knowledge, day: int) -> CaseView:
    word = words.word(Case, number) or Case()
    in_notice = (n for n, _, objection in words.scoped(Objection) if objection.case_number == number)
    return CaseView(
        entry=words.subject,
        number=number,
        word=word,
        claim=words.word(Claim, number) or Claim(),
        reading=read(word, day, known),
        objections=tuple(in_notice),
    )
