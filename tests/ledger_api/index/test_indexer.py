"""Following a real ledger: what is verified is indexed whole, what is not leaves nothing behind."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak
from sqlalchemy import Connection, event, select

from hardhat_free_env.chain import seals
from hardhat_free_env.testing import account
from ledger_api.chain import proofs, slots
from ledger_api.chain.abi import WORD_TYPES
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.errors import NotNow
from ledger_api.index import indexer as following
from ledger_api.index.errors import BlockForged, ChainRewound
from ledger_api.index.indexer import Indexer, Source
from ledger_api.index.status import status
from ledger_api.ports.chain import AccountProof, Block, BlockTag, Chain, NodeUnreachable
from ledger_api.store import Store, chain_reads, chain_rows, events
from ledger_api.store.chain_reads import At
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.index import OPEN, blocks, lines, marks, words
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.chain.test_embedded import until
from tests.ledger_api.index.conftest import NOW_MS
from tests.ledger_api.story import Story


class Altered:
    """The chain, but for one block."""

    def __init__(self, chain: Chain, number: int, change: Callable[[Block], Block]) -> None:
        self._chain, self._number, self._change = chain, number, change

    def block(self, number: int) -> Block | None:
        block = self._chain.block(number)
        return self._change(block) if block and number == self._number else block

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the chain has
        return getattr(self._chain, name)


def follow(store: Store, chain: Chain, manifest: Manifest, signer: bytes | None = None) -> Indexer:
    return Indexer(store, Source(chain, manifest, signer), lambda: NOW_MS)


def counted(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return {table.name: len(connection.execute(select(table)).all()) for table in (blocks, lines, marks, words)}


def act(stage: Stage, cast: Cast, name: str = "data") -> None:
    stage.file([cast.holder.one], [("open", 2, keccak(name.encode()), cast.holder)])


def test_every_journal_comes_to_the_word_in_state(stage: Stage, store: Store, story: Story) -> None:
    with store.read() as connection:
        state = chain_rows.state(connection)
        assert state is not None
        assert state.number == stage.chain.number
        known = list(chain_reads.subjects(connection))
        assert len(known) > 10
        assert story.entry in known
        for subject in known:
            journal = chain_reads.word(connection, At(state.number, state.view), subject, "Journal")
            assert journal is not None
            assert journal.value == stage.chain.storage(stage.ledger.address, slots.journal(subject))


def test_every_word_comes_to_the_word_in_state(stage: Stage, store: Store, story: Story) -> None:
    with store.read() as connection:
        at = At(stage.chain.number, 1)
        for name in ("Head", "Case", "Claim", "Objection", "Burden", "Licence"):
            found = chain_reads.words_of(connection, at, story.entry, name)
            assert found, name
            for word in found:
                keys = (word.subject,) if name == "Head" else (word.subject, word.number)
                slot = slots.slot(WORD_TYPES[name], *keys)
                assert word.value == stage.chain.storage(stage.ledger.address, slot)


def test_words_are_kept_as_they_were(stage: Stage, store: Store, story: Story) -> None:
    head = slots.slot(WORD_TYPES["Head"], story.entry)
    with store.read() as connection:
        for number in range(story.registered - 2, stage.chain.number + 1):
            word = chain_reads.word(connection, At(number, 1), story.entry, "Head")
            assert (word.value if word else 0) == stage.chain.storage(stage.ledger.address, head, number)


def test_an_index_goes_on_where_it_stopped(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    indexer.catch_up()
    act(stage, cast)
    assert follow(store, chain, manifest).catch_up() == stage.chain.number


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda block: replace(block, receipts=()), "receipts"),
        (
            lambda block: replace(block, receipts=(replace(block.receipts[0], logs=block.receipts[0].logs[1:]),)),
            "receipts",
        ),
        (lambda block: replace(block, header=replace(block.header, gas_used=1)), "does not hash"),
        (lambda block: replace(block, finality=None), "no seal"),
        (lambda block: replace(block, finality=replace(block.finality, signature=bytes(65))), "not sealed by"),
        (lambda block: replace(block, header=rehashed(block, number=block.header.number + 1)), "in the place of"),
    ],
    ids=["no receipts", "a log dropped", "header", "no seal", "forged seal", "another number"],
)
def test_a_forged_block_is_refused_and_leaves_nothing(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest,
    change: Callable[[Block], Block], said: str,
) -> None:  # fmt: skip
    indexer.catch_up()
    before = counted(store)
    act(stage, cast)
    forged = follow(store, Altered(chain, stage.chain.number, change), manifest)
    with pytest.raises(BlockForged, match=said):
        forged.catch_up()
    assert counted(store) == before
    assert indexer.catch_up() == stage.chain.number


def rehashed(block: Block, **change: Any) -> Any:  # noqa: ANN401
    changed = replace(block.header, **change)
    return replace(changed, hash=proofs.header_hash(changed))


def test_a_seal_by_another_key_is_refused_even_with_the_right_name(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    indexer.catch_up()
    act(stage, cast)

    def reseal(block: Block) -> Block:
        seal = seals.seal_block(
            account(903).key, manifest.chain_id, manifest.genesis_hash, block.header.number, block.header.hash
        )
        assert block.finality is not None
        return replace(block, finality=replace(block.finality, signature=seal.signature))

    with pytest.raises(BlockForged, match="not sealed by"):
        follow(store, Altered(chain, stage.chain.number, reseal), manifest).catch_up()


def test_a_state_that_does_not_hold_what_the_lines_say_is_refused(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    Procedure(stage, cast).opened()
    indexer.catch_up()
    Procedure(stage, cast).submit()

    class Lying:
        def proof(self, address: bytes, slots: Sequence[int], block: BlockTag = "latest") -> AccountProof:
            proved = chain.proof(address, slots, block)
            return replace(proved, storage=tuple(replace(each, value=each.value ^ 1) for each in proved.storage))

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            return getattr(chain, name)

    with pytest.raises(BlockForged, match="does not hold what its line says"):
        follow(store, Lying(), manifest).catch_up()
    assert indexer.catch_up() == stage.chain.number


def test_who_seals_can_be_pinned(store: Store, chain: JsonRpcChain, manifest: Manifest) -> None:
    with pytest.raises(BlockForged, match="not sealed by"):
        follow(store, chain, manifest, account(903).address).open()


def test_a_store_keeps_the_signer_it_began_with(
    store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    indexer.open()
    with pytest.raises(NotNow, match="chain-foreign"):
        follow(store, chain, manifest, account(903).address).open()


def test_the_copy_of_another_ledger_is_not_gone_on_with(
    store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    indexer.open()
    with store.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE index_state SET chain_id = 1")
    with pytest.raises(NotNow, match="chain-foreign"):
        follow(store, chain, manifest).open()


def test_a_kill_in_the_middle_of_a_block_leaves_no_half_block(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, chain: JsonRpcChain, manifest: Manifest
) -> None:
    """Every statement of the commit in turn is the one that does not happen."""
    indexer.catch_up()
    before = counted(store)
    act(stage, cast)
    survived = 0
    while is_killed(follow(store, chain, manifest), store, survived):
        assert counted(store) == before
        survived += 1
    assert survived > 8
    assert counted(store)["blocks"] == before["blocks"] + 1


def is_killed(indexer: Indexer, store: Store, after: int) -> bool:
    try:
        with killing(store, after):
            indexer.catch_up()
    except Killed:
        return True
    return False


class Killed(Exception):
    """The process is gone."""


class killing:  # noqa: N801  read as a verb
    """Lets so many statements of the writer through, and no more."""

    def __init__(self, store: Store, after: int) -> None:
        self._engine, self._left, self._run = store._writer, after, Prepared._run

    def _count(self, *_: object) -> None:
        if self._left == 0:
            raise Killed
        self._left -= 1

    def _counted(self, connection: Connection, *arguments: Any, **named: Any) -> object:
        if connection.engine is self._engine:
            self._count()
        return self._run(connection, *arguments, **named)

    def __enter__(self) -> None:
        event.listen(self._engine, "before_cursor_execute", self._count)
        Prepared._run = staticmethod(self._counted)  # type: ignore[method-assign]

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._count)
        Prepared._run = staticmethod(self._run)  # type: ignore[method-assign]


@pytest.mark.parametrize("sealed_since", [0, 1, 3, 5], ids=["nothing", "less", "as much", "more"])
def test_a_restored_backup_is_noticed_taken_back_and_told(
    stage: Stage, cast: Cast, store: Store, indexer: Indexer, sealed_since: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "TIP_SECONDS", 0.0)
    procedure = Procedure(stage, cast).opened()
    indexer.catch_up()
    agreed, ancestor = counted(store), stage.chain.number
    mark = stage.mark()
    procedure.submit()  # a word that held before the loss must hold again after it
    for name in ("lost", "lost too"):
        act(stage, cast, name)
    indexer.catch_up()
    stage.rewind(mark)
    stage.chain.forward(seconds=7)
    for number in range(sealed_since):
        act(stage, cast, f"kept {number}")
    with pytest.raises(ChainRewound):
        indexer.step()
    run_until(indexer, lambda: alarmed(store) and counted(store)["blocks"] == agreed["blocks"] + sealed_since)
    with store.read() as connection:
        found = status(connection)
        assert found is not None
        assert (
            found.alarm == f"an old backup of the chain was restored: blocks {ancestor + 1} to {ancestor + 3} are gone"
        )
        at = At(found.number, 1)
        assert [chain_reads.entries_on(connection, at, keccak(name)) for name in (b"lost", b"lost too")] == [(), ()]
        assert len(chain_reads.entries_on(connection, at, keccak(b"kept 0"))) == min(sealed_since, 1)
        told = [each.payload for each in events.after(connection, 0, 10_000) if each.type == "chain.rewound"]
    assert told == [{"from": ancestor + 1, "to": ancestor + 3}]
    fresh(stage, store)


def alarmed(store: Store) -> bool:
    with store.read() as connection:
        found = status(connection)
    return found is not None and found.alarm is not None


def fresh(stage: Stage, store: Store) -> None:
    """After all, the copy is the chain's."""
    with store.read() as connection:
        for subject in chain_reads.subjects(connection):
            journal = chain_reads.word(connection, At(stage.chain.number, 1), subject, "Journal")
            assert journal is not None
            assert journal.value == stage.chain.storage(stage.ledger.address, slots.journal(subject))


