"""What registration, objections and licences come to, in plain Python: sets, dictionaries and loops, nothing packed.

Written from the rules, not from the contracts; where the ledger tests bit sets, this enumerates every single use.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import hardhat_free_env.deploy

EPOCH = date(1970, 1, 1)
CALENDARS = Path(hardhat_free_env.deploy.__file__).parent / "calendars"
PENDING = {"submitted", "correction", "review", "paused", "notice"}


def _working_days() -> set[int]:
    days: set[int] = set()
    for file in sorted(CALENDARS.glob("*.toml")):
        year = tomllib.loads(file.read_text(encoding="utf-8"))
        day = date(year["year"], 1, 1)
        while day.year == year["year"]:
            holiday = any(first <= day <= last for first, last in year["holidays"])
            if day in year["made_up"] or (day.weekday() < 5 and not holiday):
                days.add((day - EPOCH).days)
            day += timedelta(days=1)
    return days


WORKING = _working_days()


def after(day: int, working: int) -> int:
    """The so-manieth working day after a day."""
    while working:
        day += 1
        working -= day in WORKING
    return day


@dataclass
class PlainCase:
    """An application and how far it is."""

    asked: frozenset[int]
    began: int
    state: str = "submitted"
    passed: frozenset[int] = frozenset()
    corrected: bool = False
    due: int = 0
    notice: int = 0
    objections: set[int] = field(default_factory=set)

    def on(self, day: int) -> str:
        """Its state on a day: silence accepts on the working day after the third (rule 23)."""
        silent = self.state == "submitted" and day >= after(self.began, 4)
        return "review" if silent else self.state

    def in_time(self, day: int) -> bool:
        """Whether the registrar may still accept (rule 23)."""
        return day <= after(self.began, 3)

    def notice_over(self, day: int) -> bool:
        """Five working days after publication (rule 25)."""
        return day > after(self.notice, 5)


@dataclass
class PlainLicence:
    """A licence; an empty set of codes means all."""

    licensee: int
    exclusive: bool
    start: int
    end: int
    actions: frozenset[int]
    purposes: frozenset[int]
    sublicensable: bool = False
    parent: int = 0
    state: str = "active"

    def uses(self, codes: Iterable[int]) -> set[tuple[int, int, int]]:
        """Every single use: day, action, purpose."""
        every = frozenset(codes)
        return set(product(range(self.start, self.end + 1), self.actions or every, self.purposes or every))


@dataclass
class PlainFolio:
    """One entry: rights, cases, disputes, licences."""

    party: int
    until: dict[int, int] = field(default_factory=dict)
    """Last day of each right that was ever registered."""
    cases: dict[int, PlainCase] = field(default_factory=dict)
    disputes: dict[int, frozenset[int]] = field(default_factory=dict)
    """Open ones: the rights they lie on."""
    received: dict[int, frozenset[int]] = field(default_factory=dict)
    """Objections after registration that nobody has found complete."""
    licences: dict[int, PlainLicence] = field(default_factory=dict)
    edition: int = 0

    def is_live(self, right: int, day: int) -> bool:
        """Whether a right is registered on a day."""
        return self.until.get(right, -1) >= day

    def ancestors(self, licence: PlainLicence) -> Iterator[tuple[int, PlainLicence]]:
        """What a licence was given under, nearest first."""
        while licence.parent:
            number, licence = licence.parent, self.licences[licence.parent]
            yield number, licence

    def has_fallen(self, licence: PlainLicence, day: int) -> bool:
        """Whether something it was given under is over (rule 54)."""
        return any(above.state in {"ended", "closed"} or above.end < day for _, above in self.ancestors(licence))

    def unclosed(self) -> list[int]:
        """The complete list of licences."""
        return sorted(number for number, each in self.licences.items() if each.state != "closed")

    def burdens(self) -> list[int]:
        """The complete list of burdens: disputes, and exclusive licences that have not ended."""
        exclusive = {
            number for number, each in self.licences.items() if each.exclusive and each.state in {"active", "suspended"}
        }
        return sorted(exclusive | set(self.disputes))

    def may_license(self, candidate: PlainLicence, day: int) -> bool:
        """Title, term and scope of a candidate (rules 43–45, 61)."""
        if not self.is_live(2, day) or candidate.end > self.until[2]:
            return False
        if not candidate.parent:
            return candidate.licensee != self.party
        above = [parent for _, parent in self.ancestors(candidate)]
        parent = above[0]
        in_force = all(each.state == "active" and each.end >= day for each in above)
        return (
            in_force
            and parent.sublicensable
            and len(above) <= 3
            and parent.start <= candidate.start
            and candidate.end <= parent.end
            and _within(candidate.actions, parent.actions)
            and _within(candidate.purposes, parent.purposes)
            and parent.exclusive >= candidate.exclusive
            and parent.sublicensable >= candidate.sublicensable
            and parent.licensee != candidate.licensee
        )

    def has_room(self, candidate: PlainLicence, day: int, codes: Iterable[int]) -> bool:
        """Nobody's exclusive use would be somebody else's too (rule 46), and no dispute forbids it (rule 39)."""
        if candidate.exclusive and any(2 in rights for rights in self.disputes.values()):
            return False
        above = {number for number, _ in self.ancestors(candidate)}
        wanted = candidate.uses(codes)
        burdens = self.burdens()
        for number in self.unclosed():
            other = self.licences[number]
            excludes = number in burdens or candidate.exclusive
            stranger = other.licensee != candidate.licensee and number not in above
            if excludes and stranger and not self.has_fallen(other, day) and wanted & other.uses(codes):
                return False
        return True


def _within(inner: frozenset[int], outer: frozenset[int]) -> bool:
    return not outer or (bool(inner) and inner <= outer)
