"""The folio and all that hangs on it, as plain records; every number is that of the line that brought the thing about."""

from dataclasses import dataclass, field

from tests.contracts.model.records import Enforcement, Lease, Lineage, Management, Overdue, Source, Succession, Version
from tests.contracts.model.register import Names, Rights

NONE: Names = frozenset()
PENDING = frozenset(("SUBMITTED", "CORRECTION", "UNDER_REVIEW", "SUPPLEMENTING", "NOTICE", "CLEARED"))


@dataclass
class Claim:
    """What a case says of the data; a term of 0 is as long as the credential."""

    origins: Names = frozenset(("COLLECTED",))
    form: str = "RESOURCE"
    sensitivity: Names = NONE
    limits: Names = NONE
    source_until: int = 0
    bases: Names = NONE
    terms: tuple[int, int, int] = (0, 0, 0)
    opinion: int = 0
    """The compliance opinion it relies on."""


@dataclass
class Case:
    """An application and how far it is."""

    kind: str
    asked: Rights
    applicant: int
    registrar: int
    since: int
    submitted: int
    run: int
    limit: int = 3
    used: int = 0
    state: str = "SUBMITTED"
    passed: Rights = frozenset()
    reviewer: int = 0
    accepted: int = 0
    notice: int = 0
    notice_length: int = 0
    due: int = 0
    flags: Names = NONE
    claim: Claim = field(default_factory=Claim)
    transferee: int = 0
    objections: int = 0


@dataclass
class Objection:
    """Somebody objects, in a notice or after registration."""

    phase: str
    ground: str
    objector: int
    since: int
    filed: int
    limit: int
    rights: Rights
    case: int = 0
    state: str = "FILED"
    conclusion: str = "NONE"
    completed: int = 0
    run: int = 0
    """Day the running clock began; 0 = none runs."""
    response: str = "NONE"
    accepted: Names = NONE
    outcome: str = "NONE"
    marks: Names = NONE
    change: int = 0


@dataclass
class Burden:
    """Whatever may stop an act; `until` 0 is open-ended, and of a queued order the days it will run."""

    kind: str
    rights: Rights
    effects: Names
    party: int
    since: int
    day: int
    grantor: int = 0
    waivable: bool = False
    state: str = "OPEN"
    until: int = 0
    guarantor: int = 0
    acks: Names = NONE

    def is_over(self, day: int) -> bool:
        """Its last day lies before `day`; what waits does not run (rule 114)."""
        return self.state != "QUEUED" and 0 < self.until < day


@dataclass
class Licence:
    """A licence; an empty set of codes means all."""

    licensee: int
    kind: str
    start: int
    end: int
    actions: Names = NONE
    purposes: Names = NONE
    industries: Names = NONE
    regions: Names = NONE
    environments: Names = NONE
    flags: Names = NONE
    parent: int = 0
    depth: int = 0
    delete_within: int = 0
    state: str = "ACTIVE"
    noticed: int = 0
    happened: Names = NONE
    last: int = 0
    among: tuple[int, Names] | None = None
    """Block time and effects, if it was recorded among burdens."""
    assented: frozenset[int] = frozenset()
    """Securities and leases that would have forbidden it, whose parties let it pass (rule 51)."""
    meter: "Meter | None" = None
    batches: dict[int, "Batch"] = field(default_factory=dict)
    statements: dict[int, "Statement"] = field(default_factory=dict)
    lines: int = 0

    @property
    def exclusive(self) -> bool:
        """Whether it keeps others out: sole or exclusive."""
        return self.kind != "NON_EXCLUSIVE"

    @property
    def power(self) -> str:
        """What it takes to give, change or end it (rule 47)."""
        return "LICENSE_EXCLUSIVE" if self.exclusive else "LICENSE"


@dataclass
class Meter:
    """How usage is counted, and how far."""

    quota: int
    window: str
    unit: str
    gateway: int
    through: int
    settled: int
    last: int
    total: int = 0
    statement: int = 0


@dataclass
class Batch:
    """What was used in a period."""

    accepted: int
    rejected: int
    start: int
    end: int
    submitted: int
    since: int
    state: str = "SUBMITTED"
    code: str = "NONE"


@dataclass
class Statement:
    """What is owed for batches in a row."""

    route: str
    due: str
    quantity: int
    start: int
    end: int
    issued: int
    since: int
    state: str = "ISSUED"


@dataclass
class Debt:
    """What a security secures."""

    debtor: int
    maturity: int
    window: tuple[int, int] = (0, 0)
    valuation: int = 0
    cap: int = 0
    order: str = "DEBTOR_FIRST"
    scope: Names = NONE
    place: int = 0
    takeover: int = 0
    defaulted: int = 0
    cure_until: int = 0
    cause: str = "NONE"
    demanded: int = 0
    release_asked: int = 0
    guarantee: int = 0


@dataclass
class Filing:
    """What another register says of a security."""

    kind: str
    venue: str
    filed_at: int
    until: int
    sequence: int = 0
    papers: str = ""
    """Which papers were shown; what is shown twice is the same."""
    importer: int = 0
    status: str = "UNVERIFIED"


