"""Finance leases on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

leasing = Leasing.on(stage, cast)          # P10's folio, registered and appraised; a lessor
number = leasing.recorded()                # the leaseback of SC2, title noted only
number = leasing.in_term()                 # likewise, title with the lessor, the use with the lessee
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ledger_api.domain.words import (
    AccreditationKind,
    AttestationKind,
    AttestationPurpose,
    Burden,
    EndReason,
    EndTitle,
    FilingVenue,
    Instrument,
    Lease,
    LeaseEnding,
    LeaseFlag,
    LeaseJudgment,
    LeaseStructure,
    Licence,
    LicenceKind,
    Remedy,
    Right,
    Role,
    Security,
    TitleMode,
)
from tests.contracts.attestations.reports import VALUATION, Reports, attestor
from tests.contracts.burdened import court
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.loans import LENDING, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, OverFolio, Procedure, Someone
from tests.contracts.stage import Cast, Done, Player, Stage, enter
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.cast import MERCHANT
from tests.contracts.stage.stage import day, instant

OBJECT = Right.USE | Right.OPERATE
TERMS = Lease(
    structure=LeaseStructure.LEASEBACK,
    title=TitleMode.NOTED,
    end=EndTitle.LESSEE_TOKEN,
    instalments=12,
    grace=15,
    flags=LeaseFlag.PRICE_WITHIN | LeaseFlag.INCOME_PRODUCING,
    until=day("2029-08-31"),
)
"""Twelve quarterly rents, a token price at the end, as in SC2 (演示); lessee and opinions as a test says."""
CATEGORY_4: dict[str, Any] = {"venue": FilingVenue.ZDW_CAT4, "filed_at": instant("2026-09-02", "10:00")}
"""The filing of a lease (演示)."""


@dataclass
class Leasing(OverFolio):
    """Leases of one folio."""

    lessor: Player
    """`one`, `two`."""
    valuations: Reports
    accounts: Reports
    valuation: int = 0
    book_value: int = 0

    @classmethod
    def on(cls, stage: Stage, cast: Cast, **terms: Any) -> "Leasing":
        """P10's folio, registered on 20 August; it is 31 August."""
        officers = dict.fromkeys(("one", "two"), MERCHANT)
        lessee = enter(stage, cast.operator, "示例租户(虚构)", Role.HOLDER | Role.MERCHANT, officers, 560)
        case = Procedure(stage, cast, applicant=lessee).registered("2026-08-20", **terms)
        lessor = enter(stage, cast.operator, "lessor (虚构)", Role.LESSOR, dict.fromkeys(("one", "two"), LENDING), 570)
        bodies = [
            Reports(case, attestor(stage, cast, kind, first_account=account))
            for kind, account in ((AccreditationKind.APPRAISAL_FILING, 580), (AccreditationKind.ACCOUNTING_FIRM, 590))
        ]
        found = cls(case, lessor, bodies[0], bodies[1])
        found.valuation, found.book_value = found.appraised(), found.booked()
        stage.on("2026-08-31")
        return found

    # -- who and what

    @property
    def lessee(self) -> Player:
        """P10."""
        return self.case.filer

    @property
    def registrar(self) -> Player:
        """The folio's."""
        return self.case.keeper

    @cached_property
    def loans(self) -> Loans:
        """Securities over the folio, by banks that come when they are needed."""
        return Loans(self.case, Lenders.on(self.stage, self.cast))

    @property
    def filings(self) -> Loans:
        """Filings alone: nobody lends."""
        return Loans(self.case, Lenders(self.lessor, self.lessor, self.lessor))

    @property
    def deals(self) -> Deals:
        """Licences over it."""
        return Deals(self.case)

    @property
    def later(self) -> Later:
        """Its later registrations."""
        return Later(self.case)

    def lease(self, number: int) -> Lease:
        """A lease's word."""
        return self.stage.word(Lease, self.entry, number)

    def burden(self, number: int) -> Burden:
        """Its burden."""
        return self.stage.word(Burden, self.entry, number)

    def security(self, number: int) -> Security:
        """Where its filing stands."""
        return self.stage.word(Security, self.entry, number)

    def licence(self, number: int) -> Licence:
        """A licence's word."""
        return self.stage.word(Licence, self.entry, number)

    # -- opinions

    def appraised(self, purpose: int = AttestationPurpose.LEASE, **changes: Any) -> int:
        """A valuation, two appraisers signing."""
        return self.valuations.attested(VALUATION, purpose=purpose, rights=OBJECT, **changes)

    def booked(self, **changes: Any) -> int:
        """An opinion on the book value."""
        terms = replace(VALUATION, kind=AttestationKind.ACCOUNTING, purpose=AttestationPurpose.BOOKING, rights=OBJECT)
        return self.accounts.attested(terms, **changes)

    # -- beginning

    def papers(self, **changes: Any) -> tuple[Any, ...]:
        """What lessor and lessee sign besides the terms."""
        parts = {"alg": SHA256} | dict.fromkeys(("claim", "contract", "resolution", "description"), DOCUMENT)
        return tuple((parts | {"opinion": bytes(32)} | changes).values())

    def record(
        self,
        *,
        by: Someone = None,
        at: int = 0,
        lessor: Player | None = None,
        papers: tuple[Any, ...] | None = None,
        burdens: Sequence[int] = (),
        **terms: Any,
    ) -> Done:
        """Record a lease; `terms` are changed. Lessee, lessor and registrar sign."""
        given = {"lessee": self.lessee.number, "valuation": self.valuation, "book_value": self.book_value} | terms
        values = (replace(TERMS, **given), lessor or self.lessor, papers or self.papers(), list(burdens))
        hands = [self.lessee.one, self.lessor.one, self.registrar.reviewer]
        return self.stage.file(hands if by is None else by, [("recordLease", self.entry, *values)], at=at)

    def recorded(self, **terms: Any) -> int:
        """The same; the lease's number."""
        return self.record(**terms).line("LeaseRecorded").number

    def licensing_back(self, burdens: Sequence[int] = (), **changes: Any) -> tuple[Any, ...]:
        """The act that gives the lessee the exclusive licence, from today to the end of the term."""
        terms = {
            "licensee": self.lessee.number,
            "kind": LicenceKind.EXCLUSIVE,
            "start": self.stage.today,
            "end": TERMS.until,
        }
        word = Licence(**(terms | changes))
        return ("grant", self.entry, self.registrar, word, self.deals.agreement(), list(burdens), [])

    def passing(self) -> None:
        """The transfer to the lessor, as far as its decision."""
        self.later.transfer(OBJECT, to=self.lessor, by=[self.lessee.one, self.lessor.one])
        self.later.decided(passed=OBJECT)

    def closing(self, number: int) -> list[tuple[Any, ...]]:
        """Title over, licence back, and the note of both."""
        return [
            ("completeTransfer", self.entry, self.case.number, SHA256, DOCUMENT, [number], []),
            self.licensing_back([number]),
            ("takeTitle", self.entry, number, 0x800001),
        ]

    def close(self, number: int, *acts: tuple[Any, ...]) -> Done:
        """All that in one filing, or these acts."""
        hands = [*self.registrar.pair, self.lessor.one, self.lessee.one]
        return self.stage.file(hands, list(acts or self.closing(number)))

    def in_term(self, **terms: Any) -> int:
        """Sold and leased back, with the lessor's title registered; the lease's number."""
        number = self.recorded(title=TitleMode.TRANSFERRED, **terms)
        self.passing()
        self.close(number)
        return number

    def take_title(self, number: int, licence: int, *, by: Someone = None, at: int = 0) -> Done:
        """Note that title passed."""
        return self._file(by, [self.lessee.one, self.registrar.reviewer], "takeTitle", number, licence, at=at)

    # -- rents and default

    def pay(self, number: int, paid: int, *, by: Someone = None, at: int = 0) -> Done:
        """So many rents are paid in all."""
        return self._step(by, [self.lessor.one], "recordRent", number, paid, at=at)

    def overdue(self, number: int, rents: int = 2, share: int = 0, *, by: Someone = None, at: int = 0) -> Done:
        """So many are overdue."""
        return self._step(by, [self.lessor.one], "noteOverdue", number, rents, share, at=at)

    def contest(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The lessee says otherwise."""
        return self._step(by, [self.lessee.one], "contestOverdue", number, at=at)

    def demand(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The lessor demands."""
        return self._step(by, [self.lessor.one], "demandRent", number, at=at)

    def elect(self, number: int, remedy: int = Remedy.ACCELERATE, *, by: Someone = None, at: int = 0) -> Done:
        """Two persons of the lessor elect."""
        return self._step(by, self.lessor.both, "electRemedy", number, remedy, at=at)

    def demanded(self, number: int) -> int:
        """Two rents overdue, demanded, the days of grace over; the number."""
        self.overdue(number)
        self.demand(number)
        self.stage.chain.forward(days=TERMS.grace + 1)
        return number

    def terminated(self, number: int) -> int:
        """And terminated."""
        self.elect(self.demanded(number), Remedy.TERMINATE)
        return number

    # -- end

    def repossess(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The lessor takes the object back, before the registrar's pair."""
        return self._step(by, [self.lessor.one, *self.registrar.pair], "repossess", number, at=at)

    def settle_value(
        self, number: int, valuation: int, *, by: Someone = None, at: int = 0, papers: tuple[Any, ...] | None = None
    ) -> Done:
        """Its value is settled, before the registrar's pair."""
        terms = (valuation, papers or (SHA256, DOCUMENT, DOCUMENT, DOCUMENT))
        return self._file(by, [self.lessor.one, *self.registrar.pair], "settleValue", number, *terms, at=at)

    def settle_title(self, number: int, code: int = LeaseEnding.MATURED, *, by: Someone = None, at: int = 0) -> Done:
        """The lease is over; the lessee says so."""
        return self._step(by, [self.lessee.one], "settleTitle", number, code, at=at)

    def give_back(self, number: int) -> None:
        """The lessor transfers the rights back, and the lessee ends the licence it then has from itself."""
        back = self.lease(number).licence_back
        self.later.transfer(OBJECT, to=self.lessee, by=[self.lessor.one, self.lessee.one], applicant=self.lessor.number)
        self.later.decided(passed=OBJECT)
        hands = [*self.registrar.pair, self.lessee.one]
        self.later.complete_transfer(burdens=sorted((number, back)), licences=[back], by=hands)
        self.deals.end(back, EndReason.MUTUAL, by=[self.lessee.one])

    def order(self, **changes: Any) -> tuple[Any, ...]:
        """A judgment (虚构), effective and served now."""
        parts = {
            "issuer": self.court.number,
            "kind": Instrument.JUDGMENT,
            "effective": self.stage.now,
            "served": self.stage.now,
        }
        return tuple((parts | {"alg": SHA256, "document": DOCUMENT} | changes).values())

    @cached_property
    def court(self) -> Player:
        """A court (虚构)."""
        return court(self.stage, self.cast, "court")

    def judge(
        self,
        number: int,
        code: int = LeaseJudgment.VOID,
        character: int = 0,
        maturity: int = 0,
        *,
        by: Someone = None,
        at: int = 0,
        **order: Any,
    ) -> Done:
        """The registrar's pair executes a judgment."""
        terms = (code, character, maturity, self.order(**order))
        return self._file(by, self.registrar.pair, "executeLeaseJudgment", number, *terms, at=at)

    def file_lease(self, number: int) -> int:
        """Its filing entered by one person and found true by another; the number."""
        self.filings.perfected(number, **CATEGORY_4)
        return number

    def _step(self, by: Someone, default: Sequence[Signs], name: str, number: int, *terms: int, at: int) -> Done:
        return self._file(by, default, name, number, *terms, SHA256, DOCUMENT, at=at)

    def _file(self, by: Someone, default: Sequence[Signs], name: str, number: int, *terms: Any, at: int) -> Done:
        return self.stage.file(default if by is None else by, [(name, self.entry, number, *terms)], at=at)
