"""Licences that are blind: everybody is told that they are there and what they allow, few whose they are (rule 60).

Blindness is a flag of the licence, agreed on at its grant. It is judged as things stand now, whatever moment is asked about: who is told
later is told of earlier days too, and what the parties make public is public from its beginning.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Head, Licence, LicenceFlag, Management, Right
from ledger_api.index.project import INVOLVED
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.history import HistoryLine, history
from ledger_api.index.views.moment import Moment, moment
from ledger_api.index.views.parties import officers_of
from ledger_api.index.views.securities import members
from ledger_api.store import chain_reads


@dataclass(frozen=True, slots=True)
class Blind:
    """A licence whose licensee is not told to everybody."""

    number: int
    licensees: frozenset[int]
    """Whose it is, or was before a novation."""
    under: frozenset[int]
    """Licences given under it: their licensor is its licensee."""
    told: frozenset[int]
    """Parties that are told whose it is."""

    @property
    def covers(self) -> frozenset[int]:
        """Numbers of the licences that name its licensee."""
        return self.under | {self.number}


@dataclass(frozen=True, slots=True)
class Veil:
    """What of an entry somebody is not told, because it would say whose a blind licence is; and what he is told that others are not."""

    licences: frozenset[int] = frozenset()
    """Licences whose licensee is withheld."""
    under: frozenset[int] = frozenset()
    """Licences whose licensor is: they were given under one of these."""
    parties: frozenset[int] = frozenset()
    """The licensees withheld."""
    officers: frozenset[int] = frozenset()
    """Officers of those among them whom nothing else at the entry names."""
    lifted: frozenset[int] = frozenset()
    """Blind licences whose licensee this reader is told."""

    @property
    def covers(self) -> frozenset[int]:
        """Numbers of the licences that name someone withheld."""
        return self.licences | self.under

    def hides(self, line: HistoryLine) -> bool:
        """Whether a line names someone withheld: it is about such a licence, writes a word of one, or an officer of his signed it."""
        written = {each.number for each in line.words if each.name in _NAMING}
        return bool({line.ref, *written} & self.covers or self.officers.intersection(line.officers))


NOTHING: Final = Veil()
"""Nothing is withheld."""
_NAMING: Final = frozenset({Licence.__name__, Burden.__name__})
"""Words that name a licence's licensee under the licence's number."""


def blind(connection: Connection, entry: bytes) -> tuple[Blind, ...]:
    """The blind licences of an entry, by number; whether over or not: an end tells nobody whose it was."""
    now = moment(connection)
    stored = chain_reads.words_of(connection, now.at, entry, Licence.__name__)
    found = {each.number: Licence.decode(each.value) for each in stored}
    if not any(LicenceFlag.BLIND in word.flags for word in found.values()):
        return ()
    words, lines = effective(connection, now, entry), history(connection, now, entry)
    return tuple(
        _blind(connection, words, found, number, lines)
        for number, word in found.items()
        if LicenceFlag.BLIND in word.flags
    )


def veil(connection: Connection, entry: bytes, sees: Callable[[frozenset[int]], bool]) -> Veil:
    """What of an entry is withheld from a reader; `sees` says whether he is told what is for these parties only."""
    every = blind(connection, entry)
    hidden = [each for each in every if not sees(each.told)]
    veiled = Veil(
        licences=frozenset(each.number for each in hidden),
        under=frozenset(number for each in hidden for number in each.under),
        parties=frozenset(party for each in hidden for party in each.licensees),
        lifted=frozenset(each.number for each in every if each not in hidden),
    )
    now = moment(connection)
    secret = [each for each in veiled.parties if not _openly(connection, now, entry, each, veiled.covers)]
    officers = frozenset(each.number for party in secret for each in officers_of(connection, now, party))
    return replace(veiled, officers=officers)


def _blind(
    connection: Connection,
    words: Effective,
    licences: dict[int, Licence],
    number: int,
    lines: tuple[HistoryLine, ...],
) -> Blind:
    under = {each: word for each, word in licences.items() if word.parent == number}
    licensees = frozenset(
        Licence.decode(write.value).licensee
        for line in lines
        for write in line.words
        if write.name == Licence.__name__ and write.number == number
    )
    granted = next(line for line in lines if line.name == "LicenceGranted" and line.ref == number)
    named = {granted.args["licensor"], granted.args["recorder"], *_standing(words)}
    parent = licences.get(licences[number].parent)
    named |= licensees | {each.licensee for each in under.values()} | ({parent.licensee} if parent else set())
    now = moment(connection)
    told = frozenset(each for party in named - {0} for each in (party, *members(connection, now, party)))
    return Blind(number, licensees, frozenset(under), told)


def _standing(words: Effective) -> Iterator[int]:
    """Who is told of every blind licence of an entry: its holders and registrar, who manages it, and its secured parties (rule 60)."""
    head, management = words.word(Head) or Head(), words.word(Management) or Management()
    yield from (*head.holder, head.registrar, management.operator)
    for _, _, burden in words.scoped(Burden):
        secures = burden.kind in {BurdenKind.SECURITY, BurdenKind.LEASE} and burden.state == BurdenState.OPEN
        if secures and burden.rights & Right.OPERATE:
            yield from (burden.party, burden.ack)


def _openly(connection: Connection, now: Moment, entry: bytes, party: int, covered: frozenset[int]) -> bool:
    """Whether something else at the entry names the party to everybody."""
    rows = chain_reads.involved(connection, now.at, party, tuple(INVOLVED))
    return any(row["subject"] == entry and row["number"] not in covered for row in rows)
