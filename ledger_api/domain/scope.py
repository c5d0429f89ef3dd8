"""Scopes of licences: whether two meet, whether one lies within another, which stand in a new one's way (rules 44, 46, 54).

The same answers as Licensing.sol gives on chain, on the same words: codes are sets in which 0 means all, days are legal days.
"""

from collections.abc import Iterator, Mapping

from ledger_api.domain.words import Licence, LicenceKind, LicenceState


def meets(one: Licence, other: Licence) -> bool:
    """Whether the same use could fall under both and the licensees differ; too often yes rather than too seldom (rule 46).

    Environments keep nothing apart: the same use in another room is the same use.
    """
    return (
        one.licensee != other.licensee
        and one.start <= other.end
        and other.start <= one.end
        and _meet(one.actions, other.actions)
        and _meet(one.purposes, other.purposes)
        and _meet(one.industries, other.industries)
        and _meet(one.regions, other.regions)
    )


def contains(outer: Licence, inner: Licence) -> bool:
    """Whether everything `inner` allows, `outer` allows (rule 44). Naming every known code is still less than all."""
    return (
        inner.start >= outer.start
        and inner.end <= outer.end
        and _within(inner.actions, outer.actions)
        and _within(inner.purposes, outer.purposes)
        and _within(inner.industries, outer.industries)
        and _within(inner.regions, outer.regions)
        and _within(inner.environments, outer.environments)
    )


def is_exclusive(licence: Licence) -> bool:
    """Whether it keeps others out: exclusive, or sole (which leaves the licensor its own use)."""
    return licence.kind != LicenceKind.NON_EXCLUSIVE


def descends(licence: Licence, number: int, licences: Mapping[int, Licence]) -> bool:
    """Whether it was given, directly or through others, under licence `number`."""
    return any(above == number for above, _ in _above(licence, licences))


def is_live(licence: Licence, day: int, licences: Mapping[int, Licence]) -> bool:
    """Whether on `day` it, and all it was given under, are in force and not past their end (rule 54)."""
    return all(
        each.state == LicenceState.ACTIVE and day <= each.end
        for each in (licence, *(word for _, word in _above(licence, licences)))
    )


def is_fallen(licence: Licence, day: int, licences: Mapping[int, Licence]) -> bool:
    """Whether something it was given under ended, or is past its end on `day`; so it is over too (rule 54)."""
    return any(_is_past(above, day) for _, above in _above(licence, licences))


def is_over(licence: Licence, day: int, licences: Mapping[int, Licence]) -> bool:
    """Whether on `day` it can come to life no more: ended, past its end, or fallen with what it was given under (rule 54)."""
    return _is_past(licence, day) or is_fallen(licence, day, licences)


def in_the_way(candidate: Licence, day: int, licences: Mapping[int, Licence]) -> tuple[int, ...]:
    """Numbers of the licences, of all of the entry, that keep `candidate` from being granted on `day`, ascending (rule 46).

    An exclusive or sole one is kept out by every licence not closed that meets it, one that ended early too until its last day is
    past; a non-exclusive one only by exclusive and sole ones. What it is given under is no obstacle, nor what fell with its parent.
    The ledger takes the earlier of the days of legal and of block time.
    """
    return tuple(
        number
        for number, licence in sorted(licences.items())
        if licence.state != LicenceState.CLOSED
        and (is_exclusive(candidate) or is_exclusive(licence))
        and meets(licence, candidate)
        and not descends(candidate, number, licences)
        and not is_fallen(licence, day, licences)
    )


def _above(licence: Licence, licences: Mapping[int, Licence]) -> Iterator[tuple[int, Licence]]:
    """What it was given under, nearest first. Raises KeyError when the facts lack one."""
    while licence.parent:
        number = licence.parent
        licence = licences[number]
        yield number, licence


def _is_past(licence: Licence, day: int) -> bool:
    return licence.state in {LicenceState.ENDED, LicenceState.CLOSED} or day > licence.end


def _meet(one: int, other: int) -> bool:
    return one == 0 or other == 0 or one & other != 0


def _within(inner: int, outer: int) -> bool:
    return outer == 0 or (inner != 0 and inner & ~outer == 0)
