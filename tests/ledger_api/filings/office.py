"""The whole way of a filing over the stage's ledger: compose, sign, submit, carry, index, each when a test says so."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coincurve import PrivateKey

from hardhat_free_env.testing import account
from ledger_api.chain.codec import Codec
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.errors import LedgerError
from ledger_api.filings.accept import Acceptance
from ledger_api.filings.answers import Answer, Answers, Keyed, fingerprint
from ledger_api.filings.compose import Composer, Wish
from ledger_api.filings.drafting import Asked
from ledger_api.filings.keystore import KeySigner
from ledger_api.filings.numbers import Numbers
from ledger_api.filings.preflight import Preflight
from ledger_api.filings.register import StoredRegisters
from ledger_api.filings.sender import Sender
from ledger_api.filings.signatures import Signatures
from ledger_api.filings.upkeep import Upkeep
from ledger_api.filings.vault import Vault
from ledger_api.index.indexer import Indexer, Source
from ledger_api.ports.chain import Chain
from ledger_api.ports.clock import ManualClock
from ledger_api.ports.randomness import SeededRandomness
from ledger_api.store import Store, filings
from ledger_api.store.filings import FilingRecord, Sight
from tests.contracts.stage import Officer

ALL = Sight()
RELAYER = 90
"""The test account that carries."""


@dataclass
class Office:
    """See the module. `chain` may be replaced by one that misbehaves."""

    store: Store
    chain: Chain
    manifest: Manifest
    clock: ManualClock = field(default_factory=ManualClock)
    seed: int = 1

    def __post_init__(self) -> None:
        self._keys = itertools.count()
        codec, randomness = Codec.load(), SeededRandomness(self.seed)
        ledger = self.manifest.ledger.address
        self.numbers = Numbers(self.chain, ledger, self.clock)
        self.answers = Answers(self.store, self.clock)
        self.preflight = Preflight(self.chain, codec, ledger)
        self.vault = Vault(randomness.draw(32), randomness)
        registers = StoredRegisters()
        self.composer = Composer(
            self.store,
            registers,
            codec,
            self.manifest.domain,
            self.numbers,
            self.vault,
            self.answers,
            self.clock,
            randomness,
        )
        self.signatures = Signatures(self.store, registers, self.chain, self.answers, self.clock)
        self.sender = self.new_sender("first")
        self.acceptance = Acceptance(
            self.store, self.preflight, self.signatures, self.answers, self.clock, self.sender.wake
        )
        self.upkeep = Upkeep(self.store, registers, self.numbers, self.clock)
        self.indexer = Indexer(self.store, Source(self.chain, self.manifest), self.clock.milliseconds)

    def new_sender(self, name: str, relayer: int = RELAYER) -> Sender:
        signer = KeySigner.of(account(relayer).secret)
        return Sender(self.store, self.chain, self.preflight, signer, self.clock, self.manifest.chain_id, name)

    # -- steps

    def keyed(self, route: str, key: str | None = None, body: object = None) -> Keyed:
        return Keyed("tenant", route, key or f"key-{next(self._keys)}", fingerprint("tenant", route, body))

    def draft(self, acts: Sequence[tuple[str, Mapping[str, Any]]], by: Sequence[Officer], **wish: Any) -> FilingRecord:
        asked = [Asked(name, args) for name, args in acts]
        wanted = Wish(asked, [officer.number for officer in by], "P-1", **wish)
        answer = self.composer.draft(wanted, self.keyed("draft"), said)
        return self.find(str(answer.filing))

    def sign(self, filing: str, by: Sequence[Officer]) -> FilingRecord:
        seals = {officer.number: officer.seal(self.find(filing).digest) for officer in by}
        self.signatures.add(filing, seals, ALL, self.keyed("sign"), said)
        return self.find(filing)

    def submit(self, filing: str, key: str | None = None) -> Answer:
        return self.acceptance.submit(filing, ALL, self.keyed(f"submit {filing}", key), said, said_no)

    def ready(self, acts: Sequence[tuple[str, Mapping[str, Any]]], by: Sequence[Officer], **wish: Any) -> FilingRecord:
        return self.sign(self.draft(acts, by, **wish).id, by)

    def accepted(
        self, acts: Sequence[tuple[str, Mapping[str, Any]]], by: Sequence[Officer], **wish: Any
    ) -> FilingRecord:
        record = self.ready(acts, by, **wish)
        answer = self.submit(record.id)
        assert answer.status == 202, answer.body
        return self.find(record.id)

    def done(self, acts: Sequence[tuple[str, Mapping[str, Any]]], by: Sequence[Officer], **wish: Any) -> FilingRecord:
        """Everything, until it is final."""
        record = self.accepted(acts, by, **wish)
        self.carry()
        found = self.find(record.id)
        assert found.state == "final", (found.state, found.error)
        return found

    def carry(self) -> None:
        while self.sender.turn():
            pass
        self.indexer.catch_up()

    def find(self, filing: str) -> FilingRecord:
        with self.store.read() as connection:
            return filings.find(connection, filing)


def said(record: FilingRecord) -> dict[str, Any]:
    return {"id": record.id, "state": record.state}


def said_no(record: FilingRecord, error: LedgerError) -> Answer:
    return Answer(422, {"id": record.id, "code": error.code, "blocking": list(error.blocking)}, record.id)


def key_of(officer: Officer) -> PrivateKey:
    return PrivateKey(officer.account.secret)
