"""What a term becomes when it is read: values for the ledger, words for people, and what must be kept beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledger_api.domain.commitments import Commitment
from ledger_api.domain.phrases import Phrase
from ledger_api.domain.words import Algorithm


@dataclass(frozen=True, slots=True)
class PublicText:
    """A text anybody may read, whose digest stands on chain."""

    digest: bytes
    alg: Algorithm
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A term that was read."""

    parts: tuple[Any, ...]
    """One for each parameter it goes to."""
    shown: Phrase
    alg: Algorithm | None = None
    """What made the digest in it: all digests of an act share one algorithm."""
    text: PublicText | None = None
    record: Commitment | None = None
    party: int = 0
    """The party it names."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record committed to in act number `act` of a filing (from 1)."""

    act: int
    commitment: Commitment


def alike(text: str) -> Phrase:
    """A text that reads the same in both languages."""
    return {"zh": text, "en": text}


def listed(shown: Sequence[Phrase], absent: Phrase) -> Phrase:
    """Several as one phrase."""
    if not shown:
        return absent
    return {"zh": "、".join(each["zh"] for each in shown), "en": ", ".join(each["en"] for each in shown)}
