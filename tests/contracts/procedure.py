"""A registration on the stage, step by step: each step is one method, signed by whom it takes unless a test says otherwise.

case = Procedure(stage, cast).submitted()          # opened and submitted
case.accept(by=[cast.registrar.approver])          # any step, by anybody, at any legal time
case.registered("2026-08-20")                      # all the way: accepted, published, the notice over, anchored
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from eth_abi import encode
from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Algorithm,
    Case,
    CaseFlag,
    Claim,
    Conclusion,
    ExtensionReason,
    Form,
    Ground,
    Head,
    Objection,
    Origin,
    Refusal,
    Right,
    Scheme,
    WaiverReason,
)
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

SHA256 = Algorithm.SHA256
KECCAK = Algorithm.KECCAK256
DOCUMENT = keccak(b"document")
NO_DOCUMENT = pytest.mark.parametrize(
    "alg, document, error",
    [(0, DOCUMENT, "UnknownAlgorithm"), (4, DOCUMENT, "UnknownAlgorithm"), (SHA256, bytes(32), "DigestMissing")],
    ids=["no algorithm", "unknown algorithm", "no document"],
)
"""What no step is taken on. (rule 123)"""
POSES = keccak(b"poses")
"""The content root of the data set most tests are about."""
ALL = Right.HOLD | Right.USE | Right.OPERATE
COLLECTED = Claim(origins=Origin.COLLECTED, form=Form.RESOURCE)

Someone = Sequence[Signs] | None


def entry_id(root: bytes, applicant: int, alg: int = KECCAK) -> bytes:
    """keccak256(ENTRY ‖ alg ‖ root ‖ applicant): whoever has the data can compute it."""
    return keccak(encode(["uint256", "uint256", "bytes32", "uint256"], [1, alg, root, applicant]))


def five_years(on: str) -> str:
    """The last day of five years from a date that is no 29 February."""
    start = date.fromisoformat(on)
    return str(start.replace(year=start.year + 5) - timedelta(days=1))


@dataclass
class Procedure:
    """One folio and its latest case."""

    stage: Stage
    cast: Cast
    root: bytes = POSES
    applicant: Player | None = None
    """The holder of the cast when not said."""
    registrar: Player | None = None
    """Likewise the cast's."""
    signers: Someone = None
    """Who signs for the applicant: its officer `one` when not said."""
    number: int = 0
    """Of the case, once submitted."""

    @property
    def filer(self) -> Player:
        """Who applies."""
        return self.applicant or self.cast.holder

    @property
    def hands(self) -> Sequence[Signs]:
        """Who signs for the applicant."""
        return [self.filer.one] if self.signers is None else self.signers

    @property
    def keeper(self) -> Player:
        """The registrar."""
        return self.registrar or self.cast.registrar

    @property
    def entry(self) -> bytes:
        """The folio."""
        return entry_id(self.root, self.filer.number)

    @property
    def folio(self) -> tuple[int, bytes, int]:
        """What the folio is about, as the ledger takes it."""
        return (KECCAK, self.root, self.filer.number)

    @property
    def case(self) -> Case:
        """The case word."""
        return self.stage.word(Case, self.entry, self.number)

    @property
    def head(self) -> Head:
        """The head of the folio."""
        return self.stage.head(self.entry)

    def objection(self, number: int) -> Objection:
        """An objection's word."""
        return self.stage.word(Objection, self.entry, number)

    def file(self, by: Someone, default: Sequence[Signs], name: str, *terms: Any, at: int = 0) -> Done:
        """One act on the folio in a filing of its own."""
        return self.stage.file(default if by is None else by, [(name, *terms)], at=at)

    # -- application

    def opened(self) -> "Procedure":
        """With the folio open."""
        self.file(None, self.hands, "open", KECCAK, self.root, self.filer)
        return self

    def submit(
        self,
        *,
        by: Someone = None,
        at: int = 0,
        asked: int = ALL,
        claim: Claim = COLLECTED,
        flags: int = 0,
        name: bytes = DOCUMENT,
        **case: Any,
    ) -> Done:
        """Hand in the application; `case` sets further fields of the case word."""
        word = Case(
            asked=Right(asked), applicant=self.filer.number, registrar=self.keeper.number, flags=CaseFlag(flags)
        )
        terms = (self.entry, self.folio, replace(word, **case), claim, SHA256, DOCUMENT, name, DOCUMENT)
        done = self.file(by, self.hands, "submit", *terms, at=at)
        self.number = done.line("Submitted").number
        return done

    def submitted(self, **terms: Any) -> "Procedure":
        """With the folio open and an application handed in."""
        if not self.stage.journal(self.entry).lines:
            self.opened()
        self.submit(**terms)
        return self

    def resubmit(self, *, by: Someone = None, at: int = 0, claim: Claim = COLLECTED) -> Done:
        """Hand in again, corrected."""
        terms = (self.entry, self.number, claim, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        return self.file(by, self.hands, "resubmit", *terms, at=at)

    def withdraw(self, *, by: Someone = None, at: int = 0) -> Done:
        """Take the application back."""
        return self.file(by, self.hands, "withdrawCase", self.entry, self.number, at=at)

    # -- acceptance

    def request_correction(self, due: str, *, by: Someone = None, at: int = 0) -> Done:
        """Ask for corrections until a date."""
        terms = (self.entry, self.number, day(due), SHA256, DOCUMENT)
        return self.file(by, [self.keeper.reviewer], "requestCorrection", *terms, at=at)

    def accept(self, *, by: Someone = None, at: int = 0) -> Done:
        """Accept the application."""
        return self._step(by, [self.keeper.reviewer], "accept", at=at)

    def deem(self, *, by: Someone = None, at: int = 0) -> Done:
        """Record that silence accepted."""
        return self.file(by, [self.cast.objector.one], "deem", self.entry, self.number, at=at)

    def lapse(self, *, by: Someone = None, at: int = 0) -> Done:
        """Record that the correction list ran out."""
        return self.file(by, [self.cast.objector.one], "lapse", self.entry, self.number, at=at)

    # -- review

    def pause(self, *, by: Someone = None, at: int = 0) -> Done:
        """Ask for more material."""
        return self._step(by, [self.keeper.reviewer], "pause", at=at)

    def resume(self, *, by: Someone = None, at: int = 0) -> Done:
        """The material is there."""
        return self._step(by, self.hands, "resume", at=at)

    def extend(
        self, days: int = 10, code: int = ExtensionReason.COMPLEX_SOURCE, *, by: Someone = None, at: int = 0
    ) -> Done:
        """More working days for the review."""
        return self._step(by, [self.keeper.approver], "extend", days, code, at=at)

    def publish(self, passed: int = ALL, *, by: Someone = None, at: int = 0) -> Done:
        """Let rights pass and begin the notice."""
        return self._step(by, self.keeper.pair, "publish", passed, at=at)

    def waive(
        self, passed: int = ALL, code: int = WaiverReason.TRADE_SECRET, *, by: Someone = None, at: int = 0
    ) -> Done:
        """Let rights pass without a notice."""
        return self._step(by, self.keeper.pair, "waive", passed, code, at=at)

    def decline(self, code: int = Refusal.UNLAWFUL_SOURCE, *, by: Someone = None, at: int = 0) -> Done:
        """Say no."""
        return self._step(by, self.keeper.pair, "decline", code, at=at)

    # -- completion

    def anchor(
        self,
        until: str = "2031-08-19",
        *,
        burdens: Sequence[int] = (),
        siblings: Sequence[bytes] = (),
        by: Someone = None,
        at: int = 0,
        **terms: Any,
    ) -> Done:
        """Complete the registration."""
        folio, national = terms.get("folio", self.folio), terms.get("national", DOCUMENT)
        values = (self.entry, self.number, folio, day(until), terms.get("alg", SHA256), national)
        return self.file(by, self.keeper.pair, "anchor", *values, list(burdens), list(siblings), at=at)

    def issue(self, number: str, *, scheme: int = Scheme.NATIONAL, by: Someone = None, at: int = 0) -> Done:
        """Issue a credential number."""
        credential = number.encode().ljust(32, b"\0")
        return self._step(by, self.keeper.pair, "issueCredential", scheme, credential, at=at)

    # -- objections

    def object_in_notice(
        self, *, objector: Player | None = None, ground: int = Ground.OWNERSHIP, by: Someone = None, at: int = 0
    ) -> Done:
        """Object to the case in notice."""
        party = objector or self.cast.objector
        terms = (self.entry, self.number, party, ground, SHA256, DOCUMENT)
        return self.file(by, [self.cast.objector.one], "objectInNotice", *terms, at=at)

    def resolve(
        self,
        objection: int,
        conclusion: int = Conclusion.DISMISSED,
        passed: int = ALL,
        *,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Decide an objection in the notice."""
        terms = (self.entry, objection, conclusion, passed, SHA256, DOCUMENT)
        return self.file(by, self.keeper.pair, "resolveInNotice", *terms, at=at)

    def object(
        self,
        rights: int = ALL,
        *,
        objector: Player | None = None,
        ground: int = Ground.OWNERSHIP,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Object to what is registered."""
        terms = (self.entry, objector or self.cast.objector, rights, ground, SHA256, DOCUMENT)
        return self.file(by, [self.cast.objector.one], "object", *terms, at=at)

    def complete(self, objection: int, *, by: Someone = None, at: int = 0) -> Done:
        """Find an objection's material complete: the rights are in dispute."""
        return self.file(by, self.keeper.pair, "complete", self.entry, objection, SHA256, DOCUMENT, at=at)

    def take_back(self, objection: int, *, by: Someone = None, at: int = 0) -> Done:
        """Withdraw an objection."""
        terms = (self.entry, objection, SHA256, DOCUMENT)
        return self.file(by, [self.cast.objector.one], "withdrawObjection", *terms, at=at)

    def disputed(self, rights: int = ALL, ground: int = Ground.OWNERSHIP) -> int:
        """With a complete objection; its number."""
        number = self.object(rights, ground=ground).line("Objected").number
        self.complete(number)
        return number

    # -- far along

    def under_review(self, **terms: Any) -> "Procedure":
        """Accepted today."""
        self.submitted(**terms).accept()
        return self

    def in_notice(self, passed: int = ALL, **terms: Any) -> "Procedure":
        """Published today."""
        self.under_review(**terms).publish(passed)
        return self

    def registered(self, on: str = "2026-08-20", *, until: str = "", **terms: Any) -> "Procedure":
        """Anchored on a date for as long as may be, everything before it today."""
        siblings = terms.pop("siblings", ())
        burdens = terms.pop("burdens", ())
        self.in_notice(passed=terms.get("asked", ALL), **terms)
        if day(on) > self.stage.today:
            self.stage.on(on)
        self.anchor(until or five_years(on), siblings=siblings, burdens=burdens)
        return self

    def _step(self, by: Someone, default: Sequence[Signs], name: str, *codes: int | bytes, at: int = 0) -> Done:
        """A step of the case with a document behind it."""
        return self.file(by, default, name, self.entry, self.number, *codes, SHA256, DOCUMENT, at=at)


@dataclass
class OverFolio:
    """What happens to one folio after its registration: loans, licences, leases, disputes and the like are each one of these."""

    case: Procedure

    @property
    def stage(self) -> Stage:
        """The ledger."""
        return self.case.stage

    @property
    def cast(self) -> Cast:
        """Everybody."""
        return self.case.cast

    @property
    def entry(self) -> bytes:
        """The folio."""
        return self.case.entry

    @property
    def head(self) -> Head:
        """Its head."""
        return self.case.head
