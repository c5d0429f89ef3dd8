"""A JSON value and where it stands in the bundle, read into one expected shape or refused by its place.

Hexadecimal is lower case and numbers are without leading zeros, so that one meaning has one spelling.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .report import Refused

_HEX: Final = re.compile(r"0x((?:[0-9a-f]{2})*)")
_QUANTITY: Final = re.compile(r"0x(0|[1-9a-f][0-9a-f]*)")

_EXPECTED_ZH: Final = {
    "an object": "对象",
    "a list": "列表",
    "a non-empty list": "非空列表",
    "a text": "文本",
    "bytes in lower-case hex": "小写十六进制字节",
    "a quantity in hex": "十六进制数量",
    "a whole number": "整数",
    "a decimal number": "十进制数字文本",
    "null": "空值",
}


@dataclass(frozen=True, slots=True)
class Item:
    """`where` is a path such as `acts[3].data`; every reader raises Refused."""

    value: object
    where: str

    def malformed(self, expected: str) -> Refused:
        """The refusal of a value of another shape."""
        expected_zh = _EXPECTED_ZH.get(expected, expected)
        for en, zh in _EXPECTED_ZH.items():
            expected_zh = expected_zh.replace(en, zh)
        return Refused("member-malformed", where=self.where, expected=expected, expected_zh=expected_zh)

    def members(self, *names: str, optional: Sequence[str] = ()) -> dict[str, "Item"]:
        """The members of an object that has exactly these, and perhaps the optional ones."""
        if not isinstance(self.value, dict):
            raise self.malformed("an object")
        for name in names:
            if name not in self.value:
                raise Refused("member-missing", where=self._member(name))
        for name in self.value:
            if name not in names and name not in optional:
                raise Refused("member-unknown", where=self._member(name[:50]))
        return {name: Item(value, self._member(name)) for name, value in self.value.items()}

    def _member(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def items(self) -> tuple["Item", ...]:
        """The members of a list, which may be empty."""
        if not isinstance(self.value, list):
            raise self.malformed("a list")
        return tuple(Item(value, f"{self.where}[{position}]") for position, value in enumerate(self.value))

    def some(self) -> tuple["Item", ...]:
        """The members of a list that has some."""
        return self.items() or self._nothing()

    def _nothing(self) -> tuple["Item", ...]:
        raise self.malformed("a non-empty list")

    def text(self) -> str:
        """A string."""
        if not isinstance(self.value, str):
            raise self.malformed("a text")
        return self.value

    def octets(self, length: int | None = None) -> bytes:
        """Bytes as hex; of this length, if one is given."""
        expected = "bytes in lower-case hex" if length is None else f"{length} bytes in lower-case hex"
        match = isinstance(self.value, str) and _HEX.fullmatch(self.value)
        if not match or (length is not None and len(match[1]) != 2 * length):
            raise self.malformed(expected)
        return bytes.fromhex(match[1])

    def quantity(self) -> int:
        """A number below 2**256 as JSON-RPC writes it."""
        match = isinstance(self.value, str) and len(self.value) <= 66 and _QUANTITY.fullmatch(self.value)
        if not match:
            raise self.malformed("a quantity in hex")
        return int(match[1], 16)

    def whole(self, bits: int = 53) -> int:
        """A JSON number of so many bits, not negative."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not 0 <= self.value < 1 << bits:
            raise self.malformed("a whole number")
        return self.value

    def decimal(self, bits: int) -> int:
        """A number of so many bits as a decimal string, as wallets take large numbers."""
        if not isinstance(self.value, str) or not re.fullmatch("0|[1-9][0-9]{0,77}", self.value, re.ASCII):
            raise self.malformed("a decimal number")
        number = int(self.value)
        if number >> bits:
            raise self.malformed("a decimal number")
        return number
