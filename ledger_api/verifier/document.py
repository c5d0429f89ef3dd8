"""Reads JSON strictly: one document, no duplicate members, whole numbers only, bounded in size.

What two readers could understand differently is refused before anything is checked.
"""

import json
from typing import Any, Final, Never

from .report import Refused

LIMIT: Final = 64 * 1024 * 1024
"""Bytes of a document at most; an act takes about half a kilobyte."""


def read(document: bytes) -> object:
    """The one JSON value; Refused when the document is too large or not strictly JSON in UTF-8."""
    if len(document) > LIMIT:
        raise Refused("too-large", limit=LIMIT)
    try:
        value: object = json.loads(
            document.decode("utf-8"), object_pairs_hook=_members, parse_float=_no_fraction, parse_constant=_no_fraction
        )
    except RecursionError:
        raise Refused("unreadable", problem="nested too deeply") from None
    except ValueError as error:
        raise Refused("unreadable", problem=str(error)[:200]) from error
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member stands twice in one object")
    return members


def _no_fraction(text: str) -> Never:
    raise ValueError(f"{text} is not a whole number")
