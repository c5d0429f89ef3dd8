"""Every act on securities and guarantees of twenty folios, in the order in which it can be done, measured as it goes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ledger_api.domain.words import (
    Acknowledgement,
    Burden,
    ClaimType,
    CrystallisationCause,
    DefaultEvent,
    FilingAct,
    Guarantee,
    Instrument,
    MismatchReason,
    NoteKind,
)
from tests.contracts.gas import enforced
from tests.contracts.loans import FILED, LOAN, NUMBER, PLEDGE, Lenders
from tests.contracts.procedure import ALL, DOCUMENT, SHA256
from tests.contracts.stage import Player
from tests.contracts.stage.stage import day

if TYPE_CHECKING:
    from tests.contracts.gas.acts import Story, Terms

ROWS: dict[str, tuple[str, ...]] = {
    "recordSecurity": ("record a security", "record a second security"),
    "importFiling": ("enter a filing",),
    "perfect": ("perfect",),
    "verifyFiling": ("verify an extension",),
    "rejectFiling": ("reject a filing",),
    "lapseSecurity": ("lapse a security",),
    "voidSecurity": ("void a security",),
    "requestRelease": ("ask for release",),
    "releaseSecurity": ("release a security",),
    "extinguishSecurity": ("extinguish a security",),
    "escalateCancellation": ("escalate",),
    "noticeDefault": ("notice of default",),
    "cureDefault": ("cure a default",),
    "demandRealisation": ("demand realisation",),
    "crystallise": ("fix a maximum",),
    "amendSecurity": ("amend a security",),
    "assignSecurity": ("assign a security",),
    "splitSecurity": ("split a security",),
    "cedeRank": ("cede rank",),
    "bindGuarantee": ("bind a guarantor",),
    "claimGuarantee": ("claim a guarantee",),
    "payOut": ("pay out",),
    "releaseGuarantee": ("release a guarantor",),
    "expireGuarantee": ("expire a guarantee",),
}
"""The rows of each act."""

FOUR = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
FACTS = (FILED, (SHA256, NUMBER, DOCUMENT, DOCUMENT))


class Secured:
    """Securities over the story's folios."""

    def __init__(self, story: "Story") -> None:
        self.story, self.stage = story, story.stage
        self.lenders = Lenders.on(story.stage, story.cast)
        for player in (self.lenders.bank, self.lenders.second, self.lenders.guarantor):
            for officer in player.officers.values():
                self.stage.file([officer], [("pin", story.folios[0].entry, story.folios[0].head.edition)])
        self.holder, self.anybody = story.cast.holder.one, [story.cast.buyer.one]
        self.clerk, self.approver = story.cast.registrar.reviewer, [story.cast.registrar.approver]

    def run(self) -> None:
        """From the record to release, with everything that may come between."""
        story, bank = self.story, self.lenders.bank
        story.aside(self._maximum)
        numbers = self._recorded()
        story.aside(lambda: self.stage.on("2026-12-01"), lambda: self._poke("void a security", "voidSecurity", numbers))
        self.stage.on("2026-09-02", "14:00")
        story.go("enter a filing", [self.clerk], self._on("importFiling", numbers, *FACTS))
        story.aside(
            lambda: story.measure(
                "reject a filing", self.approver, self._papered("rejectFiling", numbers, MismatchReason.PROOF)
            )
        )
        story.go("perfect", self.approver, self._on("perfect", numbers, *FACTS))
        story.measure("note an event of a covenant", [bank.one], self._noted(numbers))
        for part in (self._extended, self._lapsed, self._changed, self._ranked, self._guaranteed, self._defaulted):
            story.aside(partial(part, numbers))
        story.aside(enforced.Enforced(story, self.lenders, numbers).run)
        story.go("ask for release", [self.holder], self._papered("requestRelease", numbers))
        order = (story.cast.regulator, Instrument.JUDGMENT, self.stage.now, self.stage.now, SHA256, DOCUMENT)
        story.measure(
            "extinguish a security", [self.clerk, *self.approver], self._on("extinguishSecurity", numbers, order)
        )
        story.go("release a security", bank.both, self._papered("releaseSecurity", numbers))
        self.stage.on("2026-12-01")
        story.measure("escalate", [self.holder], self._papered("escalateCancellation", numbers))

    def _on(self, act: str, numbers: Sequence[int], *terms: Any) -> "Terms":
        return lambda k: (act, self.story.folios[k].entry, numbers[k], *terms)

    def _papered(self, act: str, numbers: Sequence[int], *terms: Any) -> "Terms":
        return self._on(act, numbers, *terms, SHA256, DOCUMENT)

    def _noted(self, numbers: Sequence[int]) -> "Terms":
        papers = (0, SHA256, DOCUMENT)
        return lambda k: ("noteEntry", self.story.folios[k].entry, NoteKind.COVERAGE, numbers[k], *papers)

    def _poke(self, row: str, act: str, numbers: Sequence[int]) -> None:
        self.story.measure(row, self.anybody, self._on(act, numbers))

    def _record(self, bank: Player, burdens: Sequence[int] = (), **maximum: Any) -> "Terms":
        terms = Burden(rights=ALL, party=bank.number)
        debt = replace(LOAN, debtor=self.story.cast.holder.number)
        if maximum:
            debt = replace(debt, window_from=1, window_until=2)
        papers = (SHA256, *[DOCUMENT] * 6)
        security = replace(PLEDGE, **maximum)
        return lambda k: (
            "recordSecurity", self.story.folios[k].entry, terms, security, debt, papers, [burdens[k]] if burdens else []
        )  # fmt: skip

    def _recorded(self) -> list[int]:
        hands = [self.holder, self.lenders.bank.one, self.clerk]
        done = self.story.go("record a security", hands, self._record(self.lenders.bank))
        return [line.number for line in done.all("SecurityRecorded")]

    def _maximum(self) -> None:
        hands = [self.holder, self.lenders.bank.one, self.clerk]
        acts = [self._record(self.lenders.bank, claim=ClaimType.MAX_AMOUNT)(k) for k in range(20)]
        numbers = [line.number for line in self.stage.file(hands, acts).all("SecurityRecorded")]
        cause = CrystallisationCause.SEIZURE_NOTIFIED
        self.story.measure("fix a maximum", [self.lenders.bank.one], self._papered("crystallise", numbers, cause))

    def _extended(self, numbers: Sequence[int]) -> None:
        facts = (replace(FILED, kind=FilingAct.EXTEND, until=FILED.until + 1), FACTS[1])
        self.stage.file([self.clerk], [self._on("importFiling", numbers, *facts)(k) for k in range(20)])
        self.story.measure("verify an extension", self.approver, self._on("verifyFiling", numbers, *facts))

    def _lapsed(self, numbers: Sequence[int]) -> None:
        self.stage.on("2029-09-02")
        self._poke("lapse a security", "lapseSecurity", numbers)

    def _changed(self, numbers: Sequence[int]) -> None:
        bank, second = self.lenders.bank, self.lenders.second
        longer = replace(LOAN, maturity=day("2028-08-31"))
        hands = [self.holder, bank.one, self.clerk]
        self.story.measure("amend a security", hands, self._on("amendSecurity", numbers, longer, 0, FOUR, []))
        hands = [*bank.both, second.one, self.clerk]
        for row, act in (("assign a security", "assignSecurity"), ("split a security", "splitSecurity")):
            self.story.measure(row, hands, self._on(act, numbers, second, FOUR))

    def _ranked(self, numbers: Sequence[int]) -> None:
        bank, second = self.lenders.bank, self.lenders.second
        hands = [self.holder, second.one, self.clerk]
        done = self.story.go("record a second security", hands, self._record(second, numbers))
        juniors = [line.number for line in done.all("SecurityRecorded")]
        self.story.measure(
            "cede rank",
            [*bank.both, second.one, self.clerk],
            lambda k: (
                "cedeRank", self.story.folios[k].entry, numbers[k], juniors[k], SHA256, DOCUMENT, [numbers[k], juniors[k]]
            ),
        )  # fmt: skip

    def _guaranteed(self, numbers: Sequence[int]) -> None:
        bank, guarantor = self.lenders.bank, self.lenders.guarantor
        word = Guarantee(
            guarantor=guarantor.number,
            debtor=self.story.cast.holder.number,
            creditor=bank.number,
            coverage=8_000,
            acks=Acknowledgement.RELEASE,
        )
        done = self.story.go(
            "bind a guarantor",
            [*guarantor.both, bank.one, self.holder, self.clerk],
            lambda k: (
                "bindGuarantee", self.story.folios[k].entry, replace(word, security=numbers[k]), (SHA256, DOCUMENT, DOCUMENT)
            ),
        )  # fmt: skip
        bound = [line.number for line in done.all("GuaranteeBound")]
        self.story.measure("release a guarantor", bank.both, self._papered("releaseGuarantee", bound))
        self.story.aside(
            lambda: self.stage.on("2028-03-01"), lambda: self._poke("expire a guarantee", "expireGuarantee", bound)
        )
        self.stage.on("2027-09-01")
        self.story.go("claim a guarantee", [bank.one], self._papered("claimGuarantee", bound))
        self.story.measure("pay out", [*guarantor.both, bank.one], self._on("payOut", bound, FOUR))

    def _defaulted(self, numbers: Sequence[int]) -> None:
        bank = [self.lenders.bank.one]
        self.stage.on("2027-09-01")
        self.story.measure("demand realisation", [self.holder], self._papered("demandRealisation", numbers))
        cure = (DefaultEvent.PAYMENT, day("2027-09-30"))
        self.story.go("notice of default", bank, self._papered("noticeDefault", numbers, *cure))
        self.story.measure("cure a default", bank, self._papered("cureDefault", numbers))
