"""What a random player chooses: mostly what may succeed, now and then with exactly one slip (a near miss)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import Any, TypeAlias, TypeVar

from eth_hash.auto import keccak

from ledger_api.domain import words
from tests.contracts.model import dates
from tests.contracts.model.company import Company
from tests.contracts.model.folio import Folio
from tests.contracts.model.masks import mask
from tests.contracts.model.register import EFFECTS, EVERY_RIGHT, Names, Order, Papers, Register, Rights

T = TypeVar("T")
Digests: TypeAlias = tuple[Papers, int, bytes]
"""What the model sees of papers; algorithm and digest as the ledger takes them."""

DOCUMENT = keccak(b"document")
SHA256 = int(words.Algorithm.SHA256)
SLIPS = ("signers", "number", "day", "list", "papers", "time", "code", "party", "terms")
"""What can go wrong with an act that was meant well."""
RELATIVE = 0x800000


class Chance:
    """One walk's choices."""

    def __init__(self, random: Random, company: Company, register: Register) -> None:
        self.random, self.company, self.register = random, company, register
        self.slip: str | None = None
        self.bound: Folio | None = None
        """The only folio to act upon, when there is one."""
        self.absolute = False
        """Numbers as they are: terms that somebody consents to stay the same."""

    def begin(self) -> None:
        """The next act, three in ten with a slip."""
        self.slip = self.one(SLIPS) if self.maybe(0.3) else None

    def slips(self, what: str) -> bool:
        """Whether this goes wrong now; at most once an act."""
        if self.slip != what:
            return False
        self.slip = None
        return True

    # -- choosing

    def maybe(self, probability: float) -> bool:
        """Yes, so often."""
        return self.random.random() < probability

    def one(self, of: Iterable[T]) -> T:
        """Any one; of a set in an order that is the same in every process."""
        return self.random.choice(_ordered(of))

    def some(self, of: Iterable[T], probability: float = 0.4) -> frozenset[T]:
        """Any of them."""
        return frozenset(each for each in _ordered(of) if self.maybe(probability))

    def day(self, first: int, last: int) -> int:
        """A day between two."""
        return self.random.randint(first, max(first, last))

    @property
    def today(self) -> int:
        """The block's day."""
        return self.register.today

    def rights(self, of: Rights = EVERY_RIGHT) -> Rights:
        """Some rights; by a slip none, or any."""
        if self.slips("terms"):
            return self.some(EVERY_RIGHT, 0.5)
        return self.some(of, 0.6) or of

    def effects(self) -> tuple[Names | None, int]:
        """Effects to forbid, none of them meaning all; by a slip one that does not exist."""
        if self.slips("code"):
            return None, 1 << 11
        chosen = self.some(EFFECTS, 0.4) if self.maybe(0.5) else frozenset()
        return chosen, int(mask(words.Effect, chosen))

    # -- folios and what hangs on them

    def folio(self, has: Callable[[Folio], Any] | None = None) -> Folio:
        """One that has what is needed, if there is one; the first more often."""
        if self.bound is not None:
            return self.bound
        folios = list(self.register.folios.values())
        fitting = [folio for folio in folios if has is None or has(folio)] or folios
        return fitting[0] if self.maybe(0.4) else self.one(fitting)

    def number(self, among: Mapping[int, T], fits: Callable[[T], Any] = bool, lines: int = 0) -> int:
        """One of the dependants, rather one that fits; by a slip any number."""
        if self.slips("number") or not among:
            return self.one([*among, self.random.randint(1, max(2, lines + 1))])
        fitting = [number for number, each in among.items() if fits(each)]
        return self.one(fitting) if fitting and self.maybe(0.93) else self.one(among)

    def ref(self, folio: Folio, number: int) -> int:
        """A number as it is, or as so many lines back."""
        if self.absolute or self.maybe(0.95) or not 0 < number <= folio.lines:
            return number
        return RELATIVE | (folio.lines + 1 - number)

    def listing(self, complete: Sequence[int], closed: Iterable[int] = ()) -> list[int]:
        """The complete list, perhaps with what was closed since; by a slip one missing, doubled, out of order or unknown."""
        listed = sorted({*complete, *self.some(closed, 0.1)})
        if self.slips("list"):
            spoil = self.one(("drop", "double", "reverse", "stranger"))
            if spoil == "stranger" or not listed:
                return [*listed, max([*listed, 0]) + self.random.randint(1, 3)]
            place = self.random.randrange(len(listed))
            if spoil == "drop":
                del listed[place]
            elif spoil == "double":
                listed.insert(place, listed[place])
            else:
                listed.reverse()
        return listed

    def burdens(self, folio: Folio) -> list[int]:
        """The list of burdens."""
        return self.listing(folio.unclosed(), set(folio.burdens) - set(folio.unclosed()))

    def licences(self, folio: Folio) -> list[int]:
        """The list of licences."""
        return self.listing(folio.unclosed_licences(), set(folio.licences) - set(folio.unclosed_licences()))

    def opinions(self, folio: Folio) -> list[int]:
        """Compliance opinions that serve today, as far as they say themselves."""
        return [
            number
            for number, said in folio.attestations.items()
            if (said.kind, said.state) == ("COMPLIANCE", "ACTIVE")
            and said.headline != "NOT_PASSED"
            and said.until >= self.today
        ]

    def opinion(self, folio: Folio) -> int:
        """One of them, rather; by a slip anything."""
        said = self.opinions(folio)
        return self.one(said) if said and not self.slips("terms") else self.random.randint(1, folio.next)

    # -- parties and who signs

    def party(self, *likely: int) -> int:
        """One of the likely ones; by a slip anybody, or nobody."""
        if self.slips("party") or not likely:
            return self.one([*self.register.parties, 999])
        return self.one(likely)

    def signers(self, *needed: tuple[int, str] | tuple[int, str, int], also: Iterable[int] = ()) -> frozenset[int]:
        """Officers for each party and power; by a slip one missing, one too many, or another in its place."""
        chosen = set(also)
        for party, power, *count in needed:
            chosen |= self._for(party, power, count[0] if count else 1)
        everybody = list(self.register.officers)
        if self.slips("signers") and chosen:
            out = self.one(sorted(chosen))
            how = self.one(("drop", "add", "swap", "colleague"))
            if how != "add":
                chosen.discard(out)
            if how in {"add", "swap"}:
                chosen.add(self.one(everybody))
            if how == "colleague":
                party = self.register.officers[out].party
                chosen.add(self.one(each for each in everybody if self.register.officers[each].party == party))
        if not chosen:
            chosen.add(self.one(everybody))
        return frozenset(sorted(chosen)[:10])

    def _for(self, party: int, power: str, count: int) -> set[int]:
        known = self.register.parties.get(party)
        if known is not None and known.members:
            return {number for member in known.members for number in self._for(member, power, 1)}
        if count == 1 and self.maybe(0.15):
            agents = [m.agent for m in self.register.mandates if m.principal == party and power in m.powers]
            party = self.one(agents) if agents else party
        able = [o.number for o in self.register.officers.values() if o.party == party and power in o.powers]
        self.random.shuffle(able)
        return set(able[:count])

    def pair(self, registrar: int, reviewer: int = 0) -> set[int]:
        """A reviewer and another who approves, rather not the one who reviewed."""
        keeper = self.register.keeper(registrar)
        officers = self.register.officers.values()
        able = [o.number for o in officers if o.party == keeper and "APPROVE" in o.powers and o.number != reviewer]
        second = self.one(able) if able and self.maybe(0.9) else 0
        reviewing = [o.number for o in officers if o.party == keeper and "REVIEW" in o.powers and o.number != second]
        return {second, self.one(reviewing)} - {0} if reviewing else {second} - {0}

    # -- what an act says

    def at(self, since: int = 0) -> int:
        """Legal time: mostly the block's, sometimes a little earlier; by a slip at the edges."""
        now = self.register.now
        if self.slips("time"):
            return self.one(
                (
                    now + 900,
                    now + 905,
                    now - 86_400,
                    now - 3 * 86_400,
                    now - 9 * 86_400,
                    max(1, since - 1),
                    since,
                    now - 3_600,
                )
            )
        return 0 if self.maybe(0.85) else max(since, now - self.random.randint(0, 40_000))

    def poke(self) -> int:
        """Of acts that time alone decides: none; by a slip one."""
        return self.register.now if self.slips("time") else 0

    def papers(self) -> Digests:
        """A document; by a slip none, or by an algorithm nobody knows."""
        if self.slips("papers"):
            if self.maybe(0.5):
                return Papers(present=False), SHA256, bytes(32)
            return Papers(known=False), self.one((0, 9)), DOCUMENT
        return Papers(), SHA256, DOCUMENT

    def order(self, *issuers: int) -> tuple[Order, tuple[Any, ...]]:
        """An instrument; by a slip not effective yet, never served, of no known kind, or by somebody who judges nothing."""
        issuer = self.party(*issuers)
        now = self.register.now
        kind, effective, served = int(self.one(list(words.Instrument)[1:])), now - 7_200, now - 3_600
        if self.slips("terms"):
            spoil = self.one(("kind", "effective", "served", "now", "zero"))
            kind = self.one((0, 7)) if spoil == "kind" else kind
            effective = {"effective": now + 5_000, "now": now, "zero": 0}.get(spoil, effective)
            served = {"served": now + 5_000, "now": now}.get(spoil, served)
        papers, alg, document = self.papers()
        return Order(issuer, 0 < kind <= 6, effective, served, papers), (issuer, kind, effective, served, alg, document)

    def code(self, kind: type[Any], *usual: str) -> str:
        """The name of a code, one of the usual if some are named; by a slip NONE."""
        if self.slips("code"):
            return "NONE"
        return self.one(usual or [str(each.name) for each in kind if each.name != "NONE"])

    def moment(self, day: int, hour: int = 9) -> int:
        """Seconds at an hour of a day."""
        return day * dates.SECONDS - dates.BEIJING + hour * 3600


def _ordered(of: Iterable[T]) -> list[T]:
    return sorted(of) if isinstance(of, set | frozenset) else list(of)