def run_until(indexer: Indexer, holds: Callable[[], bool]) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=indexer.run, args=(stop,))
    thread.start()
    try:
        assert until(holds)
    finally:
        stop.set()
        indexer.nudge()
        thread.join()


def test_another_chain_in_the_place_of_ours_stops_the_index(store: Store, indexer: Indexer) -> None:
    indexer.open()
    with store.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE blocks SET hash = zeroblob(32)")
        unit.connection.exec_driver_sql("UPDATE index_state SET hash = zeroblob(32)")
    stop = threading.Event()
    thread = threading.Thread(target=indexer.run, args=(stop,))
    indexer._state = None
    thread.start()
    try:
        assert not indexer.wait_for(10_000, 0.5)
    finally:
        stop.set()
        indexer.nudge()
        thread.join()
    assert "another chain" in (indexer.trouble or "")


def test_a_node_that_does_not_answer_is_waited_for(store: Store, chain: JsonRpcChain, manifest: Manifest) -> None:
    class Flaky:
        asked = 0

        def block(self, number: int) -> Block | None:
            self.asked += 1
            if self.asked % 3 == 2:
                raise NodeUnreachable("gone")
            return chain.block(number)

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            return getattr(chain, name)

    indexer = follow(store, Flaky(), manifest)
    indexer.open()
    with pytest.raises(NodeUnreachable):
        indexer.catch_up()
    indexer.step()
    assert indexer.wait_for(manifest.block, 0)


def test_only_one_version_of_a_word_holds(store: Store, story: Story) -> None:
    assert story.lines
    with store.read() as connection:
        rows = connection.execute(select(words).where(words.c.valid_to == OPEN)).all()
    keys = [(row.view, row.subject, row.name, row.number, row.scope) for row in rows]
    assert len(keys) == len(set(keys))
