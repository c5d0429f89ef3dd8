"""Commitments and openings for tests, written from docs/commitments.md alone."""

import json
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from eth_hash.auto import keccak


@dataclass(frozen=True)
class Committed:
    """A record under its salt."""

    salt: bytes
    record: dict[str, Any]

    @property
    def names(self) -> list[str]:
        """In the order of the leaves."""
        return sorted(self.record, key=lambda name: name.encode())

    def key(self, name: str) -> bytes:
        """What opens a field."""
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=name.encode()).derive(self.salt)

    def leaf(self, name: str) -> bytes:
        """A field's leaf. Plain JSON is canonical for the values used here: no fractions, names in ASCII order."""
        pair = json.dumps([name, self.record[name]], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return keccak(b"\0" + self.key(name) + pair.encode())

    @property
    def levels(self) -> list[list[bytes]]:
        """The leaves, and what is above them, up to the root."""
        levels = [[self.leaf(name) for name in self.names]]
        while len(levels[-1]) > 1:
            below = levels[-1]
            pairs = [below[at : at + 2] for at in range(0, len(below), 2)]
            levels.append([keccak(b"\1" + b"".join(pair)) if len(pair) == 2 else pair[0] for pair in pairs])
        return levels

    @property
    def root(self) -> bytes:
        """What the act carries."""
        return self.levels[-1][0]

    def open(self, name: str) -> dict[str, Any]:
        """The opening of one field."""
        index = self.names.index(name)
        path, at = [], index
        for level in self.levels[:-1]:
            if at ^ 1 < len(level):
                path.append("0x" + level[at ^ 1].hex())
            at //= 2
        return {
            "field": name,
            "value": self.record[name],
            "key": "0x" + self.key(name).hex(),
            "index": index,
            "count": len(self.record),
            "path": path,
        }
