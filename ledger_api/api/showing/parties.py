"""Parties and officers, as answers show them."""

from ledger_api.api.answering import hexed, instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import parties as shape
from ledger_api.api.schemas.values import codes, digest
from ledger_api.domain.ids import entry_id
from ledger_api.domain.words import Algorithm
from ledger_api.index.views import AccreditationView, MandateView, OfficerView, PartyView

_KINDS = {"Head": "Entry"}
"""What people call what a word is about."""


def party(read: Reading, view: PartyView) -> shape.Party:
    """A party."""
    word = view.word
    return shape.Party(
        id=view.public_id,
        name=read.somebody(view.number).name,
        kind=word.kind.name,
        status=word.status.name,
        is_live=view.is_live,
        roles=codes(word.roles),
        identity_verified_until=instant(word.kyc_until),
        identifier=digest(Algorithm.KECCAK256, view.identifier),
        name_digest=digest(view.name_alg, view.name),
        admitted_at=instant(view.admitted_at),
        open_burdens=word.burdens,
        accreditations=[_accreditation(read, each) for each in view.accreditations],
        mandates=[_mandate(read, each) for each in view.mandates],
        members=_members(read, view),
        quorum=_quorum(view),
        as_of=read.as_of,
    )


def officer(read: Reading, view: OfficerView) -> shape.Officer:
    """An officer."""
    word = view.word
    return shape.Officer(
        id=view.public_id,
        party=read.somebody(word.party),
        powers=codes(word.powers),
        in_office=view.is_in_office,
        until=instant(word.until),
        key=hexed(word.key.to_bytes(20, "big")),
    )


def answer(read: Reading, view: OfficerView) -> shape.OfficerAnswer:
    """One officer, with the moment."""
    return shape.OfficerAnswer(**dict(officer(read, view)), as_of=read.as_of)


def kind_of(word: str) -> str:
    """What people call what a word is about."""
    return _KINDS.get(word, word)


def _accreditation(read: Reading, view: AccreditationView) -> shape.Accreditation:
    word = view.word
    return shape.Accreditation(
        kind=view.kind.name,
        status=word.status.name,
        in_force=view.is_in_force,
        start=instant(word.from_),
        until=instant(word.until),
        successor=read.party(word.successor),
    )


def _mandate(read: Reading, view: MandateView) -> shape.Mandate:
    word = view.word
    return shape.Mandate(
        agent=read.somebody(view.agent),
        entry=entry_id(view.entry) if any(view.entry) else None,
        powers=codes(word.powers),
        state=word.state.name,
        in_force=view.is_in_force,
        start=instant(word.from_),
        until=instant(word.until),
    )


def _members(read: Reading, view: PartyView) -> list[shape.Member]:
    if view.members is None or view.shares is None:
        return []
    pairs = zip(view.members.member, view.shares.weight, strict=True)
    return [shape.Member(party=read.somebody(number), weight=weight) for number, weight in pairs if number]


def _quorum(view: PartyView) -> shape.Quorum | None:
    if view.shares is None:
        return None
    dispose, charge, exclusive, ordinary = view.shares.quorum
    return shape.Quorum(dispose=dispose, charge=charge, exclusive=exclusive, ordinary=ordinary)
