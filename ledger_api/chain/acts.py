"""Acts as calldata: every function of every chapter whose first parameter names its signatories.

No two chapters share a name, so an act's name says enough.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ledger_api.chain import abi, artifacts
from ledger_api.chain.abi import Param, WrongArguments


class UnknownAct(ValueError):
    """No chapter has an act of that name or selector."""


@dataclass(frozen=True, slots=True)
class ActSpec:
    """An act: its parameters in order, the first being `by`."""

    name: str
    chapter: str
    selector: bytes
    params: tuple[Param, ...]


@dataclass(frozen=True, slots=True)
class ActCall:
    """An act as called. Packed words are ints; `ActSpec.params` says which."""

    name: str
    chapter: str
    args: Mapping[str, Any]

    @property
    def by(self) -> int:
        """Its signatories, packed."""
        return int(self.args["by"])


class Acts:
    """All acts, both ways."""

    def __init__(self) -> None:
        specs = tuple(_specs())
        self.by_name: Mapping[str, ActSpec] = MappingProxyType({spec.name: spec for spec in specs})
        self._by_selector = {spec.selector: spec for spec in specs}

    def spec(self, name: str) -> ActSpec:
        """The act of that name; raises UnknownAct."""
        if name not in self.by_name:
            raise UnknownAct(f"no act is called {name!r}")
        return self.by_name[name]

    def encode(self, name: str, args: Mapping[str, Any]) -> bytes:
        """Calldata of an act; raises UnknownAct, WrongArguments."""
        spec = self.spec(name)
        try:
            return spec.selector + abi.encode(spec.params, args)
        except WrongArguments as error:
            raise WrongArguments(f"{name}: {error}") from error

    def decode(self, data: bytes) -> ActCall:
        """Read calldata; raises UnknownAct, and WrongArguments also for an encoding that is not canonical.

        The ledger refuses such an encoding too (page 2 §2).
        """
        spec = self._by_selector.get(data[:4])
        if spec is None:
            raise UnknownAct(f"no act has the selector 0x{data[:4].hex()}")
        args = abi.decode(spec.params, data[4:])
        if abi.encode(spec.params, args) != data[4:]:
            raise WrongArguments(f"{spec.name}: not the canonical encoding")
        return ActCall(spec.name, spec.chapter, MappingProxyType(args))


def _specs() -> Iterator[ActSpec]:
    for chapter in artifacts.chapters():
        for item in artifacts.interface_abi(chapter):
            params = tuple(map(abi.param, item.get("inputs", ())))
            if item["type"] == "function" and params and params[0].internal == "Signatories":
                yield ActSpec(item["name"], chapter, abi.selector(item["name"], params), params)
