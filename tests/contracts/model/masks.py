"""Sets of the model as the masks that words hold."""

from enum import IntFlag
from typing import TypeVar

from ledger_api.domain import words
from tests.contracts.model.register import Names, Rights

M = TypeVar("M", bound=IntFlag)


def mask(kind: type[M], names: Names) -> M:
    """Names as a mask."""
    value = kind(0)
    for name in names:
        value |= kind[name]
    return value


def rights(of: Rights) -> words.Right:
    """Rights as a mask."""
    return words.Right(sum(1 << right for right in of))
