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
    BurdenKind,
    Case,
    CaseFlag,
    Conclusion,
    Delivery,
    DisputeCode,
    DisputeSide,
    Effect,
    EndReason,
    Envelope,
    EnvelopeState,
    ExtensionReason,
    Ground,
    HolderResponse,
    Instrument,
    LicenceFlag,
    LicenceKind,
    Limit,
    LineageKind,
    ListingReason,
    Mandate,
    MandateState,
    Members,
    NoteKind,
    ObjectionOutcome,
    Parameters,
    Party,
    PartyKind,
    PartyStatus,
    PaymentRoute,
    Power,
    Purpose,
    QuotaWindow,
    Refusal,
    RevocationReason,
    Right,
    Role,
    Scheme,
    Shares,
    SourceState,
    SuccessionKind,
    SuspendReason,
    UsageUnit,
    WaiverReason,
    WorkingDays,
)
from ledger_api.domain.words import Officer as OfficerWord
from tests.contracts.attestations.reports import OPINION, VALUATION, attestor
from tests.contracts.deals import READING
from tests.contracts.gas import enforced, leased, secured
from tests.contracts.gas.measure import Cost, Meter
from tests.contracts.metering import FIRST, gateway_of
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, KECCAK, SHA256, Procedure
from tests.contracts.sourcing import CONTRACT, NOBODY
from tests.contracts.stage import Cast, Done, Officer, Player, Stage, enter, signatories
from tests.contracts.stage.cast import FOR_EVER, YEARS, accredit
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
    "findIncomplete": ("find an objection incomplete",),
    "refile": ("supplement an objection",),
    "lapseObjection": ("lapse an objection", "lapse a dispute"),
    "notifyHolder": ("notify the holder",),
    "respond": ("admit an objection", "contest an objection"),
    "deemContested": ("record that silence contests",),
    "investigate": ("investigate an objection",),
    "conclude": ("conclude on an objection",),
    "acceptConclusion": ("accept a conclusion",),
    "rejectConclusion": ("reject a conclusion",),
    "litigate": ("sue",),
    "resolveObjection": ("resolve a dispute",),
    "resolveByOrder": ("resolve a dispute by an instrument",),
    "reassign": ("give a case to another registrar (4 signatures)", "give a case to another registrar by order"),
    "reportOverdue": ("report a clock that ran out",),
    "noteEntry": ("note a notification", "note an erasure", "note an event of a covenant"),
    "noteParty": ("note an erasure of a party",),
    "noteBook": ("note an erasure of the book",),
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
    "novate": ("novate", "novate an exclusive licence"),
    "endByOrder": ("end by an instrument",),
    "setMeter": ("set a meter",),
    "amendMeter": ("amend a meter",),
    "submitBatch": ("submit the first batch", "submit a batch"),
    "countersignBatch": ("countersign a batch",),
    "deemBatch": ("record that silence accepted a batch",),
    "disputeBatch": ("contest a batch",),
    "reconcileBatch": ("reconcile a batch",),
    "issueStatement": ("issue a statement", "issue a statement over thirty batches"),
    "confirmStatement": ("confirm a statement",),
    "deemStatement": ("record that silence confirmed a statement",),
    "refuseStatement": ("send a statement back",),
    "markPaid": ("record a payment",),
    "listProduct": ("list a product",),
    "suspendListing": ("suspend a listing",),
    "lapseListing": ("lapse a listing",),
    "resumeListing": ("resume a listing",),
    "delist": ("delist",),
    "impose": ("execute a court order", "queue a court order"),
    "promote": ("promote a queued order",),
    "renew": ("renew an order",),
    "lift": ("lift an order",),
    "closeBurden": ("close an expired order",),
    "registerClause": ("register a restriction",),
    "notePriority": ("note priority",),
    "giveUp": ("give up a restriction",),
    "markEntry": ("mark a conflict",),
    "clearMark": ("clear a mark",),
    "restrainParty": ("freeze a party",),
    "renewRestraint": ("renew a freeze of a party",),
    "liftRestraint": ("lift a freeze of a party",),
    "closeRestraint": ("close a freeze of a party",),
    "setEnvelope": ("set a standing consent",),
    "requestConsent": ("ask for consent",),
    "giveConsent": ("consent",),
    "refuseConsent": ("refuse consent",),
    "revokeConsent": ("revoke a consent",),
    "exerciseConsent": ("use a consent",),
    "attest": ("attest a valuation", "attest by one of two"),
    "countersignAttestation": ("countersign an attestation",),
    "supersedeAttestation": ("supersede an attestation",),
    "revokeAttestation": ("revoke an attestation",),
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
    "refreshVersion": ("refresh a version",),
    "namePredecessor": ("name a predecessor",),
    "clearPredecessor": ("clear a predecessor",),
    "executeTransfer": ("transfer by an instrument",),
    "executeCancellation": ("cancel by an instrument",),
    "declareSource": ("declare a source",),
    "shortenSource": ("bring a source's end forward",),
    "extendSource": ("extend a source",),
    "revokeSource": ("enter the loss of a source",),
    "replaceSource": ("replace a lost source",),
    "relate": ("declare lineage",),
    "admit": ("admit a party",),
    "amend": ("amend a party",),
    "join": ("form a joint holding",),
    "bind": ("bind an officer",),
    "rotate": ("rotate a key",),
    "empower": ("empower an officer",),
    "revoke": ("revoke an officer",),
    "accredit": ("accredit",),
    "handOver": ("hand over a registrar (6 signatures)",),
    "mandate": ("give a mandate",),
    "setParameters": ("set parameters",),
    "loadCalendar": ("load a year of the calendar",),
    "anchorDay": ("anchor a day",),
    "pin": ("pin",),
    "withdraw": ("withdraw a filing", "withdraw a filing as its first signatory"),
    **secured.ROWS,
    **leased.ROWS,
    **enforced.ROWS,
}
"""The rows of each act."""

