"""Packs storage words by the names of the tables in `contracts/types/words`, for what a deployment writes itself.

The facade has generated classes for the same words; the toolchain never imports the facade.
"""

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from hardhat_free_env.compiler.sources import ROOT
from hardhat_free_env.compiler.words import Field, Names, Table, Word, load, together
from hardhat_free_env.deploy.errors import PlanInvalid

Value: TypeAlias = int | str | Iterable[str]
"""A number, the name of an enumeration's value, or names of a mask's bits."""


@cache
def table() -> Table:
    """The tables of this checkout as one."""
    return together(load(ROOT))


def pack(word: str, **fields: Value) -> int:
    """The storage word with these fields, all others zero; PlanInvalid names what does not fit.

    >>> hex(pack("Page", chapter=0xab, words=3))
    '0x300000000000000000000000000000000000000ab'
    """
    described = _word(word)
    known = {field.name: field for field in described.fields}
    packed = 0
    for name, value in fields.items():
        if name not in known:
            raise PlanInvalid(f"{word} has no field {name}; it has {', '.join(known)}")
        packed |= _number(described, known[name], value) << known[name].offset
    return packed


def unpack(word: str, packed: int) -> dict[str, int]:
    """Field → number of a storage word; of a repeated field the first only."""
    return {field.name: packed >> field.offset & ((1 << field.bits) - 1) for field in _word(word).fields}


def _word(name: str) -> Word:
    return next(word for word in table().words if word.name == name)


def _number(word: Word, field: Field, value: Value) -> int:
    where = f"{word.name}.{field.name}"
    if not isinstance(value, int):
        value = _named(where, field, value)
    if not 0 <= value < 1 << field.bits:
        raise PlanInvalid(f"{where}: {value} does not fit {field.bits} bits")
    return value


def _named(where: str, field: Field, value: str | Iterable[str]) -> int:
    if isinstance(value, str):
        return _position(where, field.enum, value)
    return sum({1 << _position(where, field.named_bits, each) for each in value})


def _position(where: str, names: Names | None, value: str) -> int:
    if names is None or value not in names.values:
        raise PlanInvalid(f"{where}: no {value}; there are {', '.join(names.values) if names else 'no names'}")
    return names.values.index(value)
