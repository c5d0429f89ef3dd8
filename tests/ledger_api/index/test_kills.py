"""An indexer process killed again and again over a running chain: no half block, nothing lost, nothing twice."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from eth_hash.auto import keccak
from sqlalchemy import func, select

from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.rpc import HttpRpc
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing import account
from hardhat_free_env.testing.ledger import FOUNDERS, demo_plan
from ledger_api.chain import slots
from ledger_api.chain.codec import Codec
from ledger_api.chain.embedded import EmbeddedNode
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.filing import Filing, ecdsa_seal
from ledger_api.domain.signatories import pack
from ledger_api.domain.words import Party, PartyKind, PartyStatus, Role
from ledger_api.index.indexer import Indexer, Source
from ledger_api.index.rebuild import rebuild
from ledger_api.store import Store, chain_reads
from ledger_api.store.chain_reads import At
from ledger_api.store.tables.index import blocks
from tests.ledger_api.stores import new_store

PATIENCE = 60.0


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[JsonRpcChain, Path, str]]:
    """A node with a ledger, its manifest in a file, its address."""
    folder = tmp_path_factory.mktemp("kills")
    options = ("--demo", "--open", "--heartbeat", "0", "--time", "2026-08-03T09:00+08:00")
    with EmbeddedNode(folder / "chain", options=options) as node:
        manifest = folder / "manifest.json"
        manifest.write_text(deploy(Sender(HttpRpc(node.url), account(0).secret), demo_plan()).to_json())
        chain = JsonRpcChain(node.url)
        yield chain, manifest, node.url
        chain.close()


@contextmanager
def admitting(chain: JsonRpcChain, manifest: Manifest) -> Iterator[None]:
    """Somebody admits parties all the while, a block each."""
    stop = threading.Event()
    thread = threading.Thread(target=admit_until, args=(chain, manifest, stop))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(PATIENCE)


def admit_until(chain: JsonRpcChain, manifest: Manifest, stop: threading.Event) -> None:
    nonce = chain.transaction_count(account(9).address)
    while not stop.wait(0.02):
        data = admission(chain, manifest, nonce)
        chain.send_raw(account(9).transaction(manifest.chain_id, nonce, manifest.ledger.address, data))
        nonce += 1


def admission(chain: JsonRpcChain, manifest: Manifest, number: int) -> bytes:
    """A filing of both founders (officers 2 and 3) that admits one more party."""
    codec = Codec.load()
    party = Party(roles=Role.HOLDER, kind=PartyKind.LEGAL_PERSON, status=PartyStatus.ACTIVE, kyc_until=(1 << 40) - 1)
    terms = {"identifier": keccak(b"%d" % number), "alg": 2, "name": keccak(b"name"), "certificate": keccak(b"paper")}
    act = codec.encode_act("admit", {"by": pack([2, 3]), "at": 0, "party": party, **terms})
    head = chain.header("latest")
    assert head is not None
    filing = Filing(pack([2, 3]), number, head.timestamp + 86_400, (act,))
    digest = codec.filing_digest(manifest.domain, filing)
    return codec.encode_file(filing, [ecdsa_seal(account(founder).sign_digest(digest)) for founder in FOUNDERS])


def killed_once(store: Path, node: str, manifest: Path, seconds: float) -> int:
    """Let an indexer run so long, then kill it; the last block it said was committed."""
    command = [sys.executable, "-m", "tests.ledger_api.index.follower", f"sqlite:///{store}", node, str(manifest)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        said = [first, *process.stdout.read().splitlines()]
    return int(said[-1] if said[-1].strip() else said[-2])


def committed(store: Store) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.max(blocks.c.number))) or 0


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.long)])
def test_an_indexer_killed_again_and_again_loses_nothing(
    running: tuple[JsonRpcChain, Path, str], tmp_path: Path, kills: int
) -> None:
    chain, manifest_file, node = running
    manifest = Manifest.load(manifest_file)
    rng = random.Random(20_260_803)
    file = tmp_path / "facade.db"
    store = new_store(tmp_path)
    with admitting(chain, manifest):
        for _ in range(kills):
            said = killed_once(file, node, manifest_file, rng.uniform(0.05, 0.4))
            assert committed(store) >= said
    indexer = Indexer(store, Source(chain, manifest), lambda: 0)
    newest = indexer.catch_up()
    assert newest == chain.block_number()
    agrees(store, chain, manifest, newest)
    rebuild(store)
    store.close()


def agrees(store: Store, chain: JsonRpcChain, manifest: Manifest, newest: int) -> None:
    """Every journal is the word in state, and every block is there once."""
    with store.read() as connection:
        subjects = list(chain_reads.subjects(connection))
        rows = chain_reads.blocks_between(connection, 0, newest)
        assert [row["number"] for row in rows] == list(range(rows[0]["number"], newest + 1))
        for subject in subjects:
            journal = chain_reads.word(connection, At(newest, 1), subject, "Journal")
            assert journal is not None
            assert journal.value == chain.storage(manifest.ledger.address, slots.journal(subject), newest)
