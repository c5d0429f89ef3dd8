"""What the ledger says when it refuses: custom errors by selector, and Solidity's own two."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ledger_api.chain import abi, artifacts
from ledger_api.chain.abi import Param, WrongArguments

_BUILT_IN = {
    "Error": (Param("message", "string", "string"),),
    "Panic": (Param("code", "uint256", "uint256"),),
}


@dataclass(frozen=True, slots=True)
class ContractError:
    """Why the ledger refused. `name` is empty when nothing, or nothing we know, was said; then args has `data`."""

    name: str
    args: Mapping[str, Any]


class Refusals:
    """All errors of the ledger and its chapters."""

    def __init__(self) -> None:
        own = {
            item["name"]: tuple(map(abi.param, item["inputs"]))
            for item in artifacts.everything()
            if item["type"] == "error"
        }
        self.by_name: Mapping[str, tuple[Param, ...]] = MappingProxyType(dict(sorted(own.items())))
        self._by_selector = {abi.selector(name, params): (name, params) for name, params in (own | _BUILT_IN).items()}

    def decode(self, data: bytes) -> ContractError:
        """Read revert data, whatever it is."""
        name, params = self._by_selector.get(data[:4], ("", ()))
        if name:
            try:
                return ContractError(name, MappingProxyType(abi.decode(params, data[4:])))
            except WrongArguments:
                pass
        return ContractError("", MappingProxyType({"data": data}))

    def name_of(self, selector: bytes) -> str:
        """The error with these first four bytes (`Refused` carries no more); empty when unknown."""
        return self._by_selector.get(selector, ("", ()))[0]
