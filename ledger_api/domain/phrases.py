"""Texts in Chinese and English with places for values: errors, remedies and the sentences people sign are written in them.

A place says how its value is to be read: `{lastDay:day}`, `{party:party}`, `{power:Power}`. The same value gives the same
words wherever it stands.
"""

import string
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final, Literal, TypeAlias

from ledger_api.domain import ids, words
from ledger_api.domain.enumerations import term, terms
from ledger_api.domain.packing import Code, Mask

Language: TypeAlias = Literal["zh", "en"]
Phrase: TypeAlias = Mapping[Language, str]
"""A text in both languages, perhaps with places for values."""

ALL: Final = {"zh": "不限", "en": "any"}
"""How an empty set reads where 0 means all (`{purposes:Purpose?}`)."""
NONE: Final = {"zh": "无", "en": "none"}
"""How an empty set, or a date or number that is 0, reads elsewhere."""
ENDS: Final[Mapping[int, Mapping[str, str]]] = {0: NONE, (1 << 40) - 1: {"zh": "长期", "en": "without end"}}
"""Times and dates that are none."""
_EPOCH: Final = date(1970, 1, 1).toordinal()
_YEAR_9999: Final = 253_370_764_800


def phrase(zh: str, en: str) -> Phrase:
    """A text in both languages."""
    return {"zh": zh, "en": en}


def fill(template: Phrase, values: Mapping[str, Any]) -> dict[Language, str]:
    """The text with its values, in both languages. Raises KeyError for a value that is missing."""
    return {language: fill_one(text, values, language) for language, text in template.items()}


def fill_one(template: str, values: Mapping[str, Any], language: Language) -> str:
    """`template` with each value in the words of `language`."""
    return _Filler(language).vformat(template, (), values)


def places(template: str) -> frozenset[str]:
    """Names of the values a template has places for."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


class _Filler(string.Formatter):
    """Reads a place's text after the colon as the kind of its value."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401, ARG002 - as inherited
        return kwargs[str(key)]

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as inherited
        return value_text(value, format_spec, self._language)


def value_text(value: Any, kind: str, language: Language) -> str:  # noqa: ANN401 - any kind of value
    """One value as `kind` says, in words. Values already in words (a str, or a phrase) stay; raises ValueError for an unknown kind."""
    if isinstance(value, dict):
        return str(value[language])
    if isinstance(value, str) or not kind:
        return str(value)
    if kind in _PLAIN:
        return _PLAIN[kind](value)
    if kind in {"day", "time", "number"}:
        return ENDS.get(value, {}).get(language) or _MOMENTS[kind](value)
    if kind == "right":
        return term(words.Right(1 << value)).zh if language == "zh" else term(words.Right(1 << value)).en
    return _codes(value, kind, language)


def _codes(value: int, kind: str, language: Language) -> str:
    code = getattr(words, kind.removesuffix("?"), None)
    if not isinstance(code, type) or not issubclass(code, Code | Mask):
        raise ValueError(f"no kind of value: {kind}")  # noqa: TRY004 - a slip in a table, whatever Python thinks of it
    try:
        member = code(value)
    except ValueError:  # a contract may name a code this version does not know
        return str(value)
    found = terms(member) if isinstance(member, Mask) else (term(member),)
    if not found:
        return (ALL if kind.endswith("?") else NONE)[language]
    return ("、" if language == "zh" else ", ").join(each.zh if language == "zh" else each.en for each in found)


_PLAIN: Final[Mapping[str, Callable[[Any], str]]] = {
    "entry": ids.entry_id,
    "party": ids.party_id,
    "officer": ids.officer_id,
    "hex": lambda value: "0x" + (value.hex() if isinstance(value, bytes) else f"{value:x}"),
}
_MOMENTS: Final[Mapping[str, Callable[[int], str]]] = {
    "day": lambda value: date.fromordinal(_EPOCH + value).isoformat(),
    "time": lambda value: (
        datetime.fromtimestamp(value, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value < _YEAR_9999 else f"@{value}"
    ),
    "number": str,
}
