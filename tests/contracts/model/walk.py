"""A random walk: which act comes next, how long everybody waits, and what is begun so that it can be finished."""

from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any, TypeAlias

from eth_hash.auto import keccak

from tests.contracts.model import dates
from tests.contracts.model.chance import Chance
from tests.contracts.model.company import Company, assemble
from tests.contracts.model.folio import Folio
from tests.contracts.model.moves import (
    attestations,
    burdens,
    changes,
    disputes,
    enforcements,
    leases,
    licences,
    listings,
    parties,
    registration,
    securities,
    sources,
    supervision,
    usage,
    versions,
)
from tests.contracts.model.play import Move, Play, Tally
from tests.contracts.model.register import Register
from tests.contracts.procedure import KECCAK, entry_id
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY

Mover: TypeAlias = Callable[[Chance], Move]

MOVES = (
    registration,
    licences,
    listings,
    burdens,
    securities,
    attestations,
    usage,
    changes,
    disputes,
    parties,
    supervision,
    sources,
    versions,
    leases,
    enforcements,
)
SUBJECTS: dict[str, dict[Mover, int]] = {module.__name__.rpartition(".")[2]: {**module.MOVES} for module in MOVES}
"""Every random act of each subject, with its weight there."""
Part: TypeAlias = "Mover | int | tuple[Mover, ...]"
STORIES: list[tuple[Part, ...]] = [story for module in MOVES for story in getattr(module, "STORIES", ())]
"""What takes several acts on one folio, one after the other: acts, one of several, or days to wait."""
SHARES = {
    "registration": 9, "licences": 14, "burdens": 16, "securities": 18, "attestations": 5, "usage": 14, "changes": 12, "parties": 2,
    "supervision": 3, "disputes": 7, "listings": 5, "sources": 6, "versions": 5, "leases": 6, "enforcements": 7,
}  # fmt: skip
"""How often each subject comes, when a walk has no favourites."""
LAST_DAY = dates.KNOWN_UNTIL - 60
"""Working days are known long enough after it."""
ROOTS = [keccak(b"data %d" % number) for number in range(3)]


@dataclass
class Scene:
    """A ledger with everybody on it and five folios, ready to be walked upon again and again."""

    stage: Stage
    company: Company
    register: Register
    mark: tuple[tuple[int, int], dict[bytes, int], int]

    def play(self) -> Play:
        """Back to the beginning."""
        self.stage.rewind(self.mark)
        return Play(self.stage, self.company, self.register)


def prepare(stage: Stage, cast: Cast) -> Scene:
    """Two folios of one content by two merchants, one of a joint holding, one of a state organ, one more of the first; three of
    them registered."""
    company, register = assemble(stage, cast)
    holder, second, *_ = company.merchants
    for root, applicant in ((0, holder), (0, second), (1, company.joint), (2, company.organ), (2, holder)):
        entry = entry_id(ROOTS[root], applicant)
        by = [
            company.signers[next(o.number for o in register.officers.values() if o.party == each)]
            for each in (register.parties[applicant].members or [applicant])
        ]
        stage.file(by, [("open", KECCAK, ROOTS[root], applicant)])
        register.folios[entry] = Folio(entry, ROOTS[root], KECCAK, applicant)
    play = Play(stage, company, register)
    chance = Chance(Random(0), company, play.register)
    for chance.bound in play.register.folios.values():
        for mover in (registration.submit, registration.accept, registration.pass_):
            _until_accepted(play, mover, chance)
    stage.chain.forward(days=9)
    for chance.bound in list(play.register.folios.values())[:3]:
        _until_accepted(play, registration.anchor, chance)
    play.compare_all()
    return Scene(stage, company, deepcopy(play.register), stage.mark())


def _until_accepted(play: Play, mover: Mover, chance: Chance) -> None:
    assert any(play.attempt(mover(chance)) for _ in range(60))


@dataclass
class Plan:
    """An act to come or days to wait, and how often the act is tried."""

    make: Callable[[], Move | int]
    tries: int = 1


