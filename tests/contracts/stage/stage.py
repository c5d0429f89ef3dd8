"""The stage: files acts with officers' keys, reads words and journals, moves the clock, and knows refusals by name."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any, TypeVar

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.chain.blocks import Log
from hardhat_free_env.compiler.artifacts import load, names
from hardhat_free_env.testing import Account, LocalChain, Outcome, Reverted
from hardhat_free_env.testing.abi import Abi
from ledger_api.domain.packing import Word
from ledger_api.domain.words import Head, Journal, Nonces, Page
from tests.contracts.stage.acting import Act, Sealed, Signs, acts_of, domain_of, plain, signatories, word
from tests.contracts.stage.lines import Line, LineDecoder, replay

BEIJING = timezone(timedelta(hours=8))
DAY = 86_400
BOOK_SUBJECT = keccak(word(5))

AnAct = Act | tuple[Any, ...]
W = TypeVar("W", bound=Word)


@dataclass(frozen=True)
class Done:
    """What a transaction did: its lines in order (other events of the ledger among them), gas, and the outcome itself."""

    outcome: Outcome
    decode: Callable[[Log], Line | None]
    """Answers None for what is not the ledger's."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Lines and other events, decoded."""
        return tuple(line for line in map(self.decode, self.outcome.logs) if line)

    @property
    def gas(self) -> int:
        """Gas of the whole transaction."""
        return self.outcome.gas_used

    def line(self, name: str) -> Line:
        """The only line of this name; LookupError otherwise."""
        named = [line for line in self.lines if line.name == name]
        if len(named) != 1:
            raise LookupError(f"{len(named)} lines called {name}: {[line.name for line in self.lines]}")
        return named[0]

    def all(self, name: str) -> list[Line]:
        """Every line of this name."""
        return [line for line in self.lines if line.name == name]


def interfaces() -> Abi:
    """Functions, events and errors of the ledger and all its chapters, each once."""
    found: dict[str, Any] = {}
    for name in names():
        artifact = load(name)
        if artifact.source_name.startswith("contracts/") and artifact.contract_name != "AccessManager":
            for entry in artifact.abi:
                if entry["type"] in {"function", "event", "error"}:
                    inputs = ",".join(each["type"] for each in entry["inputs"])
                    found.setdefault(f"{entry['type']} {entry['name']}({inputs})", entry)
    return list(found.values())


