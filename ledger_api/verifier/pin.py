"""What the verifying person trusts beforehand: a chain, a ledger on it, and who seals its blocks.

Without a pin a bundle can only agree with itself, and a forger's bundle does too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from . import document as documents
from .report import Refused

_MEMBERS = {"genesisHash": 32, "signer": 20, "ledger": 20}


class PinMalformed(ValueError):
    """A pin that cannot be read; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A trusted starting point; None for what is not known, which leaves a bundle `not-pinned`."""

    genesis_hash: bytes | None = None
    """Hash of block 0."""
    signer: bytes | None = None
    """Address whose key seals blocks: the newest known. Seals of those it hands over to are accepted, of those before it not."""
    ledger: bytes | None = None
    """Address of the ledger: a foreign contract on the same chain says what it likes."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the pins not given."""
        given = {"genesisHash": self.genesis_hash, "signer": self.signer, "ledger": self.ledger}
        return tuple(name for name, value in given.items() if value is None)

    @classmethod
    def parse(cls, document: str | bytes) -> Self:
        """From JSON {"genesisHash", "signer", "ledger"}, each optional; raises PinMalformed."""
        raw = document.encode("utf-8", "surrogatepass") if isinstance(document, str) else document
        try:
            members = documents.read(raw)
        except Refused as refused:
            raise PinMalformed("a pin is a JSON object") from refused
        if not isinstance(members, dict) or not members.keys() <= _MEMBERS.keys():
            raise PinMalformed(f"a pin is a JSON object with the members {', '.join(_MEMBERS)}")
        return cls.of(members)

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """From the same members as texts; None for one not given."""
        read = {name: _bytes(name, members.get(name)) for name in _MEMBERS}
        return cls(read["genesisHash"], read["signer"], read["ledger"])


def _bytes(name: str, text: object) -> bytes | None:
    if text is None:
        return None
    length = _MEMBERS[name]
    if not isinstance(text, str) or not re.fullmatch(f"0[xX][0-9a-fA-F]{{{2 * length}}}", text):
        raise PinMalformed(f"{name} is 0x and {2 * length} hexadecimal digits")
    return bytes.fromhex(text[2:])
