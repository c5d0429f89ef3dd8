"""RLP (yellow paper, appendix B) and the log bloom, written for the hot path of block building.

The decoder is strict about lengths but not about canonical form: it reads what this package wrote.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from eth_hash.auto import keccak

Item: TypeAlias = "bytes | list[Item]"

BLOOM_BYTES = 256


def _prefixed(payload: bytes, short: int) -> bytes:
    size = len(payload)
    if size < 56:
        return bytes((short + size,)) + payload
    width = (size.bit_length() + 7) // 8
    return bytes((short + 55 + width,)) + size.to_bytes(width, "big") + payload


def rlp_string(value: bytes) -> bytes:
    """One byte string."""
    if len(value) == 1 and value[0] < 0x80:
        return value
    return _prefixed(value, 0x80)


def rlp_int(value: int) -> bytes:
    """A number without leading zeros; zero is the empty string."""
    return rlp_string(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def rlp_list(encoded: Iterable[bytes]) -> bytes:
    """A list of items that are encoded already."""
    return _prefixed(b"".join(encoded), 0xC0)


def rlp_encode(item: Item) -> bytes:
    """Any nesting of byte strings and lists."""
    return rlp_string(item) if isinstance(item, bytes) else rlp_list(map(rlp_encode, item))


def rlp_decode(raw: bytes) -> Item:
    """The one item that fills `raw`; ValueError when it does not."""
    item, end = _item(raw, 0)
    if end != len(raw):
        raise ValueError("bytes after the end of an RLP item")
    return item


def _item(raw: bytes, at: int) -> tuple[Item, int]:
    first = raw[at]
    if first < 0x80:
        return raw[at : at + 1], at + 1
    start, end = _span(raw, at, 0x80 if first < 0xC0 else 0xC0)
    if end > len(raw):
        raise ValueError("an RLP item is cut short")
    if first < 0xC0:
        return raw[start:end], end
    items: list[Item] = []
    while start < end:
        item, start = _item(raw, start)
        items.append(item)
    return items, end


def _span(raw: bytes, at: int, short: int) -> tuple[int, int]:
    size = raw[at] - short
    if size < 56:
        return at + 1, at + 1 + size
    start = at + 1 + size - 55
    return start, start + int.from_bytes(raw[at + 1 : start], "big")


@lru_cache(maxsize=65_536)
def _bloom_bits(value: bytes) -> int:
    digest = keccak(value)
    return (
        1 << (int.from_bytes(digest[0:2], "big") & 2047)
        | 1 << (int.from_bytes(digest[2:4], "big") & 2047)
        | 1 << (int.from_bytes(digest[4:6], "big") & 2047)
    )


def bloom(values: Sequence[bytes]) -> int:
    """The 2048-bit filter over addresses and topics, as a number (yellow paper 4.3.1)."""
    bits = 0
    for value in values:
        bits |= _bloom_bits(value)
    return bits
