"""Every act on the enforcement of twenty pledges, in the order in which it can be done, measured as it goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger_api.domain.words import (
    AccreditationKind,
    AttestationPurpose,
    Burden,
    Characterisation,
    DefaultEvent,
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementTrigger,
    RoundFailure,
    SecurityState,
    Stay,
)
from tests.contracts.attestations.reports import VALUATION, attestor
from tests.contracts.deals import READING
from tests.contracts.enforcing import NO_ORDER
from tests.contracts.loans import FILED, LOAN, NUMBER, PLEDGE, Lenders
from tests.contracts.procedure import ALL, DOCUMENT, SHA256
from tests.contracts.stage.stage import day

if TYPE_CHECKING:
    from tests.contracts.gas.acts import Story, Terms

ROWS: dict[str, tuple[str, ...]] = {
    "openEnforcement": ("open an enforcement",),
    "noticeEnforcement": ("tell interest holders",),
    "valueEnforcement": ("rely on a valuation",),
    "setMethod": ("set a method",),
    "failRound": ("note a round without a bid",),
    "sellRight": ("note a sale",),
    "takeOver": ("take a right over",),
    "reportIncome": ("report income",),
    "returnRight": ("return a right",),
    "suspendEnforcement": ("stay an enforcement",),
    "resumeEnforcement": ("resume an enforcement",),
    "endEnforcement": ("end an enforcement",),
    "settleSale": ("settle a sale (5 signatures)",),
    "removeLicence": ("remove a licence",),
    "clearBurden": ("clear a security",),
    "completeEnforcement": ("complete an enforcement",),
}
"""The rows of each act."""

PAPERED = (SHA256, DOCUMENT)
AUCTION, AGREED = EnforcementMethod.AUCTION, EnforcementBasis.AGREEMENT


class Enforced:
    """The first bank's pledges in default, the second bank's mortgages behind them, and one licence it was not asked about."""

    def __init__(self, story: "Story", lenders: Lenders, numbers: Sequence[int]) -> None:
        self.story, self.stage, self.cast = story, story.stage, story.cast
        self.bank, self.second = lenders.bank, lenders.second
        self.folios, self.numbers, self.enforcements = story.folios, numbers, list(numbers)
        self.pair, self.holder = story.cast.registrar.pair, story.cast.holder.one
        self.clerk = story.cast.registrar.reviewer

    def run(self) -> None:
        """From default to completion, with everything that may come between."""
        story, bank, exchange = self.story, self.bank.both, self.cast.exchange.recorder
        juniors, licences = self._mortgaged()
        lists = [
            [[number, junior], [licence]]
            for number, junior, licence in zip(self.numbers, juniors, licences, strict=True)
        ]
        self._defaulted()
        opening = (EnforcementTrigger.DEFAULT, NO_ORDER, (SHA256, DOCUMENT, bytes(32)))
        done = story.go(
            "open an enforcement",
            [*bank, self.clerk],
            lambda k: ("openEnforcement", self.folios[k].entry, self.numbers[k], *opening, lists[k][0]),
        )
        self.enforcements = [line.number for line in done.all("EnforcementOpened")]
        stay = (Stay.OBJECTED, NO_ORDER, *PAPERED)
        resume = self._on("resumeEnforcement", NO_ORDER, *PAPERED)
        story.aside(
            lambda: story.go("stay an enforcement", self.pair, self._on("suspendEnforcement", *stay)),
            lambda: story.measure("resume an enforcement", self.pair, resume),
        )
        end = (EnforcementEnd.CURED, NO_ORDER, *PAPERED)
        story.measure("end an enforcement", bank, self._on("endEnforcement", *end))
        story.go(
            "tell interest holders",
            [self.bank.one],
            lambda k: ("noticeEnforcement", self.folios[k].entry, self.enforcements[k], *PAPERED, *lists[k]),
        )
        self._valued()
        method = (AUCTION, AGREED, NO_ORDER, *PAPERED)
        story.go("set a method", [*bank, self.holder], self._on("setMethod", *method))
        self.stage.chain.forward(days=7)
        held = self.stage.today
        failed = (self.cast.exchange, held, RoundFailure.NO_BID, *PAPERED)
        story.measure("note a round without a bid", [*bank, exchange], self._on("failRound", *failed))
        story.aside(lambda: self._managed(lists))
        buyer, sale = self.cast.buyer, (self.cast.exchange, held, SHA256, DOCUMENT, DOCUMENT)
        story.go(
            "note a sale",
            [*bank, buyer.one, exchange],
            lambda k: ("sellRight", self.folios[k].entry, self.enforcements[k], buyer, sale, lists[k][0]),
        )
        papers = (NO_ORDER, (SHA256, DOCUMENT, DOCUMENT, DOCUMENT))
        story.go(
            "settle a sale (5 signatures)",
            [*self.pair, *bank, buyer.one],
            lambda k: ("settleSale", self.folios[k].entry, self.enforcements[k], *papers, *lists[k]),
        )
        story.go(
            "remove a licence",
            self.pair,
            lambda k: ("removeLicence", self.folios[k].entry, self.enforcements[k], licences[k], juniors[k], *PAPERED),
        )
        result = SecurityState.REALISED
        story.go(
            "clear a security",
            self.pair,
            lambda k: ("clearBurden", self.folios[k].entry, self.enforcements[k], juniors[k], result, *PAPERED),
        )
        story.measure(
            "complete an enforcement",
            self.pair,
            lambda k: (
                "completeEnforcement", self.folios[k].entry, self.enforcements[k], result, *PAPERED, [self.numbers[k]]
            ),
        )  # fmt: skip

    def _on(self, act: str, *terms: Any) -> "Terms":
        return lambda k: (act, self.folios[k].entry, self.enforcements[k], *terms)

    def _file(self, by: Sequence[Any], terms: "Terms") -> Any:  # noqa: ANN401  what it did
        return self.stage.file(by, [terms(k) for k in range(20)])

    def _mortgaged(self) -> tuple[list[int], list[int]]:
        """A second security over each folio, filed, and a licence that only the first bank was asked about."""
        burden = Burden(rights=ALL, party=self.second.number)
        security = replace(PLEDGE, character=Characterisation.MORTGAGE_395_7)
        terms = (burden, security, replace(LOAN, debtor=self.cast.holder.number), (SHA256, *[DOCUMENT] * 6))
        done = self._file(
            [self.holder, self.second.one, self.clerk],
            lambda k: ("recordSecurity", self.folios[k].entry, *terms, [self.numbers[k]]),
        )
        juniors = [line.number for line in done.all("SecurityRecorded")]
        facts = (FILED, (SHA256, NUMBER, DOCUMENT, DOCUMENT))
        self._file([self.clerk], lambda k: ("importFiling", self.folios[k].entry, juniors[k], *facts))
        self._file([self.cast.registrar.approver], lambda k: ("perfect", self.folios[k].entry, juniors[k], *facts))
        licence = replace(READING, start=self.stage.today, end=day("2028-08-31"), licensee=self.cast.maker.number)
        agreement = (1, SHA256, DOCUMENT, DOCUMENT, DOCUMENT, bytes(32))
        hands = [self.holder, self.cast.maker.one, self.cast.exchange.recorder, self.bank.one]
        done = self._file(
            hands,
            lambda k: (
                "grant", self.folios[k].entry, self.cast.exchange, licence, agreement, [self.numbers[k], juniors[k]], []
            ),
        )  # fmt: skip
        return juniors, [line.number for line in done.all("LicenceGranted")]

    def _defaulted(self) -> None:
        self.stage.on("2027-09-01")
        terms = (DefaultEvent.PAYMENT, day("2027-09-30"), *PAPERED)
        self._file([self.bank.one], lambda k: ("noticeDefault", self.folios[k].entry, self.numbers[k], *terms))
        self.stage.on("2027-10-08")

    def _valued(self) -> None:
        body = attestor(self.stage, self.cast, AccreditationKind.APPRAISAL_FILING, first_account=560)
        base = day("2027-09-30")
        terms = replace(
            VALUATION,
            attestor=body.number,
            purpose=AttestationPurpose.DISPOSAL,
            rights=ALL,
            base=base,
            until=base + 364,
        )
        done = self._file(
            [*body.both, self.holder],
            lambda k: (
                "attest", self.folios[k].entry, self.folios[k].folio, terms, SHA256, DOCUMENT, DOCUMENT
            ),
        )  # fmt: skip
        valuations = [line.number for line in done.all("Attested")]
        self.story.go(
            "rely on a valuation",
            [self.bank.one],
            lambda k: ("valueEnforcement", self.folios[k].entry, self.enforcements[k], valuations[k]),
        )

    def _managed(self, lists: Sequence[Sequence[Sequence[int]]]) -> None:
        bank, operator = self.bank.both, self.cast.second
        method = (EnforcementMethod.COMPULSORY_LICENSING, AGREED, NO_ORDER, *PAPERED)
        self._file([*bank, self.holder], self._on("setMethod", *method))
        term = (operator, day("2029-12-31"), *PAPERED)
        self.story.go(
            "take a right over",
            [*bank, self.holder, operator.one],
            lambda k: ("takeOver", self.folios[k].entry, self.enforcements[k], *term, lists[k][0]),
        )
        income = (self.stage.today, SHA256, DOCUMENT, DOCUMENT)
        self.story.measure("report income", [operator.one, self.bank.one], self._on("reportIncome", *income))
        self.story.measure("return a right", bank, self._on("returnRight", *PAPERED))
