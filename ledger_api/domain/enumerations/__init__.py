"""Every code of the register with its Chinese and its English term, for people.

Codes and Chinese terms are those of the packed words; the English ones, and the Chinese terms of marks, stand in the
tables beside this file. One source for interface, console, commands and documents.
"""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeGuard

from ledger_api.domain import tables, words
from ledger_api.domain.packing import Code, Mask

Texts: TypeAlias = str | list[str]


@dataclass(frozen=True, slots=True)
class Term:
    """One code: `value` is what stands on chain, a position of an enumeration or a single bit of a mask."""

    code: str
    value: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """All codes of one kind, in the order of their values; of a `mask` any number may hold at once."""

    name: str
    kind: Literal["code", "mask"]
    zh: str
    en: str
    terms: tuple[Term, ...]


@cache
def enumerations() -> Mapping[str, Enumeration]:
    """Every enumeration and mask of the packed words by its name; ValueError if the tables lack or invent a code."""
    texts: dict[str, dict[str, Texts]] = tables.rows(resources.files(__package__))
    kinds = {name: kind for name, kind in inspect.getmembers(words, inspect.isclass) if _is_kind(kind)}
    if texts.keys() != kinds.keys():
        raise ValueError(f"tables and words differ in {sorted(texts.keys() ^ kinds.keys())}")
    return MappingProxyType({name: _enumeration(kinds[name], texts[name]) for name in texts})


def term(member: Code | Mask) -> Term:
    """The term of an enumeration's value, or of a mask with exactly one bit; KeyError for any other mask."""
    return _by_code(type(member).__name__)[member.name or ""]


WHOLES: Mapping[type[Mask], Term] = MappingProxyType(
    {words.Region: Term("MAINLAND", (1 << 31) - 1, "中国内地全境", "all of mainland China")}
)
"""Sets of bits that read as one: thirty-one provinces in a row are a sentence nobody reads before signing."""


def terms(mask: Mask) -> tuple[Term, ...]:
    """The terms of all bits of a mask, lowest first; a whole that is there in full stands for its bits."""
    whole = WHOLES.get(type(mask))
    if whole is None or mask & whole.value != whole.value:
        return tuple(term(bit) for bit in mask)
    return (whole, *(term(bit) for bit in mask if not bit & whole.value))


@cache
def _by_code(name: str) -> Mapping[str, Term]:
    return {each.code: each for each in enumerations()[name].terms}


def _is_kind(kind: type[object]) -> TypeGuard[type[Code] | type[Mask]]:
    return issubclass(kind, Code | Mask) and kind not in (Code, Mask)


def _enumeration(kind: type[Code] | type[Mask], texts: Mapping[str, Texts]) -> Enumeration:
    pairs = {code: ("", text) if isinstance(text, str) else (text[0], text[1]) for code, text in texts.items()}
    zh, en = pairs.pop("title")
    if list(pairs) != [member.name for member in kind]:
        raise ValueError(f"{kind.__name__}: the table names {list(pairs)}")
    chinese = kind.terms() or [pair[0] for pair in pairs.values()]
    found = tuple(
        Term(member.name or "", member.value, text, pair[1])
        for member, text, pair in zip(kind, chinese, pairs.values(), strict=True)
    )
    return Enumeration(kind.__name__, "mask" if issubclass(kind, Mask) else "code", zh, en, found)
