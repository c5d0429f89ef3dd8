"""What the generated words share: how a value goes into its bits, and codes that know their Chinese term.

`words` is generated from the table of packed words; everything here is written by hand.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from enum import STRICT, IntEnum, IntFlag
from typing import ClassVar, Self


class Code(IntEnum):
    """A value of an enumeration; its number is what stands on chain."""

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms, by code."""
        return ()

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return self.terms()[self.value]


class Mask(IntFlag, boundary=STRICT):
    """A set of named bits; a bit without a name is a ValueError."""

    @classmethod
    def terms(cls) -> Sequence[str]:
        """The Chinese terms, by bit."""
        return ()

    @property
    def zh(self) -> str:
        """The Chinese terms of all its bits."""
        return "、".join(self.terms()[each.value.bit_length() - 1] for each in self)


class Word(ABC):
    """A packed 256-bit storage word; made without arguments it is the zero word."""

    __slots__ = ()

    NAMESPACE: ClassVar[str]
    """ERC-7201 namespace it lies in."""
    SLOT: ClassVar[int]
    """The namespace's slot from which its own is derived."""
    KEYS: ClassVar[tuple[str, ...]]
    """What the mappings on the way are keyed by, outermost first; none: it lies in SLOT itself."""
    FIELDS: ClassVar[Mapping[str, tuple[int, str]]]
    """Each field's width in bits, of one value, and what it says."""

    @classmethod
    @abstractmethod
    def decode(cls, word: int) -> Self:
        """Read a storage word; raises ValueError for spare bits set and for codes without a name."""

    @abstractmethod
    def encode(self) -> int:
        """The storage word; raises ValueError for a value that does not fit its field."""


def fit(value: int, bits: int, name: str) -> int:
    """`value`, if it is an unsigned number of `bits` bits; else a ValueError naming the field."""
    if value >> bits:
        raise ValueError(f"{name}: {value} does not fit {bits} bits")
    return int(value)  # a mask would refuse its neighbours' bits


def refuse_spare(word: int, bits: int, name: str) -> None:
    """Raise ValueError if a bit at or above `bits` is set."""
    if word >> bits:
        raise ValueError(f"{name}: spare bits are set in {word:#x}")
