"""Every act of the ledger on twenty subjects, in the order in which it can be done, measured as it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Case,
    CaseFlag,
    Conclusion,
    EndReason,
    ExtensionReason,
    Ground,
    Instrument,
    LicenceFlag,
    LicenceKind,
    Mandate,
    MandateState,
    Members,
    Parameters,
    Party,
    PartyKind,
    PartyStatus,
    Power,
    Purpose,
    Refusal,
    Right,
    Role,
    Scheme,
    Shares,
    SuspendReason,
    WaiverReason,
    WorkingDays,
)
from ledger_api.domain.words import Officer as OfficerWord
from tests.contracts.deals import READING
from tests.contracts.gas.measure import Cost, Meter
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, KECCAK, PAUSE, SHA256, Procedure
from tests.contracts.stage import Cast, Done, Officer, Stage, enter, signatories
from tests.contracts.stage.cast import FOR_EVER, YEARS
from tests.contracts.stage.stage import DAY, day

TWENTY = range(20)
AGREEMENT = (1, SHA256, DOCUMENT, DOCUMENT, DOCUMENT, bytes(32))
INITIAL = ("open", "submit", "accept", "publish", "anchor", "issue a credential")
"""The acts of a 初次 without incident."""

ROWS: dict[str, tuple[str, ...]] = {
    "open": ("open",),
    "submit": ("submit",),
    "resubmit": ("resubmit",),
    "withdrawCase": ("withdraw a case",),
    "requestCorrection": ("request a correction",),
    "lapse": ("lapse",),
    "accept": ("accept",),
    "deem": ("deem accepted",),
    "pause": ("pause",),
    "resume": ("resume",),
    "extend": ("extend",),
    "publish": ("publish",),
    "waive": ("waive the notice",),
    "decline": ("decline",),
    "anchor": ("anchor", "anchor a third folio of a content"),
    "issueCredential": ("issue a credential",),
    "objectInNotice": ("object in the notice",),
    "resolveInNotice": ("decide an objection",),
    "object": ("object",),
    "complete": ("find an objection complete",),
    "withdrawObjection": ("take back an objection in the notice", "take back a dispute"),
    "grant": (
        "grant a licence",
        "grant a second licence",
        "grant beside a dispute",
        "grant an exclusive licence",
        "grant an exclusive licence beside ten",
        "sublicense",
    ),
    "narrow": ("narrow",),
    "suspend": ("suspend",),
    "resumeLicence": ("resume a licence",),
    "noticeBreach": ("notice of breach",),
    "end": ("end by agreement", "end for breach"),
    "close": ("close", "close an expired exclusive licence"),
    "applyTransfer": ("apply for a transfer",),
    "applyChange": ("apply for a change",),
    "applyRenewal": ("apply to renew a right",),
    "applyCancellation": ("apply for a cancellation",),
    "reapply": ("hand in a transfer again",),
    "completeTransfer": ("complete a transfer",),
    "completeChange": ("complete a change",),
    "completeRenewal": ("complete a renewal",),
    "completeCancellation": ("complete a cancellation",),
    "correctFacts": ("correct facts",),
    "executeTransfer": ("transfer by an instrument",),
    "executeCancellation": ("cancel by an instrument",),
    "admit": ("admit a party",),
    "amend": ("amend a party",),
    "join": ("form a joint holding",),
    "bind": ("bind an officer",),
    "rotate": ("rotate a key",),
    "empower": ("empower an officer",),
    "revoke": ("revoke an officer",),
    "accredit": ("accredit",),
    "mandate": ("give a mandate",),
    "setParameters": ("set parameters",),
    "loadCalendar": ("load a year of the calendar",),
    "anchorDay": ("anchor a day",),
    "pin": ("pin",),
    "withdraw": ("withdraw a filing", "withdraw a filing as its first signatory"),
}
"""The rows of each act."""

Terms = Callable[[int], tuple[Any, ...]]


@dataclass
class Story:
    """Twenty folios on their way, and what everything cost."""

    stage: Stage
    cast: Cast
    costs: dict[str, Cost] = field(default_factory=dict)

    def __post_init__(self) -> None:
        cast = self.cast
        self.folios = [Procedure(self.stage, cast, root=keccak(b"content %d" % number)) for number in TWENTY]
        elsewhere = Procedure(self.stage, cast, root=keccak(b"elsewhere")).opened()
        officers = dict.fromkeys(("one", "two", "three"), Power.FILE)
        self.witnesses = enter(self.stage, cast.operator, "witnesses (虚构)", Role.HOLDER, officers, 300)
        self.meter = Meter(self.stage, list(self.witnesses.officers.values()), elsewhere.entry)
        for officer in {
            each.number: each for player in vars(cast).values() for each in player.officers.values()
        }.values():
            self.stage.file([officer], [("pin", elsewhere.entry, 0)])  # steady state: everybody has filed before

    # -- measuring and going on

    def measure(self, name: str, by: Sequence[Officer], terms: Terms, *, single: bool = False) -> None:
        """Put a row into the table; `single` for what is not done twenty times at once."""
        self.costs[name] = self.meter.cost(by, [terms(number) for number in (TWENTY[:1] if single else TWENTY)])

    def go(self, name: str, by: Sequence[Officer], terms: Terms) -> Done:
        """The same, and then do it on all twenty."""
        self.measure(name, by, terms)
        return self.stage.file(by, [terms(number) for number in TWENTY])

    def aside(self, *steps: Callable[[], object]) -> None:
        """Do and measure something, and come back."""
        mark = self.stage.mark()
        numbers = [folio.number for folio in self.folios]
        for step in steps:
            step()
        self.stage.rewind(mark)
        for folio, number in zip(self.folios, numbers, strict=True):
            folio.number = number

    def on(self, act: str, *terms: Any) -> Terms:
        """An act on the case of each folio, with a document behind it."""
        return lambda k: (act, self.folios[k].entry, self.folios[k].number, *terms, SHA256, DOCUMENT)

    # -- registration

    def registration(self) -> None:
        """初次 from opening to credential, with everything that may come between."""
        cast, applicant, reviewer = self.cast, [self.cast.holder.one], [self.cast.registrar.reviewer]
        pair = self.cast.registrar.pair
        self.go("open", applicant, lambda k: ("open", KECCAK, self.folios[k].root, cast.holder))
        done = self.go("submit", applicant, self._submission)
        for folio, line in zip(self.folios, done.all("Submitted"), strict=True):
            folio.number = line.number
        self.aside(
            lambda: self.go("withdraw a case", applicant, lambda k: ("withdrawCase", *self._case(k))),
        )
        self.aside(self._correction)
        self.aside(
            lambda: self.stage.on("2026-08-12"),
            lambda: self.measure("deem accepted", [cast.buyer.one], lambda k: ("deem", *self._case(k))),
        )
        self.go("accept", reviewer, self.on("accept"))
        self.aside(
            lambda: self.go("pause", reviewer, self.on(PAUSE)), lambda: self.go("resume", applicant, self.on("resume"))
        )
        approver = [cast.registrar.approver]
        self.aside(lambda: self.measure("extend", approver, self.on("extend", 5, ExtensionReason.COMPLEX_SOURCE)))
        self.aside(lambda: self.measure("decline", pair, self.on("decline", Refusal.HARMFUL)))
        self.aside(lambda: self.measure("waive the notice", pair, self.on("waive", ALL, WaiverReason.SECURITY)))
        self.go("publish", pair, self.on("publish", ALL))
        self.aside(self._objections_in_notice)
        self.stage.on("2026-08-20")
        self.go("anchor", pair, self._anchoring)
        self.aside(self._parallel_folio)
        self.go("issue a credential", pair, self._credential)

    def _case(self, k: int) -> tuple[bytes, int]:
        return self.folios[k].entry, self.folios[k].number

    def _submission(self, k: int) -> tuple[Any, ...]:
        folio = self.folios[k]
        word = Case(
            asked=Right(ALL),
            applicant=self.cast.holder.number,
            registrar=self.cast.registrar.number,
            flags=CaseFlag.WAIVER_ASKED,
        )
        return ("submit", folio.entry, folio.folio, word, COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)

    def _correction(self) -> None:
        applicant = [self.cast.holder.one]
        self.go("request a correction", [self.cast.registrar.reviewer], self.on("requestCorrection", day("2026-08-14")))
        self.measure(
            "resubmit",
            applicant,
            lambda k: ("resubmit", *self._case(k), COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT),
        )
        self.stage.on("2026-08-17")
        self.measure("lapse", [self.cast.buyer.one], lambda k: ("lapse", *self._case(k)))

    def _objections_in_notice(self) -> None:
        objector = [self.cast.objector.one]
        terms = (self.cast.objector, Ground.OWNERSHIP)
        done = self.go("object in the notice", objector, self.on("objectInNotice", *terms))
        numbers = [line.number for line in done.all("NoticeObjected")]
        decision = (Conclusion.PARTLY, Right.HOLD)
        self.measure(
            "decide an objection", self.cast.registrar.pair, self._about("resolveInNotice", numbers, *decision)
        )
        self.measure("take back an objection in the notice", objector, self._about("withdrawObjection", numbers))

    def _about(self, act: str, numbers: Sequence[int], *terms: Any) -> Terms:
        """An act on a dependant of each folio, with a document behind it."""
        return lambda k: (act, self.folios[k].entry, numbers[k], *terms, SHA256, DOCUMENT)

    def _anchoring(self, k: int) -> tuple[Any, ...]:
        folio = self.folios[k]
        return ("anchor", *self._case(k), folio.folio, day("2031-08-19"), SHA256, DOCUMENT, [], [])

    def _parallel_folio(self) -> None:
        """The third folio of one content."""
        known = [self.folios[0].entry]
        for applicant in (self.cast.second, self.cast.maker):
            folio = Procedure(self.stage, self.cast, root=self.folios[0].root, applicant=applicant)
            folio.under_review(flags=CaseFlag.WAIVER_ASKED).waive()
            if applicant is self.cast.second:
                folio.anchor("2031-08-19", siblings=known)
                known.append(folio.entry)
        terms: tuple[Any, ...] = (
            folio.entry,
            folio.number,
            folio.folio,
            day("2031-08-19"),
            SHA256,
            DOCUMENT,
            [],
            known,
        )
        self.measure(
            "anchor a third folio of a content", self.cast.registrar.pair, lambda _: ("anchor", *terms), single=True
        )

    def _credential(self, k: int) -> tuple[Any, ...]:
        number = f"SJ331202608{k + 2:04}".encode().ljust(32, b"\0")
        return ("issueCredential", *self._case(k), Scheme.NATIONAL, number, SHA256, DOCUMENT)

    # -- objections after registration

    def objections(self) -> None:
        """Received, complete, taken back."""
        objector = [self.cast.objector.one]
        terms = (self.cast.objector, ALL, Ground.OWNERSHIP, SHA256, DOCUMENT)
        done = self.go("object", objector, lambda k: ("object", self.folios[k].entry, *terms))
        numbers = [line.number for line in done.all("Objected")]
        self.go("find an objection complete", self.cast.registrar.pair, self._about("complete", numbers))
        self.measure("take back a dispute", objector, self._about("withdrawObjection", numbers))
        self.measure("grant beside a dispute", self._dealers(), self._grant(burdens=lambda k: [numbers[k]]))

    # -- licences

    def licences(self) -> None:
        """Granted in every kind, narrowed, suspended, noticed, ended, closed."""
        cast, dealers = self.cast, self._dealers()
        self.measure("grant an exclusive licence", dealers, self._grant(kind=LicenceKind.EXCLUSIVE))
        self.aside(self._exclusive_beside_ten)
        self.aside(self._exclusive_closed)
        done = self.go("grant a licence", dealers, self._grant(flags=LicenceFlag.SUBLICENSE))
        numbers = [line.number for line in done.all("LicenceGranted")]
        self.measure(
            "grant a second licence",
            dealers,
            self._grant(purposes=Purpose.MARKETING),
        )
        self.measure(
            "sublicense",
            [cast.maker.one, cast.buyer.one, cast.exchange.recorder],
            lambda k: self._grant(licensee=cast.buyer.number, parent=numbers[k])(k),
        )
        both, holder = [cast.holder.one, cast.maker.one], [cast.holder.one]
        less = replace(READING, licensee=cast.maker.number, end=day("2026-12-31"))
        self.measure("narrow", both, lambda k: ("narrow", self.folios[k].entry, numbers[k], less, AGREEMENT))
        self.aside(
            lambda: self.go("suspend", holder, self._about("suspend", numbers, SuspendReason.BREACH)),
            lambda: self.measure("resume a licence", holder, self._about("resumeLicence", numbers)),
        )
        self.aside(
            lambda: self.go("notice of breach", holder, self._about("noticeBreach", numbers)),
            lambda: self.stage.on("2026-09-21"),
            lambda: self.measure("end for breach", holder, self._about("end", numbers, EndReason.BREACH)),
        )
        self.go("end by agreement", both, self._about("end", numbers, EndReason.MUTUAL))
        self.measure("close", [cast.buyer.one], self._about("close", numbers))

    def _dealers(self) -> list[Officer]:
        return [self.cast.holder.one, self.cast.maker.one, self.cast.exchange.recorder]

    def _grant(
        self, *, burdens: Callable[[int], list[int]] = lambda _: [], licences: Sequence[int] = (), **changes: Any
    ) -> Terms:
        word = replace(READING, **{"licensee": self.cast.maker.number, **changes})
        return lambda k: (
            "grant", self.folios[k].entry, self.cast.exchange, word, AGREEMENT, burdens(k), list(licences),
        )  # fmt: skip

    def _exclusive_beside_ten(self) -> None:
        ten = self.stage.file(self._dealers(), [self._grant(purposes=Purpose.MARKETING)(0)] * 10)
        listed = [line.number for line in ten.all("LicenceGranted")]
        terms = self._grant(kind=LicenceKind.EXCLUSIVE, licences=listed)
        self.measure("grant an exclusive licence beside ten", self._dealers(), terms, single=True)

    def _exclusive_closed(self) -> None:
        granted = self._grant(kind=LicenceKind.EXCLUSIVE)
        done = self.stage.file(self._dealers(), [granted(k) for k in TWENTY])
        numbers = [line.number for line in done.all("LicenceGranted")]
        self.stage.on("2027-09-01")
        self.measure("close an expired exclusive licence", [self.cast.buyer.one], self._about("close", numbers))

    # -- later registrations

    def changes(self) -> None:
        """Transfer, change, renewal, cancellation, correction; and what instruments order."""
        cast, pair, holder = self.cast, self.cast.registrar.pair, [self.cast.holder.one]
        both = [*holder, cast.second.one]

        def applying(act: str, *terms: Any, asked: int = ALL) -> Terms:
            word = Case(
                asked=Right(asked),
                applicant=cast.holder.number,
                registrar=cast.registrar.number,
                flags=CaseFlag.WAIVER_ASKED,
            )
            return lambda k: (act, self.folios[k].entry, word, *terms, SHA256, DOCUMENT)

        def completing(act: str, *lists: list[int]) -> Terms:
            return lambda k: (act, *self._case(k), SHA256, DOCUMENT, *lists)

        self.aside(
            lambda: self._applied("apply for a transfer", both, applying("applyTransfer", cast.second)),
            self._handed_in_again,
        )
        self.aside(
            lambda: self._applied("apply for a transfer", both, applying("applyTransfer", cast.second)),
            self._passed,
            lambda: self.measure(
                "complete a transfer", [*pair, cast.second.one], completing("completeTransfer", [], [])
            ),
        )
        self.aside(
            lambda: self._applied("apply for a change", holder, applying("applyChange", COLLECTED)),
            self._passed,
            lambda: self.measure("complete a change", pair, completing("completeChange", [])),
        )
        self.aside(
            lambda: self._applied("apply for a cancellation", holder, applying("applyCancellation")),
            self._passed,
            lambda: self.measure("complete a cancellation", pair, completing("completeCancellation", [], [])),
        )
        facts = ("correctFacts",)
        self.measure(
            "correct facts", [*pair, *holder], lambda k: (*facts, self.folios[k].entry, COLLECTED, SHA256, DOCUMENT, [])
        )
        self._instruments(pair)
        self.aside(lambda: self._renewal(pair, holder, applying("applyRenewal", asked=Right.OPERATE)))

    def _instruments(self, pair: Sequence[Officer]) -> None:
        order = (self.cast.regulator, Instrument.JUDGMENT, self.stage.now, self.stage.now, SHA256, DOCUMENT)
        self.measure(
            "transfer by an instrument",
            pair,
            lambda k: ("executeTransfer", self.folios[k].entry, ALL, self.cast.second, order, []),
        )
        self.measure(
            "cancel by an instrument",
            pair,
            lambda k: ("executeCancellation", self.folios[k].entry, ALL, order, DOCUMENT, []),
        )

    def _renewal(self, pair: Sequence[Officer], holder: Sequence[Officer], applying: Terms) -> None:
        for year in range(2028, 2032):
            first, last = day(f"{year}-01-01"), day(f"{year}-12-31")
            words = [WorkingDays(working=(1 << 256) - 1)] * ((last >> 8) - (first >> 8) + 1)
            self.stage.file(self.cast.operator.both, [("loadCalendar", first, last, SHA256, DOCUMENT, words)])
        self.stage.on("2031-03-03")
        self._applied("apply to renew a right", holder, applying)
        self._passed(Right.OPERATE)
        until = day("2036-03-02")
        self.measure("complete a renewal", pair, lambda k: ("completeRenewal", *self._case(k), until, SHA256, DOCUMENT))

    def _applied(self, name: str, by: Sequence[Officer], terms: Terms) -> None:
        done = self.go(name, by, terms)
        cases = [line for line in done.lines if "kase" in line.arguments]
        for folio, line in zip(self.folios, cases, strict=True):
            folio.number = line.number

    def _passed(self, rights: int = ALL) -> None:
        """Accepted and let pass without a notice."""
        self.stage.file([self.cast.registrar.reviewer], [self.on("accept")(k) for k in TWENTY])
        waive = self.on("waive", rights, WaiverReason.SECURITY)
        self.stage.file(self.cast.registrar.pair, [waive(k) for k in TWENTY])

    def _handed_in_again(self) -> None:
        due = day("2026-08-31")
        listed = self.on("requestCorrection", due)
        self.stage.file([self.cast.registrar.reviewer], [listed(k) for k in TWENTY])
        by = [self.cast.holder.one, self.cast.second.one]
        self.measure("hand in a transfer again", by, lambda k: ("reapply", *self._case(k), 0, SHA256, DOCUMENT))

    # -- parties and the book

    def parties(self) -> None:
        """Admission, officers, accreditation, mandates, joint holdings."""
        cast, operator = self.cast, self.cast.operator.both
        party = Party(roles=Role.HOLDER, kind=PartyKind.LEGAL_PERSON, status=PartyStatus.ACTIVE, kyc_until=FOR_EVER)
        self.measure(
            "admit a party", operator, lambda k: ("admit", party, keccak(b"new %d" % k), SHA256, DOCUMENT, DOCUMENT)
        )
        self.measure("amend a party", operator, lambda _: ("amend", cast.buyer, party, SHA256, DOCUMENT), single=True)
        keys = [keccak(account(400 + k).address) for k in TWENTY]
        officer = OfficerWord(party=cast.buyer.number, powers=Power.FILE, until=FOR_EVER)
        self.measure(
            "bind an officer",
            operator,
            lambda k: ("bind", officer, keys[k], keccak(b"person %d" % k), SHA256, DOCUMENT),
        )
        own = cast.buyer.one
        self.measure("rotate a key", [own], lambda k: ("rotate", own, keys[k], SHA256, DOCUMENT), single=True)
        terms = (cast.buyer.two, Power.FILE, FOR_EVER, SHA256, DOCUMENT)
        self.measure("empower an officer", operator, lambda _: ("empower", *terms), single=True)
        self.measure("revoke an officer", [own], lambda _: ("revoke", cast.buyer.two, SHA256, DOCUMENT), single=True)
        licence = Accreditation(status=AccreditationStatus.ACTIVE, from_=YEARS[0], until=YEARS[1])
        kind = AccreditationKind.LAW_FIRM
        act = ("accredit", cast.buyer, kind, licence, cast.operator, SHA256, DOCUMENT)
        self.measure("accredit", operator, lambda _: act, single=True)
        mandate = Mandate(powers=Power.FILE, from_=self.stage.now, until=FOR_EVER, state=MandateState.GIVEN)
        self.measure(
            "give a mandate",
            [own],
            lambda k: ("mandate", cast.buyer, cast.second, self.folios[k].entry, mandate, SHA256, DOCUMENT),
        )
        members = Members(member=(cast.holder.number, cast.second.number, 0, 0, 0, 0, 0, 0))
        shares = Shares(weight=(6_000, 4_000, 0, 0, 0, 0, 0, 0), quorum=(10_000, 10_000, 10_000, 5_000))
        joint = [cast.holder.one, cast.second.one]
        self.measure("form a joint holding", joint, lambda _: ("join", members, shares, SHA256, DOCUMENT), single=True)

    def book(self) -> None:
        """Parameters, calendar, anchors, and what a filing may begin with."""
        operator = self.cast.operator.both
        word = replace(self.stage.word(Parameters), notice_days=6)
        self.measure("set parameters", operator, lambda _: ("setParameters", word, SHA256, DOCUMENT), single=True)
        first = day("2028-01-01")
        year = [WorkingDays(working=(1 << 256) - 1)] * (((first + 365) >> 8) - (first >> 8) + 1)
        act = ("loadCalendar", first, first + 365, SHA256, DOCUMENT, year)
        self.measure("load a year of the calendar", operator, lambda _: act, single=True)
        self.measure("anchor a day", operator, lambda k: ("anchorDay", 20_000 + k, SHA256, DOCUMENT))
        self._withdrawals()
        self.measure("pin", [self.cast.buyer.one], lambda k: ("pin", self.folios[k].entry, self.folios[k].head.edition))

    def _withdrawals(self) -> None:
        """By the first signatory, who spends the nonce, and by another."""
        first, second = self.cast.buyer.one, self.cast.buyer.two
        all_five = signatories([first, second, *self.witnesses.officers.values()])
        deadline = self.stage.now + DAY
        hashes = [keccak(b"acts %d" % k) for k in TWENTY]
        for name, officer in (("withdraw a filing as its first signatory", first), ("withdraw a filing", second)):
            self.measure(name, [officer], lambda k: ("withdraw", all_five, 20 + k, deadline, hashes[k]))


def whole(costs: dict[str, Cost]) -> dict[str, int]:
    """The whole 初次 procedure: filing by filing, and as a share of twenty."""
    rows = [costs[name] for name in INITIAL]
    return {
        "filings": sum(row.single for row in rows),
        "batches": sum(row.batch or row.single for row in rows),
        "floor": sum(row.floor for row in rows),
    }
