"""Packed words as answers show them: a shape a word, made from the table of words, so that the two cannot differ.

What kind of value a field is follows from its type and width: 16 bits are a legal day, 40 a moment, 24 another thing of the entry
unless the index knows a party there. The few others are named here, and a test holds all of it against what the table says.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, get_origin, get_type_hints

from pydantic import Field, create_model

from ledger_api.api.answering import hexed, instant
from ledger_api.api.reading import Reading
from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.refs import PartyRef
from ledger_api.api.schemas.values import codes, day, name_of
from ledger_api.domain.ids import dependant_id, officer_id
from ledger_api.domain.packing import Code, Mask, Word
from ledger_api.domain.words import Effect
from ledger_api.index.project import INVOLVED

Show = Callable[[Reading, bytes, Any], Any]
"""From the reading, the entry and a field's value to what an answer says."""

OFFICERS: Final = frozenset({("ExternalFiling", "importer"), ("Attestation", "signer")})
"""Fields that hold an officer."""
NUMBERS: Final = frozenset(
    {
        ("Security", "sequence"),
        ("ExternalFiling", "sequence"),
        ("Envelope", "cap"),
        ("Consent", "line"),
        ("Enforcement", "settled"),
    }
)
"""Fields that hold a bare number, though they are as wide as others are."""
_PLAIN: Final = 53
"""Numbers of more bits are shown as bytes: not every JSON program reads them."""


def shape_of(word: type[Word]) -> type[Outgoing]:
    """The shape of a word: each field under its name, described as the table of words has it."""
    fields: dict[str, Any] = {
        name: (_kind(word, name)[0], Field(description=said, alias=name.removesuffix("_")))
        for name, (_, said) in word.FIELDS.items()
    }
    return create_model(f"Recorded{word.__name__}", __base__=Outgoing, __doc__=_about(word), **fields)


def shown(read: Reading, entry: bytes, word: Word) -> dict[str, Any]:
    """What an answer says of a word, by field."""
    return {
        name.removesuffix("_"): _kind(type(word), name)[1](read, entry, getattr(word, name)) for name in word.FIELDS
    }


@cache
def _kind(word: type[Word], name: str) -> tuple[Any, Show]:
    """The type of a field in answers, and how its value comes to it."""
    hint = _hints(word)[name]
    if get_origin(hint) is tuple:  # one mode for each of the first effects
        return dict[str, str], lambda _, __, modes: dict(
            zip((each.name for each in Effect), map(_name, modes), strict=False)
        )
    if issubclass(hint, Code):
        return str | None, lambda _, __, code: name_of(code)
    if issubclass(hint, Mask):
        return list[str], lambda _, __, mask: codes(mask)
    return _number(word.__name__, name, word.FIELDS[name][0])


def _number(word: str, name: str, bits: int) -> tuple[Any, Show]:
    if name in INVOLVED.get(word, ()):
        return PartyRef | None, lambda read, _, number: read.party(number)
    if (word, name) in OFFICERS:
        return str | None, lambda _, __, number: officer_id(number) if number else None
    if (word, name) not in NUMBERS and bits in _BY_WIDTH:
        return _BY_WIDTH[bits]
    if bits > _PLAIN:
        return str, lambda _, __, number: hexed(number.to_bytes(bits // 8, "big"))
    return int, lambda _, __, number: number


_BY_WIDTH: Final[Mapping[int, tuple[Any, Show]]] = {
    1: (bool, lambda _, __, flag: bool(flag)),
    16: (str | None, lambda _, __, number: day(number)),
    24: (str | None, lambda _, entry, number: dependant_id(entry, number) if number else None),
    40: (str | None, lambda _, __, time: instant(time) if time else None),
}
"""What a number is, by its bits."""


def _name(code: Code) -> str:
    return code.name


def _about(word: type[Word]) -> str:
    return (word.__doc__ or "").partition("\n")[0]


@cache
def _hints(word: type[Word]) -> dict[str, Any]:
    return get_type_hints(word)
