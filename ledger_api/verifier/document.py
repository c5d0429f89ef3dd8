"""Reads JSON strictly: one document, no duplicate members, whole numbers only, bounded in size and depth.

What two readers could understand differently is refused before anything is checked.
"""

import json
import re
from typing import Any, Final, Never

from .report import Refused

LIMIT: Final = 64 * 1024 * 1024
"""Bytes of a document at most; an act takes about half a kilobyte."""
DEPTH: Final = 32
"""Lists and objects within each other at most; a bundle has seven."""

# A string, even one that never ends, or a bracket. Possessive, so that no text takes more than one pass.
_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def read(document: bytes) -> object:
    """The one JSON value; Refused when the document is too large, too deep, or not strictly JSON in UTF-8."""
    if len(document) > LIMIT:
        raise Refused("too-large", limit=LIMIT)
    try:
        text = document.decode("utf-8")
        _refuse_depth(text)
        value: object = json.loads(
            text, object_pairs_hook=_members, parse_float=_no_fraction, parse_constant=_no_fraction
        )
    except ValueError as error:
        raise Refused("unreadable", problem=str(error)[:200]) from error
    return value


def _refuse_depth(text: str) -> None:
    """Before parsing: the parser recurses, and how deep it may is not ours to say."""
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        if depth > DEPTH:
            raise ValueError("nested too deeply")


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member stands twice in one object")
    return members


def _no_fraction(text: str) -> Never:
    raise ValueError(f"{text} is not a whole number")
