"""A chain inside a test: real node, temporary directory, a clock that the test moves, one block a transaction.

chain = LocalChain()                                      # or the fixture of your conftest; close() when done
ledger = chain.deploy(artifact, access_manager.address)   # any object or mapping with abi and bytecode
done = ledger.transact("register", 7, sender=chain.accounts[1])
done.gas_used, done.event("Registered").arguments["entry"]
ledger.call("entryOf", 7), ledger.call("entryOf", 7, at=done.block.number - 1)
with pytest.raises(Reverted) as caught: ledger.transact("register", 7)
caught.value.name, caught.value.arguments                 # custom errors by every ABI the chain has seen
chain.forward(days=10)                                    # the next block and every call see the new time
mark = chain.mark(); …; chain.rewind(mark)                # back to a block, state and time: deploy once, test often
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from eth_hash.auto import keccak

from hardhat_free_env.chain.blocks import Included, Log
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.node import Sealing
from hardhat_free_env.chain.reader import Reader, View
from hardhat_free_env.chain.records import places_in
from hardhat_free_env.chain.reverts import custom_error, revert_message
from hardhat_free_env.chain.vm import Call
from hardhat_free_env.testing.abi import Abi, decode_event, encode_constructor, signature
from hardhat_free_env.testing.accounts import Account, account
from hardhat_free_env.testing.contract import Contract, Event, Outcome, Reverted
from hardhat_free_env.testing.rewind import RewindableNode

MONDAY_MORNING = 1_785_718_800  # 2026-08-03T09:00+08:00
CHAIN_ID = 20_825
GAS = 16_000_000


class Compiled(Protocol):
    """What `deploy` needs of an artifact object."""

    @property
    def abi(self) -> Abi:
        """The contract's interface."""
        ...

    @property
    def bytecode(self) -> bytes:
        """Creation code."""
        ...


