"""Later registrations on the stage: transfer, change, renewal, cancellation, and what instruments order.

later = Later(Procedure(stage, cast).registered())        # over a registered folio
later.transfer()                                          # applied for by the holder and the second
later.decided()                                           # accepted, published, the notice over
later.complete_transfer(by=[...])                         # any act, by anybody, at any legal time
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import Case, CaseFlag, Claim, Instrument, Right, Transfer
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256, OverFolio, Someone
from tests.contracts.stage import Done, Player
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

NOTICE = keccak(b"written notice to the former holder")
NOT_WHOLE = pytest.mark.parametrize(
    "parts, error",
    [
        ({"kind": Instrument.NONE}, "InstrumentNotValid"),
        ({"kind": 7}, "InstrumentNotValid"),
        ({"effective": 0}, "InstrumentNotEffective"),
        ({"served": 0}, "InstrumentNotValid"),
        ({"alg": 0}, "UnknownAlgorithm"),
        ({"document": bytes(32)}, "DigestMissing"),
    ],
)
"""What makes an instrument one that nobody executes. (rules 116, 123)"""


@dataclass
class Later(OverFolio):
    """One registered folio and its latest case, which the procedure takes along."""

    @property
    def both(self) -> list[Signs]:
        """The holder's and the transferee's first officers."""
        return [self.case.filer.one, self.cast.second.one]

    @property
    def transfer_word(self) -> Transfer:
        """Whom the rights of the case go to."""
        return self.stage.word(Transfer, self.entry, self.case.number)

    def kase(self, asked: int = ALL, flags: int = 0, **fields: Any) -> Case:
        """What an applicant gives of the case."""
        given = {"applicant": self.case.filer.number, "registrar": self.case.keeper.number} | fields
        return Case(asked=Right(asked), flags=CaseFlag(flags), **given)

    # -- applying

    def transfer(
        self, asked: int = ALL, *, to: Player | None = None, by: Someone = None, at: int = 0, **fields: Any
    ) -> Done:
        """Apply for a transfer, to the second when not said."""
        terms = (self.entry, self.kase(asked, **fields), to or self.cast.second, SHA256, DOCUMENT)
        return self._applied("applyTransfer", "TransferApplied", terms, by, self.both, at)

    def change(
        self, claim: Claim = COLLECTED, asked: int = ALL, *, by: Someone = None, at: int = 0, **fields: Any
    ) -> Done:
        """Apply for a change."""
        terms = (self.entry, self.kase(asked, **fields), claim, SHA256, DOCUMENT)
        return self._applied("applyChange", "ChangeApplied", terms, by, self.case.hands, at)

    def renew(self, asked: int = ALL, *, by: Someone = None, at: int = 0, **fields: Any) -> Done:
        """Apply for a renewal."""
        terms = (self.entry, self.kase(asked, **fields), SHA256, DOCUMENT)
        return self._applied("applyRenewal", "RenewalApplied", terms, by, self.case.hands, at)

    def cancel(self, asked: int = ALL, *, by: Someone = None, at: int = 0, **fields: Any) -> Done:
        """Apply for a cancellation."""
        terms = (self.entry, self.kase(asked, **fields), SHA256, DOCUMENT)
        return self._applied("applyCancellation", "CancellationApplied", terms, by, self.case.hands, at)

    def reapply(self, claim: Claim | None = None, *, by: Someone = None, at: int = 0) -> Done:
        """Hand in again, corrected."""
        terms = (self.entry, self.case.number, claim or Claim(), SHA256, DOCUMENT)
        return self.case.file(by, self.case.hands, "reapply", *terms, at=at)

    # -- on the way

    def decided(self, on: str = "", passed: int = ALL) -> "Later":
        """Accepted and published today, the notice over: a fortnight later when no date is said."""
        self.case.accept()
        self.case.publish(passed)
        if on:
            self.stage.on(on)
        else:
            self.stage.chain.forward(days=14)
        return self

    # -- completing

    def complete_transfer(
        self,
        *,
        burdens: Sequence[int] = (),
        licences: Sequence[int] = (),
        by: Someone = None,
        at: int = 0,
        alg: int = SHA256,
        national: bytes = DOCUMENT,
    ) -> Done:
        """Complete a transfer, the second accepting."""
        default = [*self.case.keeper.pair, self.cast.second.one]
        lists = (list(burdens), list(licences))
        return self.case.file(
            by, default, "completeTransfer", self.entry, self.case.number, alg, national, *lists, at=at
        )

    def complete_change(self, *, burdens: Sequence[int] = (), by: Someone = None, at: int = 0) -> Done:
        """Complete a change."""
        return self._completed("completeChange", by, at, SHA256, DOCUMENT, list(burdens))

    def complete_renewal(self, until: str, *, by: Someone = None, at: int = 0) -> Done:
        """Complete a renewal."""
        return self._completed("completeRenewal", by, at, day(until), SHA256, DOCUMENT)

    def complete_cancellation(
        self, *, burdens: Sequence[int] = (), licences: Sequence[int] = (), by: Someone = None, at: int = 0
    ) -> Done:
        """Complete a cancellation."""
        return self._completed("completeCancellation", by, at, SHA256, DOCUMENT, list(burdens), list(licences))

    def correct(
        self,
        facts: Claim,
        *,
        burdens: Sequence[int] = (),
        by: Someone = None,
        at: int = 0,
        alg: int = SHA256,
        reason: bytes = DOCUMENT,
    ) -> Done:
        """Correct what was registered wrongly."""
        default = [*self.case.keeper.pair, self.case.filer.one]
        return self.case.file(by, default, "correctFacts", self.entry, facts, alg, reason, list(burdens), at=at)

    # -- instruments

    def order(self, issuer: Player, **parts: Any) -> tuple[Any, ...]:
        """A judgment, effective and served now."""
        now = self.stage.now
        given = {"kind": Instrument.JUDGMENT, "effective": now, "served": now, "alg": SHA256, "document": DOCUMENT}
        return (issuer, *(given | parts).values())

    def execute_transfer(
        self,
        order: tuple[Any, ...],
        rights: int = ALL,
        *,
        to: Player | None = None,
        burdens: Sequence[int] = (),
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Give rights to the second, or to whom a test says, because an instrument says so."""
        terms = (self.entry, rights, to or self.cast.second, order, list(burdens))
        return self.case.file(by, self.case.keeper.pair, "executeTransfer", *terms, at=at)

    def execute_cancellation(
        self,
        order: tuple[Any, ...],
        rights: int = ALL,
        *,
        notice: bytes = NOTICE,
        burdens: Sequence[int] = (),
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """End rights because an instrument says so."""
        terms = (self.entry, rights, order, notice, list(burdens))
        return self.case.file(by, self.case.keeper.pair, "executeCancellation", *terms, at=at)

    def _applied(
        self, act: str, event: str, terms: tuple[Any, ...], by: Someone, default: Sequence[Signs], at: int
    ) -> Done:
        done = self.case.file(by, default, act, *terms, at=at)
        self.case.number = done.line(event).number
        return done

    def _completed(self, act: str, by: Someone, at: int, *terms: Any) -> Done:
        return self.case.file(by, self.case.keeper.pair, act, self.entry, self.case.number, *terms, at=at)
