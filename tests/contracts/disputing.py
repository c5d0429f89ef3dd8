"""A dispute on the stage: an objection after registration from its completion to its end, each step signed by whom it takes.

dispute = Dispute.over(case)                 # filed and complete
dispute.contested().concluded()              # any way along
dispute.accept(BOTH)                         # any step, by anybody, at any legal time
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledger_api.domain.words import (
    Burden,
    Conclusion,
    DisputeSide,
    HolderResponse,
    Instrument,
    Objection,
    ObjectionOutcome,
)
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, OverFolio, Procedure, Someone
from tests.contracts.stage import Done, Player
from tests.contracts.stage.acting import Signs

OBJECTOR, HOLDER = DisputeSide.OBJECTOR, DisputeSide.HOLDER
BOTH = OBJECTOR | HOLDER


@dataclass
class Dispute(OverFolio):
    """One objection against one registered folio."""

    number: int

    @classmethod
    def over(cls, case: Procedure, rights: int = ALL) -> "Dispute":
        """With a complete objection."""
        return cls(case, case.disputed(rights))

    @classmethod
    def filed(cls, case: Procedure, **terms: Any) -> "Dispute":
        """With an objection just filed."""
        return cls(case, case.object(**terms).line("Objected").number)

    @property
    def word(self) -> Objection:
        """The objection's word."""
        return self.case.objection(self.number)

    @property
    def burden(self) -> Burden:
        """Its burden."""
        return self.stage.word(Burden, self.case.entry, self.number)

    # -- before it is complete

    def find_incomplete(self, days: int = 5, *, by: Someone = None, at: int = 0) -> Done:
        """Ask for what is missing."""
        return self._step(by, [self.case.keeper.reviewer], "findIncomplete", days, at=at)

    def refile(self, *, by: Someone = None, at: int = 0) -> Done:
        """Supplement."""
        return self._step(by, [self.cast.objector.one], "refile", at=at)

    def lapse(self, *, by: Someone = None, at: int = 0) -> Done:
        """Record that time ended it; anyone may."""
        return self._plain(by, "lapseObjection", at=at)

    # -- the holder

    def notify(self, *, by: Someone = None, at: int = 0) -> Done:
        """Tell the holder."""
        return self._step(by, [self.case.keeper.reviewer], "notifyHolder", at=at)

    def respond(self, response: int = HolderResponse.CONTEST, *, by: Someone = None, at: int = 0) -> Done:
        """The holder answers."""
        return self._step(by, self.case.hands, "respond", response, at=at)

    def deem(self, *, by: Someone = None, at: int = 0) -> Done:
        """Record that the holder was silent; anyone may."""
        return self._plain(by, "deemContested", at=at)

    # -- the registrar

    def investigate(self, marks: int = 0, *, by: Someone = None, at: int = 0) -> Done:
        """Look into it, with or without mediation."""
        return self._step(by, [self.case.keeper.reviewer], "investigate", marks, at=at)

    def conclude(self, conclusion: int = Conclusion.PARTLY, *, by: Someone = None, at: int = 0) -> Done:
        """Conclude."""
        return self._step(by, self.case.keeper.pair, "conclude", conclusion, at=at)

    # -- both sides

    def accept(self, sides: int = BOTH, *, by: Someone = None, at: int = 0) -> Done:
        """Accept the conclusion."""
        return self._step(by, self._hands(sides), "acceptConclusion", sides, at=at)

    def reject(self, side: int = HOLDER, *, by: Someone = None, at: int = 0) -> Done:
        """Reject the conclusion."""
        return self._step(by, self._hands(side), "rejectConclusion", side, at=at)

    def litigate(self, side: int = OBJECTOR, *, by: Someone = None, at: int = 0) -> Done:
        """Sue."""
        return self._step(by, self._hands(side), "litigate", side, at=at)

    # -- the end

    def resolve(
        self, outcome: int = ObjectionOutcome.STANDS, change: int = 0, *, by: Someone = None, at: int = 0
    ) -> Done:
        """End it as admitted or accepted."""
        return self._step(by, self.case.keeper.pair, "resolveObjection", outcome, change, at=at)

    def resolve_by_order(
        self,
        issuer: Player,
        outcome: int = ObjectionOutcome.STANDS,
        change: int = 0,
        *,
        by: Someone = None,
        at: int = 0,
        **parts: Any,
    ) -> Done:
        """End it as an award decided, effective and served now."""
        now = at or self.stage.now
        given = {"kind": Instrument.AWARD, "effective": now, "served": now, "alg": SHA256, "document": DOCUMENT}
        order = (issuer, *(given | parts).values())
        terms = (self.case.entry, self.number, outcome, change, order)
        return self.case.file(by, self.case.keeper.pair, "resolveByOrder", *terms, at=at)

    def withdraw(self, *, by: Someone = None, at: int = 0) -> Done:
        """Take it back."""
        return self.case.take_back(self.number, by=by, at=at)

    # -- far along

    def notified(self) -> "Dispute":
        """The holder knows."""
        self.notify()
        return self

    def admitted(self) -> "Dispute":
        """The holder knows and admits."""
        self.notified().respond(HolderResponse.ADMIT)
        return self

    def contested(self) -> "Dispute":
        """The holder knows and contests."""
        self.notified().respond()
        return self

    def concluded(self, conclusion: int = Conclusion.PARTLY) -> "Dispute":
        """Contested, and the registrar has concluded."""
        self.contested().conclude(conclusion)
        return self

    def accepted(self, conclusion: int = Conclusion.PARTLY) -> "Dispute":
        """Concluded, and both accept."""
        self.concluded(conclusion).accept()
        return self

    def rejected(self) -> "Dispute":
        """Concluded, and the holder rejects it."""
        self.concluded().reject()
        return self

    def litigated(self) -> "Dispute":
        """Rejected, and the objector sued."""
        self.rejected().litigate()
        return self

    def _hands(self, sides: int) -> Sequence[Signs]:
        objector = [self.cast.objector.one] if sides & OBJECTOR else []
        return [*(self.case.hands if sides & HOLDER else []), *objector]

    def _step(self, by: Someone, default: Sequence[Signs], name: str, *codes: int, at: int) -> Done:
        return self.case.file(by, default, name, self.case.entry, self.number, *codes, SHA256, DOCUMENT, at=at)

    def _plain(self, by: Someone, name: str, *, at: int) -> Done:
        return self.case.file(by, [self.cast.buyer.one], name, self.case.entry, self.number, at=at)
