"""Who signs an act: officer numbers packed into one word, ascending from its low end, 24 bits each, zero-terminated.

The order is part of the signature: seals stand in the order of the officers here.
"""

from collections.abc import Iterable

MOST = 10
"""How many officers one act can name."""

_BITS = 24


def pack(officers: Iterable[int]) -> int:
    """The word naming `officers`, whatever order they come in.

    Raises ValueError for none, more than ten, one named twice, or a number outside 1 … 2²⁴ − 1.
    """
    numbers = sorted(officers)
    if not 0 < len(numbers) <= MOST:
        raise ValueError(f"an act is signed by 1 to {MOST} officers, not {len(numbers)}")
    if len(set(numbers)) != len(numbers):
        raise ValueError("an officer is named twice")
    if numbers[0] < 1 or numbers[-1] >> _BITS:
        raise ValueError("an officer's number has 24 bits and is not zero")
    return sum(number << (_BITS * place) for place, number in enumerate(numbers))


def unpack(by: int) -> tuple[int, ...]:
    """The officers of a word, ascending; nobody for 0. Raises ValueError for a word `pack` would not make."""
    numbers: list[int] = []
    rest = by
    while rest:
        numbers.append(rest & ((1 << _BITS) - 1))
        rest >>= _BITS
    if numbers and pack(numbers) != by:
        raise ValueError(f"no list of officers: {by:#x}")
    return tuple(numbers)
