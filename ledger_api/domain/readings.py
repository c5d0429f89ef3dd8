"""What people write, read into the values of the register: ids, digests, codes, dates, times.

Every function raises NotUnderstood naming the field, never anything else, for whatever a stranger may send.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

from ledger_api.domain.enumerations import enumerations
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import ALPHABET, LETTERS, check, spell
from ledger_api.domain.packing import Code, Mask
from ledger_api.domain.words import Algorithm

RELATIVE: Final = 1 << 23
"""Numbers of the register lie below; from here on they count lines back."""
_LETTER_VALUES: Final = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_ENTRY: Final = re.compile(rf"E-([0-9A-Z]{{{LETTERS + 1}}})", re.IGNORECASE | re.ASCII)
_WHOLE: Final = re.compile(r"0x[0-9a-f]{64}", re.IGNORECASE | re.ASCII)
_NUMBERED: Final = re.compile(r"([PO])-([1-9][0-9]{0,7})", re.IGNORECASE | re.ASCII)
_DIGEST: Final = re.compile(r"(keccak256|sha256|sm3):(?:0x)?([0-9a-f]{64})", re.IGNORECASE | re.ASCII)
_EPOCH: Final = date(1970, 1, 1).toordinal()

AnyCode = TypeVar("AnyCode", bound=Code)
AnyMask = TypeVar("AnyMask", bound=Mask)


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest and the algorithm that made it."""

    alg: Algorithm
    value: bytes

    def __str__(self) -> str:
        return f"{self.alg.name.lower()}:{self.value.hex()}"


def entry(text: Any) -> str | bytes:  # noqa: ANN401 - whatever was sent
    """An entry's public id in its one spelling (small letters, O for 0, I and L for 1 are understood), or its 32 bytes."""
    if isinstance(text, str) and _WHOLE.fullmatch(text):
        return bytes.fromhex(text[2:])
    found = _ENTRY.fullmatch(text.strip()) if isinstance(text, str) else None
    letters = [_LETTER_VALUES.get(letter.upper(), -1) for letter in found[1]] if found else [-1]
    if -1 in letters or check(letters[:-1]) != letters[-1]:
        raise NotUnderstood("id-malformed", id=_shown(text), kind="E-")
    return spell(letters[:-1])


def dependant(text: Any) -> tuple[str | bytes, int]:  # noqa: ANN401 - whatever was sent
    """Entry and number of `E-…/12`."""
    name, slash, number = str(text).partition("/")
    if not slash or not re.fullmatch(r"[1-9][0-9]{0,6}", number, re.ASCII) or int(number) >= RELATIVE:
        raise NotUnderstood("id-malformed", id=_shown(text), kind="E-…/n")
    return entry(name), int(number)


def numbered(value: Any, letter: str) -> int:  # noqa: ANN401 - whatever was sent
    """The number of `P-3` (letter P) or `O-7` (letter O); the bare number is understood too."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < RELATIVE:
        return value
    found = _NUMBERED.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or found[1].upper() != letter or int(found[2]) >= RELATIVE:
        raise NotUnderstood("id-malformed", id=_shown(value), kind=f"{letter}-")
    return int(found[2])


def digest(value: Any, field: str) -> Digest:  # noqa: ANN401 - whatever was sent
    """`sha256:…`, `keccak256:…` or `sm3:…` with 64 hexadecimal digits."""
    found = _DIGEST.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise NotUnderstood("value-not-valid", field=field, wanted="sha256:… / keccak256:… / sm3:…")
    return Digest(Algorithm[found[1].upper()], bytes.fromhex(found[2]))


def code(value: Any, kind: type[AnyCode], field: str) -> AnyCode:  # noqa: ANN401 - whatever was sent
    """A code by its name."""
    if not isinstance(value, str) or value not in kind.__members__:
        raise NotUnderstood("value-not-valid", field=field, wanted=_names(kind.__name__))
    return kind[value]


def mask(value: Any, kind: type[AnyMask], field: str) -> AnyMask:  # noqa: ANN401 - whatever was sent
    """A set of codes by their names, each once."""
    if not isinstance(value, list) or len(set(map(str, value))) != len(value):
        raise NotUnderstood("value-not-valid", field=field, wanted=f"[{_names(kind.__name__)}]")
    found = kind(0)
    for name in value:
        if not isinstance(name, str) or name not in kind.__members__:
            raise NotUnderstood("value-not-valid", field=field, wanted=f"[{_names(kind.__name__)}]")
        found |= kind[name]
    return found


def whole(value: Any, field: str, most: int) -> int:  # noqa: ANN401 - whatever was sent
    """A number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise NotUnderstood("value-not-valid", field=field, wanted=f"0 … {most}")
    return value


def flag(value: Any, field: str) -> bool:  # noqa: ANN401 - whatever was sent
    """A truth value, nothing that merely counts as one."""
    if not isinstance(value, bool):
        raise NotUnderstood("value-not-valid", field=field, wanted="true / false")
    return value


def day(value: Any, field: str) -> int:  # noqa: ANN401 - whatever was sent
    """The legal day of a date `2026-08-03`: days since 1970-01-01, at most 2149-06-06 (16 bits)."""
    try:
        found = date.fromisoformat(value).toordinal() - _EPOCH
    except (TypeError, ValueError):
        found = -1
    if not 0 <= found < 1 << 16 or len(value) != 10:
        raise NotUnderstood("value-not-valid", field=field, wanted="2026-08-03")
    return found


def moment(value: Any, field: str) -> int:  # noqa: ANN401 - whatever was sent
    """Unix seconds of a time with its offset, `2026-08-03T09:00:00+08:00` (RFC 3339)."""
    try:
        found = datetime.fromisoformat(value)
        seconds = int(found.astimezone(UTC).timestamp()) if found.tzinfo else -1
    except (TypeError, ValueError, OverflowError):
        seconds = -1
    if not 0 <= seconds < 1 << 40:
        raise NotUnderstood("value-not-valid", field=field, wanted="2026-08-03T09:00:00+08:00")
    return seconds


def text(value: Any, field: str, most: int = 4000) -> str:  # noqa: ANN401 - whatever was sent
    """A text of 1 to `most` characters without control characters other than line breaks."""
    if not isinstance(value, str) or not 0 < len(value) <= most or re.search(r"[\x00-\x09\x0b-\x1f\x7f]", value):
        raise NotUnderstood("value-not-valid", field=field, wanted=f"1 … {most} characters")
    return value


def only(given: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuse a field nobody asked for: a slip in its name would be silently lost."""
    for name in given:
        if name not in known:
            raise NotUnderstood("unknown-field", field=f"{where}.{name}" if where else name)


def _names(kind: str) -> str:
    return ", ".join(each.code for each in enumerations()[kind].terms)


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever was sent
    return str(value)[:80]
