"""The facade put together: every room opened for one ledger, and the threads of the roles a process has.

Processes with different roles share the store and nothing else (design page 1, Processes).
"""

import os
import random
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from ledger_api.chain import manifest as deployment
from ledger_api.chain.codec import Codec
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.filing import Domain
from ledger_api.filings.accept import Acceptance
from ledger_api.filings.answers import Answers
from ledger_api.filings.compose import Composer
from ledger_api.filings.facts import Registers
from ledger_api.filings.keystore import open_keystore
from ledger_api.filings.numbers import Numbers
from ledger_api.filings.preflight import Preflight
from ledger_api.filings.register import StoredRegisters
from ledger_api.filings.sender import Sender
from ledger_api.filings.signatures import Signatures
from ledger_api.filings.upkeep import Upkeep
from ledger_api.filings.vault import KEY_BYTES, Vault
from ledger_api.index.audit import Auditor
from ledger_api.index.indexer import Indexer, Source
from ledger_api.ports.chain import Chain
from ledger_api.ports.clock import Clock, SystemClock
from ledger_api.ports.randomness import Randomness, SystemRandomness
from ledger_api.store import Store, open_store

PASSPHRASE: Final = "DPR_RELAYER_PASSPHRASE"  # noqa: S105 - the variable's name
"""Environment variable with the relayer's passphrase, where no file has it."""


class Role(StrEnum):
    """What a process does."""

    API = "api"
    SENDER = "sender"
    INDEXER = "indexer"
    AUDITOR = "auditor"


ALL: Final = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is."""

    store: str
    """Database, `sqlite:///path` or `postgresql+psycopg://…`."""
    node: str
    """The node's JSON-RPC address."""
    manifest: Path
    """What was deployed, as `python -m hardhat_free_env deploy` wrote it."""
    vault_key: Path
    """The key that withheld records are kept under; made when it is not there. Losing it loses them."""
    keystore: Path | None = None
    """The relayer's encrypted key; only a sender needs it."""
    passphrase: Path | None = None
    """File with its passphrase; left out: the environment has it."""
    roles: frozenset[Role] = ALL
    name: str = "dpr"
    """Of this process among those on the same store; must stay the same when it is started again."""
    node_signer: bytes | None = None
    """Who is trusted to seal the chain's first block; left out: whoever did when the store was new."""
    fee: int = 0
    """Wei per gas, where gas is not free."""


@dataclass(slots=True)
class Services:
    """The rooms of one facade. `start` sets the threads of its roles to work, `close` ends them."""

    settings: Settings
    store: Store
    chain: Chain
    codec: Codec
    manifest: Manifest
    clock: Clock
    registers: Registers
    numbers: Numbers
    vault: Vault
    answers: Answers
    composer: Composer
    signatures: Signatures
    preflight: Preflight
    acceptance: Acceptance
    indexer: Indexer
    upkeep: Upkeep
    sender: Sender | None
    _opened: ExitStack = field(default_factory=ExitStack)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    @classmethod
    def open(
        cls, settings: Settings, *, clock: Clock | None = None, randomness: Randomness | None = None
    ) -> "Services":
        """Open the store, bring its tables up to date, and check that the chain is the manifest's.

        Raises NotNow (`chain-foreign`), ChainError, ManifestUnreadable, KeystoreUnreadable, IndexRefused.
        """
        with ExitStack() as opened:
            services = cls._assemble(settings, clock or SystemClock(), randomness or SystemRandomness(), opened)
            services.indexer.open()
            services._opened = opened.pop_all()  # noqa: SLF001 - its own
            return services

    @classmethod
    def _assemble(cls, settings: Settings, clock: Clock, randomness: Randomness, opened: ExitStack) -> "Services":
        """Make every room; what must be closed is left with `opened`."""
        manifest = Manifest.load(settings.manifest)
        chain = JsonRpcChain(settings.node)
        opened.callback(chain.close)
        deployment.verify(chain, manifest)
        store = open_store(settings.store)
        opened.callback(store.close)
        store.migrate()
        codec, registers = Codec.load(), StoredRegisters()
        numbers = Numbers(chain, manifest.ledger.address, clock)
        vault = Vault(_vault_key(settings.vault_key, randomness), randomness)
        answers = Answers(store, clock)
        preflight = Preflight(chain, codec, manifest.ledger.address)
        signatures = Signatures(store, registers, chain, answers, clock)
        sender = _sender(settings, store, preflight, clock, manifest.chain_id)
        return cls(
            settings=settings,
            store=store,
            chain=chain,
            codec=codec,
            manifest=manifest,
            clock=clock,
            registers=registers,
            numbers=numbers,
            vault=vault,
            answers=answers,
            composer=Composer(store, registers, codec, manifest.domain, numbers, vault, answers, clock, randomness),
            signatures=signatures,
            preflight=preflight,
            acceptance=Acceptance(store, preflight, signatures, answers, clock, sender.wake if sender else _nobody),
            indexer=Indexer(store, Source(chain, manifest, settings.node_signer), clock.milliseconds),
            upkeep=Upkeep(store, registers, numbers, clock),
            sender=sender,
        )

    @property
    def domain(self) -> Domain:
        """The ledger that signatures are for."""
        return self.manifest.domain

    def start(self) -> None:
        """Set the threads of this process's roles to work."""
        if Role.INDEXER in self.settings.roles:
            self._begin("indexer", lambda: self.indexer.run(self._stopping))
        if Role.AUDITOR in self.settings.roles:
            auditor = Auditor(self.store, self.chain, random.Random())  # noqa: S311 - a sample, nothing secret
            self._begin("auditor", lambda: auditor.run(self._stopping.wait))
        if self.sender is not None:
            sender = self.sender
            self._begin("sender", lambda: sender.run(self._stopping.is_set))
            self._begin("upkeep", lambda: self.upkeep.run(self._stopping.wait))

    def close(self) -> None:
        """End the threads, let go of the lane, close the store."""
        self._stopping.set()
        if self.sender is not None:
            self.sender.wake()
        self.indexer.nudge()
        for thread in self._threads:
            thread.join()
        self._opened.close()

    def _begin(self, name: str, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()


def _nobody() -> None:
    """There is no sender here to be woken up; it looks by itself."""


def _sender(settings: Settings, store: Store, preflight: Preflight, clock: Clock, chain_id: int) -> Sender | None:
    if Role.SENDER not in settings.roles or settings.keystore is None:
        return None
    passphrase = (
        settings.passphrase.read_text(encoding="utf-8").rstrip("\n")
        if settings.passphrase
        else os.environ.get(PASSPHRASE, "")
    )
    signer = open_keystore(settings.keystore, passphrase)
    return Sender(store, preflight.chain, preflight, signer, clock, chain_id, settings.name, settings.fee)


def _vault_key(path: Path, randomness: Randomness) -> bytes:
    """The key in a file only its owner may read; made now when there is none."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    key = randomness.draw(KEY_BYTES)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key
