"""Disclosed fields of a commitment: each hashes, with its key and its neighbours, to a root that an act carries.

leaf = keccak256(0x00 ‖ key ‖ canonical JSON of [name, value]); node = keccak256(0x01 ‖ left ‖ right); an odd one goes up alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import rfc8785
from eth_hash.auto import keccak

from .item import Item
from .journal import Act
from .report import Refused


@dataclass(frozen=True, slots=True)
class Field:
    """One field, opened."""

    name: str
    value: object
    key: bytes
    index: int
    count: int
    path: tuple[bytes, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Fields under one root, which act number `act` carries."""

    act: int
    root: bytes
    fields: tuple[Field, ...]
    where: str


def read_opening(item: Item) -> Opening:
    """The fields opened under one root."""
    members = item.members("act", "root", "fields")
    return Opening(
        act=members["act"].whole(24),
        root=members["root"].octets(32),
        fields=tuple(map(_read_field, members["fields"].some())),
        where=item.where,
    )


def _read_field(item: Item) -> Field:
    members = item.members("field", "value", "key", "index", "count", "path")
    return Field(
        name=members["field"].text(),
        value=members["value"].value,
        key=members["key"].octets(32),
        index=members["index"].whole(32),
        count=members["count"].whole(32),
        path=tuple(node.octets(32) for node in members["path"].items()),
        where=item.where,
    )


def check_opening(opening: Opening, acts: Sequence[Act]) -> int:
    """The act carries the root, and every field leads to it; answers how many fields."""
    if not 1 <= opening.act <= len(acts):
        raise Refused("opening-of-no-act", where=opening.where, act=opening.act)
    data = acts[opening.act - 1].data
    if opening.root not in {data[start : start + 32] for start in range(0, len(data), 32)}:
        raise Refused("root-not-in-act", where=opening.where, act=opening.act)
    names: set[str] = set()
    for field in opening.fields:
        if field.name in names:
            raise Refused("opening-twice", where=field.where)
        names.add(field.name)
        if root_of(field) != opening.root:
            raise Refused("opening-not-committed", where=field.where)
    return len(opening.fields)


def root_of(field: Field) -> bytes | None:
    """The root that a field leads to; None when its path has not the shape of its place."""
    node, index, count = _leaf(field), field.index, field.count
    if index >= count:
        return None
    path = list(field.path)
    while count > 1:
        if index % 2 or index + 1 < count:  # else the last of an odd number goes up alone
            if not path:
                return None
            neighbour = path.pop(0)
            node = keccak(b"\x01" + (neighbour + node if index % 2 else node + neighbour))
        index, count = index // 2, (count + 1) // 2
    return None if path else node


def _leaf(field: Field) -> bytes:
    try:
        canonical = rfc8785.dumps([field.name, field.value])  # type: ignore[list-item]  # whatever JSON was given
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise Refused("value-not-canonical", where=field.where) from error
    return keccak(b"\x00" + field.key + canonical)