class Walk:
    """Acts of random parties, one after the other."""

    def __init__(self, play: Play, random: Random) -> None:
        self.play, self.random = play, random
        self.chance = Chance(random, play.company, play.register)
        self.plans: list[Plan] = []
        """What follows from something begun."""
        self.told: Counter[int] = Counter()
        """Which stories were begun, and how often."""
        favourites = random.sample(sorted(SUBJECTS), 2)
        self.shares = {
            subject: share * (4 if subject in favourites and random.random() < 0.8 else 1)
            for subject, share in SHARES.items()
        }
        self.done: Counter[Mover] = Counter()
        """How often each was accepted: what was not, comes sooner."""
        self.leaves = random.random() < 0.1
        """Few walks lose a registrar, and those wait long."""
        self.steps = 0
        self.waits = random.choice((0.08, 0.14, 0.2))

    def step(self) -> None:
        """One act, or some days."""
        c = self.chance
        c.register.now = self.play.stage.now
        c.begin()
        self.steps += 1
        if self.leaves and self.steps in {8, 60, 61, 62, 64}:
            self.leave()
        elif self.plans and c.maybe(0.95):
            self.go_on()
        elif c.maybe(self.waits):
            self.wait(c.one((0, 0, 1, 1, 1, 2, 3, 6, 8, 15, 33)))
        elif c.maybe(0.06):
            self.consented()
        elif c.maybe(0.06):
            self.tell()
        else:
            mover, move = self._likely()
            self.done[mover] += self.play.attempt(move)

    def _likely(self) -> tuple[Mover, Move]:
        """An act that may be done, or nearly: what fails for want of anything to act upon teaches little."""
        c = self.chance
        for _ in range(8):
            c.begin()
            slipped = c.slip is not None
            moves = SUBJECTS[self._weighted(self.shares)]
            mover = self._weighted({each: weight / (1 + self.done[each]) for each, weight in moves.items()})
            move = mover(c)
            no = self.play.reasons(move)
            missing = any(reason.startswith("NoSuch") or reason == "MeterMissing" for reason in no)
            if not no or c.maybe(0.03 if missing else 0.5 if slipped else 0.2):
                break
        return mover, move

    def _weighted(self, of: Mapping[Any, float]) -> Any:  # noqa: ANN401
        return self.random.choices([*of], [*of.values()])[0]

    def wait(self, days: int) -> None:
        """Some days, or some hours; not beyond what the calendar knows."""
        seconds = days * DAY + self.random.choice((0, 3_600, 7 * 3_600))
        self.play.stage.chain.forward(seconds=max(0, min(seconds, (LAST_DAY - self.chance.today) * DAY)))

    def leave(self) -> None:
        """The first registrar announces its exit; six months later it hands over."""
        c = self.chance
        registrar = self.play.company.registrars[0]
        if self.steps == 8:
            c.slip = None
            self.play.attempt(parties.accredited(c, registrar, "REGISTRAR_CATALOGUE", "EXITING"))
        elif self.steps == 60:
            self.wait(parties.days_to_wait(c) - c.one((0, 0, 0, 1)))
        elif self.steps == 64:
            self.play.attempt(parties.accredited(c, registrar, "REGISTRAR_CATALOGUE", "EXITED"))
        else:
            self.play.attempt(parties.hand_over(c))

    # -- what takes several acts

    def go_on(self) -> None:
        """The next act of a plan, or days to wait; what fails again and again is given up."""
        plan = self.plans[0]
        made = plan.make()
        if isinstance(made, int):
            self.wait(made)
        elif not self.play.attempt(made):
            plan.tries -= 1
            if plan.tries > 0:
                return
            if self.chance.maybe(0.6):
                self.plans = self.plans[:1]
        self.plans.pop(0)

    def tell(self) -> None:
        """Begin a story, rather one that was not told yet, and stay on the folio it begins with."""
        number = self._weighted({n: 1 / (1 + 3 * self.told[n]) for n in range(len(STORIES))})
        self.told[number] += 1
        entry: list[bytes] = []

        def make(part: Part) -> Move | int:
            c = self.chance
            if isinstance(part, int):
                return part
            if c.maybe(0.75):
                c.slip = None
            c.bound = c.register.folios.get(entry[0]) if entry else None
            move = (c.one(part) if isinstance(part, tuple) else part)(c)
            c.bound = None
            entry[:] = entry or [move.terms[0]]
            return move

        self.plans = [Plan(partial(make, part), tries=4) for part in STORIES[number]]

    # -- an act that somebody consented to

    def consented(self) -> None:
        """Plan an act that a burden stops, ask its party, wait for the answer or for silence, use it, act."""
        c = self.chance
        c.slip, c.absolute = None, True
        mover: Mover = c.one((licences.grant, licences.grant, securities.record, changes.complete, changes.correct))
        move = mover(c)
        c.absolute = False
        entry = move.terms[0]
        folio = c.register.folios[entry]
        able = [number for number in folio.unclosed() if burdens.waivable(folio.burdens[number])]
        if not able:
            return
        number = c.one(able)
        party = folio.burdens[number].party
        # It does not sign itself.
        own = {each for each in move.by if c.register.officers[each].party == party}
        move.by = move.by - own or move.by
        move.at = 0
        matter = self.play.matter(move)
        requester = c.party(*(sorted(set(folio.holder) - {0}) or [folio.applicant]))
        self.plans = [
            Plan(lambda: burdens.request_of(c, folio, number, requester, matter)),
            Plan(lambda: burdens.given(c, folio, number, matter) if c.maybe(0.7) else c.one((2, 5, 8))),
            Plan(lambda: burdens.exercised(c, folio, number, matter)),
            Plan(lambda: move),
        ]


def walk(scene: Scene, random: Random, steps: int) -> Tally:
    """So many steps from the beginning; Differs where model and ledger do."""
    play = scene.play()
    path = Walk(play, random)
    for _ in range(steps):
        path.step()
    play.compare_all()
    return play.tally
