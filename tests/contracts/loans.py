"""Securities on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

loans = Loans(case, Lenders.on(stage, cast))     # over a registered folio
number = loans.recorded()                        # the loan of SC1: the bank, its guarantor, twelve months
loans.perfected(number)                          # imported by one person, found true by another
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Acknowledgement,
    Burden,
    Characterisation,
    Debt,
    DefaultEvent,
    ExternalFiling,
    FilingAct,
    FilingVenue,
    MismatchReason,
    Power,
    Right,
    Role,
    SecuredScope,
    Security,
    SecurityFlag,
)
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, OverFolio, Someone
from tests.contracts.stage import Cast, Done, Player, Stage, enter
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.cast import MERCHANT
from tests.contracts.stage.stage import day, instant

NUMBER = keccak(b"DEMO-0920260902001")
PLEDGE = Security(
    character=Characterisation.RIGHT_PLEDGE_440_7,
    flags=SecurityFlag.FORFEITURE_FREE | SecurityFlag.INCLUDES_PROCEEDS,
)
"""A pledge of the rights and of the fees they bring (演示)."""
LOAN = Debt(
    maturity=day("2027-08-31"),
    cap=5_000,
    place=330_100,
    scope=SecuredScope.INTEREST | SecuredScope.COSTS_OF_REALISATION,
)
"""Due after twelve months; the debtor as a test says."""
FILED = ExternalFiling(
    kind=FilingAct.INITIAL,
    venue=FilingVenue.ZDW_CAT7,
    filed_at=instant("2026-09-02", "10:31") + 22,
    until=day("2029-09-01"),
)
"""The filing of SC1 (演示)."""
LENDING = MERCHANT | Power.ENFORCE


@dataclass(frozen=True)
class Lenders:
    """Who lends and who guarantees; all invented (演示)."""

    bank: Player
    """`one`, `two`."""
    second: Player
    """Another bank (虚构)."""
    guarantor: Player
    """`one`, `two`."""

    @classmethod
    def on(cls, stage: Stage, cast: Cast) -> "Lenders":
        """Bring them on."""
        officers = {"one": LENDING, "two": LENDING}
        return cls(
            enter(stage, cast.operator, "bank (虚构)", Role.BANK, officers, 500),
            enter(stage, cast.operator, "second bank (虚构)", Role.BANK, officers, 510),
            enter(stage, cast.operator, "guarantor (虚构)", Role.GUARANTOR, officers, 520),
        )


@dataclass
class Loans(OverFolio):
    """Securities over one folio."""

    lenders: Lenders

    @property
    def registrar(self) -> Player:
        """Its registrar."""
        return self.case.keeper

    def security(self, number: int) -> Security:
        """A security's word."""
        return self.stage.word(Security, self.entry, number)

    def debt(self, number: int) -> Debt:
        """What it secures."""
        return self.stage.word(Debt, self.entry, number)

    def burden(self, number: int) -> Burden:
        """Its burden."""
        return self.stage.word(Burden, self.entry, number)

    def filing(self, number: int) -> ExternalFiling:
        """The latest filing imported for it."""
        return self.stage.word(ExternalFiling, self.entry, number)

    def papers(self, **changes: Any) -> tuple[Any, ...]:
        """What the parties sign besides the terms."""
        parts: dict[str, Any] = {"alg": SHA256} | dict.fromkeys(
            ("claim", "contract", "resolution", "description", "snapshot", "representation"), DOCUMENT
        )
        return tuple((parts | changes).values())

    def evidence(self, **changes: Any) -> tuple[Any, ...]:
        """Of a filing."""
        parts: dict[str, Any] = {"alg": SHA256, "number": NUMBER, "description": DOCUMENT, "proof": DOCUMENT}
        return tuple((parts | changes).values())

    def record(  # noqa: PLR0913  the parts of a security, each of which a test may want to set
        self,
        *,
        bank: Player | None = None,
        guarantor: Player | None = None,
        debtor: Player | None = None,
        by: Someone = None,
        at: int = 0,
        rights: int = ALL,
        acks: int = 0,
        terms: dict[str, Any] | None = None,
        security: dict[str, Any] | None = None,
        debt: dict[str, Any] | None = None,
        papers: tuple[Any, ...] | None = None,
        burdens: Sequence[int] = (),
    ) -> Done:
        """Record a security. The holder, the bank, the guarantor if there is one, and the registrar sign."""
        bank = bank or self.lenders.bank
        linked = guarantor.number if guarantor else 0
        if guarantor and not acks:
            acks = Acknowledgement.RELEASE | Acknowledgement.RANK | Acknowledgement.AMEND_UP
        owing = (debtor or self.case.filer).number
        word = Burden(rights=Right(rights), party=bank.number, ack=linked, acks=Acknowledgement(acks))
        values = (
            self.entry,
            replace(word, **(terms or {})),
            replace(PLEDGE, **(security or {})),
            replace(LOAN, **{"debtor": owing, **(debt or {})}),
            papers or self.papers(),
            list(burdens),
        )
        if by is None:
            by = [self.case.filer.one, bank.one, self.registrar.reviewer, *([guarantor.one] if guarantor else [])]
        return self.stage.file(by, [("recordSecurity", *values)], at=at)

    def recorded(self, **terms: Any) -> int:
        """The same; the security's number."""
        return self.record(**terms).line("SecurityRecorded").number

    # -- filings

    def importing(
        self,
        number: int,
        *,
        by: Someone = None,
        at: int = 0,
        papers: tuple[Any, ...] | None = None,
        **filing: Any,
    ) -> Done:
        """One person enters an external filing; `filing` changes that of SC1."""
        return self._file(by, [self.registrar.reviewer], "importFiling", number, *self._facts(filing, papers), at=at)

    def perfect(
        self,
        number: int,
        *,
        by: Someone = None,
        at: int = 0,
        papers: tuple[Any, ...] | None = None,
        **filing: Any,
    ) -> Done:
        """Another person finds it true."""
        return self._file(by, [self.registrar.approver], "perfect", number, *self._facts(filing, papers), at=at)

    def verify(self, number: int, kind: int, *, by: Someone = None, at: int = 0, **filing: Any) -> Done:
        """Another person finds a later filing true."""
        facts = self._facts({"kind": kind, **filing}, None)
        return self._file(by, [self.registrar.approver], "verifyFiling", number, *facts, at=at)

    def filed(self, number: int, kind: int, **filing: Any) -> Done:
        """A later filing imported by one and verified by another."""
        self.importing(number, kind=kind, **filing)
        return self.verify(number, kind, **filing)

    def perfected(self, number: int, **filing: Any) -> int:
        """With the initial filing imported and found true; the security's number."""
        self.importing(number, **filing)
        self.perfect(number, **filing)
        return number

    def reject(self, number: int, code: int = MismatchReason.DESCRIPTION, *, by: Someone = None, at: int = 0) -> Done:
        """Another person finds that it does not fit."""
        return self._step(by, [self.registrar.approver], "rejectFiling", number, code, at=at)

    def _facts(self, filing: dict[str, Any], papers: tuple[Any, ...] | None) -> tuple[Any, ...]:
        return replace(FILED, **filing), papers or self.evidence()

    # -- time

    def lapse(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """Note that the term is over; anyone may."""
        return self._file(by, [self.cast.buyer.two], "lapseSecurity", number, at=at)

    def void(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """End what was not perfected in time; anyone may."""
        return self._file(by, [self.cast.buyer.two], "voidSecurity", number, at=at)

    # -- release

    def ask_release(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The grantor asks for release."""
        return self._step(by, [self.case.filer.one], "requestRelease", number, at=at)

    def release(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """Two persons of the bank and the guarantor release."""
        hands = [*self.lenders.bank.both, self.lenders.guarantor.one]
        return self._step(by, hands, "releaseSecurity", number, at=at)

    def extinguish(self, number: int, order: tuple[Any, ...], *, by: Someone = None, at: int = 0) -> Done:
        """The registrar's pair executes an instrument."""
        hands = self.case.keeper.pair if by is None else by
        return self.case.stage.file(hands, [("extinguishSecurity", self.entry, number, order)], at=at)

    def escalate(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The grantor complains that the filing still stands."""
        return self._step(by, [self.case.filer.one], "escalateCancellation", number, at=at)

    # -- default

    def notice(
        self,
        number: int,
        code: int = DefaultEvent.PAYMENT,
        cure: str = "2027-09-30",
        *,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """The bank gives notice of default."""
        return self._step(by, [self.lenders.bank.one], "noticeDefault", number, code, day(cure), at=at)

    def cure(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The bank notes that it was cured."""
        return self._step(by, [self.lenders.bank.one], "cureDefault", number, at=at)

    def demand(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The grantor demands realisation."""
        return self._step(by, [self.case.filer.one], "demandRealisation", number, at=at)

    def crystallise(self, number: int, code: int, *, by: Someone = None, at: int = 0) -> Done:
        """The bank fixes a maximum."""
        return self._step(by, [self.lenders.bank.one], "crystallise", number, code, at=at)

    def _step(self, by: Someone, default: Sequence[Signs], name: str, number: int, *codes: int, at: int) -> Done:
        return self._file(by, default, name, number, *codes, SHA256, DOCUMENT, at=at)

    def _file(self, by: Someone, default: Sequence[Signs], name: str, number: int, *terms: Any, at: int) -> Done:
        return self.stage.file(default if by is None else by, [(name, self.entry, number, *terms)], at=at)