class Stage:
    """See the module."""

    def __init__(self, chain: LocalChain, ledger: bytes, abi: Abi) -> None:
        self.chain = chain
        self.abi = abi
        self.acts = dict(acts_of(abi))
        self.ledger = chain.at(abi, ledger)
        self._lines = LineDecoder(abi)
        self._journals: dict[bytes, int] = {}
        self._checked = 0

    def learn(self, abi: Abi) -> None:
        """The acts of a chapter that only tests have."""
        self.acts.update(acts_of(abi))

    # -- acting

    def file(
        self,
        by: Sequence[Signs],
        acts: Sequence[AnAct],
        *,
        at: int = 0,
        nonce: int | None = None,
        deadline: int | None = None,
        carrier: Account | None = None,
        gas: int = 16_000_000,
    ) -> Done:
        """Sign with everybody's key and carry. Reverted when the ledger refuses."""
        return self.carry(self.sealed(by, acts, at=at, nonce=nonce, deadline=deadline), carrier=carrier, gas=gas)

    def sealed(
        self,
        by: Sequence[Signs],
        acts: Sequence[AnAct],
        *,
        at: int = 0,
        nonce: int | None = None,
        deadline: int | None = None,
    ) -> Sealed:
        """The same, signed but not carried."""
        named = signatories(by)
        nonce = self.next_nonce(named & 0xFFFFFF) if nonce is None else nonce
        encoded = tuple(self.encode(act, named, at) for act in acts)
        filing = Sealed(named, nonce, self.now + DAY if deadline is None else deadline, encoded)
        return filing.sealed_by(sorted(by, key=lambda officer: officer.number), self.domain)

    def carry(self, filing: Sealed, *, carrier: Account | None = None, gas: int = 16_000_000) -> Done:
        """Send a filing, as anybody may."""
        return self.done(self.ledger.transact("file", filing.members, sender=carrier, gas=gas))

    def carry_all(
        self,
        filings: Sequence[Sealed],
        gas_each: int = 1_000_000,
        *,
        carrier: Account | None = None,
        gas: int = 16_000_000,
    ) -> Done:
        """Send several filings, each on its own."""
        members = [filing.members for filing in filings]
        return self.done(self.ledger.transact("fileAll", members, gas_each, sender=carrier, gas=gas))

    def direct(self, officer: Any, name: str, *terms: Any, at: int = 0, gas: int = 16_000_000) -> Done:  # noqa: ANN401
        """One act by one officer who calls with its own key."""
        data = self.encode(Act(name, terms, at), signatories([officer]), 0)
        return self.send(data, sender=officer.account, gas=gas)

    def send(self, data: bytes, *, sender: Account | None = None, gas: int = 16_000_000) -> Done:
        """Any calldata to the ledger."""
        return self.done(self.chain.transact(self.ledger.address, data, sender=sender, gas=gas))

    def encode(self, act: AnAct, by: int, at: int = 0) -> bytes:
        """Calldata of an act; `at` where the act does not say its own."""
        if isinstance(act, tuple):
            act = Act(act[0], act[1:], at)
        return replace(act, at=act.at or at).encode(self.acts, by)

    def matter(self, act: AnAct) -> bytes:
        """What a consent to this act is about: keccak256(selector ‖ static terms after `by` and `at`), spelt out by hand."""
        data = self.encode(act, 0)
        page = self.word(Page, data[:4])
        return keccak(data[:4] + data[68 : 4 + 32 * (page.words - page.lists)])

    def done(self, outcome: Outcome) -> Done:
        """What a transaction did to the ledger."""
        return Done(outcome, self._line)

    def _line(self, log: Log) -> Line | None:
        return self._lines.decode(log) if log.address == self.ledger.address else None

    @contextmanager
    def refused(self, name: str, **arguments: Any) -> Iterator[None]:
        """What is inside must be refused with this custom error, and with these of its arguments."""
        with pytest.raises(Reverted) as caught:
            yield
        error = caught.value
        assert error.name == name, f"refused with {error}, not {name}"
        wanted = {argument: plain(value) for argument, value in arguments.items()}
        assert {argument: error.arguments[argument] for argument in wanted} == wanted

    # -- reading

    @property
    def domain(self) -> bytes:
        """The EIP-712 domain separator."""
        return domain_of(self.chain.node.chain_id, self.ledger.address)

    def word(self, kind: type[W], *keys: Any) -> W:
        """A storage word by its keys, read from the trie: `stage.word(Party, 3)`, `stage.word(Case, entry, 2)`."""
        return kind.decode(self.storage(kind, *keys))

    def storage(self, kind: type[Word], *keys: Any) -> int:
        """The same, as it lies there."""
        slot = kind.SLOT
        for key in keys:
            slot = int.from_bytes(keccak(_key(plain(key)) + word(slot)), "big")
        return self.chain.storage(self.ledger.address, slot)

    def head(self, entry: bytes) -> Head:
        """The head of an entry."""
        return self.word(Head, entry)

    def journal(self, subject: bytes) -> Journal:
        """The journal word of a subject."""
        return self.word(Journal, subject)

    @property
    def book_line(self) -> int:
        """The number of the last line of the book."""
        return self.journal(BOOK_SUBJECT).lines

    def party_subject(self, party: Any) -> bytes:  # noqa: ANN401  a number or a player
        """The journal subject of a party."""
        return keccak(word(3) + word(plain(party)))

    def next_nonce(self, officer: int) -> int:
        """The lowest nonce an officer has not used."""
        for group in range(1 << 16):
            used = self.word(Nonces, officer, group).used
            if used != (1 << 256) - 1:
                return (group << 8) + ((used + 1) & ~used).bit_length() - 1
        raise LookupError(f"officer {officer} has no nonce left")

    # -- journals

    def check_journals(self) -> None:
        """Replay all that was logged since the last check: every subject touched must come to the word in state."""
        logs = self.chain.logs(self.ledger.address, self._checked + 1)
        replay(logs, self._journals)
        self._checked = self.chain.number
        for subject in {log.topics[1] for log in logs if len(log.topics) == 4}:
            assert self._journals[subject] == self.storage(Journal, subject), f"journal {subject.hex()} does not replay"

    def mark(self) -> tuple[tuple[int, int], dict[bytes, int], int]:
        """Where the stage stands."""
        return self.chain.mark(), dict(self._journals), self._checked

    def rewind(self, mark: tuple[tuple[int, int], dict[bytes, int], int]) -> None:
        """Back to a mark."""
        self.chain.rewind(mark[0])
        self._journals, self._checked = dict(mark[1]), mark[2]

    # -- time

    @property
    def now(self) -> int:
        """The time the next block gets."""
        return self.chain.now

    @property
    def today(self) -> int:
        """The legal day of the next block."""
        return (self.now + 8 * 3600) // DAY

    def on(self, date: str, clock: str = "09:00") -> int:
        """Move on to a Beijing date and time: `stage.on("2026-08-12", "16:30")`; returns it in unix seconds."""
        moment = instant(date, clock)
        assert moment >= self.now, f"{date} {clock} is past"
        self.chain.forward(seconds=moment - self.now)
        return moment

    @cached_property
    def verifiers(self) -> dict[str, bytes]:
        """Addresses of the ERC-7913 verifiers that stand beside the ledger, by contract name."""
        return {}


def instant(date: str, clock: str = "09:00") -> int:
    """Unix seconds of a Beijing date and time."""
    return int(datetime.fromisoformat(f"{date}T{clock}").replace(tzinfo=BEIJING).timestamp())


def day(date: str) -> int:
    """The legal day of a date."""
    return (instant(date, "00:00") + 8 * 3600) // DAY


def _key(key: int | bytes) -> bytes:
    return word(key) if isinstance(key, int) else key.ljust(32, b"\0")