Terms = Callable[[int], tuple[Any, ...]]


@dataclass
class Story:
    """Twenty folios on their way, and what everything cost."""

    stage: Stage
    cast: Cast
    costs: dict[str, Cost] = field(default_factory=dict)
    court: Player | None = None

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
            lambda: self.go("pause", reviewer, self.on("pause")),
            lambda: self.go("resume", applicant, self.on("resume")),
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
        """Received, incomplete, complete, taken back, and to the end."""
        self.aside(self._incomplete)
        objector = [self.cast.objector.one]
        terms = (self.cast.objector, ALL, Ground.OWNERSHIP, SHA256, DOCUMENT)
        done = self.go("object", objector, lambda k: ("object", self.folios[k].entry, *terms))
        numbers = [line.number for line in done.all("Objected")]
        self.go("find an objection complete", self.cast.registrar.pair, self._about("complete", numbers))
        self.measure("take back a dispute", objector, self._about("withdrawObjection", numbers))
        self.measure("grant beside a dispute", self._dealers(), self._grant(burdens=lambda k: [numbers[k]]))
        self._disputes(numbers)

    def _incomplete(self) -> None:
        """Found incomplete, supplemented, lapsed."""
        objector, reviewer = [self.cast.objector.one], [self.cast.registrar.reviewer]
        terms = (self.cast.objector, ALL, Ground.ERROR, SHA256, DOCUMENT)
        done = self.stage.file(objector, [("object", self.folios[k].entry, *terms) for k in TWENTY])
        numbers = [line.number for line in done.all("Objected")]
        self.go("find an objection incomplete", reviewer, self._about("findIncomplete", numbers, 5))
        self.measure("supplement an objection", objector, self._about("refile", numbers))
        self.stage.on("2026-09-10")
        lapse: Terms = lambda k: ("lapseObjection", self.folios[k].entry, numbers[k])  # noqa: E731
        self.measure("lapse an objection", [self.cast.buyer.one], lapse)

    def _disputes(self, numbers: Sequence[int]) -> None:
        """From the notice to the holder to either end."""
        holder, reviewer = [self.cast.holder.one], [self.cast.registrar.reviewer]
        pair, both = self.cast.registrar.pair, [self.cast.holder.one, self.cast.objector.one]
        anybody = [self.cast.buyer.one]

        def plain(act: str) -> Terms:
            return lambda k: (act, self.folios[k].entry, numbers[k])

        self.aside(
            lambda: self.stage.on("2026-09-10"),
            lambda: self.measure("report a clock that ran out", anybody, plain("reportOverdue")),
        )
        self.go("notify the holder", reviewer, self._about("notifyHolder", numbers))
        self.aside(
            lambda: self.stage.on("2026-09-30"),
            lambda: self.measure("record that silence contests", anybody, plain("deemContested")),
        )
        self.measure("admit an objection", holder, self._about("respond", numbers, HolderResponse.ADMIT))
        self.go("contest an objection", holder, self._about("respond", numbers, HolderResponse.CONTEST))
        self.measure("investigate an objection", reviewer, self._about("investigate", numbers, 0))
        self.go("conclude on an objection", pair, self._about("conclude", numbers, Conclusion.DISMISSED))
        self.measure("reject a conclusion", holder, self._about("rejectConclusion", numbers, DisputeSide.HOLDER))
        self.measure("sue", holder, self._about("litigate", numbers, DisputeSide.HOLDER))
        order = (self.cast.regulator, Instrument.AWARD, self.stage.now, self.stage.now, SHA256, DOCUMENT)
        stands = (ObjectionOutcome.STANDS, 0)
        by_order: Terms = lambda k: ("resolveByOrder", self.folios[k].entry, numbers[k], *stands, order)  # noqa: E731
        self.measure("resolve a dispute by an instrument", pair, by_order)
        self.aside(
            lambda: self.stage.on("2026-09-30"),
            lambda: self.measure("lapse a dispute", anybody, plain("lapseObjection")),
        )
        sides = DisputeSide.OBJECTOR | DisputeSide.HOLDER
        self.go("accept a conclusion", both, self._about("acceptConclusion", numbers, sides))
        self.measure("resolve a dispute", pair, self._about("resolveObjection", numbers, *stands))

    # -- supervision and notes

    def supervision(self) -> None:
        """Cases given away, and what is noted."""
        cast, pair, operator = self.cast, self.cast.registrar.pair, self.cast.operator.both
        officers = {"reviewer": Power.REVIEW, "approver": Power.APPROVE}
        heir = enter(self.stage, cast.operator, "heir", Role.REGISTRAR, officers, 340)
        accredit(self.stage, cast.operator, heir, AccreditationKind.REGISTRAR_CATALOGUE)
        applying = Case(asked=Right(ALL), applicant=cast.holder.number, registrar=cast.registrar.number)
        acts = [("applyCancellation", self.folios[k].entry, applying, SHA256, DOCUMENT) for k in TWENTY]
        numbers = [line.number for line in self.stage.file([cast.holder.one], acts).all("CancellationApplied")]
        agreed, ordered = (heir, 0), (heir, cast.regulator)
        name = "give a case to another registrar"
        self.measure(f"{name} (4 signatures)", [*pair, *heir.pair], self._about("reassign", numbers, *agreed))
        self.measure(f"{name} by order", cast.regulator.both, self._about("reassign", numbers, *ordered))

        def noting(kind: int, party: object = 0) -> Terms:
            return lambda k: ("noteEntry", self.folios[k].entry, kind, numbers[k], party, SHA256, DOCUMENT)

        self.measure("note a notification", pair, noting(NoteKind.NOTIFICATION, cast.buyer))
        self.measure("note an erasure", operator, noting(NoteKind.ERASURE))
        note = (NoteKind.ERASURE, 1, SHA256, DOCUMENT)
        self.measure("note an erasure of a party", operator, lambda _: ("noteParty", cast.holder, *note))
        self.measure("note an erasure of the book", operator, lambda _: ("noteBook", *note))

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

    # -- what happens to licences beside their ordinary life

    def changes(self) -> None:
        """Novated, ended by an instrument."""
        cast, dealers = self.cast, self._dealers()
        three = [cast.holder.one, cast.maker.one, cast.buyer.one]
        self.aside(self._exclusive_novated)
        done = self.stage.file(dealers, [self._grant()(k) for k in TWENTY])
        numbers = [line.number for line in done.all("LicenceGranted")]
        novation: tuple[Any, ...] = (cast.buyer, SHA256, DOCUMENT, [], [])
        self.measure("novate", three, lambda k: ("novate", self.folios[k].entry, numbers[k], *novation))
        order = (cast.regulator.number, Instrument.ORDER, self.stage.now, self.stage.now, SHA256, DOCUMENT)
        self.measure(
            "end by an instrument",
            cast.registrar.pair,
            lambda k: ("endByOrder", self.folios[k].entry, numbers[k], EndReason.ORDER, order),
        )

    def _exclusive_novated(self) -> None:
        cast = self.cast
        granted = self._grant(kind=LicenceKind.EXCLUSIVE)
        done = self.stage.file(self._dealers(), [granted(k) for k in TWENTY])
        numbers = [line.number for line in done.all("LicenceGranted")]
        self.measure(
            "novate an exclusive licence",
            [cast.holder.one, cast.maker.one, cast.buyer.one],
            lambda k: (
                "novate", self.folios[k].entry, numbers[k], cast.buyer, SHA256, DOCUMENT, [numbers[k]], [numbers[k]],
            ),
        )  # fmt: skip

    # -- usage and settlement

    def usage(self) -> None:
        """Metered, reported, answered in every way, settled."""
        cast, gateway = self.cast, gateway_of(self.stage, self.cast.operator)
        self._gateway = gateway.machine
        self.stage.file([gateway.machine], [("pin", self.folios[0].entry, self.folios[0].head.edition)])
        done = self.stage.file(self._dealers(), [self._grant()(k) for k in TWENTY])
        licences = [line.number for line in done.all("LicenceGranted")]
        both, maker = [cast.holder.one, cast.maker.one], [cast.maker.one]

        def on(act: str, *terms: Any, about: Sequence[int] = (), lists: tuple[Any, ...] = (SHA256, DOCUMENT)) -> Terms:
            """An act on the licence of each folio, with a document behind it."""
            return lambda k: (act, self.folios[k].entry, licences[k], *about[k : k + 1], *terms, *lists)

        quota = (40_000_000, QuotaWindow.YEAR)
        self.go("set a meter", both, on("setMeter", *quota, UsageUnit.CALL, gateway, FIRST))
        self.measure("amend a meter", both, on("amendMeter", *quota, gateway))
        self.stage.on("2026-10-15")
        self.stage.on("2026-11-20")
        counter = [gateway.machine]

        def day_of(k: int) -> tuple[int, int]:
            return FIRST + k * DAY, FIRST + (k + 1) * DAY

        self.measure("submit the first batch", counter, on("submitBatch", *day_of(0), 104_312, 87))
        self.stage.file(counter, [on("submitBatch", *day_of(0), 104_312, 87)(k) for k in TWENTY])
        done = self.go("submit a batch", counter, on("submitBatch", *day_of(1), 99_001, 0))
        batches = [line.number for line in done.all("BatchSubmitted")]
        first = [number - 1 for number in batches]
        self.aside(
            lambda: self.stage.on("2026-12-01"),
            lambda: self.measure(
                "record that silence accepted a batch", [cast.buyer.one], on("deemBatch", about=batches, lists=())
            ),
        )
        self.aside(
            lambda: self.go(
                "contest a batch", maker, on("disputeBatch", DisputeCode.DUPLICATES, 98_640, about=batches)
            ),
            lambda: self.measure("reconcile a batch", both, on("reconcileBatch", 98_640, about=batches)),
        )
        self.go("countersign a batch", maker, on("countersignBatch", about=first, lists=()))
        self._statements(on, first, licences)

    def _statements(self, on: Callable[..., Terms], batches: Sequence[int], licences: Sequence[int]) -> None:
        cast = self.cast
        both, holder, maker = [cast.holder.one, cast.maker.one], [cast.holder.one], [cast.maker.one]
        self.aside(lambda: self._thirty_batches(licences[0], batches[0]))
        done = self.go(
            "issue a statement",
            holder,
            lambda k: on("issueStatement", PaymentRoute.OWN, SHA256, DOCUMENT, [], [batches[k]], lists=())(k),
        )
        statements = [line.number for line in done.all("StatementIssued")]
        self.measure("send a statement back", maker, on("refuseStatement", about=statements))
        self.aside(
            lambda: self.stage.on("2026-12-01"),
            lambda: self.measure(
                "record that silence confirmed a statement",
                [cast.buyer.one],
                on("deemStatement", about=statements, lists=()),
            ),
        )
        self.go("confirm a statement", maker, on("confirmStatement", about=statements, lists=()))
        self.measure("record a payment", both, on("markPaid", PaymentRoute.OWN, about=statements))

    def _thirty_batches(self, licence: int, first: int) -> None:
        """The second batch of the licence is there already; twenty-eight more, each countersigned."""
        entry, gateway = self.folios[0].entry, self._gateway
        days = [(FIRST + k * DAY, FIRST + (k + 1) * DAY) for k in range(2, 30)]
        acts = [("submitBatch", entry, licence, *each, 1, 0, SHA256, DOCUMENT) for each in days]
        done = self.stage.file([gateway], acts)
        numbers = [first + 1, *(line.number for line in done.all("BatchSubmitted"))]
        self.stage.file([self.cast.maker.one], [("countersignBatch", entry, licence, number) for number in numbers])
        act: tuple[Any, ...] = (
            "issueStatement",
            entry,
            licence,
            PaymentRoute.OWN,
            SHA256,
            DOCUMENT,
            [],
            [first, *numbers],
        )
        self.measure("issue a statement over thirty batches", [self.cast.holder.one], lambda _: act, single=True)

    # -- listings

    def listings(self) -> None:
        """Listed, suspended, lapsed, resumed, delisted."""
        cast, venue, opinions = self.cast, [self.cast.exchange.recorder], self._opinions()
        prospectus = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        both = [cast.holder.one, cast.exchange.recorder]

        def listing(k: int) -> tuple[Any, ...]:
            return ("listProduct", self.folios[k].entry, cast.exchange, Delivery.API, opinions[k], prospectus)

        done = self.go("list a product", both, listing)
        numbers = [line.number for line in done.all("ProductListed")]
        resume: Terms = lambda k: self._about("resumeListing", numbers, opinions[k])(k)  # noqa: E731
        self.aside(
            lambda: self.go("suspend a listing", venue, self._about("suspendListing", numbers, ListingReason.FREEZE)),
            lambda: self.measure("resume a listing", venue, resume),
        )
        lapse: Terms = lambda k: ("lapseListing", self.folios[k].entry, numbers[k])  # noqa: E731
        self.aside(
            lambda: self.stage.on("2027-07-20"),
            lambda: self.measure("lapse a listing", [cast.buyer.one], lapse),
        )
        self.measure("delist", venue, self._about("delist", numbers, ListingReason.VENUE_RULES))

    def _opinions(self) -> list[int]:
        firm = attestor(self.stage, self.cast, AccreditationKind.LAW_FIRM, first_account=250)
        word = replace(OPINION, attestor=firm.number)
        acts = [("attest", folio.entry, folio.folio, word, SHA256, DOCUMENT, DOCUMENT) for folio in self.folios]
        return [line.number for line in self.stage.file([firm.one, self.cast.holder.one], acts).all("Attested")]

    # -- versions and successions

    def versions(self) -> None:
        """Data refreshed; entries that come out of others."""
        rest: tuple[Any, ...] = (SHA256, DOCUMENT, DOCUMENT, [], [])

        def refreshing(k: int, month: int = 2) -> tuple[Any, ...]:
            return ("refreshVersion", self.folios[k].entry, KECCAK, keccak(b"version %d of %d" % (month, k)), *rest)

        self.stage.file([self.cast.holder.one], [refreshing(k, 1) for k in TWENTY])  # steady state: not the first one
        self.go("refresh a version", [self.cast.holder.one], refreshing)
        self._successions()

    def _successions(self) -> None:
        holder, pair, old = [self.cast.holder.one], self.cast.registrar.pair, self.folios
        self.folios = [Procedure(self.stage, self.cast, root=keccak(b"heir %d" % number)) for number in TWENTY]
        self.stage.file(holder, [("open", KECCAK, heir.root, self.cast.holder) for heir in self.folios])
        submitted = self.stage.file(holder, [self._submission(k) for k in TWENTY]).all("Submitted")
        for heir, line in zip(self.folios, submitted, strict=True):
            heir.number = line.number
        self._passed()
        change = (SuccessionKind.MATERIAL_CHANGE, SHA256, DOCUMENT)
        name: Terms = lambda k: ("namePredecessor", *self._case(k), old[k].entry, *change)  # noqa: E731
        self.go("name a predecessor", holder, name)
        clear: Terms = lambda k: (  # noqa: E731
            "clearPredecessor", *self._case(k), old[k].entry, SHA256, DOCUMENT, [], []
        )  # fmt: skip
        self.measure("clear a predecessor", [*pair, *holder], clear)
        self.folios = old

    # -- burdens and consents

    def burdens(self) -> None:
        """Orders with their queue, what a holder agrees to, marks, freezes of a party, and consents."""
        self._order()
        self.aside(self._orders)
        self.aside(self._expired_orders)
        self.aside(self._marks)
        self.aside(self._restraints)
        self.aside(self._consents)

    def _orders(self) -> None:
        pair, order = self.cast.registrar.pair, self._order()
        impose = self._imposing(1096)
        done = self.go("execute a court order", pair, impose)
        numbers = [line.number for line in done.all("BurdenImposed")]
        done = self.go("queue a court order", pair, impose)
        queued = [line.number for line in done.all("BurdenImposed")]
        self.stage.on("2026-08-25")
        self.measure("renew an order", pair, lambda k: ("renew", self.folios[k].entry, numbers[k], 1096, order))
        self.go("lift an order", pair, lambda k: ("lift", self.folios[k].entry, numbers[k], order))
        promote: Terms = lambda k: ("promote", self.folios[k].entry, queued[k], [queued[k]])  # noqa: E731
        self.measure("promote a queued order", [self.cast.buyer.one], promote)

    def _expired_orders(self) -> None:
        done = self.stage.file(self.cast.registrar.pair, [self._imposing(1)(k) for k in TWENTY])
        numbers = [line.number for line in done.all("BurdenImposed")]
        self.stage.on("2026-08-25")
        close: Terms = lambda k: ("closeBurden", self.folios[k].entry, numbers[k])  # noqa: E731
        self.measure("close an expired order", [self.cast.buyer.one], close)

    def _marks(self) -> None:
        pair, mark = self.cast.registrar.pair, (BurdenKind.SYNC_CONFLICT, ALL, 0, SHA256, DOCUMENT)
        done = self.go("mark a conflict", pair, lambda k: ("markEntry", self.folios[k].entry, *mark))
        self.measure("clear a mark", pair, self._about("clearMark", [x.number for x in done.all("EntryMarked")]))

    def _restraints(self) -> None:
        registrar, party, order = self.cast.registrar, self.cast.second, self._order()
        act = ("restrainParty", party, BurdenKind.COURT_ORDER, 2, registrar, order)
        done = self.go("freeze a party", registrar.pair, lambda _: act)
        numbers = [line.number for line in done.all("PartyRestrained")]
        renew: Terms = lambda k: ("renewRestraint", party, numbers[k], 30, registrar, order)  # noqa: E731
        lift: Terms = lambda k: ("liftRestraint", party, numbers[k], registrar, order)  # noqa: E731
        self.measure("renew a freeze of a party", registrar.pair, renew)
        self.measure("lift a freeze of a party", registrar.pair, lift)
        self.stage.on("2026-08-25")
        close: Terms = lambda k: ("closeRestraint", party, numbers[k])  # noqa: E731
        self.measure("close a freeze of a party", [self.cast.buyer.one], close)

    def _consents(self) -> None:
        holder, second, matter = [self.cast.holder.one], [self.cast.second.one], keccak(b"matter")
        notice = (self.cast.second, ALL, 10, SHA256, DOCUMENT)
        self.measure("note priority", holder, lambda k: ("notePriority", self.folios[k].entry, *notice))
        clause = (self.cast.second, ALL, Effect.PLEDGE, 0, SHA256, DOCUMENT)
        done = self.go("register a restriction", holder, lambda k: ("registerClause", self.folios[k].entry, *clause))
        numbers = [line.number for line in done.all("ClauseRegistered")]
        self.measure("give up a restriction", second, self._about("giveUp", numbers))
        word = Envelope(state=EnvelopeState.SET, sla=3, until=day("2027-01-01"))
        self.measure("set a standing consent", second, self._about("setEnvelope", numbers, word))
        self.go("ask for consent", holder, self._about("requestConsent", numbers, self.cast.holder, matter))
        self.measure("refuse consent", second, self._about("refuseConsent", numbers, matter))
        self.go("consent", second, self._about("giveConsent", numbers, matter, day("2027-01-01")))
        self.measure("revoke a consent", second, self._about("revokeConsent", numbers, matter))
        use: Terms = lambda k: ("exerciseConsent", self.folios[k].entry, numbers[k], matter)  # noqa: E731
        self.measure("use a consent", holder, use)

    def _order(self) -> tuple[Any, ...]:
        """Of a court (虚构), effective now."""
        if self.court is None:
            self.court = enter(self.stage, self.cast.operator, "court (虚构)", Role.COURT, {}, 400)
        return (self.court.number, Instrument.ORDER, self.stage.now, self.stage.now, SHA256, DOCUMENT)

    def _imposing(self, term: int) -> Terms:
        order = self._order()
        terms = (BurdenKind.COURT_ORDER, ALL, 0, term, 0, order)
        return lambda k: ("impose", self.folios[k].entry, *terms)

    def securities(self) -> None:
        """Securities and guarantees."""
        secured.Secured(self).run()

    # -- sources

    def sources(self) -> None:
        """Declared, shortened, extended, lost and made good; and what was made from what."""
        cast, holder = self.cast, [self.cast.holder.one]
        terms = replace(CONTRACT, grantor=cast.second.number, until=day("2027-03-31"), limits=Limit.NO_RESALE)
        papers = (SHA256, DOCUMENT, NOBODY)

        def declaring(burdens: Sequence[Sequence[int]] = ()) -> Terms:
            return lambda k: (
                "declareSource", self.folios[k].entry, self.folios[k].folio, terms, papers, [each[k] for each in burdens],
            )  # fmt: skip

        given = [*holder, cast.second.one]
        numbers = [line.number for line in self.go("declare a source", given, declaring()).all("SourceDeclared")]
        ends: tuple[Any, ...] = (day("2026-12-31"), SHA256, DOCUMENT, [])
        self.measure(
            "bring a source's end forward", holder, lambda k: ("shortenSource", self.folios[k].entry, numbers[k], *ends)
        )
        pair = cast.registrar.pair
        self.measure("extend a source", [*given, *pair], self._about("extendSource", numbers, day("2028-03-31")))
        self.go("enter the loss of a source", pair, self._about("revokeSource", numbers, SourceState.REVOKED))
        done = self.stage.file(given, [declaring([numbers])(k) for k in TWENTY])
        later = [line.number for line in done.all("SourceDeclared")]
        self.measure(
            "replace a lost source",
            [*holder, *pair],
            lambda k: self._about("replaceSource", numbers, later[k])(k),
        )
        relation = (0, LineageKind.DERIVED, SHA256, DOCUMENT)
        self.measure(
            "declare lineage",
            holder,
            lambda k: ("relate", self.folios[k].entry, self.folios[k].folio, self.folios[k - 1].entry, *relation),
        )

    def leases(self) -> None:
        """Finance leases, title noted and title passed."""
        leases = leased.Leased(self)
        self.aside(leases.run)
        self.aside(leases.passed)

    # -- attestations

    def attestations(self) -> None:
        """Attested by one and by two, countersigned, superseded, revoked."""
        body = attestor(self.stage, self.cast, AccreditationKind.APPRAISAL_FILING)
        terms = replace(VALUATION, attestor=body.number)
        one, two = [body.one, self.cast.holder.one], [*body.both, self.cast.holder.one]

        def attesting(k: int) -> tuple[Any, ...]:
            folio = self.folios[k]
            return ("attest", folio.entry, folio.folio, terms, SHA256, DOCUMENT, DOCUMENT)

        for officer in body.both:
            self.stage.file([officer], [("pin", self.folios[0].entry, self.folios[0].head.edition)])
        waiting = [line.number for line in self.go("attest by one of two", one, attesting).all("Attested")]
        self.measure("countersign an attestation", [body.two], self._about("countersignAttestation", waiting))
        later = [line.number for line in self.go("attest a valuation", two, attesting).all("Attested")]
        self.measure(
            "supersede an attestation",
            [body.one],
            lambda k: self._about("supersedeAttestation", waiting, later[k])(k),
        )
        revocation = (body, RevocationReason.ERROR)
        self.measure("revoke an attestation", body.both, self._about("revokeAttestation", later, *revocation))

    # -- later registrations

    def later_registrations(self) -> None:
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

        self._hand_over()

    def _hand_over(self) -> None:
        """One registrar to another, half a year later."""
        cast, officers = self.cast, {"approver": Power.APPROVE, "approver2": Power.APPROVE}
        old = enter(self.stage, cast.operator, "leaving", Role.REGISTRAR, officers, 330)
        exiting = Accreditation(status=AccreditationStatus.EXITING, from_=YEARS[0], until=YEARS[1])
        kind = AccreditationKind.REGISTRAR_CATALOGUE
        self.stage.file(cast.operator.both, [("accredit", old, kind, exiting, 1, SHA256, DOCUMENT)])
        self.stage.chain.forward(days=190)
        act = ("handOver", old, cast.registrar, cast.regulator, 37, 1214, SHA256, DOCUMENT, DOCUMENT)
        by = [*old.both, cast.registrar.approver, cast.registrar.approver2, *cast.regulator.both]
        self.measure("hand over a registrar (6 signatures)", by, lambda _: act, single=True)

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