class LocalChain:
    """See the module. Not for two threads."""

    def __init__(
        self, directory: Path | None = None, *, time: int = MONDAY_MORNING, chain_id: int = CHAIN_ID, accounts: int = 10
    ) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="local-chain-") if directory is None else None
        self.clock = ManualClock(time)
        genesis = Genesis(chain_id, time, gas_limit=100_000_000, demo=True, label="演示 test")
        self.node = RewindableNode.open(
            directory or Path(str(self._temporary and self._temporary.name)),
            genesis,
            clock=self.clock,
            everybody=True,
            durability="OFF",
        )
        self.reader = Reader(self.node)
        self.accounts = tuple(account(number) for number in range(accounts))
        self._errors: list[Mapping[str, Any]] = []
        self._events: dict[bytes, list[Mapping[str, Any]]] = {}
        """By their topic."""

    # -- time

    @property
    def now(self) -> int:
        """The time the next block gets, seconds since 1970 UTC."""
        return self.clock.now()

    def forward(self, *, seconds: int = 0, hours: int = 0, days: int = 0) -> int:
        """Move the clock on; returns the new time. No block is sealed."""
        self.clock.forward(seconds + 3600 * hours + 86_400 * days)
        return self.now

    def seal(self) -> int:
        """Seal an empty block; returns its number."""
        self.node.seal([])
        return self.number

    @property
    def number(self) -> int:
        """Height of the head."""
        return self.node.head.block_number

    def mark(self) -> tuple[int, int]:
        """Where the chain stands: block and time."""
        return self.number, self.now

    def rewind(self, mark: tuple[int, int]) -> None:
        """Back to a mark: later blocks are as if they had never been."""
        number, self.clock.time = mark
        self.node.rewind(number)
        self.reader = Reader(self.node)

    # -- contracts

    def deploy(
        self, artifact: Compiled | Mapping[str, Any], *arguments: Any, sender: Account | None = None
    ) -> Contract:
        """Create a contract; Reverted when its constructor does."""
        abi, bytecode = _parts(artifact)
        self.know(abi)
        outcome = self.transact(None, bytecode + encode_constructor(abi, arguments), sender=sender)
        assert outcome.included.created is not None  # noqa: S101  a successful creation has an address
        return Contract(self, outcome.included.created, abi)

    def at(self, artifact: Compiled | Mapping[str, Any] | Abi, address: bytes) -> Contract:
        """A contract that is already there, or another face of one."""
        abi = artifact if isinstance(artifact, Sequence) else _parts(artifact)[0]
        self.know(abi)
        return Contract(self, address, abi)

    def know(self, abi: Abi) -> None:
        """Decode this ABI's errors and events wherever they come from (libraries, chapters behind one address)."""
        for entry in abi:
            if entry.get("type") == "error":
                known = self._errors
            elif entry.get("type") == "event":
                known = self._events.setdefault(keccak(signature(entry).encode()), [])
            else:
                continue
            if entry not in known:
                known.append(entry)

    # -- transactions and calls

    def nonce(self, address: bytes) -> int:
        """Transactions sent from here."""
        return self.reader.account(address, self._view(None)).nonce

    def transact(
        self, to: bytes | None, data: bytes = b"", *, sender: Account | None = None, gas: int = GAS, value: int = 0
    ) -> Outcome:
        """Send one transaction and seal it into a block of its own. Reverted when it reverts."""
        sender = sender or self.accounts[0]
        raw = sender.transaction(self.node.chain_id, self.nonce(sender.address), to, data, gas=gas, value=value)
        return self.outcome(self.node.seal([raw]))

    def seal_all(self, raw_transactions: Sequence[bytes]) -> Sealing:
        """Seal signed transactions into one block, in this order; look at the receipts yourself."""
        return self.node.seal(raw_transactions)

    def outcome(self, sealing: Sealing) -> Outcome:
        """The first transaction of a sealing. Reverted when it reverted or was refused."""
        if sealing.block is None:
            raise Reverted("; ".join(sealing.refused.values()), b"", None, 0)
        included = sealing.block.transactions[0]
        if not included.receipt.status:
            raise self._reverted(included.output, included.gas_used)
        return Outcome(included, sealing.block, self)

    def call(self, to: bytes, data: bytes = b"", *, sender: Account | None = None, at: int | None = None) -> bytes:
        """Run a call at the head, or at block `at`. Reverted when it reverts."""
        origin = (sender or self.accounts[0]).address
        execution = self.reader.run(Call(origin, to, data, 0, 50_000_000), self._view(at))
        if not execution.succeeded:
            raise self._reverted(execution.output, execution.gas_used)
        return execution.output

    def storage(self, address: bytes, slot: int, at: int | None = None) -> int:
        """One storage slot."""
        return self.reader.storage(address, slot, self._view(at))

    def _view(self, at: int | None) -> View:
        return self.reader.latest() if at is None else self.reader.at(at)

    def _reverted(self, output: bytes, gas_used: int) -> Reverted:
        return Reverted(revert_message(output), output, custom_error(output, self._errors), gas_used)

    # -- events

    def decode(self, included: Included) -> tuple[Event, ...]:
        """The events of a transaction that some known ABI names."""
        return tuple(event for event in map(self._event, included.receipt.logs) if event)

    def _event(self, log: Log) -> Event | None:
        return decode_event(self._events.get(log.topics[0], []), log) if log.topics else None

    def logs(self, address: bytes | None = None, first: int = 0, last: int | None = None) -> list[Log]:
        """Raw logs of blocks `first` to `last`, of one contract or all."""
        blocks = range(first, (self.number if last is None else last) + 1)
        places = (place for number in blocks for place in places_in(self.node.store, number))
        logs = (log for place in places for log in place.included.receipt.logs)
        return [log for log in logs if address in (None, log.address)]

    def events(self, address: bytes | None = None, first: int = 0, last: int | None = None) -> list[Event]:
        """Decoded logs, as `logs`."""
        return [event for event in map(self._event, self.logs(address, first, last)) if event]

    # -- the end

    def close(self) -> None:
        """Close the node and remove what was temporary."""
        self.node.close()
        if self._temporary:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _parts(artifact: Compiled | Mapping[str, Any]) -> tuple[Abi, bytes]:
    if isinstance(artifact, Mapping):
        code = artifact["bytecode"]
        return artifact["abi"], code if isinstance(code, bytes) else bytes.fromhex(code.removeprefix("0x"))
    return artifact.abi, artifact.bytecode
