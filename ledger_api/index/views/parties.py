"""Parties and officers at a moment: what they may be and do, and whether they may now (rules 1, 4)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.errors import NotFound
from ledger_api.domain.subjects import party_subject
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Mandate,
    MandateState,
    Members,
    Officer,
    Party,
    PartyStatus,
    Shares,
)
from ledger_api.index.views.effective import effective
from ledger_api.index.views.history import history
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads

_PRACTISING = frozenset({AccreditationStatus.ACTIVE, AccreditationStatus.EXITING})
_ADMITTING = frozenset({"PartyAdmitted", "JointFormed"})


@dataclass(frozen=True, slots=True)
class AccreditationView:
    """A licence to practise (SM-13)."""

    kind: AccreditationKind
    word: Accreditation
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class MandateView:
    """What a party lets an agent do, on one entry or, where `entry` is zero, on all."""

    agent: int
    entry: bytes
    word: Mandate
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class OfficerView:
    """Somebody who signs for a party."""

    number: int
    word: Officer
    is_in_office: bool

    @property
    def public_id(self) -> str:
        """`O-n`."""
        return ids.officer_id(self.number)


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party."""

    number: int
    word: Party
    is_live: bool
    """Admitted, active, its identity verified and not expired (rule 1)."""
    identifier: bytes
    """Digest of its credit code; empty for a joint holding."""
    name: bytes
    """Digest of its public name; empty for a joint holding."""
    name_alg: int
    admitted_at: int
    """Unix seconds."""
    accreditations: tuple[AccreditationView, ...]
    mandates: tuple[MandateView, ...]
    members: Members | None
    """Of a joint holding."""
    shares: Shares | None
    """Of a joint holding."""

    @property
    def public_id(self) -> str:
        """`P-n`."""
        return ids.party_id(self.number)


def party(connection: Connection, moment: Moment, number: int) -> PartyView:
    """A party. Raises NotFound."""
    words = effective(connection, moment, party_subject(number))
    word = words.word(Party, number)
    if word is None:
        raise NotFound("not-found", id=ids.party_id(number))
    admitted = next(line for line in history(connection, moment, words.subject) if line.name in _ADMITTING)
    time = moment.on_time
    is_live = word.status == PartyStatus.ACTIVE and word.kyc_until >= time
    return PartyView(
        number=number,
        word=word,
        is_live=is_live,
        identifier=admitted.args.get("identifier", b""),
        name=admitted.args.get("name", b""),
        name_alg=admitted.args["alg"],
        admitted_at=admitted.at,
        accreditations=tuple(_accreditation(kind, each, time) for kind, _, each in words.scoped(Accreditation)),
        mandates=tuple(_mandate(agent, entry, each, time) for agent, entry, each in words.scoped(Mandate)),
        members=words.word(Members, number),
        shares=words.word(Shares, number),
    )


def parties(connection: Connection, moment: Moment) -> tuple[int, ...]:
    """Numbers of all parties, ascending."""
    return tuple(each.number for each in chain_reads.all_of(connection, moment.at, "Party"))


def officer(connection: Connection, moment: Moment, number: int) -> OfficerView:
    """An officer. Raises NotFound."""
    stored = chain_reads.numbered(connection, moment.at, "Officer", number)
    words = None if stored is None else effective(connection, moment, stored.subject)
    word = words.word(Officer, number) if words else None
    if word is None:
        raise NotFound("not-found", id=ids.officer_id(number))
    return _officer(number, word, moment)


def officers_of(connection: Connection, moment: Moment, number: int) -> tuple[OfficerView, ...]:
    """All officers a party has had, by number."""
    words = effective(connection, moment, party_subject(number))
    return tuple(_officer(each, word, moment) for each, _, word in words.scoped(Officer))


def _officer(number: int, word: Officer, moment: Moment) -> OfficerView:
    return OfficerView(number, word, is_in_office=word.until >= moment.on_time)


def _accreditation(kind: int, word: Accreditation, time: int) -> AccreditationView:
    in_force = word.status in _PRACTISING and word.from_ <= time <= word.until
    return AccreditationView(AccreditationKind(kind), word, in_force)


def _mandate(agent: int, entry: bytes, word: Mandate, time: int) -> MandateView:
    in_force = word.state == MandateState.GIVEN and word.from_ <= time <= word.until
    return MandateView(agent, entry, word, in_force)
