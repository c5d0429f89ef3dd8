"""Every act on finance leases of twenty folios, in the order in which it can be done, measured as it goes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ledger_api.domain.words import (
    AccreditationKind,
    Attestation,
    AttestationKind,
    AttestationPurpose,
    Case,
    CaseFlag,
    Instrument,
    LeaseEnding,
    LeaseJudgment,
    Licence,
    LicenceKind,
    Remedy,
    Role,
    TitleMode,
    WaiverReason,
)
from tests.contracts.attestations.reports import VALUATION, attestor
from tests.contracts.leasing import OBJECT, TERMS
from tests.contracts.loans import LENDING
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Player, enter

if TYPE_CHECKING:
    from tests.contracts.gas.acts import Story, Terms

ROWS: dict[str, tuple[str, ...]] = {
    "recordLease": ("record a lease",),
    "takeTitle": ("note that title passed",),
    "recordRent": ("record rents paid",),
    "noteOverdue": ("state what is overdue",),
    "contestOverdue": ("contest what is overdue",),
    "demandRent": ("demand rents",),
    "electRemedy": ("elect a remedy",),
    "repossess": ("repossess",),
    "settleValue": ("settle a value",),
    "settleTitle": ("end a lease",),
    "executeLeaseJudgment": ("execute a judgment on a lease",),
}
"""The rows of each act."""

FOUR = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
AGREEMENT = (1, SHA256, DOCUMENT, DOCUMENT, DOCUMENT, bytes(32))


class Leased:
    """Leases over the story's folios."""

    def __init__(self, story: "Story") -> None:
        self.story, self.stage, self.cast = story, story.stage, story.cast
        officers = dict.fromkeys(("one", "two"), LENDING)
        self.lessor = enter(self.stage, self.cast.operator, "lessor (虚构)", Role.LESSOR, officers, 570)
        self.appraiser = attestor(self.stage, self.cast, AccreditationKind.APPRAISAL_FILING, first_account=580)
        accountant = attestor(self.stage, self.cast, AccreditationKind.ACCOUNTING_FIRM, first_account=590)
        for officer in self.lessor.officers.values():
            self.stage.file([officer], [("pin", story.folios[0].entry, story.folios[0].head.edition)])
        self.holder, self.registrar = self.cast.holder, self.cast.registrar
        self.values = self._attested(self.appraiser, replace(VALUATION, purpose=AttestationPurpose.LEASE))
        books = replace(VALUATION, kind=AttestationKind.ACCOUNTING, purpose=AttestationPurpose.BOOKING)
        self.books = self._attested(accountant, books)

    def run(self) -> None:
        """From the record to its end, with title noted and with title passed."""
        story, lessor, holder = self.story, self.lessor, self.holder
        numbers = self._recorded()
        story.aside(partial(self._judged, numbers))
        story.go("record rents paid", [lessor.one], self._papered("recordRent", numbers, 4))
        story.aside(partial(self._ended, numbers))
        story.go("state what is overdue", [lessor.one], self._papered("noteOverdue", numbers, 2, 1_666))
        story.measure("contest what is overdue", [holder.one], self._papered("contestOverdue", numbers))
        story.go("demand rents", [lessor.one], self._papered("demandRent", numbers))
        self.stage.on("2026-09-28")
        story.measure("elect a remedy", lessor.both, self._papered("electRemedy", numbers, Remedy.TERMINATE))

    def passed(self) -> None:
        """With title passed, terminated, taken back and settled."""
        lessor, pair = self.lessor, self.registrar.pair
        numbers = self._recorded(title=TitleMode.TRANSFERRED)
        backs = self._transferred(numbers)
        hands = [self.holder.one, self.registrar.reviewer]
        self.story.go(
            "note that title passed",
            hands,
            lambda k: ("takeTitle", self.story.folios[k].entry, numbers[k], backs[k]),
        )
        for act in (("noteOverdue", 2, 1_666), ("demandRent",)):
            self.stage.file([lessor.one], [self._papered(act[0], numbers, *act[1:])(k) for k in range(20)])
        self.stage.on("2026-09-28")
        elect = self._papered("electRemedy", numbers, Remedy.TERMINATE)
        self.stage.file(lessor.both, [elect(k) for k in range(20)])
        self.story.go("repossess", [lessor.one, *pair], self._papered("repossess", numbers))
        values = self._attested(self.appraiser, replace(VALUATION, purpose=AttestationPurpose.DISPOSAL))
        self.story.measure(
            "settle a value",
            [lessor.one, *pair],
            lambda k: ("settleValue", self.story.folios[k].entry, numbers[k], values[k], FOUR),
        )

    def _on(self, act: str, numbers: Sequence[int], *terms: Any) -> "Terms":
        return lambda k: (act, self.story.folios[k].entry, numbers[k], *terms)

    def _papered(self, act: str, numbers: Sequence[int], *terms: Any) -> "Terms":
        return self._on(act, numbers, *terms, SHA256, DOCUMENT)

    def _attested(self, body: Player, terms: Attestation) -> list[int]:
        word = replace(terms, attestor=body.number)
        acts = [("attest", folio.entry, folio.folio, word, SHA256, DOCUMENT, DOCUMENT) for folio in self.story.folios]
        hands = [*body.both, self.holder.one, self.registrar.reviewer]
        return [line.number for line in self.stage.file(hands, acts).all("Attested")]

    def _recorded(self, **terms: Any) -> list[int]:
        hands = [self.holder.one, self.lessor.one, self.registrar.reviewer]

        def recording(k: int) -> tuple[Any, ...]:
            given = {"lessee": self.holder.number, "valuation": self.values[k], "book_value": self.books[k]} | terms
            papers = (*FOUR, DOCUMENT, DOCUMENT)
            return ("recordLease", self.story.folios[k].entry, replace(TERMS, **given), self.lessor, papers, [])

        done = self.story.go("record a lease", hands, recording)
        return [line.number for line in done.all("LeaseRecorded")]

    def _transferred(self, numbers: Sequence[int]) -> list[int]:
        """The rights to the lessor without a notice, and the exclusive licences back; their numbers."""
        story, lessor, holder, pair = self.story, self.lessor, self.holder, self.registrar.pair
        word = Case(asked=OBJECT, applicant=holder.number, registrar=self.registrar.number, flags=CaseFlag.WAIVER_ASKED)
        acts = [("applyTransfer", folio.entry, word, lessor, SHA256, DOCUMENT) for folio in story.folios]
        for folio, line in zip(
            story.folios, self.stage.file([holder.one, lessor.one], acts).all("TransferApplied"), strict=True
        ):
            folio.number = line.number
        self.stage.file([self.registrar.reviewer], [story.on("accept")(k) for k in range(20)])
        waive = story.on("waive", OBJECT, WaiverReason.SECURITY)
        self.stage.file(pair, [waive(k) for k in range(20)])
        complete: list[tuple[Any, ...]] = [
            ("completeTransfer", folio.entry, folio.number, SHA256, DOCUMENT, [numbers[k]], [])
            for k, folio in enumerate(story.folios)
        ]
        self.stage.file([*pair, lessor.one], complete)
        licence = Licence(licensee=holder.number, kind=LicenceKind.EXCLUSIVE, start=self.stage.today, end=TERMS.until)
        grants: list[tuple[Any, ...]] = [
            ("grant", folio.entry, self.registrar, licence, AGREEMENT, [numbers[k]], [])
            for k, folio in enumerate(story.folios)
        ]
        done = self.stage.file([lessor.one, holder.one, self.registrar.reviewer], grants)
        return [line.number for line in done.all("LicenceGranted")]

    def _ended(self, numbers: Sequence[int]) -> None:
        pay = self._papered("recordRent", numbers, 12)
        self.stage.file([self.lessor.one], [pay(k) for k in range(20)])
        ending = self._papered("settleTitle", numbers, LeaseEnding.MATURED)
        self.story.measure("end a lease", [self.holder.one], ending)

    def _judged(self, numbers: Sequence[int]) -> None:
        order = (self.cast.regulator, Instrument.JUDGMENT, self.stage.now, self.stage.now, SHA256, DOCUMENT)
        terms = self._on("executeLeaseJudgment", numbers, LeaseJudgment.VOID, 0, 0, order)
        self.story.measure("execute a judgment on a lease", self.registrar.pair, terms)
