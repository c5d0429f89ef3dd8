"""The register as its rules describe it: parties, folios, time, and how an act is judged.

Nothing is packed, nothing is optimised, and nothing is taken from the contracts but the names of refusals. An act is a generator:
what stands before its `yield` says why it may not be done, what stands after it is what it does.

    def give_up(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
        burden = t.find(folio.burdens, number, "NoSuchBurden")
        t.unless(burden.state == "OPEN", "WrongBurdenState")
        …
        yield
        burden.state = "CLOSED"

All reasons are collected, whichever a contract would meet first; only what is not there at all ends the judging.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tests.contracts.model import dates

if TYPE_CHECKING:
    from tests.contracts.model.folio import Burden, Folio

T = TypeVar("T")
Deed: TypeAlias = Generator[None, None, None]
Rights: TypeAlias = frozenset[int]
Names: TypeAlias = frozenset[str]

HOLD, USE, OPERATE = range(3)
EVERY_RIGHT: Rights = frozenset((HOLD, USE, OPERATE))
EFFECTS = (
    "TRANSFER", "LICENCE_EXCLUSIVE", "LICENCE_ORDINARY", "SUBLICENSE", "PLEDGE", "LEASE", "CANCEL", "UPDATE", "PAYMENT", "ENFORCE",
)  # fmt: skip
EVERYTHING: Names = frozenset(EFFECTS)

TOLERANCE = 900
LATE_DAYS = 1
DISPUTED: Names = frozenset(("TRANSFER", "LICENCE_EXCLUSIVE", "PLEDGE", "LEASE"))
"""Parameters of the ledger the model stands beside, by what the law says and a demonstration takes (rules 39, 124)."""

MOST_LINES_DAY = (1 << 16) - 1
"""The last legal day that can be written down."""


@dataclass
class Officer:
    """Who signs: a person or a machine, for one party."""

    number: int
    party: int
    powers: Names
    machine: bool = False


@dataclass
class Accreditation:
    """A licence to practise; `since` and `until` in seconds."""

    status: str = "ACTIVE"
    since: int = 0
    until: int = 0
    successor: int = 0
    exiting: int = 0


@dataclass
class Party:
    """Who can be something in the register."""

    number: int
    kind: str
    roles: Names
    verified_until: int
    status: str = "ACTIVE"
    members: dict[int, int] = field(default_factory=dict)
    """Of a joint holding: weights."""
    quorum: dict[str, int] = field(default_factory=dict)
    """Likewise: by power what weight it takes."""
    accreditations: dict[str, Accreditation] = field(default_factory=dict)
    freezes: dict[int, "Burden"] = field(default_factory=dict)
    lines: int = 0

    def is_or_has(self, other: int) -> bool:
        """Whether `other` is this party or a member of it."""
        return other == self.number or other in self.members

    @property
    def frozen(self) -> int:
        """Freezes that are not closed."""
        return sum(freeze.state == "OPEN" for freeze in self.freezes.values())


@dataclass(frozen=True)
class Mandate:
    """An agent acts for a principal, on all entries."""

    principal: int
    agent: int
    powers: Names


@dataclass
class Papers:
    """Digests an act must bring, and whether the algorithm that made them is one the ledger knows (rule 123)."""

    known: bool = True
    present: bool = True


@dataclass
class Order:
    """An instrument of a court or an authority."""

    issuer: int
    known: bool
    effective: int
    served: int
    papers: Papers


@dataclass
class Register:
    """Everything."""

    now: int
    parties: dict[int, Party] = field(default_factory=dict)
    officers: dict[int, Officer] = field(default_factory=dict)
    mandates: list[Mandate] = field(default_factory=list)
    folios: dict[bytes, "Folio"] = field(default_factory=dict)
    contents: dict[bytes, list[bytes]] = field(default_factory=dict)
    """The entries anchored on each content, in order."""
    book: int = 0
    """Lines of the book."""

    @property
    def today(self) -> int:
        """The day of the block."""
        return dates.day_of(self.now)

    def is_live(self, party: int) -> bool:
        """Admitted, active, its identity verified (rule 1)."""
        p = self.parties.get(party)
        return p is not None and p.status == "ACTIVE" and p.verified_until >= self.now

    def includes(self, party: int, other: int) -> bool:
        """Whether `other` is `party` or a member of it."""
        return party == other or (party in self.parties and self.parties[party].is_or_has(other))

    def roles(self, party: int) -> Names:
        """What a party may be; nothing when there is none."""
        return self.parties[party].roles if party in self.parties else frozenset()

    def keeper(self, registrar: int) -> int:
        """Who keeps what a registrar kept (rule 5)."""
        while registrar in self.parties:
            accreditation = self.parties[registrar].accreditations.get("REGISTRAR_CATALOGUE")
            if accreditation is None or not accreditation.successor:
                break
            registrar = accreditation.successor
        return registrar

    def is_accredited(self, party: int, kind: str) -> bool:
        """Practising now, or still practising while it leaves."""
        a = self.parties[party].accreditations.get(kind) if party in self.parties else None
        return a is not None and a.status in {"ACTIVE", "EXITING"} and a.since <= self.now <= a.until


class Halt(Exception):
    """Nothing more can be said about an act: what it is about is not there."""


class Refusals(set[str]):
    """Why an act may not be done."""

    def unless(self, holds: object, *reasons: str) -> None:
        """One or several reasons, of which the contract may name any."""
        if not holds:
            self.update(reasons)


class Try:
    """An act somebody tries: who signs, at which legal time, and what speaks against it."""

    def __init__(self, register: Register, by: Iterable[int], at: int, matter: Callable[[], bytes] = bytes) -> None:
        self.register, self.by, self.at, self.matter = register, frozenset(by), at, matter
        self.no = Refusals()

    # -- time (rule 124)

    @property
    def time(self) -> int:
        """Legal time."""
        return self.at or self.register.now

    @property
    def day(self) -> int:
        """Legal day."""
        return dates.day_of(self.time)

    @property
    def today(self) -> int:
        """The block's."""
        return self.register.today

    @property
    def later(self) -> int:
        """The later of the two days: what must still hold, holds on both."""
        return max(self.day, self.today)

    @property
    def noticed(self) -> int:
        """Nobody is told anything before it is written."""
        return self.later

    def is_past(self, last: int) -> bool:
        """Whether a last day is over, by legal time and by block time."""
        return last < min(self.day, self.today)

    def timely(self, since: int = 0) -> None:
        """Neither ahead of the block, nor much behind it, nor before the last act on the same thing."""
        now = self.register.now
        self.unless(not self.at or self.at <= now + TOLERANCE, "LegalTimeAhead")
        if self.at and self.at + TOLERANCE < now:
            self.unless(dates.after(self.day, LATE_DAYS) >= self.today, "LegalTimeTooOld")
        self.unless(self.time >= since, "OutOfOrder")

    def timely_day(self, last: int) -> None:
        """The same for what remembers only the day of its last act."""
        self.timely()
        self.unless(self.day >= last, "OutOfOrder")

    def at_once(self) -> None:
        """What time alone decides has no legal time of its own."""
        self.unless(not self.at, "OnlyBlockTime")

    # -- reasons

    def unless(self, holds: object, *reasons: str) -> None:
        """A reason when something does not hold."""
        self.no.unless(holds, *reasons)

    def must(self, holds: object, *reasons: str) -> None:
        """The same, and nothing more can be said."""
        self.no.unless(holds, *reasons)
        if not holds:
            self.timely()  # which the ledger may have looked at first
            raise Halt

    def find(self, among: Mapping[int, T], number: int, reason: str) -> T:
        """A dependant by its number."""
        self.must(number in among, reason)
        return among[number]

    def papers(self, papers: Papers) -> None:
        """Known algorithm, nothing missing (rule 123)."""
        self.unless(papers.known, "UnknownAlgorithm")
        self.unless(papers.present, "DigestMissing")

    # -- who agrees

    def signing(self, party: int) -> list[Officer]:
        """The officers of a party among the signatories."""
        found = (self.register.officers[number] for number in self.by)
        return [officer for officer in found if officer.party == party]

    def has(self, party: int, power: str) -> bool:
        """Whether one of its own officers signs with a power."""
        return any(power in officer.powers for officer in self.signing(party))

    def takes_part(self, party: int) -> bool:
        """Whether anybody signs for a party."""
        return bool(self.signing(party))

    def given(self, party: int, power: str) -> bool:
        """Whether a party agrees: itself, through its members, or through an agent (rules 1, 47)."""
        r = self.register
        if not r.is_live(party):
            return False
        p = r.parties[party]
        if p.members:
            agreeing = sum(weight for member, weight in p.members.items() if self.given(member, power))
            return agreeing >= p.quorum.get(power, 10_000)
        agents = (m.agent for m in r.mandates if m.principal == party and power in m.powers and r.is_live(m.agent))
        return self.has(party, power) or any(self.has(agent, power) for agent in agents)

    def live(self, party: int) -> None:
        """Admitted, active, identified (rule 1)."""
        p = self.register.parties.get(party)
        if p is None:
            self.no.add("NoSuchParty")
            return
        self.unless(p.status == "ACTIVE", "PartyNotActive")
        self.unless(p.verified_until >= self.register.now, "IdentityExpired")

    def needs(self, party: int, power: str) -> None:
        """A party agrees."""
        self.live(party)
        self.unless(self.given(party, power), "AssentMissing")

    def entitled(self, party: int, *roles: str) -> None:
        """A live party with one of some roles."""
        self.live(party)
        self.unless(self.register.roles(party) & set(roles), "NotEntitled")

    def persons(self, party: int, power: str, excluded: int = 0) -> set[int]:
        """Its officers with a power, machines not counted."""
        signing = (officer for officer in self.signing(party) if power in officer.powers and not officer.machine)
        return {officer.number for officer in signing} - {excluded}

    def needs_two(self, party: int, power: str) -> None:
        """Two persons of a party agree (rule 3)."""
        self.live(party)
        self.unless(len(self.persons(party, power)) > 1, "TwoPersonsMissing")

    def accredited(self, party: int, role: str, kind: str) -> None:
        """Licensed to practise (rule 4)."""
        self.entitled(party, role)
        self.unless(self.register.is_accredited(party, kind), "NotAccredited")

    def needs_pair(self, registrar: int, reviewer: int = 0) -> None:
        """A reviewer and another person who approves and did not review the case (rules 3, 4)."""
        keeper = self.register.keeper(registrar)
        self.accredited(keeper, "REGISTRAR", "REGISTRAR_CATALOGUE")
        reviewing, approving = self.persons(keeper, "REVIEW"), self.persons(keeper, "APPROVE", reviewer)
        self.unless(any(a != b for a in reviewing for b in approving), "PairMissing")

    def needs_registrar(self, registrar: int, power: str) -> None:
        """An officer of a practising registrar (rule 4)."""
        keeper = self.register.keeper(registrar)
        self.accredited(keeper, "REGISTRAR", "REGISTRAR_CATALOGUE")
        self.unless(self.has(keeper, power), "AssentMissing")

    def first(self, party: int, power: str) -> int:
        """The officer of a party who signs with a power, the lowest number of several; 0 when nobody does."""
        return min((officer.number for officer in self.signing(party) if power in officer.powers), default=0)

    def free(self, party: int) -> None:
        """Nobody has frozen all that a party, or a member of it, holds (rule 115)."""
        p = self.register.parties.get(party)
        holding = [] if p is None else [p, *(self.register.parties[member] for member in p.members)]
        self.unless(not any(each.frozen for each in holding), "PartyFrozen")

    # -- instruments (rule 116)

    def ordered(self, order: Order, registrar: int) -> None:
        """An effective instrument, served, entered by a registrar's pair."""
        self.needs_pair(registrar)
        self.unless(self.register.roles(order.issuer) & {"COURT", "REGULATOR"}, "NotAnIssuer")
        self.unless(order.known and 0 < order.served <= self.time, "InstrumentNotValid")
        self.unless(0 < order.effective <= self.time, "InstrumentNotEffective")
        self.papers(order.papers)

    # -- lists

    def ascending(self, listed: Sequence[int]) -> None:
        """A list names each thing once, in order."""
        self.unless(all(a < b for a, b in zip([0, *listed], listed, strict=False)), "ListDisordered")
