"""Parameters of functions, events and errors, and how their values travel: our values ↔ eth_abi's ↔ bytes.

Our values: numbers are int (a packed word or an enumeration may stand for one), bytesN are bytes, addresses are 20 bytes,
structs are mappings by field name, lists are tuples.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import eth_abi
from eth_abi.exceptions import DecodingError, EncodingError
from eth_hash.auto import keccak

from ledger_api.chain.artifacts import Item
from ledger_api.domain.packing import Word
from ledger_api.domain.words import WORDS

WORD_TYPES: Mapping[str, type[Word]] = {word.__name__: word for word in WORDS}
"""Packed words by the name contracts and ABI have for them."""


class WrongArguments(ValueError):
    """Arguments that do not fit: one is missing, unknown, or of the wrong kind or size."""


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a function, an event or an error."""

    name: str
    type: str
    """ABI type: `uint256`, `bytes32[]`, `tuple` …"""
    internal: str
    """What the source calls its type, or its members' type: `Head`, `EntryId`, `Signatories`, `Folio`, `uint24` …"""
    fields: tuple["Param", ...] = ()
    """Of a struct."""
    indexed: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it is a list; lists are an act's last parameters."""
        return self.type.endswith("[]")

    @property
    def is_word(self) -> bool:
        """Whether it holds a packed word, `WORD_TYPES[internal]`."""
        return self.internal in WORD_TYPES

    @property
    def canonical(self) -> str:
        """The type as it stands in signatures: structs spelled out."""
        if not self.type.startswith("tuple"):
            return self.type
        return "(" + ",".join(each.canonical for each in self.fields) + ")" + self.type.removeprefix("tuple")


def param(item: Item) -> Param:
    """A parameter from its ABI form."""
    internal = str(item.get("internalType") or item["type"])
    return Param(
        name=item["name"],
        type=item["type"],
        internal=internal.removeprefix("struct ").removeprefix("contract ").removesuffix("[]"),
        fields=tuple(map(param, item.get("components", ()))),
        indexed=bool(item.get("indexed", False)),
    )


def signature(name: str, params: Sequence[Param]) -> str:
    """The canonical signature, from which selectors and topics are hashed."""
    return f"{name}({','.join(each.canonical for each in params)})"


def selector(name: str, params: Sequence[Param]) -> bytes:
    """The first four bytes of the signature's hash."""
    return keccak(signature(name, params).encode())[:4]


def encode(params: Sequence[Param], args: Mapping[str, Any]) -> bytes:
    """Canonical encoding of `args`; raises WrongArguments naming the parameter."""
    _check_names("", params, args)
    values = [_lower(each, args[each.name]) for each in params]
    try:
        return eth_abi.encode([each.canonical for each in params], values)
    except (EncodingError, TypeError, OverflowError) as error:
        raise WrongArguments(str(error)) from error


def decode(params: Sequence[Param], data: bytes) -> dict[str, Any]:
    """What `data` says, by parameter name; raises WrongArguments when it is not an encoding of `params`."""
    try:
        values = eth_abi.decode([each.canonical for each in params], data)
    except (DecodingError, OverflowError) as error:
        raise WrongArguments(str(error)) from error
    return {each.name: _lift(each, value) for each, value in zip(params, values, strict=True)}


def _check_names(prefix: str, params: Sequence[Param], given: Mapping[str, object]) -> None:
    wanted = {each.name for each in params}
    if missing := wanted - set(given):
        raise WrongArguments(f"missing: {', '.join(prefix + name for name in sorted(missing))}")
    if unknown := set(given) - wanted:
        raise WrongArguments(f"unknown: {', '.join(prefix + name for name in sorted(unknown))}")


def _lower(parameter: Param, value: object) -> object:
    """Our value as eth_abi takes it, checked for what eth_abi would let pass or pad."""
    if parameter.is_list:
        if not isinstance(value, list | tuple):
            raise WrongArguments(f"{parameter.name}: a list is wanted, not {type(value).__name__}")
        return [_lower(_element(parameter), item) for item in value]
    if parameter.fields:
        if not isinstance(value, Mapping):
            raise WrongArguments(f"{parameter.name}: a mapping of fields is wanted, not {type(value).__name__}")
        _check_names(f"{parameter.name}.", parameter.fields, value)
        return tuple(_lower(each, value[each.name]) for each in parameter.fields)
    return _lower_number(parameter, value) if parameter.type.startswith("uint") else _lower_bytes(parameter, value)


def _lower_number(parameter: Param, value: object) -> int:
    if isinstance(value, Word):
        if type(value).__name__ != parameter.internal:
            raise WrongArguments(f"{parameter.name}: a {parameter.internal} is wanted, not a {type(value).__name__}")
        return value.encode()
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongArguments(f"{parameter.name}: a number is wanted, not {type(value).__name__}")
    if value < 0 or value >> int(parameter.type.removeprefix("uint")):
        raise WrongArguments(f"{parameter.name}: {value} does not fit {parameter.type}")
    return int(value)


def _lower_bytes(parameter: Param, value: object) -> object:
    if not parameter.type.startswith("bytes"):
        return value
    size = int(parameter.type.removeprefix("bytes") or 0)
    if not isinstance(value, bytes) or (size and len(value) != size):
        raise WrongArguments(f"{parameter.name}: {size or 'some'} bytes are wanted")
    return value


def _element(parameter: Param) -> Param:
    return Param(parameter.name, parameter.type.removesuffix("[]"), parameter.internal, parameter.fields)


def _lift(parameter: Param, value: Any) -> object:  # noqa: ANN401  eth_abi says no more of it
    if parameter.is_list:
        return tuple(_lift(_element(parameter), item) for item in value)
    if parameter.fields:
        return {each.name: _lift(each, item) for each, item in zip(parameter.fields, value, strict=True)}
    if parameter.type == "address":
        return bytes.fromhex(value[2:])
    unchanged: object = value
    return unchanged


def flat(params: Sequence[Param]) -> tuple[Param, ...]:
    """Static parameters one 32-byte word each, structs opened."""
    opened: list[Param] = []
    for each in params:
        opened.extend(flat(each.fields) if each.fields else (each,))
    return tuple(opened)


def read_static(parameter: Param, word: bytes) -> int | bytes:
    """The value in one 32-byte word of static data: numbers as int, bytesN cut to size, addresses 20 bytes."""
    if parameter.type.startswith("bytes"):
        return word[: int(parameter.type.removeprefix("bytes"))]
    if parameter.type == "address":
        return word[12:]
    return int.from_bytes(word, "big")