@dataclass
class Security:
    """A security interest; creditor, grantor, rights and effects stand in the burden of the same number."""

    character: str
    claim: str = "ORDINARY"
    purpose: str = "PRINCIPAL"
    provider: str = "DEBTOR"
    flags: Names = NONE
    clause: Names = NONE
    delivered: int = 0
    state: str = "RECORDED"
    venue: str = "NONE"
    filed_at: int = 0
    sequence: int = 0
    until: int = 0
    behind: int = 0
    split_of: int = 0
    crystallised: int = 0
    closed: int = 0
    cancel_days: int = 0
    judged: int = 0
    debt: Debt = field(default_factory=lambda: Debt(0, 0))
    filing: Filing | None = None

    @property
    def open(self) -> bool:
        """Neither released nor voided nor realised."""
        return self.state in {"RECORDED", "PERFECTED", "LAPSED", "ENFORCING"}


@dataclass
class Guarantee:
    """Somebody answers for a debt with all it has."""

    guarantor: int
    debtor: int
    creditor: int
    security: int
    coverage: int
    mode: str
    start: int
    end: int
    acks: Names
    since: int = 0
    state: str = "EFFECTIVE"
    claimed: int = 0
    paid: int = 0


@dataclass
class Attestation:
    """What an accredited body says of the data."""

    kind: str
    attestor: int
    purpose: str
    headline: str
    rights: Rights
    base: int
    until: int
    signer: int = 0
    issued: int = 0
    since: int = 0
    state: str = "ISSUED"
    successor: int = 0


@dataclass
class Listing:
    """A product on an exchange."""

    venue: int
    lister: int
    delivery: Names
    listed: int
    since: int
    opinion: int
    state: str = "LISTED"
    code: str = "NONE"


@dataclass
class Envelope:
    """What a burden's party lets pass without being asked."""

    modes: dict[str, str]
    until: int
    months: int = 0
    cap: int = 0
    kinds: Names = NONE
    purposes: Names = NONE
    regions: Names = NONE
    industries: Names = NONE
    agreed: Names = NONE
    silence_consents: bool = False
    sla: int = 0
    state: str = "SET"

    def in_force(self, day: int) -> bool:
        """Set and not past its last day."""
        return self.state == "SET" and self.until >= day


@dataclass
class Consent:
    """Consent to one matter."""

    party: int
    requester: int
    day: int
    sla: int
    silence_consents: bool
    since: int
    state: str = "REQUESTED"
    until: int = 0
    line: int = 0


@dataclass
class Folio:
    """One data object of one applicant."""

    entry: bytes
    root: bytes
    alg: int
    applicant: int
    lines: int = 1
    holder: list[int] = field(default_factory=lambda: [0, 0, 0])
    until: list[int] = field(default_factory=lambda: [0, 0, 0])
    status: list[str] = field(default_factory=lambda: ["EMPTY"] * 3)
    registrar: int = 0
    edition: int = 0
    facts: Claim = field(default_factory=lambda: Claim(origins=NONE))
    """What is known of the data; form and terms are each case's own."""
    cases: dict[int, Case] = field(default_factory=dict)
    objections: dict[int, Objection] = field(default_factory=dict)
    burdens: dict[int, Burden] = field(default_factory=dict)
    licences: dict[int, Licence] = field(default_factory=dict)
    securities: dict[int, Security] = field(default_factory=dict)
    guarantees: dict[int, Guarantee] = field(default_factory=dict)
    attestations: dict[int, Attestation] = field(default_factory=dict)
    listings: dict[int, Listing] = field(default_factory=dict)
    envelopes: dict[int, Envelope] = field(default_factory=dict)
    consents: dict[tuple[int, bytes], Consent] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    lineages: dict[int, Lineage] = field(default_factory=dict)
    children: int = 0
    """Entries made from it."""
    leases: dict[int, Lease] = field(default_factory=dict)
    enforcements: dict[int, Enforcement] = field(default_factory=dict)
    management: Management = field(default_factory=Management)
    version: Version = field(default_factory=Version)
    succession: Succession = field(default_factory=Succession)
    overdue: dict[int, Overdue] = field(default_factory=dict)
    latest_order: int = 0
    """The latest court order, closed or not."""
    renewals: dict[int, int] = field(default_factory=dict)
    """The latest case that asks to renew each right."""

    @property
    def next(self) -> int:
        """The number of the line an act writes."""
        return self.lines + 1

    def unclosed(self) -> list[int]:
        """The complete list of burdens."""
        return sorted(number for number, burden in self.burdens.items() if burden.state != "CLOSED")

    def operator(self, today: int) -> int:
        """Who exercises the right to operate: its holder, or whoever manages it now, while something is secured."""
        managed = self.management
        now = managed.operator and not managed.over and today <= managed.until and self.unclosed()
        return managed.operator if now else self.holder[2]

    def orders(self) -> list[int]:
        """Court orders among them."""
        return [number for number in self.unclosed() if self.burdens[number].kind == "COURT_ORDER"]

    def unclosed_licences(self) -> list[int]:
        """The complete list of licences."""
        return sorted(number for number, licence in self.licences.items() if licence.state != "CLOSED")

    def renewal(self, right: int, today: int) -> int:
        """The pending case by which a right's holder asks for its renewal; it keeps the right in force (rule 32)."""
        number = self.renewals.get(right, 0)
        case = self.cases.get(number)
        if case is None or case.state not in PENDING or case.applicant != self.holder[right]:
            return 0
        return 0 if case.state == "CORRECTION" and today > case.due else number

    def is_live(self, right: int, day: int, today: int) -> bool:
        """Whether a right is registered on a day."""
        return self.status[right] == "ACTIVE" and (self.until[right] >= day or self.renewal(right, today) != 0)

    def live(self, day: int, today: int) -> Rights:
        """The rights that are."""
        return frozenset(right for right in range(3) if self.is_live(right, day, today))
