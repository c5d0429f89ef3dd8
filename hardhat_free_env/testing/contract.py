"""A deployed contract on a `LocalChain`: its functions by name, its events, its custom errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eth_utils import to_checksum_address

from hardhat_free_env.chain.blocks import Block, Included, Log
from hardhat_free_env.chain.reverts import CustomError
from hardhat_free_env.testing.abi import Abi, Event, decode_result, encode_call, function
from hardhat_free_env.testing.accounts import Account

if TYPE_CHECKING:
    from hardhat_free_env.testing.local import LocalChain

__all__ = ["Contract", "Event", "Outcome", "Reverted"]


class Reverted(Exception):
    """A call or transaction reverted. `error` is the custom error when an ABI the chain has seen names it.

    `name` is short for its name: `with pytest.raises(Reverted) as caught: …; assert caught.value.name == "NonceUsed"`.
    """

    def __init__(self, message: str, output: bytes, error: CustomError | None, gas_used: int) -> None:
        super().__init__(str(error) if error else message)
        self.output = output
        self.error = error
        self.gas_used = gas_used

    @property
    def name(self) -> str:
        """The custom error's name; empty for plain reverts and exceptional halts."""
        return self.error.name if self.error else ""

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The custom error's arguments by name."""
        return self.error.arguments if self.error else {}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A transaction that succeeded, with the block it was sealed in."""

    included: Included
    block: Block
    chain: "LocalChain" = field(repr=False, compare=False)

    @property
    def events(self) -> tuple[Event, ...]:
        """Those that some ABI known to the chain names, in order."""
        return self.chain.decode(self.included)

    @property
    def gas_used(self) -> int:
        """Gas of the whole transaction."""
        return self.included.gas_used

    @property
    def logs(self) -> tuple[Log, ...]:
        """The raw logs."""
        return self.included.receipt.logs

    def event(self, name: str) -> Event:
        """The only event of this name; LookupError otherwise."""
        named = [event for event in self.events if event.name == name]
        if len(named) != 1:
            raise LookupError(f"{len(named)} events called {name}: {[event.name for event in self.events]}")
        return named[0]


@dataclass(frozen=True, slots=True)
class Contract:
    """An address with an ABI."""

    chain: "LocalChain"
    address: bytes
    abi: Abi
    _called: dict[str, Mapping[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    """Functions by the names they were called by: an ABI may be long."""

    @property
    def checksum(self) -> str:
        """The address as people and libraries write it (EIP-55)."""
        return to_checksum_address(self.address)

    def encode(self, name: str, *arguments: Any) -> bytes:
        """Call data for a function."""
        if name not in self._called:
            self._called[name] = function(self.abi, name)
        return encode_call([self._called[name]], name, arguments)

    def call(self, name: str, *arguments: Any, sender: Account | None = None, at: int | None = None) -> Any:  # noqa: ANN401  as the ABI says
        """Ask without a transaction, at the head or at block `at`. Reverted when it reverts."""
        output = self.chain.call(self.address, self.encode(name, *arguments), sender=sender, at=at)
        return decode_result(self.abi, name, output)

    def transact(
        self,
        name: str,
        *arguments: Any,
        sender: Account | None = None,
        gas: int = 16_000_000,
    ) -> Outcome:
        """Send and seal. Reverted when it reverts (the block is sealed all the same)."""
        return self.chain.transact(self.address, self.encode(name, *arguments), sender=sender, gas=gas)

    def events(self, first: int = 0, last: int | None = None) -> list[Event]:
        """This contract's events in blocks `first` to `last`, those the chain's ABIs know."""
        return self.chain.events(self.address, first, last)
