"""How single values of packed words look in answers: codes by name, days as dates, nobody and never as null."""

from datetime import date
from typing import Final

from ledger_api.domain.packing import Code, Mask
from ledger_api.domain.readings import Digest
from ledger_api.domain.words import Algorithm

_EPOCH: Final = date(1970, 1, 1).toordinal()


def codes(mask: Mask) -> list[str]:
    """The codes of a set, lowest bit first."""
    return [each.name or "" for each in mask]


def day(number: int | None) -> str | None:
    """A legal day as a date; None for 0."""
    return date.fromordinal(_EPOCH + number).isoformat() if number else None


def digest(alg: int, value: bytes) -> str | None:
    """A digest with its algorithm; None for the zero digest, which stands for nothing."""
    return str(Digest(Algorithm(alg), value)) if any(value) else None


def name_of(code: Code) -> str | None:
    """The name of a code; None where it says that there is nothing."""
    return None if code.name == "NONE" else code.name
