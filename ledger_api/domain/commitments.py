"""Commitments: one 32-byte root stands on chain for all withheld fields of a record; any field can be opened by itself.

docs/commitments.md is the norm; the verifier has its own reading of it. Randomness comes from the caller.
"""

import hmac
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import rfc8785
from eth_hash.auto import keccak

from ledger_api.domain.errors import NotUnderstood

SALT_BYTES: Final = 32
_LARGEST: Final = 1 << 53


@dataclass(frozen=True, slots=True)
class Opening:
    """One field shown, with what it takes to recompute the root."""

    field: str
    value: Any
    key: bytes
    index: int
    count: int
    path: tuple[bytes, ...]

    def document(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {
            "field": self.field,
            "value": self.value,
            "key": "0x" + self.key.hex(),
            "index": self.index,
            "count": self.count,
            "path": ["0x" + node.hex() for node in self.path],
        }


@dataclass(frozen=True, slots=True)
class Commitment:
    """A record with its salt. Whoever has both can open all of it."""

    salt: bytes
    fields: Mapping[str, Any]

    @classmethod
    def of(cls, record: Mapping[str, Any], salt: bytes, where: str = "") -> "Commitment":
        """Commit to a record of JSON values without fractions; raises NotUnderstood naming the field."""
        if len(salt) != SALT_BYTES:
            raise ValueError(f"a record salt has {SALT_BYTES} bytes")
        if not record:
            raise NotUnderstood("missing-field", field=where)
        fields = {_normal_name(name, where): _normal(value, f"{where}.{name}") for name, value in record.items()}
        if len(fields) != len(record):
            raise NotUnderstood("value-not-valid", field=where, wanted="names that stay distinct in NFC")
        return cls(salt, fields)

    @property
    def names(self) -> tuple[str, ...]:
        """Field names in the order of the leaves."""
        return tuple(sorted(self.fields, key=str.encode))

    @property
    def root(self) -> bytes:
        """What stands on chain."""
        return self._levels()[-1][0]

    def opening(self, field: str) -> Opening:
        """Show one field; KeyError when there is no such field."""
        index = place = self.names.index(field) if field in self.fields else -1
        if index < 0:
            raise KeyError(field)
        path: list[bytes] = []
        for level in self._levels()[:-1]:
            neighbour = place ^ 1
            if neighbour < len(level):
                path.append(level[neighbour])
            place //= 2
        return Opening(field, self.fields[field], _key(self.salt, field), index, len(self.fields), tuple(path))

    def _levels(self) -> list[Sequence[bytes]]:
        levels: list[Sequence[bytes]] = [[leaf(_key(self.salt, name), name, self.fields[name]) for name in self.names]]
        while len(levels[-1]) > 1:
            levels.append(_joined(levels[-1]))
        return levels


def leaf(key: bytes, field: str, value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """The leaf of one field."""
    return keccak(b"\x00" + key + rfc8785.dumps([field, value]))


def _joined(level: Sequence[bytes]) -> list[bytes]:
    """Neighbours hashed together from the left; a last one alone goes up unchanged."""
    pairs = [keccak(b"\x01" + left + right) for left, right in zip(level[::2], level[1::2], strict=False)]
    return [*pairs, level[-1]] if len(level) % 2 else pairs


def _key(salt: bytes, field: str) -> bytes:
    """HKDF-SHA256 (RFC 5869) without salt, one block: extract, then expand with the field's name."""
    extracted = hmac.digest(bytes(32), salt, "sha256")
    return hmac.digest(extracted, field.encode() + b"\x01", "sha256")


def _normal_name(name: str, where: str) -> str:
    if not name:
        raise NotUnderstood("value-not-valid", field=where, wanted="names that are not empty")
    return unicodedata.normalize("NFC", name)


def _normal(value: Any, where: str) -> Any:  # noqa: ANN401 - any JSON value
    """The value with all its strings in NFC; fractions and large numbers are refused, as they are written in many ways."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, int) and abs(value) < _LARGEST:
        return value
    if isinstance(value, list):
        return [_normal(each, where) for each in value]
    if isinstance(value, dict):
        return {_normal_name(name, where): _normal(each, where) for name, each in value.items()}
    raise NotUnderstood(
        "value-not-valid", field=where, wanted="a text, whole number, true, false, null, list or object"
    )
