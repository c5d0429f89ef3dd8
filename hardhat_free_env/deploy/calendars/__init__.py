"""Working days of a year from a file of holidays, as the bitmaps the ledger keeps: one word for 256 legal days.

A legal day is a day in Beijing, counted from 1970; bit `day % 256` of word `day / 256` is set when it is worked (rule 25).
"""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hardhat_free_env.deploy.errors import PlanInvalid

FOLDER = Path(__file__).parent
"""The years that ship with the project."""

_EPOCH = date(1970, 1, 1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Year:
    """One year's working days, as the ledger loads them."""

    year: int
    demo: bool
    """演示: the State Council had not set this year's holidays."""
    working: frozenset[int]
    """Legal days that are worked."""
    document: bytes
    """SHA-256 of the file."""

    @property
    def first(self) -> int:
        """Legal day of 1 January."""
        return legal_day(date(self.year, 1, 1))

    @property
    def last(self) -> int:
        """Legal day of 31 December."""
        return legal_day(date(self.year, 12, 31))

    def words(self) -> tuple[int, ...]:
        """Bitmaps of every group of 256 days the year touches, ascending."""
        groups = range(self.first >> 8, (self.last >> 8) + 1)
        return tuple(sum(1 << (day & 255) for day in self.working if day >> 8 == group) for group in groups)


def legal_day(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def load(name: str | Path) -> Year:
    """The year of a file, or of one that ships ("2026"); PlanInvalid when its days contradict each other."""
    path = FOLDER / f"{name}.toml" if (FOLDER / f"{name}.toml").exists() else Path(name)
    try:
        content = path.read_bytes()
        table = tomllib.loads(content.decode())
        working = _working(table["year"], table["holidays"], table["made_up"])
        return Year(table["year"], table["demo"], working, hashlib.sha256(content).digest())
    except FileNotFoundError:
        raise PlanInvalid(f"no calendar {name}: name a year that ships or a file") from None
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PlanInvalid(f"calendar {path.name}: {error}") from error


def _working(year: int, holidays: Sequence[Sequence[date]], made_up: Sequence[date]) -> frozenset[int]:
    free = {day for first, last in holidays for day in _days(first, last)}
    worked = set(made_up)
    for day in free | worked:
        _require(day.year == year, f"{day} is not in {year}")
    for day in worked:
        _require(day not in free and day.weekday() >= _SATURDAY, f"{day} is made up but would be worked anyway")
    everyday = _days(date(year, 1, 1), date(year, 12, 31))
    working = {day for day in everyday if day.weekday() < _SATURDAY and day not in free} | worked
    return frozenset(map(legal_day, working))


def _days(first: date, last: date) -> list[date]:
    _require(first <= last, f"{first} to {last} is no span of days")
    return [first + timedelta(offset) for offset in range((last - first).days + 1)]


def _require(holds: bool, complaint: str) -> None:  # noqa: FBT001
    if not holds:
        raise ValueError(complaint)
