"""Licences at a moment: the terms in effect, who gave them, and whether they are in force on the day (SM-5, rules 45, 54)."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.errors import NotFound
from ledger_api.domain.words import Licence, LicenceState
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.entries import RightState, rights
from ledger_api.index.views.history import HistoryLine, history
from ledger_api.index.views.moment import Moment

OPERATE = 2
"""The right that licences are given under."""
_TERMS = frozenset({"LicenceGranted", "LicenceNarrowed"})


class LicenceStatus(Enum):
    """A licence on a day."""

    NOT_BEGUN = "not_begun"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    """Past its last day; time alone did it."""
    FALLEN = "fallen"
    """A licence it was given under is over (rule 54)."""
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LicenceView:
    """A licence."""

    entry: bytes
    number: int
    word: Licence
    status: LicenceStatus
    basis_lapsed: bool
    """Whether the OPERATE right is not live on the day: nobody may grant, and this one has lost its basis."""
    licensor: int
    """Party that gave it."""
    recorder: int
    """Registrar or exchange that recorded it."""
    granted_at: int
    """Legal time of the grant, unix seconds."""
    agreement: dict[str, Any]
    """Template, algorithm and digests of the terms in effect, under the contract's names."""

    @property
    def public_id(self) -> str:
        """`E-…/n`."""
        return ids.dependant_id(self.entry, self.number)

    @property
    def is_in_force(self) -> bool:
        """Whether it allows anything on the day."""
        return self.status is LicenceStatus.IN_FORCE and not self.basis_lapsed


def licences(connection: Connection, moment: Moment, entry: bytes) -> tuple[LicenceView, ...]:
    """All licences of an entry that were granted by the moment, by number."""
    words = effective(connection, moment, entry)
    lines = history(connection, moment, entry)
    return tuple(_view(words, number, lines, moment) for number in words.numbers(Licence))


def licence(connection: Connection, moment: Moment, entry: bytes, number: int) -> LicenceView:
    """One licence. Raises NotFound."""
    for each in licences(connection, moment, entry):
        if each.number == number:
            return each
    raise NotFound("not-found", id=ids.dependant_id(entry, number))


def _view(words: Effective, number: int, lines: tuple[HistoryLine, ...], moment: Moment) -> LicenceView:
    word = words.word(Licence, number) or Licence()
    own = [line for line in lines if line.ref == number and line.name in _TERMS]
    in_effect = [line for line in own if line.at <= moment.on_time] if moment.looks_back else own
    granted = own[0]
    operate = rights(words, moment.on_day)[OPERATE]
    return LicenceView(
        entry=words.subject,
        number=number,
        word=word,
        status=status(words, word, moment.on_day),
        basis_lapsed=operate.state is not RightState.LIVE,
        licensor=granted.args["licensor"],
        recorder=granted.args["recorder"],
        granted_at=granted.at,
        agreement=dict((in_effect or own)[-1].args["agreement"]),
    )


def status(words: Effective, word: Licence, day: int) -> LicenceStatus:
    """What a licence is on a legal day, seen with those it was given under."""
    if word.state == LicenceState.CLOSED:
        return LicenceStatus.CLOSED
    if word.state == LicenceState.ENDED:
        return LicenceStatus.ENDED
    if day > word.end:
        return LicenceStatus.EXPIRED
    if _is_fallen(words, word, day):
        return LicenceStatus.FALLEN
    if word.state == LicenceState.SUSPENDED:
        return LicenceStatus.SUSPENDED
    return LicenceStatus.NOT_BEGUN if day < word.start else LicenceStatus.IN_FORCE


def _is_fallen(words: Effective, word: Licence, day: int) -> bool:
    """Whether one of the licences above it is over (rule 54). A suspended one suspends, it does not end."""
    parent = words.word(Licence, word.parent) if word.parent else None
    while parent is not None:
        if parent.state in {LicenceState.ENDED, LicenceState.CLOSED} or day > parent.end:
            return True
        parent = words.word(Licence, parent.parent) if parent.parent else None
    return False
