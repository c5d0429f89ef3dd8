"""How things of the register are named for people: entries `E-…`, their dependants `E-…/12`, parties `P-3`, officers `O-7`.

An entry's public id is the first 60 bits of its 32 bytes in Crockford's base 32 and a check character (Luhn modulo 32, which
finds every single slip and nearly every exchange of neighbours, in the same letters: safe in addresses, shells and file names).
"""

from collections.abc import Sequence
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U."""
LETTERS: Final = 12
"""Characters of an entry's public id before the check character."""


def entry_id(entry: bytes) -> str:
    """The public id of an entry (32 bytes)."""
    prefix = int.from_bytes(entry[:8]) >> 4
    letters = [(prefix >> (5 * place)) & 31 for place in reversed(range(LETTERS))]
    return spell(letters)


def spell(letters: Sequence[int]) -> str:
    """The public id with these values of its characters, the check character added."""
    return "E-" + "".join(ALPHABET[letter] for letter in (*letters, check(letters)))


def check(letters: Sequence[int]) -> int:
    """Luhn's sum modulo 32: from the right, every second value is doubled, and its digits in base 32 are added."""
    total = 0
    for place, value in enumerate(reversed(letters)):
        doubled = value * 2 if place % 2 == 0 else value
        total += doubled // 32 + doubled % 32
    return -total % 32


def dependant_id(entry: bytes, number: int) -> str:
    """The public id of what line `number` of an entry made: a case, licence, burden, objection."""
    return f"{entry_id(entry)}/{number}"


def party_id(number: int) -> str:
    """The public id of a party."""
    return f"P-{number}"


def officer_id(number: int) -> str:
    """The public id of an officer."""
    return f"O-{number}"
