"""Enforcement on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

case = Realising(loans, security, court)             # over a security in default, its time to cure over
case.opened()                                        # each step takes all before it along
case.ready(EnforcementMethod.PRIVATE_SALE)           # opened, noticed, valued, method set; a week on
case.sell(buyer, by=[...])                           # any act, by anybody, at any legal time
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger_api.domain.words import (
    AttestationPurpose,
    Burden,
    Enforcement,
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementTrigger,
    Head,
    Instrument,
    Licence,
    Management,
    RoundFailure,
    SecurityState,
    Stay,
)
from tests.contracts.attestations.reports import Reports
from tests.contracts.loans import Loans
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Someone
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

NO_ORDER = (0, 0, 0, 0, 0, bytes(32))
NOTHING = bytes(32)
VALUED_ON = "2027-09-30"
"""Base day of the valuation for disposal (演示)."""


@dataclass
class Realising:
    """One enforcement of a security over a registered folio."""

    loans: Loans
    security: int
    court: Player
    number: int = 0
    """Of the enforcement, once opened."""
    valuation: int = 0
    burdens: list[int] = field(default_factory=list)
    """Not closed; the security alone unless a test says otherwise."""
    licences: list[int] = field(default_factory=list)
    papers: tuple[int, bytes] = (SHA256, DOCUMENT)
    """Algorithm and digest of the document a step has."""

    def __post_init__(self) -> None:
        self.burdens = self.burdens or [self.security]

    # -- reading

    @property
    def stage(self) -> Stage:
        """The ledger."""
        return self.loans.stage

    @property
    def cast(self) -> Cast:
        """Everybody else."""
        return self.loans.cast

    @property
    def entry(self) -> bytes:
        """The folio."""
        return self.loans.entry

    @property
    def head(self) -> Head:
        """Its head."""
        return self.loans.head

    @property
    def pair(self) -> tuple[Signs, Signs]:
        """The registrar's."""
        return self.loans.registrar.pair

    @property
    def bank(self) -> Player:
        """The creditor."""
        return self.loans.lenders.bank

    @property
    def holder(self) -> Signs:
        """The holder's first officer."""
        return self.loans.case.filer.one

    @property
    def word(self) -> Enforcement:
        """The enforcement's word."""
        return self.stage.word(Enforcement, self.entry, self.number)

    @property
    def management(self) -> Management:
        """Who manages the right."""
        return self.stage.word(Management, self.entry)

    def burden(self, number: int) -> Burden:
        """A burden's word."""
        return self.stage.word(Burden, self.entry, number)

    def licence(self, number: int) -> Licence:
        """A licence's word."""
        return self.stage.word(Licence, self.entry, number)

    def order(self, issuer: Player | None = None, **parts: Any) -> tuple[Any, ...]:
        """A ruling of the court, effective and served now."""
        now = self.stage.now
        given = {"kind": Instrument.RULING, "effective": now, "served": now, "alg": SHA256, "document": DOCUMENT}
        return (issuer or self.court, *(given | parts).values())

    # -- opening

    def open(
        self,
        trigger: int = EnforcementTrigger.DEFAULT,
        *,
        security: int = 0,
        order: tuple[Any, ...] = NO_ORDER,
        exhausted: bytes = NOTHING,
        by: Someone = None,
        at: int = 0,
        **papers: Any,
    ) -> Done:
        """Open; two persons of the bank and the registrar's clerk."""
        evidence = (papers.get("alg", SHA256), papers.get("document", DOCUMENT), exhausted)
        terms = (security or self.security, trigger, order, evidence, list(self.burdens))
        hands = [*self.bank.both, self.loans.registrar.reviewer]
        done = self.stage.file(hands if by is None else by, [("openEnforcement", self.entry, *terms)], at=at)
        self.number = done.line("EnforcementOpened").number
        return done

    def opened(self, **terms: Any) -> "Realising":
        """The same."""
        self.open(**terms)
        return self

    # -- preparing

    def notice(self, *, by: Someone = None, at: int = 0, document: bytes = DOCUMENT) -> Done:
        """Tell interest holders; the bank."""
        return self._step(
            by, [self.bank.one], "noticeEnforcement", SHA256, document, list(self.burdens), list(self.licences), at=at
        )

    def attested(self, **changes: Any) -> int:
        """A valuation for disposal of all rights."""
        if not hasattr(self, "_reports"):
            self._reports = Reports.on(self.stage, self.cast, self.loans.case)
        base = changes.pop("base", VALUED_ON)
        terms: dict[str, Any] = {
            "purpose": AttestationPurpose.DISPOSAL, "rights": ALL, "base": day(base), "until": day(base) + 364,
        }  # fmt: skip
        hands = [*self._reports.body.both, next(iter(self.holding.officers.values()))]
        return self._reports.attested(by=hands, **terms | changes)

    @property
    def holding(self) -> Player:
        """Who lets an appraiser write into the folio."""
        return self.loans.case.filer

    def value(self, valuation: int = 0, *, by: Someone = None, at: int = 0) -> Done:
        """Rely on a valuation; the bank."""
        self.valuation = valuation or self.attested()
        return self._step(by, [self.bank.one], "valueEnforcement", self.valuation, at=at)

    def method(
        self,
        method: int = EnforcementMethod.AUCTION,
        basis: int = EnforcementBasis.AGREEMENT,
        *,
        order: tuple[Any, ...] | None = None,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Set the method: the bank and the holder, the bank alone, or the pair with a ruling."""
        court = basis == EnforcementBasis.COURT
        order = order or (self.order() if court else NO_ORDER)
        agreed = [*self.bank.both, self.holder] if basis == EnforcementBasis.AGREEMENT else [*self.bank.both]
        hands = [*self.pair] if court else agreed
        return self._step(by, hands, "setMethod", method, basis, order, *self.papers, at=at)

    def prepared(self) -> "Realising":
        """Opened, noticed and valued today; a week on."""
        self.open()
        self.notice()
        self.value()
        self.stage.chain.forward(days=7)
        return self

    def ready(
        self, method: int = EnforcementMethod.AUCTION, basis: int = EnforcementBasis.AGREEMENT, **terms: Any
    ) -> "Realising":
        """The same, with the method set."""
        self.prepared().method(method, basis, **terms)
        return self

    # -- selling

    @property
    def is_court(self) -> bool:
        """Whether a court had the method set."""
        return self.word.basis == EnforcementBasis.COURT

    def fail(
        self,
        code: int = RoundFailure.NO_BID,
        *,
        venue: Player | int | None = None,
        held: int = 0,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Nobody bid; the bank and the exchange, or the pair."""
        if venue is None:
            venue = 0 if self.is_court or self.word.method != EnforcementMethod.AUCTION else self.cast.exchange
        hands = [*self.pair] if self.is_court else [*self.bank.both, *self._venue(venue)]
        return self._step(by, hands, "failRound", venue, held or self.stage.today, code, *self.papers, at=at)

    def sell(
        self,
        buyer: Player,
        *,
        venue: Player | int | None = None,
        held: int = 0,
        price: bytes = DOCUMENT,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Sold; the bank, the buyer and the exchange, or the pair."""
        if venue is None:
            venue = 0 if self.is_court or self.word.method != EnforcementMethod.AUCTION else self.cast.exchange
        agreed = [self.holder] if self.word.method == EnforcementMethod.DISCOUNT else []
        takers = [] if by is not None or self.is_court or buyer == self.bank else [buyer.one]
        hands = [*self.pair] if self.is_court else [*self.bank.both, *takers, *self._venue(venue), *agreed]
        alg, document = self.papers
        sale = (venue, held or self.stage.today, alg, price, document)
        return self._step(by, hands, "sellRight", buyer, sale, list(self.burdens), at=at)

    def sold(self, buyer: Player, **terms: Any) -> "Realising":
        """Ready by agreement, and sold by auction."""
        self.ready(**terms)
        self.sell(buyer)
        return self

    def _venue(self, venue: Player | int) -> list[Signs]:
        return [] if isinstance(venue, int) else [next(iter(venue.officers.values()))]

    # -- managing

    def take_over(self, operator: Player, until: str = "2029-12-31", *, by: Someone = None, at: int = 0) -> Done:
        """An operator takes the right over; with the bank and the holder, or the pair."""
        hands = [*self.pair] if self.is_court else [*self.bank.both, self.holder]
        terms = (operator, day(until), *self.papers, list(self.burdens))
        return self._step(by, [*hands, operator.one], "takeOver", *terms, at=at)

    def report(self, operator: Player, until: str, *, by: Someone = None, at: int = 0) -> Done:
        """Income through a day; the operator and the bank."""
        alg, document = self.papers
        terms = (day(until), alg, DOCUMENT, document)
        return self._step(by, [operator.one, self.bank.one], "reportIncome", *terms, at=at)

    def give_back(self, *, by: Someone = None, at: int = 0) -> Done:
        """The right returns; the bank, or the pair."""
        hands = [*self.pair] if self.is_court else [*self.bank.both]
        return self._step(by, hands, "returnRight", *self.papers, at=at)

    # -- stays and ends

    def suspend(
        self, code: int = Stay.OBJECTED, *, order: tuple[Any, ...] | None = None, by: Someone = None, at: int = 0
    ) -> Done:
        """Stop it; the pair, and a ruling unless somebody only objects."""
        order = order or (NO_ORDER if code == Stay.OBJECTED else self.order())
        return self._step(by, self.pair, "suspendEnforcement", code, order, *self.papers, at=at)

    def resume(self, *, order: tuple[Any, ...] = NO_ORDER, by: Someone = None, at: int = 0) -> Done:
        """Let it go on."""
        return self._step(by, self.pair, "resumeEnforcement", order, *self.papers, at=at)

    def end(
        self,
        code: int = EnforcementEnd.CURED,
        *,
        order: tuple[Any, ...] = NO_ORDER,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """End it; two persons of the bank."""
        return self._step(by, self.bank.both, "endEnforcement", code, order, *self.papers, at=at)

    # -- realising

    def settlement(self, order: tuple[Any, ...] = NO_ORDER, **papers: Any) -> tuple[Any, ...]:
        """The act that settles."""
        parts = {"alg": SHA256, "paid": DOCUMENT, "distribution": DOCUMENT, "national": DOCUMENT} | papers
        lists = (list(self.burdens), list(self.licences))
        return ("settleSale", self.entry, self.number, order, tuple(parts.values()), *lists)

    def settle(
        self, buyer: Player, *, order: tuple[Any, ...] = NO_ORDER, by: Someone = None, at: int = 0, **papers: Any
    ) -> Done:
        """Settle; the pair, the bank and the buyer, or the pair with a ruling."""
        takers = [] if by is not None or buyer == self.bank else [buyer.one]
        hands = [*self.pair] if order != NO_ORDER else [*self.pair, *self.bank.both, *takers]
        return self.stage.file(hands if by is None else by, [self.settlement(order, **papers)], at=at)

    def settled(self, buyer: Player, **terms: Any) -> "Realising":
        """Sold by auction as agreed, and settled."""
        self.sold(buyer, **terms).settle(buyer)
        return self

    def removal(self, licence: int, security: int = 0) -> tuple[Any, ...]:
        """The act that removes a licence."""
        return ("removeLicence", self.entry, self.number, licence, security or self.security, *self.papers)

    def remove(self, licence: int, security: int = 0, *, by: Someone = None, at: int = 0) -> Done:
        """Remove a licence; the pair."""
        return self.stage.file(self.pair if by is None else by, [self.removal(licence, security)], at=at)

    def clearing(self, burden: int, result: int = SecurityState.PARTLY_REALISED) -> tuple[Any, ...]:
        """The act that clears a burden."""
        return ("clearBurden", self.entry, self.number, burden, result, *self.papers)

    def clear(
        self, burden: int, result: int = SecurityState.PARTLY_REALISED, *, by: Someone = None, at: int = 0
    ) -> Done:
        """Clear a burden; the pair."""
        return self.stage.file(self.pair if by is None else by, [self.clearing(burden, result)], at=at)

    def completion(self, result: int = SecurityState.REALISED, burdens: Sequence[int] | None = None) -> tuple[Any, ...]:
        """The act that completes."""
        left = [self.security] if burdens is None else list(burdens)
        return ("completeEnforcement", self.entry, self.number, result, *self.papers, left)

    def complete(
        self,
        result: int = SecurityState.REALISED,
        *,
        burdens: Sequence[int] | None = None,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Complete; the pair."""
        return self.stage.file(self.pair if by is None else by, [self.completion(result, burdens)], at=at)

    def _step(self, by: Someone, default: Sequence[Signs], name: str, *terms: Any, at: int) -> Done:
        return self.stage.file(default if by is None else by, [(name, self.entry, self.number, *terms)], at=at)
